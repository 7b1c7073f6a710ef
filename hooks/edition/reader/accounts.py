"""Accounts: from a finished article back to its seed: every character is there once, and is what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from edition.characters import is_blank
from edition.errors import SeedError
from edition.model import (
    Account,
    Block,
    Figure,
    Footnote,
    Header,
    Inline,
    LineBreak,
    Markup,
    NoteReference,
    Passage,
    Seed,
    Table,
)
from edition.text.streams import streams


def take_account(
    seed: Seed,
    header: Header | None,
    passages: Iterable[Passage],
    footnotes: Iterable[Footnote],
    markup: Iterable[Markup],
) -> Account:
    """Say of every character of the seed what it has become, from the finished article alone.

    Raises SeedError where the article has other characters than the seed, or the seed one that is nowhere.
    """
    counts: Counter[str] = Counter()
    done = 0
    for kind, at, text in sorted(_pieces(header, passages, footnotes, markup), key=lambda piece: piece[1]):
        gap = seed.text[done:at]
        if not is_blank(gap) or at < done or seed.text[at : at + len(text)] != text:
            raise _lost(seed, at if is_blank(gap) else done)
        counts["white space"] += len(gap)
        counts[kind] += len(text)
        done = at + len(text)
    gap = seed.text[done:]
    if not is_blank(gap):
        raise _lost(seed, done)
    counts["white space"] += len(gap)
    return Account(dict(counts))


def _pieces(
    header: Header | None, passages: Iterable[Passage], footnotes: Iterable[Footnote], markup: Iterable[Markup]
) -> Iterator[tuple[str, int, str]]:
    """Every stretch of characters in the article: what it is, where it stands, and the characters."""
    if header:
        yield from (("metadata", text.at, text.text) for text in header.printed)
    yield from ((mark.kind, mark.at, mark.text) for mark in markup)
    for passage in passages:
        kind = _account_kind(passage.block)
        for inlines in streams(passage.block):
            yield from _inline_pieces(inlines, kind)
    for note in footnotes:
        yield from _inline_pieces(note.content, "note")


def _inline_pieces(inlines: Iterable[Inline], kind: str) -> Iterator[tuple[str, int, str]]:
    """A line break stands for white space, which is counted as such."""
    yield from ((_inline_kind(i, kind), i.at, i.text) for i in inlines if not isinstance(i, LineBreak))


def _account_kind(block: Block) -> str:
    match block:
        case Table():
            return "table"
        case Figure():
            return "caption"
        case _:
            return "body"


def _inline_kind(inline: Inline, kind: str) -> str:
    match inline:
        case NoteReference():
            return "footnote call"
        case Markup():
            return inline.kind
        case _:
            return kind


def line_at(seed: Seed, offset: int) -> int:
    return next((line.number for line in reversed(seed.lines) if line.start <= offset), 1)


def _lost(seed: Seed, offset: int) -> SeedError:
    rest = seed.text[offset:].lstrip()
    line = line_at(seed, len(seed.text) - len(rest))
    shown = " ".join(rest[:20].split())
    return SeedError(seed.name, line, f"«{shown}» would be lost or doubled", "report this as a fault of the reader")
