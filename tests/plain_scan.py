"""Plain scan: from a query to the passages that it must find, by looking at every token of every text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import PurePath
from unicodedata import normalize

from edition.model import AuthorityKind, AuthorityRecord, Edition
from edition.search.search_documents import search_passages
from edition.text.fold import HAN, fold

Found = set[tuple[str, str]]
"""Passages: slug of the article and id."""


@dataclass(frozen=True)
class Phrase:
    tokens: tuple[str, ...]
    prefix: bool = False
    seed: str | None = None

    def stands_in(self, row: str, seed: str) -> bool:
        return self.seed in (None, seed) and as_row(self.tokens).removesuffix("|" if self.prefix else "") in row


def as_row(tokens: tuple[str, ...]) -> str:
    """|托|卡|耶|夫|, in which a phrase is a part."""
    return "|" + "".join(f"{token}|" for token in tokens)


@dataclass(frozen=True)
class PlainScan:
    edition: Edition

    @cached_property
    def passages(self) -> list[tuple[str, str, str, str]]:
        """Slug, seed, id and tokens of every passage."""
        return [
            (entry.record.slug, PurePath(entry.article.seed.name).stem, passage.id, as_row(fold(passage.text)))
            for entry in self.edition.entries
            for passage in search_passages(entry)
        ]

    @cached_property
    def names(self) -> dict[tuple[str, ...], set[Phrase]]:
        names: dict[tuple[str, ...], set[Phrase]] = {}
        for record in self.edition.authorities:
            for name in names_of(record):
                names.setdefault(fold(name), set()).update(_forms(record))
        return names

    def find(self, query: str, by_names: bool = True) -> Found:
        groups = list(self.groups(query, by_names))
        held: dict[str, list[tuple[str, set[int]]]] = {}
        for slug, seed, id, row in self.passages:
            which = {n for n, group in enumerate(groups) if any(phrase.stands_in(row, seed) for phrase in group)}
            if which:
                held.setdefault(slug, []).append((id, which))
        found: Found = set()
        for slug, passages in held.items():
            if len(set().union(*(which for _, which in passages))) == len(groups):
                best = [id for id, which in passages if len(which) == len(groups)]
                found |= {(slug, id) for id in best or [id for id, _ in passages]}
        return found

    def groups(self, query: str, by_names: bool) -> Iterator[set[Phrase]]:
        words = list(read_words(query))
        while words:
            for length in range(min(len(words), 10), 0, -1):
                tokens = tuple(token for word, _ in words[:length] for token in word)
                if by_names and tokens in self.names:
                    quoted = any(is_quoted for _, is_quoted in words[:length])
                    yield {_typed(tokens, quoted), *self.names[tokens]}
                    words = words[length:]
                    break
            else:
                yield {_typed(*words.pop(0))}


def _typed(tokens: tuple[str, ...], quoted: bool) -> Phrase:
    return Phrase(tokens, prefix=len(tokens) == 1 and not HAN.match(tokens[0]) and not quoted)


def _forms(record: AuthorityRecord) -> Iterator[Phrase]:
    yield from (Phrase(fold(form)) for form in record.forms)
    yield from (Phrase(fold(form), seed=seed) for seed, forms in record.forms_in.items() for form in forms)


def names_of(record: AuthorityRecord) -> Iterator[str]:
    yield from (*record.names.values(), *record.also, *record.forms)
    yield from (form for forms in record.forms_in.values() for form in forms)
    if record.kind is AuthorityKind.PERSON:
        yield from (name.split(",")[0].rpartition(" ")[2] for name in record.names.values() if " " in name)


QUOTES = re.compile(r'"[^"]*"|“[^”]*”|«[^»]*»')


def read_words(query: str) -> Iterator[tuple[tuple[str, ...], bool]]:
    """The tokens of each word, and whether it stands in quotation marks."""
    text = normalize("NFKC", query)
    text = re.sub(r"(\d) +(?=[万亿千百萬億]|年(?![轻輕])|月|日(?!本)|美元|公里)", r"\1", text)
    text = QUOTES.sub(lambda quoted: quoted[0].replace(" ", "\0"), text)
    for alone, row in groupby(text.split(), key=lambda word: len(word) == 1 and bool(HAN.match(word))):
        for word in ["".join(row)] if alone else row:
            if tokens := fold(word.replace("\0", " ")):
                yield tokens, bool(QUOTES.fullmatch(word))
