"""Translations: from the catalogue's records to a warning for each that lacks one, and faults in those there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from edition.curation.curated import Curated
from edition.errors import Fault
from edition.model import Abstract, Article

ORIGINAL = "zh-Hans"
LANGUAGES = (ORIGINAL, "en", "ru", "kk")


def check_translations(records: Curated) -> Iterator[Fault]:
    """A warning for each record whose title, abstract or reasons do not stand in all languages."""
    for key, record in records.data.items():
        if missing := list(_missing(record)):
            remedy = "add them; until then the page shows the Chinese title, no abstract, the English reason"
            yield records.fault((key,), f"not yet translated: {'; '.join(missing)}", remedy)


def _missing(record: Mapping[str, Any]) -> Iterator[str]:
    """What is missing and in which languages: abstract in ru, kk."""
    for name, translated in _translated(record):
        if languages := [language for language in LANGUAGES if language not in translated]:
            yield f"{name} in {', '.join(languages)}"


def _translated(record: Mapping[str, Any]) -> Iterator[tuple[str, set[str]]]:
    """Everything of a record that readers of another language want in theirs, with the languages it is in."""
    yield "title", {ORIGINAL, *record.get("title", {}).get("translations", {})}
    abstract = record.get("abstract", {})
    yield "abstract", {abstract.get("in_text", ""), *abstract}
    for name, field in record.items():
        if isinstance(field, Mapping) and "reason" in field:
            yield f"reason of the {name}", {*field["reason"]}


def check_author_abstracts(records: Curated, articles: Iterable[Article]) -> list[Fault]:
    """Where a record says that the text has its author's abstract, the text must have it."""
    faults = []
    for article in articles:
        key = PurePath(article.seed.name).stem
        claimed = records.data.get(key, {}).get("abstract", {}).get("in_text")
        if claimed and not any(isinstance(passage.block, Abstract) for passage in article.passages):
            remedy = "write the abstract here instead, under zh-Hans"
            faults.append(records.fault((key, "abstract", "in_text"), "the text has no abstract of its own", remedy))
    return faults
