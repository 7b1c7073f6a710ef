"""Times: from an article and its own date to every expression of time in its running text, resolved as far as the
words allow.

A month or a day without a year is of the article's year, by convention. What cannot be said is undecided.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from edition.dates import PartialDate, read_period
from edition.extraction.time_words import (
    AGO,
    ANCIENT,
    BARE_DECADE,
    BEGIN,
    CENTURY,
    DATED,
    DAY,
    DAY_WORD,
    DAY_WORDS,
    DECADES,
    DURATION,
    LIST,
    MONTH_WORD,
    MONTH_WORDS,
    NEXT,
    NEXT_TO_YEARS,
    NO_TIME,
    NUMERIC,
    OPENS_A_CLAUSE,
    RANGE,
    RELATIVE,
    SAME_DAYS,
    SAME_MONTHS,
    SAME_YEARS,
    SEASON_WORDS,
    UNDATED,
    VAGUE,
    WEEK,
    YEAR_WORDS,
)
from edition.model import Article, Byline, Figure, Inference, Table, TimeExpression, Title
from edition.text.inlines import printed
from edition.text.numerals import ONE_BY_ONE, read_number
from edition.text.streams import streams

HALF_A_YEAR = timedelta(days=183)
HALF_A_MONTH = timedelta(days=15)
FIRMEST_FIRST = (Inference.STATED, Inference.CONTEXT, Inference.ARTICLE, Inference.UNDECIDED)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an expression says: `date` is none where `how` is undecided.

    `near` is within what time of the article's day it must come, or it is undecided after all: a December in a text of
    January is the one before.
    """

    date: PartialDate | None
    how: Inference
    near: timedelta | None = None


UNDECIDED = Reading(None, Inference.UNDECIDED)


@dataclass(frozen=True, slots=True)
class Setting:
    """Against what an expression is read: the article's own date; the last date before it in its passage; and if it is
    joined to that one, as the next of a list or the end of a range, how that one was inferred; and how the expression
    just before it was inferred, joined or not."""

    article: PartialDate | None
    earlier: PartialDate | None = None
    joined: Inference | None = None
    before: Inference | None = None

    @property
    def article_year(self) -> int | None:
        return self.article.year if self.article else None

    @property
    def earlier_year(self) -> int | None:
        return self.earlier.year if self.earlier else None


Resolve = Callable[[re.Match[str], Setting], Reading | None]
"""None: this is no time after all."""


def find_times(article: Article, date: PartialDate | None) -> tuple[TimeExpression, ...]:
    """In the order of the text. `date` is the article's own.

    Titles, bylines, tables, captions and notes are left out: the day on which a source was read is no event.
    """
    found = []
    for passage in article.passages:
        if isinstance(passage.block, Title | Byline | Table | Figure):
            continue
        setting = Setting(date)
        for stream in streams(passage.block):
            line = printed(stream)
            for start, end, reading in _read_line(line, setting):
                found.append(TimeExpression(passage.id, line, start, end, reading.date, reading.how))
                setting = replace(setting, earlier=reading.date or setting.earlier, before=reading.how)
    return tuple(found)


def _read_line(line: str, setting: Setting) -> Iterator[tuple[int, int, Reading]]:
    at, end, how = 0, 0, Inference.UNDECIDED
    while begin := BEGIN.search(line, at):
        start = begin.start()
        joined = LIST.fullmatch(line, end, start) if end else None
        read = _read_at(line, start, replace(setting, joined=how if joined else None))
        if read is None:
            no_time = NO_TIME.match(line, start)
            at = no_time.end() if no_time else start + 1
            continue
        at = end = read[0]
        reading = _if_near(read[1], setting.article)
        how = reading.how
        setting = replace(setting, earlier=reading.date or setting.earlier, before=how)
        yield start, end, reading


def _read_at(line: str, start: int, setting: Setting) -> tuple[int, Reading] | None:
    """The expression that begins there, with its end: all of the range if it begins one, such as 4、5月."""
    if (first := _read_one(line, start, setting)) is None:
        return None
    end, reading = first
    between = RANGE.match(line, end) or NEXT.match(line, end)
    if between is None or reading.date is None:
        return first
    joined = replace(setting, earlier=reading.date, joined=reading.how)
    second = _read_one(line, between.end(), joined)
    if second is None or (between.re is NEXT and not _follows(reading, second[1])):
        return first
    return second[0], _range(reading, second[1])


