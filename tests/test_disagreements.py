"""Disagreements: what claims.yml must say, where its values stand, the page side by side, the marks in the texts."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from test_csl import entry, said
from texts import article, markdown

from edition.curation.claims import check_claims, passage_lines, sentence_around
from edition.curation.curated import read_curated
from edition.edition import read_edition
from edition.errors import EditionError
from edition.model import Basis, Claim, Edition, Statement
from edition.pages.article_page import Surroundings, write_article
from edition.pages.disagreements import mark_passages, write_disagreements, write_marks
from edition.site import cited_record
from edition.writing.strings import read_strings

CHINESE = read_strings("zh-Hans")
WORDS = "{zh-Hans: 词, en: word, ru: слово, kk: сөз}"
CLAIM = """\
- id: border
  quantity: {words}
  basis: inferred
  passages:
    - {{text: text, passage: {passage}, value: {value}, says: {words}}}
    - {{text: text, passage: p2, value: 6846公里, says: {words}}}
  remark: {remark}
"""
TEXT = "我们有边界线，长达7591公里。今后仍如此。\n\n陆地边境线——6846公里，又是桥头堡。[footnoteRef:1] [1:  见6846页] "


def faults(
    folder: Path, passage: str = "p1", value: str = "7591公里", remark: str = WORDS, repeat: int = 1
) -> list[str]:
    path = folder / "claims.yml"
    claim = CLAIM.format(passage=passage, value=value, remark=remark, words=WORDS)
    path.write_text(claim * repeat, "utf-8")
    try:
        curated = read_curated(path, "seeds/claims.yml", "claims")
    except EditionError as error:
        return str(error).splitlines()
    return [str(fault) for fault in check_claims(curated, [article(TEXT)])]


def claim(*statements: Statement, id: str = "border") -> Claim:
    words = {"zh-Hans": "边界*长度*", "en": "length"}
    return Claim(id, words, Basis.INFERRED, statements, {"zh-Hans": "可能<算法>不同。", "en": "may differ"})


def statement(place: str, value: str, seed: str = "x") -> Statement:
    return Statement(seed, place, value, {"zh-Hans": "边界线", "en": "border"})


# ── What claims.yml must say ──────────────────────────────────────────────────────────────────────────────────


def test_a_claim_whose_values_stand_in_their_passages_is_right(tmp_path: Path):
    assert faults(tmp_path) == []


@pytest.mark.parametrize(
    ("passage", "value", "told"),
    [
        ("p3", "7591公里", "seeds/claims.yml:5: 1 › passages › 1 › passage: text has no passage p3; take it from"),
        ("p1", "7592公里", "seeds/claims.yml:5: 1 › passages › 1 › value: 7592公里 does not stand in p1; copy it"),
        ("p2", "7591公里", "seeds/claims.yml:5: 1 › passages › 1 › value: 7591公里 does not stand in p2; copy it"),
        ("p1", "线", None),
        ("p1", "9", None),
        ("p2", "6", "seeds/claims.yml:5: 1 › passages › 1 › value: 6 stands in p2 2 times; add the words"),
        ("n1", "6846页", None),
        ("x1", "7591公里", "seeds/claims.yml:5: 1 › passages › 1 › passage: 'x1' does not fit; write the address"),
    ],
)
def test_a_value_that_is_not_where_it_should_be_is_told(tmp_path: Path, passage: str, value: str, told: str | None):
    found = faults(tmp_path, passage, f"'{value}'")
    assert len(found) == bool(told)
    assert not told or found[0].startswith(told)


@pytest.mark.parametrize("verdict", ["此处错误", "一处有误", "an error", "Mistaken", "Ошибка", "қате"])
def test_a_remark_gives_no_verdict(tmp_path: Path, verdict: str):
    found = faults(tmp_path, remark=f"{{zh-Hans: {verdict}, en: word, ru: слово, kk: сөз}}")
    assert len(found) == 1
    assert "a text without a verdict" in found[0]


def test_a_remark_stands_in_all_four_languages(tmp_path: Path):
    found = faults(tmp_path, remark="{zh-Hans: 词, en: word}")
    assert {line.partition("; ")[0] for line in found} == {"seeds/claims.yml:7: 1 › remark: ru, kk missing"}


def test_two_claims_may_not_have_one_id(tmp_path: Path):
    assert faults(tmp_path, repeat=2)[0].startswith("seeds/claims.yml:8: 2 › id: border is the id of line 1; choose")


def test_a_fault_in_claims_stops_the_edition_with_its_file_line_and_entry(tmp_path: Path):
    for name in ("topics.yml", "catalogue.yml"):
        (tmp_path / name).write_text("[]" if name == "topics.yml" else "{}", "utf-8")
    (tmp_path / "topics.yml").write_text(f"- {{id: a, names: {WORDS}, scope: {WORDS}, terms: []}}", "utf-8")
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    words = CLAIM.format(passage="p1", value="8000公里", remark=WORDS, words=WORDS)
    (tmp_path / "claims.yml").write_text(words, "utf-8")
    with pytest.raises(EditionError) as raised:
        read_edition(tmp_path)
    assert re.search(r"claims\.yml:5: 1 › passages › 1 › value: 8000公里 does not stand in p1", str(raised.value))


def test_the_claims_of_the_archive_hold_the_seven_that_are_known(edition: Edition):
    values = {statement.value for claim in edition.claims for statement in claim.statements}
    for known in ("7591公里", "6846公里", "280亿美元", "171个", "560亿", "114个", "210亿", "33个", "45亿", "430亿"):
        assert any(known in value for value in values), known
    for known in ("260亿", "经哈萨克斯坦", "来自哈萨克斯坦", "五次", "第七次", "与阿富汗", "及阿富汗", "和阿富汗"):
        assert any(known in value for value in values), known
    assert len(edition.claims) >= 7


# ── The sentence around a value ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "value", "around"),
    [
        ("前句。我们有边界线，长达7591公里。后句。", "7591公里", ("我们有边界线，长达", "。")),
        ("“哈俄贸易达280亿美元。”他说。", "280亿", ("“哈俄贸易达", "美元。”")),
        ("没有句号，长7591公里；", "7591公里", ("没有句号，长", "；")),
        ("增长4.0%。其次增长5.0%。", "5.0%", ("其次增长", "。")),
        ("第一句有甲。第二句有乙。", "甲。第二句", ("第一句有", "有乙。")),
    ],
)
def test_a_value_stands_in_its_whole_sentence(text: str, value: str, around: tuple[str, str]):
    assert sentence_around(article(text), statement("p1", value)) == around


def test_a_value_in_a_table_stands_in_its_row(edition: Edition):
    paper = next(e.article for e in edition.entries if e.article.footnotes)
    assert sentence_around(paper, statement("t1", "18.7:1")) == ("1992-1996 · 415.5 · 22.2 · ", "")


def test_a_passage_that_is_not_there_has_no_lines():
    assert passage_lines(article("正文。"), "p9") == ()


# ── The page ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_value_stands_beside_the_others_in_its_sentence_and_leads_to_its_passage(rendered: Callable[[str], str]):
    entries = (entry(TEXT, title=said("题")),)
    both = claim(statement("p1", "7591公里"), statement("p2", "6846公里"))
    html = rendered(write_disagreements(Edition(entries, (), (), claims=(both,)), CHINESE))
    assert '<h2 id="border">边界*长度*</h2>' in unescape(html)
    assert html.count('class="statement"') == 2
    assert "我们有边界线，长达<mark>7591公里</mark>。" in html
    assert [f'href="../articles/x.md#{place}"' in html for place in ("p1", "p2")] == [True, True]
    assert "可能<算法>不同。" in unescape(html)
    assert "<算法>" not in html


@pytest.mark.parametrize("locale", ["zh-Hans", "en"])
def test_the_page_of_the_archive_shows_every_statement(edition: Edition, rendered: Callable[[str], str], locale: str):
    html = rendered(write_disagreements(edition, read_strings(locale)))
    assert html.count('class="statement"') == sum(len(claim.statements) for claim in edition.claims)
    assert all(f'id="{claim.id}"' in html for claim in edition.claims)


def test_nothing_on_the_page_is_called_wrong(edition: Edition, rendered: Callable[[str], str]):
    for locale in ("zh-Hans", "en"):
        text = re.sub("<[^>]+>", "", rendered(write_disagreements(edition, read_strings(locale))))
        assert not re.search("错误|有误|不实|error|mistake|wrong", text, re.IGNORECASE)


# ── Marks in the texts ────────────────────────────────────────────────────────────────────────────────────────


def test_the_paragraphs_concerned_lead_to_the_page_and_no_others(rendered: Callable[[str], str]):
    concerned = entry(TEXT, title=said("题"))
    csl = cited_record(concerned, "https://a.example/")
    claims = (claim(statement("p1", "7591公里"), statement("p9", "别处", seed="other")),)
    html = rendered(write_article(concerned, csl, Surroundings(claims=claims), CHINESE))
    marks = re.findall(r'<a class="disagreement"[^>]*>', html)
    assert len(marks) == 1
    assert 'href="../../disagreements/#border"' in unescape(marks[0])
    first = re.search(r'<p id="p1".*?</p>', html, re.DOTALL)
    assert first
    assert 'class="disagreement"' in first[0]


def test_a_mark_has_a_name_and_adds_no_text(rendered: Callable[[str], str]):
    concerned = entry(TEXT, title=said("题"))
    plain = markdown(concerned.article)
    marks = write_marks(concerned, [claim(statement("p1", "7591公里"))], CHINESE)
    marked = mark_passages(plain, marks, CHINESE)
    assert marked != plain
    assert re.sub("<[^>]+>", "", rendered(marked)) == re.sub("<[^>]+>", "", rendered(plain))
    assert 'aria-label="说法不一：边界*长度*"' in unescape(rendered(marked))


def test_a_paragraph_of_two_claims_has_a_link_to_each():
    claims = [claim(statement("p1", "7591公里")), claim(statement("p1", "今后"), id="later")]
    mark = write_marks(entry(TEXT, title=said("题")), claims, CHINESE)["p1"]
    labels = re.findall(r'data-name="([^"]+)"', mark)
    assert [unescape(label) for label in labels] == ["说法不一", "2"]
    assert [unescape(id) for id in re.findall(r"disagreements(?:/|&#47;)&#35;([^\"]+)", mark)] == ["border", "later"]


def test_every_statement_of_the_archive_is_marked_in_its_text(edition: Edition, rendered: Callable[[str], str]):
    for each in edition.entries:
        marks = write_marks(each, edition.claims, CHINESE)
        html = rendered(mark_passages(markdown(each.article), marks, CHINESE))
        links = sum(mark.count("<a ") for mark in marks.values())
        assert html.count('class="disagreement"') == links, each.record.slug
