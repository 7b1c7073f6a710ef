"""Fold: from a text to its tokens, alike however it is typed. docs/assets/search/fold.js says the same in JavaScript.

A token is one Han character, or one whole run of letters or of digits, folded: compatibility forms, case, traditional
characters and accents make no difference; й stays apart from и, as Kazakh letters from Russian ones.
tests/fold_cases.json is what both must pass.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from pathlib import Path
from unicodedata import category, normalize

SIMPLIFIED = Path(__file__).parent / "simplified.txt"
"""Two lines: traditional characters, and in the same order their simplified ones. tests/test_fold.py makes it."""

HAN = re.compile("[\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")

LETTERS_WITH_MARKS = "й"
"""The letters that are not the same without their mark."""


class Kind(Enum):
    HAN = auto()
    LETTERS = auto()
    DIGITS = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """`start` and `end` are where it stands in the text it was read from."""

    text: str
    kind: Kind
    start: int
    end: int


def read_tokens(text: str) -> list[Token]:
    tokens: list[Token] = []
    open_kind: Kind | None = None  # of the run that the next character may go on with
    for start, cluster in _clusters(text):
        for character in fold_cluster(cluster):
            kind = _kind(character)
            end = start + len(cluster)
            if kind is not None and kind is open_kind is not Kind.HAN:
                last = tokens[-1]
                tokens[-1] = Token(last.text + character, kind, last.start, end)
            elif kind is not None:
                tokens.append(Token(character, kind, start, end))
            open_kind = kind
    return tokens


def fold(text: str) -> tuple[str, ...]:
    """The texts of the tokens alone."""
    return tuple(token.text for token in read_tokens(text))


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """Each character with the marks that follow it."""
    start = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or category(text[position])[0] != "M":
            yield start, text[start:position]
            start = position


@cache
def fold_cluster(cluster: str) -> str:
    """A character and its marks, folded; nothing for a soft hyphen or zero-width character, which breaks no run."""
    lowered = normalize("NFKC", normalize("NFKC", cluster).lower())
    return "".join(_simplified().get(c, c) for character in lowered for c in _without_marks(character))


def _without_marks(character: str) -> Iterator[str]:
    if character in LETTERS_WITH_MARKS:
        yield character
        return
    for part in normalize("NFD", character):
        if category(part)[0] != "M" and category(part) != "Cf":
            yield part


def _kind(character: str) -> Kind | None:
    if HAN.match(character):
        return Kind.HAN
    if category(character) == "Nd":
        return Kind.DIGITS
    return Kind.LETTERS if category(character)[0] == "L" else None


@cache
def _simplified() -> dict[str, str]:
    traditional, simplified = SIMPLIFIED.read_text("utf-8").splitlines()
    return dict(zip(traditional, simplified, strict=True))


def find_phrase(phrase: Sequence[str], tokens: Sequence[str]) -> list[int]:
    """Where in `tokens` the whole phrase begins."""
    first, length = phrase[0], len(phrase)
    return [
        at for at, token in enumerate(tokens) if token == first and tuple(tokens[at : at + length]) == tuple(phrase)
    ]
