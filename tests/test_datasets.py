"""The datasets: what stands in the texts, as rows, and what the data package says of them."""

import csv
import io
import json
from decimal import Decimal

import pytest

from edition.edition import Edition
from edition.gathered.sources import read_sources
from edition.model import Dataset
from edition.publishing.archive_datasets import archive_datasets
from edition.text.inlines import printed
from edition.text.streams import block_text
from edition.writing.datasets import Column, make_dataset, write_dataset_csv, write_dataset_json, write_package
from edition.writing.strings import read_strings

SITE = "https://a.example/"


@pytest.fixture(scope="module")
def datasets(edition: Edition) -> dict[str, Dataset]:
    return {dataset.name: dataset for dataset in archive_datasets(edition, read_sources(edition), SITE)}


def rows(dataset: Dataset) -> list[dict[str, object]]:
    names = [field.name for field in dataset.fields]
    return [dict(zip(names, row, strict=True)) for row in dataset.rows]


def a_dataset(*values: object) -> Dataset:
    return make_dataset("a", values, [Column("value", "string", lambda value: value)])


def cells(dataset: Dataset) -> list[str]:
    return [row[0] for row in csv.reader(io.StringIO(write_dataset_csv(dataset).decode("utf-8-sig")))][1:]


def test_a_cell_of_csv_is_empty_where_nothing_is_known():
    assert cells(a_dataset(None, "", "a")) == ["", "", "a"]


def test_a_list_stands_in_one_cell_of_csv_and_is_a_list_in_json():
    assert cells(a_dataset(("a", "b"))) == ["a|b"]
    assert json.loads(write_dataset_json(a_dataset(("a", "b")))) == [{"value": ["a", "b"]}]


def test_a_number_is_written_out_in_csv_and_a_number_in_json():
    assert cells(a_dataset(Decimal("2.8E+10"), Decimal("-8.9"))) == ["28000000000", "-8.9"]
    assert json.loads(write_dataset_json(a_dataset(Decimal("2.8E+10")))) == [{"value": 28_000_000_000}]


def test_what_a_spreadsheet_would_run_is_inert_in_csv_and_as_printed_in_json():
    hostile = ["=1+1", "- 中亚是一个地区。", "=5", "＝1"]
    assert cells(a_dataset(*hostile)) == [f"'{text}" for text in hostile]
    assert json.loads(write_dataset_json(a_dataset("=1+1"))) == [{"value": "=1+1"}]


def test_a_number_below_zero_is_no_formula():
    assert cells(a_dataset("-8.9", "-1/3", "-5%", "-1,234")) == ["-8.9", "-1/3", "-5%", "-1,234"]


def test_items_of_a_list_stay_apart_in_csv_whatever_they_hold():
    assert cells(a_dataset(("A|B", "C"))) == [r"A\|B|C"]


def test_every_passage_and_note_is_a_row_with_its_words_as_printed(edition: Edition, datasets: dict[str, Dataset]):
    passages = [(e.record.slug, p.id, block_text(p.block)) for e in edition.entries for p in e.article.passages]
    notes = [(e.record.slug, n.id, printed(n.content)) for e in edition.entries for n in e.article.footnotes]
    for name, expected in (("passages", passages), ("notes", notes)):
        assert [(row["article"], row["id"], row["printed"]) for row in rows(datasets[name])] == expected


def test_every_mention_of_a_name_is_a_row_and_its_name_has_one(edition: Edition, datasets: dict[str, Dataset]):
    mentions = rows(datasets["mentions"])
    assert len(mentions) == sum(len(entry.mentions) for entry in edition.entries)
    assert {row["name"] for row in mentions} <= {row["id"] for row in rows(datasets["names"])}


def test_every_note_is_a_row_of_the_references(edition: Edition, datasets: dict[str, Dataset]):
    assert len(rows(datasets["references"])) == sum(len(entry.article.footnotes) for entry in edition.entries) == 57


def test_the_row_of_the_paper_has_its_record(datasets: dict[str, Dataset]):
    row = next(row for row in rows(datasets["articles"]) if row["id"] == "kazakhstan-and-the-ukraine-war")
    assert (row["kind"], row["date"], row["date_basis"]) == ("paper", "2022", "inferred")
    assert row["url"] == f"{SITE}articles/kazakhstan-and-the-ukraine-war/"


def test_a_key_makes_out_one_row_and_what_a_row_refers_to_exists(datasets: dict[str, Dataset]):
    ids = {name: {row.get("id") for row in rows(dataset)} for name, dataset in datasets.items()}
    for dataset in datasets.values():
        found = rows(dataset)
        if dataset.key:
            keys = [tuple(row[name] for name in dataset.key) for row in found]
            assert len(keys) == len(set(keys)), dataset.name
        for field, other in dataset.refers.items():
            assert {row[field] for row in found} <= ids[other], (dataset.name, field)


@pytest.mark.parametrize("locale", ["zh-Hans", "en", "ru", "kk"])
def test_the_package_says_of_every_field_what_it_means(datasets: dict[str, Dataset], locale: str):
    package = write_package(datasets.values(), "Archive", SITE, read_strings(locale))
    for resource, dataset in zip(package["resources"], datasets.values(), strict=True):
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == [field.name for field in dataset.fields]
        assert all(field["description"] for field in fields)
