from dataclasses import replace
from typing import Any

import pytest

from edition.dates import read_date
from edition.model import Attributed, Basis, Entry, Kind, Record
from edition.reader.article import read_article
from edition.reader.seeds import decode_seed
from edition.writing.csl import bracketed_title, csl_record, is_inferred, issued_iso

URL = "https://example.org/articles/x/"
ARCHIVE = "Central Asia Archive"


def entry(text: str, **known: Any) -> Entry:
    """An entry with the text and the record given; what is not given is not known."""
    nothing: dict[str, Any] = dict.fromkeys(
        ("date", "authors", "translator", "affiliation", "conference", "added", "revised")
    )
    values = {"slug": "x", "kind": said(Kind.NEWS), "translations": {}, "topics": said(()), **nothing, **known}
    return Entry(read_article(decode_seed(text.encode(), "seeds/x.txt")), Record(**values))


def said(value: Any, basis: Basis = Basis.STATED) -> Attributed[Any]:
    return Attributed(value, basis, "title-line")


def record(entry: Entry, **changes: Any) -> Any:
    return csl_record(replace(entry, record=replace(entry.record, **changes)), URL, ARCHIVE)


NEWS = entry(
    "协作加速区域发展\n\n两国是主要驱动力。",
    title=said("协作加速区域发展", Basis.INFERRED),
    translations={"en": "Accelerating regional development through cooperation"},
    date=said(read_date("2025-11-15")),
    translator=said("木合塔尔·木拉提"),
)
UNDATED = entry(
    "哈通社分析评论员与专家共同探讨了此次峰会。",
    title=said("“中亚-俄罗斯”峰会的战略意义与影响", Basis.SUPPLIED),
    translations={"en": "The strategic meaning of the summit"},
    date=said(read_date("[2025-06-17..2025-10-09]"), Basis.INFERRED),
)
PAPER = entry(
    "盟友亦或中立\n马燕宁\n\n摘要：态度复杂。",
    kind=said(Kind.PAPER),
    title=said("盟友亦或中立：哈萨克斯坦对俄乌冲突的态度分析"),
    translations={"en": "Ally or neutral: …"},
    date=said(read_date("2022"), Basis.INFERRED),
    authors=said(("马燕宁",)),
    affiliation=said("浙江财经大学哈萨克斯坦经济社会研究中心"),
    conference=said("第11届东亚斯拉夫欧亚研究国际研讨会"),
)


def test_news_is_a_web_page_of_the_archive():
    assert record(NEWS) == {
        "id": "x",
        "type": "webpage",
        "title": "协作加速区域发展",
        "translator": [{"literal": "木合塔尔·木拉提"}],
        "issued": {"date-parts": [[2025, 11, 15]]},
        "container-title": "Central Asia Archive",
        "language": "zh-CN",
        "source": "Central Asia Archive",
        "URL": URL,
        "custom": {
            "title-en": "Accelerating regional development through cooperation",
            "title-basis": "inferred",
            "date-basis": "stated",
            "edtf": "2025-11-15",
        },
    }


def test_a_paper_names_its_conference_and_no_container():
    csl = record(PAPER)
    assert csl["type"] == "paper-conference"
    assert csl["event-title"] == "第11届东亚斯拉夫欧亚研究国际研讨会"
    assert "container-title" not in csl
    assert csl["custom"]["affiliation"] == "浙江财经大学哈萨克斯坦经济社会研究中心"


def test_a_paper_without_a_known_conference_is_a_web_page_with_an_author():
    csl = record(PAPER, conference=None)
    assert (csl["type"], csl["author"]) == ("webpage", [{"literal": "马燕宁"}])
    assert "event-title" not in csl


def test_a_supplied_title_is_in_brackets():
    assert record(UNDATED)["title"] == "[“中亚-俄罗斯”峰会的战略意义与影响]"
    assert record(UNDATED)["custom"]["title-basis"] == "supplied"


def test_a_title_taken_from_the_text_is_not_in_brackets():
    assert record(NEWS)["title"] == "协作加速区域发展"


def test_a_translation_of_a_supplied_title_is_as_supplied_as_the_title():
    assert bracketed_title(UNDATED.record, "en") == "[The strategic meaning of the summit]"


def test_a_title_is_shown_as_it_is_where_it_has_no_translation():
    assert bracketed_title(NEWS.record, "kk") == "协作加速区域发展"


def test_a_date_known_only_as_one_of_a_set_is_no_date_of_publication():
    csl = record(UNDATED)
    assert "issued" not in csl
    assert csl["custom"]["edtf"] == "[2025-06-17..2025-10-09]"
    assert issued_iso(csl) == ""


def test_an_inferred_year_is_marked_and_nothing_is_added_to_it():
    csl = record(PAPER)
    assert csl["issued"] == {"date-parts": [[2022]], "circa": True}
    assert is_inferred(csl)


def test_a_stated_date_is_not_marked():
    assert not is_inferred(record(NEWS))


@pytest.mark.parametrize("known", ["2022", "2022-01", "2022-12", "2022-01-01"])
def test_a_date_is_as_exact_as_it_is_known(known: str):
    assert issued_iso(record(NEWS, date=said(read_date(known)))) == known


def test_translators_named_together_are_two():
    csl = record(NEWS, translator=said("张三、 李四"))
    assert csl["translator"] == [{"literal": "张三"}, {"literal": "李四"}]


def test_the_abstract_has_no_label():
    assert record(PAPER)["abstract"] == "态度复杂。"


def test_an_abstract_may_speak_of_abstracts():
    paper = entry("题\n甲\n\n摘 要: 论摘要：一种文体。", title=said("题"))
    assert record(paper)["abstract"] == "论摘要：一种文体。"


def test_a_text_without_an_abstract_is_given_none():
    assert "abstract" not in record(NEWS)


def test_a_line_break_in_a_title_is_a_space():
    assert record(NEWS, title=said("上\r\n 下\u2028左\x00右"))["title"] == "上 下 左␀右"


def test_an_ideographic_space_in_a_title_stays():
    assert record(NEWS, title=said("上\u3000下"))["title"] == "上\u3000下"
