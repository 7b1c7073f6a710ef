"""Archive datasets: from an edition to rows of all that is in it: texts, passages, notes, names, times, figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from itertools import chain
from types import MappingProxyType
from typing import TypeVar

from edition.dates import PartialDate
from edition.gathered.figures import FIGURES_DATA
from edition.gathered.names import name_uri
from edition.gathered.timeline import TIMES
from edition.model import (
    Article,
    Attributed,
    AuthorityRecord,
    Block,
    Dataset,
    Edition,
    Entry,
    Footnote,
    Heading,
    Mention,
    NoteReference,
    Passage,
    Quantity,
    Reference,
    Source,
    Speech,
    TimeExpression,
)
from edition.pages.article_page import characters
from edition.text.inlines import printed
from edition.text.sentences import sentence_span
from edition.text.streams import block_text, streams
from edition.writing.datasets import Column, make_dataset
from edition.writing.listings import article_uri, page_path
from edition.writing.quantity_phrases import as_decimal

T = TypeVar("T")

ARTICLE = MappingProxyType({"article": "articles"})


def archive_datasets(edition: Edition, sources: Iterable[Source], site_url: str) -> tuple[Dataset, ...]:
    """All of them. `sources` are those of the edition. Addresses are those of the pages in the default locale, which
    are the ones that are cited."""
    return (
        _articles(edition, site_url),
        _passages(edition, site_url),
        _notes(edition, site_url),
        _names(edition, site_url),
        _mentions(edition, site_url),
        _times(edition, site_url),
        _figures(edition, site_url),
        _references(sources, site_url),
    )


def place_url(entry: Entry, place: str, site_url: str) -> str:
    """The address of a passage or a note; the title's is that of the whole text."""
    return f"{site_url}{page_path(article_uri(entry.record.slug))}{'' if place == 'title' else f'#{place}'}"


# ── Texts ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _articles(edition: Edition, site_url: str) -> Dataset:
    columns: tuple[Column[Entry], ...] = (
        Column("id", "string", lambda entry: entry.record.slug),
        Column("url", "string", lambda entry: place_url(entry, "title", site_url)),
        Column("seed", "string", lambda entry: entry.article.seed.name),
        Column("sha256", "string", lambda entry: sha256(entry.article.seed.data).hexdigest()),
        Column("language", "string", lambda entry: entry.article.language),
        Column("kind", "string", lambda entry: entry.record.kind.value.value),
        Column("title", "string", lambda entry: entry.record.title.value),
        Column("title_basis", "string", lambda entry: entry.record.title.basis.value),
        Column("title_en", "string", lambda entry: entry.record.translations.get("en")),
        Column("title_ru", "string", lambda entry: entry.record.translations.get("ru")),
        Column("title_kk", "string", lambda entry: entry.record.translations.get("kk")),
        Column("date", "string", lambda entry: _edtf(_value(entry.record.date))),
        Column("date_basis", "string", lambda entry: entry.record.date.basis.value if entry.record.date else None),
        Column("authors", "list", lambda entry: _value(entry.record.authors)),
        Column("affiliation", "string", lambda entry: _value(entry.record.affiliation)),
        Column("conference", "string", lambda entry: _value(entry.record.conference)),
        Column("translator", "string", lambda entry: _value(entry.record.translator)),
        Column("topics", "list", lambda entry: entry.record.topics.value),
        Column("characters", "integer", characters),
        Column("added", "date", lambda entry: entry.record.added),
        Column("revised", "date", lambda entry: entry.record.revised),
    )
    return make_dataset("articles", edition.entries, columns, key=("id",))


def _value(attributed: Attributed[T] | None) -> T | None:
    return attributed.value if attributed else None


def _edtf(known: PartialDate | None) -> str | None:
    return known.edtf if known else None


# ── Passages and notes ────────────────────────────────────────────────────────────────────────────────────────


