"""Footnotes and endnotes: from the lines of a text to its notes, as Apache Tika and POI write those of Word.

A paragraph may end in `text[footnoteRef:6] more[endnoteRef:7] [6:  first note] [7:  second note] `; a note may go on
over lines; in a row of a table more cells may follow it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from edition.characters import is_blank
from edition.errors import Fault
from edition.model import Footnote, Inlines, Line, LineBreak, Markup, NoteReference, Series
from edition.text.inlines import INLINE, SERIES, join_lines, printed, read_line

NOTE_OPEN = re.compile(r"(?:^|(?<=\s))\[(?P<label>\d+):(?=(?P<space>\s?))")  # [6:
NOTE_CLOSE = "]"
NOTE_END = re.compile(r"\](?=\s*\Z|\s+\[\d+:|[ ]?\t)")  # ], and then nothing, the next note or the next cell
SPACE = re.compile(r"\s*")
BRACKET = re.compile(r"[\[\]]")
BREAK = LineBreak("\n")
LONGEST_NOTE = 100
"""Over so many lines a note may go on."""

SERIES_NAMES = {Series.FOOTNOTE: "footnote", Series.ENDNOTE: "endnote"}


@dataclass(frozen=True, slots=True)
class Split:
    """A text's lines without the notes that stood in them, those notes, and the brackets they stood in."""

    lines: tuple[Line, ...]
    notes: tuple[Footnote, ...]
    marks: tuple[Markup, ...]