def _follows(first: Reading, second: Reading) -> bool:
    if first.date is None or second.date is None:
        return False
    return (second.date.earliest - first.date.latest).days == 1


def _read_one(line: str, start: int, setting: Setting) -> tuple[int, Reading] | None:
    for pattern, resolve in RECOGNISERS:
        if (match := pattern.match(line, start)) and (reading := resolve(match, setting)):
            return match.end(), reading
    return None


def _range(first: Reading, last: Reading) -> Reading:
    if first.date is None or last.date is None:
        return UNDECIDED
    how = first.how if last.how is Inference.CONTEXT else max(first.how, last.how, key=FIRMEST_FIRST.index)
    return _reading(f"{first.date.edtf.split('/')[0]}/{last.date.edtf.split('/')[-1]}", how, first.near)


def _reading(edtf: str, how: Inference, near: timedelta | None = None) -> Reading:
    """Undecided where it says a day or a month that the calendar does not have."""
    try:
        return Reading(read_period(edtf), how, near)
    except ValueError:
        return UNDECIDED


def _if_near(reading: Reading, article: PartialDate | None) -> Reading:
    when, near, day = reading.date, reading.near, article.earliest if article and article.day else None
    if when is None or near is None or day is None or when.earliest - day <= near >= day - when.latest:
        return reading
    return UNDECIDED


# ── Years ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _dated(match: re.Match[str], _: Setting) -> Reading | None:
    if match["unclear"]:
        return UNDECIDED
    year = read_number(match["year"]) or 0
    if year % 100 == 0 and DURATION.match(match.string, match.end()):
        return None
    if match["year_to"]:
        last = read_number(match["year_to"]) or 0
        return _reading(f"{year:04}/{last if last > 99 else year - year % 100 + last:04}", Inference.STATED)
    return _within(match, year, Inference.STATED)


def _relative(match: re.Match[str], setting: Setting) -> Reading:
    year, earlier = setting.article_year, setting.earlier_year
    if match["both"]:
        first = -1 if match["both"].startswith("去") else 0
        if year is None:
            return UNDECIDED
        return _reading(f"{year + first:04}/{year + first + 1:04}", Inference.ARTICLE)
    if match["near"] and year is not None:
        return _within(match, year + YEAR_WORDS[match["near"]], Inference.ARTICLE)
    word = match["same"] or match["next"]
    if word and earlier is not None:
        return _within(match, earlier + (SAME_YEARS | NEXT_TO_YEARS)[word], Inference.CONTEXT)
    if match["next"] and year is not None:
        return _within(match, year + NEXT_TO_YEARS[match["next"]], Inference.ARTICLE)
    return UNDECIDED


def _season(match: re.Match[str], setting: Setting) -> Reading:
    if setting.article_year is None:
        return UNDECIDED
    return _reading(f"{setting.article_year + YEAR_WORDS[match['near'] + '年']:04}", Inference.ARTICLE)


def _within(match: re.Match[str], year: int, how: Inference) -> Reading:
    """The part of the year that the expression names, or the year. What stands for no exact part of it (初, 底, 春)
    changes nothing."""
    said = {name: text for name, text in match.groupdict().items() if text}
    if half := said.get("half"):
        return _reading(f"{year:04}-01/{year:04}-06" if half == "上" else f"{year:04}-07/{year:04}-12", how)
    if "quarter" in said:
        first = read_number(said["quarter"]) or 0
        last = read_number(said.get("quarter_to", "")) or first
        return _reading(f"{year:04}-{first * 3 - 2:02}/{year:04}-{last * 3:02}", how)
    if "quarters" in said:
        return _reading(f"{year:04}-01/{year:04}-{3 * (read_number(said['quarters']) or 0):02}", how)
    if "months" in said:
        return _reading(f"{year:04}-01/{year:04}-{read_number(said['months']) or 0:02}", how)
    return _in_month(said, year, said["month"], how) if "month" in said else _reading(f"{year:04}", how)


