"""Pages: from an edition to all that is generated: the Markdown pages of a locale, and the files beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from edition.article_page import write_article
from edition.cite_box import SOURCE_FILE
from edition.csl import CslRecord, csl_record
from edition.exports import write_bibtex, write_csl_json, write_ris
from edition.indexes import write_dates, write_home, write_topic, write_topics
from edition.listings import DATES, HOME, TOPICS, article_uri, by_date, topic_uri, used_topics
from edition.model import Asset, Edition, Entry, Page, Table
from edition.strings import DEFAULT_LOCALE, Strings, read_strings
from edition.tables import write_csv, write_json

ARCHIVE = "Central Asia Archive"
"""The name under which the archive is cited."""


def write_pages(edition: Edition, locale: str, site_url: str) -> tuple[Page, ...]:
    """All generated pages of a locale. `Page.uri` carries the locale as static-i18n wants it: articles/x.en.md."""
    strings = read_strings(locale)
    pages = (
        Page(HOME, write_home(edition, strings)),
        Page(DATES, write_dates(edition, strings)),
        Page(TOPICS, write_topics(edition, strings)),
        *(Page(topic_uri(topic.id), write_topic(topic, edition, strings)) for topic, _ in used_topics(edition)),
        *_write_articles(edition, site_url, strings),
    )
    return tuple(Page(_localised(page.uri, locale), page.text, page.source) for page in pages)


def _localised(uri: str, locale: str) -> str:
    return uri if locale == DEFAULT_LOCALE else uri.removesuffix(".md") + f".{locale}.md"


def _write_articles(edition: Edition, site_url: str, strings: Strings) -> Iterator[Page]:
    ordered = by_date(edition.entries)
    topics = {topic.id: topic for topic in edition.topics}
    for later, entry, earlier in zip([None, *ordered], ordered, [*ordered[1:], None], strict=False):
        csl = cited_record(entry, site_url)
        text = write_article(entry, csl, topics, earlier, later, strings)
        yield Page(article_uri(entry.record.slug), text, entry.article.seed.name)


def cited_record(entry: Entry, site_url: str) -> CslRecord:
    """The CSL record of an article: it names the page in the default locale, which is the one that is cited."""
    return csl_record(entry, f"{site_url}articles/{entry.record.slug}/", ARCHIVE)


def write_assets(edition: Edition, locales: Iterable[str], site_url: str) -> tuple[Asset, ...]:
    """The files beside the articles: the seed itself, its reference files, and its tables as data."""
    return tuple(asset for entry in edition.entries for asset in _write_files(entry, tuple(locales), site_url))


def _write_files(entry: Entry, locales: tuple[str, ...], site_url: str) -> Iterator[Asset]:
    slug = entry.record.slug
    csl = [cited_record(entry, site_url)]
    folder = f"articles/{slug}"
    yield Asset(f"{folder}/{SOURCE_FILE}", entry.article.seed.data)
    yield Asset(f"{folder}/{slug}.bib", write_bibtex(csl).encode())
    yield Asset(f"{folder}/{slug}.ris", write_ris(csl).encode())
    yield Asset(f"{folder}/{slug}.csl.json", write_csl_json(csl).encode())
    for passage in entry.article.passages:
        if isinstance(passage.block, Table):
            for locale in locales:  # the links stand in the text, which knows nothing of where its page lies
                beside = folder if locale == DEFAULT_LOCALE else f"{locale}/{folder}"
                yield Asset(f"{beside}/{passage.id}.csv", write_csv(passage.block))
                yield Asset(f"{beside}/{passage.id}.json", write_json(passage.block))
