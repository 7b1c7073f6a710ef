"""Article: from a seed to everything that its text says, with an address for every passage and an account of it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from edition.characters import BYTE_ORDER_MARK
from edition.errors import EditionError, Fault
from edition.model import (
    Abstract,
    Article,
    Block,
    Byline,
    CreditLine,
    Figure,
    Footnote,
    ForeignRun,
    Heading,
    Inline,
    Inlines,
    Line,
    ListItem,
    ListLine,
    Markup,
    NoteReference,
    Paragraph,
    Passage,
    Quotation,
    Seed,
    Speech,
    Table,
    Text,
    Title,
)
from edition.reader.accounts import take_account
from edition.reader.blocks import read_blocks
from edition.reader.footnotes import check_footnotes, split_footnotes
from edition.reader.headers import read_header
from edition.text.inlines import in_language
from edition.text.languages import language_of_text
from edition.text.streams import streams, with_streams


def read_article(seed: Seed) -> Article:
    """Read a seed. Raises EditionError with all its faults: an invalid date, a header alone, notes and calls that
    do not match, or a character that no rule has read."""
    header, lines, faults = read_header(seed.lines, seed.name)
    split = split_footnotes(lines)
    blocks, marks = read_blocks(split.lines)
    markup = (*_byte_order_mark(seed), *marks, *split.marks)
    language = language_of_text(_words(block for block, _ in blocks))
    calls: Counter[str] = Counter()
    change = partial(_finish, language=language, calls=calls)
    passages = assign_ids([(with_streams(block, change), line) for block, line in blocks])
    footnotes = tuple(replace(note, content=change(note.content)) for note in split.notes)
    called = sorted(note_references(passages, footnotes), key=lambda call: call[0].at)
    faults = [*faults, *check_footnotes(seed.name, called, footnotes), *_check_body(seed, blocks, bool(header), lines)]
    if faults:
        raise EditionError(faults)
    footnotes = tuple(replace(note, calls=calls[note.id]) for note in footnotes)
    account = take_account(seed, header, passages, footnotes, markup)
    return Article(seed, language, header, passages, footnotes, markup, account)


def _words(blocks: Iterable[Block]) -> str:
    """What is printed, without addresses."""
    inlines = chain.from_iterable(chain.from_iterable(streams(block) for block in blocks))
    return "\n".join(inline.text for inline in inlines if isinstance(inline, Text | ForeignRun))


def _finish(inlines: Inlines, language: str, calls: Counter[str]) -> Inlines:
    """The inlines as they are in a text of that language, the calls of each note numbered; `calls` counts them."""
    return tuple(_numbered(inline, calls) for inline in in_language(inlines, language))


def _numbered(inline: Inline, calls: Counter[str]) -> Inline:
    if not isinstance(inline, NoteReference):
        return inline
    calls[inline.note] += 1
    return replace(inline, nth=calls[inline.note])


def _check_body(seed: Seed, blocks: Sequence[object], header: bool, lines: Sequence[Line]) -> list[Fault]:
    if blocks:
        return []
    alone = "nothing follows the header" if header else "nothing but notes or marks of the word processor"
    return [Fault(seed.name, lines[0].number, alone, "put the text in, or remove the file")]


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
        case Byline() | Abstract() | Paragraph() | Speech() | Quotation() | ListLine() | ListItem() | CreditLine():
            return "p"


def note_references(passages: Iterable[Passage], footnotes: Iterable[Footnote]) -> Iterator[tuple[NoteReference, int]]:
    """The calls in the text and in its notes, each with the line where its passage or note begins."""
    for passage in passages:
        for inline in chain.from_iterable(streams(passage.block)):
            if isinstance(inline, NoteReference):
                yield inline, passage.line
    for note in footnotes:
        yield from ((inline, note.line) for inline in note.content if isinstance(inline, NoteReference))
