"""Metadata: from an entry and its CSL record to what stands in the head of its page: <meta>, <link> and JSON-LD.

Measured with Zotero's translators: news must have no `citation_…` (it would be saved as a journal article), a paper
no `og:site_name` (it would be saved as the journal's name); JSON-LD is for search engines alone.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from edition.model import Article, Entry, HeadLink, Kind, Meta, Metadata, Paragraph, Passage, Quotation, Speech
from edition.text.inlines import printed
from edition.text.sentences import LATIN_SENTENCE, SENTENCE, first_sentences
from edition.text.streams import streams
from edition.writing.csl import CONFERENCE_PAPER, CslRecord, abstract, bracketed_title, issued_iso, names, one_line
from edition.writing.strings import DEFAULT_LOCALE

OPEN_GRAPH_LOCALES = {"zh-Hans": "zh_CN", "en": "en_US", "ru": "ru_RU", "kk": "kk_KZ"}

LONGEST_DESCRIPTION = 200
LONGEST_LATIN_DESCRIPTION = 300
ELLIPSIS = "……"

UNSAFE_IN_SCRIPT = re.compile("[<>&\u2028\u2029]")
"""What could end the element or open a comment in it, and what old JavaScript takes for line ends."""


class Crumb(NamedTuple):
    """A page above this one, the uppermost first."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class Addresses:
    """The absolute URLs that a page's metadata names.

    `languages` are the page's versions by language tag, x-default too; `files` what else it is to be had as, by
    media type: the text, the CSL-JSON, the feed.
    """

    page: str
    home: str
    languages: Mapping[str, str]
    files: Mapping[str, str]


def article_metadata(
    entry: Entry,
    csl: CslRecord,
    urls: Addresses,
    description: str,
    locale: str,
    trail: tuple[Crumb, ...],
) -> Metadata:
    """The metadata of the page that shows `entry` in `locale`. Its CSL record names the page that is cited."""
    title = one_line(bracketed_title(entry.record, locale))
    own = _paper_metas(csl) if csl["type"] == CONFERENCE_PAPER else _webpage_metas(csl)
    metas = (*own, *_open_graph(title, urls.page, description, locale), Meta("name", "description", description))
    graph = [_article_ld(entry, csl, urls, description), _breadcrumbs(trail, Crumb(title, urls.page))]
    ld = {"@context": "https://schema.org", "@graph": graph}
    return Metadata(metas, (*_links(urls), *_article_links(csl, urls)), json_ld_text(ld))


def page_metadata(urls: Addresses, description: str) -> Metadata:
    """The metadata of any other page: what it is about, its own address, and its other languages."""
    return Metadata((Meta("name", "description", description),), (*_links(urls), *_files(urls)), "")


def addresses(path: str, locale: str, locales: Iterable[str], site_url: str) -> Addresses:
    """The addresses of the page whose path below the site, in the default locale, is `path`: articles/x/."""
    languages = {each: f"{site_url}{locale_folder(each)}{path}" for each in locales}
    languages["x-default"] = f"{site_url}{path}"
    return Addresses(languages[locale], f"{site_url}{locale_folder(locale)}", languages, {})


def locale_folder(locale: str) -> str:
    """The folder in which a locale's pages lie: nothing for the default one, en/ for English."""
    return "" if locale == DEFAULT_LOCALE else f"{locale}/"


def page_description(entry: Entry, locale: str) -> str:
    """The archive's abstract in the language of the page, shortened; if there is none, the summary of the text."""
    translated = entry.record.abstracts.get(locale) if locale != entry.article.language else None
    if not translated:
        return summary(entry.article)
    return _first_sentences(translated, LONGEST_LATIN_DESCRIPTION, LATIN_SENTENCE)


def summary(article: Article, longest: int = LONGEST_DESCRIPTION) -> str:
    """The abstract, or else the first paragraph: as many whole sentences as `longest` characters hold."""
    return _first_sentences(abstract(article) or one_line(_first_paragraph(article.passages)), longest, SENTENCE)


def _first_sentences(text: str, longest: int, sentences: re.Pattern[str]) -> str:
    if len(text) <= longest:
        return text
    return first_sentences(text, longest, sentences) or text[: longest - len(ELLIPSIS)] + ELLIPSIS


