"""Names: from the mentions of an edition to who is named where and with whom, and to what an article says of them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from edition.curation.mentions import forms_of, longer_names
from edition.model import AuthorityKind, AuthorityRecord, Edition, Entry, Mention
from edition.writing.listings import article_uri, by_date, link
from edition.writing.markdown import escape, fenced, html
from edition.writing.strings import Strings

NAMES = "names/index.md"

BETWEEN_NAMES = re.compile(r"[·\s]+")  # 弗拉基米尔·普京, Vladimir Putin


@dataclass(frozen=True, slots=True)
class NamedIn:
    """A text that names a record. Each passage is the mentions of the record in it, in the order of the text."""

    entry: Entry
    passages: tuple[tuple[Mention, ...], ...]

    @property
    def mentions(self) -> int:
        return sum(map(len, self.passages))


@dataclass(frozen=True, slots=True)
class Named:
    """A record and the texts that name it, newest first; `with_it` counts the passages that it shares with others."""

    record: AuthorityRecord
    texts: tuple[NamedIn, ...]
    with_it: Counter[str]

    @property
    def passages(self) -> int:
        return sum(len(text.passages) for text in self.texts)

    @property
    def mentions(self) -> int:
        return sum(text.mentions for text in self.texts)


@dataclass(frozen=True, slots=True)
class Names:
    """The records that a text names, in the order of the file, by id; `within` has for any record those that are named
    and whose names contain its own."""

    named: Mapping[str, Named]
    records: Mapping[str, AuthorityRecord]
    within: Mapping[str, tuple[str, ...]]


def read_names(edition: Edition) -> Names:
    texts: dict[str, list[NamedIn]] = defaultdict(list)
    with_it: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in by_date(edition.entries):
        for id, passages in _passages_by_record(entry).items():
            texts[id].append(NamedIn(entry, tuple(passages)))
        for together in _records_by_passage(entry):
            for id in together:
                with_it[id].update(other for other in together if other != id)
    records = {record.id: record for record in edition.authorities}
    named = {id: Named(record, tuple(texts[id]), with_it[id]) for id, record in records.items() if id in texts}
    longer = longer_names(forms_of(edition.authorities))
    within = {id: tuple(other for other in others if other in named) for id, others in longer.items()}
    return Names(named, records, within)


def _passages_by_record(entry: Entry) -> dict[str, list[tuple[Mention, ...]]]:
    found: dict[str, list[tuple[Mention, ...]]] = {}
    for _, mentions in groupby(entry.mentions, key=lambda mention: mention.place):
        by_record: dict[str, list[Mention]] = {}
        for mention in mentions:
            by_record.setdefault(mention.authority, []).append(mention)
        for id, ours in by_record.items():
            found.setdefault(id, []).append(tuple(ours))
    return found


def _records_by_passage(entry: Entry) -> Iterator[tuple[str, ...]]:
    """The records that each passage names, in the order of the text: a set has another order in every run."""
    for _, mentions in groupby(entry.mentions, key=lambda mention: mention.place):
        yield tuple(dict.fromkeys(mention.authority for mention in mentions))


# ── What pages say of a record ────────────────────────────────────────────────────────────────────────────────


def name_uri(id: str) -> str:
    return f"names/{id}.md"


def shown_name(record: AuthorityRecord, strings: Strings) -> tuple[str, str]:
    """The name as this locale shows it, and the language it is in."""
    lang = strings.locale if strings.locale in record.names else "en"
    return record.names[lang], lang


def surname(record: AuthorityRecord, name: str) -> str:
    """The part of a person's name by which it is filed: the first where the English name begins with the surname (the
    record's id does), otherwise the last. Of anything else the whole name."""
    if record.kind is not AuthorityKind.PERSON:
        return name
    english = record.names["en"].split()[0].casefold()
    parts = BETWEEN_NAMES.split(name)
    return parts[0] if english == record.id.split("-")[0] else parts[-1]


def link_name(record: AuthorityRecord, base: str, strings: Strings) -> str:
    name, lang = shown_name(record, strings)
    return link(name, name_uri(record.id), base, lang if lang != strings.locale else None)


def link_names(named: Iterable[tuple[AuthorityRecord, int]], base: str, strings: Strings) -> str:
    """A run of links, each with a number."""
    return escape(strings("names.separator")).join(
        f"{link_name(record, base, strings)}\u00a0{html('span', {'class': 'count'}, escape(strings.number(count)))}"
        for record, count in named
    )


def by_kind(records: Iterable[AuthorityRecord]) -> Iterator[tuple[AuthorityKind, list[AuthorityRecord]]]:
    groups: dict[AuthorityKind, list[AuthorityRecord]] = defaultdict(list)
    for record in records:
        groups[record.kind].append(record)
    yield from ((kind, groups[kind]) for kind in AuthorityKind if groups[kind])


def write_names_in_text(entry: Entry, records: Mapping[str, AuthorityRecord], strings: Strings) -> str:
    """Whom and what a text names, and how often, the most often first."""
    counts = Counter(mention.authority for mention in entry.mentions)
    if not counts:
        return ""
    here = article_uri(entry.record.slug)
    lines = []
    for kind, group in by_kind(records[id] for id, _ in counts.most_common()):
        label = html("span", {"class": "names-kind"}, escape(strings(f"names.kinds.{kind}")))
        lines.append(f"- {label} {link_names(((record, counts[record.id]) for record in group), here, strings)}")
    heading = f"## {escape(strings('names.in-text'))} {{: #names }}"
    return fenced(4, "section.names-in-text", heading, "\n".join(lines))
