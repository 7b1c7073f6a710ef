"""Filters: properties of rows and their values → the form that narrows a page, which assets/scripts/rows.js shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from edition.model import Edition
from edition.writing.listings import by_date, shown_title, topic_name, used_topics
from edition.writing.markdown import escape, html
from edition.writing.strings import Strings

Choices = tuple[str, Iterable[tuple[str, str, str]]]
"""What a property is called; each of its values, what that is called, and in which language."""


def write_filters(properties: Mapping[str, Choices], strings: Strings) -> str:
    """A form, hidden until its script shows it. A row has its values of a property as data-{property}, parted by
    spaces."""
    selects = (_write_select(name, *said, strings) for name, said in properties.items())
    attributes = {"class": "row-filters", "hidden": "", "data-status": strings("rows.status", n="{n}", all="{all}")}
    return html("form", attributes, "".join(selects))


def _write_select(name: str, label: str, values: Iterable[tuple[str, str, str]], strings: Strings) -> str:
    written = "".join(
        html("option", {"value": value, "lang": lang if lang != strings.locale else None}, escape(said))
        for value, said, lang in (("", strings("rows.all"), strings.locale), *values)
    )
    return html("label", {}, f"{escape(label)} {html('select', {'name': name}, written)}")


def topic_choices(edition: Edition, strings: Strings) -> Choices:
    topics = [topic for topic, _ in used_topics(edition)]
    return strings("rows.topic"), [(topic.id, topic_name(topic, strings), strings.locale) for topic in topics]


def text_choices(edition: Edition, strings: Strings) -> Choices:
    """The texts, newest first, by slug."""
    records = [entry.record for entry in by_date(edition.entries)]
    return strings("rows.text"), [(record.slug, *shown_title(record, strings)) for record in records]
