"""Sources: the works that notes cite, their page, their COinS and their files for reference managers."""

import json
import re
import warnings
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qs

import pytest
import rispy
from test_csl import entry, said
from texts import article

from edition.edition import Edition
from edition.extraction.references import read_references
from edition.gathered.reference_records import reference_record, write_coins
from edition.gathered.sources import by_language, by_outlet, host_of, read_sources, source_id, source_records, works
from edition.model import ReferenceKind, Source
from edition.pages.sources_page import write_sources
from edition.publishing.exports import write_bibtex, write_csl_json, write_ris
from edition.site import Site, gather, write_assets, write_pages
from edition.writing.strings import read_strings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)  # bibtexparser 1.4 calls pyparsing by its old names
    import bibtexparser
    from bibtexparser.bparser import BibTexParser

PAPER = "kazakhstan-and-the-ukraine-war"
SITE = Site("https://a.example/")


@pytest.fixture(scope="module")
def sources(edition: Edition) -> tuple[Source, ...]:
    return read_sources(edition)


@pytest.fixture(scope="module")
def page(sources: tuple[Source, ...], rendered: Callable[[str], str]) -> str:
    return rendered(write_sources(sources, read_strings("zh-Hans")))


def sources_of(*notes: str) -> tuple[Source, ...]:
    """The works that notes cite, one paragraph a note."""
    lines = (f"正文。[footnoteRef:{n}] [{n}:  {note}] " for n, note in enumerate(notes, start=1))
    text = "\n\n".join(lines)
    return read_sources(Edition((entry(text, title=said("题")),), (), ()))


def online(title: str, outlet: str, url: str) -> str:
    return f"“{title}”，{outlet}，2022年8月5日，{url}"


# ── Works and their groups ────────────────────────────────────────────────────────────────────────────────────


def test_57_notes_are_53_works_and_one_note_on_the_author(sources: tuple[Source, ...]):
    assert sum(len(source.references) for source in sources) == 57
    assert len(works(sources)) == 53
    assert [s.full.note.label for s in sources if s.full.kind is ReferenceKind.AUTHOR_NOTE] == ["0"]


def test_a_work_has_all_its_notes_the_full_one_first(sources: tuple[Source, ...]):
    several = [[r.note.label for r in source.references] for source in sources if len(source.references) > 1]
    assert several == [["2", "5", "31"], ["42", "48"]]


def test_every_work_stands_in_one_outlet_and_one_language(sources: tuple[Source, ...]):
    for groups in (by_outlet(sources), by_language(sources)):
        assert sorted(source_id(s) for _, group in groups for s in group) == sorted(map(source_id, works(sources)))
    assert {language: len(group) for language, group in by_language(sources)} == {"ru": 32, "zh-Hans": 20, "en": 1}


def test_the_outlet_with_the_most_works_comes_first(sources: tuple[Source, ...]):
    groups = [(name, len(group)) for name, group in by_outlet(sources)]
    assert groups[:4] == [("哈通社", 8), ("俄罗斯卫星通讯社", 6), ("俄新社", 5), ("生意人报", 4)]


def test_two_names_of_one_host_are_one_outlet_under_the_name_used_more(sources: tuple[Source, ...]):
    kommersant = next(group for name, group in by_outlet(sources) if name == "生意人报")
    assert [source.full.outlet for source in kommersant] == ["俄生意人报", "生意人报", "生意人报", "生意人报"]
    assert {host_of(source) for source in kommersant} == {"kommersant.ru"}


def test_works_of_one_publisher_stand_together():
    found = sources_of("甲：《上》，北京：民族出版社，2013年，第1页。", "乙：《下》，北京：民族出版社，2014年，第2页。")
    assert [(name, len(group)) for name, group in by_outlet(found)] == [("民族出版社", 2)]


# ── The page ──────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_page_says_how_many_there_are(page: str):
    counts = dict(re.findall(r"<dt>(.*?)</dt>\s*<dd>(?:\s*<p>)?(\d+)", page))
    assert counts == {
        "注释": "57",
        "文献": "53",
        "作者注": "1",
        "简注": "2",
        "重复的注释": "1",
        "未能读出": "0",
        "没有网址": "1",
        "网址只到网站首页": "3",
        "网址紧接日期": "1",
        "引号不成对": "2",
    }


