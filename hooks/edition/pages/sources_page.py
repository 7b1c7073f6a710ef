"""Sources page: from the works that the notes of an edition refer to to the page that lists them, in one locale."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from posixpath import dirname

from edition.gathered.reference_records import write_coins
from edition.gathered.sources import by_language, by_outlet, host_of, outlet_of, source_id, source_record, works
from edition.model import Reference, ReferenceFault, ReferenceKind, Source
from edition.pages.cite_box import CITATION_FILES
from edition.writing.listings import article_uri, link, link_place, place_label, shown_title, write_page
from edition.writing.markdown import escape, fenced, html, write_archived, write_inlines
from edition.writing.strings import DEFAULT_LOCALE, Strings

SOURCES = "sources/index.md"
FILES = "references"
"""The name of the files for reference managers, beside the page in the default locale."""


def write_sources(sources: Sequence[Source], strings: Strings) -> str:
    outlets, languages = by_outlet(sources), by_language(sources)
    return write_page(
        strings("sources.title"),
        escape(strings("sources.intro")),
        _write_counts(sources, strings),
        _write_files(strings),
        f"## {escape(strings('sources.by-outlet'))} {{: #by-outlet }}",
        fenced(3, "div.outlets", "\n".join(f"- {_outlet_link(*group, strings)}" for group in outlets))
        if outlets
        else "",
        *(part for name, group in outlets for part in _write_outlet(name, group, sources, strings)),
        f"## {escape(strings('sources.by-language'))} {{: #by-language }}",
        *(part for language, group in languages for part in _write_language(language, group, strings)),
        *_write_unread(sources, strings),
    )


# ── What there is ─────────────────────────────────────────────────────────────────────────────────────────────


def _write_counts(sources: Sequence[Source], strings: Strings) -> str:
    rows = "\n".join(
        f"{escape(strings(f'sources.count.{name}'))}\n:   {escape(strings.number(n))}{_write_notes(named, strings)}\n"
        for name, n, named in _counts(sources)
    )
    return fenced(3, "div.source-counts", rows)


Named = list[tuple[Source, Reference]]


def _counts(sources: Sequence[Source]) -> Iterator[tuple[str, int, Named]]:
    """What is counted, how much of it there is, and where it is little, which notes they are."""
    notes = [(source, reference) for source in sources for reference in source.references]
    yield "notes", len(notes), []
    yield "works", len(works(sources)), []
    for name, named in (
        ("author-notes", [pair for pair in notes if pair[1].kind is ReferenceKind.AUTHOR_NOTE]),
        ("short-forms", [pair for pair in notes if pair[1].full]),
        ("repeats", [pair for pair in notes if pair[1].repeats]),
        ("unread", [pair for pair in notes if pair[1].kind is ReferenceKind.UNREAD]),
        *((_key(fault), [pair for pair in notes if fault in pair[1].faults]) for fault in ReferenceFault),
    ):
        yield name, len(named), named


def _key(kind: ReferenceFault | ReferenceKind) -> str:
    return kind.value.replace(" ", "-")


def _write_notes(named: Named, strings: Strings) -> str:
    if not named:
        return ""
    separator = escape(strings("list.separator"))
    return " · " + separator.join(_note_link(source, reference, strings) for source, reference in named)


def _note_link(source: Source, reference: Reference, strings: Strings) -> str:
    return link_place(source.entry, reference.note.id, SOURCES, strings)


def _write_files(strings: Strings) -> str:
    folder = "" if strings.locale == DEFAULT_LOCALE else f"../../{dirname(SOURCES)}/"
    links = [
        html("a", {"href": f"{folder}{FILES}.{ending}", "download": ""}, name)
        for ending, name in CITATION_FILES.items()
    ]
    return html("p", {"class": "cite-files"}, f"{escape(strings('cite.files'))} {' · '.join(links)}")


# ── By outlet: every work whole ───────────────────────────────────────────────────────────────────────────────


def _outlet_id(name: str) -> str:
    return "outlet-" + re.sub(r"[\W_]+", "-", name).strip("-")


def _outlet_link(name: str, group: Sequence[Source], strings: Strings) -> str:
    return f'[{escape(name)}](#{_outlet_id(name)}){{: lang="{DEFAULT_LOCALE}" }} {_count(len(group), strings)}'


def _count(n: int, strings: Strings) -> str:
    return html("span", {"class": "count"}, escape(strings.number(n)))


def _write_outlet(name: str, group: Sequence[Source], sources: Sequence[Source], strings: Strings) -> Iterator[str]:
    yield f"### {_chinese(name, strings)} {_count(len(group), strings)} {{: #{_outlet_id(name)} }}"
    hosts = dict.fromkeys(filter(None, map(host_of, group)))
    others = dict.fromkeys(other for source in group if (other := outlet_of(source)) != name)
    if hosts or others:
        yield html(
            "p", {"class": "hosts"}, " · ".join((*(_chinese(each, strings) for each in others), *map(escape, hosts)))
        )
    several = len({source.entry.record.slug for source in sources}) > 1
    yield fenced(5, "ol.references", *(_write_source(source, several, strings) for source in group))


def _chinese(text: str, strings: Strings) -> str:
    return escape(text) if strings.locale == DEFAULT_LOCALE else html("span", {"lang": DEFAULT_LOCALE}, escape(text))


def _write_source(source: Source, several: bool, strings: Strings) -> str:
    """The note as printed, its archived copy, and every note that refers to the work with the passage that calls it;
    the title of the text too where `several` texts have notes."""
    content = source.full.note.content
    printed = html("span", {"lang": source.entry.article.language}, write_inlines(content, strings))
    coins = html("span", {"class": "Z3988", "title": write_coins(source_record(source))}, "")
    kind = html("span", {"class": "kind"}, escape(strings(f"sources.kind.{_key(source.full.kind)}")))
    where = " · ".join(_write_call(source, reference, strings) for reference in source.references)
    calls = " · ".join(filter(None, (kind, _text_title(source, strings) if several else "", where)))
    text = f"{printed} {write_archived(content, strings)}{coins}{html('span', {'class': 'calls'}, calls)}"
    return fenced(4, f"li#{source_id(source)}", text)


def _text_title(source: Source, strings: Strings) -> str:
    title, lang = shown_title(source.entry.record, strings)
    return link(title, article_uri(source.entry.record.slug), SOURCES, lang if lang != strings.locale else None)


def _write_call(source: Source, reference: Reference, strings: Strings) -> str:
    """The note, where it is called, what is odd about it; of a short form the text too."""
    place = link_place(source.entry, reference.passage, SOURCES, strings) if reference.passage else ""
    marks = [strings(f"sources.count.{_key(fault)}") for fault in reference.faults]
    if reference.full:
        marks.append(strings("sources.short-form", pages=reference.pages))
    if reference.repeats:
        marks.append(strings("sources.repeats", note=place_label(reference.repeats, strings)))
    said = f" {html('span', {'class': 'mark'}, escape(strings.list(marks)))}" if marks else ""
    return f"{_note_link(source, reference, strings)} → {place}{said}"


# ── By language, and what no rule reads ───────────────────────────────────────────────────────────────────────


def _write_language(language: str, group: Sequence[Source], strings: Strings) -> Iterator[str]:
    name = strings.language(language.split("-")[0]) if language else strings("sources.no-language")
    heading = f"{escape(name[:1].upper() + name[1:])} {_count(len(group), strings)}"
    yield f"### {heading} {{: #language-{language or 'none'} }}"
    yield fenced(3, "div.titles", "\n".join(f"- {_write_title(source, strings)}" for source in group))


def _write_title(source: Source, strings: Strings) -> str:
    full = source.full
    linked = f'[{escape(full.title or "")}](#{source_id(source)}){{: lang="{full.language or "zxx"}" }}'
    return f"{linked} {html('span', {'class': 'kind', 'lang': DEFAULT_LOCALE}, escape(outlet_of(source)))}"


def _write_unread(sources: Iterable[Source], strings: Strings) -> Iterator[str]:
    unread = [source for source in sources if source.full.kind is ReferenceKind.UNREAD]
    if unread:
        yield f"## {escape(strings('sources.unread'))} {{: #unread }}"
        yield fenced(5, "ol.references", *(_write_source(source, True, strings) for source in unread))
