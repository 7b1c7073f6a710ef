import json
import re
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from test_csl import ARCHIVE, NEWS, PAPER, UNDATED, URL, entry, record, said

from edition.model import Entry, HeadLink, Kind, Metadata
from edition.publishing.metadata import Addresses, Crumb, article_metadata, json_ld_text, summary

HOME = "https://example.org/"
PAGE = "https://example.org/en/articles/x/"


def metadata(entry: Entry, locale: str = "en", **changes: Any) -> Metadata:
    urls = Addresses(PAGE, HOME, {"zh-Hans": URL, "en": PAGE, "x-default": URL}, {"text/plain": f"{URL}x.txt"})
    csl = record(entry, **changes)
    return article_metadata(entry, csl, urls, "两国是主要驱动力。", locale, (Crumb("Archive", HOME),))


def pairs(found: Metadata) -> list[tuple[str, str]]:
    return [(meta.key, meta.content) for meta in found.metas]


def text(body: str) -> Entry:
    return entry(body, title=said("题"))


def ld(found: Metadata, kind: str) -> dict[str, Any]:
    return next(node for node in json.loads(found.json_ld)["@graph"] if node["@type"] == kind)


# ── <meta> ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_metas_of_news():
    assert pairs(metadata(NEWS)) == [
        ("z:itemType", "webpage"),
        ("DC.title", "协作加速区域发展"),
        ("z:translators", "木合塔尔·木拉提"),
        ("DC.language", "zh-CN"),
        ("og:site_name", ARCHIVE),
        ("DCTERMS.issued", "2025-11-15"),
        ("article:published_time", "2025-11-15"),
        ("og:type", "article"),
        ("og:title", "Accelerating regional development through cooperation"),
        ("og:url", PAGE),
        ("og:locale", "en_US"),
        ("og:description", "两国是主要驱动力。"),
        ("description", "两国是主要驱动力。"),
    ]


def test_the_metas_of_a_paper():
    assert pairs(metadata(PAPER)) == [
        ("z:itemType", "conferencePaper"),
        ("citation_title", "盟友亦或中立：哈萨克斯坦对俄乌冲突的态度分析"),
        ("citation_author", "马燕宁"),
        ("citation_author_institution", "浙江财经大学哈萨克斯坦经济社会研究中心"),
        ("citation_conference_title", "第11届东亚斯拉夫欧亚研究国际研讨会"),
        ("citation_publication_date", "2022"),
        ("citation_language", "zh-CN"),
        ("citation_abstract", "态度复杂。"),
        ("citation_public_url", URL),
        ("citation_fulltext_html_url", URL),
        ("og:type", "article"),
        ("og:title", "Ally or neutral: …"),
        ("og:url", PAGE),
        ("og:locale", "en_US"),
        ("og:description", "两国是主要驱动力。"),
        ("description", "两国是主要驱动力。"),
    ]


@pytest.mark.parametrize("kind", [Kind.NEWS, Kind.SPEECH])
def test_news_and_speeches_have_no_tag_that_makes_them_journal_articles(kind: Kind):
    assert not [key for key, _ in pairs(metadata(NEWS, kind=said(kind))) if key.startswith("citation_")]


def test_a_paper_has_no_site_name():
    assert "og:site_name" not in dict(pairs(metadata(PAPER)))


def test_open_graph_is_in_properties_and_the_rest_in_names():
    assert {meta.attribute for meta in metadata(NEWS).metas if re.match("og:|article:", meta.key)} == {"property"}
    assert {meta.attribute for meta in metadata(NEWS).metas if not re.match("og:|article:", meta.key)} == {"name"}


def test_a_text_without_a_date_is_given_none():
    found = metadata(UNDATED)
    assert not {"DCTERMS.issued", "article:published_time"} & dict(pairs(found)).keys()
    assert "2025" not in found.json_ld


def test_a_supplied_title_keeps_its_brackets():
    found = dict(pairs(metadata(UNDATED)))
    assert found["DC.title"] == "[“中亚-俄罗斯”峰会的战略意义与影响]"
    assert found["og:title"] == "[The strategic meaning of the summit]"


def test_of_several_authors_none_is_given_the_affiliation():
    found = metadata(PAPER, authors=said(("甲", "乙")))
    assert [value for key, value in pairs(found) if key == "citation_author"] == ["甲", "乙"]
    assert "citation_author_institution" not in dict(pairs(found))
    assert "affiliation" not in found.json_ld


