"""Errors and warnings for the people who edit the texts: where, what, and what would be right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from edition.characters import shown


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """Something wrong in a file that an editor keeps.

    `line` counts from one, as editors do; 0 stands for the whole file. `remedy` says what would be right.
    """

    file: str
    line: int
    problem: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return shown(f"{place}: {self.problem}; {self.remedy}")


class EditionError(Exception):
    """All faults found in one run, each on a line of its own, sorted by file and line."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(faults))
        super().__init__("\n".join(str(fault) for fault in self.faults))


class SeedError(EditionError):
    """One fault of one file."""

    def __init__(self, file: str, line: int, problem: str, remedy: str) -> None:
        super().__init__([Fault(file, line, problem, remedy)])
