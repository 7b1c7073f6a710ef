"""Figures: the page that shows those of all texts, in a browser and without scripts, and their files."""

import csv
import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from texts import article

from edition.edition import Edition
from edition.extraction.units import UNITS
from edition.gathered.figures import read_figures
from edition.model import Qualifier, Quantity, QuantityKind
from edition.pages.figures_page import ON_ONE_PAGE, write_figures
from edition.writing.quantity_phrases import value_phrase
from edition.writing.strings import CLDR_LOCALES, read_strings

FIGURES = "figures/index.html"
ROW = re.compile(r"<tr data-row.*?</tr>", re.DOTALL)


def phrase(value: str, unit: str | None, kind: QuantityKind, locale: str = "en", high: str | None = None) -> str:
    low, top = (Fraction(text) if "/" in text else Decimal(text) for text in (value, high or value))
    quantity = Quantity("p1", "", 0, 0, low, top, unit, kind, None)
    return value_phrase(quantity, read_strings(locale)).replace("\u00a0", " ")


def test_a_ratio_is_said_as_printed():
    line = "两国的比例为9.2:1。"
    ratio = Quantity("p1", line, 6, 11, Fraction("9.2"), Fraction("9.2"), None, QuantityKind.RATIO, None)
    assert value_phrase(ratio, read_strings("ru")) == "9.2 : 1"


def plain(html: str) -> str:
    return unescape(re.sub("<[^>]+>", "", html))


# ── Values in words ───────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("zh-Hans", "183.53亿美元"),
        ("en", "18.353 billion US dollars"),
        ("ru", "18,353 млрд долларов США"),
        ("kk", "18,353 млрд АҚШ доллары"),
    ],
)
def test_money_is_said_in_the_words_of_the_locale(locale: str, said: str):
    assert phrase("18353000000", "USD", QuantityKind.MONEY, locale) == said


@pytest.mark.parametrize(
    ("locale", "said"), [("zh-Hans", "2200万吨"), ("en", "22 million tonnes"), ("ru", "22 млн т"), ("kk", "22 млн т")]
)
def test_a_measure_is_said_in_the_words_of_the_locale(locale: str, said: str):
    assert phrase("22000000", "t", QuantityKind.WEIGHT, locale) == said


def test_what_is_no_money_and_no_measure_is_said_too():
    assert phrase("-8.9", "percent", QuantityKind.GROWTH) == "−8.9%"
    assert phrase("18", "percent", QuantityKind.GROWTH, high="19") == "18–19%"
    assert phrase("1/3", "share", QuantityKind.SHARE) == "1/3"
    assert phrase("400000", "persons", QuantityKind.PERSONS) == "400,000 people"
    assert phrase("1", "番", QuantityKind.GROWTH) == "1 doubling"
    assert phrase("171", "个", QuantityKind.COUNT) == "171 个"
    assert phrase("527", None, QuantityKind.OTHER) == "527"


@pytest.mark.parametrize("locale", sorted(CLDR_LOCALES))
def test_every_unit_of_the_rules_can_be_said(locale: str):
    for unit in UNITS.values():
        assert "5" in phrase("5", unit.code, unit.kind, locale)


# ── The page ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("locale", sorted(CLDR_LOCALES))
def test_every_figure_has_a_row_with_its_sentence_and_its_place(
    edition: Edition, locale: str, rendered: Callable[[str], str]
):
    ((_, written),) = write_figures(read_figures(edition), edition, read_strings(locale))
    rows = ROW.findall(rendered(written))
    wanted = [q for entry in edition.entries for q in entry.quantities]
    assert len(rows) == len(wanted)
    shown = {(re.search(r'href="[^"]*#(\w+)"', row)[1], plain(re.search("<mark>.*?</mark>", row)[0])) for row in rows}
    assert shown == {(quantity.place, quantity.text) for quantity in wanted}


def test_a_hostile_sentence_is_no_markup(edition: Edition, rendered: Callable[[str], str]):
    (entry, *_) = edition.entries
    line = "<b>x</b> {{y}} 增长5% </table><script>"
    quantity = Quantity("p1", line, 15, 17, Decimal(5), Decimal(5), "percent", QuantityKind.GROWTH, None)
    hostile = replace(edition, entries=(replace(entry, quantities=(quantity,)),))
    ((_, written),) = write_figures(read_figures(hostile), hostile, read_strings("zh-Hans"))
    (row,) = ROW.findall(rendered(written))
    assert "<b>" not in row
    assert "<script" not in row
    assert line in plain(row)


