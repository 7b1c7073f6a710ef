"""Sources: from an edition to the works that its notes refer to, and to their groups by outlet and by language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit

from edition.extraction.references import read_references
from edition.gathered.reference_records import reference_record
from edition.model import Edition, Reference, ReferenceKind, Source
from edition.writing.csl import CslRecord
from edition.writing.listings import by_date


def read_sources(edition: Edition) -> tuple[Source, ...]:
    """Every work once, in the order of the notes; an author's note is one too, of a kind of its own."""
    sources = []
    for entry in by_date(edition.entries):
        joined: dict[str, list[Reference]] = {}
        for reference in read_references(entry.article):
            joined.setdefault(reference.full or reference.repeats or reference.note.id, []).append(reference)
        sources += [Source(entry, tuple(references)) for references in joined.values()]
    return tuple(sources)


def works(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Those that are works, as far as the rules could read the notes."""
    return tuple(
        source for source in sources if source.full.kind not in (ReferenceKind.AUTHOR_NOTE, ReferenceKind.UNREAD)
    )


def source_id(source: Source) -> str:
    return f"{source.entry.record.slug}-{source.full.note.id}"


def source_records(sources: Iterable[Source]) -> list[CslRecord]:
    """A record for each work; a note that no rule reads is a document whose title is the note."""
    return [source_record(source) for source in sources if source.full.kind is not ReferenceKind.AUTHOR_NOTE]


def source_record(source: Source) -> CslRecord:
    pages = [reference.pages for reference in source.references if reference.pages]
    return reference_record(source.full, source_id(source), pages)


# ── Groups ────────────────────────────────────────────────────────────────────────────────────────────────────


def by_outlet(sources: Iterable[Source]) -> list[tuple[str, list[Source]]]:
    """The works of each site, agency, paper, journal, publisher or university, that with the most works first."""
    sources = works(sources)
    same = same_outlets(sources)
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in sources:
        outlet = outlet_of(source)
        groups[same.get(outlet, outlet)].append(source)
    return sorted(groups.items(), key=lambda group: -len(group[1]))


def outlet_of(source: Source) -> str:
    return source.full.outlet or source.full.publisher or ""


def same_outlets(sources: Iterable[Source]) -> Mapping[str, str]:
    """Of names that share a host, each → the one used most: 俄生意人报 → 生意人报, both www.kommersant.ru."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for source in sources:
        if host := host_of(source):
            names[host][outlet_of(source)] += 1
    return {name: used.most_common(1)[0][0] for used in names.values() for name in used}


def host_of(source: Source) -> str:
    return urlsplit(source.full.url or "").netloc.removeprefix("www.")


def by_language(sources: Iterable[Source]) -> list[tuple[str, list[Source]]]:
    groups: dict[str, list[Source]] = defaultdict(list)
    for source in works(sources):
        groups[source.full.language or ""].append(source)
    return sorted(groups.items(), key=lambda group: -len(group[1]))