def json_ld_text(data: Mapping[str, Any]) -> str:
    """JSON that may stand in <script type="application/ld+json"> as it is."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return UNSAFE_IN_SCRIPT.sub(lambda mark: f"\\u{ord(mark[0]):04x}", text)


def _first_paragraph(passages: tuple[Passage, ...]) -> str:
    running = (p.block for p in passages if isinstance(p.block, Paragraph | Speech | Quotation))
    block = next(running, passages[0].block)
    return printed(next(streams(block), ()))


# ── <meta> ────────────────────────────────────────────────────────────────────────────────────────────────────


def _webpage_metas(csl: CslRecord) -> Iterator[Meta]:
    yield Meta("name", "z:itemType", "webpage")
    yield Meta("name", "DC.title", csl["title"])
    yield from (Meta("name", "DC.creator", name) for name in names(csl.get("author")))
    yield from (Meta("name", "z:translators", name) for name in names(csl.get("translator")))
    yield Meta("name", "DC.language", csl["language"])
    yield Meta("property", "og:site_name", csl["source"])
    if issued := issued_iso(csl):
        yield Meta("name", "DCTERMS.issued", issued)
        yield Meta("property", "article:published_time", issued)


def _paper_metas(csl: CslRecord) -> Iterator[Meta]:
    authors = names(csl.get("author"))
    values = (
        ("z:itemType", "conferencePaper"),
        ("citation_title", csl["title"]),
        *(("citation_author", name) for name in authors),
        ("citation_author_institution", _affiliation(csl)),
        *(("z:translators", name) for name in names(csl.get("translator"))),
        ("citation_conference_title", csl.get("event-title")),
        ("citation_publication_date", issued_iso(csl)),
        ("citation_language", csl["language"]),
        ("citation_abstract", csl.get("abstract")),
        ("citation_public_url", csl["URL"]),
        ("citation_fulltext_html_url", csl["URL"]),
    )
    yield from (Meta("name", key, value) for key, value in values if value)


def _affiliation(csl: CslRecord) -> str | None:
    """Where the author works. With several authors nothing says whose place it is."""
    return csl["custom"].get("affiliation") if len(csl.get("author", ())) == 1 else None


def _open_graph(title: str, url: str, description: str, locale: str) -> Iterator[Meta]:
    yield Meta("property", "og:type", "article")
    yield Meta("property", "og:title", title)
    yield Meta("property", "og:url", url)
    yield Meta("property", "og:locale", OPEN_GRAPH_LOCALES[locale])
    yield Meta("property", "og:description", description)


# ── <link> ────────────────────────────────────────────────────────────────────────────────────────────────────


def _links(urls: Addresses) -> Iterator[HeadLink]:
    yield HeadLink("canonical", urls.page)
    yield from (HeadLink("alternate", url, hreflang=language) for language, url in urls.languages.items())


def _article_links(csl: CslRecord, urls: Addresses) -> Iterator[HeadLink]:
    yield HeadLink("cite-as", csl["URL"])
    yield from _files(urls)


def _files(urls: Addresses) -> Iterator[HeadLink]:
    return (HeadLink("alternate", url, type=media) for media, url in urls.files.items())


# ── JSON-LD ───────────────────────────────────────────────────────────────────────────────────────────────────


def _article_ld(entry: Entry, csl: CslRecord, urls: Addresses, description: str) -> dict[str, Any]:
    """Only what is known: a text without a date of its own has no datePublished here either."""
    record = entry.record
    values = {
        "@type": "ScholarlyArticle" if record.kind.value is Kind.PAPER else "NewsArticle",
        "@id": csl["URL"],
        "url": csl["URL"],
        "mainEntityOfPage": urls.page,
        "headline": csl["title"],
        "alternativeHeadline": csl["custom"].get("title-en"),
        "description": description,
        "abstract": csl.get("abstract"),
        "inLanguage": csl["language"],
        "author": [_person(name, _affiliation(csl)) for name in names(csl.get("author"))],
        "translator": [_person(name) for name in names(csl.get("translator"))],
        "datePublished": issued_iso(csl),
        "isPartOf": {"@type": "WebSite", "name": csl["source"], "url": urls.home},
    }
    return {name: value for name, value in values.items() if value}


def _person(name: str, affiliation: str | None = None) -> dict[str, Any]:
    place = {"affiliation": {"@type": "Organization", "name": affiliation}} if affiliation else {}
    return {"@type": "Person", "name": name, **place}


def _breadcrumbs(trail: tuple[Crumb, ...], page: Crumb) -> dict[str, Any]:
    items = [
        {"@type": "ListItem", "position": position, "name": crumb.name, "item": crumb.url}
        for position, crumb in enumerate((*trail, page), 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}
