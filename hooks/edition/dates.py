"""Dates: known to the day, the month or the year, or only as one of a set (EDTF, ISO 8601-2)."""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import date
from functools import cache

from edtf import EDTFParseException, parse_edtf
from edtf.parser.parser_classes import Date, OneOfASet, Unspecified


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as far as it is known, or the period from one to another: nothing is filled in.

    `edtf` is the date as written in EDTF level 1; `earliest` and `latest` bound it, both included.
    """

    edtf: str
    earliest: date
    latest: date

    @property
    def is_set(self) -> bool:
        """Whether it is one day of a set, such as [2025-06-17..2025-10-09]."""
        return self.edtf.startswith("[")

    @property
    def is_interval(self) -> bool:
        """Whether it lasts from one date to another, such as 2025-01/2025-08."""
        return "/" in self.edtf

    @property
    def precision(self) -> str:
        """interval, set, century, decade, year, month or day."""
        if self.is_interval or self.is_set:
            return "interval" if self.is_interval else "set"
        if "X" in self.edtf:
            return "century" if self.edtf.endswith("XX") else "decade"
        return {4: "year", 7: "month", 10: "day"}[len(self.edtf)]

    @property
    def year(self) -> int | None:
        return self.earliest.year if self.earliest.year == self.latest.year else None

    @property
    def month(self) -> int | None:
        same = self.year is not None and self.earliest.month == self.latest.month
        return self.earliest.month if same else None

    @property
    def day(self) -> int | None:
        return self.earliest.day if self.earliest == self.latest else None

    @property
    def short(self) -> str:
        """For a column of dates: 2025-11-15, 2022, or the bounds of a set, 2025-06-17 – 10-09."""
        if not self.is_set:
            return self.edtf
        first, last = self.earliest.isoformat(), self.latest.isoformat()
        return f"{first} – {last[5:] if self.year else last}"

    @property
    def iso(self) -> str:
        """The part that is certain, as ISO 8601: 2025-11-15, 2025-11, 2022, 2025-01/2025-08, or nothing."""
        if self.day is not None:
            return self.earliest.isoformat()
        if self.is_set:
            return "" if self.year is None else f"{self.year:04}"
        return "" if "X" in self.edtf else self.edtf


@cache  # the grammar is slow, and the notes of a thousand texts name the same days
def read_date(text: str) -> PartialDate:
    """Read an EDTF date: 2025-11-15, 2025-11, 2022, or one of a set, [2025-06-17..2025-10-09].

    Raises ValueError for anything else, and for a day that the calendar does not have.
    """
    return _read(text.strip(), (Date, OneOfASet))


@cache
def read_period(text: str) -> PartialDate:
    """Read a time of which a text may speak: a date such as read_date reads, but no set; a decade, 199X; a century,
    18XX; or the time from one of these to another, both included: 2022-10-12/2022-10-14, 198X/199X.

    Raises ValueError for anything else.
    """
    first, *rest = (_read(part, (Date, Unspecified)) for part in text.split("/"))
    match rest:
        case []:
            return first
        case [last] if first.earliest <= last.earliest and first.latest <= last.latest:
            return PartialDate(text, first.earliest, last.latest)
    raise ValueError(f"{text!r} ends before it begins, or more than once")


def _read(text: str, kinds: tuple[type, ...]) -> PartialDate:
    try:
        parsed = parse_edtf(text)
    except EDTFParseException as error:
        raise ValueError(f"{text!r} is not a date of the calendar") from error
    if type(parsed) not in kinds:  # their subclasses are seasons and the like
        raise ValueError(f"{text!r} is a kind of date that is not used here")
    earliest, latest = parsed.lower_strict(), parsed.upper_strict()
    if not (isinstance(earliest, time.struct_time) and isinstance(latest, time.struct_time)):
        raise ValueError(f"{text!r} is open at one end")
    first, last = date(*earliest[:3]), date(*latest[:3])
    if first > last:
        raise ValueError(f"{text!r} ends before it begins")
    return PartialDate(text, first, last)
