"""Findings: from an article to what in it an editor should look at, each sort of thing under a code.

Nothing here keeps a text from being published. A code that an editor accepts for a text, under `accept` in the
catalogue, is not told again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from edition.characters import BYTE_ORDER_MARK, UNSEEN, trim, unicode_name
from edition.errors import Fault
from edition.model import (
    Article,
    Figure,
    FigureKind,
    Finding,
    Heading,
    Inlines,
    Link,
    ListItem,
    Paragraph,
    Series,
    Table,
    Text,
)
from edition.reader.blocks import is_leftover
from edition.reader.headings import enumerator, number_of
from edition.text.inlines import printed
from edition.text.streams import streams


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of finding: what it means, and what an editor may do about it. README lists them from here."""

    means: str
    remedy: str


KEEP = "accept it in seeds/catalogue.yml"
COMPARE = f"compare with the source, or {KEEP}"
CHECK = f"check it, or {KEEP}"

SORTS = {
    "E01": Sort("the file is not UTF-8; its encoding was told from its bytes", "save it as UTF-8 if it reads wrong"),
    "E02": Sort("lines end in more than one way", "nothing need be done; every line is read"),
    "C01": Sort("control characters; the page shows each by a picture such as ␛", COMPARE),
    "C02": Sort("characters without width, or that turn the direction of writing; shown as ⟨U+202E⟩", COMPARE),
    "C03": Sort("characters that were lost or mean nothing outside their program", COMPARE),
    "D01": Sort("the header has several dates; the first that is not of a change is taken", CHECK),
    "D02": Sort("a line in the text looks like a header", f"check that the file is one text, or {KEEP}"),
    "W01": Sort("a line that a crawler took from the page around the text", CHECK),
    "N01": Sort("a note breaks off where an address should follow", f"look for it in the source, or {KEEP}"),
    "N02": Sort("two notes have the same words", CHECK),
    "N03": Sort("a note is called more than once", CHECK),
    "N04": Sort("what looks like a note is called nowhere and stays in the text", f"add its call, or {KEEP}"),
    "N05": Sort("an address is glued to the word before it", CHECK),
    "N06": Sort("numbers are missing among the notes", COMPARE),
    "Q01": Sort("quotation marks do not match", COMPARE),
    "H01": Sort("headings of one series are numbered in two ways", f"check that it is one series, or {KEEP}"),
    "H02": Sort("the numbers of headings jump or repeat", f"check whether a heading is missing, or {KEEP}"),
    "P01": Sort("a paragraph ends in a comma", f"check whether the next one belongs to it, or {KEEP}"),
    "T01": Sort("rows of a table have different numbers of cells", f"check for merged cells, or {KEEP}"),
    "F01": Sort("a caption names nobody", f"look for the credit in the source, or {KEEP}"),
    "A01": Sort("the catalogue accepts a finding that the text does not have", "take the code out of `accept`"),
}
"""Every code. README has them from here."""


def find(article: Article) -> tuple[Finding, ...]:
    """All findings of an article, in the order of their lines."""
    return tuple(sorted(finding for check in CHECKS for finding in check(article)))


def unaccepted(article: Article, accepted: Iterable[str]) -> tuple[Finding, ...]:
    """The findings that no editor has accepted, and acceptances that have become idle."""
    found, accepted = find(article), tuple(accepted)
    codes = {finding.code for finding in found}
    idle = tuple(Finding(0, "A01", f"{code} is accepted, but not found") for code in accepted if code not in codes)
    return (*idle, *(finding for finding in found if finding.code not in accepted))


def as_fault(file: str, finding: Finding) -> Fault:
    return Fault(file, finding.line, f"{finding.code} {finding.problem}", SORTS[finding.code].remedy)


# ── The file and its characters ───────────────────────────────────────────────────────────────────────────────

SOFT_HYPHEN = "\u00ad"
LOST = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")
LINE_ENDS = re.compile(r"\r\n|\r|\n")
LINE_END_NAMES = {"\r\n": "CRLF", "\r": "CR", "\n": "LF"}


def encoding(article: Article) -> Iterator[Finding]:
    if article.seed.encoding != "utf-8":
        yield Finding(0, "E01", f"the file is read as {article.seed.encoding.upper()}")


