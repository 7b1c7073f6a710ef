"""Inlines: from the characters of a line to text, foreign words, addresses, note calls and removed marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from edition.model import ForeignRun, Inline, Inlines, Line, Link, Markup, NoteReference, Text

CYRILLIC = "\u0400-\u04ff"
LATIN = "A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f"
BETWEEN_WORDS = "0-9 .,:;!?/&%№'\"’«»()\u2013\u2014-"
"""What may stand between two words of one foreign run."""

ADDRESS = r"A-Za-z0-9\-._~:/?#@!$&'*+,;=%"
"""What a web address is made of (RFC 3986), brackets aside."""

KAZAKH_LETTER = re.compile("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]")
"""Letters that Kazakh has and Russian lacks."""

INLINE = re.compile(
    rf"""
    (?P<call> \[footnoteRef:(?P<label>\d+)\] )                                   # [footnoteRef:12]
    | (?P<bookmark> \[bookmark:[^\[\]]*\] )                                      # [bookmark: _GoBack]
    | (?P<address> https?:// (?: [{ADDRESS}] | \([{ADDRESS}]*+\) )* (?<![.,;:!?']) )  # https://data.worldbank.org
    | (?P<cyrillic> [{CYRILLIC}]++ (?: [{BETWEEN_WORDS}]++ [{CYRILLIC}]++ )*+ )  # Санат Көшкімбаевтың жеке
    | (?P<latin> [{LATIN}]++ (?: [{BETWEEN_WORDS}]++ [{LATIN}]++ )*+ )           # China Huadian Corporation
    """,
    re.VERBOSE,
)


def read_inlines(text: str, at: int) -> Inlines:
    """The inlines of `text`, which stands at offset `at` of its seed; together they are `text`."""
    return tuple(_split(text, at))


def read_line(line: Line, start: int = 0, end: int | None = None) -> Inlines:
    """The inlines of a line, or of a stretch of it, without the white space around them."""
    text = line.text[start:end]
    lead = len(text) - len(text.lstrip())
    return read_inlines(text.strip(), line.start + start + lead)


def _split(text: str, at: int) -> Iterable[Inline]:
    done = 0
    for match in INLINE.finditer(text):
        if match.start() > done:
            yield Text(text[done : match.start()], at + done)
        yield _inline(match, at + match.start())
        done = match.end()
    if done < len(text):
        yield Text(text[done:], at + done)


def _inline(match: re.Match[str], at: int) -> Inline:
    printed = match[0]
    match match.lastgroup:
        case "call":
            return NoteReference(printed, match["label"], at)
        case "bookmark":
            return Markup(printed, "bookmark", at)
        case "address":
            return Link(printed, printed, at)
        case _:
            return ForeignRun(printed, language_of(printed) or "en", at)


def language_of(text: str) -> str | None:
    """Kazakh by its own letters, otherwise Russian, English or nothing by the script of the first letter found."""
    if KAZAKH_LETTER.search(text):
        return "kk"
    for lang, letters in (("ru", CYRILLIC), ("en", LATIN)):
        if re.search(f"[{letters}]", text):
            return lang
    return None


def printed(inlines: Inlines) -> str:
    """What a reader sees of them: without note calls and removed marks."""
    return "".join(inline.text for inline in inlines if not isinstance(inline, NoteReference | Markup))


def source(inlines: Inlines) -> str:
    """What the seed has in their place."""
    return "".join(inline.text for inline in inlines)