# ── <link> ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_page_is_its_own_canonical_and_cited_as_the_chinese_one():
    assert metadata(NEWS).links == (
        HeadLink("canonical", PAGE),
        HeadLink("alternate", URL, hreflang="zh-Hans"),
        HeadLink("alternate", PAGE, hreflang="en"),
        HeadLink("alternate", URL, hreflang="x-default"),
        HeadLink("cite-as", URL),
        HeadLink("alternate", f"{URL}x.txt", type="text/plain"),
    )


# ── JSON-LD ───────────────────────────────────────────────────────────────────────────────────────────────────


def test_news_in_json_ld():
    assert ld(metadata(NEWS), "NewsArticle") == {
        "@type": "NewsArticle",
        "@id": URL,
        "url": URL,
        "mainEntityOfPage": PAGE,
        "headline": "协作加速区域发展",
        "alternativeHeadline": "Accelerating regional development through cooperation",
        "description": "两国是主要驱动力。",
        "inLanguage": "zh-CN",
        "translator": [{"@type": "Person", "name": "木合塔尔·木拉提"}],
        "datePublished": "2025-11-15",
        "isPartOf": {"@type": "WebSite", "name": ARCHIVE, "url": HOME},
    }


def test_a_paper_in_json_ld_has_its_year_and_no_day():
    paper = ld(metadata(PAPER), "ScholarlyArticle")
    assert paper["datePublished"] == "2022"
    assert paper["author"][0]["affiliation"]["name"] == "浙江财经大学哈萨克斯坦经济社会研究中心"


def test_a_paper_of_no_known_conference_is_a_scholarly_article_all_the_same():
    found = metadata(PAPER, conference=None)
    assert ld(found, "ScholarlyArticle")["author"][0]["name"] == "马燕宁"
    assert ("DC.creator", "马燕宁") in pairs(found)


def test_the_breadcrumbs_end_with_the_page():
    assert ld(metadata(NEWS), "BreadcrumbList")["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Archive", "item": HOME},
        {
            "@type": "ListItem",
            "position": 2,
            "name": "Accelerating regional development through cooperation",
            "item": PAGE,
        },
    ]


class Scripts(HTMLParser):
    """The content of each script element, and every other tag."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.content = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.content += data


@pytest.mark.parametrize("title", ["</script><img src=x>", "<!--<script>", "a & b", "\u2028", '"', "\\"])
def test_a_hostile_title_stays_in_its_script(title: str):
    page = Scripts(f"<script>{json_ld_text({'headline': title})}</script>")
    assert page.tags == ["script"]
    assert json.loads(page.content) == {"headline": title}


@given(st.text(st.sampled_from("<>&/!-scriptSCRIPT\"'\\\u2028\u2029\n甲")))
def test_json_for_a_script_has_no_character_that_html_or_javascript_reads(title: str):
    written = json_ld_text({"headline": title})
    assert not re.search("[<>&\u2028\u2029\n]", written)
    assert json.loads(written) == {"headline": title}


# ── The description ───────────────────────────────────────────────────────────────────────────────────────────


def test_the_summary_of_a_text_is_its_abstract_without_the_label():
    assert summary(PAPER.article) == "态度复杂。"


def test_the_summary_of_a_text_without_an_abstract_is_its_first_paragraph():
    assert summary(NEWS.article) == "两国是主要驱动力。"


def test_a_note_call_is_not_in_the_summary():
    assert summary(text("甲是乙[footnoteRef:1]。 [1: 注。]").article) == "甲是乙。"


def test_a_summary_ends_with_a_sentence():
    body = "甲" * 90 + "。“" + "乙" * 90 + "！”" + "丙" * 90 + "。"
    assert summary(text(body).article) == "甲" * 90 + "。“" + "乙" * 90 + "！”"


def test_a_sentence_that_ends_one_character_too_late_is_left_out():
    assert summary(text("甲" * 100 + "。" + "乙" * 99 + "。").article) == "甲" * 100 + "。"


def test_a_paragraph_as_long_as_a_summary_may_be_is_whole():
    assert summary(text("甲" * 199 + "。").article) == "甲" * 199 + "。"


def test_a_first_sentence_that_is_too_long_is_cut_and_says_so():
    assert summary(text("甲" * 300 + "。").article) == "甲" * 198 + "……"


@given(st.text(st.sampled_from("甲，。！？…”"), min_size=1, max_size=500))
def test_no_summary_is_longer_than_it_may_be(body: str):
    assert 0 < len(summary(text(f"首{body}").article)) <= 200
