"""Search names: from the authority records to what a typed name is also searched as.

The names are dealt out over a fixed number of small files by their first token: a search loads one file a word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from edition.model import AuthorityKind, AuthorityRecord, Edition
from edition.text.fold import find_phrase, fold

FILES = 32

Form = tuple[str, str | None]
"""A form as printed, and the seed (without .txt) that it counts in alone, or None."""


def search_names(edition: Edition) -> dict[str, list[Form]]:
    """Every name of every record, folded, with the forms to search for it: its own record's, the shortest that do."""
    forms: dict[str, dict[Form, None]] = {}
    for record in edition.authorities:
        shortest = list(_shortest(_forms(record)))
        for name in _names(record):
            if key := " ".join(fold(name)):
                forms.setdefault(key, {}).update(dict.fromkeys(shortest))
    return {key: list(of) for key, of in forms.items()}


def _names(record: AuthorityRecord) -> Iterator[str]:
    yield from record.names.values()
    yield from record.also
    yield from (form for form, _ in _forms(record))
    if record.kind is AuthorityKind.PERSON:
        yield from filter(None, map(surname, record.names.values()))


def surname(name: str) -> str | None:
    """The last word, which is what readers type: Tokayev. Nothing where the name is one word, as in Chinese."""
    words = name.split(",")[0].split()
    return words[-1] if len(words) > 1 else None


def _forms(record: AuthorityRecord) -> Iterator[Form]:
    for form in record.forms:
        yield form, None
    for seed, forms in record.forms_in.items():
        for form in forms:
            yield form, seed


def _shortest(forms: Iterable[Form]) -> Iterator[Form]:
    """Without the forms that another is part of: what finds 托卡耶夫 finds 卡瑟姆·托卡耶夫."""
    folded = [(fold(form), (form, seed)) for form, seed in forms]
    for tokens, (form, seed) in folded:
        shorter = (
            other
            for other, (_, other_seed) in folded
            if len(other) < len(tokens) and find_phrase(other, tokens) and other_seed in (None, seed)
        )
        if tokens and not any(shorter):
            yield form, seed


def names_that_are_words(names: Mapping[str, list[Form]]) -> dict[str, set[tuple[str, ...]]]:
    """The forms of several tokens, by the first of them."""
    words: dict[str, set[tuple[str, ...]]] = {}
    for tokens in {fold(form) for forms in names.values() for form, _ in forms}:
        if len(tokens) > 1:
            words.setdefault(tokens[0], set()).add(tokens)
    return words


def deal_out(names: Mapping[str, list[Form]]) -> list[dict[str, list[Form]]]:
    files: list[dict[str, list[Form]]] = [{} for _ in range(FILES)]
    for key, forms in names.items():
        files[file_of(key)][key] = forms
    return files


def file_of(key: str) -> int:
    """Which file a name is in. names.js counts alike."""
    return sum(map(ord, key.split(" ")[0])) % FILES
