"""Quantities: from an article to every figure in its running text: number, unit, kind, qualifier, as far as rules tell.

Dates, times, durations, ordinals and numbers in names are none. A number without a unit that a rule knows is kept only
where words show that it is a quantity, and its unit is then unknown.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from edition.extraction.amounts import levelled, read_numeral, scale_of
from edition.extraction.governing import governed
from edition.extraction.periods import period_of
from edition.extraction.quantity_words import (
    ADDRESS,
    AFTER,
    ALIKE,
    BARE_END,
    BEFORE,
    ENGLISH,
    FIGURE,
    FROM,
    GROUPED_OR_SCALED,
    IDIOM,
    IN_A_WORD,
    LEVEL_BEFORE,
    ORDINAL,
    RANK,
    SPACES,
    SPEED_AFTER,
    SPEED_BEFORE,
    TIME,
    WORD_GOES_ON,
    YEAR_LIKE,
)
from edition.extraction.units import UNITS, Unit
from edition.model import Article, Byline, Figure, Qualifier, Quantity, QuantityKind, Table, TimeExpression, Title
from edition.text.inlines import printed
from edition.text.streams import streams

SHARE = Unit("share", QuantityKind.SHARE)
DOUBLING = Unit("番", QuantityKind.GROWTH)
RATIO = Unit(None, QuantityKind.RATIO)
UNKNOWN = Unit(None, QuantityKind.OTHER)
NEAR = 80
"""How many characters before and after a figure may say what it is."""

FIRST_NUMBERS = ("parts", "over", "first", "low", "several", "han_low")
"""The groups of a figure's first number."""

