"""Datasets: rows of typed fields → files for those who count: CSV, JSON, and the data package that describes them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Generic, NamedTuple, TypeVar

from edition.model import Asset, Dataset, Field, FieldType, Value
from edition.writing.spreadsheets import write_csv
from edition.writing.strings import Strings

DATA = "data/index.md"
FOLDER = "data"
"""All files lie here, beside the page in the default locale."""

DATA_PACKAGE = "datapackage.json"

BETWEEN_ITEMS = "|"


T = TypeVar("T")


class Column(NamedTuple, Generic[T]):
    """A field and how it is read from whatever a row is made of."""

    name: str
    type: FieldType
    read: Callable[[T], Value]


def make_dataset(
    name: str,
    items: Iterable[T],
    columns: Iterable[Column[T]],
    key: tuple[str, ...] = (),
    refers: Mapping[str, str] = MappingProxyType({}),
) -> Dataset:
    columns = tuple(columns)
    rows = tuple(tuple(column.read(item) for column in columns) for item in items)
    return Dataset(name, tuple(Field(column.name, column.type) for column in columns), rows, key, refers)


# ── Files ─────────────────────────────────────────────────────────────────────────────────────────────────────


def write_datasets(datasets: Iterable[Dataset], title: str, address: str, strings: Strings) -> Iterator[Asset]:
    """Each dataset as CSV and as JSON, and a datapackage.json (Data Package 2.0, Table Schema) that says what is in
    them, in the words of `strings`. `address` is that of the page, `title` that of the package."""
    datasets = tuple(datasets)
    for dataset in datasets:
        yield Asset(f"{FOLDER}/{dataset.name}.csv", write_dataset_csv(dataset))
        yield Asset(f"{FOLDER}/{dataset.name}.json", write_dataset_json(dataset))
    yield Asset(f"{FOLDER}/{DATA_PACKAGE}", _json(write_package(datasets, title, address, strings)))


def write_dataset_csv(dataset: Dataset) -> bytes:
    header = [each.name for each in dataset.fields]
    return write_csv([header, *([_cell(value) for value in row] for row in dataset.rows)])


def _cell(value: Value) -> str:
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case Decimal():
            return f"{value:f}"
        case tuple():
            return BETWEEN_ITEMS.join(item.replace(BETWEEN_ITEMS, rf"\{BETWEEN_ITEMS}") for item in value)
        case _:
            return str(value)


def write_dataset_json(dataset: Dataset) -> bytes:
    """A list of objects, one a line; numbers are numbers, lists are lists, and what is not known is null."""
    names = [each.name for each in dataset.fields]
    rows = [json.dumps(dict(zip(names, map(_plain, row), strict=True)), ensure_ascii=False) for row in dataset.rows]
    return ("[\n" + ",\n".join(rows) + "\n]\n").encode()


def _plain(value: Value) -> object:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case tuple():
            return list(value)
        case _:
            return value


# ── What is in them ───────────────────────────────────────────────────────────────────────────────────────────


def write_package(datasets: Iterable[Dataset], title: str, address: str, strings: Strings) -> dict[str, Any]:
    resources = [_resource(dataset, strings) for dataset in datasets]
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "central-asia-archive",
        "title": title,
        "description": strings("data.intro"),
        "homepage": address,
        "resources": resources,
    }


def _resource(dataset: Dataset, strings: Strings) -> dict[str, Any]:
    return {
        "name": dataset.name,
        "type": "table",
        "title": strings(f"data.set.{dataset.name}"),
        "description": strings(f"data.about.{dataset.name}"),
        "path": f"{dataset.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": _schema(dataset, strings),
    }


def _schema(dataset: Dataset, strings: Strings) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_described(each, strings) for each in dataset.fields]}
    if dataset.key:
        schema["primaryKey"] = list(dataset.key)
    if dataset.refers:
        schema["foreignKeys"] = [
            {"fields": [name], "reference": {"resource": other, "fields": ["id"]}}
            for name, other in dataset.refers.items()
        ]
    return schema


def _described(each: Field, strings: Strings) -> dict[str, str]:
    described = {"name": each.name, "type": each.type, "description": describe_field(each, strings)}
    return described | ({"delimiter": BETWEEN_ITEMS} if each.type == "list" else {})


def describe_field(each: Field, strings: Strings) -> str:
    return strings(f"data.field.{each.name.replace('_', '-')}")


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
