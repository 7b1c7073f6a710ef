"""The site can be used by everybody: by keyboard, on a phone, in the dark, without motion."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from edition.writing.strings import CLDR_LOCALES

PAPER = "articles/kazakhstan-and-the-ukraine-war/"

SCREENS = {"desk": (1280, "light"), "dark": (1280, "dark"), "phone": (360, "light")}

STOP = """() => {
  const element = document.activeElement;
  const indicated = (shown) => getComputedStyle(shown).outlineStyle !== "none";
  const visible = (shown) => {
    if (!shown) return false;
    const box = shown.getBoundingClientRect();
    const inside = box.right > 0 && box.left < innerWidth && box.bottom > 0 && box.top < innerHeight;
    return inside && box.width > 1 && box.height > 1 &&
      shown.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  };
  const shown = visible(element) ? element : visible(element.nextElementSibling) && element.nextElementSibling;
  return {
    what: element.outerHTML.slice(0, 160),
    body: element === document.body,
    seen: Boolean(shown),
    indicated: Boolean(shown) && (indicated(shown) || indicated(shown.closest("form") ?? shown)),
  };
}"""
"""Where the focus is, whether it or the label behind it can be seen there, and whether it shows that it has it."""

MOST_STOPS = 1500


def kinds(site: Path) -> list[str]:
    """The address of one page of each kind, the fullest; and of one article in another language."""
    fullest: dict[tuple[str, int], Path] = {}
    for path in site.rglob("index.html"):
        parts = path.parent.relative_to(site).parts
        if not set(parts) & set(CLDR_LOCALES):
            kind = (parts[0] if parts else "", len(parts))
            fullest[kind] = max(fullest.get(kind, path), path, key=lambda each: each.stat().st_size)
    pages = [path.parent.relative_to(site).as_posix().removeprefix(".") for path in fullest.values()]
    return [*sorted(f"{page}/" if page else "" for page in pages), "404.html", f"kk/{PAPER}"]


def open_page(browser: Browser, screen: str) -> Page:
    width, scheme = SCREENS[screen]
    seen = {"color_scheme": scheme, "reduced_motion": "reduce"}  # what comes by and by is there at once
    context = browser.new_context(viewport={"width": width, "height": 800}, **seen)
    return context.new_page()


def stops_of(page: Page) -> Iterator[dict[str, object]]:
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(STOP)
        if stop["body"]:
            return
        yield stop


def test_every_kind_of_page_is_tried(built_site: Path):
    assert {"", "dates/", "topics/", "names/", "about/", PAPER, "404.html"} <= set(kinds(built_site))


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_nothing_on_any_kind_of_page(browser: Browser, site_url: str, built_site: Path, screen: str):
    page = open_page(browser, screen)
    found = {}
    for path in kinds(built_site):
        page.goto(site_url + path)
        violations = Axe().run(page).response["violations"]
        found |= {path: [(v["id"], v["nodes"][0]["html"][:160]) for v in violations]} if violations else {}
    page.context.close()
    assert found == {}


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_by_keyboard_every_stop_can_be_seen_and_shows_that_it_has_the_focus(
    browser: Browser, site_url: str, built_site: Path, screen: str
):
    page = open_page(browser, screen)
    unseen = {}
    for path in kinds(built_site)[:-1]:  # the other language has the same stops
        page.goto(site_url + path)
        page.wait_for_load_state("networkidle")
        stops = list(stops_of(page))
        assert 5 < len(stops) < MOST_STOPS
        unseen |= {(path, stop["what"]): stop for stop in stops if not (stop["seen"] and stop["indicated"])}
    page.context.close()
    assert unseen == {}


def test_the_menu_of_a_phone_opens_by_keyboard_and_its_links_come_into_reach(browser: Browser, site_url: str):
    page = open_page(browser, "phone")
    page.goto(site_url + "about/")
    drawer = page.locator(".md-sidebar--primary")
    assert not drawer.is_visible()
    button = page.locator("label[for=__drawer] button")
    button.focus()
    page.keyboard.press("Enter")
    expect(drawer).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Escape")
    expect(drawer).not_to_be_visible()
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dates/")
    page.context.close()


def test_whoever_asks_for_less_motion_sees_none(browser: Browser, site_url: str):
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(site_url + PAPER)
    moving = page.evaluate("""() => [...document.querySelectorAll("*")].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return !/^(0s(, )?)+$/.test(transitionDuration) && getComputedStyle(element).transitionProperty !== "none"
        || animationName !== "none" || scrollBehavior === "smooth";
    }).map((element) => element.outerHTML.slice(0, 100))""")
    context.close()
    assert moving == []
