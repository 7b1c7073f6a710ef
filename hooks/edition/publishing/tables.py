"""Tables: from a table as printed to data files of it. Every cell stays the text it was: 9.2:1 is no time of day."""

from __future__ import annotations

import json
from collections.abc import Iterable

from edition.model import Cell, Inlines, Table
from edition.text.inlines import printed
from edition.text.streams import cell_text
from edition.writing.spreadsheets import write_csv


def write_table_csv(table: Table) -> bytes:
    """Header and rows only."""
    return write_csv(map(cell_text, row) for row in (table.header, *table.rows))


def write_table_json(table: Table) -> bytes:
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
