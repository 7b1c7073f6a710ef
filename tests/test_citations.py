import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_csl import NEWS, PAPER, UNDATED, URL, record, said

from edition.dates import read_date
from edition.model import Basis, Kind
from edition.writing.citations import Slot, Style, citation, fill, template_data
from edition.writing.csl import CslRecord

DAY = date(2026, 7, 1)
TRANSLATOR = said("木合塔尔·木拉提")


def cite(csl: CslRecord, style: Style, passage: str | None = None) -> str:
    return fill(citation(csl, style), DAY, passage)


# ── The strings of citation.md ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("style", "string"),
    [
        (
            Style.GB_2025,
            f"协作加速区域发展[EB/OL]. 木合塔尔·木拉提，译. （2025-11-15）[2026-07-01]. {URL}.",
        ),
        (Style.GB_2015, f"协作加速区域发展[EB/OL]. 木合塔尔·木拉提, 译. (2025-11-15)[2026-07-01]. {URL}."),
        (Style.NOTE, f"《协作加速区域发展》，木合塔尔·木拉提译，2025年11月15日，{URL}，2026年7月1日。"),
        (
            Style.APA,
            "协作加速区域发展 [Accelerating regional development through cooperation] "
            f"(木合塔尔·木拉提, Trans.). (2025, November 15). Central Asia Archive. {URL}",
        ),
    ],
)
def test_a_web_page_is_cited_as_each_style_has_it(style: Style, string: str):
    assert cite(record(NEWS), style) == string


@pytest.mark.parametrize(
    ("style", "string"),
    [
        (
            Style.GB_2025,
            "马燕宁. 盟友亦或中立：哈萨克斯坦对俄乌冲突的态度分析[C/OL]"
            f"//第11届东亚斯拉夫欧亚研究国际研讨会，[2022]. {URL}.",
        ),
        (
            Style.GB_2015,
            "马燕宁. 盟友亦或中立：哈萨克斯坦对俄乌冲突的态度分析[C/OL]"
            f"//第11届东亚斯拉夫欧亚研究国际研讨会. [2022][2026-07-01]. {URL}.",
        ),
        (
            Style.NOTE,
            "马燕宁：《盟友亦或中立：哈萨克斯坦对俄乌冲突的态度分析》，"
            "第11届东亚斯拉夫欧亚研究国际研讨会论文，[2022]年。",
        ),
        (
            Style.APA,
            "马燕宁. ([2022]). 盟友亦或中立：哈萨克斯坦对俄乌冲突的态度分析 [Ally or neutral: …] "
            f"[Conference paper]. 第11届东亚斯拉夫欧亚研究国际研讨会. {URL}",
        ),
    ],
)
def test_a_conference_paper_is_cited_as_each_style_has_it(style: Style, string: str):
    assert cite(record(PAPER), style) == string


@pytest.mark.parametrize(
    ("style", "string"),
    [
        (Style.GB_2025, f"[“中亚-俄罗斯”峰会的战略意义与影响][EB/OL]. [2026-07-01]. {URL}."),
        (Style.GB_2015, f"[“中亚-俄罗斯”峰会的战略意义与影响][EB/OL]. [2026-07-01]. {URL}."),
        (Style.NOTE, f"《[“中亚-俄罗斯”峰会的战略意义与影响]》，{URL}，2026年7月1日。"),
        (
            Style.APA,
            "[“中亚-俄罗斯”峰会的战略意义与影响] [The strategic meaning of the summit]. (n.d.). "
            f"Central Asia Archive. Retrieved July 1, 2026, from {URL}",
        ),
    ],
)
def test_a_text_without_a_date_has_the_day_of_access_alone(style: Style, string: str):
    assert cite(record(UNDATED), style) == string


