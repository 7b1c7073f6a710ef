"""Strings: the interface in a locale's words: messages, plurals, numbers and dates by CLDR."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from babel import Locale
from babel.dates import format_date, format_interval, format_skeleton
from babel.numbers import format_decimal

from edition.dates import PartialDate, read_period
from edition.model import Localised

FOLDER = Path(__file__).parent.parent / "locales"

DEFAULT_LOCALE = "zh-Hans"
CLDR_LOCALES = {"zh-Hans": "zh_Hans_CN", "en": "en_GB", "ru": "ru_RU", "kk": "kk_KZ"}
"""For dates and numbers: 9 October 2025, not October 9, 2025."""


@dataclass(frozen=True, slots=True)
class Strings:
    """The words of one locale. A message is looked up by its key; {names} in it are filled in."""

    locale: str
    messages: Mapping[str, str | Mapping[str, str]]
    cldr: Locale

    def __call__(self, key: str, **values: object) -> str:
        message = self.messages[key]
        if not isinstance(message, str):
            raise TypeError(f"{key} is a plural; ask for it with count()")
        return message.format(**values)

    def count(self, key: str, n: int) -> str:
        """The form of a plural message that CLDR wants for `n`."""
        forms = self.messages[key]
        if isinstance(forms, str):
            raise TypeError(f"{key} is no plural")
        return (forms.get(self.cldr.plural_form(n)) or forms["other"]).format(n=self.number(n))

    def ordinal(self, key: str, n: int) -> str:
        """The form of a message that CLDR wants for the n-th: 1st, 2nd."""
        forms = self.messages[key]
        if isinstance(forms, str):
            raise TypeError(f"{key} has no ordinals")
        return (forms.get(self.cldr.ordinal_form(n)) or forms["other"]).format(n=n)

    def number(self, n: int) -> str:
        return format_decimal(n, locale=self.cldr)

    def date(self, known: PartialDate) -> str:
        """In words, as precisely as it is known."""
        if known.day is not None:
            return self.day(known.earliest)
        if known.is_interval:
            return self._interval(known)
        if known.edtf.endswith("XX"):
            return self.ordinal("date.century", known.earliest.year // 100 + 1)
        if known.edtf.endswith("X"):
            return self("date.decade", year=known.earliest.year)
        if known.is_set:
            bounds = map(self.day, (known.earliest, known.latest))
            return self("date.one-of", **dict(zip(("earliest", "latest"), bounds, strict=True)))
        return format_skeleton("yMMMM" if known.month else "y", known.earliest, locale=self.cldr)

    def _interval(self, known: PartialDate) -> str:
        first, last = known.edtf.split("/")
        if len(first) == len(last) and "X" not in known.edtf:  # CLDR says what need not be said twice
            skeleton = {4: "y", 7: "yMMMM", 10: "yMMMd"}[len(first)]
            return format_interval(known.earliest, known.latest, skeleton, locale=self.cldr)
        return self("date.span", first=self.date(read_period(first)), last=self.date(read_period(last)))

    def day(self, day: datetime.date) -> str:
        return format_date(day, "long", locale=self.cldr)

    def month(self, month: int) -> str:
        """The month's name as a heading of its own: October, Октябрь."""
        name = format_date(datetime.date(2000, month, 1), "LLLL", locale=self.cldr)
        return name[:1].upper() + name[1:]

    def year(self, year: int) -> str:
        return format_skeleton("y", datetime.date(year, 1, 1), locale=self.cldr)

    def language(self, code: str) -> str:
        """The name of a language."""
        return Locale.parse(code, sep="-").get_display_name(self.cldr) or code

    def said(self, words: Localised) -> str:
        """An editor's own words, in English where they are not translated."""
        return words.get(self.locale, words["en"])

    def reason(self, reason: str | Localised) -> str:
        return self(f"reason.{reason}") if isinstance(reason, str) else self.said(reason)

    def list(self, items: Iterable[str]) -> str:
        return self("list.separator").join(items)


@cache
def read_strings(locale: str) -> Strings:
    messages = yaml.safe_load((FOLDER / f"{locale}.yml").read_text("utf-8"))
    return Strings(locale, messages, Locale.parse(CLDR_LOCALES[locale]))