def _in_month(said: dict[str, str], year: int, month: str | int, how: Inference) -> Reading:
    if isinstance(month, str) and len(month) == 2 and ONE_BY_ONE.fullmatch(month):  # 七八月
        month, said = month[0], {**said, "month_to": month[1]}
    number = month if isinstance(month, int) else _month(month)
    first = f"{year:04}-{number:02}"
    if "day" in said:
        first += f"-{read_number(said['day']) or 0:02}"
        return _reading(
            f"{first}/{first[:-2]}{read_number(said['day_to']) or 0:02}" if "day_to" in said else first, how
        )
    return _reading(f"{first}/{year:04}-{_month(said['month_to']):02}" if "month_to" in said else first, how)


def _month(text: str) -> int:
    return 1 if text == "元" else read_number(text) or 0


# ── Months and days without a year ────────────────────────────────────────────────────────────────────────────


def _undated(match: re.Match[str], setting: Setting) -> Reading:
    """Joined to an earlier date it is of that year; else a month or day is of the article's, if it comes near, and if
    it does not go on with the story of another year."""
    if setting.joined is Inference.UNDECIDED:
        return UNDECIDED
    if setting.joined and setting.earlier_year is not None:
        how = Inference.ARTICLE if setting.joined is Inference.ARTICLE else Inference.CONTEXT
        return _within(match, setting.earlier_year, how)
    if setting.earlier_year is not None and not match["month"] and not match["part"]:
        return _within(match, setting.earlier_year, Inference.CONTEXT)
    if setting.article_year is None:
        return UNDECIDED
    reading = _within(match, setting.article_year, Inference.ARTICLE)
    return UNDECIDED if _goes_on(reading, setting) else replace(reading, near=HALF_A_YEAR)


def _goes_on(reading: Reading, setting: Setting) -> bool:
    """Whether the passage has told last of the months or days of another year, earlier or later."""
    when, earlier = reading.date, setting.earlier
    if when is None or earlier is None or earlier.precision not in ("month", "day", "interval"):
        return False
    return not earlier.earliest.year <= when.earliest.year <= earlier.latest.year


def _month_word(match: re.Match[str], setting: Setting) -> Reading:
    word = match["near"] or match["same"]
    base, how = (setting.article, Inference.ARTICLE) if match["near"] else (setting.earlier, Inference.CONTEXT)
    if base is None or base.month is None:
        return UNDECIDED
    year, month = _months_on(base, (MONTH_WORDS | SAME_MONTHS)[word])
    return _in_month({name: text for name, text in match.groupdict().items() if text}, year, month, how)


def _months_on(base: PartialDate, months: int) -> tuple[int, int]:
    count = base.earliest.year * 12 + base.earliest.month - 1 + months
    return count // 12, count % 12 + 1


def _day(match: re.Match[str], setting: Setting) -> Reading:
    if setting.joined is Inference.UNDECIDED:
        return UNDECIDED
    said = {name: text for name, text in match.groupdict().items() if text}
    if setting.earlier and (setting.earlier.month is not None or _ends_on_a_day(setting.earlier)):
        last = setting.earlier.latest
        return _in_month(said, last.year, last.month, Inference.CONTEXT)
    if setting.article is None or setting.article.month is None:
        return UNDECIDED
    if setting.earlier and setting.earlier.year != setting.article_year:
        return UNDECIDED
    reading = _in_month(said, setting.article.earliest.year, setting.article.month, Inference.ARTICLE)
    return replace(reading, near=HALF_A_MONTH)


def _ends_on_a_day(when: PartialDate) -> bool:
    return read_period(when.edtf.split("/")[-1]).day is not None


def _day_word(match: re.Match[str], setting: Setting) -> Reading:
    base, how = (setting.earlier, Inference.CONTEXT) if match["same"] else (setting.article, Inference.ARTICLE)
    if base is None or base.day is None:
        return UNDECIDED
    if match["both"]:
        return _reading(f"{base.earliest}/{_days_on(base, 1)}", how)
    word = match["near"] or match["same"]
    if word == "第二天" and match.string[: match.start()].endswith("的"):
        return UNDECIDED  # of what is said before: 抵达的第二天
    return _reading(_days_on(base, (DAY_WORDS | SAME_DAYS)[word]), how)


