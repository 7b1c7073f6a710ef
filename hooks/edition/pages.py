"""Pages: from an edition to all the Markdown pages that are generated for one locale."""

from __future__ import annotations

from collections.abc import Iterator

from edition.article_page import write_article
from edition.indexes import write_dates, write_home, write_topic, write_topics
from edition.listings import DATES, HOME, TOPICS, article_uri, by_date, topic_uri, used_topics
from edition.model import Edition, Page
from edition.strings import DEFAULT_LOCALE, Strings, read_strings


def write_pages(edition: Edition, locale: str) -> tuple[Page, ...]:
    """All generated pages of a locale. `Page.uri` carries the locale as static-i18n wants it: articles/x.en.md."""
    strings = read_strings(locale)
    pages = (
        Page(HOME, write_home(edition, strings)),
        Page(DATES, write_dates(edition, strings)),
        Page(TOPICS, write_topics(edition, strings)),
        *(Page(topic_uri(topic.id), write_topic(topic, edition, strings)) for topic, _ in used_topics(edition)),
        *_write_articles(edition, strings),
    )
    return tuple(Page(_localised(page.uri, locale), page.text, page.source) for page in pages)


def _localised(uri: str, locale: str) -> str:
    return uri if locale == DEFAULT_LOCALE else uri.removesuffix(".md") + f".{locale}.md"


def _write_articles(edition: Edition, strings: Strings) -> Iterator[Page]:
    ordered = by_date(edition.entries)
    topics = {topic.id: topic for topic in edition.topics}
    for later, entry, earlier in zip([None, *ordered], ordered, [*ordered[1:], None], strict=False):
        text = write_article(entry, topics, earlier, later, strings)
        yield Page(article_uri(entry.record.slug), text, entry.article.seed.name)
