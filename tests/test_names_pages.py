"""A name leads to every passage that has it, and a text to the names in it."""

import re
from pathlib import Path

import pytest
from lxml import html

from edition.curation.catalogue import Catalogue, describe
from edition.curation.curated import Curated
from edition.curation.mentions import find_mentions, forms_of
from edition.gathered.names import read_names, shown_name, surname, write_names_in_text
from edition.model import AuthorityKind, AuthorityRecord, Edition, Entry, Topic
from edition.pages.name_pages import write_name, write_names
from edition.reader.article import read_article
from edition.reader.seeds import decode_seed
from edition.site import Site, gather, write_pages
from edition.writing.collation import collation_key, initial
from edition.writing.markdown import plain_references
from edition.writing.strings import CLDR_LOCALES, Strings, read_strings

LOCALES = list(CLDR_LOCALES)
TOPIC = Topic("any", {"en": "Any"}, {"en": "Any"}, ())
ZH, EN = read_strings("zh-Hans"), read_strings("en")

TOKAYEV = AuthorityRecord(
    "tokayev-kassym-jomart",
    AuthorityKind.PERSON,
    {"zh-Hans": "哈斯穆-卓玛尔特·托卡耶夫", "en": "Kassym-Jomart Tokayev", "kk": "Қасым-Жомарт Тоқаев"},
    ("托卡耶夫",),
    {},
    ("Tokaev",),
    "standard",
)
ASTANA = AuthorityRecord(
    "astana", AuthorityKind.PLACE, {"zh-Hans": "阿斯塔纳", "en": "Astana"}, ("阿斯塔纳",), {}, (), "own"
)
FORUM = AuthorityRecord(
    "forum", AuthorityKind.PROJECT, {"zh-Hans": "阿斯塔纳论坛", "en": "Astana Forum"}, ("阿斯塔纳论坛",), {}, (), "own"
)


def archive(records: tuple[AuthorityRecord, ...], **texts: str) -> Edition:
    forms = forms_of(records)
    entries = []
    for name, text in texts.items():
        article = read_article(decode_seed(text.encode(), f"seeds/{name}.txt"))
        record = describe(article, Catalogue(Curated("catalogue.yml", {}, {}), (TOPIC,)))
        entries.append(Entry(article, record, find_mentions(article, forms)))
    return Edition(tuple(entries), (), (), records)


def page(edition: Edition, id: str, strings: Strings) -> str:
    names = read_names(edition)
    return write_name(names.named[id], names, strings)


@pytest.fixture
def tokayev(rendered):
    """His page in an archive of two texts."""
    edition = archive(
        (TOKAYEV, ASTANA),
        old=" date 2024-01-01 旧闻\n\n托卡耶夫说过话，托卡耶夫又说了。",
        new=" date 2025-01-01 新闻\n\n一段。\n\n托卡耶夫在阿斯塔纳。[footnoteRef:1] [1:  托卡耶夫网。] ",
    )
    return html.fromstring(rendered(page(edition, TOKAYEV.id, ZH)))


def test_a_name_leads_to_every_passage_that_has_it_newest_text_first(tokayev):
    assert tokayev.xpath("//ul[@class='passages']//a/@href") == [
        "../../articles/new/#p2",
        "../../articles/new/#n1",
        "../../articles/old/#p1",
    ]
    assert tokayev.xpath("//ul[@class='passages']//a/text()") == ["第 2 段", "注 1", "第 1 段"]
    assert [h.text_content().split()[0] for h in tokayev.xpath("//h2")] == ["新闻", "旧闻"]


def test_the_name_is_marked_wherever_it_stands_in_the_line(tokayev):
    *_, last = tokayev.xpath("//ul[@class='passages']/li")
    assert last.xpath(".//mark/text()") == ["托卡耶夫", "托卡耶夫"]
    assert last.xpath("string(span)") == "托卡耶夫说过话，托卡耶夫又说了。 ×2"


def test_a_name_s_page_has_its_names_in_all_scripts_with_their_language(tokayev):
    names = {span.text: span.get("lang") for span in tokayev.xpath("//dl//dd/span")}
    assert names == {
        "哈斯穆-卓玛尔特·托卡耶夫": "zh-Hans",
        "Kassym-Jomart Tokayev": "en",
        "Қасым-Жомарт Тоқаев": "kk",
        "托卡耶夫": "zh-Hans",
        "Tokaev": "en",
    }


def test_a_name_s_page_says_who_stands_in_the_same_passages(tokayev):
    assert tokayev.xpath("//div[@class='related-names']//a/text()") == ["阿斯塔纳"]


def test_a_long_line_is_cut_around_the_name_but_not_within_a_foreign_word():
    text = "甲" * 30 + "Kazinform" + "乙" * 20 + "托卡耶夫" + "丙" * 45 + "Kazinform" + "丁" * 30 + "。"
    edition = archive((TOKAYEV,), text=f"{text}\n\n末。")
    assert re.findall(r"……(.*?)</li>", plain_references(page(edition, TOKAYEV.id, ZH))) == [
        f'<span lang="en">Kazinform</span>{"乙" * 20}<mark lang="zh-Hans">托卡耶夫</mark>{"丙" * 45}'
        '<span lang="en">Kazinform</span>……</span>'
    ]


def test_what_a_text_prints_is_never_markup_on_a_name_s_page(rendered):
    edition = archive((TOKAYEV,), text="托卡耶夫<script>alert(1)</script>*重点*[链](x)。\n\n末。")
    (line,) = html.fromstring(rendered(page(edition, TOKAYEV.id, ZH))).xpath("//ul[@class='passages']/li/span[1]")
    assert line.text_content() == "托卡耶夫<script>alert(1)</script>*重点*[链](x)。"