# ── Who wrote and who translated ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("style", "start"),
    [
        (Style.GB_2025, "[“中亚-俄罗斯”峰会的战略意义与影响][EB/OL]. 木合塔尔·木拉提，译. [2026-07-01]. "),
        (Style.GB_2015, "[“中亚-俄罗斯”峰会的战略意义与影响][EB/OL]. 木合塔尔·木拉提, 译. [2026-07-01]. "),
        (Style.NOTE, "《[“中亚-俄罗斯”峰会的战略意义与影响]》，木合塔尔·木拉提译，https://"),
    ],
)
def test_the_translator_of_a_text_without_a_date_stands_after_its_title(style: Style, start: str):
    assert cite(record(UNDATED, translator=TRANSLATOR), style).startswith(start)


@pytest.mark.parametrize(
    ("style", "part"),
    [
        (Style.GB_2025, "分析[C/OL]. 木合塔尔·木拉提，译//第11届"),
        (Style.GB_2015, "分析[C/OL]. 木合塔尔·木拉提, 译//第11届"),
        (Style.NOTE, "分析》，木合塔尔·木拉提译，第11届"),
        (Style.APA, "[Ally or neutral: …] (木合塔尔·木拉提, Trans.) [Conference paper]. "),
    ],
)
def test_the_translator_of_a_paper_stands_before_its_conference(style: Style, part: str):
    assert part in cite(record(PAPER, translator=TRANSLATOR), style)


@pytest.mark.parametrize(
    ("style", "start"),
    [
        (Style.GB_2025, "甲，乙，丙，等. 盟友"),
        (Style.GB_2015, "甲, 乙, 丙, 等. 盟友"),
        (Style.NOTE, "甲、乙、丙、丁：《盟友"),
        (Style.APA, "甲, 乙, 丙, & 丁. ([2022])."),
    ],
)
def test_gb_names_three_authors_and_the_others_name_all(style: Style, start: str):
    assert cite(record(PAPER, authors=said(("甲", "乙", "丙", "丁"))), style).startswith(start)


def test_gb_names_all_of_three_authors():
    assert cite(record(PAPER, authors=said(("甲", "乙", "丙"))), Style.GB_2025).startswith("甲，乙，丙. 盟友")


# ── Dates ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("known", "gb", "chinese", "apa"),
    [
        ("2025", "(2025)", "，2025年，", "(2025)."),
        ("2025-09", "(2025-09)", "，2025年9月，", "(2025, September)."),
        ("2025-09-03", "(2025-09-03)", "，2025年9月3日，", "(2025, September 3)."),
    ],
)
def test_a_date_is_written_as_far_as_it_is_known(known: str, gb: str, chinese: str, apa: str):
    csl = record(NEWS, date=said(read_date(known)))
    assert gb in cite(csl, Style.GB_2015)
    assert chinese in cite(csl, Style.NOTE)
    assert apa in cite(csl, Style.APA)


def test_an_inferred_day_is_in_brackets():
    csl = record(NEWS, date=said(read_date("2025-09-03"), Basis.INFERRED))
    assert "（[2025-09-03]）[2026-07-01]" in cite(csl, Style.GB_2025)
    assert "，[2025年9月3日]，" in cite(csl, Style.NOTE)
    assert "([2025, September 3])." in cite(csl, Style.APA)


def test_gb_gives_a_paper_its_year_alone():
    csl = record(PAPER, date=said(read_date("2022-10-20")))
    assert "研讨会，2022. " in cite(csl, Style.GB_2025)
    assert "研讨会. 2022[2026-07-01]. " in cite(csl, Style.GB_2015)


def test_a_paper_without_a_date_has_no_year_made_of_the_day_of_access():
    csl = record(PAPER, date=None)
    assert f"研讨会. {URL}." in cite(csl, Style.GB_2025)
    assert f"研讨会. [2026-07-01]. {URL}." in cite(csl, Style.GB_2015)
    assert cite(csl, Style.NOTE).endswith("研讨会论文。")


# ── Passages ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("style", list(Style))
def test_a_citation_of_the_article_has_no_anchor(style: Style):
    assert "#" not in cite(record(NEWS), style)


