"""Characters: which of them are white space, and how those are shown that a reader could not see."""

from __future__ import annotations

import re
import unicodedata

BYTE_ORDER_MARK = "\ufeff"

WHITE_SPACE = (
    "\t\n\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
)
"""What Unicode calls white space without the control characters among it (U+000B, U+0085): those are shown by name."""

CONTROL = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f"
INVISIBLE = (
    r"\x80-\x9f"  # controls of ISO 6429
    r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of writing
    r"\u115f\u1160\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0"  # of no width
    r"\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb\ufffe\uffff"  # halves of characters, annotations, no characters at all
    r"\U0001d173-\U0001d17a\U000e0000-\U000e007f"  # tags
)
UNSEEN = re.compile(f"(?P<control>[{CONTROL}])|[{INVISIBLE}]")
CONTROL_PICTURES = 0x2400
"""Where Unicode's pictures of the control characters begin: ␀ for U+0000."""


def shown(text: str) -> str:
    """The text with every unseen character by its picture, ␛, or its number, ⟨U+202E⟩."""
    return UNSEEN.sub(_picture, text)


def _picture(unseen: re.Match[str]) -> str:
    code = ord(unseen[0])
    if not unseen["control"]:
        return f"⟨U+{code:04X}⟩"
    return chr(CONTROL_PICTURES + (0x21 if code == 0x7F else code))


def unicode_name(character: str) -> str:
    """U+202E RIGHT-TO-LEFT OVERRIDE"""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def trim(text: str) -> str:
    return text.strip(WHITE_SPACE)


def is_blank(text: str) -> bool:
    return not trim(text)