def test_the_page_lists_as_many_works_as_it_counts(page: str):
    assert len(re.findall(rf'<li id="{PAPER}-n\d+"', page)) == 53
    assert len(re.findall(rf'href="#{PAPER}-n\d+"', page)) == 53


def test_every_count_of_an_outlet_is_true(page: str):
    blocks = re.split(r"<h3 ", page)[1:]
    for block in blocks:
        counted = re.search(r'class="count">(\d+)<', block)
        assert counted
        assert int(counted[1]) == len(re.findall(r"<li", block)), block[:80]


def test_a_work_stands_in_the_words_of_its_note_and_leads_to_note_and_passage(page: str):
    item = re.search(rf'<li id="{PAPER}-n2".*?</li>', page, re.DOTALL)
    assert item
    text = unescape(re.sub("<[^>]+>", "", item[0]))
    assert "坎·格奥尔吉·瓦西利耶维奇：《哈萨克斯坦简史》，北京：中国社会科学出版社，2018年，第110页。" in text
    assert f'href="../articles/{PAPER}.md#n2"' in item[0]
    assert [f'href="../articles/{PAPER}.md#{place}"' in item[0] for place in ("p6", "n5", "n31")] == [True] * 3
    assert "简注，第242页" in text


def test_a_web_page_has_its_archived_copy_of_the_day(page: str):
    assert 'href="https://web.archive.org/web/20220805/https://www.kommersant.ru/doc/5480475"' in page


def test_what_is_odd_about_a_note_is_said_beside_it(page: str):
    item = re.search(rf'<li id="{PAPER}-n44".*?</li>', page, re.DOTALL)
    assert item
    assert '<span class="mark">没有网址</span>' in item[0]


def test_what_no_rule_reads_is_listed_as_printed_and_counted(rendered: Callable[[str], str]):
    html = rendered(write_sources(sources_of("参见*有关*文件。"), read_strings("zh-Hans")))
    assert "参见*有关*文件。" in unescape(html)
    assert 'id="unread"' in html
    assert re.search(r"<dt>未能读出</dt>\s*<dd>(?:\s*<p>)?1", html)


def test_no_source_can_be_read_as_markup(rendered: Callable[[str], str]):
    note = online("<script>alert(1)</script> {: #x }", "[报](javascript:alert)", "https://a.example/b")
    html = rendered(write_sources(sources_of(note), read_strings("en")))
    assert "<script" not in html
    assert 'href="javascript' not in html


# ── COinS ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_coins_stand_on_the_page_of_sources_alone_one_for_each_work(edition: Edition):
    pages = {page.uri: page.text.count("Z3988") for page in write_pages(gather(edition, SITE), "zh-Hans", SITE)}
    assert {uri: count for uri, count in pages.items() if count} == {"sources/index.md": 53}


def test_coins_come_back_from_the_page(page: str):
    titles = [unescape(title) for title in re.findall(r'class="Z3988" title="([^"]*)"', page)]
    read = [parse_qs(title, strict_parsing=True) for title in titles]
    formats = [each["rft_val_fmt"][0].rpartition(":")[2] for each in read]
    assert {name: formats.count(name) for name in formats} == {"dc": 45, "book": 5, "dissertation": 2, "journal": 1}
    moto = next(each for each in read if "ria.ru/20220426" in each.get("rft_id", [""])[0])
    assert moto["rft.title"] == ['Производитель мотоциклов "Урал" перенесет сборку в Казахстан из-за санкций']
    assert moto["rft.source"] == ["俄新社"]
    thesis = next(each for each in read if each.get("rft.degree") == ["博士毕业论文"])
    assert thesis["rft.inst"] == ["外交学院"]
    assert thesis["rft.au"] == ["马燕宁"]


def test_an_address_in_coins_keeps_its_equals_signs():
    (source,) = works(sources_of(online("题", "俄国防部网", "https://function.mil.ru/more.htm?id=1@e&b=2")))
    coins = write_coins(source_records([source])[0])
    assert all(pair.count("=") == 1 for pair in coins.split("&"))
    assert parse_qs(coins)["rft_id"] == ["https://function.mil.ru/more.htm?id=1@e&b=2"]


# ── Files for reference managers ──────────────────────────────────────────────────────────────────────────────


