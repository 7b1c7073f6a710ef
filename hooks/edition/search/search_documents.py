"""Search documents: from an article to what the search indexes of it, and what it shows.

Pagefind is given one small HTML document an article. A result is shown from the article's JSON, in which every passage
stands as printed; that is also where the passages with a match are found, for Pagefind tells only the first of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from edition.model import Block, Entry, Figure, Heading, Title
from edition.search.index_words import Names, Zone, name_words, passage_words, single_words
from edition.text.fold import Token, read_tokens
from edition.text.inlines import printed
from edition.text.streams import block_text
from edition.writing.listings import shown_date, shown_title
from edition.writing.strings import Strings


@dataclass(frozen=True, slots=True)
class SearchPassage:
    """A passage as the search sees it. `id` is its anchor; `lang` is given where it is not the text's."""

    id: str
    zone: Zone
    text: str
    lang: str | None = None


def search_passages(entry: Entry) -> list[SearchPassage]:
    """Every passage of an article: its title in all languages, then in the order of the page."""
    article, record = entry.article, entry.record
    titles = [SearchPassage("title", Zone.TITLE, record.title.value)]
    titles += [SearchPassage("title", Zone.TITLE, title, lang) for lang, title in record.translations.items()]
    body = [
        SearchPassage(passage.id, zone_of(passage.block), block_text(passage.block))
        for passage in article.passages
        if not (isinstance(passage.block, Title) and block_text(passage.block) == record.title.value)
    ]
    notes = [SearchPassage(note.id, Zone.NOTE, printed(note.content)) for note in article.footnotes]
    return titles + body + notes


def zone_of(block: Block) -> Zone:
    match block:
        case Title():
            return Zone.TITLE
        case Heading():
            return Zone.HEADING
        case Figure():
            return Zone.CAPTION
        case _:
            return Zone.TEXT


# ── For Pagefind ──────────────────────────────────────────────────────────────────────────────────────────────


def write_search_document(entry: Entry, place: int, names: Names) -> str:
    """HTML that holds nothing but the words of the index and the place by which results are sorted."""
    passages = [(passage.zone, read_tokens(passage.text)) for passage in search_passages(entry)]
    words = [word for zone, tokens in passages for word in passage_words(tokens, zone)]
    words += [word for zone in Zone for word in single_words(_distinct(zone, passages), zone)]
    texts = [(zone, [token.text for token in tokens]) for zone, tokens in passages]
    words += [word for zone in Zone for word in name_words((row for of, row in texts if of is zone), names, zone)]
    return f'<html><body data-pagefind-body data-pagefind-sort="place:{place}"><p>{" ".join(words)}</p></body></html>'


def _distinct(zone: Zone, passages: list[tuple[Zone, list[Token]]]) -> list[Token]:
    return list({token.text: token for of, tokens in passages if of is zone for token in tokens}.values())


def facets_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """What results can be narrowed by: facet and value."""
    record = entry.record
    yield "year", str(record.date.value.latest.year) if record.date else "undated"
    yield "kind", record.kind.value.value
    for topic in record.topics.value:
        yield "topic", topic


# ── For the reader ────────────────────────────────────────────────────────────────────────────────────────────


def search_text(entry: Entry, locales: list[Strings]) -> dict[str, object]:
    """What a result shows: where the article is, its title and date in each locale, and its passages as printed."""
    record = entry.record
    return {
        "slug": record.slug,
        "lang": entry.article.language,
        "titles": {strings.locale: shown_title(record, strings) for strings in locales},
        "dates": {strings.locale: shown_date(record, strings) for strings in locales},
        "kinds": {strings.locale: strings(f"kind.{record.kind.value}") for strings in locales},
        "passages": [_row(passage) for passage in search_passages(entry)],
    }


def _row(passage: SearchPassage) -> list[str]:
    row = [passage.id, passage.zone.value, passage.text]
    return [*row, passage.lang] if passage.lang else row
