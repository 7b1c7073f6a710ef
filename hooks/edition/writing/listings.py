"""Listings: what every page says of a text: its title, date and kind with their basis, and in which order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from posixpath import dirname, relpath

from edition.model import Abstract, Article, Attributed, Basis, Edition, Entry, Paragraph, Record, Series, Speech, Topic
from edition.text.inlines import printed
from edition.text.sentences import LATIN_SENTENCE, first_sentence
from edition.writing.csl import bracketed_title
from edition.writing.markdown import escape, fenced, front_matter, html, note_mark
from edition.writing.strings import Strings

HOME = "index.md"
DATES = "dates/index.md"
TOPICS = "topics/index.md"
SEARCH = "search/index.md"
ATOM = "feed.atom"
"""Beside the home page of every locale."""
TIMELINE = "timeline/index.md"


def article_uri(slug: str) -> str:
    return f"articles/{slug}.md"


def topic_uri(id: str) -> str:
    return f"topics/{id}.md"


def page_path(uri: str) -> str:
    """The path of a page below the site: articles/x.md → articles/x/, index.md → nothing."""
    return re.sub(r"(?:(?<=/)|^)index\.md$", "", uri).removesuffix(".md") + ("" if uri.endswith("index.md") else "/")


def write_page(title: str, *parts: str, lang: str | None = None, text_lang: str | None = None, calls: str = "") -> str:
    """A page of Markdown with its title, in the front matter and as its heading; `lang` if not the page's, `text_lang`
    that of the text whose headings the contents beside it list, `calls` those of notes on the title."""
    attributes = f' lang="{lang}"' if lang else ""
    heading = f"# {escape(title)}{calls} {{: #title{attributes} }}"
    matter = {"title": title} | ({"text_lang": text_lang} if text_lang else {})
    return "\n\n".join((front_matter(matter), heading, *filter(None, parts))) + "\n"


# ── Order and groups ──────────────────────────────────────────────────────────────────────────────────────────


def by_date(entries: Iterable[Entry]) -> list[Entry]:
    """Newest first: by the latest day possible, a certain day before an uncertain one; the undated last."""
    return sorted(entries, key=_newest_first)


def _newest_first(entry: Entry) -> tuple[int, int, str]:
    known = entry.record.date
    if known is None:
        return 0, 0, entry.record.slug
    return (
        -known.value.latest.toordinal(),
        known.value.latest.toordinal() - known.value.earliest.toordinal(),
        entry.record.slug,
    )


def by_addition(entries: Iterable[Entry]) -> list[Entry]:
    """Latest added first, and among those of one day the newest."""
    return sorted(by_date(entries), key=lambda entry: entry.record.added or date.min, reverse=True)


def last_change(entries: Iterable[Entry]) -> date | None:
    """The last day on which one of the texts was added or revised."""
    days = (day for entry in entries for day in (entry.record.added, entry.record.revised) if day)
    return max(days, default=None)


def used_topics(edition: Edition) -> list[tuple[Topic, list[Entry]]]:
    """The topics that have a text, with their texts, newest first."""
    about = {
        topic.id: [e for e in by_date(edition.entries) if topic.id in e.record.topics.value] for topic in edition.topics
    }
    return [(topic, about[topic.id]) for topic in edition.topics if about[topic.id]]


# ── What every page says of a text ────────────────────────────────────────────────────────────────────────────


def shown_title(record: Record, strings: Strings) -> tuple[str, str]:
    """The title as this locale shows it, and the language it is in; a supplied one stands in brackets."""
    lang = strings.locale if strings.locale in record.translations else record.language
    return bracketed_title(record, strings.locale), lang


def shown_date(record: Record, strings: Strings) -> str:
    return strings.date(record.date.value) if record.date else strings("date.unknown")


def mark_of(value: Attributed[object] | None, strings: Strings) -> str:
    """HTML that says a value is inferred or supplied; nothing where the text states it."""
    if value is None or value.basis is Basis.STATED:
        return ""
    return html("span", {"class": "basis"}, escape(strings("basis.mark", basis=strings(f"basis.{value.basis}"))))


def link(label: str, uri: str, base: str, lang: str | None = None) -> str:
    """A Markdown link from the page `base` to the page `uri`."""
    attribute = f'{{: lang="{lang}" }}' if lang else ""
    return f"[{escape(label)}]({relpath(uri, dirname(base) or '.')}){attribute}"


def place_label(place: str, strings: Strings) -> str:
    """What kind of passage an address is, and its number: 第 12 段, 注 7."""
    if place == "title":
        return strings("record.name")
    if place[0] in tuple(Series):
        return strings("article.note-reference", label=note_mark(place[1:], Series(place[0])))
    return strings(f"passage.{place[0]}", number=place[1:])


def link_place(entry: Entry, place: str, base: str, strings: Strings) -> str:
    return link(place_label(place, strings), f"{article_uri(entry.record.slug)}#{place}", base)


def write_listing(entries: Iterable[Entry], base: str, strings: Strings, *, opening: bool = False) -> str:
    """A list of texts: date, title, kind, each with its basis; and, if asked, each text's first sentence."""
    listed = "\n".join(f"- {_listed(entry, base, strings, opening)}" for entry in entries)
    return fenced(3, "div.entries", listed)


def _listed(entry: Entry, base: str, strings: Strings, opening: bool) -> str:
    record = entry.record
    title, lang = shown_title(record, strings)
    date = record.date.value.short if record.date else strings("date.unknown")
    linked = link(title, article_uri(record.slug), base, lang) + mark_of(record.title, strings)
    parts = [
        html("span", {"class": "date"}, html("span", {"class": "day"}, escape(date)) + mark_of(record.date, strings)),
        html("span", {"class": "entry"}, linked),
        html("span", {"class": "kind"}, escape(strings(f"kind.{record.kind.value}"))),
    ]
    if opening:
        words, language = shown_opening(entry, strings)
        parts.append(html("span", {"class": "opening", "lang": language}, escape(words)))
    return " ".join(parts)


def write_draft_notice(entries: Iterable[Entry], strings: Strings) -> str:
    """That the titles listed are translations which nobody has reviewed yet; nothing if there are none."""
    drafts = any(strings.locale in entry.record.translations and not entry.record.reviewed_by for entry in entries)
    return html("p", {"class": "notice"}, escape(strings("abstract.draft-list"))) if drafts else ""


def shown_opening(entry: Entry, strings: Strings) -> tuple[str, str]:
    """The first sentence of the text, or where the page is in another language, of its abstract in that one."""
    abstract = entry.record.abstracts.get(strings.locale)
    if strings.locale == entry.article.language or not abstract:
        return _opening(entry.article), entry.article.language
    return LATIN_SENTENCE.findall(abstract)[0], strings.locale


def _opening(article: Article) -> str:
    """The first sentence of the first block of running text, as printed."""
    running = next((p.block for p in article.passages if isinstance(p.block, Abstract | Paragraph | Speech)), None)
    return first_sentence(printed(running.content)) if running else ""


def topic_name(topic: Topic, strings: Strings) -> str:
    return topic.names.get(strings.locale, topic.names["en"])


def topic_scope(topic: Topic, strings: Strings) -> str:
    return topic.scope.get(strings.locale, topic.scope["en"])
