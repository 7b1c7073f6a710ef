import json
import re
import warnings
from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from test_csl import NEWS, PAPER, UNDATED, URL, record, said

from edition.dates import read_date
from edition.model import Basis
from edition.publishing.exports import TEX_COMMANDS, write_bibtex, write_csl_json, write_ris
from edition.writing.csl import CslRecord

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # bibtexparser 1.4 calls pyparsing by its old names
    import bibtexparser
    from bibtexparser.bparser import BibTexParser

HOSTILE = [
    "{",
    "}",
    "}{",
    "\\",
    "\\}",
    "100 % & #1 $x_1$ ~ ^",
    "a\nER  - \nTY  - JOUR",
    "a\r\n@book{b, title={c}}",
    '" # "',
    "}, url = {https://evil.example",
    "\u2028\x00",
    "AU  - 甲",
    "a and b, c",
]
TRICKY = st.text(st.sampled_from("{}\\%\"'#&$_~^@,= \n\r甲-"), min_size=1).filter(str.strip)


def read_bibtex(csl: CslRecord) -> dict[str, str]:
    """The one entry, its values freed of braces for case and of TeX's commands."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        parser = BibTexParser(ignore_nonstandard_types=False)
        entries = bibtexparser.loads(write_bibtex([csl]), parser).entries
    assert len(entries) == 1
    return entries[0]


def untex(value: str) -> str:
    commands = sorted(((re.escape(tex), mark) for mark, tex in TEX_COMMANDS.items()), key=lambda pair: -len(pair[0]))
    pattern = re.compile("|".join(f"({tex})" for tex, _ in commands))
    return pattern.sub(lambda match: commands[(match.lastindex or 1) - 1][1], value)


def read_ris(csl: CslRecord) -> dict[str, Any]:
    entries = rispy.loads(write_ris([csl]))
    assert len(entries) == 1
    return entries[0]


# ── CSL-JSON ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_csl_json_is_a_list_of_the_records_in_their_own_script():
    text = write_csl_json([record(NEWS), record(PAPER)])
    assert json.loads(text) == [record(NEWS), record(PAPER)]
    assert "协作加速区域发展" in text


def test_who_imports_a_supplied_title_sees_its_brackets():
    assert json.loads(write_csl_json([record(UNDATED)]))[0]["title"].startswith("[“中亚")


# ── BibTeX ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_news_in_bibtex():
    assert write_bibtex([record(NEWS)]) == (
        "@online{x,\n"
        "  title = {{协作加速区域发展}},\n"
        "  translator = {{木合塔尔·木拉提}},\n"
        "  organization = {Central Asia Archive},\n"
        "  year = {2025},\n"
        "  date = {2025-11-15},\n"
        f"  url = {{{URL}}},\n"
        "  langid = {chinese},\n"
        "}\n"
    )


def test_a_paper_in_bibtex():
    assert read_bibtex(record(PAPER)) == {
        "ENTRYTYPE": "inproceedings",
        "ID": "x",
        "author": "{马燕宁}",
        "title": "{盟友亦或中立：哈萨克斯坦对俄乌冲突的态度分析}",
        "booktitle": "第11届东亚斯拉夫欧亚研究国际研讨会",
        "year": "[2022]",
        "date": "2022~",
        "url": URL,
        "langid": "chinese",
        "affiliation": "浙江财经大学哈萨克斯坦经济社会研究中心",
        "abstract": "态度复杂。",
    }


def test_a_text_without_a_date_has_none_in_bibtex():
    assert not {"year", "date"} & read_bibtex(record(UNDATED)).keys()


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_comes_back_from_bibtex(title: str):
    csl = record(NEWS, title=said(title))
    entry = read_bibtex(csl)
    assert untex(entry["title"][1:-1]) == csl["title"]
    assert entry["url"] == URL


@given(TRICKY)
def test_any_title_comes_back_from_bibtex(title: str):
    csl = record(PAPER, title=said(title), conference=said(title))
    entry = read_bibtex(csl)
    assert untex(entry["title"][1:-1]) == csl["title"]
    assert entry["title"][1:-1].count("{") == entry["title"][1:-1].count("}")


def test_an_author_called_and_is_one_author():
    entry = read_bibtex(record(PAPER, authors=said(("A and B", "丙"))))
    assert entry["author"] == "{A and B} and {丙}"


def test_an_address_in_bibtex_stays_an_address():
    csl: Any = {**record(NEWS), "URL": "https://example.org/%E5%93%88/a_b~c?d=e&f#g}{\\ 哈"}
    assert read_bibtex(csl)["url"] == "https://example.org/%E5%93%88/a_b~c?d=e&f#g%7D%7B%5C%20%E5%93%88"


# ── RIS ───────────────────────────────────────────────────────────────────────────────────────────────────────


def test_news_in_ris():
    assert write_ris([record(NEWS)]).split("\r\n") == [
        "TY  - ELEC",
        "ID  - x",
        "TI  - 协作加速区域发展",
        "TT  - Accelerating regional development through cooperation",
        "A4  - 木合塔尔·木拉提",
        "T2  - Central Asia Archive",
        "PY  - 2025",
        "DA  - 2025/11/15/",
        "LA  - zh-CN",
        "DP  - Central Asia Archive",
        f"UR  - {URL}",
        "ER  - ",
        "",
    ]


def test_a_paper_in_ris():
    entry = read_ris(record(PAPER))
    assert (entry["type_of_reference"], entry["authors"]) == ("CPAPER", ["马燕宁"])
    assert entry["secondary_title"] == "第11届东亚斯拉夫欧亚研究国际研讨会"
    assert entry["author_address"] == "浙江财经大学哈萨克斯坦经济社会研究中心"
    assert (entry["year"], entry["abstract"]) == ("[2022]", "态度复杂。")


def test_a_text_without_a_date_has_none_in_ris():
    assert not {"year", "date"} & read_ris(record(UNDATED)).keys()


def test_a_month_in_ris_keeps_the_place_of_the_day():
    assert read_ris(record(NEWS, date=said(read_date("2025-11"))))["date"] == "2025/11//"


def test_an_inferred_day_is_in_ris_a_year_in_brackets():
    entry = read_ris(record(NEWS, date=said(read_date("2025-11-15"), Basis.INFERRED)))
    assert entry["year"] == "[2025]"
    assert "date" not in entry


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_comes_back_from_ris(title: str):
    csl = record(NEWS, title=said(title))
    assert read_ris(csl).get("title", "") == csl["title"]


def test_a_line_break_in_a_record_begins_no_line_of_ris():
    csl: Any = {**record(NEWS), "abstract": "a\nER  - \nTY  - BOOK"}
    assert read_ris(csl)["abstract"] == "a ER  - TY  - BOOK"


def test_several_records_are_several_entries():
    records = [record(NEWS), record(PAPER)]
    assert [entry["title"] for entry in rispy.loads(write_ris(records))] == [csl["title"] for csl in records]
    assert len(re.findall(r"(?m)^@", write_bibtex(records))) == 2
