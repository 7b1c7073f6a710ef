"""Article: from a seed to its passages with their ids, its footnotes, and the account of all its characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from edition.blocks import read_blocks, read_header
from edition.dates import read_date
from edition.errors import EditionError, Fault, SeedError
from edition.footnotes import check_footnotes, split_footnotes
from edition.model import (
    Abstract,
    Account,
    Article,
    Block,
    Byline,
    CreditLine,
    Figure,
    Footnote,
    Header,
    Heading,
    Inline,
    Inlines,
    Line,
    ListLine,
    Markup,
    NoteReference,
    Paragraph,
    Passage,
    Quotation,
    Seed,
    Speech,
    Table,
    Title,
)
from edition.seeds import BYTE_ORDER_MARK

LANGUAGE = "zh-Hans"


def read_article(seed: Seed) -> Article:
    """Read a seed. Raises EditionError with all its faults: an invalid date, a header alone, notes and calls that
    do not match, or a character that no rule has read."""
    header, lines = _read_header(seed)
    split = [split_footnotes(line) for line in lines]
    blocks, marks = read_blocks([line for line, _, _ in split])
    footnotes = tuple(chain.from_iterable(notes for _, notes, _ in split))
    markup = (*_byte_order_mark(seed), *marks, *chain.from_iterable(brackets for _, _, brackets in split))
    passages = assign_ids(blocks)
    calls = sorted(note_references(passages, footnotes), key=lambda call: call[0].at)
    faults = [*check_header(seed, header), *check_footnotes(seed.name, calls, footnotes)]
    if not blocks:
        alone = "nothing follows the header" if header else "nothing but notes or marks of the word processor"
        faults.append(Fault(seed.name, lines[0].number, alone, "put the text in, or remove the file"))
    if faults:
        raise EditionError(faults)
    account = take_account(seed, header, passages, footnotes, markup)
    return Article(seed, LANGUAGE, header, passages, footnotes, markup, account)


def _read_header(seed: Seed) -> tuple[Header | None, list[Line]]:
    lines = list(seed.lines)
    first = next(index for index, line in enumerate(lines) if line.text.strip(BYTE_ORDER_MARK).strip())
    read = read_header(lines[first])
    if not read:
        return None, lines
    header, rest = read
    return header, [rest, *lines[first + 1 :]]


def check_header(seed: Seed, header: Header | None) -> list[Fault]:
    if header is None:
        return []
    try:
        read_date(header.date.text)
    except ValueError as error:
        remedy = "write a day of the calendar as date YYYY-MM-DD"
        return [Fault(seed.name, _line_at(seed, header.date.at), str(error), remedy)]
    return []


def _line_at(seed: Seed, offset: int) -> int:
    return next((line.number for line in reversed(seed.lines) if line.start <= offset), 1)


def _byte_order_mark(seed: Seed) -> tuple[Markup, ...]:
    return (Markup(BYTE_ORDER_MARK, "byte order mark", 0),) if seed.text.startswith(BYTE_ORDER_MARK) else ()


def assign_ids(blocks: Iterable[tuple[Block, int]]) -> tuple[Passage, ...]:
    """Give each block its address: p, h, t or f and its number among its like, from one; `title` for the title."""
    counts: Counter[str] = Counter()
    passages = []
    for block, line in blocks:
        prefix = id_prefix(block)
        counts[prefix] += 1
        passages.append(Passage("title" if prefix == "title" else f"{prefix}{counts[prefix]}", block, line))
    return tuple(passages)


def id_prefix(block: Block) -> str:
    match block:
        case Title():
            return "title"
        case Heading():
            return "h"
        case Table():
            return "t"
        case Figure():
            return "f"
        case Byline() | Abstract() | Paragraph() | Speech() | Quotation() | ListLine() | CreditLine():
            return "p"


def streams(block: Block) -> Iterator[Inlines]:
    """The stretches of text of a block, in the order of the seed."""
    match block:
        case Speech():
            yield block.content
            yield block.attribution
        case ListLine():
            yield from block.items
        case Table():
            yield from filter(None, (block.title, block.unit))
            for row in (block.header, *block.rows):
                yield from chain.from_iterable(cell.lines for cell in row)
            yield from filter(None, (block.source,))
        case _:
            yield block.content


def note_references(passages: Iterable[Passage], footnotes: Iterable[Footnote]) -> Iterator[tuple[NoteReference, int]]:
    """The calls in the text and in its notes, each with the line where its passage or note begins."""
    for passage in passages:
        for inline in chain.from_iterable(streams(passage.block)):
            if isinstance(inline, NoteReference):
                yield inline, passage.line
    for note in footnotes:
        yield from ((inline, note.line) for inline in note.content if isinstance(inline, NoteReference))


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
        if gap.strip() or at < done or seed.text[at : at + len(text)] != text:
            raise _lost(seed, done if gap.strip() else at)
        counts["white space"] += len(gap)
        counts[kind] += len(text)
        done = at + len(text)
    gap = seed.text[done:]
    if gap.strip():
        raise _lost(seed, done)
    counts["white space"] += len(gap)
    return Account(dict(counts))


def _pieces(
    header: Header | None, passages: Iterable[Passage], footnotes: Iterable[Footnote], markup: Iterable[Markup]
) -> Iterator[tuple[str, int, str]]:
    """Every stretch of characters in the article: what it is, where it stands, and the characters."""
    if header:
        yield from (("metadata", text.at, text.text) for text in (header.mark, header.date))
    yield from ((mark.kind, mark.at, mark.text) for mark in markup)
    for passage in passages:
        kind = _account_kind(passage.block)
        for inlines in streams(passage.block):
            yield from ((_inline_kind(inline, kind), inline.at, inline.text) for inline in inlines)
    for note in footnotes:
        yield from ((_inline_kind(inline, "note"), inline.at, inline.text) for inline in note.content)


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


def _lost(seed: Seed, offset: int) -> SeedError:
    rest = seed.text[offset:].lstrip()
    line = _line_at(seed, len(seed.text) - len(rest))
    shown = " ".join(rest[:20].split())
    return SeedError(seed.name, line, f"«{shown}» would be lost or doubled", "report this as a fault of the reader")
