"""Timeline: what the texts say happened when, each event with its sentence; the picture, the form, the files."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect
from texts import article

from edition.curation.catalogue import Catalogue, describe
from edition.curation.curated import Curated
from edition.dates import read_date
from edition.extraction.times import find_times
from edition.gathered.timeline import read_timeline
from edition.model import Attributed, Basis, Edition, Entry, Timeline, Topic
from edition.pages import timeline_page
from edition.pages.timeline_chart import first_year, read_bars, write_timeline_chart, write_timeline_strip
from edition.pages.timeline_page import write_timeline
from edition.writing.strings import CLDR_LOCALES, read_strings

CHINESE, ENGLISH = read_strings("zh-Hans"), read_strings("en")
ENERGY = Topic("energy", {"en": "Energy"}, {"en": "Oil."}, ("石油",))
DAY = read_date("2025-11-15")
HISTORY = "19世纪的事。1991年独立，2022年2月24日开战。去年增长，近年来亦然。"


def entry(text: str, slug: str = "x") -> Entry:
    read = article(f"题目\n\n{text}", f"seeds/{slug}.txt")
    record = replace(
        describe(read, Catalogue(Curated("catalogue.yml", {}, {}), (ENERGY,))),
        slug=slug,
        date=Attributed(DAY, Basis.STATED, "header-date"),
    )
    return Entry(read, record, times=find_times(read, DAY))


def archive(*entries: Entry) -> Edition:
    return Edition(entries, (ENERGY,), ())


def timeline(*texts: str) -> Timeline:
    return read_timeline(archive(*(entry(text, f"x{number}") for number, text in enumerate(texts))))


def periods(read: Timeline) -> dict[str, list[str]]:
    return {period: [event.time.text for event in events] for period, events in read.periods}


def pages(*texts: str, strings=CHINESE) -> dict[str, str]:
    edited = archive(*(entry(text, f"x{number}") for number, text in enumerate(texts)))
    return dict(write_timeline(read_timeline(edited), edited, strings))


# ── In the order of time ──────────────────────────────────────────────────────────────────────────────────────


def test_events_stand_under_the_year_decade_or_century_in_which_they_begin_the_oldest_first():
    read = timeline(HISTORY, "1990年起，上世纪90年代，1990—2005年，2022年，2022年2月。")
    assert periods(read) == {
        "18XX": ["19世纪"],
        "199X": ["上世纪90年代"],
        "1990": ["1990—2005年", "1990年"],
        "1991": ["1991年"],
        "2022": ["2022年", "2022年2月", "2022年2月24日"],
        "2024": ["去年"],
    }
    assert [event.time.text for event in read.undecided] == ["近年来"]


def test_a_sentence_that_names_a_time_twice_is_one_event_and_one_that_names_two_is_two():
    read = timeline("2022年降、2023年升，而2022年的数字。2022年又降。")
    assert {period: [len(event.times) for event in events] for period, events in read.periods} == {
        "2022": [2, 1],
        "2023": [1],
    }


def test_an_event_has_the_sentence_and_no_more():
    (event,) = timeline("会议开始。明日举行会谈。他走了。").events
    assert event.sentence == "明日举行会谈。"


def test_an_edition_without_times_has_a_page_that_says_so():
    (page,) = pages("没有。").values()
    assert "<svg" not in page
    assert 'class="events"' not in page


# ── On the page ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def rows(rendered):
    return html.fromstring(rendered(pages(HISTORY)["timeline/index.md"])).xpath("//li[@data-row]")


def test_a_row_has_its_date_its_sentence_with_the_time_marked_its_place_and_how_it_is_known(rows):
    said = [(row.find_class("date")[0].text, row.find_class("how")[0].text) for row in rows]
    assert said == [
        ("19世纪", "原文载明"),
        ("1991年", "原文载明"),
        ("2022年2月24日", "原文载明"),
        ("2024年", "据文章日期"),
        (None, "未能确定"),
    ]
    row = rows[2]
    assert row.find_class("sentence")[0].text_content() == "1991年独立，2022年2月24日开战。"
    assert [mark.text for mark in row.iter("mark")] == ["2022年2月24日"]
    assert [link.get("href") for link in row.iter("a")] == ["../articles/x0/#p1", "../articles/x0/"]


def test_what_a_text_says_is_never_markup(rendered):
    (row, *_) = html.fromstring(rendered(pages("<b>2022年*</b>_&amp;_。")["timeline/index.md"])).xpath(
        "//li[@data-row]"
    )
    assert row.find_class("sentence")[0].text_content() == "<b>2022年*</b>_&amp;_。"


@pytest.mark.parametrize("locale", CLDR_LOCALES)
def test_every_locale_says_how_a_time_is_known_and_marks_what_is_chinese(rendered, locale: str):
    tree = html.fromstring(rendered(pages(HISTORY, strings=read_strings(locale))["timeline/index.md"]))
    assert len(tree.xpath("//dl[@class='inferences']/dt")) == len(tree.xpath("//dl[@class='inferences']/dd")) == 4
    if locale != "zh-Hans":
        for foreign in tree.xpath("//*[not(ancestor-or-self::*[@lang='zh-Hans'])]/text()"):
            assert not re.search("[一-鿿]", foreign), foreign


def test_where_there_are_too_many_every_year_has_a_page_and_a_long_one_has_several(rendered, monkeypatch):
    monkeypatch.setattr(timeline_page, "ON_ONE_PAGE", 3)
    written = pages("2022年一。2022年二。2022年三。2022年四。上世纪90年代。近年来。")
    names = ["index", "199x", "2022", "2022-2", "undecided"]
    assert list(written) == [f"timeline/{name}.md" for name in names]
    trees = {name: html.fromstring(rendered(written[f"timeline/{name}.md"])) for name in names}
    assert {item.get("id"): item.text_content() for item in trees["index"].xpath("//ul[@class='periods']/li")} == {
        "y199x": "1990年代 1",
        "y2022": "2022年 4",
        "undecided": "未能确定的时间 1",
    }
    assert [len(trees[name].xpath("//li[@data-row]")) for name in names] == [0, 1, 3, 1, 1]
    assert [link.get("href") for link in trees["2022-2"].xpath("//nav/a")] == ["../2022/", "./"]
    assert trees["2022-2"].xpath("//li[@data-row]//a/@href") == ["../../articles/x0/#p1", "../../articles/x0/"]


def test_a_larger_archive_has_no_page_that_grows_with_it():
    texts = [f"{year}年。" * 20 for year in range(1900, 2000) for _ in range(2)]
    written = pages(*texts)
    assert len(written) == 101
    assert max(map(len, written.values())) < 100_000


# ── The picture ───────────────────────────────────────────────────────────────────────────────────────────────


def test_the_years_of_the_picture_are_those_with_the_most_events():
    assert first_year({2022: 1}, 10) == 2022
    assert first_year({1917: 1, 2020: 5, 2025: 5}, 10) == 2016
    assert first_year({2020: 5, 2021: 1, 2100: 1}, 10) == 2020


def test_what_is_earlier_and_later_has_one_bar_each_and_a_decade_among_the_years_none():
    read = timeline("1917年。19世纪。2020年代。2020年。2020年。2022年。2100年。")
    bars = [(bar.mark, bar.events, bar.period) for bar in read_bars(read, 4, ENGLISH)]
    assert bars == [
        ("≤2019", 2, "18XX"),
        ("2020", 2, "2020"),
        ("2021", 0, "2021"),
        ("2022", 1, "2022"),
        ("2023", 0, "2023"),
        ("≥2024", 1, "2100"),
    ]


def test_a_bar_says_what_it_is_and_leads_to_its_year():
    figure = html.fromstring(write_timeline_chart(timeline(HISTORY), ENGLISH))
    for drawing in figure.iter("svg"):
        assert drawing.get("aria-label") == "How many times of each year are spoken of"
        assert {link.get("aria-label"): link.get("href") for link in drawing.iter("a")}["2022: 1"] == "#y2022"


def test_the_strip_is_one_link():
    strip = html.fromstring(write_timeline_strip(timeline(HISTORY), "timeline/", ENGLISH))
    assert [link.get("href") for link in strip.iter("a")] == ["timeline/"]


# ── On the site ───────────────────────────────────────────────────────────────────────────────────────────────


def test_every_time_of_the_texts_is_on_the_page_of_every_locale(built_site: Path, edition: Edition):
    expected = Counter((entry.record.slug, time.place, time.text) for entry in edition.entries for time in entry.times)
    for folder in ("", "en/", "ru/", "kk/"):
        tree = html.parse(built_site / folder / "timeline" / "index.html")
        found = Counter(
            (row.get("data-text"), row.xpath(".//a/@href")[0].partition("#")[2], mark.text_content())
            for row in tree.iter("li")
            if row.get("data-row") is not None
            for mark in row.iter("mark")
        )
        assert found == expected


def test_the_page_has_no_time_of_a_note_and_counts_each_year_rightly(built_site: Path, edition: Edition):
    tree = html.parse(built_site / "timeline" / "index.html")
    assert not [href for href in tree.xpath("//li[@data-row]//a/@href") if re.search("#[ne]\\d", href)]
    for section in tree.xpath("//section[@data-group]"):
        (count,) = section.xpath(".//h2/span[@data-count]")
        assert count.text == str(len(section.xpath(".//li[@data-row]")))


def test_every_bar_leads_to_a_year_of_the_page_and_says_how_many_it_has(built_site: Path):
    tree = html.parse(built_site / "timeline" / "index.html")
    links = tree.xpath("//figure//a")
    assert len(links) > 30
    for link in links:
        (section,) = tree.xpath(f"//section[h2[@id='{link.get('href')[1:]}']]")
        name, _, number = link.get("aria-label").rpartition(": ")
        if "以前" not in name:
            assert number == section.xpath(".//h2/span")[0].text


def test_the_files_have_a_row_for_every_time_and_agree_with_one_another(built_site: Path, edition: Edition):
    rows = json.loads((built_site / "data" / "times.json").read_text("utf-8"))
    table = csv.DictReader(io.StringIO((built_site / "data" / "times.csv").read_text("utf-8-sig")))
    inert = [{name: value.removeprefix("'") for name, value in row.items()} for row in table]
    assert [{name: value or "" for name, value in row.items()} for row in rows] == inert
    assert [(row["article"], row["place"], row["printed"], row["date"], row["how"]) for row in rows] == [
        (entry.record.slug, time.place, time.text, time.date.edtf if time.date else None, time.how)
        for entry in edition.entries
        for time in entry.times
    ]
    assert all(row["printed"] in row["sentence"] for row in rows)
    assert {row["precision"] for row in rows} == {"day", "month", "year", "decade", "century", "interval", None}


# ── In a browser ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def page(browser: Browser, site_url: str):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{site_url}timeline/")
    yield page
    context.close()


def shown(page: Page) -> int:
    return page.locator("[data-row]:visible").count()


def counted(page: Page) -> int:
    return sum(int(count) for count in page.locator("[data-count]:visible").all_inner_texts())


def test_a_topic_and_a_text_narrow_the_page_and_the_counts_stay_true(page: Page, edition: Edition):
    paper = "kazakhstan-and-the-ukraine-war"
    everything = shown(page)
    page.locator("select[name=text]").select_option(paper)
    expect(page.locator(f"[data-row]:not([data-text={paper}]):visible")).to_have_count(0)
    assert 0 < shown(page) < everything
    assert counted(page) == shown(page)
    expect(page.get_by_role("status")).to_have_text(f"显示 {shown(page)} 条，共 {everything} 条")
    expect(page.locator("#y2024")).to_be_hidden()
    expect(page.locator(".md-nav--secondary a[href$='#y2024']")).to_be_hidden()
    expect(page.locator(".md-nav--secondary a[href$='#y2022']")).to_be_visible()
    page.locator("select[name=text]").select_option("")
    expect(page.locator("#y2024")).to_be_visible()
    topic = edition.entries[0].record.topics.value[0]
    page.locator("select[name=topic]").select_option(topic)
    expect(page.locator(f"[data-row]:not([data-topic~={topic}]):visible")).to_have_count(0)
    assert counted(page) == shown(page) > 0


def test_the_choice_stands_in_the_address(page: Page):
    page.locator("select[name=text]").select_option("tokayev-china-visit")
    expect(page).to_have_url(re.compile(r"\?text=tokayev-china-visit$"))
    narrowed = shown(page)
    page.reload()
    expect(page.locator("select[name=text]")).to_have_value("tokayev-china-visit")
    assert shown(page) == narrowed


def test_without_scripts_every_row_is_there_and_nothing_is_dead(browser: Browser, site_url: str, edition: Edition):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site_url}timeline/")
    expect(page.locator(".row-filters")).to_be_hidden()
    expect(page.locator("[data-row]:visible")).to_have_count(page.locator("[data-row]").count())
    page.goto(f"{site_url}timeline/#y2022")
    expect(page.locator("#y2022")).to_be_in_viewport()
    context.close()


@pytest.mark.parametrize(("width", "drawing"), [(1440, "wide"), (360, "narrow")])
def test_there_is_one_picture_for_wide_and_one_for_narrow_screens(
    browser: Browser, site_url: str, width: int, drawing: str
):
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    for path, count in (("timeline/", 1), ("", 1)):
        page.goto(site_url + path)
        expect(page.locator(".chart svg:visible")).to_have_count(count)
        expect(page.locator(f".chart .{drawing} svg")).to_be_visible()
    page.locator(".strip a").click()
    expect(page).to_have_url(f"{site_url}timeline/")
    context.close()