def record_of(note: str):
    (reference,) = read_references(article(f"正文。[footnoteRef:1] [1:  {note}] "))
    return reference_record(reference, "x-n1", filter(None, [reference.pages]))


BOOK = "克里斯特·约恩松，马丁·霍尔：《外交的本质》，北京：北京大学出版社， 2020年，第134-138页。"
JOURNAL = "倪峰，达巍等：“俄乌冲突对国际政治格局的影响”，《国际经济评论》，2022年第3期，第38页。"
THESIS = "马燕宁：《积累、扩张、收缩——俄罗斯外交周期研究》，外交学院博士毕业论文，2021年。"
NEWS = "“Уголь на замену”，生意人报，2022年8月5日，https://www.kommersant.ru/doc/5480475"


def test_a_book_in_csl():
    assert record_of(BOOK) == {
        "id": "x-n1",
        "type": "book",
        "title": "外交的本质",
        "author": [{"literal": "克里斯特·约恩松"}, {"literal": "马丁·霍尔"}],
        "issued": {"date-parts": [[2020]]},
        "publisher": "北京大学出版社",
        "publisher-place": "北京",
        "language": "zh-CN",
        "annote": BOOK,
        "custom": {"kind": "book", "pages-cited": "134-138"},
    }


def test_a_web_page_has_a_day_of_access_and_no_date_of_publication():
    csl = record_of(NEWS)
    assert csl["accessed"] == {"date-parts": [[2022, 8, 5]]}
    assert "issued" not in csl
    assert (csl["type"], csl["container-title"], csl["language"]) == ("webpage", "生意人报", "ru")


def test_what_no_rule_reads_is_a_document_with_the_note_as_its_title():
    csl = record_of("参见有关文件。")
    assert (csl["type"], csl["title"], csl["custom"]) == ("document", "参见有关文件。", {"kind": "unread"})


@pytest.mark.parametrize(
    ("note", "kind", "fields"),
    [
        (BOOK, "book", {"publisher": "北京大学出版社", "address": "北京", "year": "2020"}),
        (JOURNAL, "article", {"journal": "国际经济评论", "number": "3", "author": "{倪峰} and {达巍} and others"}),
        (THESIS, "phdthesis", {"school": "外交学院", "type": "博士毕业论文"}),
        (THESIS.replace("博士", "硕士"), "mastersthesis", {"school": "外交学院"}),
        (NEWS, "online", {"organization": "生意人报", "urldate": "2022-08-05", "langid": "russian"}),
    ],
)
def test_a_work_in_bibtex(note: str, kind: str, fields: dict[str, str]):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        (read,) = bibtexparser.loads(
            write_bibtex([record_of(note)]), BibTexParser(ignore_nonstandard_types=False)
        ).entries
    assert read["ENTRYTYPE"] == kind
    assert {name: read[name] for name in fields} == fields
    assert "annotation" in read


@pytest.mark.parametrize(
    ("note", "kind", "fields"),
    [
        (BOOK, "BOOK", {"publisher": "北京大学出版社", "place_published": "北京", "year": "2020"}),
        (JOURNAL, "JOUR", {"secondary_title": "国际经济评论", "number": "3", "authors": ["倪峰", "达巍", "等"]}),
        (THESIS, "THES", {"publisher": "外交学院", "type_of_work": "博士毕业论文"}),
        (NEWS, "ELEC", {"access_date": "2022/08/05", "language": "ru", "notes": [NEWS]}),
    ],
)
def test_a_work_in_ris(note: str, kind: str, fields: dict[str, str]):
    (read,) = rispy.loads(write_ris([record_of(note)]))
    assert read["type_of_reference"] == kind
    assert {name: read[name] for name in fields} == fields


def test_the_files_hold_every_work(edition: Edition):
    files = {asset.path: asset.data.decode() for asset in write_assets(gather(edition, SITE), SITE)}
    assert len(json.loads(files["sources/references.csl.json"])) == 53
    assert len(rispy.loads(files["sources/references.ris"])) == 53
    assert len(re.findall(r"(?m)^@\w+\{", files["sources/references.bib"])) == 53


def test_no_field_of_csl_is_empty(sources: tuple[Source, ...]):
    for record in json.loads(write_csl_json(source_records(sources))):
        assert all(record.values()), record["id"]