def line_ends(article: Article) -> Iterator[Finding]:
    counts = Counter(LINE_ENDS.findall(article.seed.text))
    if len(counts) > 1:
        shown = ", ".join(f"{LINE_END_NAMES[end]} {count} times" for end, count in counts.most_common())
        yield Finding(0, "E02", f"lines end in {shown}")


def characters(article: Article) -> Iterator[Finding]:
    text = article.seed.text.removeprefix(BYTE_ORDER_MARK)
    found = [("C01" if match["control"] else "C02", match[0]) for match in UNSEEN.finditer(text)]
    found += [("C02", SOFT_HYPHEN)] * text.count(SOFT_HYPHEN) + [("C03", match[0]) for match in LOST.finditer(text)]
    for (code, character), count in Counter(found).items():
        times = f"{count} times, first here" if count > 1 else "once"
        where = _line_at(article, article.seed.text.index(character, len(article.seed.text) - len(text)))
        yield Finding(where, code, f"{unicode_name(character)} stands {times}")


def _line_at(article: Article, offset: int) -> int:
    starts = [line.start for line in article.seed.lines]
    return max(1, bisect_right(starts, offset))


# ── The header and what a crawler left ────────────────────────────────────────────────────────────────────────

LIKE_A_HEADER = re.compile(r"date \d{4}-\d{2}|\d{1,2}:\d{2},? .{4,20} \d{4} \| GMT")


def dates(article: Article) -> Iterator[Finding]:
    if article.header and article.header.others:
        others = ", ".join(date.edtf for date in article.header.others)
        yield Finding(article.header.line, "D01", f"{article.header.date.edtf} is taken as the date; also {others}")


def leftovers(article: Article) -> Iterator[Finding]:
    for line, text in _paragraphs(article):
        if is_leftover(text):
            yield Finding(line, "W01", f"«{text}» is no line of the text, it seems")
        elif LIKE_A_HEADER.match(text):
            yield Finding(line, "D02", f"«{text[:20]}» looks like a header, but does not stand first")


def _paragraphs(article: Article) -> Iterator[tuple[int, str]]:
    for passage in article.passages:
        if isinstance(passage.block, Paragraph):
            yield passage.line, printed(passage.block.content)


# ── Notes ─────────────────────────────────────────────────────────────────────────────────────────────────────

BREAKS_OFF = ("，", ",", "：", ":", "、")
MOST_MISSING = 1000
LIKE_A_NOTE = re.compile(r"(?:^|\s)(?P<note>\[\d+:\s[^\[\]]{0,30})")
NAMES = {Series.FOOTNOTE: "note", Series.ENDNOTE: "endnote"}


def notes(article: Article) -> Iterator[Finding]:
    seen: dict[str, str] = {}
    for note in article.footnotes:
        name, text = f"{NAMES[note.series]} {note.label}", trim(printed(note.content))
        if text.endswith(BREAKS_OFF):
            yield Finding(note.line, "N01", f"{name} ends in «{text[-12:]}», without its address")
        if text and text in seen:
            yield Finding(note.line, "N02", f"{name} has the words of {seen[text]}")
        if note.calls > 1:
            yield Finding(note.line, "N03", f"{name} is called {note.calls} times")
        seen.setdefault(text, name)
        yield from _glued(note.content, name, note.line)


def _glued(content: Inlines, name: str, line: int) -> Iterator[Finding]:
    for before, inline in pairwise(content):
        if isinstance(inline, Link) and isinstance(before, Text) and before.text[-1].isalnum():
            yield Finding(line, "N05", f"in {name} the address follows «{before.text[-6:]}» without a space")


def uncalled_notes(article: Article) -> Iterator[Finding]:
    for passage in article.passages:
        for stream in streams(passage.block):
            for match in LIKE_A_NOTE.finditer(printed(stream)):
                yield Finding(passage.line, "N04", f"«{match['note']}» looks like a note")


def note_numbers(article: Article) -> Iterator[Finding]:
    numbers: dict[Series, list[tuple[int, int]]] = defaultdict(list)
    for note in article.footnotes:
        numbers[note.series].append((int(note.label), note.line))
    for series, labelled in numbers.items():
        present = {number for number, _ in labelled}
        for (before, _), (number, line) in pairwise(labelled):
            missing = number - before - 1
            if missing > 0 and not present & set(range(before + 1, min(number, before + MOST_MISSING))):
                shown = str(number - 1) if missing == 1 else f"{before + 1} to {number - 1}"
                yield Finding(line, "N06", f"between {NAMES[series]}s {before} and {number}: no {shown}")


