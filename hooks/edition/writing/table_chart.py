"""Table chart: from a table of numbers to a picture of it, made by the archive, for the page of its text.

Each column of numbers has a picture with a scale of its own, so that small numbers are seen beside large ones. Labels
and numbers are as printed. What is no such table has no picture.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import east_asian_width

import pygal

from edition.characters import shown
from edition.model import Cell, Table
from edition.text.inlines import printed
from edition.writing.charts import MARGIN, new_chart, write_svg

FEWEST_SERIES, FEWEST_ROWS = 2, 3
NUMBER = re.compile(r"(?P<value>[-+−]?[0-9]{1,12}(?:[,\u00a0 ][0-9]{3}){0,4}(?:\.[0-9]{1,12})?)\s?%?")  # 1,637.8
YEAR = re.compile(r"(?:1[0-9]|20)[0-9]{2}(?!\d)")  # 1992-1996

WIDTH, ROW_HEIGHT, MARGINS = 330, 26, 10
"""In CSS pixels: two pictures stand side by side in the text's measure, and one fills a telephone."""

LETTER = 6.7
"""How wide a letter of a label is, in CSS pixels; Chinese ones are two. pygal keeps room for PYGALS_LETTER each."""

PYGALS_LETTER, LONGEST_LABEL = 6, 24

ROOM_FOR_NUMBERS = Decimal("1.25")
"""By how much the scale is longer than the longest bar, at whose end its number stands."""


@dataclass(frozen=True, slots=True)
class Series:
    """A column: its name, and for each row its label, its number as printed and the value of that."""

    name: str
    rows: tuple[tuple[str, str, Decimal], ...]


def read_series(table: Table) -> tuple[Series, ...]:
    """The columns of numbers, in order of time where the labels of the rows are years; none where too few are."""
    cells = [[_words(cell) for cell in row] for row in table.rows]
    header = [_words(cell) for cell in table.header]
    if len(cells) < FEWEST_ROWS or any(len(row) != len(header) for row in cells):
        return ()
    if any(_letters(row[0]) > LONGEST_LABEL for row in cells):
        return ()
    if all(YEAR.match(row[0]) for row in cells):
        cells.sort(key=lambda row: row[0])
    columns = (_read_column(header[at], at, cells) for at in range(1, len(header)))
    series = tuple(column for column in columns if column)
    return series if len(series) >= FEWEST_SERIES else ()


def _read_column(name: str, at: int, cells: Sequence[Sequence[str]]) -> Series | None:
    numbers = [NUMBER.fullmatch(row[at]) for row in cells]
    rows = tuple((row[0], row[at], _value(number)) for row, number in zip(cells, numbers, strict=True) if number)
    return Series(name, rows) if len(rows) == len(cells) and any(value for _, _, value in rows) else None


def _value(number: re.Match[str]) -> Decimal:
    return Decimal(re.sub(r"[,\u00a0 ]", "", number["value"]).replace("−", "-"))


def _words(cell: Cell) -> str:
    return shown("".join(map(printed, cell.lines))).strip()


def _letters(label: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in label)


def draw_series(series: Series, name: str) -> str:
    """An <svg> of horizontal bars, whose labels stand beside them and whose numbers at their ends. `name` is for those
    who listen."""
    values = [Decimal(0), *(value for _, _, value in series.rows)]
    labels = [label for label, _, _ in series.rows]
    room = max(_letters(label) for label in labels) * LETTER - max(map(len, labels)) * PYGALS_LETTER
    chart = new_chart(
        pygal.HorizontalBar,
        WIDTH,
        ROW_HEIGHT * len(series.rows) + MARGINS,
        margin_left=MARGIN + max(0, round(room)),
        print_values=True,
        print_values_position="top",
        show_x_labels=False,
        show_y_guides=False,
        range=tuple(float(bound * ROOM_FOR_NUMBERS) for bound in (min(values), max(values))),
    )
    upwards = series.rows[::-1]
    chart.x_labels = [label for label, _, _ in upwards]
    chart.add(None, [{"value": float(value), "formatter": _as(number)} for _, number, value in upwards])
    return write_svg(chart, name)


def _as(number: str) -> Callable[[float], str]:
    return lambda _: number
