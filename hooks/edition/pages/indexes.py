"""Indexes: from an edition to its home page and its pages by date and by topic."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from edition.model import Edition, Entry, Timeline, Topic
from edition.pages.timeline_chart import write_timeline_strip
from edition.writing.listings import (
    ATOM,
    DATES,
    HOME,
    TIMELINE,
    TOPICS,
    by_addition,
    by_date,
    link,
    page_path,
    topic_name,
    topic_scope,
    topic_uri,
    used_topics,
    write_draft_notice,
    write_listing,
    write_page,
)
from edition.writing.markdown import escape, fenced, html
from edition.writing.strings import Strings

LATEST = 10
"""How many additions the home page shows."""


def write_home(edition: Edition, timeline: Timeline, strings: Strings) -> str:
    topics = "\n".join(f"- {_counted(topic, entries, HOME, strings)}" for topic, entries in used_topics(edition))
    return write_page(
        strings("site.name"),
        html("p", {"class": "purpose"}, escape(strings("site.purpose"))),
        _write_search_form(strings),
        f"## {escape(strings('home.latest'))} {{: #latest }}",
        write_listing(by_addition(edition.entries)[:LATEST], HOME, strings, opening=True),
        write_draft_notice(edition.entries, strings),
        link(strings("home.all-dates"), DATES, HOME) + " · " + _feed_link(strings),
        *_write_strip(timeline, strings),
        f"## {escape(strings('home.topics'))} {{: #topics }}",
        fenced(3, "div.topics", topics),
        link(strings("home.all-topics"), TOPICS, HOME),
    )


def _write_strip(timeline: Timeline, strings: Strings) -> Iterator[str]:
    if strip := write_timeline_strip(timeline, page_path(TIMELINE), strings):
        yield f"## {escape(strings('timeline.title'))} {{: #timeline }}"
        yield strip


def _feed_link(strings: Strings) -> str:
    return html("a", {"href": ATOM, "type": "application/atom+xml"}, escape(strings("feeds.subscribe")))


def _write_search_form(strings: Strings) -> str:
    """A field that leads to the search page, which lies beside every locale's home page."""
    field = {"type": "search", "name": "q", "aria-label": strings("search.label"), "autocomplete": "off"}
    field |= {"placeholder": strings("home.search"), "enterkeyhint": "search", "required": ""}
    submit = html("button", {"type": "submit"}, escape(strings("search.submit")))
    form = {"class": "home-search", "role": "search", "aria-label": strings("home.search"), "action": "search/"}
    return html("form", form, html("input", field, "").removesuffix("</input>") + submit)


def write_dates(edition: Edition, strings: Strings) -> str:
    """Years, in them months, in them days; a date known to the year alone stands at the year's end."""
    parts: list[str] = []
    for year, entries in groupby(by_date(edition.entries), key=_year):
        parts += _write_year(year, list(entries), strings)
    count = strings.count("count.texts", len(edition.entries))
    notice = write_draft_notice(edition.entries, strings)
    return write_page(strings("dates.title"), escape(strings("dates.intro", count=count)), *parts, notice)


def _year(entry: Entry) -> int | None:
    return entry.record.date.value.latest.year if entry.record.date else None


def _month(entry: Entry) -> int | None:
    return entry.record.date.value.month if entry.record.date else None


def _write_year(year: int | None, entries: Sequence[Entry], strings: Strings) -> Iterator[str]:
    if year is None:
        yield f"## {escape(strings('dates.undated'))} {{: #undated .year }}"
        yield write_listing(entries, DATES, strings)
        return
    yield f"## {escape(strings.year(year))} {{: #y{year} .year }}"
    by_month = sorted(entries, key=lambda entry: _month(entry) or 0, reverse=True)
    for month, group in groupby(by_month, key=_month):
        name = strings.month(month) if month else strings("dates.month-unknown")
        yield f"### {escape(name)} {{: #y{year}-{month or 0:02} }}"
        yield write_listing(group, DATES, strings)


def write_topics(edition: Edition, strings: Strings) -> str:
    used = used_topics(edition)
    parts: list[str] = [escape(strings("topics.intro", topics=strings.number(len(used))))]
    for topic, entries in used:
        parts += [
            f"## {_counted(topic, entries, TOPICS, strings)} {{: #{topic.id} }}",
            escape(topic_scope(topic, strings)),
        ]
    return write_page(strings("topics.title"), *parts)


def _counted(topic: Topic, entries: Sequence[Entry], base: str, strings: Strings) -> str:
    count = html("span", {"class": "count"}, escape(strings.count("count.texts", len(entries))))
    return f"{link(topic_name(topic, strings), topic_uri(topic.id), base)} {count}"


def write_topic(topic: Topic, edition: Edition, strings: Strings) -> str:
    entries = [entry for entry in by_date(edition.entries) if topic.id in entry.record.topics.value]
    uri = topic_uri(topic.id)
    return write_page(
        topic_name(topic, strings),
        escape(topic_scope(topic, strings)),
        escape(strings.count("count.texts", len(entries))),
        write_listing(entries, uri, strings),
        write_draft_notice(entries, strings),
        link(strings("topic.back"), TOPICS, uri),
    )