def _passages(edition: Edition, site_url: str) -> Dataset:
    columns: tuple[Column[tuple[Entry, Passage]], ...] = (
        Column("article", "string", lambda row: row[0].record.slug),
        Column("id", "string", lambda row: row[1].id),
        Column("url", "string", lambda row: place_url(row[0], row[1].id, site_url)),
        Column("kind", "string", lambda row: type(row[1].block).__name__.lower()),
        Column("level", "integer", lambda row: row[1].block.level if isinstance(row[1].block, Heading) else None),
        Column("speaker", "string", lambda row: row[1].block.speaker if isinstance(row[1].block, Speech) else None),
        Column("line", "integer", lambda row: row[1].line),
        Column("notes", "list", lambda row: tuple(dict.fromkeys(_called(row[1].block)))),
        Column("printed", "string", lambda row: block_text(row[1].block)),
    )
    rows = ((entry, passage) for entry in edition.entries for passage in entry.article.passages)
    return make_dataset("passages", rows, columns, ("article", "id"), ARTICLE)


def _called(block: Block) -> Iterator[str]:
    yield from (each.note for each in chain.from_iterable(streams(block)) if isinstance(each, NoteReference))


def _notes(edition: Edition, site_url: str) -> Dataset:
    columns: tuple[Column[tuple[Entry, Footnote, str | None]], ...] = (
        Column("article", "string", lambda row: row[0].record.slug),
        Column("id", "string", lambda row: row[1].id),
        Column("url", "string", lambda row: place_url(row[0], row[1].id, site_url)),
        Column("label", "string", lambda row: row[1].label),
        Column("passage", "string", lambda row: row[2]),
        Column("line", "integer", lambda row: row[1].line),
        Column("printed", "string", lambda row: printed(row[1].content)),
    )
    rows = ((entry, note, calls.get(note.id)) for entry, calls in _calls(edition) for note in entry.article.footnotes)
    return make_dataset("notes", rows, columns, ("article", "id"), ARTICLE)


def _calls(edition: Edition) -> Iterator[tuple[Entry, dict[str, str]]]:
    """For each text, the first passage that calls each note."""
    yield from ((entry, _first_calls(entry.article)) for entry in edition.entries)


def _first_calls(article: Article) -> dict[str, str]:
    calls: dict[str, str] = {}
    for passage in article.passages:
        for note in _called(passage.block):
            calls.setdefault(note, passage.id)
    return calls


# ── Names ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _names(edition: Edition, site_url: str) -> Dataset:
    mentions = Counter(mention.authority for entry in edition.entries for mention in entry.mentions)
    texts = Counter(id for entry in edition.entries for id in {mention.authority for mention in entry.mentions})
    columns: tuple[Column[AuthorityRecord], ...] = (
        Column("id", "string", lambda record: record.id),
        Column("url", "string", lambda record: _name_url(record, site_url) if mentions[record.id] else None),
        Column("kind", "string", lambda record: record.kind.value),
        Column("name_zh", "string", lambda record: record.names.get("zh-Hans")),
        Column("name_en", "string", lambda record: record.names.get("en")),
        Column("name_ru", "string", lambda record: record.names.get("ru")),
        Column("name_kk", "string", lambda record: record.names.get("kk")),
        Column("forms", "list", lambda record: record.forms),
        Column("mentions", "integer", lambda record: mentions[record.id]),
        Column("texts", "integer", lambda record: texts[record.id]),
    )
    return make_dataset("names", edition.authorities, columns, key=("id",))


def _name_url(record: AuthorityRecord, site_url: str) -> str:
    return f"{site_url}{page_path(name_uri(record.id))}"


def _mentions(edition: Edition, site_url: str) -> Dataset:
    columns: tuple[Column[tuple[Entry, Mention]], ...] = (
        Column("article", "string", lambda row: row[0].record.slug),
        Column("place", "string", lambda row: row[1].place),
        Column("url", "string", lambda row: place_url(row[0], row[1].place, site_url)),
        Column("name", "string", lambda row: row[1].authority),
        Column("printed", "string", lambda row: row[1].form),
    )
    rows = ((entry, mention) for entry in edition.entries for mention in entry.mentions)
    return make_dataset("mentions", rows, columns, refers={**ARTICLE, "name": "names"})


