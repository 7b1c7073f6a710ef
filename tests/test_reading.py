"""Reading and citing, in a real browser: links to passages, ranges, citations copied, notes in place, paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from edition.edition import Edition
from edition.model import Entry
from edition.site import cited_record
from edition.writing.citations import Style, citation, fill

PAPER = "articles/kazakhstan-and-the-ukraine-war/"
NEWS = "articles/kazakhstan-uzbekistan-alliance/"
SPEECH = "articles/tokayev-dushanbe-address/"
ANALYSIS = "articles/central-asia-russia-summit/"
LISTS = ("sources/", "disagreements/", "timeline/", "figures/", "data/")


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(
        permissions=["clipboard-read", "clipboard-write"], viewport={"width": 1280, "height": 800}
    )
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    return context.new_page()


def entry_of(edition: Edition, path: str) -> Entry:
    return next(entry for entry in edition.entries if path == f"articles/{entry.record.slug}/")


def today() -> date:
    """The reader's day, which is that of this machine."""
    return datetime.now(tz=UTC).astimezone().date()


def clipboard(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


# ── Links to passages ─────────────────────────────────────────────────────────────────────────────────────────


def test_every_passage_has_a_link_to_itself_without_javascript(browser: Browser, site_url: str):
    page = browser.new_page(java_script_enabled=False)
    page.goto(site_url + PAPER)
    ids = page.locator(".text [id]").evaluate_all("all => all.map(e => e.id).filter(id => /^[phtf]\\d/.test(id))")
    links = page.locator(".passage-link").evaluate_all("all => all.map(e => e.getAttribute('href'))")
    assert sorted(links) == sorted(f"#{id}" for id in ids)
    assert len(ids) == 43 + 11 + 1
    page.close()


def test_the_link_of_a_passage_shows_on_hover_and_on_focus(page: Page, site_url: str):
    page.goto(site_url + NEWS)
    link = page.locator("#p4 > .passage-link")
    assert link.evaluate("e => getComputedStyle(e).opacity") == "0"
    page.hover("#p4")
    assert link.evaluate("e => getComputedStyle(e).opacity") == "1"
    page.mouse.move(0, 0)
    link.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert link.evaluate("e => getComputedStyle(e).opacity") == "1"


def test_arriving_at_a_passage_marks_it_and_says_which_it_is(page: Page, site_url: str):
    page.goto(site_url + PAPER + "#p12")
    page.wait_for_selector("#p12.cited")
    wash = page.locator("#p12").evaluate("e => getComputedStyle(e).backgroundColor")
    assert wash != page.locator("#p13").evaluate("e => getComputedStyle(e).backgroundColor")
    assert page.locator("body > p[role=status]").inner_text() == "第 12 段"


def test_arriving_at_a_range_marks_all_of_it_and_shows_its_beginning(page: Page, site_url: str):
    page.goto(site_url + PAPER + "#p12-p14")
    page.wait_for_selector("#p12.cited")
    marked = page.locator(".cited").evaluate_all("all => all.map(e => e.id)")
    assert marked == ["p12", "p13", "p14"]
    assert page.locator("body > p[role=status]").inner_text() == "第 12 段 – 第 14 段"
    assert 0 <= page.locator("#p12").evaluate("e => e.getBoundingClientRect().top") < 200


def test_an_address_that_names_no_passage_marks_nothing(page: Page, site_url: str):
    page.goto(site_url + PAPER + "#p900-p901")
    assert page.locator(".cited").count() == 0


# ── Citing ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_passage_is_cited_in_two_clicks(page: Page, site_url: str, edition: Edition):
    page.goto(site_url + NEWS)
    page.hover("#p7")
    page.locator("#p7 > .passage-cite").click()
    page.get_by_role("button", name="复制原文、引文和链接").click()
    expect(page.locator(".cite-dialog [role=status]")).to_have_text("已复制")
    csl = cited_record(entry_of(edition, NEWS), site_url)
    quotation, cited, address = clipboard(page).split("\n")
    assert quotation.startswith("“托卡耶夫总统指出，过去几年两国年度贸易额持续超过 40 亿美元")
    assert quotation.endswith("100 亿美元。”")
    assert cited == fill(citation(csl, Style.GB_2025), today(), "p7")
    assert address == f"{site_url}{NEWS}#p7"


@pytest.mark.parametrize("path", [NEWS, PAPER, ANALYSIS])
@pytest.mark.parametrize("style", Style)
def test_the_browser_fills_in_a_citation_as_the_library_does(page: Page, site_url: str, edition: Edition, path, style):
    page.goto(site_url + path)
    template = citation(cited_record(entry_of(edition, path), site_url), style)
    page.wait_for_selector(".cite-copy")
    page.locator(f"[data-style='{style}'] + .cite-copy").click()
    expect(page.locator(".cite [role=status]")).to_have_text("已复制")
    assert clipboard(page) == fill(template, today())
    page.locator("#p5 > .passage-cite").dispatch_event("click")
    page.locator(".cite-dialog input").nth(list(Style).index(style)).check()
    page.get_by_role("button", name="复制引文").click()
    expect(page.locator(".cite-dialog [role=status]")).to_have_text("已复制")
    assert clipboard(page) == fill(template, today(), "p5")


def test_a_copied_quotation_has_no_note_numbers_and_no_paragraph_number(page: Page, site_url: str):
    page.goto(site_url + PAPER)
    page.locator("#p12 > .passage-cite").dispatch_event("click")
    quoted = page.locator(".cite-dialog blockquote").inner_text()
    assert "提出建议；4月14日" in quoted
    assert "12" not in quoted[-5:]


def test_a_passage_of_which_texts_differ_is_copied_without_its_mark(page: Page, site_url: str):
    page.goto(site_url + SPEECH)
    assert page.locator("#p2 .disagreement").count() == 1
    page.locator("#p2 .passage-cite").dispatch_event("click")
    quoted = page.locator(".cite-dialog blockquote").inner_text()
    assert quoted.startswith("“- 中亚是一个具有快速发展潜力的地区。")
    assert quoted.endswith("-他说。”")
    page.keyboard.press("Escape")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#p2'))")
    assert "说法不一" not in page.evaluate("getSelection().toString()")


def test_the_mark_of_a_passage_leads_to_what_the_other_text_says(page: Page, site_url: str):
    page.goto(site_url + SPEECH)
    mark = page.get_by_role("link", name="说法不一：哈萨克斯坦与俄罗斯边界的长度")
    box = mark.bounding_box()
    assert box
    assert box["height"] >= 24
    mark.click()
    page.wait_for_url("**/disagreements/#border")
    shown = page.locator("#border + .statements")
    assert "7591公里" in shown.inner_text()
    assert "6846公里" in shown.inner_text()
    shown.get_by_role("link", name="第 3 段").click()
    page.wait_for_url(f"**/{PAPER}#p3")
    page.wait_for_selector("#p3.cited")


def test_copying_by_keyboard_is_left_alone(page: Page, site_url: str):
    page.goto(site_url + NEWS)
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#p19'))")
    page.keyboard.press("Control+c")
    assert clipboard(page) == page.evaluate("getSelection().toString()")
    assert clipboard(page).startswith("2024 年 5 月")


def test_the_dialog_closes_by_escape_and_gives_the_focus_back(page: Page, site_url: str):
    page.goto(site_url + NEWS)
    page.locator("#p7 > .passage-cite").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector(".cite-dialog[open]")
    page.keyboard.press("Escape")
    assert page.locator(".cite-dialog").count() == 0
    assert page.evaluate("document.activeElement.parentElement.id") == "p7"


def test_without_javascript_the_citations_stand_on_the_page(browser: Browser, site_url: str):
    page = browser.new_page(java_script_enabled=False)
    page.goto(site_url + NEWS)
    assert "协作加速区域发展[EB/OL]" in page.locator(".citations").inner_text()
    assert "[访问日期]" in page.locator(".citations").inner_text()
    assert page.get_by_role("button").filter(has_text="引用").count() == 0
    page.close()


# ── Notes ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_a_note_is_read_in_place_by_mouse(page: Page, site_url: str):
    page.goto(site_url + PAPER)
    page.hover("#r6")
    page.wait_for_selector(".note-card")
    assert "Казахстан не рассматривает отправку военных" in page.locator(".note-card").inner_text()
    page.mouse.move(0, 0)
    page.wait_for_selector(".note-card", state="detached")


def test_a_note_is_read_in_place_by_keyboard_and_the_way_goes_there_and_back(page: Page, site_url: str):
    page.goto(site_url + PAPER)
    page.locator("#p5 > .passage-cite").focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "r1"
    page.wait_for_selector(".note-card")
    assert page.locator("#r1").get_attribute("aria-describedby") == "note-card"
    page.keyboard.press("Escape")
    assert page.locator(".note-card").count() == 0
    page.keyboard.press("Enter")
    page.wait_for_url("**/#n1")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "doc-backlink"
    page.keyboard.press("Enter")
    page.wait_for_url("**/#r1")


def test_a_note_is_read_in_place_by_tapping(browser: Browser, site_url: str):
    context = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(site_url + PAPER)
    page.locator("#r6").tap()
    page.wait_for_selector(".note-card")
    assert page.url.endswith(PAPER)
    box = page.locator(".note-card").bounding_box()
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 360
    context.close()


def test_a_note_number_can_be_hit_by_a_thumb(page: Page, site_url: str):
    page.goto(site_url + PAPER)
    box = page.locator("#r6").bounding_box()
    assert box
    assert box["height"] >= 24


# ── On any screen, and on paper ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("path", ["", "dates/", "topics/", "about/", *LISTS, PAPER, SPEECH, ANALYSIS, f"en/{PAPER}"])
@pytest.mark.parametrize("width", [320, 768, 3840])
def test_no_page_scrolls_sideways(page: Page, site_url: str, path: str, width: int):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(site_url + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", ["", "ru/", "kk/timeline/", f"en/{PAPER}"])
def test_without_javascript_the_shut_choice_of_languages_does_not_widen_the_page(
    browser: Browser, site_url: str, path: str
):
    context = browser.new_context(viewport={"width": 320, "height": 640}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + path)
    asked = {"expression": "document.documentElement.scrollWidth"}
    assert context.new_cdp_session(page).send("Runtime.evaluate", asked)["result"]["value"] <= 320
    context.close()


def test_a_line_of_text_has_34_to_42_characters_on_a_desk(page: Page, site_url: str):
    page.goto(site_url + NEWS)
    width, size = page.locator("#p1").evaluate("e => [e.clientWidth, parseFloat(getComputedStyle(e).fontSize)]")
    assert 34 <= width / size <= 42


def test_the_page_reads_whole_without_javascript(browser: Browser, site_url: str, edition: Edition):
    page = browser.new_page(java_script_enabled=False)
    page.goto(site_url + PAPER)
    assert page.locator(".notes li").count() == 57
    assert page.locator("#p43").inner_text().strip()
    assert page.locator("table.data tbody tr").count() == 6
    page.close()


def test_on_paper_stands_the_text_with_its_address_and_none_of_the_site(page: Page, site_url: str):
    page.goto(site_url + PAPER)
    page.wait_for_selector(".cite-copy")
    page.emulate_media(media="print")
    address = page.locator(".print-address")
    assert address.is_visible()
    assert site_url + PAPER in address.inner_text()
    assert today().isoformat() in address.inner_text()
    for furniture in (".md-header", ".md-tabs", ".md-footer", ".md-sidebar--secondary", ".cite", ".neighbours"):
        assert not page.locator(furniture).is_visible()
    assert page.locator("#n56").is_visible()


def test_the_printed_page_is_a4_with_its_text_as_text(page: Page, site_url: str):
    page.goto(site_url + SPEECH)
    pdf = page.pdf(prefer_css_page_size=True)
    assert b"/Font" in pdf
    assert b"MediaBox [0 0 594.95996 841.91998]" in pdf or b"MediaBox [0 0 595" in pdf or b"[0 0 594" in pdf
