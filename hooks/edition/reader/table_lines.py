"""Table lines: from lines to a table, as Tika writes one (a cell a line) or as POI does (a row a line)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from edition.characters import is_blank, trim
from edition.model import Cell, Inlines, Line, Table
from edition.text.inlines import printed, read_line

TABLE_TITLE = re.compile(
    r"(?:表|Таблица|Кесте|Table)\s*№?\s*\d+", re.IGNORECASE
)  # 表1  俄罗斯与哈萨克斯坦国内生产总值比较
TABLE_UNIT = re.compile(r"(?:单位|單位|Единицы?|Unit)[：:]")  # 单位：十亿美元
TABLE_SOURCE = re.compile(r"(?:资料来源|資料來源|数据来源|Источник|Source)[：:]")  # 资料来源：世界银行网
ITEM_IN_CELL = re.compile(r"\t\s*(?:[·•▪●○]|[(（]?\w{1,2}[)）])\s")  # а) это даже ежу понятно
NUMBERED = re.compile(r"[\w.]{1,5}[.)）、-]+\t")  # 12.	text that a word processor has numbered
ENDS_OF_TABLE = 2
"""Tika ends a row with an empty line, and the table with another."""

ENDS_OF_SENTENCE = ("。", "！", "？", "；", ".", "!", "?", ";", "…")

LEAST_ROWS = 2
LONGEST_ROW = 20

Row = tuple[Cell, ...]


Found = tuple[Table, int]
"""A table and the number of lines it takes."""


def find_tables(lines: Sequence[Line]) -> dict[int, Found]:
    """The tables of a text, by the index of their first line. One program writes them in one form: where there are
    tables of a cell a line, those of a row a line must be plain ones."""
    by_cells = _find(lines, _opens_cell, _cell_a_line)
    by_rows = _find(lines, _opens_row, _row_a_line)
    if any(len(row) > 1 for table, _ in by_cells.values() for row in (table.header, *table.rows)):
        return by_cells | {at: found for at, found in by_rows.items() if at not in by_cells and _is_plain(found[0])}
    return by_rows or by_cells


def _is_plain(table: Table) -> bool:
    rows = (table.header, *table.rows)
    return len(rows) > LEAST_ROWS and len({len(row) for row in rows}) == 1


def _find(
    lines: Sequence[Line],
    opens: Callable[[Sequence[Line], int], bool],
    read: Callable[[Sequence[Line], int], tuple[Table | None, int]],
) -> dict[int, Found]:
    """A run of lines that is no table is not tried again from its second line on."""
    found: dict[int, Found] = {}
    at = 0
    while at < len(lines):
        if not opens(lines, at):
            at += 1
            continue
        table, taken = read(lines, at)
        if table:
            found[at] = table, taken
        at += taken
    return found


# ── A cell a line ─────────────────────────────────────────────────────────────────────────────────────────────


def _opens_cell(lines: Sequence[Line], at: int) -> bool:
    """A tab, then a cell, which has at most one tab behind its words; but no item of a list."""
    text = lines[at].text
    return text.startswith("\t") and "\t" not in text[1:-1] and not ITEM_IN_CELL.match(text)


def _cell_a_line(lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """Cells open with a tab and may go on over lines; an empty line ends a row; a line without tab, or two empty
    ones, end the table."""
    rows: list[list[list[Inlines]]] = [[]]
    blanks = taken = 0
    for line in (lines[index] for index in range(at, len(lines))):
        if line.text.startswith("\t"):
            rows += [[]] if blanks else []
            rows[-1].append([read_line(line)])
            blanks = 0
        elif is_blank(line.text):
            blanks += 1
        elif blanks:
            break
        else:
            rows[-1][-1].append(read_line(line))
        taken += 1
        if blanks == ENDS_OF_TABLE:
            break
    last = lines[at + taken - 1].text
    ended = blanks == ENDS_OF_TABLE or (at + taken == len(lines) and (bool(blanks) or last.startswith("\t")))
    written = [tuple(Cell(tuple(cell)) for cell in row) for row in rows]
    tabbed = sum("\t" in line.text[1:-1] for line in lines[at : at + taken])
    is_table = _is_table(written, ended) and tabbed <= sum(map(len, written)) / 2
    return (_table(written) if is_table else None), taken


def _is_table(rows: Sequence[Row], ended: bool) -> bool:
    """Lines indented with a tab make a table if they have words and end as one, if their rows have as many cells, or
    if none of them is a sentence."""
    widths = {len(row) for row in rows}
    if not any(printed(line) for row in rows for cell in row for line in cell.lines):
        return False
    if ended or (len(rows) > 1 and widths != {1} and len(widths) == 1):
        return True
    return not any(map(_has_sentence, rows)) and (len(rows) > 1 or widths != {1})


def _has_sentence(row: Row) -> bool:
    return any(printed(line).endswith(ENDS_OF_SENTENCE) for cell in row for line in cell.lines)


# ── A row a line ──────────────────────────────────────────────────────────────────────────────────────────────


def _opens_row(lines: Sequence[Line], at: int) -> bool:
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    if "\t" not in lines[at].text.lstrip() or not _goes_on(lines[at]):
        return False
    inner = "\t" in trim(lines[at].text)
    return following.count("\t") > 0 if inner else following.count("\t") == lines[at].text.count("\t")


def _row_a_line(lines: Sequence[Line], at: int) -> tuple[Table | None, int]:
    """At least two lines in a row with tabs behind words, the first not merely indented. A line without a tab goes
    on with the cell before it, if that makes its row complete; one of tabs alone is a row of empty cells; the last
    may be one merged cell."""
    width = lines[at].text.count("\t")
    rows: list[list[list[Inlines]]] = []
    end = at
    while end < len(lines) and "\t" in lines[end].text and _goes_on(lines[end]):
        whole = _lines_of_row(lines, end, width)
        rows.append(_cells(lines[end : end + whole]))
        end += whole
    if len(rows) < LEAST_ROWS or _is_indented(rows[0]):
        return None, end - at
    if _is_last_row(lines, end):
        rows.append(_cells(lines[end : end + 1]))
        end += 1
    return _table([tuple(Cell(tuple(cell)) for cell in row) for row in rows]), end - at


def _goes_on(line: Line) -> bool:
    """Whether a line can be of a table: a number, a tab and words are a numbered paragraph."""
    is_numbered = line.text.count("\t") == 1 and NUMBERED.match(line.text)
    return not is_numbered and ("\t" in line.text or not is_blank(line.text))


def _is_indented(row: list[list[Inlines]]) -> bool:
    """Nothing in its first cell, something in its last."""
    return is_blank("".join(map(printed, row[0]))) and not is_blank("".join(map(printed, row[-1])))


def _is_last_row(lines: Sequence[Line], at: int) -> bool:
    """Whether a line without tab stands between the rows and an empty line, and is no sentence."""
    if at + 1 >= len(lines) or is_blank(lines[at].text) or not is_blank(lines[at + 1].text):
        return False
    return "\t" not in lines[at].text and not trim(lines[at].text).endswith(ENDS_OF_SENTENCE)


def _lines_of_row(lines: Sequence[Line], at: int, width: int) -> int:
    """How many lines a row takes: more than one if a line without tab stands between, and all have `width` tabs."""
    tabs, parted = lines[at].text.count("\t"), False
    for count, line in enumerate(lines[at + 1 : at + LONGEST_ROW], 2):
        if tabs >= width or not _goes_on(line):
            return 1
        tabs += line.text.count("\t")
        parted = parted or "\t" not in line.text
        if tabs == width and parted:
            return count
    return 1


def _cells(lines: Sequence[Line]) -> list[list[Inlines]]:
    """The cells of a row: tabs part them, the ends of lines do not."""
    cells: list[list[Inlines]] = []
    for line in lines:
        start = 0
        for position, part in enumerate(line.text.split("\t")):
            content = read_line(line, start, start + len(part))
            if position or not cells:
                cells.append([content])
            else:
                cells[-1].append(content)
            start += len(part) + 1
    return cells


# ── What stands around the rows ───────────────────────────────────────────────────────────────────────────────


def _table(rows: list[Row]) -> Table:
    """Title and unit are a row of one cell above the header; the source is one below the last row."""
    title, unit, rows = _take_title(rows)
    source, rows = _take_source(rows)
    header, *body = rows or [()]
    return Table(title, unit, header, tuple(body), source)


def _take_title(rows: list[Row]) -> tuple[Inlines | None, Inlines | None, list[Row]]:
    match rows:
        case [(Cell((title,)),), *rest] if TABLE_TITLE.match(printed(title)):
            return title, None, rest
        case [(Cell((title, unit)),), *rest] if TABLE_TITLE.match(printed(title)) and TABLE_UNIT.match(printed(unit)):
            return title, unit, rest
    return None, None, rows


def _take_source(rows: list[Row]) -> tuple[Inlines | None, list[Row]]:
    match rows:
        case [*rest, (Cell((source,)),)] if TABLE_SOURCE.match(printed(source)):
            return source, rest
    return None, rows
