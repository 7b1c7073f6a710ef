"""Reference records: from what a note refers to to its CSL record, and from that to COinS, which Zotero reads in pages.

The pages that a note gives are those cited, not those of the work: they stand in `custom` and in the note's text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import cast
from urllib.parse import quote, urlencode

from edition.dates import PartialDate
from edition.model import Reference, ReferenceKind
from edition.text.inlines import printed
from edition.writing.csl import (
    AND_OTHERS,
    BOOK,
    DOCUMENT,
    JOURNAL_ARTICLE,
    LANGUAGES,
    THESIS,
    WEBPAGE,
    CslName,
    CslRecord,
    one_line,
)

CSL_TYPES = {
    ReferenceKind.BOOK: BOOK,
    ReferenceKind.JOURNAL_ARTICLE: JOURNAL_ARTICLE,
    ReferenceKind.THESIS: THESIS,
    ReferenceKind.NEWS: WEBPAGE,
    ReferenceKind.WEB_PAGE: WEBPAGE,
}
"""Everything else is a document: nothing is known but its text."""


def reference_record(reference: Reference, id: str, pages: Iterable[str] = ()) -> CslRecord:
    """The record of a work. `pages` are those cited in all the notes that refer to it."""
    text = one_line(printed(reference.note.content))
    fields = {
        "id": id,
        "type": CSL_TYPES.get(reference.kind, DOCUMENT),
        "title": one_line(reference.title or text),
        "author": list(_names(reference)),
        "issued": {"date-parts": [[reference.year]]} if reference.year else None,
        "container-title": reference.outlet,
        "publisher": reference.publisher,
        "publisher-place": reference.place,
        "issue": reference.issue,
        "genre": reference.degree,
        "URL": reference.url,
        "accessed": {"date-parts": [_parts(reference.accessed)]} if reference.accessed else None,
        "language": LANGUAGES.get(reference.language or "", reference.language),
        "annote": text,
        "custom": _custom(reference, pages),
    }
    return cast(CslRecord, {name: value for name, value in fields.items() if value})


def _names(reference: Reference) -> Iterator[CslName]:
    for name in (*reference.authors, *([AND_OTHERS] if reference.others else [])):
        yield {"literal": one_line(name)}


def _parts(date: PartialDate) -> list[int]:
    return [part for part in (date.year, date.month, date.day) if part is not None]


def _custom(reference: Reference, pages: Iterable[str]) -> dict[str, str]:
    cited = "; ".join(pages)
    return {"kind": reference.kind.value} | ({"pages-cited": cited} if cited else {})


# ── COinS: the record as an OpenURL in the title of an empty span ─────────────────────────────────────────────

FORMATS = {BOOK: "book", JOURNAL_ARTICLE: "journal", THESIS: "dissertation"}
"""Everything else is Dublin Core, which Zotero takes for a web page."""

TITLES = {BOOK: "btitle", JOURNAL_ARTICLE: "atitle"}
CONTAINERS = {JOURNAL_ARTICLE: "jtitle"}
GENRES = {BOOK: "book", JOURNAL_ARTICLE: "article"}


def write_coins(csl: CslRecord) -> str:
    """The context object by Z39.88-2004, its values percent-encoded."""
    kind = csl["type"]
    pairs = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", f"info:ofi/fmt:kev:mtx:{FORMATS.get(kind, 'dc')}"),
        ("rft_id", csl.get("URL")),
        ("rft.genre", GENRES.get(kind)),
        (f"rft.{TITLES.get(kind, 'title')}", csl["title"]),
        (f"rft.{CONTAINERS.get(kind, 'source')}", csl.get("container-title")),
        *(("rft.au", name["literal"]) for name in csl.get("author", ())),
        ("rft.inst" if kind == THESIS else "rft.pub", csl.get("publisher")),
        ("rft.place", csl.get("publisher-place")),
        ("rft.degree", csl.get("genre")),
        ("rft.issue", csl.get("issue")),
        ("rft.date", str(csl["issued"]["date-parts"][0][0]) if "issued" in csl else None),
        ("rft.language", csl.get("language")),
    ]
    return urlencode([(name, value) for name, value in pairs if value], quote_via=quote, safe=":")
