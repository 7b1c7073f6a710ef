"""Footnotes: from the end of a line to the notes that stand there, as Apache Tika writes those of Word.

A line may end in `text[footnoteRef:6] more[footnoteRef:7] [6:  first note] [7:  second note] `.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from edition.errors import Fault
from edition.inlines import INLINE, read_line
from edition.model import Footnote, Line, Markup, NoteReference

NOTE_OPEN = re.compile(r"(?:^|(?<=\s))\[(?P<label>\d+):(?=(?P<space>\s?))")  # [6:
NOTE_CLOSE = "]"


def split_footnotes(line: Line) -> tuple[Line, tuple[Footnote, ...], tuple[Markup, ...]]:
    """The line without the notes at its end, those notes, and the brackets they stood in."""
    opens = _opens(line.text)
    if not opens:
        return line, (), ()
    ends = [match.start() for match in opens[1:]] + [len(line.text)]
    notes: list[Footnote] = []
    brackets: list[Markup] = []
    for match, end in zip(opens, ends, strict=True):
        close = line.text.rindex(NOTE_CLOSE, 0, end)
        content = read_line(line, match.end(), close)
        notes.append(Footnote(match["label"], content, line.number))
        brackets.append(Markup(match[0], "footnote brackets", line.start + match.start()))
        brackets.append(Markup(NOTE_CLOSE, "footnote brackets", line.start + close))
    rest = Line(line.number, line.start, line.text[: opens[0].start()])
    return rest, tuple(notes), tuple(brackets)


def _opens(text: str) -> list[re.Match[str]]:
    """Where the notes begin: the first that the line calls, else the first that no time is ([12:30]), and each after
    a closed one."""
    if not text.rstrip().endswith(NOTE_CLOSE):
        return []
    called = {match["label"] for match in INLINE.finditer(text) if match["label"]}
    opens = list(NOTE_OPEN.finditer(text))
    begins = [match["label"] in called or bool(match["space"]) for match in opens]
    if not any(begins):
        return []
    opens = opens[begins.index(True) :]
    closed = [after for before, after in pairwise(opens) if text[: after.start()].rstrip().endswith(NOTE_CLOSE)]
    return opens[:1] + closed


def check_footnotes(file: str, calls: Iterable[tuple[NoteReference, int]], notes: Iterable[Footnote]) -> list[Fault]:
    """Every call must have its note, every note one call, and no note may stand twice. Calls come with their line."""
    faults = []
    notes, calls = tuple(notes), tuple(calls)
    defined: dict[str, int] = {}
    for note in notes:
        if note.label in defined:
            problem = f"footnote {note.label} stands a second time, after line {defined[note.label]}"
            faults.append(Fault(file, note.line, problem, "give one of the two another number"))
        defined.setdefault(note.label, note.line)
    called: dict[str, int] = {}
    for call, line in calls:
        if call.label not in defined:
            remedy = f"add [{call.label}:  …] at the end of the paragraph, or remove the call"
            faults.append(Fault(file, line, f"{call.text} calls a footnote that the text does not have", remedy))
        elif call.label in called:
            problem = f"{call.text} calls footnote {call.label} a second time, after line {called[call.label]}"
            faults.append(Fault(file, line, problem, "give the second call a note of its own"))
        called.setdefault(call.label, line)
    for label, line in defined.items():
        if label not in called:
            remedy = f"put [footnoteRef:{label}] where it belongs, or remove the note"
            faults.append(Fault(file, line, f"footnote {label} is called nowhere", remedy))
    return faults
