"""Reading: from an entry to an account for editors of how its seed was read: what is in it, inferred and odd."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from edition.characters import shown
from edition.model import Article, Attributed, Basis, Entry, Finding, Series, Speech
from edition.reader.article import id_prefix
from edition.reader.findings import SORTS, find, unaccepted
from edition.writing.strings import Strings

INDENT = 14


def write_reading(entry: Entry, strings: Strings) -> str:
    """The account, a fact a line."""
    lines = [entry.article.seed.name]
    lines += (f"  {name:<{INDENT - 2}}{value}" for name, value in _facts(entry, strings))
    return "\n".join((*lines, *_write_findings(entry))) + "\n"


def _facts(entry: Entry, strings: Strings) -> Iterator[tuple[str, str]]:
    record, article = entry.record, entry.article
    yield "title", _with_basis(record.title.value, record.title, strings)
    yield "kind", _with_basis(record.kind.value, record.kind, strings)
    yield "date", _with_basis(record.date.value.edtf, record.date, strings) if record.date else "unknown"
    if record.authors:
        yield "authors", _with_basis(", ".join(record.authors.value), record.authors, strings)
    yield "topics", _with_basis(", ".join(record.topics.value) or "none", record.topics, strings)
    yield "language", f"{article.language}, {article.seed.encoding.upper()}"
    yield "text", ", ".join(_counts(article))
    yield "characters", f"{article.account.total}: {', '.join(f'{k} {n}' for k, n in article.account.counts.items())}"
    inferred = [name for name, value in _attributed(entry) if value.basis is Basis.INFERRED]
    yield "inferred", ", ".join(inferred) or "nothing"


def _attributed(entry: Entry) -> Iterator[tuple[str, Attributed[object]]]:
    record = entry.record
    for name, value in (
        ("title", record.title),
        ("kind", record.kind),
        ("date", record.date),
        ("authors", record.authors),
        ("topics", record.topics),
    ):
        if value:
            yield name, value


def _with_basis(value: str, attributed: Attributed[object], strings: Strings) -> str:
    return f"{shown(value)} ({attributed.basis}: {strings.reason(attributed.reason).rstrip('.')})"


def _counts(article: Article) -> Iterator[str]:
    passages = Counter(id_prefix(passage.block) for passage in article.passages)
    notes = Counter(note.series for note in article.footnotes)
    speeches = sum(isinstance(passage.block, Speech) for passage in article.passages)
    for singular, plural, count in (
        ("section", "sections", passages["h"]),
        ("paragraph", "paragraphs", passages["p"]),
        ("of them speech", "of them speech", speeches),
        ("note", "notes", notes[Series.FOOTNOTE]),
        ("endnote", "endnotes", notes[Series.ENDNOTE]),
        ("table", "tables", passages["t"]),
        ("caption", "captions", passages["f"]),
    ):
        if count or singular in ("section", "paragraph", "note"):
            yield f"{count} {singular if count == 1 else plural}"


def _write_findings(entry: Entry) -> Iterator[str]:
    findings = unaccepted(entry.article, entry.record.accept)
    yield f"  {'odd':<{INDENT - 2}}{'nothing' if not findings else ''}".rstrip()
    yield from (_write_finding(finding) for finding in findings)
    accepted = Counter(finding.code for finding in find(entry.article) if finding.code in entry.record.accept)
    if accepted:
        shown_codes = ", ".join(f"{code} {count} time{'s' if count > 1 else ''}" for code, count in accepted.items())
        yield f"  {'accepted':<{INDENT - 2}}{shown_codes}"


def _write_finding(finding: Finding) -> str:
    place = f"line {finding.line}" if finding.line else "file"
    return f"    {place:<{INDENT - 4}}{finding.code} {shown(finding.problem)}; {SORTS[finding.code].remedy}"


def write_readings(entries: Iterable[Entry], strings: Strings) -> str:
    return "\n".join(write_reading(entry, strings) for entry in entries)
