"""The picture of a table: from which tables it is made, and what it says."""

import json
from pathlib import Path
from xml.etree import ElementTree

import brotli
import pytest
from lxml import html
from playwright.sync_api import Browser
from texts import CHINESE, block

from edition.model import Edition, Table
from edition.search.search_documents import search_text
from edition.writing.markdown import write_block
from edition.writing.table_chart import NUMBER, draw_series, read_series

PAPER = "articles/kazakhstan-and-the-ukraine-war/"


def table(*rows: str) -> Table:
    """Cells are parted by spaces; the first row is the header."""
    lines = "".join("".join(f"\t{cell}\n" for cell in row.split()) + "\n" for row in rows)
    read = block(f"正文。\n\n{lines}\n")
    assert isinstance(read, Table)
    return read


GDP = ("年份 俄 哈 比值", "2022 1637.8 177.9 9.2:1", "2012 1840.1 197.5 9.3:1", "2007 1,550.8 138.9 11.2:1")


def test_columns_of_numbers_are_series_with_labels_and_numbers_as_printed():
    first, second = read_series(table(*GDP))
    assert (first.name, second.name) == ("俄", "哈")
    assert [(label, number) for label, number, _ in first.rows] == [
        ("2007", "1,550.8"),
        ("2012", "1840.1"),
        ("2022", "1637.8"),
    ]


def test_rows_that_are_not_of_years_stay_in_their_order():
    (first, _) = read_series(table("国 出口 进口", "乙 5 1", "甲 3 2", "丙 4 3"))
    assert [label for label, _, _ in first.rows] == ["乙", "甲", "丙"]


@pytest.mark.parametrize(
    "rows",
    [
        ("年份 俄 哈", "2007 1 2", "2012 3 4"),
        ("年份 俄 说明", "2007 1 a", "2012 3 b", "2022 5 c"),
        ("年份 俄 哈", "2007 1 —", "2012 3 4", "2022 5 6"),
        ("年份 俄 哈", "2007 0 0", "2012 0 0", "2022 0 0"),
        ("年份 俄 哈", "2007 1 2", "2012 3", "2022 5 6"),
    ],
)
def test_fewer_rows_or_columns_of_numbers_or_a_missing_cell_make_no_picture(rows: tuple[str, ...]):
    assert read_series(table(*rows)) == ()
    assert "<svg" not in write_block(table(*rows), "t1", CHINESE)


@pytest.mark.parametrize("text", ["9.2:1", "", "1—2", "约5", "٣", "5a", "/5"])
def test_what_is_no_number_is_none(text: str):
    assert NUMBER.fullmatch(text) is None


def test_a_picture_says_its_labels_and_numbers_and_has_a_name():
    (_, second) = read_series(table(*GDP))
    svg = ElementTree.fromstring(draw_series(second, "条形图：哈"))
    words = ["".join(text.itertext()) for text in svg.iter("text")]
    assert svg.get("aria-label") == "条形图：哈"
    assert sorted(words) == sorted(["2007", "2012", "2022", "138.9", "197.5", "177.9"])


def test_bars_are_as_long_as_their_numbers_each_picture_by_its_own_scale():
    for series in read_series(table(*GDP)):
        svg = ElementTree.fromstring(draw_series(series, "x"))
        bars = sorted(float(bar.get("width")) for bar in svg.iter("rect") if "rect" in bar.get("class", "").split())
        values = sorted(float(value) for _, _, value in series.rows)
        assert bars == pytest.approx([value * bars[-1] / values[-1] for value in values], rel=0.03)
        assert bars[-1] > 150


def test_a_hostile_cell_is_no_markup_in_the_picture():
    written = write_block(table("年份 <b>俄 哈", "<i>a 1 2", "b 3 4", "c 5 6"), "t1", CHINESE)
    figure = written[written.index("<figure") :]
    assert "<b>" not in figure
    assert "<i>" not in figure


@pytest.mark.parametrize(("locale", "words"), [("", "本库据上表绘制"), ("en/", "Drawn by the archive")])
def test_the_picture_is_marked_as_the_archives_in_the_words_of_the_page(built_site: Path, locale: str, words: str):
    page = html.parse(str(built_site / locale / PAPER / "index.html")).getroot()
    (figure,) = page.find_class("table-chart")
    assert figure.find("figcaption").text_content().startswith(words)
    assert len(figure.findall(".//svg")) == 2
    assert figure.get("id") is None


def test_the_picture_is_not_found_by_search(edition: Edition):
    paper = next(entry for entry in edition.entries if entry.article.footnotes)
    searched = json.dumps(search_text(paper, [CHINESE]), ensure_ascii=False)
    assert searched.count("1840.1") == 1
    assert CHINESE("article.chart-caption") not in searched


def test_the_picture_adds_little_to_a_first_visit(built_site: Path):
    page = (built_site / PAPER / "index.html").read_text("utf-8")
    start, end = page.index('<figure class="chart table-chart"'), page.index("</figure>", page.index("table-chart"))
    without = page[:start] + page[end + len("</figure>") :]
    assert len(brotli.compress(page.encode())) - len(brotli.compress(without.encode())) <= 4_000


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_picture_can_be_read_on_a_telephone_in_either_palette(browser: Browser, site_url: str, scheme: str):
    page = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme).new_page()
    page.goto(site_url + PAPER)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    texts = page.locator(".table-chart text").all()
    assert len(texts) == 24
    for text in texts:
        box = text.bounding_box()
        assert box["height"] >= 11
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360


def test_labels_in_chinese_are_as_wide_as_they_are_and_long_ones_make_no_picture(browser: Browser):
    short, long = "乌兹别克斯坦共和国", "哈萨克斯坦共和国国民经济部门"
    (series, _) = read_series(table("国 出口 进口", f"{short} 5 1", "甲 3 2", "丙 4 3"))
    page = browser.new_page(viewport={"width": 330, "height": 300})
    drawn = draw_series(series, "x").replace("<svg ", '<svg width="330" style="font: 12px sans-serif" ')
    page.set_content(drawn.replace('<g class="axis y', '<g text-anchor="end" class="axis y'))
    left = page.locator("svg").bounding_box()["x"]
    assert page.get_by_text(short).bounding_box()["x"] >= left
    assert read_series(table("国 出口 进口", f"{long} 5 1", "甲 3 2", "丙 4 3")) == ()


def test_what_is_selected_with_the_table_has_no_words_of_the_picture(browser: Browser, site_url: str):
    page = browser.new_page()
    page.goto(site_url + PAPER)
    page.keyboard.press("Control+a")
    selected = page.evaluate("getSelection().toString()")
    assert "1637.8" in selected
    assert "本库据上表绘制" not in selected
