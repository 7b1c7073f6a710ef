"""Inlines: from the characters of a line to text, foreign words, addresses, note calls and removed marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from edition.characters import WHITE_SPACE, trim
from edition.model import ForeignRun, Inline, Inlines, Line, LineBreak, Link, Markup, NoteReference, Series, Text
from edition.text.languages import CYRILLIC, HAN, LATIN, language_of

BETWEEN_WORDS = "0-9 .,:;!?/&%№'\"’«»()\u2013\u2014-"
"""What may stand between two words of one foreign run."""

ADDRESS = r"A-Za-z0-9\-._~:/?#@!$&'*+,;=%"
"""What a web address is made of (RFC 3986), brackets aside."""

INLINE = re.compile(
    rf"""
    (?P<call> \[ (?P<series>footnote|endnote) Ref: (?P<label>\d+) \] )           # [footnoteRef:12]
    | (?P<bookmark> \[bookmark:[^\[\]]*+\] )                                     # [bookmark: _GoBack]
    | \[image:\s* (?P<image>[^\[\]]*+) \]                                        # [image: 固态硬盘]
    | (?P<address> https?:// (?: [{ADDRESS}] | \([{ADDRESS}]*+\) )* (?<![.,;:!?']) )  # https://data.worldbank.org
    | (?P<cyrillic> [{CYRILLIC}]++ (?: [{BETWEEN_WORDS}]++ [{CYRILLIC}]++ )*+ )  # Санат Көшкімбаевтың жеке
    | (?P<latin> [{LATIN}]++ (?: [{BETWEEN_WORDS}]++ [{LATIN}]++ )*+ )           # China Huadian Corporation
    """,
    re.VERBOSE,
)

SERIES = {"footnote": Series.FOOTNOTE, "endnote": Series.ENDNOTE}


def read_inlines(text: str, at: int) -> Inlines:
    """The inlines of `text`, which stands at offset `at` of its seed; together they are `text`."""
    return tuple(_split(text, at))


def read_line(line: Line, start: int = 0, end: int | None = None) -> Inlines:
    """The inlines of a line, or of a stretch of it, without the white space around them."""
    text = line.text[start:end]
    lead = len(text) - len(text.lstrip(WHITE_SPACE))
    first, last = start + lead, start + lead + len(trim(text))
    holes = [hole for hole in line.holes if first <= hole[0] and hole[1] <= last]
    starts, ends = [first, *(end for _, end in holes)], [*(start for start, _ in holes), last]
    parts = (read_inlines(line.text[a:b], line.start + a) for a, b in zip(starts, ends, strict=True))
    return tuple(chain.from_iterable(parts))


def _split(text: str, at: int) -> Iterable[Inline]:
    done = 0
    for match in INLINE.finditer(text):
        if match.start() > done:
            yield Text(text[done : match.start()], at + done)
        yield from _inline(match, at + match.start())
        done = match.end()
    if done < len(text):
        yield Text(text[done:], at + done)


def _inline(match: re.Match[str], at: int) -> Iterable[Inline]:
    printed = match[0]
    match match.lastgroup:
        case "call":
            yield NoteReference(printed, match["label"], at, SERIES[match["series"]])
        case "bookmark":
            yield Markup(printed, "bookmark", at)
        case "image":
            yield from _image(match, at)
        case "address":
            yield Link(printed, printed, at)
        case _:
            yield ForeignRun(printed, language_of(printed) or "en", at)


def _image(match: re.Match[str], at: int) -> Iterable[Inline]:
    """What stands for a picture is a mark of the extraction; the words that describe it are the text's."""
    words = match["image"]
    before, after = match[0][: match.start("image") - match.start()], match[0][match.end("image") - match.start() :]
    if trim(words):
        yield Markup(before, "picture mark", at)
        yield Text(words, at + len(before))
        yield Markup(after, "picture mark", at + len(before) + len(words))
    else:
        yield Markup(match[0], "picture mark", at)


OWN = {"ru": ("ru", "kk"), "kk": ("ru", "kk"), "en": ("en",)}
"""What is not foreign in a text of each language: a run of Cyrillic may be either."""
HAN_RUN = re.compile(f"[{HAN}]+")


def in_language(inlines: Inlines, language: str) -> Inlines:
    """The same inlines, which were read as those of a Chinese text, in a text of another language."""
    if language not in OWN:
        return inlines
    parts: list[Inline] = []
    for own, group in groupby(inlines, key=lambda inline: _is_own(inline, language)):
        run = tuple(group)
        parts += _han_apart(Text("".join(inline.text for inline in run), run[0].at)) if own else run
    return tuple(parts)


def _is_own(inline: Inline, language: str) -> bool:
    return isinstance(inline, Text) or (isinstance(inline, ForeignRun) and inline.lang in OWN[language])


def _han_apart(text: Text) -> Iterator[Inline]:
    done = 0
    for match in HAN_RUN.finditer(text.text):
        if match.start() > done:
            yield Text(text.text[done : match.start()], text.at + done)
        yield ForeignRun(match[0], "zh", text.at + match.start())
        done = match.end()
    if done < len(text.text):
        yield Text(text.text[done:], text.at + done)


def join_lines(lines: Iterable[Inlines], break_: LineBreak) -> Inlines:
    """The inlines of several lines as those of one stretch; the ends of lines in it are kept."""
    joined: list[Inline] = []
    for line in filter(None, lines):
        joined += [break_, *line] if joined else line
    return tuple(joined)


def printed(inlines: Inlines) -> str:
    """What a reader sees of them: without note calls and removed marks."""
    return "".join(inline.text for inline in inlines if not isinstance(inline, NoteReference | Markup))


def source(inlines: Inlines) -> str:
    """What the seed has in their place."""
    return "".join(inline.text for inline in inlines)
