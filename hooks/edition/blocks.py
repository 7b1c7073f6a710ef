"""Blocks: from the lines of a seed to titles, headings, paragraphs, speech, captions and tables."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice, takewhile

from edition.inlines import language_of, printed, read_line
from edition.model import (
    Abstract,
    Block,
    Byline,
    Cell,
    CreditLine,
    Figure,
    FigureKind,
    Header,
    Heading,
    Inlines,
    Line,
    ListLine,
    Markup,
    Paragraph,
    Quotation,
    Speech,
    Table,
    Text,
    Title,
)

HEADER = re.compile(r"\s?(?P<mark>date) (?P<date>\d{4}-\d{2}-\d{2})(?=\s|$)")  # date 2025-11-15 协作加速区域发展
FIGURE = re.compile(r"(?P<kind>Инфографика|Фото)\s*[:：]\s*(?P<credit>.*)")  # Фото: Ақорда
CREDIT_LINE = re.compile(r"【编译：(?P<translator>[^】]+)】")  # 【编译：木合塔尔·木拉提】
ABSTRACT = re.compile(r"摘\s*要\s*[：:]")  # 摘要：俄乌冲突爆发后
SPEECH = re.compile(r"-.+(?P<attribution>-(?P<speaker>[^-。]{1,20})说。)")  # - 今天的会晤…。-托卡耶夫说。
RUN_IN = re.compile(r"第(?P<number>\d+|[一二三四五六七八九十])，")  # 第一，不派遣军队
SECTION = re.compile(r"(?:\d+|[一二三四五六七八九十]+)、")  # 1、 俄哈关系
SUBSECTION = re.compile(r"（(?:\d+|[一二三四五六七八九十]+)）")  # （三）经济、民族问题
TABLE_TITLE = re.compile(r"表\s*\d+")  # 表1  俄罗斯与哈萨克斯坦国内生产总值比较
TABLE_UNIT = re.compile(r"单位[：:]")  # 单位：十亿美元
TABLE_SOURCE = re.compile(r"资料来源[：:]")  # 资料来源：世界银行网
LIST_ITEM = re.compile(r"[^\s：。；，]{2,12}：")  # 安全与稳定：打击恐怖主义
BETWEEN_ITEMS = re.compile(rf"(?<=[。；])\s+(?={LIST_ITEM.pattern})")

FIGURE_KINDS = {"Инфографика": FigureKind.INFOGRAPHIC, "Фото": FigureKind.PHOTOGRAPH}
CHINESE_NUMERALS = "〇一二三四五六七八九十"
LONGEST_HEADING = 50
LONGEST_BYLINE = 40

Recognised = tuple[Block, int]
"""A block and the number of lines it takes."""


def read_header(line: Line) -> tuple[Header, Line] | None:
    """The header and what follows it on its line, or None."""
    match = HEADER.match(line.text)
    if not match:
        return None
    mark = Text(match["mark"], line.start + match.start("mark"))
    date = Text(match["date"], line.start + match.start("date"))
    return Header(mark, date), Line(line.number, line.start + match.end(), line.text[match.end() :])


def read_blocks(lines: Sequence[Line]) -> tuple[list[tuple[Block, int]], list[Markup]]:
    """The blocks of lines that have no header and no notes any more, each with the number of its first line; and the
    marks that stand on lines of their own."""
    found: list[tuple[Block, int]] = []
    marks: list[Markup] = []
    at = 0
    while at < len(lines):
        if _is_blank(lines[at]) and not _opens_row(lines, at):
            at += 1
        elif alone := marks_alone(lines[at]):
            marks += alone
            at += 1
        else:
            before = found[-1][0] if found else None
            block, taken = _recognise(lines, at, before)
            found.append((block, lines[at].number))
            at += taken
    return found, marks


def _opens_row(lines: Sequence[Line], at: int) -> bool:
    """Whether an empty cell stands here, the first of a row: after it come others, and one of them has text."""
    if at and lines[at - 1].text.startswith("\t"):
        return False  # asked already
    cells = takewhile(lambda line: line.text.startswith("\t"), islice(lines, at, None))
    return any(not _is_blank(cell) for cell in cells)


def marks_alone(line: Line) -> list[Markup]:
    """The marks of a line that has nothing else and is no cell; otherwise nothing."""
    content = read_line(line)
    if line.text.startswith("\t") or not all(isinstance(i, Markup) or not i.text.strip() for i in content):
        return []
    return [inline for inline in content if isinstance(inline, Markup)]


def _recognise(lines: Sequence[Line], at: int, before: Block | None) -> Recognised:
    for recognise in RECOGNISERS:
        if recognised := recognise(lines, at, before):
            return recognised
    return paragraph(lines[at]), 1


# ── The recognisers: each says what stands at line `at`, after the block `before`, or declines ─────────────────


def table(lines: Sequence[Line], at: int, before: Block | None) -> Recognised | None:
    """Cells open with a tab and may go on over lines; an empty line ends a row; a line without tab ends the table."""
    if not lines[at].text.startswith("\t"):
        return None
    rows: list[tuple[Cell, ...]] = []
    row: list[list[Inlines]] = []
    taken = 0
    for line in lines[at:]:
        if line.text.startswith("\t"):
            row.append([read_line(line)])
        elif _is_blank(line):
            rows += [_row(row)] if row else []
            row = []
        elif row:
            row[-1].append(read_line(line))
        else:
            break
        taken += 1
    return _read_table(rows + ([_row(row)] if row else [])), taken


def _row(cells: list[list[Inlines]]) -> tuple[Cell, ...]:
    return tuple(Cell(tuple(lines)) for lines in cells)


def _read_table(rows: list[tuple[Cell, ...]]) -> Table:
    """Title and unit are a row of one cell above the header; the source is one below the last row."""
    title, unit, rows = _take_title(rows)
    source, rows = _take_source(rows)
    header, *body = rows or [()]
    return Table(title, unit, header, tuple(body), source)


def _take_title(rows: list[tuple[Cell, ...]]) -> tuple[Inlines | None, Inlines | None, list[tuple[Cell, ...]]]:
    match rows:
        case [(Cell((title,)),), *rest] if TABLE_TITLE.match(printed(title)):
            return title, None, rest
        case [(Cell((title, unit)),), *rest] if TABLE_TITLE.match(printed(title)) and TABLE_UNIT.match(printed(unit)):
            return title, unit, rest
    return None, None, rows


def _take_source(rows: list[tuple[Cell, ...]]) -> tuple[Inlines | None, list[tuple[Cell, ...]]]:
    match rows:
        case [*rest, (Cell((source,)),)] if TABLE_SOURCE.match(printed(source)):
            return source, rest
    return None, rows


def title(lines: Sequence[Line], at: int, before: Block | None) -> Recognised | None:
    """The first line of a text, if it reads as a heading and is not numbered."""
    content = read_line(lines[at])
    if before is not None or not reads_as_heading(printed(content)) or SECTION.match(printed(content)):
        return None
    return Title(content), 1


def byline(lines: Sequence[Line], at: int, before: Block | None) -> Recognised | None:
    """The line right under the title, if it is short and no sentence."""
    content = read_line(lines[at])
    names = printed(content)
    if not isinstance(before, Title) or _is_blank(lines[at - 1]) or len(names) > LONGEST_BYLINE:
        return None
    if not reads_as_heading(names) or SECTION.match(names):
        return None
    return Byline(content, tuple(re.split(r"[\s、，,;；]+", names))), 1


def figure(lines: Sequence[Line], at: int, before: Block | None) -> Recognised | None:
    content = read_line(lines[at])
    match = FIGURE.fullmatch(printed(content))
    if not match:
        return None
    credit = match["credit"] or None
    return Figure(content, FIGURE_KINDS[match["kind"]], credit, language_of(credit or "")), 1


def credit_line(lines: Sequence[Line], at: int, before: Block | None) -> Recognised | None:
    content = read_line(lines[at])
    match = CREDIT_LINE.fullmatch(printed(content))
    return (CreditLine(content, match["translator"]), 1) if match else None


def abstract(lines: Sequence[Line], at: int, before: Block | None) -> Recognised | None:
    content = read_line(lines[at])
    return (Abstract(content), 1) if ABSTRACT.match(printed(content)) else None


def speech(lines: Sequence[Line], at: int, before: Block | None) -> Recognised | None:
    line = lines[at]
    match = SPEECH.fullmatch(line.text.strip())
    if not match:
        return None
    lead = len(line.text) - len(line.text.lstrip())
    split = lead + match.start("attribution")
    return Speech(read_line(line, 0, split), read_line(line, split), match["speaker"]), 1


def quotation(lines: Sequence[Line], at: int, before: Block | None) -> Recognised | None:
    """A paragraph whose first quotation mark is closed by its last character, and that is at least a sentence."""
    content = read_line(lines[at])
    text = printed(content)
    if not (text.startswith("“") and text.endswith(("。”", "！”", "？”", "……”"))):
        return None
    depth = 0
    for position, character in enumerate(text, 1):
        depth += {"“": 1, "”": -1}.get(character, 0)
        if depth == 0 and position < len(text):
            return None
    return (Quotation(content), 1) if depth == 0 else None


def heading(lines: Sequence[Line], at: int, before: Block | None) -> Recognised | None:
    content = read_line(lines[at])
    text = printed(content)
    if not reads_as_heading(text):
        return None
    return Heading(3 if SUBSECTION.match(text) else 2, content), 1


def list_line(lines: Sequence[Line], at: int, before: Block | None) -> Recognised | None:
    """After a paragraph that ends in a colon: `term：… term：… term：…`."""
    line = lines[at]
    if not (isinstance(before, Paragraph) and printed(before.content).endswith("：")):
        return None
    if not LIST_ITEM.match(line.text.strip()):
        return None
    starts = [0, *(match.end() for match in BETWEEN_ITEMS.finditer(line.text))]
    ends = [*starts[1:], len(line.text)]
    items = tuple(read_line(line, start, end) for start, end in zip(starts, ends, strict=True))
    return (ListLine(items), 1) if len(items) > 1 else None


def paragraph(line: Line) -> Paragraph:
    content = read_line(line)
    match = RUN_IN.match(printed(content))
    return Paragraph(content, _ordinal(match["number"]) if match else None)


RECOGNISERS = (table, figure, credit_line, abstract, title, byline, speech, quotation, heading, list_line)
"""Tried in this order; what none of them recognises is a paragraph."""


def reads_as_heading(text: str) -> bool:
    """Short, no sentence in it, and not ending in a mark after which something is to come."""
    return (
        0 < len(text) <= LONGEST_HEADING
        and not re.search(r"[。！？；!?;]", text)
        and not text.endswith(("：", "，", "、", "…", "—", ":", ",", "."))
    )


def _ordinal(number: str) -> int:
    return int(number) if number.isdigit() else CHINESE_NUMERALS.index(number)


def _is_blank(line: Line) -> bool:
    return not line.text.strip()
