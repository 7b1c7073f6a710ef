"""Alignment: from what is registered of a text and the text as it is now to the ids of its passages, and tombstones.

An id stays with its text. In this order, a passage keeps the id
1. of the one registered passage with the same digest, wherever either stands: a passage that moves keeps its id;
2. where several have that digest, of the one whose neighbour is its neighbour's, else of the first still free;
3. of a removed one with the same digest: it has come back;
4. of one of the same kind after or before the same neighbour, if it is the same in substance: it was changed.

A passage that keeps none is new. At the end of the text it has the next number of its kind; otherwise the number of
the one of its kind before it and the next free letter: p12a, p12b, … p12z, p12aa. A registered id that no passage
keeps becomes a tombstone behind the one that it followed. Notes have their own labels and keep them.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from string import ascii_lowercase

from edition.model import Article, Passage, RegisteredId, Series, Sketch, Standing, Title, Tombstone
from edition.published.fingerprints import SAME_IN_SUBSTANCE, digest_of, likeness, passage_text, sketch_of
from edition.reader.article import id_prefix

ID = re.compile(r"(?P<kind>[phtf])(?P<number>\d+)(?P<letters>[a-z]*)")  # p12a
NOTE_ID = re.compile(r"[ne]\S+")  # n7, e1
FARTHEST = 100
"""How many places apart two passages between the same neighbours may stand for one to be the other, changed: it keeps
the time for a text of which everything was changed in proportion to its length."""

Kept = dict[int, RegisteredId]
"""The position of a passage in its text, and the registered id that it keeps."""

_Order = list[int | RegisteredId]
"""A text with its gaps: the positions of passages, and where between them a registered one is gone."""


def keep_ids(article: Article, registered: Sequence[RegisteredId]) -> Article:
    """The article with the ids that its passages have been published with, and a tombstone where one is gone."""
    of_passages = [known for known in registered if ID.fullmatch(known.id)]
    passages = [passage for passage in article.passages if not isinstance(passage.block, Title)]
    kept = align(of_passages, passages)
    order = _with_gaps(of_passages, kept, len(passages))
    ids = _name(order, kept, [id_prefix(passage.block) for passage in passages])
    titles = tuple(passage for passage in article.passages if isinstance(passage.block, Title))
    renamed = (replace(passage, id=id) for passage, id in zip(passages, ids, strict=True))
    return replace(
        article,
        passages=(*titles, *renamed),
        tombstones=_tombstones(order, ids),
        note_tombstones=tuple(_note_tombstones(article, registered)),
    )


# ── Which passage is which ────────────────────────────────────────────────────────────────────────────────────


def align(registered: Sequence[RegisteredId], passages: Sequence[Passage]) -> Kept:
    standing = [known for known in registered if known.standing is not Standing.REMOVED]
    removed = [known for known in registered if known.standing is Standing.REMOVED]
    texts = [passage_text(passage.block) for passage in passages]
    digests = [digest_of(text) for text in texts]
    places = _unchanged([known.digest for known in standing], digests)
    kept = {position: standing[place] for position, place in places.items()}
    kept |= _returned(removed, digests, kept)
    kinds = [id_prefix(passage.block) for passage in passages]
    for backwards in (False, True):
        kept |= _changed(standing, texts, kinds, kept, backwards)
    return kept


def _unchanged(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Positions in `new` and in `old` of equal digests; in time proportional to their number."""
    once = {digest for digest, n in Counter(old).items() if n == 1} & {d for d, n in Counter(new).items() if n == 1}
    places = {digest: place for place, digest in enumerate(old) if digest in once}
    matched = {position: places[digest] for position, digest in enumerate(new) if digest in once}
    for step in (1, -1):
        _match_neighbours(old, new, matched, step)
    free = set(range(len(old))) - set(matched.values())
    waiting: dict[str, list[int]] = defaultdict(list)
    for place in sorted(free, reverse=True):
        waiting[old[place]].append(place)
    for position, digest in enumerate(new):
        if position not in matched and waiting[digest]:
            matched[position] = waiting[digest].pop()
    return matched


def _match_neighbours(old: Sequence[str], new: Sequence[str], matched: dict[int, int], step: int) -> None:
    """Add to `matched` what has the same digest, not matched yet, and follows (or precedes) the same neighbour."""
    free = set(range(len(old))) - set(matched.values())
    place = -1 if step == 1 else len(old)
    for position in range(len(new))[::step]:
        place += step
        if position not in matched and place in free and old[place] == new[position]:
            matched[position] = place
            free.remove(place)
        place = matched.get(position, len(old) + 1)


def _returned(removed: Sequence[RegisteredId], digests: Sequence[str], kept: Mapping[int, RegisteredId]) -> Kept:
    waiting: dict[str, list[RegisteredId]] = defaultdict(list)
    for known in reversed(removed):
        waiting[known.digest].append(known)
    found = {}
    for position, digest in enumerate(digests):
        if position not in kept and waiting[digest]:
            found[position] = waiting[digest].pop()
    return found


