"""Seeds: from the bytes of a file to its numbered lines. No character is changed or dropped."""

from __future__ import annotations

import re
from pathlib import Path

from edition.errors import SeedError
from edition.model import Line, Seed

LINE = re.compile(r"(?P<text>[^\r\n]*)(?:\r\n|\r|\n|\Z)")
BYTE_ORDER_MARK = "\ufeff"
INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff]+")
"""White space, marks of no width and of direction, the byte order mark."""


def read_seed(path: Path, name: str) -> Seed:
    """Read the file at `path`; errors call it `name`, its path from the top of the project.

    Raises SeedError if it is not UTF-8 or has nothing in it.
    """
    return decode_seed(path.read_bytes(), name)


def decode_seed(data: bytes, name: str) -> Seed:
    """The seed that `data` is. Raises SeedError as `read_seed` does."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"the byte 0x{data[error.start]:02X} at offset {error.start} is not UTF-8"
        raise SeedError(name, line, found, "save the file as UTF-8") from error
    if not INVISIBLE.sub("", text):
        raise SeedError(name, 0, "the file has no text", "put the text in, or remove the file")
    return Seed(name, data, text, split_lines(text))


def split_lines(text: str) -> tuple[Line, ...]:
    """Lines end in LF, CRLF or CR, and in nothing else; the byte order mark belongs to none."""
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    matches = (match for match in LINE.finditer(text, start) if match.start() < len(text))
    return tuple(Line(number, match.start(), match["text"]) for number, match in enumerate(matches, 1))