def test_very_many_figures_are_parted_by_kind_and_every_page_can_be_reached(edition: Edition):
    (entry, *others) = edition.entries
    (first, *_) = entry.quantities
    many = tuple(replace(first, place=f"p{n}") for n in range(ON_ONE_PAGE + 1))
    large = replace(edition, entries=(replace(entry, quantities=many), *others))
    pages = dict(write_figures(read_figures(large), large, read_strings("en")))
    sizes = {uri: len(ROW.findall(page)) for uri, page in pages.items()}
    assert sizes["figures/index.md"] == 0
    assert max(sizes.values()) == ON_ONE_PAGE
    assert sum(sizes.values()) == sum(len(each.quantities) for each in large.entries)
    for uri, page in pages.items():
        for link in re.findall(r'href="([^"#]+/)"', page):
            if "/articles/" not in f"/{link}":
                target = normpath(join(uri.removesuffix("index.md").removesuffix(".md") + "/", link))
                assert target == "data" or f"{target}.md" in pages or f"{target}/index.md" in pages, (uri, link)


def test_an_edition_without_figures_has_a_page_that_says_so(edition: Edition, rendered: Callable[[str], str]):
    (entry, *_) = edition.entries
    empty = replace(edition, entries=(replace(entry, article=article("正文。"), quantities=()),))
    ((_, written),) = write_figures(read_figures(empty), empty, read_strings("en"))
    assert "The 0 figures" in plain(rendered(written))


# ── Files ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_the_files_agree_with_one_another_and_with_the_page(built_site: Path):
    page = (built_site / FIGURES).read_text("utf-8")
    addresses = re.findall(r'href="([^"]+/figures\.(?:csv|json))"', page)
    table, listed = (
        (built_site / normpath(join(dirname(FIGURES), address))).read_text("utf-8-sig") for address in addresses
    )
    rows, objects = list(csv.DictReader(io.StringIO(table))), json.loads(listed)
    assert [row["printed"] for row in rows] == [each["printed"] for each in objects]
    shown = sorted(plain(re.search("<mark>.*?</mark>", row)[0]) for row in ROW.findall(page))
    assert shown == sorted(each["printed"] for each in objects)
    for each in objects:
        assert each["printed"] in each["sentence"]
        assert each["qualifier"] is None or Qualifier(each["qualifier"])
        assert each["low"] is None or each["low"] <= each["high"]


# ── In a browser ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def page(browser: Browser, site_url: str) -> Page:
    page = browser.new_page()
    page.goto(f"{site_url}en/figures/")
    return page


def choice(page: Page, name: str) -> Locator:
    return page.locator(f"form.row-filters select[name={name}]")


def values(page: Page, kind: str) -> list[float]:
    cells = page.locator(f"#{kind} ~ table td.value").all()
    return [float(value) for cell in cells if (value := cell.get_attribute("data-value"))]


def test_a_column_is_sorted_by_value_both_ways_and_what_has_none_comes_last(page: Page):
    printed = values(page, "money")
    header = page.locator("#money ~ table").get_by_role("button", name="Value")
    header.click()
    assert values(page, "money") == sorted(printed)
    assert page.locator("#money ~ table td.value").last.get_attribute("data-value") == ""
    header.click()
    assert values(page, "money") == sorted(printed, reverse=True)
    expect(page.locator("#money ~ table th[aria-sort=descending]")).to_have_count(1)


def test_the_rows_are_narrowed_by_kind_and_text_and_the_counts_follow(page: Page):
    choice(page, "kind").select_option("money")
    expect(page.locator("section[data-group]:visible")).to_have_count(1)
    choice(page, "text").select_option(index=1)
    slug = choice(page, "text").input_value()
    left = page.locator(f'tr[data-kind=money][data-text="{slug}"]').count()
    expect(page.locator("tr[data-row]:visible")).to_have_count(left)
    expect(page.locator("#money [data-count]")).to_have_text(str(left))
    page.goto(page.url)
    expect(page.locator("tr[data-row]:visible")).to_have_count(left)


def test_the_rows_are_narrowed_by_topic(page: Page):
    choice(page, "topic").select_option(index=1)
    topic = choice(page, "topic").input_value()
    for row in page.locator("tr[data-row]:visible").all():
        assert topic in row.get_attribute("data-topic").split()


def test_a_figure_leads_to_its_paragraph(page: Page):
    link = page.locator("td.printed a").first
    words, place = link.inner_text(), link.get_attribute("href").partition("#")[2]
    link.click()
    expect(page.locator(f"#{place}")).to_contain_text(words)


def test_without_scripts_every_row_can_be_read(browser: Browser, site_url: str):
    page = browser.new_context(java_script_enabled=False).new_page()
    page.goto(f"{site_url}figures/")
    rows = page.locator("tr[data-row]")
    assert rows.count() == page.locator("tr[data-row]:visible").count() > 0
    expect(page.locator("form.row-filters")).to_be_hidden()


@pytest.mark.parametrize("locale", ["", "en/", "ru/", "kk/"])
def test_on_a_telephone_nothing_is_wider_than_the_screen(browser: Browser, site_url: str, locale: str):
    page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    page.goto(f"{site_url}{locale}figures/")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
