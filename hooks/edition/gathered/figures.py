"""Figures: from an edition to all the figures in its texts, by what they measure."""

from __future__ import annotations

from edition.model import Edition, PlacedQuantity, QuantityKind
from edition.text.sentences import sentence_span
from edition.writing.listings import by_date

FIGURES_DATA = "figures"
"""The name of the dataset."""

Figures = dict[QuantityKind, tuple[PlacedQuantity, ...]]


def read_figures(edition: Edition) -> Figures:
    """Of the kinds that there are: the figures of the newest text first, those of a text in its order."""
    found: dict[QuantityKind, list[PlacedQuantity]] = {kind: [] for kind in QuantityKind}
    for entry in by_date(edition.entries):
        for quantity in entry.quantities:
            sentence = sentence_span(quantity.line, quantity.start, quantity.end)
            found[quantity.kind].append(PlacedQuantity(entry, quantity, sentence))
    return {kind: tuple(figures) for kind, figures in found.items() if figures}
