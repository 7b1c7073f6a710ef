"""Feeds: from an edition to what tells subscribers of additions: an Atom feed and a JSON Feed for each locale.

A day is told as its noon in UTC, which falls on that day almost everywhere. When a text was published is said only
where the text says it, to the day.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from feedgenerator import Atom1Feed

from edition.characters import shown
from edition.model import Asset, Basis, Edition, Record
from edition.publishing.metadata import locale_folder, page_description
from edition.writing.listings import ATOM, article_uri, by_addition, last_change, shown_title, topic_name
from edition.writing.markdown import text_as_html
from edition.writing.strings import Strings

JSON_FEED = "feed.json"
MEDIA_TYPES = {"application/atom+xml": ATOM, "application/feed+json": JSON_FEED}

LATEST = 50
"""How many additions a feed tells of, however many texts there are."""

JSON_FEED_VERSION = "https://jsonfeed.org/version/1.1"


def feed_urls(locale: str, site_url: str) -> Mapping[str, str]:
    """The addresses of a locale's feeds, by media type."""
    return {media: f"{site_url}{locale_folder(locale)}{name}" for media, name in MEDIA_TYPES.items()}


@dataclass(frozen=True, slots=True)
class Feed:
    """`home` is the address of the locale's home page."""

    home: str
    title: str
    description: str
    language: str


@dataclass(frozen=True, slots=True)
class Item:
    """What both feeds say of a text; `changed` is when it was added or last revised."""

    url: str
    title: str
    summary: str
    published: datetime | None
    changed: datetime
    authors: tuple[str, ...]
    topics: tuple[str, ...]


def write_feeds(edition: Edition, locales: Iterable[Strings], site_url: str) -> Iterator[Asset]:
    for strings in locales:
        folder = locale_folder(strings.locale)
        feed = Feed(f"{site_url}{folder}", strings("site.name"), strings("site.purpose"), strings.locale)
        items = list(_items(edition, feed.home, strings))
        yield Asset(f"{folder}{ATOM}", write_atom(feed, items).encode())
        yield Asset(f"{folder}{JSON_FEED}", write_json_feed(feed, items).encode())


def _items(edition: Edition, home: str, strings: Strings) -> Iterator[Item]:
    topics = {topic.id: topic_name(topic, strings) for topic in edition.topics}
    for entry in by_addition(edition.entries)[:LATEST]:
        record, changed = entry.record, last_change([entry])
        if changed:
            yield Item(
                url=f"{home}{article_uri(record.slug).removesuffix('.md')}/",
                title=shown(shown_title(record, strings)[0]),
                summary=shown(page_description(entry, strings.locale)),
                published=noon(day) if (day := published(record)) else None,
                changed=noon(changed),
                authors=record.authors.value if record.authors else (),
                topics=tuple(topics[id] for id in record.topics.value),
            )


def published(record: Record) -> date | None:
    """The day of publication, if the text states one."""
    stated = record.date if record.date and record.date.basis is Basis.STATED else None
    return stated.value.earliest if stated and stated.value.day else None


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def write_atom(feed: Feed, items: Iterable[Item]) -> str:
    described = {"description": feed.description, "language": feed.language, "author_name": feed.title}
    atom = Atom1Feed(feed.title, feed.home, feed_url=f"{feed.home}{ATOM}", **described)
    for item in items:
        atom.add_item(
            item.title,
            item.url,
            text_as_html(item.summary),
            unique_id=item.url,
            pubdate=item.published,
            updateddate=item.changed,
            author_name=", ".join(item.authors) or None,
            categories=item.topics,
        )
    written: str = atom.writeString("utf-8")
    return written + "\n"


def write_json_feed(feed: Feed, items: Iterable[Item]) -> str:
    written = {
        "version": JSON_FEED_VERSION,
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": f"{feed.home}{JSON_FEED}",
        "description": feed.description,
        "language": feed.language,
        "items": [_json_item(item) for item in items],
    }
    return json.dumps(written, ensure_ascii=False, indent=2) + "\n"


def _json_item(item: Item) -> dict[str, Any]:
    values = {
        "id": item.url,
        "url": item.url,
        "title": item.title,
        "content_text": item.summary,
        "date_published": item.published and item.published.isoformat(),
        "date_modified": item.changed.isoformat(),
        "authors": [{"name": name} for name in item.authors],
        "tags": item.topics,
    }
    return {name: value for name, value in values.items() if value}


def write_robots(site_url: str, sitemap: str) -> Asset:
    """Everything may be read. Robots look for this file at the root of a host alone."""
    return Asset("robots.txt", f"User-agent: *\nAllow: /\n\nSitemap: {site_url}{sitemap}\n".encode())
