"""Timeline page: from the timeline of an edition to the pages that show it in one locale."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from posixpath import dirname, relpath

from edition.dates import read_period
from edition.gathered.timeline import TIMES
from edition.model import Edition, Event, Inference, Timeline
from edition.pages.data_page import write_data_links
from edition.pages.timeline_chart import period_id, write_timeline_chart
from edition.writing.filters import text_choices, topic_choices, write_filters
from edition.writing.listings import TIMELINE, article_uri, page_path, place_label, shown_title, write_page
from edition.writing.markdown import escape, fenced, html, write_words
from edition.writing.strings import Strings

UNDECIDED = "undecided"

ON_ONE_PAGE = 1_000
"""With more events than this, every year has a page of its own, and one that has more itself has several."""

Period = tuple[str, Sequence[Event]]


def period_uri(period: str, part: int = 1) -> str:
    return f"{dirname(TIMELINE)}/{period.lower()}{f'-{part}' if part > 1 else ''}.md"


def write_timeline(timeline: Timeline, edition: Edition, strings: Strings) -> Iterator[tuple[str, str]]:
    """The uri and the text of each page: of all, or where that would be too long, of what leads to those of the
    years."""
    periods: list[Period] = list(timeline.periods)
    if timeline.undecided:
        periods.append((UNDECIDED, timeline.undecided))
    opening = _write_opening(timeline, strings)
    if sum(len(events) for _, events in periods) <= ON_ONE_PAGE:
        rows = _write_periods(periods, TIMELINE, edition, strings)
        yield TIMELINE, write_page(strings("timeline.title"), *opening, *rows)
        return
    yield TIMELINE, write_page(strings("timeline.title"), *opening, _write_overview(periods, strings))
    for period, events in periods:
        parts = [events[start : start + ON_ONE_PAGE] for start in range(0, len(events), ON_ONE_PAGE)]
        for part, listed in enumerate(parts, start=1):
            yield period_uri(period, part), _write_part((period, listed), part, len(parts), edition, strings)


def _write_opening(timeline: Timeline, strings: Strings) -> tuple[str, ...]:
    """What is listed and where its dates come from, the picture, and the files."""
    said = {"dated": strings.number(len(timeline.events)), "undecided": strings.number(len(timeline.undecided))}
    return (
        escape(strings("timeline.intro", **said)),
        _write_inferences(strings),
        write_timeline_chart(timeline, strings),
        write_data_links(TIMES, strings),
    )


def _write_inferences(strings: Strings) -> str:
    rows = (
        html("dt", {}, escape(strings(f"timeline.how.{how}")))
        + html("dd", {}, write_words(strings(f"timeline.about.{how}"), strings.locale))
        for how in Inference
    )
    return html("dl", {"class": "inferences"}, "".join(rows))


# ── Years ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _write_overview(periods: Sequence[Period], strings: Strings) -> str:
    lines = (
        html("li", {"id": period_id(period)}, f"{_link_period(period, strings)} {_write_count(events, strings)}")
        for period, events in periods
    )
    return html("ul", {"class": "periods"}, "".join(lines))


def _link_period(period: str, strings: Strings) -> str:
    return html("a", {"href": f"{period.lower()}/"}, escape(_said_period(period, strings)))


def _write_count(events: Sequence[Event], strings: Strings) -> str:
    return html("span", {"class": "count", "data-count": ""}, escape(strings.number(len(events))))


def _said_period(period: str, strings: Strings) -> str:
    return strings("timeline.undecided") if period == UNDECIDED else strings.date(read_period(period))


def _write_part(period: Period, part: int, parts: int, edition: Edition, strings: Strings) -> str:
    """The page of a period, or one of its parts, each of which leads to the others."""
    uri = period_uri(period[0], part)
    said = _said_period(period[0], strings)
    back = html("p", {}, html("a", {"href": "../"}, escape(strings("timeline.back"))))
    others = (_link_part(period[0], other, part, strings) for other in range(1, parts + 1))
    label = strings("timeline.parts", period=said)
    strip = html("nav", {"class": "parts", "aria-label": label}, " ".join(others)) if parts > 1 else ""
    title = strings("timeline.of-period", period=said) + (f" · {strings.number(part)}" if part > 1 else "")
    return write_page(title, back, strip, *_write_periods([period], uri, edition, strings))


def _link_part(period: str, part: int, here: int, strings: Strings) -> str:
    href = relpath(page_path(period_uri(period, part)), page_path(period_uri(period, here))) + "/"
    return html("a", {"href": href, "aria-current": "page" if part == here else None}, strings.number(part))


def _write_periods(periods: Sequence[Period], uri: str, edition: Edition, strings: Strings) -> Iterator[str]:
    """With the form that narrows them to a topic or a text."""
    entries = {event.entry.record.slug: event.entry for _, events in periods for event in events}
    shown = replace(edition, entries=tuple(entries.values()))
    yield write_filters({"topic": topic_choices(shown, strings), "text": text_choices(shown, strings)}, strings)
    yield fenced(5, "div.timeline[data-rows=all]", *(_write_period(*period, uri, strings) for period in periods))


def _write_period(period: str, events: Sequence[Event], uri: str, strings: Strings) -> str:
    """The rows as HTML, addresses and all: there are thousands, and Markdown would take longer."""
    said = escape(_said_period(period, strings))
    heading = f"## {said} {_write_count(events, strings)}"
    rows = "\n".join(_write_event(event, uri, strings) for event in events)
    listed = html("ul", {"class": "events"}, f"\n{rows}\n")
    return fenced(
        4,
        "section.period[data-group=all]",
        f'{heading} {{: #{period_id(period)} .year data-toc-label="{said}" }}',
        listed,
    )


# ── Events ────────────────────────────────────────────────────────────────────────────────────────────────────


def _write_event(event: Event, uri: str, strings: Strings) -> str:
    """When, and as how sure that is; the sentence; the passage and the text."""
    record, time = event.entry.record, event.time
    date = html("span", {"class": "date"}, escape(strings.date(time.date)) if time.date else "")
    sentence = html("span", {"class": "sentence", "lang": event.entry.article.language}, _write_sentence(event))
    how = html("span", {"class": "how"}, escape(strings(f"timeline.how.{time.how}")))
    where = html("span", {"class": "where"}, " · ".join((*_write_links(event, uri, strings), how)))
    row = {"data-row": "", "data-topic": " ".join(record.topics.value), "data-text": record.slug}
    return html("li", row, date + sentence + where)


def _write_sentence(event: Event) -> str:
    language, at = event.entry.article.language, event.start
    parts = []
    for time in event.times:
        parts += [write_words(time.line[at : time.start], language), html("mark", {}, escape(time.text))]
        at = time.end
    return "".join((*parts, write_words(event.time.line[at : event.end], language)))


def _write_links(event: Event, uri: str, strings: Strings) -> Iterator[str]:
    record = event.entry.record
    text = relpath(page_path(article_uri(record.slug)), page_path(uri)) + "/"
    title, lang = shown_title(record, strings)
    place = escape(place_label(event.time.place, strings))
    yield html("a", {"href": f"{text}#{event.time.place}"}, place)
    yield html("a", {"href": text, "lang": lang if lang != strings.locale else None}, escape(title))
