"""Catalogue: from what editors know (catalogue.yml, topics.yml) and what a text says to its bibliographic record.

What the catalogue does not give is taken from the text, and every value says on what it rests.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any, TypeVar

from edition.characters import shown
from edition.curation.curated import Curated
from edition.dates import PartialDate, read_date
from edition.errors import Fault
from edition.model import (
    Article,
    Attributed,
    Basis,
    Byline,
    CreditLine,
    Figure,
    Kind,
    Record,
    Speech,
    Table,
    Title,
    Topic,
)
from edition.text.inlines import printed
from edition.text.sentences import first_sentence
from edition.text.streams import streams

T = TypeVar("T")

LONGEST_INFERRED_TITLE = 40
SPEECHES_OF_A_SPEECH_REPORT = 3
OCCURRENCES_OF_A_TOPIC = 3


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The records that editors keep, by the name of the seed without .txt, and the vocabulary of topics."""

    records: Curated
    topics: tuple[Topic, ...]

    def entry(self, seed_name: str) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.records.data.get(PurePath(seed_name).stem, {})
        return found

    def slug_fault(self, article: Article, problem: str, remedy: str) -> Fault:
        """A fault of a text's slug, where it is written; one without record has it from its file's name."""
        if self.entry(article.seed.name):
            return self.records.fault((PurePath(article.seed.name).stem, "slug"), problem, remedy)
        return Fault(article.seed.name, 0, problem, f"{remedy}, in seeds/catalogue.yml")


def read_topics(curated: Curated) -> tuple[Topic, ...]:
    return tuple(Topic(t["id"], t["names"], t["scope"], tuple(t["terms"])) for t in curated.data)


def check_topics(curated: Curated) -> list[Fault]:
    """No two topics may have one id."""
    first: dict[str, int] = {}
    faults = []
    for position, topic in enumerate(curated.data):
        if topic["id"] in first:
            faults.append(curated.fault((position, "id"), f"{topic['id']} is a topic already", "choose another"))
        first.setdefault(topic["id"], position)
    return faults


def check_catalogue(records: Curated, topics: Iterable[Topic], seed_names: Iterable[str]) -> list[Fault]:
    """What the schema cannot see: records without a seed, dates that do not exist, topics that nobody defined, and
    one slug for two."""
    known = {topic.id for topic in topics}
    names = tuple(seed_names)
    seeds = {PurePath(name).stem for name in names}
    faults = _check_slugs(records, names)
    for key, record in records.data.items():
        if key not in seeds:
            faults.append(records.fault((key,), f"there is no seeds/{key}.txt", "name the seed's file, without .txt"))
        for position, topic in enumerate(record["topics"]):
            if topic not in known:
                remedy = f"write one of {', '.join(sorted(known))}"
                faults.append(records.fault((key, "topics", position), f"no topic is called {topic}", remedy))
        faults += _check_dates(records, key, record)
    return faults


def _check_slugs(records: Curated, seed_names: Iterable[str]) -> list[Fault]:
    """No two documents may have one address, be it given or made of a file's name."""
    faults: list[Fault] = []
    taken: dict[str, str] = {}
    for key, record in records.data.items():
        if other := taken.get(record["slug"]):
            faults.append(records.fault((key, "slug"), f"{record['slug']} is the slug of {other}", "choose another"))
        taken.setdefault(record["slug"], key)
    for name in (name for name in seed_names if PurePath(name).stem not in records.data):
        slug = slug_of(name)
        if other := taken.get(slug):
            problem = f"its address, {slug}, is that of {other}"
            faults.append(Fault(f"seeds/{name}", 0, problem, "give it a slug of its own in seeds/catalogue.yml"))
        taken.setdefault(slug, PurePath(name).stem)
    return faults


def check_stated(records: Curated, article: Article) -> list[Fault]:
    """What a record calls stated must stand in the text."""
    key = PurePath(article.seed.name).stem
    words = "".join(printed(stream) for passage in article.passages for stream in streams(passage.block))
    words += "".join(printed(note.content) for note in article.footnotes)
    faults = []
    for name in ("title", "authors", "translator", "affiliation", "conference"):
        entry = records.data.get(key, {}).get(name)
        if entry and entry["basis"] == Basis.STATED:
            values = entry["value"] if isinstance(entry["value"], list) else [entry["value"]]
            for missing in (value for value in values if value not in words):
                problem = f"the text does not say {missing}, so it is not stated"
                remedy = "write it as the text has it, or basis: inferred or supplied"
                faults.append(records.fault((key, name, "value"), problem, remedy))
    return faults


def _check_dates(records: Curated, key: str, record: Mapping[str, Any]) -> list[Fault]:
    paths: list[tuple[str, ...]] = [("date", "value"), ("added",), ("revised",)]
    faults = []
    for path in paths:
        value: Any = record
        for part in path:
            value = value.get(part, {})
        try:
            if value:
                read_date(value)
        except ValueError as error:
            remedy = "write a date of the calendar in EDTF: 2025-11-15, 2025-11, 2025, [2025-06-17..2025-10-09]"
            faults.append(records.fault((key, *path), str(error), remedy))
    return faults


