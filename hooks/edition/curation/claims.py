"""Claims: from claims.yml to the quantities of which passages say different things, each value found in its passage."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from edition.curation.curated import Curated
from edition.errors import Fault
from edition.model import Article, Basis, Block, Claim, Statement, Table
from edition.published.registration import stem_of
from edition.text.inlines import printed
from edition.text.sentences import sentence_span
from edition.text.streams import cell_text, streams

BETWEEN_CELLS = " · "


def read_claims(curated: Curated) -> tuple[Claim, ...]:
    return tuple(_read_claim(claim) for claim in curated.data)


def _read_claim(claim: Mapping[str, Any]) -> Claim:
    statements = tuple(Statement(p["text"], p["passage"], p["value"], p["says"]) for p in claim["passages"])
    return Claim(claim["id"], claim["quantity"], Basis(claim["basis"]), statements, claim["remark"])


def check_claims(curated: Curated, articles: Iterable[Article]) -> list[Fault]:
    """What the schema cannot see: one id for two, a text or a passage that is not there, a value not in its passage."""
    return [*_check_ids(curated), *_check_passages(curated, {stem_of(article): article for article in articles})]


def _check_ids(curated: Curated) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for position, claim in enumerate(curated.data):
        path = (position, "id")
        if claim["id"] in first:
            yield curated.fault(path, f"{claim['id']} is the id of line {first[claim['id']]}", "choose another")
        first.setdefault(claim["id"], curated.line(path))


def _check_passages(curated: Curated, articles: Mapping[str, Article]) -> Iterator[Fault]:
    for position, claim in enumerate(curated.data):
        for index, said in enumerate(claim["passages"]):
            path = (position, "passages", index)
            seed, place, value = said["text"], said["passage"], said["value"]
            if seed not in articles:
                problem = f"there is no seeds/{seed}.txt"
                yield curated.fault((*path, "text"), problem, "name the seed's file, without .txt")
                continue
            lines = passage_lines(articles[seed], place)
            found = sum(line.count(value) for line in lines)
            if not lines:
                yield curated.fault(
                    (*path, "passage"), f"{seed} has no passage {place}", "take it from the page's link"
                )
            elif found == 0:
                yield curated.fault((*path, "value"), f"{value} does not stand in {place}", "copy it from the text")
            elif found > 1:
                problem = f"{value} stands in {place} {found} times"
                yield curated.fault((*path, "value"), problem, "add the words around it that make out which is meant")


def passage_lines(article: Article, place: str) -> tuple[str, ...]:
    """The printed text of a passage or note; a table's row is one line, its cells set apart."""
    notes = ((note.id, (printed(note.content),)) for note in article.footnotes)
    passages = ((passage.id, tuple(_lines(passage.block))) for passage in article.passages)
    return next((lines for id, lines in (*passages, *notes) if id == place), ())


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, Table):
        yield from (printed(line) for line in (block.title, block.unit, block.source) if line)
        yield from (BETWEEN_CELLS.join(map(cell_text, row)) for row in (block.header, *block.rows))
    else:
        yield from map(printed, streams(block))


def sentence_around(article: Article, statement: Statement) -> tuple[str, str]:
    """What stands in the sentence of a statement's value before it and after it."""
    line = next(line for line in passage_lines(article, statement.place) if statement.value in line)
    start = line.index(statement.value)
    end = start + len(statement.value)
    first, last = sentence_span(line, start, end)
    return line[first:start], line[end:last]
