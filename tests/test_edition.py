import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from edition.edition import read_edition
from edition.errors import EditionError

TOPICS = "- {id: energy, names: {zh-Hans: 能源, en: Energy}, scope: {zh-Hans: 油, en: Oil}, terms: [石油]}\n"
RECORD = "a: {slug: a, kind: news, topics: [energy], added: 2026-11-21}\n"


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """A folder with one text, its record and one topic."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    (folder / "a.txt").write_text("石油论\n\n正文。", "utf-8")
    (folder / "catalogue.yml").write_text(RECORD, "utf-8")
    (folder / "topics.yml").write_text(TOPICS, "utf-8")
    return folder


def faults(folder: Path) -> list[str]:
    with pytest.raises(EditionError) as error:
        read_edition(folder)
    return str(error.value).splitlines()


def test_texts_stand_in_the_order_of_their_file_names(seeds: Path):
    for name in ("c", "b"):
        (seeds / f"{name}.txt").write_text("正文。", "utf-8")
    assert [entry.article.seed.name for entry in read_edition(seeds).entries] == [f"seeds/{n}.txt" for n in "abc"]


def test_only_txt_files_are_texts(seeds: Path):
    (seeds / "a.txt~").write_text("正文。", "utf-8")
    (seeds / "._b.txt").write_bytes(b"\x00\x05\x16\x07")  # what macOS leaves on other systems' disks
    (seeds / "folder.txt").mkdir()
    assert len(read_edition(seeds).entries) == 1


def test_the_ending_may_be_in_capitals(seeds: Path):
    (seeds / "B.TXT").write_text("正文。", "utf-8")
    edition = read_edition(seeds)
    assert [entry.record.slug for entry in edition.entries] == ["b", "a"]
    assert [warning.problem for warning in edition.warnings if "not read" in warning.problem] == []


@pytest.mark.parametrize("name", ["b.docx", "folder.txt"])
def test_what_is_not_read_is_told(seeds: Path, name: str):
    (seeds / name).mkdir() if name == "folder.txt" else (seeds / name).write_bytes(b"")
    assert [w.file for w in read_edition(seeds).warnings if "not read" in w.problem] == [f"seeds/{name}"]


def test_a_text_without_record_is_published_and_editors_are_told(seeds: Path):
    (seeds / "b.txt").write_text("石油论\n\n正文。", "utf-8")
    edition = read_edition(seeds)
    assert [entry.record.slug for entry in edition.entries] == ["a", "b"]
    assert [str(warning) for warning in edition.warnings if warning.file == "seeds/b.txt"] == [
        "seeds/b.txt: no record in seeds/catalogue.yml: title, date, kind and topics are inferred from the text; "
        "add a record when you know more",
        "seeds/b.txt: the text is not in the register: articles/b/ and all its ids; "
        "run make register before it is published",
    ]


def test_all_faults_of_all_files_are_told_in_one_run_by_file_and_line(seeds: Path):
    (seeds / "b.txt").write_text(" date 2025-02-30 论\n\n甲[footnoteRef:1]。\n\n乙。 [2:  注]\n", "utf-8")
    (seeds / "c.txt").write_bytes(b"\xff")
    (seeds / "d.txt").write_text(" \n\n", "utf-8")
    (seeds / "e.txt").write_text(" date 2025-11-15 \n\n", "utf-8")
    (seeds / "f g.txt").write_text("甲。 [1:  注] [1:  又]\n甲[footnoteRef:1]。", "utf-8")
    (seeds / "f_g.txt").write_text("正文。", "utf-8")
    (seeds / "catalogue.yml").write_text(RECORD + RECORD.replace("a:", "z:", 1), "utf-8")
    (seeds / "topics.yml").write_text(TOPICS + TOPICS, "utf-8")
    assert [fault.partition(";")[0] for fault in faults(seeds)] == [
        "seeds/b.txt:1: '2025-02-30' is not a date of the calendar",
        "seeds/b.txt:3: [footnoteRef:1] calls a footnote that the text does not have",
        "seeds/b.txt:5: footnote 2 is called nowhere",
        "seeds/c.txt:1: the byte 0xFF at offset 0 is not UTF-8",
        "seeds/catalogue.yml:2: z › slug: a is the slug of a",
        "seeds/catalogue.yml:2: z: there is no seeds/z.txt",
        "seeds/d.txt: the file has no text",
        "seeds/e.txt:1: nothing follows the header",
        "seeds/f g.txt:1: footnote 1 stands a second time, after line 1",
        "seeds/f_g.txt: its address, f-g, is that of f g",
        "seeds/topics.yml:2: 2 › id: energy is a topic already",
    ]


def test_an_archive_without_texts_is_refused(seeds: Path):
    (seeds / "a.txt").unlink()
    (seeds / "catalogue.yml").write_text("{}", "utf-8")
    assert faults(seeds) == ["seeds: the folder has no texts; put at least one .txt file in"]


@pytest.mark.parametrize("name", ["catalogue.yml", "topics.yml"])
def test_a_missing_file_of_the_editors_is_named(seeds: Path, name: str):
    (seeds / name).unlink()
    assert faults(seeds) == [f"seeds/{name}: the file is missing; README says what stands in it"]


def test_the_real_archive_reads_without_fault_or_warning(tmp_path: Path):
    folder = shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    edition = read_edition(folder)
    assert len(edition.entries) == 5
    assert edition.warnings == ()


def test_what_a_record_calls_stated_must_stand_in_the_text(seeds: Path):
    (seeds / "a.txt").write_text("论平衡\n甲\n\n正文。\n", "utf-8")
    title = "title: {value: 论自主, basis: stated, reason: {zh-Hans: 首行。, en: The first line.}}"
    (seeds / "catalogue.yml").write_text(RECORD.rstrip().removesuffix("}") + f", {title}}}\n", "utf-8")
    assert faults(seeds) == [
        "seeds/catalogue.yml:1: a › title › value: the text does not say 论自主, so it is not stated; "
        "write it as the text has it, or basis: inferred or supplied"
    ]
