"""Streams: the stretches of text of a block, to be read in the order of the seed, or to be written anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import chain

from edition.model import Block, Cell, Inlines, ListLine, Speech, Table
from edition.text.inlines import printed


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


def block_text(block: Block) -> str:
    """What is printed of it, cells and items parted by spaces."""
    return " ".join(filter(None, map(printed, streams(block))))


def cell_text(cell: Cell) -> str:
    """The lines of a cell, joined without a space, as Chinese is."""
    return "".join(printed(line) for line in cell.lines)


def with_streams(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    """The block with every stretch changed, in the order of `streams`."""
    match block:
        case Speech():
            return replace(block, content=change(block.content), attribution=change(block.attribution))
        case ListLine():
            return replace(block, items=tuple(change(item) for item in block.items))
        case Table():
            return _with_cells(block, change)
        case _:
            return replace(block, content=change(block.content))


def _with_cells(table: Table, change: Callable[[Inlines], Inlines]) -> Table:
    title = change(table.title) if table.title else None
    unit = change(table.unit) if table.unit else None
    header, *rows = (
        tuple(Cell(tuple(change(line) for line in cell.lines)) for cell in row) for row in (table.header, *table.rows)
    )
    return Table(title, unit, header, tuple(rows), change(table.source) if table.source else None)