Bound = Decimal | Fraction | None


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure by itself. `end` is where its number and its unit end."""

    low: Bound
    high: Bound
    unit: Unit
    qualifier: Qualifier | None
    end: int


def find_quantities(article: Article, times: Iterable[TimeExpression]) -> tuple[Quantity, ...]:
    """In the order of the text; of running text alone: titles, tables, captions and notes are left out.

    `times` are those of the article, from which the figures have their periods.
    """
    if not article.language.startswith("zh"):
        return ()
    by_line: dict[tuple[str, str], list[TimeExpression]] = {}
    for time in times:
        by_line.setdefault((time.place, time.line), []).append(time)
    return tuple(
        replace(quantity, period=period_of(line, quantity.start, quantity.end, by_line.get((passage.id, line), ())))
        for passage in article.passages
        if not isinstance(passage.block, Title | Byline | Figure | Table)
        for line in map(printed, streams(passage.block))
        for quantity in _find(passage.id, line)
    )


def _find(place: str, line: str) -> Iterator[Quantity]:
    level = ADDRESS.sub(lambda address: " " * len(address[0]), levelled(line))
    last: Quantity | None = None
    at = 0
    while found := FIGURE.search(level, at):
        form = next(name for name in READERS if found[name])
        reading = None if _is_part(level, found.start(form)) else READERS[form](found)
        if reading:
            at = reading.end
            last = _quantity(place, line, level, found.start(), reading, last)
            yield last
        else:
            at = max(_number_end(found), found.start() + 1)


def _is_part(level: str, start: int) -> bool:
    """Whether what begins there is an ordinal, or goes on with a word or a number."""
    before = level[max(0, start - NEAR) : start]
    return bool(ORDINAL.search(before) or IN_A_WORD.search(before))


def _number_end(found: re.Match[str]) -> int:
    """Where the first number of what is no quantity ends: the search goes on there, never within a number."""
    return next(
        (found.end(name) for name in FIRST_NUMBERS if found[name]),
        found.end(),
    )


def _quantity(place: str, line: str, level: str, start: int, reading: Reading, last: Quantity | None) -> Quantity:
    kind, code, sign = reading.unit.kind, reading.unit.code, 1
    before, after = level[max(0, start - NEAR) : start], level[reading.end : reading.end + NEAR]
    if said := governed(before, after, kind, code):
        kind, sign = said
    elif last and last.unit == code and (alike := ALIKE.fullmatch(level, last.end, start)):
        falls = last.low is not None and last.low < 0 and not alike["level"]
        kind, sign = last.kind, -1 if falls else 1
    elif kind is QuantityKind.DISTANCE and (SPEED_BEFORE.search(before) or SPEED_AFTER.match(after)):
        kind, code = QuantityKind.OTHER, f"{code}/h"
    low, high = (None if value is None else value * sign for value in (reading.low, reading.high))
    if low is not None and high is not None and low > high:
        low, high = high, low
    return Quantity(place, line, start, reading.end, low, high, code, kind, reading.qualifier)


# ── Forms of figures: each reads its groups, or declines ──────────────────────────────────────────────────────


def _fraction(found: re.Match[str]) -> Reading | None:
    parts = read_numeral(f"一{found['parts']}" if found["parts"] in ("千", "万") else found["parts"])
    share = read_numeral(found["of"])
    if not parts or not share or not parts[0] or TIME.match(found.string, found.end("of")):
        return None
    if parts[0] == 100:
        return Reading(*share, UNITS["%"], _qualifier(found), found.end())
    low, high = (Fraction(value) / Fraction(parts[0]) for value in share)
    return Reading(low, high, SHARE, _qualifier(found), found.end())


def _slashed(found: re.Match[str]) -> Reading:
    value = Fraction(int(found["over"]), int(found["under"]))
    return Reading(value, value, SHARE, _qualifier(found), found.end())


def _doubling(found: re.Match[str]) -> Reading | None:
    times = read_numeral(found["times"] or "1")
    return Reading(*times, DOUBLING, _qualifier(found), found.end()) if times else None


def _half(found: re.Match[str]) -> Reading | None:
    qualifier = Qualifier.OVER if found["half"].startswith("过") else _qualifier(found)
    return Reading(Fraction(1, 2), Fraction(1, 2), SHARE, qualifier, found.end())


def _ratio(found: re.Match[str]) -> Reading | None:
    """9.2:1 and 3比1; what may be a time of the day, 12:30, is none."""
    first, second = found["first"], found["second"]
    if not Decimal(second):
        return None
    if ":" in found["ratio"] and second != "1" and "." not in first + second:
        return None
    value = Fraction(first) / Fraction(second)
    return Reading(value, value, RATIO, _qualifier(found), found.end())


def _arabic(found: re.Match[str]) -> Reading | None:
    level, before = found.string, _before(found, "arabic")
    number_end = found.end("high") if found["high"] else found.end("low")
    if TIME.match(level, number_end) or (found["high"] and TIME.match(level, found.end("low"))):
        return None
    bounds = _range(found) if found["high"] else read_numeral(found["low"])
    if not bounds:
        return _arabic_low(found) if found["high"] else None
    form = found["unit"] or found["prefix"]
    if not found["unit"] and ENGLISH.match(level, number_end):
        return None
    if not form and not _is_quantity(found, before, number_end):
        return None
    unit = UNITS[form] if form else UNKNOWN
    if unit.kind is QuantityKind.PERSONS and RANK.search(before):
        return None
    return _reading(found, bounds, unit, found["sign"], found["low"] + (found["more"] or ""))


def _before(found: re.Match[str], form: str) -> str:
    """The few characters before a figure."""
    return found.string[max(0, found.start(form) - 4) : found.start(form)]


def _arabic_low(found: re.Match[str]) -> Reading | None:
    """The first of two numbers that are no range: 从20%到30%."""
    bounds = read_numeral(found["low"])
    if not bounds or not found["low_unit"]:
        return None
    unit = UNITS[found["low_unit"].strip(SPACES)]
    return replace(_reading(found, bounds, unit, found["sign"], found["low"]), end=found.end("low_unit"))


def _range(found: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """The bounds of 35—40万吨, where the first shares the scale of the second; of 从20%到30% there are none."""
    low, high = read_numeral(found["low"]), read_numeral(found["high"])
    if not low or not high or found.string.endswith(FROM, 0, found.start()):
        return None
    if found["low_unit"] and found["low_unit"].strip(SPACES) != found["unit"]:
        return None
    scale = scale_of(found["high"])
    shared = low[0] * scale if scale_of(found["low"]) == 1 and low[0] * scale < high[1] else low[0]
    return (shared, high[1]) if shared < high[1] else None


def _is_quantity(found: re.Match[str], before: str, end: int) -> bool:
    """Whether words or its form show that a number without a unit is a quantity, and neither a year nor a name."""
    level, low = found.string, found["low"]
    if WORD_GOES_ON.match(level, end) or YEAR_LIKE.fullmatch(low):
        return False
    if found["before"]:
        return True
    if found["high"]:
        return False
    if found["more"] or GROUPED_OR_SCALED.search(low):
        return True
    return LEVEL_BEFORE.search(before) is not None and BARE_END.match(level, end) is not None


def _several(found: re.Match[str]) -> Reading | None:
    if TIME.match(found.string, found.start("several_unit")):
        return None
    return Reading(None, None, UNITS[found["several_unit"]], Qualifier.SEVERAL, found.end())


def _han(found: re.Match[str]) -> Reading | None:
    unit = UNITS[found["han_unit"]]
    if any(TIME.match(found.string, found.end(name)) for name in ("han_low", "han_high") if found[name]):
        return None
    bounds = read_numeral(found["han_low"])
    high = read_numeral(found["han_high"]) if found["han_high"] else bounds
    if not bounds or not high or bounds[0] > high[1]:
        return None
    counted = unit.kind in (QuantityKind.COUNT, QuantityKind.PERSONS)
    if counted and IDIOM.fullmatch(found["han_low"]) and not found["han_more"] and not found["han_high"]:
        return None
    if found["han_more"] == "几":
        return Reading(None, None, unit, Qualifier.SEVERAL, found.end())
    return _reading(found, (bounds[0], high[1]), unit, found["han_sign"], found["han_low"] + (found["han_more"] or ""))


READERS: dict[str, Callable[[re.Match[str]], Reading | None]] = {
    "fraction": _fraction,
    "slashed": _slashed,
    "doubling": _doubling,
    "half": _half,
    "ratio": _ratio,
    "arabic": _arabic,
    "several": _several,
    "han": _han,
}
"""By the form's group in FIGURE."""


def _reading(
    found: re.Match[str], bounds: tuple[Decimal, Decimal], unit: Unit, sign: str | None, numeral: str
) -> Reading:
    factor = -unit.factor if sign else unit.factor
    return Reading(bounds[0] * factor, bounds[1] * factor, unit, _qualifier(found, numeral), found.end())


def _qualifier(found: re.Match[str], numeral: str = "") -> Qualifier | None:
    """What is said before the number, in it or after it."""
    for side, patterns in (("before", BEFORE), ("after", AFTER)):
        for qualifier, pattern in patterns.items():
            if found[side] and re.compile(pattern).match(found.string, found.start(side)):
                return qualifier
    if "来" in numeral:
        return Qualifier.ABOUT
    return Qualifier.OVER if re.search("[多余]", numeral) else None
