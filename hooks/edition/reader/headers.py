"""Headers: from the first lines of a text to its header, the dates, times and counters that a site puts above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from edition.characters import BYTE_ORDER_MARK, WHITE_SPACE, is_blank, trim
from edition.dates import read_date
from edition.errors import Fault
from edition.model import Header, Line, Text

MARKED = re.compile(  # date 2025-11-15 协作加速区域发展
    r"\s?(?P<mark>date)\s(?P<date>(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)"
    r"(?P<time>[ T]\d{1,2}:\d{2}(?::\d{2})?)?(?=\s|$)"
)

MONTH_NAMES = (
    "январь января янв january jan қаңтар",
    "февраль февраля фев february feb ақпан",
    "март марта мар march mar наурыз",
    "апрель апреля апр april apr сәуір",
    "май мая may мамыр",
    "июнь июня июн june jun маусым",
    "июль июля июл july jul шілде",
    "август августа авг august aug тамыз",
    "сентябрь сентября сен сент september sep sept қыркүйек",
    "октябрь октября окт october oct қазан",
    "ноябрь ноября ноя november nov қараша",
    "декабрь декабря дек december dec желтоқсан",
)
MONTHS = {name: number for number, names in enumerate(MONTH_NAMES, 1) for name in names.split()}
MONTH = rf"(?:\d{{1,2}}\s?月|(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?)"

DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?(?![\d:])",  # 2025-11-15, 2025-11
        r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})",  # 15.11.2025
        r"(?P<year>\d{4})\s?年\s?(?P<month>\d{1,2})\s?月(?:\s?(?P<day>\d{1,2})\s?[日号])?",  # 2025年11月15日
        rf"(?:(?P<day>\d{{1,2}})\s+)?(?P<month>{MONTH}),?\s+(?P<year>\d{{4}})(?:\s?г\.|\s(?:года|жыл)\b)?",  # 8 9月
        rf"(?P<month>{MONTH})\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}})",  # September 8, 2025
        rf"(?P<year>\d{{4}})\s+ж(?:ылғы|ылы|\.)\s+(?P<day>\d{{1,2}})\s+(?P<month>{MONTH})",  # 2025 жылғы 8 қыркүйек
    )
)
ZONE = re.compile(r"(?:GMT|UTC)\s?(?:[+-]\s?\d{1,2}(?::?\d{2})?)?", re.IGNORECASE)  # GMT +5
TIME = re.compile(r"\d{1,2}[:：]\d{2}(?:[:：]\d{2})?")  # 11:22
COUNTER = re.compile(  # 浏览：1234, 1 234 просмотра
    r"(?:浏览|阅读|点击|访问)[量数次]*\s?[:：]?\s?\d[\d,. ]*次?|\d[\d,. ]*\s?(?:次浏览|次阅读|阅读)"
    r"|(?:просмотр\w*|қаралды|қаралым|views?)\s?[:：]?\s?\d[\d,. ]*"
    r"|\d[\d,. ]*\s?(?:просмотр\w*|рет қаралды|қаралым|views?)",
    re.IGNORECASE,
)
CHANGED = re.compile(r"(?:更新|修改|обновлено|изменено|жаңартылды|updated|modified)(?:时间|日期|于)?", re.IGNORECASE)
LABEL = re.compile(
    r"(?:发布|发表|出版|时间|日期|дата|опубликовано|жарияланды|күні|published|posted|date)(?:时间|日期|于|\s(?:публикации|on))?"
    r"|(?:星期|周)[一二三四五六日天]",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"[\s|,，、·•:：;；()（）–—-]+")

ASCII_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
LONGEST_HEADER = 200


@dataclass(frozen=True, slots=True)
class _Read:
    """The dates of a header line, as written and whether they are of a change; how far it goes; whether it names a
    time zone, which no sentence does."""

    dates: tuple[tuple[str, bool], ...]
    end: int
    zoned: bool
    counted: bool


def read_header(lines: Sequence[Line], file: str) -> tuple[Header | None, list[Line], list[Fault]]:
    """The header, if the text begins with one, the lines without it, and what is wrong with its dates."""
    rest = list(lines)
    printed: list[Text] = []
    dates: list[tuple[str, bool]] = []
    first = 0
    for index, line in enumerate(lines):
        if is_blank(line.text.strip(BYTE_ORDER_MARK)):
            continue
        read = _marked(line) or _unmarked(line, further=bool(dates))
        if read is None:
            break
        pieces, found, left = read
        first = first or line.number
        printed += pieces
        dates += found
        rest[index] = left
        if not is_blank(left.text):
            break
    if not dates:
        return None, list(lines), []
    faults = [fault for written, _ in dates if (fault := _check_date(written, file, first))]
    return None if faults else _header(printed, dates, first), rest, faults


def _check_date(written: str, file: str, line: int) -> Fault | None:
    try:
        read_date(written)
    except ValueError as error:
        return Fault(file, line, str(error), "write a day of the calendar as date YYYY-MM-DD")
    return None


def _header(printed: Sequence[Text], dates: Sequence[tuple[str, bool]], line: int) -> Header:
    known = [(read_date(written), changed) for written, changed in dates]
    date = next((date for date, changed in known if not changed), known[0][0])
    others = tuple(other for other, _ in known if other != date)
    return Header(tuple(printed), date, tuple(dict.fromkeys(others)), line)


Pieces = tuple[list[Text], list[tuple[str, bool]], Line]


def _marked(line: Line) -> Pieces | None:
    match = MARKED.match(line.text[:LONGEST_HEADER].translate(ASCII_DIGITS))
    if not match:
        return None
    pieces = [
        Text(
            line.text[match.start(group) : match.end(group)].lstrip(),
            line.start + _inked(line.text, match.start(group)),
        )
        for group in ("mark", "date", "time")
        if match[group]
    ]
    return pieces, [(_edtf(match), False)], _after(line, match.end())


def _inked(text: str, at: int) -> int:
    return at + len(text[at:]) - len(text[at:].lstrip())


def _unmarked(line: Line, further: bool) -> Pieces | None:
    """A line of nothing but dates, times and counters, or one that goes on after a date, a time and a zone."""
    read = _read_elements(line.text[:LONGEST_HEADER].translate(ASCII_DIGITS))
    alone = is_blank(line.text[read.end :])
    if not (read.dates and (alone or read.zoned)) and not (further and alone and read.counted):
        return None
    text = line.text[: read.end].rstrip(WHITE_SPACE)
    lead = len(text) - len(text.lstrip(WHITE_SPACE))
    return [Text(trim(text), line.start + lead)], list(read.dates), _after(line, read.end)


def _after(line: Line, end: int) -> Line:
    return Line(line.number, line.start + end, line.text[end:])


def _read_elements(text: str) -> _Read:
    dates: list[tuple[str, bool]] = []
    at, zoned, counted, changed = 0, False, False, False
    end = 0
    for kind, match in _elements(text):
        at = match.end()
        match kind:
            case "date":
                dates.append((_edtf(match), changed))
                changed = False
            case "changed":
                changed = True
            case "zone":
                zoned = True
            case "counter":
                counted = True
            case "between" if at < len(text):
                continue  # belongs to what follows it, if that is of the header too
        end = at
    return _Read(tuple(dates), end, zoned and bool(dates), counted)


def _elements(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    at = 0
    while at < len(text):
        for kind, pattern in ELEMENTS:
            match = pattern.match(text, at)
            if match and match.end() > at and (kind != "date" or _plausible(match)):
                yield kind, match
                at = match.end()
                break
        else:
            return


ELEMENTS = (
    ("between", BETWEEN),
    ("counter", COUNTER),
    *(("date", pattern) for pattern in DATES),
    ("time", TIME),
    ("zone", ZONE),
    ("changed", CHANGED),
    ("label", LABEL),
)
"""Tried in this order."""


def _plausible(match: re.Match[str]) -> bool:
    return 1900 <= int(match["year"]) < 2100 and 1 <= _month(match) <= 12


def _month(match: re.Match[str]) -> int:
    written = match["month"].lower().rstrip("月.").strip()
    return int(written) if written.isdigit() else MONTHS[written]


def _edtf(match: re.Match[str]) -> str:
    parts = [int(match["year"]), _month(match), *([int(match["day"])] if match["day"] else [])]
    return "-".join(f"{part:02}" for part in parts)