def _days_on(base: PartialDate, days: int) -> str:
    """The day so many days after; nothing beyond the last that a date can name."""
    ordinal = base.earliest.toordinal() + days
    return date.fromordinal(ordinal).isoformat() if 0 < ordinal <= date.max.toordinal() else ""


def _numeric(match: re.Match[str], _: Setting) -> Reading:
    return _reading(f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}", Inference.STATED)


# ── Decades and centuries ─────────────────────────────────────────────────────────────────────────────────────


def _decades(match: re.Match[str], _: Setting) -> Reading:
    first, last = (read_number(match[name]) if match[name] else None for name in ("decade", "decade_to"))
    return _reading(_span(f"{(first or 0) // 10}X", f"{last // 10}X" if last else None), Inference.STATED)


def _span(first: str, last: str | None) -> str:
    return f"{first}/{last}" if last else first


def _century(match: re.Match[str], setting: Setting) -> Reading:
    century, how = read_number(match["century"] or ""), Inference.STATED
    if match["near"] and setting.article_year is not None:
        ago = 1 if match["near"].startswith("上") else 0
        century, how = (setting.article_year - 1) // 100 + 1 - ago, Inference.ARTICLE
    if century is None:
        return UNDECIDED
    if decades := _decades_of(match, f"{century - 1:02}"):
        return _reading(decades, how)
    last = read_number(match["century_to"] or "")
    return _reading(_span(f"{century - 1:02}XX", f"{last - 1:02}XX" if last else None), how)


def _bare_decade(match: re.Match[str], setting: Setting) -> Reading:
    """Of the century of the last decade or century that the passage has named: a year says too little."""
    before = setting.earlier.edtf if setting.earlier else ""
    return _reading(_decades_of(match, before[:2]), Inference.CONTEXT) if before.endswith("X") else UNDECIDED


def _decades_of(match: re.Match[str], century: str) -> str:
    """90, 60—70, 八九十 of a century, whose years begin with `century`."""
    numbers = [read_number(match[name]) for name in ("decade", "decade_to", "first", "second") if match[name]]
    return "/".join(f"{century}{number // 10 if number > 9 else number}X" for number in numbers if number is not None)


# ── So long ago, and what cannot be said ──────────────────────────────────────────────────────────────────────


def _ago(match: re.Match[str], setting: Setting) -> Reading:
    """三年后 is after the last date of the passage, if that can be said; where it opens a clause without one, after the
    article's."""
    number, unit, later = read_number(match["number"]), match["unit"], match["side"].endswith("后")
    about = match["more"] or match["half"] or (len(match["number"]) > 1 and ONE_BY_ONE.fullmatch(match["number"]))
    of_something = later and not OPENS_A_CLAUSE.search(match.string, max(0, match.start() - 2), match.start())
    if number is None or number > 999 or about or of_something:  # 独立30年后
        return UNDECIDED
    if later and setting.before is Inference.UNDECIDED:
        return UNDECIDED
    base, how = setting.article, Inference.ARTICLE
    if later and setting.earlier:
        base, how = setting.earlier, Inference.CONTEXT
    return _counted(base, number if later else -number, unit, how)


def _counted(base: PartialDate | None, number: int, unit: str, how: Inference) -> Reading:
    if base is None:
        return UNDECIDED
    if unit == "年" and base.year is not None:
        return _reading(f"{base.year + number:04}", how)
    if unit == "个月" and base.month is not None:
        year, month = _months_on(base, number)
        return _reading(f"{year:04}-{month:02}", how)
    if unit == "天" and base.day is not None:
        return _reading(_days_on(base, number), how)
    return UNDECIDED


def _undecided(_: re.Match[str], __: Setting) -> Reading:
    return UNDECIDED


RECOGNISERS: tuple[tuple[re.Pattern[str], Resolve], ...] = (
    (NUMERIC, _numeric),
    (ANCIENT, _undecided),
    (DECADES, _decades),
    (DATED, _dated),
    (CENTURY, _century),
    (BARE_DECADE, _bare_decade),
    (RELATIVE, _relative),
    (SEASON_WORDS, _season),
    (MONTH_WORD, _month_word),
    (DAY_WORD, _day_word),
    (AGO, _ago),
    (VAGUE, _undecided),
    (WEEK, _undecided),
    (UNDATED, _undated),
    (DAY, _day),
)
"""Tried in this order."""
