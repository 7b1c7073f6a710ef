"""The search box and the search page, by keyboard, in each locale, and when something is missing."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

BOX = ".md-search__input"
OPTION = "#search-list [role=option]"
RESULT = ".search-results > li"


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def search_page(page: Page, url: str, query: str) -> None:
    page.goto(f"{url}search/?q={quote(query)}")
    page.wait_for_selector(".search-page[data-shown]")


def test_until_the_box_is_focused_nothing_of_the_search_is_loaded_but_the_box(page: Page, site_url: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site_url)))
    page.goto(site_url, wait_until="load")
    assert sorted(url for url in asked if "search" in url) == ["assets/search/box.js"]
    page.focus(BOX)
    expect(page.locator(".md-search-result__meta")).not_to_be_empty()
    page.keyboard.insert_text("托卡耶夫")
    page.wait_for_selector(OPTION)
    assert all(not url.startswith("http") for url in asked)


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_a_shortcut_key_leads_to_the_box_and_escape_leaves_it(key: str, page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.keyboard.press(key)
    expect(page.locator(BOX)).to_be_focused()
    expect(page.locator(BOX)).to_have_value("")
    page.keyboard.type("s/f")
    expect(page.locator(BOX)).to_have_value("s/f")
    expect(page.locator("#__search")).to_be_checked()
    expect(page.locator(".md-search-result__meta")).to_contain_text("s/f")
    page.keyboard.press("Escape")
    expect(page.locator(BOX)).not_to_be_focused()
    expect(page.locator("#__search")).not_to_be_checked()


def test_tab_leads_through_the_list_and_out_of_the_box(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.keyboard.press("/")
    page.keyboard.insert_text("托卡耶夫")
    page.wait_for_selector(OPTION)
    page.keyboard.press("Tab")
    expect(page.locator(".md-search__scrollwrap")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.locator("#__search")).not_to_be_checked()
    assert page.evaluate("() => !document.querySelector('.md-search').contains(document.activeElement)")


@pytest.mark.parametrize("locale", ["", "en/"])
def test_arrows_and_enter_lead_to_the_paragraph_on_the_page_of_the_locale(locale, page: Page, site_url: str) -> None:
    page.goto(site_url + locale)
    page.keyboard.press("/")
    page.keyboard.insert_text("7591公里")
    page.wait_for_selector(OPTION)
    page.keyboard.press("ArrowDown")
    chosen = page.locator("#" + page.get_attribute(BOX, "aria-activedescendant"))
    expect(chosen).to_have_attribute("aria-selected", "true")
    assert "7591公里" in chosen.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_url}{locale}articles/tokayev-dushanbe-address/#p2")


def test_enter_without_a_choice_leads_to_the_search_page(page: Page, site_url: str) -> None:
    page.goto(site_url + "en/")
    page.keyboard.press("/")
    page.keyboard.insert_text("上合组织")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{site_url}en/search/?q={quote('上合组织')}")
    page.wait_for_selector(RESULT)


def test_nothing_is_searched_while_an_input_method_composes(page: Page, site_url: str) -> None:
    page.goto(site_url)
    page.keyboard.press("/")
    page.wait_for_selector("#search-list", state="attached")
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "tuo", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(400)
    expect(page.locator(".md-search-result__meta")).not_to_contain_text("tuo")
    keyboard.send("Input.insertText", {"text": "托卡耶夫"})
    page.wait_for_selector(OPTION)


def test_nothing_is_searched_while_an_input_method_composes_that_began_before_the_search_was_loaded(
    page: Page, site_url: str
) -> None:
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/words.zh-Hans.json", hold)
    page.goto(site_url)
    page.keyboard.press("/")
    keyboard = page.context.new_cdp_session(page)
    with page.expect_request("**/words.zh-Hans.json"):
        keyboard.send("Input.imeSetComposition", {"text": "tuo", "selectionStart": 3, "selectionEnd": 3})
    page.wait_for_timeout(100)
    held[0].continue_()
    page.wait_for_timeout(400)
    expect(page.locator(".md-search-result__meta")).not_to_contain_text("tuo")
    keyboard.send("Input.insertText", {"text": "托卡耶夫"})
    page.wait_for_selector(OPTION)


def test_query_and_facets_stand_in_the_address_and_come_back_from_it(page: Page, site_url: str) -> None:
    search_page(page, site_url + "en/", "托卡耶夫")
    expect(page.locator(".search-status")).to_have_text("5 texts")
    page.locator("select[name=kind]").select_option("paper")
    expect(page.locator(".search-status")).to_have_text("1 text")
    assert "kind=paper" in page.url
    page.reload()
    expect(page.locator(".search-status")).to_have_text("1 text")
    expect(page.locator("select[name=kind]")).to_have_value("paper")
    expect(page.locator("select[name=year] option")).to_have_text(["All years", "2022 (1)"])
    page.go_back()
    expect(page.locator(".search-status")).to_have_text("5 texts")


def test_one_click_searches_only_what_was_typed(page: Page, site_url: str) -> None:
    search_page(page, site_url + "en/", "Қасым-Жомарт Тоқаев")
    expect(page.locator(".search-also")).to_contain_text("托卡耶夫")
    expect(page.locator(RESULT)).to_have_count(5)
    page.get_by_text("Search only for what was typed").click()
    expect(page.locator(".search-status")).to_contain_text("No text has")
    page.get_by_text("Search for other forms of names too").click()
    expect(page.locator(RESULT)).to_have_count(5)


def test_a_title_comes_before_text_and_text_before_a_note(page: Page, site_url: str) -> None:
    search_page(page, site_url, "哈萨克斯坦")
    zones = page.eval_on_selector_all(RESULT, "all => all.map(one => one.querySelector('.search-hit').dataset.zone)")
    assert zones == sorted(zones, key=["title", "heading", "text", "note", "caption"].index)
    expect(page.locator(RESULT).first).to_have_attribute("data-slug", "kazakhstan-and-the-ukraine-war")


def test_a_hit_is_a_line_of_the_text_as_printed_with_the_match_marked(page: Page, site_url: str) -> None:
    search_page(page, site_url, "無縫過境與區域")
    hit = page.locator(".search-hit").first
    expect(hit.locator("mark")).to_have_text("无缝过境”与区域")
    expect(hit.locator(".search-line")).to_have_text("“无缝过境”与区域物流议题")
    expect(hit.locator(".search-place")).to_contain_text("小标题")


def test_punctuation_alone_gets_a_word_of_help(page: Page, site_url: str) -> None:
    search_page(page, site_url, "……")
    expect(page.locator(".search-status")).to_have_text("请输入文字或数字；标点不能检索。")


def test_what_is_typed_is_shown_as_text(page: Page, site_url: str) -> None:
    search_page(page, site_url, "<img src=x onerror=alert(1)>")
    expect(page.locator(".search-status")).to_contain_text("<img src=x onerror=alert(1)>")
    assert page.locator(".search-page img").count() == 0


@pytest.mark.parametrize("missing", ["**/pagefind/*.pf_meta", "**/engine.js", "**/words.*.json", "**/index/*"])
def test_a_clear_word_is_said_when_a_part_of_the_search_cannot_be_loaded(missing, page: Page, site_url: str) -> None:
    page.route(missing, lambda route: route.abort())
    search_page(page, site_url, "托卡耶夫")
    expect(page.locator(".search-status")).to_contain_text("检索未能载入")


def test_without_javascript_the_page_says_how_else_to_find(browser: Browser, site_url: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(site_url + "search/")
    expect(page.get_by_text("检索需要JavaScript")).to_be_visible()
    expect(page.locator(".search-without a")).to_have_count(2)
    context.close()


def test_results_and_the_open_box_are_accessible(page: Page, site_url: str) -> None:
    search_page(page, site_url, "托卡耶夫")
    assert _violations(page, ".search-page") == []
    page.goto(site_url)
    page.keyboard.press("/")
    page.keyboard.insert_text("托卡耶夫")
    page.wait_for_selector(OPTION)
    page.wait_for_timeout(600)  # until the list has faded in
    assert _violations(page, ".md-search") == []


def _violations(page: Page, part: str) -> list[str]:
    found = Axe().run(page, context=part).response["violations"]
    return [f"{rule['id']}: {node['html']}" for rule in found for node in rule["nodes"]]


def test_on_a_telephone_the_list_is_as_wide_as_the_screen(browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(site_url)
    page.locator("label.md-header__button[for=__search]").click()
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.insert_text("哈萨克斯坦")
    page.wait_for_selector(OPTION)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    context.close()


@pytest.mark.parametrize("locale", ["", "en/", "ru/", "kk/"])
def test_on_a_telephone_the_search_page_is_as_wide_as_the_screen(locale: str, browser: Browser, site_url: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    search_page(page, site_url + locale, "哈萨克斯坦")
    page.wait_for_selector(RESULT)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    context.close()
