from pathlib import Path

import pytest
import yaml
from texts import article

from edition.edition import read_edition
from edition.reader.findings import SORTS, find, unaccepted
from edition.reading import write_reading
from edition.writing.strings import read_strings

ROOT = Path(__file__).resolve().parent.parent


def found(text: str) -> list[tuple[int, str]]:
    return [(finding.line, finding.code) for finding in find(article(text))]


@pytest.mark.parametrize(
    ("code", "line", "text"),
    [
        ("E02", 0, "一。\r\n二。\n"),
        ("C01", 2, "一。\n二\x1b。"),
        ("C02", 2, "一。\n二\u202e。"),
        ("C02", 1, "эко\u00adномика растёт."),
        ("C03", 2, "一。\n二\ufffd。"),
        ("D01", 1, "2025-11-15 更新时间：2025-11-16\n\n题\n\n文。"),
        ("D02", 3, "一。\n\ndate 2025-11-15 二"),
        ("W01", 3, "一。\n\nNone"),
        ("N01", 1, "甲[footnoteRef:1]。 [1:  新华社，2022年8月5日，]"),
        ("N02", 2, "甲[footnoteRef:1]。 [1:  同]\n乙[footnoteRef:2]。 [2:  同]"),
        ("N03", 1, "甲[footnoteRef:1]。 [1:  注]\n乙[footnoteRef:1]。"),
        ("N04", 2, "一。\n见 [5: 注文] 一处。"),
        ("N05", 1, "甲[footnoteRef:1]。 [1:  社，2022年7月30日https://e.kz/]"),
        ("N06", 2, "甲[footnoteRef:1]。 [1:  a]\n乙[footnoteRef:4]。 [4:  b]"),
        ("Q01", 2, "一。\n他说“二。"),
        ("Q01", 2, "一。\n他说”二。"),
        ("Q01", 1, '甲[footnoteRef:1]。 [1:  声明"，新华网。]'),
        ("H01", 5, "前言。\n\n（1）甲\n\n（二）乙\n\n文。"),
        ("H02", 5, "前言。\n\n一、甲\n\n三、乙\n\n文。"),
        ("P01", 1, "挑战。第一，\n向美国示好。"),
        ("T01", 1, "\t甲\n\t乙\n\t丙\n\n\t一\n\t二\n\n\n"),
        ("F01", 3, "一。\n\nФото:"),
    ],
)
def test_what_is_odd_is_found_on_its_line_and_nothing_else(code: str, line: int, text: str):
    assert found(text) == [(line, code)]


@pytest.mark.parametrize(
    "text",
    [
        "甲[footnoteRef:1]乙[footnoteRef:2]。 [1:  新华社，https://e.kz/] [2:  书]",
        "前言。\n\n一、甲\n\n（一）子\n\n（二）丑\n\n二、乙\n\n（一）寅\n\n文。",
        "“他说‘好’。”《哈萨克斯坦真理报》",
        "会议 [12:30] 开始。",
        "\t甲\n\t乙\n\n\t一\n\t二\n\n\t合并\n\n\n",
        "图1 俄哈贸易额",
    ],
)
def test_what_is_as_it_should_be_is_not_found(text: str):
    assert found(text) == []


def test_numbers_of_headings_are_read_as_chinese_writes_them():
    numbers = [*"一二三四五六七八九十", "十一", "十二"]
    assert found("前言。\n\n" + "\n\n".join(f"{n}、甲" for n in numbers) + "\n\n文。") == []


def test_an_accepted_code_is_not_told_and_an_idle_one_is():
    read = article("一。\n\nФото:")
    assert [f.code for f in unaccepted(read, ["F01"])] == []
    assert [f.code for f in unaccepted(read, ["N01"])] == ["A01", "F01"]


def test_the_five_texts_have_nothing_odd_that_is_not_accepted(edition):
    for entry in edition.entries:
        assert unaccepted(entry.article, entry.record.accept) == ()


def test_the_build_warns_of_what_is_odd(project):
    (project.seeds / "new.txt").write_text("Новости дня.\n\nФото:\n", "utf-8")
    (project.seeds / "left.docx").write_bytes(b"PK")
    warnings = [str(warning) for warning in read_edition(project.seeds).warnings]
    assert any(w.startswith("seeds/new.txt:3: F01 «Фото:» names nobody; ") for w in warnings)
    assert "seeds/left.docx: this is no .txt file and is not read; rename it, or move it elsewhere" in warnings


def test_a_reading_says_how_a_text_was_read(edition):
    entry = next(entry for entry in edition.entries if "/004_" in entry.article.seed.name)
    reading = write_reading(entry, read_strings("en"))
    assert "  text        11 sections, 43 paragraphs, 57 notes, 1 table\n" in reading
    assert "  inferred    date\n" in reading
    assert "  odd         nothing\n" in reading
    assert "Q01 2 times" in reading


def test_make_check_prints_the_readings_of_the_seeds_so_named(capsys, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "hooks"))
    import check

    assert check.main(ROOT / "seeds", "000") == 0
    printed = capsys.readouterr().out
    assert printed.startswith("seeds/000_")
    assert "seeds/001_" not in printed


def test_make_check_fails_where_a_text_cannot_be_read(project, capsys, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT / "hooks"))
    import check

    (project.seeds / "bad.txt").write_bytes(b"\xff\xff")
    assert check.main(project.seeds) == 1
    assert "seeds/bad.txt:1: the byte 0xFF at offset 0 is not UTF-8" in capsys.readouterr().err


def test_every_sort_of_finding_has_a_meaning_and_a_remedy():
    assert all(sort.means and sort.remedy for sort in SORTS.values())
    schema = yaml.safe_load((ROOT / "hooks/edition/schemas/catalogue.yml").read_text("utf-8"))
    assert "accept" in schema["additionalProperties"]["properties"]
