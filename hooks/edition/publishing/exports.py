"""Exports: from CSL records to the files that reference managers read: BibTeX, RIS and CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from edition.writing.csl import (
    AND_OTHERS,
    BOOK,
    CONFERENCE_PAPER,
    JOURNAL_ARTICLE,
    THESIS,
    CslDate,
    CslRecord,
    is_inferred,
    issued_iso,
    issued_parts,
    names,
    one_line,
)

TEX_COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts braces: not even \{ may be without its \}
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{mark: f"\\{mark}" for mark in "#$%&_"},
}
TEX_SPECIAL = re.compile(r"[\\{}~^#$%&_]")

URL_MARKS = "/:?#[]@!$&'()*+,;=%~"
"""What an address is written with (RFC 3986), besides letters, digits and -._"""

BIBTEX_TYPES = {CONFERENCE_PAPER: "inproceedings", BOOK: "book", JOURNAL_ARTICLE: "article"}
RIS_TYPES = {CONFERENCE_PAPER: "CPAPER", BOOK: "BOOK", JOURNAL_ARTICLE: "JOUR", THESIS: "THES"}
"""Everything else is an online resource."""

LANGUAGES = {"zh": "chinese", "ru": "russian", "kk": "kazakh", "en": "english"}
"""As biblatex calls them."""

DOCTORAL = "博士"


def write_csl_json(records: Iterable[CslRecord]) -> str:
    return json.dumps(list(records), ensure_ascii=False, indent=2) + "\n"


# ── BibTeX, in the fields that biblatex and Zotero read too ───────────────────────────────────────────────────


def write_bibtex(records: Iterable[CslRecord]) -> str:
    return "\n".join(map(_bibtex_entry, records))


def _bibtex_entry(csl: CslRecord) -> str:
    kind = _thesis_type(csl) if csl["type"] == THESIS else BIBTEX_TYPES.get(csl["type"], "online")
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex_fields(csl).items() if value)
    return f"@{kind}{{{csl['id']},\n{fields}}}\n"


def _bibtex_fields(csl: CslRecord) -> Mapping[str, str]:
    """Titles and names stand in a second pair of braces: they keep their capitals and are not taken apart."""
    container = {JOURNAL_ARTICLE: "journal"}.get(csl["type"], "organization")
    publisher = {THESIS: "school"}.get(csl["type"], "publisher")
    return {
        "author": _bibtex_names(names(csl.get("author"))),
        "title": f"{{{tex(csl['title'])}}}",
        "translator": _bibtex_names(names(csl.get("translator"))),
        "booktitle": tex(csl.get("event-title", "")),
        container: tex(csl.get("container-title", "")),
        "number": tex(csl.get("issue", "")),
        publisher: tex(csl.get("publisher", "")),
        "address": tex(csl.get("publisher-place", "")),
        "type": tex(csl.get("genre", "")) if csl["type"] == THESIS else "",
        **_bibtex_date(csl),
        "url": quote(csl.get("URL", ""), safe=URL_MARKS),  # read as it stands, so not escaped as TeX
        "urldate": "-".join(_day(csl.get("accessed"))),
        "langid": LANGUAGES.get(csl.get("language", "").split("-")[0], ""),
        "affiliation": tex(csl["custom"].get("affiliation", "")),
        "abstract": tex(csl.get("abstract", "")),
        "annotation": tex(csl.get("annote", "")),
    }


def _thesis_type(csl: CslRecord) -> str:
    return "phdthesis" if csl.get("genre", "").startswith(DOCTORAL) else "mastersthesis"


def _day(date: CslDate | None) -> list[str]:
    """Year, month and day, with their zeros."""
    return [f"{part:02}" for part in date["date-parts"][0]] if date else []


def _bibtex_date(csl: CslRecord) -> Mapping[str, str]:
    """`year` is BibTeX's, `date` biblatex's and pandoc's. Inferred: [2022], and 2022~ in EDTF."""
    if "issued" not in csl:
        return {}
    year, date = str(issued_parts(csl)[0]), issued_iso(csl)
    return {"year": f"[{year}]", "date": f"{date}~"} if is_inferred(csl) else {"year": year, "date": date}


def _bibtex_names(people: list[str]) -> str:
    return " and ".join("others" if name == AND_OTHERS else f"{{{tex(name)}}}" for name in people)


def tex(text: str) -> str:
    return TEX_SPECIAL.sub(lambda mark: TEX_COMMANDS[mark[0]], one_line(text))


# ── RIS ───────────────────────────────────────────────────────────────────────────────────────────────────────


def write_ris(records: Iterable[CslRecord]) -> str:
    """Each line ends in CR LF, as the format says; each value is on one line, so that none can begin a tag."""
    return "".join(map(_ris_entry, records))


def _ris_entry(csl: CslRecord) -> str:
    lines = (f"{tag}  - {one_line(value)}" for tag, value in _ris_fields(csl) if value)
    return "".join(f"{line}\r\n" for line in lines) + "ER  - \r\n"


def _ris_fields(csl: CslRecord) -> Iterable[tuple[str, str]]:
    year, date = _ris_date(csl)
    return (
        ("TY", RIS_TYPES.get(csl["type"], "ELEC")),
        ("ID", csl["id"]),
        *(("AU", name) for name in names(csl.get("author"))),
        ("TI", csl["title"]),
        ("TT", csl["custom"].get("title-en", "")),
        *(("A4", name) for name in names(csl.get("translator"))),
        ("T2", csl.get("event-title") or csl.get("container-title", "")),
        ("IS", csl.get("issue", "")),
        ("PB", csl.get("publisher", "")),
        ("CY", csl.get("publisher-place", "")),
        ("M3", csl.get("genre", "") if csl["type"] == THESIS else ""),
        ("PY", year),
        ("DA", date),
        ("Y2", "/".join(_day(csl.get("accessed")))),
        ("LA", csl.get("language", "")),
        ("AD", csl["custom"].get("affiliation", "")),
        ("AB", csl.get("abstract", "")),
        ("N1", csl.get("annote", "")),
        ("DP", csl.get("source", "")),
        ("UR", csl.get("URL", "")),
    )


def _ris_date(csl: CslRecord) -> tuple[str, str]:
    """2025 and 2025/11/15/; inferred, [2022] and nothing."""
    if "issued" not in csl:
        return "", ""
    year, *rest = issued_iso(csl).split("-")
    return (f"[{year}]", "") if is_inferred(csl) else (year, "/".join([year, *rest, *[""] * (3 - len(rest))]))
