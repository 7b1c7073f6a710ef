"""Citations: from a CSL record to templates of its citation in four styles, and from a template to its text.

A template is what is fixed, in order, and slots for what the reader's browser knows: the day, and the passage cited.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from enum import StrEnum

from edition.writing.csl import CslRecord, is_inferred, issued_iso, issued_parts, names


class Style(StrEnum):
    GB_2025 = "gb-t-7714-2025"
    GB_2015 = "gb-t-7714-2015"
    NOTE = "note"
    """The notes of 《中国社会科学》 and most Chinese journals of area studies."""
    APA = "apa"


class Slot(StrEnum):
    """What is filled in later. Its value is its name in the data for the browser."""

    ACCESSED_ISO = "accessed-iso"  # 2026-07-01
    ACCESSED_ZH = "accessed-zh"  # 2026年7月1日
    ACCESSED_EN = "accessed-en"  # July 1, 2026
    ANCHOR = "anchor"  # #p12, or nothing
    LOCATOR = "locator"  # ，第12段, or nothing


Template = tuple[str | Slot, ...]

PASSAGE = re.compile(r"(?P<kind>[pftne])(?P<number>\d+[a-z]*)")  # p12, p12a
LOCATORS: Mapping[str, tuple[str, str]] = {
    "p": ("，第", "段"),
    "f": ("，图", ""),
    "t": ("，表", ""),
    "n": ("，注", ""),
    "e": ("，尾注", ""),
}
"""What stands before and after the number of a passage, by the letter of its id; a heading has none."""

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NAMED_BY_GB = 3
"""GB/T 7714 names three and writes 等 for the rest."""

LAST_MARKS = (".", "?", "!", "。", "？", "！", "…")
"""After these a sentence of APA needs no full stop."""

INNER_TITLE_MARKS = str.maketrans("《》", "〈〉")
"""A title within a title, by GB/T 15834."""


def citation(csl: CslRecord, style: Style) -> Template:
    return _compact(WRITERS[style](csl))


def fill(template: Template, accessed: date, passage: str | None = None) -> str:
    """The citation of the article, or of its passage with the id `passage`, as read on the day `accessed`."""
    return "".join(_fill(part, accessed, passage) if isinstance(part, Slot) else part for part in template)


def template_data(template: Template) -> list[str | dict[str, str]]:
    """The template for JSON: text as strings, slots as {"slot": "accessed-iso"}."""
    return [{"slot": part.value} if isinstance(part, Slot) else part for part in template]


def write_day(slot: Slot, day: date) -> str:
    match slot:
        case Slot.ACCESSED_ZH:
            return chinese_date((day.year, day.month, day.day))
        case Slot.ACCESSED_EN:
            return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"
        case _:
            return day.isoformat()


def chinese_date(parts: Iterable[int]) -> str:
    return "".join(f"{number}{unit}" for number, unit in zip(parts, "年月日", strict=False))


def locator(passage: str | None) -> str:
    match = PASSAGE.fullmatch(passage or "")
    before, after = LOCATORS[match["kind"]] if match else ("", "")
    return f"{before}{match['number']}{after}" if match else ""


def _fill(slot: Slot, accessed: date, passage: str | None) -> str:
    match slot:
        case Slot.ANCHOR:
            return f"#{passage}" if passage else ""
        case Slot.LOCATOR:
            return locator(passage)
        case Slot.ACCESSED_ISO | Slot.ACCESSED_ZH | Slot.ACCESSED_EN:
            return write_day(slot, accessed)


# ── GB/T 7714 ─────────────────────────────────────────────────────────────────────────────────────────────────


def gb_2025(csl: CslRecord) -> Template:
    """Full-width commas and parentheses; a day of access only on what is nothing but an electronic resource."""
    if "event-title" not in csl:
        return _gb(csl, "，", _gb_work(csl, "EB/OL", "，"), _gb_dates(csl, "（", "）"))
    source = "，".join(filter(None, (csl["event-title"], _gb_year(csl))))
    return _gb(csl, "，", f"{_gb_work(csl, 'C/OL', '，')}//{source}", ())


def gb_2015(csl: CslRecord) -> Template:
    """Half-width throughout; a day of access on everything online."""
    if "event-title" not in csl:
        return _gb(csl, ", ", _gb_work(csl, "EB/OL", ", "), _gb_dates(csl, "(", ")"))
    work = f"{_gb_work(csl, 'C/OL', ', ')}//{csl['event-title']}"
    return _gb(csl, ", ", work, (_gb_year(csl), "[", Slot.ACCESSED_ISO, "]"))


def _gb(csl: CslRecord, comma: str, work: str, dates: Template) -> Template:
    authors = _gb_names(names(csl.get("author")), comma)
    return (*_join(". ", ((authors,), (work,), dates, _url(csl))), ".")


def _gb_work(csl: CslRecord, code: str, comma: str) -> str:
    translators = _gb_names(names(csl.get("translator")), comma)
    return f"{csl['title']}[{code}]" + (f". {translators}{comma}译" if translators else "")


def _gb_names(people: list[str], comma: str) -> str:
    return comma.join([*people[:NAMED_BY_GB], *(["等"] if len(people) > NAMED_BY_GB else [])])


def _gb_dates(csl: CslRecord, opening: str, closing: str) -> Template:
    issued = f"{opening}{_bracketed(csl, issued_iso(csl))}{closing}" if "issued" in csl else ""
    return (issued, "[", Slot.ACCESSED_ISO, "]")


def _gb_year(csl: CslRecord) -> str:
    return _bracketed(csl, str(issued_parts(csl)[0])) if "issued" in csl else ""


# ── Notes and APA ─────────────────────────────────────────────────────────────────────────────────────────────


def note(csl: CslRecord) -> Template:
    """An article with its address and the day of access; a paper with its conference and date alone."""
    authors = "、".join(names(csl.get("author")))
    translators = "、".join(names(csl.get("translator")))
    title = f"《{csl['title'].translate(INNER_TITLE_MARKS)}》"
    published = _chinese_issued(csl)
    work = ((title,), (f"{translators}译" if translators else "",))
    if "event-title" in csl:
        said = _join("，", (*work, (f"{csl['event-title']}论文",), (published,)))
    else:
        said = _join("，", (*work, (published,), _url(csl), (Slot.ACCESSED_ZH,)))
    return (f"{authors}：" if authors else "", *said, Slot.LOCATOR, "。")


def _chinese_issued(csl: CslRecord) -> str:
    """2025年11月15日; inferred, [2022]年 or [2025年11月15日]."""
    match issued_parts(csl):
        case (year,):
            return f"{_bracketed(csl, str(year))}年"
        case parts:
            return _bracketed(csl, chinese_date(parts)) if parts else ""


def apa(csl: CslRecord) -> Template:
    """Without an author, the title stands in the author's place. What has no date is said to be read on a day."""
    authors = _apa_names(names(csl.get("author")))
    work, published = _apa_work(csl), f"({_apa_issued(csl)})"
    first = (authors, published, work) if authors else (work, published)
    source = csl.get("event-title") or csl["source"]
    access = _url(csl) if "issued" in csl else ("Retrieved ", Slot.ACCESSED_EN, ", from ", *_url(csl))
    return _join(" ", (*((_sentence(part),) for part in (*first, source)), access))


