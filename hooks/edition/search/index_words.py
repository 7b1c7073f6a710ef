"""Index words: from the tokens of a passage to the words that Pagefind indexes; assets/search/phrases.js asks for them.

Pagefind finds which articles have a phrase, a row of its words. Those words are made so that this is exact:

- Two tokens that follow each other are one word (托卡 卡耶 耶夫), and a sentinel ends each passage.
- Every zone of an article has words of its own, so that an article can be ranked by where it has the phrase.
- A single token stands in each zone once, whole; a run of letters or digits also with each of its beginnings.
- A name of several tokens that the archive knows is one word besides, so that it is asked for without its row.
- No word has capitals, punctuation or marks, which Pagefind would take apart, and none is in a language it would stem.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise

from edition.text.fold import Kind, Token


class Zone(StrEnum):
    """The parts of an article, the best to find something in first."""

    TITLE = "title"
    HEADING = "heading"
    TEXT = "text"
    NOTE = "note"
    CAPTION = "caption"


MARKS = {zone: chr(0xA000 + place) for place, zone in enumerate(Zone)}
"""Letters of Yi, which has no capitals, and which no text here is written in."""

WHOLE, START, BETWEEN, SENTINEL, NAME = "\ua010", "\ua011", "\ua012", "\ua013", "\ua014"

Names = Mapping[str, Collection[tuple[str, ...]]]
"""By their first token, the names that are words."""

WITHOUT_MARK = str.maketrans("й", "ј")
"""Pagefind would index й as и, and as й besides. Serbian's ј stands for it."""


def phrase_words(tokens: Sequence[str], zone: Zone) -> Iterator[str]:
    """The words that stand in a row wherever these tokens do."""
    for pair in pairwise(tokens):
        yield _word(BETWEEN.join(pair), MARKS[zone])


def passage_words(tokens: Sequence[Token], zone: Zone) -> Iterator[str]:
    yield from phrase_words([token.text for token in tokens], zone)
    yield SENTINEL


def single_words(tokens: Iterable[Token], zone: Zone) -> Iterator[str]:
    """The words that a search for one token asks for."""
    for token in tokens:
        yield _word(token.text, WHOLE + MARKS[zone])
        if token.kind is not Kind.HAN:
            for end in range(1, len(token.text) + 1):
                yield _word(token.text[:end], START + MARKS[zone])


def name_words(passages: Iterable[Sequence[str]], names: Names, zone: Zone) -> Iterator[str]:
    """A word for each of the names that stands in one of the passages of a zone."""
    found = {
        name
        for tokens in passages
        for at, token in enumerate(tokens)
        for name in names.get(token, ())
        if tuple(tokens[at : at + len(name)]) == name
    }
    for name in sorted(found):
        yield _word(BETWEEN.join(name), NAME + MARKS[zone])


def _word(text: str, mark: str) -> str:
    """The mark stands at the end: in Pagefind's alphabet a word is next to itself in other zones, in one file."""
    return text.translate(WITHOUT_MARK) + mark