# ── Times ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _times(edition: Edition, site_url: str) -> Dataset:
    columns: tuple[Column[tuple[Entry, TimeExpression]], ...] = (
        Column("article", "string", lambda row: row[0].record.slug),
        Column("place", "string", lambda row: row[1].place),
        Column("url", "string", lambda row: place_url(row[0], row[1].place, site_url)),
        Column("printed", "string", lambda row: row[1].text),
        Column("sentence", "string", lambda row: _sentence(row[1])),
        Column("date", "string", lambda row: _edtf(row[1].date)),
        Column("earliest", "date", lambda row: row[1].date.earliest if row[1].date else None),
        Column("latest", "date", lambda row: row[1].date.latest if row[1].date else None),
        Column("precision", "string", lambda row: row[1].date.precision if row[1].date else None),
        Column("how", "string", lambda row: row[1].how.value),
    )
    rows = ((entry, time) for entry in edition.entries for time in entry.times)
    return make_dataset(TIMES, rows, columns, refers=ARTICLE)


def _sentence(found: TimeExpression | Quantity) -> str:
    start, end = sentence_span(found.line, found.start, found.end)
    return found.line[start:end]


# ── Figures ───────────────────────────────────────────────────────────────────────────────────────────────────


def _figures(edition: Edition, site_url: str) -> Dataset:
    columns: tuple[Column[tuple[Entry, Quantity]], ...] = (
        Column("article", "string", lambda row: row[0].record.slug),
        Column("place", "string", lambda row: row[1].place),
        Column("url", "string", lambda row: place_url(row[0], row[1].place, site_url)),
        Column("printed", "string", lambda row: row[1].text),
        Column("low", "number", lambda row: _number(row[1].low)),
        Column("high", "number", lambda row: _number(row[1].high)),
        Column("fraction", "string", lambda row: str(row[1].low) if isinstance(row[1].low, Fraction) else None),
        Column("unit", "string", lambda row: row[1].unit),
        Column("kind", "string", lambda row: row[1].kind.value),
        Column("qualifier", "string", lambda row: row[1].qualifier.value if row[1].qualifier else None),
        Column("period", "string", lambda row: _edtf(row[1].period)),
        Column("sentence", "string", lambda row: _sentence(row[1])),
    )
    rows = ((entry, quantity) for entry in edition.entries for quantity in entry.quantities)
    return make_dataset(FIGURES_DATA, rows, columns, refers=ARTICLE)


def _number(value: Decimal | Fraction | None) -> Decimal | None:
    return None if value is None else as_decimal(value)


# ── References ────────────────────────────────────────────────────────────────────────────────────────────────


def _references(sources: Iterable[Source], site_url: str) -> Dataset:
    columns: tuple[Column[tuple[Entry, Reference]], ...] = (
        Column("article", "string", lambda row: row[0].record.slug),
        Column("note", "string", lambda row: row[1].note.id),
        Column("url", "string", lambda row: place_url(row[0], row[1].note.id, site_url)),
        Column("kind", "string", lambda row: row[1].kind.value),
        Column("authors", "list", lambda row: row[1].authors),
        Column("others", "boolean", lambda row: row[1].others),
        Column("title", "string", lambda row: row[1].title),
        Column("outlet", "string", lambda row: row[1].outlet),
        Column("publisher", "string", lambda row: row[1].publisher),
        Column("publisher_place", "string", lambda row: row[1].place),
        Column("degree", "string", lambda row: row[1].degree),
        Column("year", "integer", lambda row: row[1].year),
        Column("issue", "string", lambda row: row[1].issue),
        Column("pages", "string", lambda row: row[1].pages),
        Column("address", "string", lambda row: row[1].url),
        Column("accessed", "string", lambda row: _edtf(row[1].accessed)),
        Column("language", "string", lambda row: row[1].language),
        Column("full", "string", lambda row: row[1].full),
        Column("repeats", "string", lambda row: row[1].repeats),
        Column("faults", "list", lambda row: tuple(fault.value for fault in row[1].faults)),
        Column("printed", "string", lambda row: printed(row[1].note.content)),
    )
    rows = ((source.entry, reference) for source in sources for reference in source.references)
    return make_dataset("references", rows, columns, ("article", "note"), ARTICLE)
