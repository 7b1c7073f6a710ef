"""Slots: from a text's Markdown to HTML that is rendered once, and from that to the HTML in each locale's words."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from babel import Locale

from edition.dates import PartialDate
from edition.model import Localised, Seed
from edition.writing.markdown import escape, fenced, plain_references
from edition.writing.strings import CLDR_LOCALES, DEFAULT_LOCALE, Strings

Answer = Callable[[Strings], str]

HEADING = re.compile(r"^#{1,6} .*$", re.MULTILINE)  # ## 一、问题 {: #h1 }
PLACE = re.compile(r'<div class="text-place" data-slug="(?P<slug>[^"]+)">.*?</div>', re.DOTALL)
ID = re.compile(r'<[^<>]* id="(?P<id>[^"]+)"')  # <p id="p12">


@dataclass(frozen=True, slots=True)
class Slots(Strings):
    """In the place of a locale's words: whatever is asked, the answer is a slot, to be filled in each locale.

    A slot is letters and digits alone, which stay as they are in Markdown and HTML.
    """

    mark: str
    asked: dict[Hashable, tuple[int, Answer]] = field(default_factory=dict)

    @staticmethod
    def beside(seed: Seed) -> Slots:
        """Slots that cannot be taken for words of that text: no text contains its own digest."""
        mark = f"slot{sha256(seed.data).hexdigest()}n"
        return Slots(f"{mark}0n", {}, Locale.parse(CLDR_LOCALES[DEFAULT_LOCALE]), mark, {"locale": (0, _locale)})

    def __call__(self, key: str, **values: object) -> str:
        return self._slot((key, *values.items()), lambda strings: strings(key, **values))

    def count(self, key: str, n: int) -> str:
        return self._slot((key, n), lambda strings: strings.count(key, n))

    def number(self, n: int) -> str:
        return self._slot(n, lambda strings: strings.number(n))

    def date(self, known: PartialDate) -> str:
        return self._slot(known, lambda strings: strings.date(known))

    def day(self, day: datetime.date) -> str:
        return self._slot(day, lambda strings: strings.day(day))

    def month(self, month: int) -> str:
        return self._slot(("month", month), lambda strings: strings.month(month))

    def year(self, year: int) -> str:
        return self._slot(("year", year), lambda strings: strings.year(year))

    def language(self, code: str) -> str:
        return self._slot(("language", code), lambda strings: strings.language(code))

    def said(self, words: Localised) -> str:
        return self._slot(tuple(words.items()), lambda strings: strings.said(words))

    def _slot(self, question: Hashable, answer: Answer) -> str:
        number, _ = self.asked.setdefault(question, (len(self.asked), answer))
        return f"{self.mark}{number}n"


def _locale(strings: Strings) -> str:
    return strings.locale


@dataclass(frozen=True, slots=True)
class TextOnce:
    """A text as HTML, and the Markdown of its headings, from which the contents beside it are made."""

    slug: str
    html: str
    headings: str
    slots: Slots


def render_once(slug: str, markdown: str, slots: Slots, render: Callable[[str], str]) -> TextOnce:
    return TextOnce(slug, render(markdown), "\n\n".join(HEADING.findall(markdown)), slots)


def write_place(text: TextOnce, strings: Strings) -> str:
    """The place of a text in the Markdown of its page: it has the headings, and nothing else."""
    headings = _fill(text.headings, text.slots, strings, escape)
    return fenced(6, f'div.text-place[data-slug="{text.slug}"]', headings)


def put_texts(html: str, texts: Mapping[str, TextOnce], strings: Strings) -> str:
    """A page's HTML with the text in the place that was kept for it."""
    return PLACE.sub(lambda place: write_html(texts[place["slug"]], strings), html)


def write_html(text: TextOnce, strings: Strings) -> str:
    return _fill(text.html, text.slots, strings, lambda words: plain_references(escape(words)))


def _fill(written: str, slots: Slots, strings: Strings, edge: Callable[[str], str]) -> str:
    """The words are escaped at the edge, once: those that stand in others have been put there before."""
    slot = re.compile(f"{slots.mark}(?P<number>\\d+)n")
    answers = [answer for _, answer in slots.asked.values()]

    def words(found: re.Match[str]) -> str:
        return slot.sub(words, answers[int(found["number"])](strings))

    return slot.sub(lambda found: edge(words(found)), written)


def ids(html: str) -> Iterator[str]:
    """What can be linked to in a page."""
    return (found["id"] for found in ID.finditer(html))