# ── Quotation marks ───────────────────────────────────────────────────────────────────────────────────────────

PAIRS = {"“": "”", "«": "»", "「": "」", "『": "』", "《": "》"}
QUOTATION_MARKS = re.compile('[“”«»「」『』《》"]')


def quotation_marks(article: Article) -> Iterator[Finding]:
    for passage in article.passages:
        for stream in streams(passage.block):
            yield from _unmatched(printed(stream), passage.line, "")
    for note in article.footnotes:
        yield from _unmatched(printed(note.content), note.line, f"in {NAMES[note.series]} {note.label} ")


def _unmatched(text: str, line: int, where: str) -> Iterator[Finding]:
    """One finding for a stretch."""
    open_marks: list[str] = []
    straight = text.count('"')
    closing = set(PAIRS.values())
    for match in QUOTATION_MARKS.finditer(text):
        mark = match[0]
        if open_marks and mark == PAIRS[open_marks[-1]]:
            open_marks.pop()
        elif mark in PAIRS:
            open_marks.append(mark)
        elif mark in closing:
            yield Finding(line, "Q01", f"{where}{mark} closes what nothing opens: «{_around(text, match.start())}»")
            return
    if open_marks:
        place = text.rindex(open_marks[-1])
        yield Finding(line, "Q01", f"{where}{open_marks[-1]} is not closed: «{_around(text, place)}»")
    elif straight % 2:
        yield Finding(line, "Q01", f'{where}an odd number of ": «{_around(text, text.rindex(chr(34)))}»')


def _around(text: str, at: int) -> str:
    return trim(text[max(0, at - 8) : at + 9])


# ── Headings, paragraphs, tables, captions ────────────────────────────────────────────────────────────────────


def headings(article: Article) -> Iterator[Finding]:
    """Each numbered heading goes on with the series of its level; a heading of a higher level begins a new one."""
    series: dict[int, tuple[str, int]] = {}
    for passage in article.passages:
        if not isinstance(passage.block, Heading):
            continue
        text, level = printed(passage.block.content), passage.block.level
        for deeper in [known for known in series if known > level]:
            del series[deeper]
        sort, number = enumerator(text), number_of(text)
        if sort is None or number is None:
            continue
        before = series.get(level)
        if before and before[0] != sort:
            yield Finding(passage.line, "H01", f"«{text[:12]}» goes on with a series numbered otherwise")
        if number != (before[1] + 1 if before else 1):
            since = f"after {before[1]}" if before else "first of its series"
            yield Finding(passage.line, "H02", f"«{text[:12]}» has the number {number}, {since}")
        series[level] = sort, number


def paragraphs(article: Article) -> Iterator[Finding]:
    for passage in article.passages:
        if isinstance(passage.block, Paragraph | ListItem):
            text = printed(passage.block.content)
            if text.endswith(("，", "、", ",")):
                yield Finding(passage.line, "P01", f"the paragraph ends in «{text[-10:]}»")


def tables(article: Article) -> Iterator[Finding]:
    for passage in article.passages:
        if isinstance(passage.block, Table):
            widths = {len(row) for row in (passage.block.header, *passage.block.rows) if len(row) > 1}
            if len(widths) > 1:
                shown = " or ".join(map(str, sorted(widths)))
                yield Finding(passage.line, "T01", f"the rows of {passage.id} have {shown} cells")


def captions(article: Article) -> Iterator[Finding]:
    for passage in article.passages:
        figure = passage.block
        if isinstance(figure, Figure) and figure.kind is not FigureKind.PICTURE and not figure.credit:
            yield Finding(passage.line, "F01", f"«{printed(figure.content)}» names nobody")


CHECKS: tuple[Callable[[Article], Iterable[Finding]], ...] = (
    encoding,
    line_ends,
    characters,
    dates,
    leftovers,
    notes,
    uncalled_notes,
    note_numbers,
    quotation_marks,
    headings,
    paragraphs,
    tables,
    captions,
)