@pytest.mark.parametrize("style", list(Style))
def test_a_citation_of_a_paragraph_leads_to_it(style: Style):
    assert f"{URL}#p12" in cite(record(NEWS), style, "p12")


@pytest.mark.parametrize(
    ("passage", "end"),
    [
        ("p12", "，2026年7月1日，第12段。"),
        ("f2", "，2026年7月1日，图2。"),
        ("t1", "，2026年7月1日，表1。"),
        ("n7", "，2026年7月1日，注7。"),
        ("h3", "，2026年7月1日。"),
        ("title", "，2026年7月1日。"),
    ],
)
def test_a_note_says_which_passage_it_means(passage: str, end: str):
    string = cite(record(NEWS), Style.NOTE, passage)
    assert string.endswith(end)
    assert f"{URL}#{passage}，" in string


def test_a_note_of_a_paper_says_its_paragraph_though_it_has_no_address():
    assert cite(record(PAPER), Style.NOTE, "p12").endswith("研讨会论文，[2022]年，第12段。")


@pytest.mark.parametrize("style", [Style.GB_2025, Style.GB_2015, Style.APA])
def test_only_notes_count_paragraphs(style: Style):
    assert "段" not in cite(record(NEWS), style, "p12")


# ── Templates ─────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_data_for_the_browser_tells_text_and_slots_apart():
    assert template_data(citation(record(NEWS), Style.NOTE)) == [
        f"《协作加速区域发展》，木合塔尔·木拉提译，2025年11月15日，{URL}",
        {"slot": "anchor"},
        "，",
        {"slot": "accessed-zh"},
        {"slot": "locator"},
        "。",
    ]


def test_each_style_has_the_day_of_access_in_its_own_form():
    slots = {style: [p for p in citation(record(UNDATED), style) if isinstance(p, Slot)] for style in Style}
    assert slots == {
        Style.GB_2025: [Slot.ACCESSED_ISO, Slot.ANCHOR],
        Style.GB_2015: [Slot.ACCESSED_ISO, Slot.ANCHOR],
        Style.NOTE: [Slot.ANCHOR, Slot.ACCESSED_ZH, Slot.LOCATOR],
        Style.APA: [Slot.ACCESSED_EN, Slot.ANCHOR],
    }


@pytest.mark.parametrize("style", list(Style))
@pytest.mark.parametrize("title", ["{accessed} {0} %s", "accessed-iso", '{"slot": "anchor"}', "</script>", "\\"])
def test_a_title_that_looks_like_a_slot_is_a_title(title: str, style: Style):
    csl = record(NEWS, title=said(title))
    assert title in cite(csl, style)
    slots = [part for part in template_data(citation(csl, style)) if isinstance(part, dict)]
    assert slots == [part for part in template_data(citation(record(NEWS), style)) if isinstance(part, dict)]


@given(st.text(min_size=1), st.sampled_from(Style), st.sampled_from(Kind))
def test_whatever_the_title_its_template_goes_through_json_unchanged(title: str, style: Style, kind: Kind):
    template = citation(record(PAPER, title=said(title), kind=said(kind)), style)
    data: list[Any] = json.loads(json.dumps(template_data(template)))
    assert tuple(Slot(part["slot"]) if isinstance(part, dict) else part for part in data) == template
    assert all(template), "an empty part"


def test_a_title_within_a_title_has_single_marks_in_a_note():
    csl = record(NEWS, title=said("读《阿拜之路》"))
    assert cite(csl, Style.NOTE).startswith("《读〈阿拜之路〉》，")
    assert cite(csl, Style.GB_2025).startswith("读《阿拜之路》[EB/OL]")


def test_apa_has_no_full_stop_after_a_question_mark():
    csl = record(NEWS, title=said("盟友还是中立？"), translations={}, translator=None)
    assert cite(csl, Style.APA).startswith("盟友还是中立？ (2025, November 15). ")
