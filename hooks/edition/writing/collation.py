"""Collation: from a name or title to its place in a locale's order: pinyin in Chinese, the alphabet in the others.

It is ICU's order for the scripts of the archive. ICU itself is not asked: PyICU has no wheels.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pypinyin import Style, lazy_pinyin

LATIN = "abcdefghijklmnopqrstuvwxyz"
RUSSIAN = "абвгдежзийклмнопрстуфхцчшщъыьэюя"  # ё is filed as е
KAZAKH = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"

CYRILLIC = {"kk": KAZAKH}
"""Where it is not Russian's."""

SCRIPTS = {
    "zh-Hans": ("han", "latin", "cyrillic"),
    "en": ("latin", "cyrillic", "han"),
    "ru": ("cyrillic", "latin", "han"),
    "kk": ("cyrillic", "latin", "han"),
}
"""A locale's own script first."""

RUNS = re.compile(
    r"(?P<han>[\u3007\u3400-\u9fff\U00020000-\U0003ffff]+)|(?P<number>\d)|(?P<letter>[^\W\d_])|(?P<gap>[\s\-–—]+)"
)
"""Quotation marks and other punctuation do not count: “中亚+”机制 is filed under 中."""

Weight = tuple[int, str, str]
"""Of a character: the rank of its script, its place there, and the letter under which it is filed."""

Key = tuple[tuple[Weight, ...], str]

GAP: Weight = (0, "", "#")
NUMBER, FIRST_SCRIPT = 1, 2


def collation_key(text: str, locale: str) -> Key:
    """What to sort by. Case and accents count only between names that are otherwise the same."""
    return tuple(_weights(text, locale)), text.casefold()


def initial(text: str, locale: str) -> str:
    """The letter under which a name is filed; in Chinese, that of its pinyin. A number's is #."""
    return next((letter for _, _, letter in _weights(text, locale)), "#")


def _weights(text: str, locale: str) -> Iterator[Weight]:
    """The gap between two words comes before any letter, so that a name stands before its continuations."""
    for run in RUNS.finditer(text.casefold()):
        match run.lastgroup:
            case "han":
                yield from _han(run[0], SCRIPTS[locale].index("han") + FIRST_SCRIPT)
            case "number":
                yield NUMBER, run[0], "#"
            case "letter":
                yield _letter(run[0], locale)
            case _:
                yield GAP


def _han(run: str, rank: int) -> Iterator[Weight]:
    """Syllable, tone, character: ha1哈."""
    syllables = lazy_pinyin(run, style=Style.TONE3, neutral_tone_with_five=True)
    for character, syllable in zip(run, syllables, strict=True):
        yield rank, syllable + character, syllable[0].upper()


def _letter(letter: str, locale: str) -> Weight:
    """A letter with an accent that the alphabet lacks is filed without it."""
    alphabets = {"latin": LATIN, "cyrillic": CYRILLIC.get(locale, RUSSIAN)}
    for form in (letter, unicodedata.normalize("NFD", letter)[0]):
        for rank, script in enumerate(SCRIPTS[locale], FIRST_SCRIPT):
            if (place := alphabets.get(script, "").find(form)) >= 0:
                return rank, f"{place:02}", form.upper()
    return FIRST_SCRIPT + len(SCRIPTS[locale]), letter, letter.upper()
