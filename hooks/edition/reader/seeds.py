"""Seeds: from the bytes of a file to its numbered lines. No character is changed or dropped."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from edition.characters import BYTE_ORDER_MARK, UNSEEN, is_blank
from edition.errors import SeedError
from edition.model import Line, Seed

LINE = re.compile(r"(?P<text>[^\r\n]*)(?:\r\n|\r|\n|\Z)")

MARKED = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as UTF-16's does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks and the encodings that they say."""

COMMON_HAN = re.compile(rb"[\xb0-\xd7][\xa1-\xfe]")
"""GB 2312's first level, the 3,755 most common characters."""
COMMON_SHARE = 0.8
"""Of a Chinese text's characters so many are common ones; bytes of another encoding hit them less often."""


def read_seed(path: Path, name: str) -> Seed:
    """Read the file at `path`; errors call it `name`, its path from the top of the project.

    Raises SeedError if it is in no encoding that can be told, or has nothing in it.
    """
    return decode_seed(path.read_bytes(), name)


def decode_seed(data: bytes, name: str) -> Seed:
    """The seed that `data` is. Raises SeedError as `read_seed` does."""
    encoding = next((encoding for mark, encoding in MARKED if data.startswith(mark)), None) or _unmarked(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(data, name, encoding, error) from error
    if text.count("\0") > len(text) // 4:
        found = "a quarter of the characters are NUL: this looks like UTF-16 without a byte order mark"
        raise SeedError(name, 0, found, "save the file as UTF-8")
    if is_blank(UNSEEN.sub("", text)):
        raise SeedError(name, 0, "the file has no text", "put the text in, or remove the file")
    return Seed(name, data, text, split_lines(text), encoding)


def _unmarked(data: bytes) -> str:
    """UTF-8, or GB 18030 where the bytes are not UTF-8 and read as common Chinese."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "gb18030" if _reads_as_chinese(data) else "utf-8"
    return "utf-8"


def _reads_as_chinese(data: bytes) -> bool:
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError:
        return False
    han = [character for character in text if "\u3400" <= character <= "\u9fff"]
    other = sum(character > "\u007f" for character in text) - len(han)
    common = sum(bool(COMMON_HAN.fullmatch(character.encode("gb18030"))) for character in han)
    return len(han) > other and common >= COMMON_SHARE * len(han)


def _undecodable(data: bytes, name: str, encoding: str, error: UnicodeDecodeError) -> SeedError:
    line = len(split_lines(data[: error.start].decode(encoding, "replace") + "?"))
    found = f"the byte 0x{data[error.start]:02X} at offset {error.start} is not {encoding.upper()}"
    return SeedError(name, line, found, "save the file as UTF-8")


def split_lines(text: str) -> tuple[Line, ...]:
    """Lines end in LF, CRLF or CR, and in nothing else; the byte order mark belongs to none."""
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    matches = (match for match in LINE.finditer(text, start) if match.start() < len(text))
    return tuple(Line(number, match.start(), match["text"]) for number, match in enumerate(matches, 1))
