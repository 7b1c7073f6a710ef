"""Site: from an edition to all that is generated: the Markdown pages of a locale, and the files beside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from edition.gathered.figures import Figures, read_figures
from edition.gathered.names import NAMES, Names, name_uri, read_names
from edition.gathered.sources import read_sources, source_records
from edition.gathered.timeline import read_timeline
from edition.model import Asset, Dataset, Edition, Entry, Metadata, Page, Source, Table, Timeline
from edition.pages.article_page import Surroundings, render_text, write_article
from edition.pages.cite_box import SOURCE_FILE
from edition.pages.data_page import write_data
from edition.pages.disagreements import DISAGREEMENTS, write_disagreements
from edition.pages.figures_page import write_figures
from edition.pages.indexes import write_dates, write_home, write_topic, write_topics
from edition.pages.name_pages import describe_name, write_name, write_names
from edition.pages.search_page import write_search_page
from edition.pages.sources_page import FILES, SOURCES, write_sources
from edition.pages.timeline_page import write_timeline
from edition.publishing.archive_datasets import archive_datasets
from edition.publishing.exports import write_bibtex, write_csl_json, write_ris
from edition.publishing.feeds import feed_urls, write_feeds, write_robots
from edition.publishing.metadata import (
    Crumb,
    addresses,
    article_metadata,
    locale_folder,
    page_description,
    page_metadata,
)
from edition.publishing.redirects import write_redirects
from edition.publishing.sitemap import INDEX
from edition.publishing.tables import write_table_csv, write_table_json
from edition.writing.csl import CslRecord, csl_record
from edition.writing.datasets import DATA, write_datasets
from edition.writing.listings import (
    DATES,
    HOME,
    SEARCH,
    TOPICS,
    article_uri,
    by_date,
    last_change,
    page_path,
    topic_scope,
    topic_uri,
    used_topics,
)
from edition.writing.slots import TextOnce
from edition.writing.strings import DEFAULT_LOCALE, Strings, read_strings

ARCHIVE = "Central Asia Archive"
"""The name under which the archive is cited."""


@dataclass(frozen=True, slots=True)
class Site:
    """Where the pages will stand: the address of the site, with its last slash, and the locales it has."""

    url: str = ""
    locales: tuple[str, ...] = (DEFAULT_LOCALE,)


def render_texts(edition: Edition, render: Callable[[str], str]) -> dict[str, TextOnce]:
    """The texts of all articles, by slug, for all locales."""
    return {entry.record.slug: render_text(entry, edition.claims, render) for entry in edition.entries}


@dataclass(frozen=True, slots=True)
class Gathered:
    """An edition, and what is gathered from all its texts once, for the pages of every locale and the files."""

    edition: Edition
    names: Names
    sources: tuple[Source, ...]
    timeline: Timeline
    figures: Figures
    datasets: tuple[Dataset, ...]


def gather(edition: Edition, site: Site) -> Gathered:
    sources = read_sources(edition)
    datasets = archive_datasets(edition, sources, site.url)
    figures, timeline = read_figures(edition), read_timeline(edition)
    return Gathered(edition, read_names(edition), sources, timeline, figures, datasets)


def write_pages(
    known: Gathered, locale: str, site: Site, texts: Mapping[str, TextOnce] = MappingProxyType({})
) -> tuple[Page, ...]:
    """All generated pages of a locale. `Page.uri` carries the locale as static-i18n wants it: articles/x.en.md.

    A text that is one of `texts` does not stand in its page, which has a place for it.
    """
    strings = read_strings(locale)
    pages = (*_write_indexes(known, site, strings), *_write_articles(known, site, strings, texts))
    return tuple(replace(page, uri=_localised(page.uri, locale)) for page in pages)


def _localised(uri: str, locale: str) -> str:
    return uri if locale == DEFAULT_LOCALE else uri.removesuffix(".md") + f".{locale}.md"


def _write_indexes(known: Gathered, site: Site, strings: Strings) -> Iterator[Page]:
    for uri, text, description, entries in _indexes(known, strings):
        metadata = _page_metadata(page_path(uri), strings.locale, description, site)
        yield Page(uri, text, metadata=metadata, changed=last_change(entries))


def _indexes(known: Gathered, strings: Strings) -> Iterator[tuple[str, str, str, Iterable[Entry]]]:
    """Each one's uri, text, description, and the articles that it lists."""
    edition, names, sources = known.edition, known.names, known.sources
    everything = edition.entries
    yield HOME, write_home(edition, known.timeline, strings), strings("site.purpose"), everything
    yield DATES, write_dates(edition, strings), strings("dates.description"), everything
    yield TOPICS, write_topics(edition, strings), strings("topics.description"), everything
    yield SEARCH, write_search_page(strings), strings("search.description"), everything
    yield NAMES, write_names(names, strings), strings("names.description"), everything
    for uri, text in write_timeline(known.timeline, edition, strings):
        yield uri, text, strings("timeline.description"), everything
    for uri, text in write_figures(known.figures, edition, strings):
        yield uri, text, strings("figures.description"), everything
    yield SOURCES, write_sources(sources, strings), strings("sources.description"), [s.entry for s in sources]
    yield DISAGREEMENTS, write_disagreements(edition, strings), strings("disagreements.description"), everything
    yield DATA, write_data(known.datasets, strings), strings("data.description"), everything
    for topic, entries in used_topics(edition):
        yield topic_uri(topic.id), write_topic(topic, edition, strings), topic_scope(topic, strings), entries
    for id, named in names.named.items():
        entries = [text.entry for text in named.texts]
        yield name_uri(id), write_name(named, names, strings), describe_name(named, strings), entries