def describe(article: Article, catalogue: Catalogue) -> Record:
    """The record of an article: the catalogue's values where it has them, otherwise the text's own."""
    entry = catalogue.entry(article.seed.name)
    return Record(
        slug=entry.get("slug") or slug_of(article.seed.name),
        kind=Attributed(Kind(entry["kind"]), Basis.SUPPLIED, "catalogue") if entry else _infer_kind(article),
        title=_attributed(entry.get("title")) or _infer_title(article),
        translations=entry.get("title", {}).get("translations", {}),
        date=_catalogued_date(entry) or _stated_date(article),
        authors=_catalogued_authors(entry) or _stated_authors(article),
        translator=_attributed(entry.get("translator")) or _stated_translator(article),
        affiliation=_attributed(entry.get("affiliation")),
        conference=_attributed(entry.get("conference")),
        topics=(
            Attributed(tuple(entry["topics"]), Basis.SUPPLIED, "catalogue")
            if entry
            else infer_topics(article, catalogue.topics)
        ),
        abstracts={lang: text for lang, text in entry.get("abstract", {}).items() if lang != "in_text"},
        author_abstract=entry.get("abstract", {}).get("in_text"),
        reviewed_by=entry.get("reviewed_by"),
        added=_day(entry.get("added")),
        revised=_day(entry.get("revised")),
        language=article.language,
        accept=tuple(entry.get("accept", ())),
    )


def slug_of(seed_name: str) -> str:
    """An address made of a file name: letters and digits, everything else a hyphen."""
    slug = re.sub(r"[\W_]+", "-", PurePath(seed_name).stem.lower()).strip("-")
    return f"text-{slug}".strip("-") if slug in ("", "index") else slug


def _attributed(entry: Mapping[str, Any] | None) -> Attributed[str] | None:
    return Attributed(entry["value"], Basis(entry["basis"]), entry["reason"]) if entry else None


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _catalogued_date(entry: Mapping[str, Any]) -> Attributed[PartialDate] | None:
    written = _attributed(entry.get("date"))
    return Attributed(read_date(written.value), written.basis, written.reason) if written else None


def _stated_date(article: Article) -> Attributed[PartialDate] | None:
    if not article.header:
        return None
    return Attributed(article.header.date, Basis.STATED, "header-date")


def _infer_kind(article: Article) -> Attributed[Kind]:
    blocks = [passage.block for passage in article.passages]
    if any(isinstance(block, Byline) for block in blocks):
        return Attributed(Kind.PAPER, Basis.INFERRED, "author-line")
    if sum(isinstance(block, Speech) for block in blocks) >= SPEECHES_OF_A_SPEECH_REPORT:
        return Attributed(Kind.SPEECH, Basis.INFERRED, "speeches")
    return Attributed(Kind.NEWS, Basis.INFERRED, "no-author-line")


def _infer_title(article: Article) -> Attributed[str]:
    """The title line, or else the first sentence; a picture or a table that opens the text has none."""
    first = article.passages[0].block
    if isinstance(first, Title):
        text = printed(first.content)
        return Attributed(text, Basis.INFERRED, "header-line") if article.header else _stated(text, "title-line")
    running = (p.block for p in article.passages if not isinstance(p.block, Figure | Table))
    texts = ("".join(map(printed, streams(block))).strip() for block in running)
    text = next(filter(None, texts), article.seed.name)
    start = first_sentence(text)
    cut = start if len(start) <= LONGEST_INFERRED_TITLE else start[:LONGEST_INFERRED_TITLE] + "……"
    return Attributed(shown(cut), Basis.INFERRED, "first-line")


def _catalogued_authors(entry: Mapping[str, Any]) -> Attributed[tuple[str, ...]] | None:
    written = entry.get("authors")
    return Attributed(tuple(written["value"]), Basis(written["basis"]), written["reason"]) if written else None


def _stated_authors(article: Article) -> Attributed[tuple[str, ...]] | None:
    return next(
        (_stated(p.block.authors, "author-line") for p in article.passages if isinstance(p.block, Byline)), None
    )


def _stated_translator(article: Article) -> Attributed[str] | None:
    lines = [p.block for p in article.passages if isinstance(p.block, CreditLine)]
    return _stated(lines[0].translator, "credit-line") if lines else None


def _stated(value: T, reason: str) -> Attributed[T]:
    return Attributed(value, Basis.STATED, reason)


def infer_topics(article: Article, topics: Iterable[Topic]) -> Attributed[tuple[str, ...]]:
    """The topics whose terms occur in the text at least three times; if there are none, the one that occurs most."""
    text = article.seed.text
    counts = {topic.id: sum(text.count(term) for term in topic.terms) for topic in topics}
    often = tuple(id for id, count in counts.items() if count >= OCCURRENCES_OF_A_TOPIC)
    most = max(counts, key=counts.__getitem__)
    return Attributed(often or ((most,) if counts[most] else ()), Basis.INFERRED, "vocabulary")