def test_a_name_that_stands_in_longer_names_only_has_no_page_but_leads_to_theirs():
    edition = archive((ASTANA, FORUM), text="阿斯塔纳论坛开幕。\n\n末。")
    names = read_names(edition)
    assert list(names.named) == ["forum"]
    assert "阿斯塔纳 <span" in write_names(names, ZH)
    assert "见[阿斯塔纳论坛](forum.md)" in write_names(names, ZH)


def test_a_name_s_page_leads_to_longer_names_that_have_it():
    edition = archive((ASTANA, FORUM), text="阿斯塔纳论坛在阿斯塔纳开幕。\n\n末。")
    assert "Longer names with it</span> [Astana Forum](forum.md)" in page(edition, "astana", EN)


def test_a_record_that_no_text_names_is_not_in_the_index():
    names = read_names(archive((TOKAYEV, FORUM), text="托卡耶夫说。\n\n末。"))
    assert "forum" not in write_names(names, EN)


def test_a_text_lists_its_names_by_kind_with_their_count(rendered):
    edition = archive((TOKAYEV, ASTANA), text="阿斯塔纳和托卡耶夫、阿斯塔纳。\n\n末。")
    written = write_names_in_text(edition.entries[0], {r.id: r for r in edition.authorities}, EN)
    lines = [" ".join(li.text_content().split()) for li in html.fromstring(rendered(written)).xpath("//li")]
    assert lines == ["People Kassym-Jomart Tokayev 1", "Places Astana 2"]
    assert "(../names/astana.md)" in written


def test_a_text_without_names_has_no_list_of_them():
    edition = archive((TOKAYEV,), text="没有名字。\n\n末。")
    assert write_names_in_text(edition.entries[0], {}, EN) == ""


@pytest.mark.parametrize(
    ("id", "locale", "filed"),
    [
        ("tokayev-kassym-jomart", "zh-Hans", "托卡耶夫"),
        ("tokayev-kassym-jomart", "en", "Tokayev"),
        ("xi-jinping", "en", "Xi"),
        ("xi-jinping", "ru", "Си"),
        ("kawaguchi-yoriko", "en", "Kawaguchi"),
        ("anna-ivanovna", "zh-Hans", "安娜"),
        ("kan-georgy", "zh-Hans", "坎"),
        ("astana-international-forum", "en", "Astana International Forum"),
    ],
)
def test_people_are_filed_under_their_surnames(edition: Edition, id: str, locale: str, filed: str):
    (record,) = (record for record in edition.authorities if record.id == id)
    assert surname(record, record.names[locale]) == filed


# ── Over the five texts ───────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("locale", LOCALES)
def test_the_index_stands_in_the_order_of_its_locale(edition: Edition, rendered, locale: str):
    strings = read_strings(locale)
    root = html.fromstring(rendered(write_names(read_names(edition), strings)))
    records = {shown_name(record, strings)[0]: record for record in edition.authorities}
    for listed in root.xpath("//div[@class='names']"):
        for group in listed.xpath("./div"):
            links = group.xpath(".//li[not(normalize-space(text()))]/*[1][self::a]/text()")
            filed = [surname(records[name], name) for name in links]
            assert filed == sorted(filed, key=lambda name: collation_key(name, locale))
            assert {initial(name, locale) for name in filed} <= {group.xpath("string(p)")}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_letter_of_the_strip_leads_to_its_names(edition: Edition, rendered, locale: str):
    root = html.fromstring(rendered(write_names(read_names(edition), read_strings(locale))))
    letters = root.xpath("//nav[@class='letters']//a/@href")
    assert letters == [f"#{group.get('id')}" for group in root.xpath("//div[@class='letter-group']")]
    assert len(letters) == len(set(letters)) > 20


def test_every_record_is_in_the_index_and_every_named_one_has_a_page(edition: Edition):
    pages = {page.uri for page in write_pages(gather(edition, Site()), "zh-Hans", Site())}
    index = write_names(read_names(edition), ZH)
    named = {mention.authority for entry in edition.entries for mention in entry.mentions}
    assert {f"names/{id}.md" for id in named} | {"names/index.md"} == {uri for uri in pages if "names/" in uri}
    assert {record.id for record in edition.authorities if record.names["zh-Hans"] in index.replace("&#45;", "-")}
    assert all(f"({id}.md)" in index for id in named)


def test_every_passage_that_names_a_record_is_on_its_page_and_stands_in_the_article(edition: Edition):
    names = read_names(edition)
    passages = {
        (entry.record.slug, id)
        for entry in edition.entries
        for id in (*(p.id for p in entry.article.passages), *(note.id for note in entry.article.footnotes))
    }
    for id, named in names.named.items():
        linked = re.findall(r'href="[^"]*?articles&#47;(.*?)&#47;&#35;(\w+)"', write_name(named, names, EN))
        linked = [(slug.replace("&#45;", "-"), place) for slug, place in linked]
        meant = {(e.record.slug, m.place) for e in edition.entries for m in e.mentions if m.authority == id}
        assert len(linked) == len(meant)
        assert set(linked) == meant <= passages


def test_every_name_page_of_the_site_leads_where_its_passages_stand(built_site: Path):
    ids: dict[Path, set[str]] = {}
    for path in (built_site / "names").glob("*/index.html"):
        for href in html.parse(str(path)).xpath("//ul[@class='passages']//a/@href"):
            address, place = href.split("#")
            article = (path.parent / address / "index.html").resolve()
            if article not in ids:
                ids[article] = set(html.parse(str(article)).xpath("//@id"))
            assert place in ids[article]
    assert len(ids) == 5