def _write_articles(known: Gathered, site: Site, strings: Strings, texts: Mapping[str, TextOnce]) -> Iterator[Page]:
    edition, names = known.edition, known.names
    ordered = by_date(edition.entries)
    topics = {topic.id: topic for topic in edition.topics}
    for later, entry, earlier in zip([None, *ordered], ordered, [*ordered[1:], None], strict=False):
        csl = cited_record(entry, site.url)
        around = Surroundings(topics, names.records, earlier, later, edition.claims)
        text = write_article(entry, csl, around, strings, texts.get(entry.record.slug))
        metadata = _article_metadata(entry, csl, site, strings)
        uri, source = article_uri(entry.record.slug), entry.article.seed.name
        yield Page(uri, text, source, metadata, last_change([entry]))


def _article_metadata(entry: Entry, csl: CslRecord, site: Site, strings: Strings) -> Metadata:
    urls = addresses(page_path(article_uri(entry.record.slug)), strings.locale, site.locales, site.url)
    files = {media: csl["URL"] + name for media, name in _alternate_files(entry.record.slug)}
    trail = (Crumb(strings("site.name"), urls.home), Crumb(strings("dates.title"), urls.home + page_path(DATES)))
    about = page_description(entry, strings.locale)
    return article_metadata(entry, csl, replace(urls, files=files), about, strings.locale, trail)


def _alternate_files(slug: str) -> tuple[tuple[str, str], ...]:
    return ("text/plain", SOURCE_FILE), ("application/vnd.citationstyles.csl+json", f"{slug}.csl.json")


def write_metadata(url: str, locale: str, description: str, site: Site) -> Metadata:
    """The metadata of a hand-written page, whose path below the site, its locale's folder included, is `url`."""
    return _page_metadata(url.removeprefix(locale_folder(locale)), locale, description, site)


def _page_metadata(path: str, locale: str, description: str, site: Site) -> Metadata:
    urls = addresses(path, locale, site.locales, site.url)
    return page_metadata(replace(urls, files=feed_urls(locale, site.url)), description)


def cited_record(entry: Entry, site_url: str) -> CslRecord:
    """The CSL record of an article: it names the page in the default locale, which is the one that is cited."""
    return csl_record(entry, f"{site_url}articles/{entry.record.slug}/", ARCHIVE)


def write_assets(known: Gathered, site: Site) -> tuple[Asset, ...]:
    """The files beside the articles: the seed itself, its reference files, and its tables as data; at former
    addresses too, with a page that leads to the present one. The works that notes refer to, the datasets, the feeds,
    and what robots are told."""
    edition = known.edition
    files = (
        asset
        for entry in edition.entries
        for slug in (entry.record.slug, *entry.former)
        for asset in _write_files(entry, slug, site)
    )
    feeds = write_feeds(edition, map(read_strings, site.locales), site.url)
    redirects = write_redirects(edition, site.locales, site.url)
    references = _write_reference_files(f"{page_path(SOURCES)}{FILES}", source_records(known.sources))
    data = write_datasets(known.datasets, ARCHIVE, f"{site.url}{page_path(DATA)}", read_strings("en"))
    return (*files, *references, *data, *redirects, *feeds, write_robots(site.url, INDEX))


def _write_reference_files(path: str, records: list[CslRecord]) -> Iterator[Asset]:
    yield Asset(f"{path}.bib", write_bibtex(records).encode())
    yield Asset(f"{path}.ris", write_ris(records).encode())
    yield Asset(f"{path}.csl.json", write_csl_json(records).encode())


def _write_files(entry: Entry, slug: str, site: Site) -> Iterator[Asset]:
    folder = f"articles/{slug}"
    yield Asset(f"{folder}/{SOURCE_FILE}", entry.article.seed.data)
    yield from _write_reference_files(f"{folder}/{slug}", [cited_record(entry, site.url)])
    for passage in entry.article.passages:
        if isinstance(passage.block, Table):
            for locale in site.locales:  # the links stand in the text, which knows nothing of where its page lies
                beside = f"{locale_folder(locale)}{folder}/{passage.id}"
                yield Asset(f"{beside}.csv", write_table_csv(passage.block))
                yield Asset(f"{beside}.json", write_table_json(passage.block))