def _apa_work(csl: CslRecord) -> str:
    translation = csl["custom"].get("title-en")
    translators = _apa_names(names(csl.get("translator")))
    parts = (
        csl["title"],
        f"[{translation}]" if translation else "",
        f"({translators}, Trans.)" if translators else "",
        f"[{csl['genre']}]" if "genre" in csl else "",
    )
    return " ".join(filter(None, parts))


def _apa_names(people: list[str]) -> str:
    return ", & ".join(filter(None, (", ".join(people[:-1]), *people[-1:])))


def _apa_issued(csl: CslRecord) -> str:
    """2025, November 15; inferred, [2022]; unknown, n.d."""
    if "issued" not in csl:
        return "n.d."
    year, *rest = issued_parts(csl)
    day = " ".join([*(MONTHS[month - 1] for month in rest[:1]), *map(str, rest[1:])])
    return _bracketed(csl, f"{year}, {day}" if day else str(year))


def _sentence(text: str) -> str:
    return text if text.endswith(LAST_MARKS) else f"{text}."


# ── Common to all ─────────────────────────────────────────────────────────────────────────────────────────────


def _url(csl: CslRecord) -> Template:
    return (csl["URL"], Slot.ANCHOR)


def _bracketed(csl: CslRecord, written: str) -> str:
    return f"[{written}]" if is_inferred(csl) else written


def _join(delimiter: str, groups: Iterable[Template]) -> Template:
    """The groups that have anything in them, with the delimiter between them."""
    filled = [group for group in groups if any(group)]
    return tuple(part for group in filled for part in (delimiter, *group))[1:]


def _compact(template: Template) -> Template:
    """The same with no two texts in a row."""
    parts: list[str | Slot] = []
    for part in template:
        if parts and not isinstance(part, Slot) and not isinstance(parts[-1], Slot):
            parts[-1] += part
        else:
            parts.append(part)
    return tuple(parts)


WRITERS: Mapping[Style, Callable[[CslRecord], Template]] = {
    Style.GB_2025: gb_2025,
    Style.GB_2015: gb_2015,
    Style.NOTE: note,
    Style.APA: apa,
}