def _changed(
    standing: Sequence[RegisteredId], texts: Sequence[str], kinds: Sequence[str], kept: Kept, backwards: bool
) -> Kept:
    """Of the passages that have no id yet, those that are a registered one in other words. They stand after the same
    neighbour as it, or, `backwards`, before the same."""
    alive = {known.id for known in kept.values()}
    step = -1 if backwards else 1
    gone: dict[str | None, list[RegisteredId]] = defaultdict(list)
    neighbour = None
    for known in standing[::step]:
        if known.id in alive:
            neighbour = known.id
        else:
            gone[neighbour].append(known)
    new: dict[str | None, list[int]] = defaultdict(list)
    neighbour = None
    for position in range(len(texts))[::step]:
        if position in kept:
            neighbour = kept[position].id
        else:
            new[neighbour].append(position)
    found: Kept = {}
    for neighbour, positions in new.items():
        found |= _most_alike(gone[neighbour], positions, texts, kinds)
    return found


def _most_alike(
    gone: Sequence[RegisteredId], positions: Sequence[int], texts: Sequence[str], kinds: Sequence[str]
) -> Kept:
    sketch = cache(lambda position: sketch_of(texts[position]))
    candidates = []
    for place, known in enumerate(gone):
        for nth in range(max(0, place - FARTHEST), min(len(positions), place + FARTHEST + 1)):
            position = positions[nth]
            if known.id.startswith(kinds[position]) and (alike := _alike(known.sketch, sketch(position))):
                candidates.append((-alike, abs(place - nth), place, position))
    found: Kept = {}
    taken: set[int] = set()
    for _, _, place, position in sorted(candidates):
        if position not in found and place not in taken:
            found[position] = gone[place]
            taken.add(place)
    return found


def _alike(one: Sketch, other: Sketch) -> float:
    """How alike they are if they are the same in substance, otherwise nothing."""
    if len(one & other) < SAME_IN_SUBSTANCE * max(len(one), len(other)):
        return 0
    alike = likeness(one, other)
    return alike if alike >= SAME_IN_SUBSTANCE else 0


# ── What the passages are called ──────────────────────────────────────────────────────────────────────────────


def _with_gaps(registered: Iterable[RegisteredId], kept: Mapping[int, RegisteredId], length: int) -> _Order:
    """The positions from 0 to `length`, and each registered id that is not kept behind the one that it followed."""
    alive = {known.id for known in kept.values()}
    followed: dict[str | None, list[RegisteredId]] = defaultdict(list)
    before = None
    for known in registered:
        if known.id in alive:
            before = known.id
        else:
            followed[before].append(known)
    order: _Order = [*followed[None]]
    for position in range(length):
        order.append(position)
        order += followed[kept[position].id] if position in kept else ()
    return order


def _name(order: _Order, kept: Mapping[int, RegisteredId], kinds: Sequence[str]) -> list[str]:
    """The id of each passage: its registered one, or a new one that no text has ever had."""
    known = [kept.get(item) if isinstance(item, int) else item for item in order]
    last = {item.id[0]: at for at, item in enumerate(known) if item}
    highest: Counter[str] = Counter()
    letters: Counter[tuple[str, int]] = Counter()
    for kind, number, suffix in (parts_of(item.id) for item in known if item):
        highest[kind] = max(highest[kind], number)
        letters[kind, number] = max(letters[kind, number], suffix)
    before: Counter[str] = Counter()
    ids = []
    for at, (item, registered) in enumerate(zip(order, known, strict=True)):
        if registered:
            kind, number, suffix = parts_of(registered.id)
        elif isinstance(item, int):
            kind, suffix = kinds[item], 0
            if at > last.get(kind, -1):
                number = highest[kind] = highest[kind] + 1
            else:
                number = before[kind]
                suffix = letters[kind, number] = letters[kind, number] + 1
        before[kind] = number
        if isinstance(item, int):
            ids.append(f"{kind}{number}{_letters(suffix)}")
    return ids


def parts_of(id: str) -> tuple[str, int, int]:
    """Kind, number, and the place of the letters in a, b, … z, aa, ab, …, or 0 for none: p12b is p, 12, 2."""
    match = ID.fullmatch(id)
    if not match:
        raise ValueError(f"{id} is no id of a passage")
    place = 0
    for letter in match["letters"]:
        place = place * 26 + ascii_lowercase.index(letter) + 1
    return match["kind"], int(match["number"]), place


def _letters(place: int) -> str:
    letters = ""
    while place:
        place, letter = divmod(place - 1, 26)
        letters = ascii_lowercase[letter] + letters
    return letters


# ── Tombstones ────────────────────────────────────────────────────────────────────────────────────────────────


def _tombstones(order: _Order, ids: Sequence[str]) -> tuple[Tombstone, ...]:
    before = None
    found = []
    for item in reversed(order):
        if isinstance(item, int):
            before = ids[item]
        else:
            removed = item.date if item.standing is Standing.REMOVED else None
            found.append(Tombstone(item.id, before, removed))
    return tuple(reversed(found))


def _note_tombstones(article: Article, registered: Sequence[RegisteredId]) -> Iterator[Tombstone]:
    """Of the notes that are gone: each behind the one that it followed in its series."""
    for series in Series:
        notes = {known.id: known for known in registered if known.id.startswith(series)}
        ids = [note.id for note in article.footnotes if note.series is series]
        kept = {position: notes[id] for position, id in enumerate(ids) if id in notes}
        yield from _tombstones(_with_gaps(notes.values(), kept, len(ids)), ids)
