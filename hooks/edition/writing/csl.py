"""CSL: from an entry to its CSL-JSON record, of which citations, exports and page metadata are made.

What the text does not say is marked: a supplied title stands in [ ], a date that is not stated is `circa`, and
`custom` names the basis of both. A date known only as one of a set is no date: it stands in `custom` as EDTF.
"""

from __future__ import annotations

import re
from typing import NotRequired, TypedDict, cast

from edition.characters import shown
from edition.dates import PartialDate
from edition.model import Abstract, Article, Attributed, Basis, Entry, Kind, Record
from edition.text.inlines import printed

LANGUAGES = {"zh-Hans": "zh-CN", "zh-Hant": "zh-TW"}
"""What reference managers know the languages by, where it is not their code."""
CONFERENCE_PAPER = "paper-conference"
WEBPAGE = "webpage"
BOOK = "book"
JOURNAL_ARTICLE = "article-journal"
THESIS = "thesis"
DOCUMENT = "document"
AND_OTHERS = "等"
"""Stands as the last name where more are meant than are named."""

BREAKS = re.compile(r"[\t\n\r\u2028\u2029]+")

ABSTRACT_LABEL = re.compile(r"摘\s*要\s*[：:]\s*")  # 摘要：俄乌冲突爆发后
BETWEEN_NAMES = re.compile(r"\s*[、，,;；]\s*")  # 张三、李四


class CslName(TypedDict):
    """A name in one piece, as printed: nothing says which part of it is the family's."""

    literal: str


CslDate = TypedDict("CslDate", {"date-parts": list[list[int]], "circa": NotRequired[bool]})

CslRecord = TypedDict(
    "CslRecord",
    {
        "id": str,
        "type": str,
        "title": str,
        "author": NotRequired[list[CslName]],
        "translator": NotRequired[list[CslName]],
        "issued": NotRequired[CslDate],
        "container-title": NotRequired[str],
        "event-title": NotRequired[str],
        "genre": NotRequired[str],
        "publisher": NotRequired[str],
        "publisher-place": NotRequired[str],
        "issue": NotRequired[str],
        "accessed": NotRequired[CslDate],
        "abstract": NotRequired[str],
        "annote": NotRequired[str],
        "language": NotRequired[str],
        "source": NotRequired[str],
        "URL": NotRequired[str],
        "custom": dict[str, str],
    },
)
"""The fields of CSL-JSON 1.0.2 that are used here. The record of an article always has language, source and URL; its
`custom` has title-basis and, where there are such things, title-en, title-ru, title-kk, date-basis, edtf and
affiliation. That of a work which a note refers to has the note's text as `annote`."""


def csl_record(entry: Entry, url: str, archive: str) -> CslRecord:
    """The record of an article that is read at `url` in the archive called `archive`; its strings have no line breaks.

    A paper whose conference nobody knows is cited as what is known of it: a web page with an author.
    """
    record = entry.record
    conference = record.conference.value if record.conference and record.kind.value is Kind.PAPER else None
    fields = {
        "id": record.slug,
        "type": CONFERENCE_PAPER if conference else WEBPAGE,
        "title": one_line(bracketed_title(record)),
        "author": _names(record.authors.value if record.authors else ()),
        "translator": _names(BETWEEN_NAMES.split(record.translator.value) if record.translator else ()),
        "issued": _issued(record.date),
        "container-title": None if conference else archive,
        "event-title": one_line(conference) if conference else None,
        "genre": "Conference paper" if conference else None,
        "abstract": abstract(entry.article),
        "language": LANGUAGES.get(entry.article.language, entry.article.language),
        "source": archive,
        "URL": url,
        "custom": _custom(record),
    }
    return cast(CslRecord, {name: value for name, value in fields.items() if value or name == "title"})


def bracketed_title(record: Record, locale: str = "zh-Hans") -> str:
    """The title in the locale's language if there is one, else in the text's; in [ ] if an editor supplied it."""
    title = record.translations.get(locale, record.title.value)
    return f"[{title}]" if record.title.basis is Basis.SUPPLIED else title


def abstract(article: Article) -> str | None:
    """The abstract that the text has of itself, without its label."""
    found = (passage.block for passage in article.passages if isinstance(passage.block, Abstract))
    return next((one_line(ABSTRACT_LABEL.sub("", printed(block.content), count=1)) for block in found), None)


def one_line(text: str) -> str:
    """The text without line breaks; what cannot be seen is named, as on a page."""
    return shown(" ".join(filter(None, (part.strip() for part in BREAKS.split(text)))))


def issued_parts(csl: CslRecord) -> tuple[int, ...]:
    """Year, month and day of publication as far as they are known."""
    return tuple(csl["issued"]["date-parts"][0]) if "issued" in csl else ()


def issued_iso(csl: CslRecord) -> str:
    """2025-11-15, 2025-11, 2022, or nothing."""
    year, *rest = issued_parts(csl) or (None,)
    return "" if year is None else "-".join([f"{year:04}", *(f"{part:02}" for part in rest)])


def is_inferred(csl: CslRecord) -> bool:
    """Whether the date of publication is shown in [ ]."""
    return "issued" in csl and csl["issued"].get("circa", False)


def names(csl_names: list[CslName] | None) -> list[str]:
    return [name["literal"] for name in csl_names or ()]


def _names(literals: tuple[str, ...] | list[str]) -> list[CslName]:
    return [{"literal": name} for name in map(one_line, literals) if name]


def _issued(date: Attributed[PartialDate] | None) -> CslDate | None:
    if date is None or date.value.is_set:
        return None
    known = [part for part in (date.value.year, date.value.month, date.value.day) if part is not None]
    return {"date-parts": [known]} if date.basis is Basis.STATED else {"date-parts": [known], "circa": True}


def _custom(record: Record) -> dict[str, str]:
    custom = {f"title-{locale}": one_line(title) for locale, title in record.translations.items()}
    custom["title-basis"] = record.title.basis.value
    if record.date:
        custom |= {"date-basis": record.date.basis.value, "edtf": record.date.value.edtf}
    if record.affiliation:
        custom["affiliation"] = one_line(record.affiliation.value)
    return custom
