"""Numerals: from digits or Chinese numerals to a number."""

from __future__ import annotations

import re

DIGITS = "0-9０-９"
HAN_DIGITS = "〇零○一二三四五六七八九两"
HAN_UNITS = "十百千"
VALUES = {"〇": 0, "零": 0, "○": 0, "两": 2} | {digit: value for value, digit in enumerate("一二三四五六七八九", 1)}
UNITS = {"十": 10, "百": 100, "千": 1000}

ONE_BY_ONE = re.compile(f"[{HAN_DIGITS}]+")  # 二〇二五
COUNTED = re.compile(  # 一百二十五, 十二, 三十
    f"(?:(?P<thousands>[{HAN_DIGITS}])千)?零?(?:(?P<hundreds>[{HAN_DIGITS}])?百)?零?"
    f"(?:(?P<tens>[{HAN_DIGITS}])?(?P<ten>十))?(?P<ones>[{HAN_DIGITS}])?"
)


def read_number(text: str) -> int | None:
    """The whole number, below ten thousand in Chinese; None for any other text, such as 十几."""
    if re.fullmatch(f"[{DIGITS}]+", text):
        return int(text)
    if ONE_BY_ONE.fullmatch(text):
        return int("".join(str(VALUES[digit]) for digit in text))
    if not text or COUNTED.fullmatch(text) is None:
        return None
    total, digit = 0, 0
    for character in text:
        if character in UNITS:
            total += (digit or 1) * UNITS[character]
            digit = 0
        else:
            digit = VALUES[character]
    return total + digit
