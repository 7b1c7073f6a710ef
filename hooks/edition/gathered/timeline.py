"""Timeline: from an edition to what its texts say happened when, in the order of time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from edition.model import Edition, Entry, Event, TimeExpression, Timeline
from edition.text.sentences import sentence_span
from edition.writing.listings import by_date

TIMES = "times"
"""The name of the dataset of all expressions of time."""


def read_timeline(edition: Edition) -> Timeline:
    """Among events of one time, what was said first stands first; the undecided are in the order of the texts, newest
    first."""
    events = [list(_events(entry)) for entry in by_date(edition.entries)]
    dated = [event for of_text in reversed(events) for event in of_text if event.time.date]
    periods = groupby(sorted(dated, key=_oldest_first), key=period_of)
    undecided = tuple(event for of_text in events for event in of_text if event.time.date is None)
    return Timeline(tuple((period, tuple(group)) for period, group in periods), undecided)


def _events(entry: Entry) -> Iterator[Event]:
    """One for each time that a sentence names; where it cannot be told, one for each way of saying it."""
    found: dict[tuple[str, str, tuple[int, int], str, str], list[TimeExpression]] = {}
    for time in entry.times:
        span = sentence_span(time.line, time.start, time.end)
        said = time.date.edtf if time.date else time.text
        found.setdefault((time.place, time.line, span, said, time.how), []).append(time)
    for (_, _, span, _, _), times in found.items():
        yield Event(entry, tuple(times), *span)


def _oldest_first(event: Event) -> tuple[str, int, int, int]:
    """A century before its decades, a decade before its years, a year before its days."""
    period, date = period_of(event), event.time.date
    first, last = (date.earliest.toordinal(), date.latest.toordinal()) if date else (0, 0)
    return period.replace("X", "0"), -period.count("X"), first, -last


def period_of(event: Event) -> str:
    """The year, the decade or the century in which it begins: 2022, 199X, 18XX."""
    return event.time.date.edtf[:4] if event.time.date else ""
