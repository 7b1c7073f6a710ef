"""Blocks: from the lines of a seed to titles, headings, paragraphs, speech, captions and tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from edition.characters import WHITE_SPACE, is_blank, trim
from edition.model import (
    Abstract,
    Block,
    CreditLine,
    Heading,
    Inlines,
    Line,
    ListItem,
    ListLine,
    Markup,
    Paragraph,
    Quotation,
    Title,
)
from edition.reader.bylines import read_byline
from edition.reader.captions import read_caption
from edition.reader.headings import enumerator, levels, reads_as_heading, reads_as_title
from edition.reader.speeches import names_of_turns, read_speech
from edition.reader.table_lines import Found, find_tables
from edition.text.inlines import printed, read_line

CREDIT_LINE = re.compile(r"【(?:编译|编辑|翻译|編譯|翻譯)：(?P<translator>[^】]+)】")  # 【编译：木合塔尔·木拉提】
ABSTRACT = re.compile(
    r"(?:(?:内容)?[摘提]\s{0,8}要|Аннотация|Андатпа|Abstract)\s{0,8}[：:]", re.IGNORECASE
)  # 摘要：俄乌冲突
RUN_IN = re.compile(r"第(?P<number>\d+|[一二三四五六七八九十])，")  # 第一，不派遣军队
LIST_TERM = re.compile(r"[^\s：。；，]{2,12}：")  # 安全与稳定：打击恐怖主义
BETWEEN_TERMS = re.compile(rf"(?<=[。；])\s+(?={LIST_TERM.pattern})")
ITEM = re.compile(r"(?:[·•▪●○◦‣]|[(（]?[a-zа-яё][)）]|\d{1,3}\))\s*(?=\S)|[-–—]\s+\S.*[^。！？.!?…»”]\Z")
# · пункт, а) пункт, 1) пункт, - пункт;
LEFTOVERS = frozenset(
    (
        *("None", "null", "undefined", "NaN", "Loading...", "Share", "Read more", "See also"),
        *("正在阅读", "正在加载", "分享到", "分享至", "阅读原文", "上一篇", "下一篇", "点击查看"),
        *("Поделиться", "Подробнее", "Читайте также", "Бөлісу", "Толығырақ"),
    )
)
"""Lines that a crawler took from the page around the text."""

CHINESE_NUMERALS = "〇一二三四五六七八九十"
LINES_OF_A_LIST = 3


@dataclass(frozen=True, slots=True)
class Place:
    """Line `at` among `lines`, after the block `before`. `content` are its inlines; `text` is what they print."""

    lines: Sequence[Line]
    at: int
    before: Block | None
    content: Inlines
    text: str
    turns: frozenset[str]
    tables: Mapping[int, Found]

    @property
    def line(self) -> Line:
        return self.lines[self.at]


Recognised = tuple[Block, int]
"""A block and the number of lines it takes."""


def read_blocks(lines: Sequence[Line]) -> tuple[list[tuple[Block, int]], list[Markup]]:
    """The blocks of lines that have no header and no notes any more, each with the number of its first line; and the
    marks that stand on lines of their own."""
    found: list[tuple[Block, int]] = []
    marks: list[Markup] = []
    turns = names_of_turns(lines)
    tables = find_tables(lines)
    before: Block | None = None
    at = 0
    while at < len(lines):
        content = () if is_blank(lines[at].text) else read_line(lines[at])
        if at not in tables and _has_nothing(content):
            marks += [inline for inline in content if isinstance(inline, Markup)]
            at += 1
            continue
        block, taken = _recognise(Place(lines, at, before, content, printed(content), turns, tables))
        found.append((block, lines[at].number))
        before = block if not is_leftover(printed(content)) else before
        at += taken
    return _with_levels(found), marks


def _has_nothing(content: Inlines) -> bool:
    """Whether a line has nothing but marks, and none that stands for a picture."""
    return all(i.kind != "picture mark" if isinstance(i, Markup) else is_blank(i.text) for i in content)


def _with_levels(found: list[tuple[Block, int]]) -> list[tuple[Block, int]]:
    """The same blocks, the headings at the levels that their numbers say."""
    headings = [block for block, _ in found if isinstance(block, Heading)]
    level = iter(levels(printed(heading.content) for heading in headings))
    return [(replace(block, level=next(level)) if isinstance(block, Heading) else block, at) for block, at in found]


def _recognise(place: Place) -> Recognised:
    for recognise in RECOGNISERS:
        if recognised := recognise(place):
            return recognised
    return paragraph(place), 1


# ── The recognisers: each says what stands at a place, or declines ────────────────────────────────────────────


def table(place: Place) -> Recognised | None:
    return place.tables.get(place.at)


def leftover(place: Place) -> Recognised | None:
    """A line that a crawler took along stays a line of the text, but names nothing."""
    return (Paragraph(place.content), 1) if is_leftover(place.text) else None


def is_leftover(text: str) -> bool:
    return text.rstrip("：: ") in LEFTOVERS


def title(place: Place) -> Recognised | None:
    """The first line of a text, if it reads as a heading and is not numbered."""
    if place.before is not None or not reads_as_title(place.text) or enumerator(place.text):
        return None
    return Title(place.content), 1


def byline(place: Place) -> Recognised | None:
    """The line right under the title, if it names authors."""
    if not isinstance(place.before, Title) or is_blank(place.lines[place.at - 1].text):
        return None
    read = read_byline(place.content)
    return (read, 1) if read else None


def figure(place: Place) -> Recognised | None:
    read = read_caption(place.content)
    return (read, 1) if read else None


def credit_line(place: Place) -> Recognised | None:
    match = CREDIT_LINE.fullmatch(place.text)
    return (CreditLine(place.content, match["translator"]), 1) if match else None


def abstract(place: Place) -> Recognised | None:
    return (Abstract(place.content), 1) if ABSTRACT.match(place.text) else None


def speech(place: Place) -> Recognised | None:
    read = read_speech(place.line, place.turns)
    return (read, 1) if read else None


def quotation(place: Place) -> Recognised | None:
    """A paragraph whose first quotation mark is closed by its last character, and that is at least a sentence."""
    text = place.text
    if not (text.startswith("“") and text.endswith(("。”", "！”", "？”", "……”"))):
        return None
    depth = 0
    for position, character in enumerate(text, 1):
        depth += {"“": 1, "”": -1}.get(character, 0)
        if depth == 0 and position < len(text):
            return None
    return (Quotation(place.content), 1) if depth == 0 else None


def heading(place: Place) -> Recognised | None:
    """A line that reads as one; not one of several short lines in a row, which are a list or an address."""
    if not reads_as_heading(place.text) or (not enumerator(place.text) and _among_short_lines(place)):
        return None
    return Heading(2, place.content), 1


def _among_short_lines(place: Place) -> bool:
    """Whether the line is one of at least three short ones without number that follow each other directly."""
    around = range(place.at - LINES_OF_A_LIST + 1, place.at + LINES_OF_A_LIST)
    row = 0
    for index in around:
        short = 0 <= index < len(place.lines) and _is_short(place.lines[index])
        row = row + 1 if short else 0
        if row >= LINES_OF_A_LIST and index >= place.at:
            return True
    return False


def _is_short(line: Line) -> bool:
    text = trim(line.text)
    return reads_as_heading(text) and not enumerator(text) and not ITEM.match(text)


def list_line(place: Place) -> Recognised | None:
    """After a paragraph that ends in a colon: `term：… term：… term：…`."""
    line = place.line
    if not (isinstance(place.before, Paragraph) and printed(place.before.content).endswith("：")):
        return None
    if not LIST_TERM.match(trim(line.text)):
        return None
    starts = [0, *(match.end() for match in BETWEEN_TERMS.finditer(line.text))]
    ends = [*starts[1:], len(line.text)]
    items = tuple(read_line(line, start, end) for start, end in zip(starts, ends, strict=True))
    return (ListLine(items), 1) if len(items) > 1 else None


def list_item(place: Place) -> Recognised | None:
    """A line that opens with the mark of an item; tabs in front of it say how deep it is."""
    if not ITEM.match(place.text):
        return None
    lead = place.line.text[: len(place.line.text) - len(place.line.text.lstrip(WHITE_SPACE))]
    return ListItem(place.content, 1 + lead.count("\t")), 1


def paragraph(place: Place) -> Paragraph:
    match = RUN_IN.match(place.text)
    return Paragraph(place.content, _ordinal(match["number"]) if match else None)


RECOGNISERS = (
    table,
    figure,
    credit_line,
    abstract,
    leftover,
    speech,
    title,
    byline,
    list_item,
    quotation,
    heading,
    list_line,
)
"""Tried in this order; what none of them recognises is a paragraph."""


def _ordinal(number: str) -> int:
    return int(number) if number.isdigit() else CHINESE_NUMERALS.index(number)