def split_footnotes(lines: Sequence[Line]) -> Split:
    return _Splitter(lines).split()


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A note as it stands: where it opens, its content, where it closes; `last` is the index of its last line."""

    label: str
    content: Inlines
    marks: tuple[Markup, Markup]
    line: int
    last: int
    end: int


@dataclass(slots=True)
class _Splitter:
    """`calls` are the series of the calls read and not yet answered by a note, by label; `defined` the notes read."""

    lines: Sequence[Line]
    calls: dict[str, list[Series]] = field(default_factory=lambda: defaultdict(list))
    defined: dict[tuple[Series, str], str] = field(default_factory=dict)
    notes: list[Footnote] = field(default_factory=list)
    marks: list[Markup] = field(default_factory=list)

    def split(self) -> Split:
        lines: list[Line] = []
        at = 0
        while at < len(self.lines):
            line = self.lines[at]
            called = [(match["series"], match["label"]) for match in INLINE.finditer(line.text) if match["call"]]
            for series, label in called:
                self.calls[label].append(SERIES[series])
            rest, after = self._split_line(at, {label for _, label in called})
            lines += rest
            if line.text.startswith("\t") and rest != [line] and _blank_at(self.lines, after):
                after += 1  # Tika ends a paragraph that has notes, in a cell too, with an empty line
            at = after
        return Split(tuple(lines), tuple(self.notes), tuple(self.marks))

    def _split_line(self, at: int, called: set[str]) -> tuple[list[Line], int]:
        """What remains of line `at`, and the index of the next line that is not read yet."""
        line = self.lines[at]
        ends = _Ends(line.text)
        holes: list[tuple[int, int]] = []
        last, after = at, 0
        for opened in NOTE_OPEN.finditer(line.text):
            if last > at or opened.start() < after or not _begins(opened, called):
                continue
            stretches = tuple(self._stretches(at, opened, ends))
            for stretch in stretches:
                self._take(stretch)
                last, after = stretch.last, stretch.end
            if stretches:
                holes.append((opened.start(), after if last == at else len(line.text)))
        if not holes:
            return [line], at + 1
        tail = Line(self.lines[last].number, self.lines[last].start + after, self.lines[last].text[after:])
        rest = [tail] if last > at and not is_blank(tail.text) else []
        return [_without(line, holes), *rest], last + 1

    def _stretches(self, at: int, opened: re.Match[str] | None, ends: _Ends) -> Iterator[_Stretch]:
        """The notes from `opened` on, one behind the other."""
        while opened and (stretch := self._stretch(at, opened, ends)):
            yield stretch
            if stretch.last > at:
                at = stretch.last
                ends = _Ends(self.lines[at].text)
            space = SPACE.match(self.lines[at].text, stretch.end)
            opened = NOTE_OPEN.match(self.lines[at].text, space.end()) if space else None

    def _stretch(self, at: int, opened: re.Match[str], ends: _Ends) -> _Stretch | None:
        close = ends.of(opened)
        last = at if close is not None else self._goes_on_to(at, opened["label"])
        if last is None:
            return None
        if close is None:
            close = _Ends(self.lines[last].text).first()
        first = self.lines[at]
        stretch = [first] if last == at else [first, *self.lines[at + 1 : last + 1]]
        parts = [
            read_line(line, opened.end() if line is first else 0, close if line is stretch[-1] else None)
            for line in stretch
        ]
        marks = (
            Markup(opened[0], "footnote brackets", first.start + opened.start()),
            Markup(NOTE_CLOSE, "footnote brackets", self.lines[last].start + close),
        )
        return _Stretch(opened["label"], join_lines(parts, BREAK), marks, first.number, last, close + 1)

    def _goes_on_to(self, at: int, label: str) -> int | None:
        """The line in which a note that line `at` does not close is closed, before any other call."""
        if not self.calls[label]:
            return None
        for index in range(at + 1, min(at + LONGEST_NOTE, len(self.lines))):
            text = self.lines[index].text
            if any(match["call"] for match in INLINE.finditer(text)):
                return None
            if NOTE_END.search(text):
                return index
        return None

    def _take(self, stretch: _Stretch) -> None:
        """Keep a note, or, where it was printed before, say that it is repeated."""
        label, text = stretch.label, printed(stretch.content)
        series = self._answered(label)
        if self.defined.get((series, label)) == text:
            self.marks += [Markup(i.text, "repeated note", i.at) for i in stretch.content if i != BREAK]
        else:
            self.defined[series, label] = text
            self.notes.append(Footnote(label, stretch.content, stretch.line, series))
        self.marks += stretch.marks

    def _answered(self, label: str) -> Series:
        """The series of the call that a note answers: the first that has no note yet."""
        calls = self.calls[label]
        new = next((series for series in calls if (series, label) not in self.defined), None)
        series = new or (calls[0] if calls else Series.FOOTNOTE)
        if calls:
            calls.remove(series)
        return series


def _without(line: Line, holes: Sequence[tuple[int, int]]) -> Line:
    """The line with spaces for its notes; cut off where nothing else follows."""
    ends = (0, *(end for _, end in holes))
    kept = [line.text[end:start] for end, (start, _) in zip(ends, holes, strict=False)]
    blanks = [" " * (end - start) for start, end in holes]
    text = "".join(chain.from_iterable(zip(kept, blanks, strict=True))) + line.text[ends[-1] :]
    if is_blank(text[holes[0][0] :]):
        return Line(line.number, line.start, text[: holes[0][0]])
    return Line(line.number, line.start, text, tuple(holes))


class _Ends:
    """Where notes may end in a line, and how deep in brackets each such place is."""

    def __init__(self, text: str) -> None:
        self.places = [match.start() for match in NOTE_END.finditer(text)]
        self.depths: dict[int, int] = {}
        self.by_depth: dict[int, list[int]] = defaultdict(list)
        places, depth = set(self.places), 0
        for match in BRACKET.finditer(text) if places else ():
            if match[0] == NOTE_CLOSE:
                if match.start() in places:
                    self.by_depth[depth].append(match.start())
                depth -= 1
            else:
                depth += 1
                self.depths[match.start()] = depth

    def of(self, opened: re.Match[str]) -> int | None:
        """Where the note ends: at its own bracket, or where brackets do not match, at the first place there is."""
        own = self.by_depth[self.depths[opened.start()]] if self.places else []
        return _first_after(own, opened.end()) or _first_after(self.places, opened.end())

    def first(self) -> int:
        return self.places[0]


def _first_after(places: Sequence[int], at: int) -> int | None:
    index = bisect_left(places, at)
    return places[index] if index < len(places) else None


def _begins(opened: re.Match[str], called: set[str]) -> bool:
    """Whether it is a note: the line calls it, or no time is meant ([12:30])."""
    return opened["label"] in called or bool(opened["space"])


def _blank_at(lines: Sequence[Line], at: int) -> bool:
    return at < len(lines) and is_blank(lines[at].text)


def check_footnotes(file: str, calls: Iterable[tuple[NoteReference, int]], notes: Iterable[Footnote]) -> list[Fault]:
    """Every call must have its note, every note a call, and no note may stand twice. Calls come with their line."""
    faults = []
    defined: dict[str, Footnote] = {}
    for note in notes:
        if note.id in defined:
            problem = f"{_name(note)} stands a second time, after line {defined[note.id].line}"
            faults.append(Fault(file, note.line, problem, "give one of the two another number"))
        defined.setdefault(note.id, note)
    called = set()
    for call, line in calls:
        called.add(call.note)
        if call.note not in defined:
            name = SERIES_NAMES[call.series]
            remedy = f"add [{call.label}:  …] at the end of the paragraph, or remove the call"
            problem = f"{call.text} calls {'an' if name[0] == 'e' else 'a'} {name} that the text does not have"
            faults.append(Fault(file, line, problem, remedy))
    for id, note in defined.items():
        if id not in called:
            remedy = f"put [{SERIES_NAMES[note.series]}Ref:{note.label}] where it belongs, or remove the note"
            faults.append(Fault(file, note.line, f"{_name(note)} is called nowhere", remedy))
    return faults


def _name(note: Footnote) -> str:
    return f"{SERIES_NAMES[note.series]} {note.label}"
