"""Authorities: from authorities.yml to the people, bodies, places, documents and projects that the texts name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from edition.curation.curated import Curated, Path
from edition.errors import Fault
from edition.model import AuthorityKind, AuthorityRecord


def read_authorities(curated: Curated) -> tuple[AuthorityRecord, ...]:
    return tuple(_read_record(record) for record in curated.data)


def _read_record(record: Mapping[str, Any]) -> AuthorityRecord:
    return AuthorityRecord(
        id=record["id"],
        kind=AuthorityKind(record["kind"]),
        names=record["names"],
        forms=tuple(record.get("forms", ())),
        forms_in={seed: tuple(forms) for seed, forms in record.get("forms_in", {}).items()},
        also=tuple(record.get("also", ())),
        basis=record["basis"],
    )


def check_authorities(curated: Curated, seed_names: Iterable[str]) -> list[Fault]:
    """What the schema cannot see: one id for two, a form that belongs to two, and forms of a text that is not there."""
    seeds = {PurePath(name).stem for name in seed_names}
    return [*_check_ids(curated), *_check_forms(curated), *_check_seeds(curated, seeds)]


def _check_ids(curated: Curated) -> Iterator[Fault]:
    first: dict[str, Path] = {}
    for position, record in enumerate(curated.data):
        path = (position, "id")
        if record["id"] in first:
            line = curated.line(first[record["id"]])
            yield curated.fault(path, f"{record['id']} is the id of line {line}", "choose another")
        first.setdefault(record["id"], path)


def _check_forms(curated: Curated) -> Iterator[Fault]:
    """In any one text a form means one record."""
    claims: dict[str, list[tuple[str | None, Path]]] = {}
    for seed, path, form in written_forms(curated):
        for other_seed, other_path in claims.setdefault(form, []):
            if seed == other_seed or None in (seed, other_seed):
                owner, line = curated.data[other_path[0]]["id"], curated.line(other_path)
                yield curated.fault(path, f"{form} is a form of {owner} in line {line}", "keep one of them")
                break
        claims[form].append((seed, path))


def _check_seeds(curated: Curated, seeds: set[str]) -> Iterator[Fault]:
    for position, record in enumerate(curated.data):
        for seed in record.get("forms_in", {}):
            if seed not in seeds:
                path = (position, "forms_in", seed)
                yield curated.fault(path, f"there is no seeds/{seed}.txt", "name the seed's file, without .txt")


def written_forms(curated: Curated) -> Iterator[tuple[str | None, Path, str]]:
    """Every form of the file: the seed that it counts in alone (without .txt) or None, where it stands, the form."""
    for position, record in enumerate(curated.data):
        for index, form in enumerate(record.get("forms", ())):
            yield None, (position, "forms", index), form
        for seed, forms in record.get("forms_in", {}).items():
            for index, form in enumerate(forms):
                yield seed, (position, "forms_in", seed, index), form
