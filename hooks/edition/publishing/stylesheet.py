"""Stylesheet: from the site's style sheets, kept in a file for each matter, to the one that its pages load."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from edition.model import Asset

STYLESHEET = "assets/site.css"
FOR_PAPER = "print.css"


def write_stylesheet(sheets: Iterable[Path]) -> Asset:
    """The sheets in their order; what is for paper says so."""
    return Asset(STYLESHEET, "\n".join(map(_read_sheet, sheets)).encode())


def _read_sheet(path: Path) -> str:
    text = path.read_text("utf-8")
    return f"@media print {{\n{text}}}\n" if path.name == FOR_PAPER else text
