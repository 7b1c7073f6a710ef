"""Tombstones: from those of a text and what stands in it to both in the order of the page."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import TypeVar

from edition.model import Footnote, Passage, Tombstone

T = TypeVar("T", Passage, Footnote)


def with_tombstones(standing: Iterable[T], tombstones: Iterable[Tombstone]) -> Iterator[T | Tombstone]:
    places: dict[str | None, list[Tombstone]] = defaultdict(list)
    for tombstone in tombstones:
        places[tombstone.before].append(tombstone)
    for item in standing:
        yield from places[item.id]
        yield item
    yield from places[None]
