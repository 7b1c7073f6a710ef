"""Tables: from a table as printed to data files of it. Every cell stays the text it was: 9.2:1 is no time of day."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable

from edition.characters import BYTE_ORDER_MARK
from edition.inlines import printed
from edition.model import Cell, Inlines, Table

FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def cell_text(cell: Cell) -> str:
    """The lines of a cell, joined without a space, as Chinese is."""
    return "".join(printed(line) for line in cell.lines)


def write_csv(table: Table) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets know that it is. Header and rows only; what a
    spreadsheet would run as a formula is preceded by an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in (table.header, *table.rows):
        writer.writerow([_inert(cell_text(cell)) for cell in row])
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_MARKS) and not text[1:].replace(".", "", 1).isdigit() else text


def write_json(table: Table) -> bytes:
    """An object of title, unit, columns, rows and source, all of them text as printed."""
    data = {
        "title": _text(table.title),
        "unit": _text(table.unit),
        "columns": _texts(table.header),
        "rows": [_texts(row) for row in table.rows],
        "source": _text(table.source),
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _texts(cells: Iterable[Cell]) -> list[str]:
    return [cell_text(cell) for cell in cells]


def _text(inlines: Inlines | None) -> str | None:
    return printed(inlines) if inlines else None
