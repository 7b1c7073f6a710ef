"""Timeline chart: from the timeline of an edition to pictures of how many events each year has."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import pygal

from edition.model import Timeline
from edition.writing.charts import new_chart, write_svg
from edition.writing.markdown import escape, html
from edition.writing.strings import Strings

EVERY = 5
"""Every so many years a bar has its year under it."""

APART = 56
"""How far the marks of two bars are apart at least, in CSS pixels: ≤1990 is 40 wide."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture for wide or for narrow screens: `width` and `height` are CSS pixels, `years` is for how many bars there
    is room; if it is `detailed`, their numbers stand above them and each leads to its year."""

    screen: str
    width: int
    height: int
    years: int
    detailed: bool


FULL = (Drawing("wide", 680, 200, 44, detailed=True), Drawing("narrow", 330, 180, 16, detailed=True))
STRIP = (Drawing("wide", 680, 80, 44, detailed=False), Drawing("narrow", 330, 80, 16, detailed=False))
"""For the home page."""


@dataclass(frozen=True, slots=True)
class Bar:
    """`mark` stands under it, `name` is for those who listen, `period` the one to which it leads."""

    mark: str
    name: str
    events: int
    period: str


def period_id(period: str) -> str:
    """The id of its heading on the timeline's page: y2022, y199x."""
    return f"y{period.lower()}" if period[:1].isdigit() else period


def write_timeline_chart(timeline: Timeline, strings: Strings) -> str:
    """A figure for the timeline's page, or nothing where no event is of any year."""
    if not _has_years(timeline):
        return ""
    caption = html("figcaption", {}, escape(strings("timeline.chart-caption")))
    return html("figure", {"class": "chart years"}, _write_charts(timeline, FULL, strings) + caption)


def write_timeline_strip(timeline: Timeline, page: str, strings: Strings) -> str:
    """A slim picture that leads to the timeline's page, whose address is `page`; nothing where no event is of any
    year."""
    if not _has_years(timeline):
        return ""
    words = html("span", {}, escape(strings("home.timeline")))
    leading = html("a", {"href": page}, _write_charts(timeline, STRIP, strings) + words)
    return html("div", {"class": "chart years strip"}, leading)


def _has_years(timeline: Timeline) -> bool:
    return any(period.isdigit() for period, _ in timeline.periods)


def _write_charts(timeline: Timeline, drawings: Iterable[Drawing], strings: Strings) -> str:
    return "".join(
        html("span", {"class": drawing.screen}, _write_chart(timeline, drawing, strings)) for drawing in drawings
    )


def _write_chart(timeline: Timeline, drawing: Drawing, strings: Strings) -> str:
    bars = list(read_bars(timeline, drawing.years, strings))
    options = {"show_minor_x_labels": False, "truncate_label": -1, "show_y_guides": False, "show_y_labels": False}
    chart = new_chart(pygal.Bar, drawing.width, drawing.height, print_values=drawing.detailed, **options)
    chart.print_values_position = "top"
    chart.x_labels = [bar.mark for bar in bars]
    chart.x_labels_major = list(_marks(bars, APART * len(bars) // drawing.width))
    chart.add("", [_point(bar, drawing.detailed, strings) for bar in bars])
    return write_svg(chart, strings("timeline.chart"))


def _marks(bars: Sequence[Bar], near: int) -> Iterator[str]:
    """Those of bars of more than a year, and of years that are not near to one."""
    for place, bar in enumerate(bars):
        beside = bars[max(0, place - near) : place + near + 1]
        if not bar.mark.isdigit() or (int(bar.mark) % EVERY == 0 and all(other.mark.isdigit() for other in beside)):
            yield bar.mark


def _point(bar: Bar, linked: bool, strings: Strings) -> dict[str, object] | None:
    if not bar.events:
        return None
    link = {"xlink": {"href": f"#{period_id(bar.period)}"}} if linked else {}
    return {"value": bar.events, "label": f"{bar.name}: {strings.number(bar.events)}", **link}


def read_bars(timeline: Timeline, room: int, strings: Strings) -> Iterator[Bar]:
    """A bar for each of the years in a row that have the most events, the latest of them if several rows have as many;
    before and after them one for all that is earlier and for all that is later. What is known to the decade or the
    century alone has no bar unless all of it is earlier."""
    counts = {period: len(events) for period, events in timeline.periods}
    years = {int(period): n for period, n in counts.items() if period.isdigit()}
    first = first_year(years, room)
    last = min(first + room - 1, max(years))
    earlier = [period for period in counts if int(period.replace("X", "9")) < first]
    later = [period for period in counts if period.isdigit() and int(period) > last]
    if earlier:
        yield _all_of(earlier, counts, f"≤{first - 1}", strings("timeline.before", year=strings.year(first)))
    for year in range(first, last + 1):
        yield Bar(str(year), strings.year(year), years.get(year, 0), f"{year:04}")
    if later:
        yield _all_of(later, counts, f"≥{last + 1}", strings("timeline.after", year=strings.year(last)))


def _all_of(periods: Sequence[str], counts: Mapping[str, int], mark: str, name: str) -> Bar:
    return Bar(mark, name, sum(counts[period] for period in periods), periods[0])


def first_year(years: Mapping[int, int], room: int) -> int:
    """Of the `room` years in a row that have the most events, the first."""
    starts = range(min(years), max(max(years) - room + 1, min(years)) + 1)
    return max(starts, key=lambda start: (sum(years.get(year, 0) for year in range(start, start + room)), start))
