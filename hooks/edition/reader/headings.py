"""Headings: from a line to whether it reads as one, and from the numbers that open them to their levels."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from edition.text.languages import HAN

HAN_DIGITS = "〇一二三四五六七八九"
HAN_UNITS = {"十": 10, "百": 100}
HAN_NUMBER = "[〇一二三四五六七八九十百]+"
ENUMERATORS = (
    (
        "chapter",
        re.compile(
            rf"第\s?(?:\d+|{HAN_NUMBER})\s?[章编篇部](?![^\s]{{0,2}}，)|(?:Глава|Раздел|Chapter|Part|тарау)\s\w+"
        ),
    ),
    (
        "section",
        re.compile(rf"第\s?(?:\d+|{HAN_NUMBER})\s?[节條条](?![^\s]{{0,2}}，)|(?:Статья|Section|Article)\s\w+|§\s?\d+"),
    ),
    ("decimal", re.compile(r"\d+(?P<more>(?:\.\d+)+)(?:\.(?!\d)|(?=\s))")),  # 1.2.1. Поясним
    ("han", re.compile(rf"{HAN_NUMBER}、")),  # 一、项目基本情况
    ("bracketed han", re.compile(rf"[（(]{HAN_NUMBER}[)）]")),  # （三）经济、民族问题
    ("number", re.compile(r"\d+\s?[、.．](?!\d)")),  # 1、 俄哈关系
    ("bracketed number", re.compile(r"[（(]\d+[)）]")),  # （1） 官方中立表述
    ("roman", re.compile(r"[IVXivx]+\.\s")),  # IV. Results
)
"""What opens a numbered heading, outermost first; decimals stand by their depth."""

SENTENCE_MARK = re.compile(r"[。！？；!?;]|(?:\w{3}\.|…)\s+\S")
CASED_START = re.compile(r"[\W\d_]*(?P<letter>[^\W\d_])")
LONGEST_HEADING = 50
LONGEST_ALPHABETIC_HEADING = 120
UNFINISHED = ("：", "，", "、", "…", "—", ":", ",", ".")
"""Marks after which something is to come, or a sentence is over."""

DEEPEST = 6


def reads_as_heading(text: str) -> bool:
    """Short, no sentence in it, not ending in a mark after which something is to come, and not begun in small
    letters."""
    return 0 < len(text) <= LONGEST_ALPHABETIC_HEADING and _reads_as_heading(text)


@lru_cache(maxsize=1024)  # its neighbours ask for a line again and again
def _reads_as_heading(text: str) -> bool:
    if text.endswith(UNFINISHED) or (len(text) > LONGEST_HEADING and re.search(f"[{HAN}]", text)):
        return False
    return not SENTENCE_MARK.search(text[_number_end(text) :]) and _begins_as_one(text)


def reads_as_title(text: str) -> bool:
    """A heading, or a single question or exclamation as short."""
    return reads_as_heading(text) or (text.endswith(("？", "！", "?", "!")) and reads_as_heading(text[:-1]))


def _begins_as_one(text: str) -> bool:
    first = CASED_START.match(text)
    return first is not None and not first["letter"].islower()


def enumerator(text: str) -> str | None:
    """Which sort of number opens the text; decimals as `decimal 2`, `decimal 3`."""
    for name, pattern in ENUMERATORS:
        if match := pattern.match(text):
            return f"decimal {match['more'].count('.') + 1}" if name == "decimal" else name
    return None


def number_of(text: str) -> int | None:
    """The number that opens the text, the last part of a decimal; nothing for Roman ones."""
    match = next((match for _, pattern in ENUMERATORS if (match := pattern.match(text))), None)
    digits = re.findall(rf"\d+|{HAN_NUMBER}", match[0]) if match else []
    return _value(digits[-1]) if digits else None


def _value(digits: str) -> int:
    """一百二十三 is 123, 三 is 3."""
    if digits.isdigit():
        return int(digits)
    value = digit = 0
    for character in digits:
        if character in HAN_UNITS:
            value += (digit or 1) * HAN_UNITS[character]
            digit = 0
        else:
            digit = HAN_DIGITS.index(character)
    return value + digit


def _number_end(text: str) -> int:
    return next((match.end() for _, pattern in ENUMERATORS if (match := pattern.match(text))), 0)


def levels(texts: Iterable[str]) -> list[int]:
    """The levels of a text's headings, from 2. Unnumbered ones are sections; （1） and （一） are one level unless both
    一、 and 1、 number headings around them."""
    sorts = [enumerator(text) for text in texts]
    order = _order(frozenset(filter(None, sorts)))
    present = sorted({order[sort] for sort in sorts if sort})
    if present and present[0] == order["bracketed han"]:  # what is bracketed is within something
        present.insert(0, order["han"])
    return [min(2 + present.index(order[sort]), DEEPEST) if sort else 2 for sort in sorts]


def _order(sorts: frozenset[str]) -> dict[str, int]:
    apart = {"han", "number"} <= sorts
    order = {"chapter": 0, "section": 1, "roman": 2, "han": 3, "bracketed han": 4}
    order |= {"number": 5 if apart else 3, "bracketed number": 6 if apart else 4}
    return order | {sort: 6 + int(sort.split()[1]) for sort in sorts if sort.startswith("decimal")}
