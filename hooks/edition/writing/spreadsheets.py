"""Spreadsheets: rows of text → a CSV file that spreadsheets and programs read alike, and run nothing of."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from edition.characters import BYTE_ORDER_MARK

FORMULA = re.compile(r"[=+\-@＝＋－＠\t\r]")
"""What a spreadsheet takes for the beginning of a formula; the wide marks too, where its language is Chinese."""

NUMBER = re.compile(r"[+-]?\d[\d.,/]*%?")  # -8.9, -1/3, +1,234, -5%


def write_csv(rows: Iterable[Iterable[str]]) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets know that it is. What a spreadsheet would run as
    a formula is preceded by an apostrophe."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_inert(cell) for cell in row])
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def _inert(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text
