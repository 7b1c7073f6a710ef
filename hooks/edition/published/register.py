"""Register: from the files of seeds/register/ to what has been published of each text, and back.

One file a text, one line an id, in the order of the page: an edit touches few lines, and two editors' edits merge or
clash like those of the text itself. Fields are parted by tabs: id, standing, date, opening words, digest, sketch; an
address has its slug in place of the last three. Registered means published. `make register` writes the files; by hand
only a text is withdrawn, by `removed` and the day in its addresses.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from edition.errors import EditionError, Fault, SeedError
from edition.model import Register, RegisteredAddress, RegisteredId, RegisteredText, Sketch, Standing
from edition.published.alignment import NOTE_ID, parts_of

FOLDER = "register"
SUFFIX = ".tsv"
HEADER = "# What has been published. Kept by make register; never remove a line.\n"

ADDRESS = re.compile(r"address\t(?P<standing>published|removed)\t(?P<date>[\d-]{10})\t(?P<slug>[^\s/]+)")
REGISTERED = re.compile(
    r"""
    (?P<id> [phtf]\d+[a-z]* | [ne]\S+ ) \t       # p12a
    (?P<standing> published|changed|removed ) \t
    (?P<date> [\d-]{10} ) \t                     # 2026-11-21
    (?P<opening> [^\t]* ) \t                     # 中亚国家领导人在…
    (?P<digest> [0-9a-f]{16} ) \t
    (?P<sketch> (?:[0-9a-f]{4})+ )
    """,
    re.VERBOSE,
)


def read_register(folder: Path) -> Register:
    """Read the register of the seeds in `folder`. Raises EditionError with all that is wrong in its files."""
    register: dict[str, RegisteredText] = {}
    faults: list[Fault] = []
    for path in sorted((folder / FOLDER).glob(f"*{SUFFIX}")):
        try:
            register[path.stem] = read_registered(path.read_text("utf-8"), register_file(folder.name, path.stem))
        except EditionError as error:
            faults += error.faults
    if faults:
        raise EditionError(faults)
    return register


def register_file(folder: str, stem: str) -> str:
    """What errors call the file of the register for the seed `stem`.txt."""
    return f"{folder}/{FOLDER}/{stem}{SUFFIX}"


def read_registered(text: str, file: str) -> RegisteredText:
    addresses: list[RegisteredAddress] = []
    ids: list[RegisteredId] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#"):
            continue
        try:
            match _read_line(line, number):
                case RegisteredAddress() as address:
                    addresses.append(address)
                case RegisteredId() as known:
                    ids.append(known)
        except ValueError as error:
            raise SeedError(file, number, str(error), "take the line from the last release, or merge again") from error
    if faults := [*_doubled(file, ids), *_missing(file, ids), *_without_address(file, addresses)]:
        raise EditionError(faults)
    return RegisteredText(file, tuple(addresses), tuple(ids))


def _read_line(line: str, number: int) -> RegisteredAddress | RegisteredId:
    match = ADDRESS.fullmatch(line) or REGISTERED.fullmatch(line)
    if not match:
        raise ValueError(f"«{line[:20]}» is no line of the register")
    standing, day = Standing(match["standing"]), date.fromisoformat(match["date"])
    if match.re is ADDRESS:
        return RegisteredAddress(match["slug"], standing, day, number)
    return RegisteredId(match["id"], standing, day, match["opening"], match["digest"], _sketch(match["sketch"]), number)


def _sketch(written: str) -> Sketch:
    return frozenset(int(written[at : at + 4], 16) for at in range(0, len(written), 4))


def _doubled(file: str, ids: Iterable[RegisteredId]) -> Iterator[Fault]:
    lines: dict[str, int] = {}
    for known in ids:
        if known.id in lines:
            problem = f"{known.id} stands a second time, after line {lines[known.id]}"
            remedy = "keep the one that was published first, remove the other, and run make register"
            yield Fault(file, known.line, problem, remedy)
        lines.setdefault(known.id, known.line)


def _missing(file: str, ids: Iterable[RegisteredId]) -> Iterator[Fault]:
    """Numbers and letters are given without gaps and never taken back: where one is missing, a line was lost."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for known in ids:
        if not NOTE_ID.fullmatch(known.id):
            kind, number, letters = parts_of(known.id)
            if letters:
                numbers[f"{kind}{number} with letters"].add(letters)
            else:
                numbers[kind].add(number)
    for name, found in numbers.items():
        if lost := set(range(1, max(found))) - found:
            shown = ", ".join(map(str, sorted(lost)))
            problem = f"of the ids {name}, number {shown} is missing"
            yield Fault(file, 0, problem, "put its line back from the last release: an id is never dropped")


def _without_address(file: str, addresses: Sequence[RegisteredAddress]) -> Iterator[Fault]:
    if not addresses:
        yield Fault(file, 0, "no address is registered", "put its line back from the last release")


def write_registered(text: RegisteredText) -> str:
    addresses = (f"address\t{a.standing}\t{a.date.isoformat()}\t{a.slug}\n" for a in text.addresses)
    return "".join((HEADER, *addresses, *map(_write_id, text.ids)))


def _write_id(known: RegisteredId) -> str:
    sketch = "".join(f"{number:04x}" for number in sorted(known.sketch))
    fields = (known.id, known.standing, known.date.isoformat(), known.opening, known.digest, sketch)
    return "\t".join(fields) + "\n"


def write_register(folder: Path, register: Register) -> None:
    """Write the files of the register that are not yet so; `folder` is that of the seeds."""
    (folder / FOLDER).mkdir(exist_ok=True)
    for stem, text in register.items():
        path, written = folder / FOLDER / f"{stem}{SUFFIX}", write_registered(text)
        if not path.exists() or path.read_text("utf-8") != written:
            path.write_text(written, "utf-8", newline="\n")
