from pathlib import Path

import pytest

from edition.curation.curated import Curated, read_curated
from edition.errors import EditionError

RECORD = "slug: x, kind: news, topics: [energy], added: 2026-11-21"
TOPIC = "names: {zh-Hans: 能源, en: Energy}, scope: {zh-Hans: 油, en: Oil}, terms: [石油]"


@pytest.fixture
def read(tmp_path: Path):
    def read(text: str | bytes, schema: str = "catalogue") -> Curated:
        path = tmp_path / "file.yml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_curated(path, f"seeds/{schema}.yml", schema)

    return read


@pytest.fixture
def faults(read):
    def faults(text: str | bytes, schema: str = "catalogue") -> list[str]:
        with pytest.raises(EditionError) as error:
            read(text, schema)
        return [fault.removeprefix(f"seeds/{schema}.yml") for fault in str(error.value).splitlines()]

    return faults


def test_what_looks_like_a_date_a_number_or_a_no_is_kept_as_written(read):
    assert read("- {id: no, " + TOPIC.replace("石油", "2022, 1e3, yes") + "}", "topics").data[0] | {} == {
        "id": "no",
        "names": {"zh-Hans": "能源", "en": "Energy"},
        "scope": {"zh-Hans": "油", "en": "Oil"},
        "terms": ["2022", "1e3", "yes"],
    }


def test_every_value_knows_its_line(read):
    curated = read(
        f"a: {{{RECORD}}}\nb:\n  slug: y\n  kind: news\n  added: 2026-11-21\n  topics:\n    - 能源\n    - 贸易\n"
    )
    assert curated.lines[("b", "topics", 1)] == 8


def test_a_missing_field_is_named_with_what_belongs_there(faults):
    assert faults("a:\n  slug: x\n  kind: news\n") == [
        ":1: a: topics, added missing; write a record with at least slug, kind, topics and added"
    ]


def test_an_unknown_field_is_named_with_those_there_are_and_so_is_a_second(faults):
    fields = (
        "slug, kind, title, date, translator, affiliation, conference, authors, abstract, reviewed_by, topics, "
        "accept, added, revised"
    )
    assert faults(f"a: {{{RECORD},\n  titel: x,\n  autor: y}}") == [
        f":2: a › titel: no such field; write one of {fields}",
        f":3: a › autor: no such field; write one of {fields}",
    ]


@pytest.mark.parametrize(
    ("wrong", "fault"),
    [
        ("slug: Tokayev_Visit", "a › slug: 'Tokayev_Visit' does not fit; write an address of small Latin letters"),
        ("slug: ", "a › slug: '' does not fit; write an address of small Latin letters"),
        ("kind: essay", "a › kind: 'essay' does not fit; write one of news, speech, paper"),
        ("topics: []", "a › topics: '[] should be non-empty' does not fit; write a list of ids from topics.yml"),
        ("topics: energy", "a › topics: 'energy' does not fit; write a list of ids from topics.yml"),
        ("added: yesterday", "a › added: 'yesterday' does not fit; write a day, such as 2026-11-21"),
        ("title: 论", "a › title: '论' does not fit; write {value, basis, reason, translations}"),
    ],
)
def test_a_value_of_the_wrong_form_is_named_with_the_right_one(faults, wrong: str, fault: str):
    field = wrong.split(":")[0]
    kept = [part for part in ("slug: x", "kind: news", "topics: [energy]", "added: 2026-11-21") if field not in part]
    (found,) = faults(f"# records\na: {{{', '.join([*kept, wrong])}}}")
    assert found.startswith(f":2: {fault}")


def test_a_record_that_is_only_a_word_is_refused(faults):
    assert faults("a: x") == [":1: a: 'x' does not fit; write a record with at least slug, kind, topics and added"]


def test_a_basis_is_one_of_three(faults):
    title = "title: {value: 论, basis: guessed, reason: {zh-Hans: 猜, en: a guess}}"
    (found,) = faults(f"a: {{{RECORD}, {title}}}")
    assert found.startswith(":1: a › title › basis: 'guessed' does not fit; write one of stated")


def test_a_key_that_stands_twice_is_refused(faults):
    assert faults(f"a: {{{RECORD}}}\na: {{{RECORD}}}") == [":2: a: a stands twice; keep one of them"]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("a: 'x", ":1: not YAML: found unexpected end of stream; mend the line or the one before it"),
        ("a:\n\tb: c", ":2: not YAML: found character '\\t' that cannot start any token; "),
        ("# kept\n\na: \x07", ":3: not YAML: the character U+0007 may not stand in it; take it out"),
        ("? [a]\n: b", ":1: a list or a record cannot be a name; write a word before the colon"),
        ("a:\n  ? {b: c}\n  : d", ":2: a list or a record cannot be a name; write a word before the colon"),
        ("", ": the file is empty; put the records in"),
        ("# nothing yet\n", ": the file is empty; put the records in"),
        (b"a: \xff", ": not UTF-8; save the file as UTF-8"),
    ],
)
def test_what_is_no_yaml_is_refused_with_its_line(faults, text: str | bytes, fault: str):
    (found,) = faults(text)
    assert found.startswith(fault)
