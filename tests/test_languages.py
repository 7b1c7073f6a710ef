"""Over the built site: a page is in one language, and whatever on it is in another says so."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from lxml import etree, html
from playwright.sync_api import Browser, expect

from edition.writing.strings import CLDR_LOCALES, DEFAULT_LOCALE, FOLDER

LOCALES = list(CLDR_LOCALES)
OTHERS = [locale for locale in LOCALES if locale != DEFAULT_LOCALE]

HAN, CYRILLIC, KAZAKH = r"[\u3400-\u9fff]", r"[\u0400-\u04ff]", r"[ӘәҒғҚқҢңӨөҰұҮүҺһ]"
FOREIGN = {"zh-Hans": CYRILLIC, "en": f"{HAN}|{CYRILLIC}", "ru": f"{HAN}|{KAZAKH}", "kk": HAN}
"""What a page's own language is not written with."""

SPOKEN = {"aria-label", "title", "alt", "placeholder", "label"}
"""Attributes that are read out or shown."""

DESCRIPTIONS = ("description", "og:title", "og:description")
"""What the head says to readers; the rest of it is data of the text."""


def pages(site: Path, locale: str) -> Iterator[tuple[str, etree._Element]]:
    folder = site if locale == DEFAULT_LOCALE else site / locale
    for path in sorted(folder.rglob("*.html")):
        name = path.relative_to(folder).as_posix()
        if not (locale == DEFAULT_LOCALE and name.split("/")[0] in LOCALES):
            yield name, html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()


def language(element: etree._Element) -> str:
    return next(each.get("lang") for each in (element, *element.iterancestors()) if each.get("lang"))


def spoken(root: etree._Element) -> Iterator[tuple[str, str]]:
    """All that is read or read out on a page, with its language."""
    for element in root.iter(etree.Element):
        if element.tag in ("script", "style") or element.xpath("ancestor-or-self::*[@class='citation']"):
            continue  # a citation is in its style's language as a whole, the cited title with it
        if element.tag == "meta":
            if (element.get("name") or element.get("property")) in DESCRIPTIONS:
                yield element.get("content"), language(element)
            continue
        yield from ((element.get(name), language(element)) for name in SPOKEN if element.get(name))
        yield element.text or "", language(element)
        for child in element:
            yield child.tail or "", language(element)


def words(locale: str) -> set[str]:
    """All that the interface says in a locale, the theme's words too."""
    messages = yaml.safe_load((FOLDER / f"{locale}.yml").read_text("utf-8")).values()
    return {message for message in messages if isinstance(message, str)}


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_names_its_language(built_site: Path, locale: str):
    named = {name: root.get("lang") for name, root in pages(built_site, locale)}
    assert len(named) > 10
    assert set(named.values()) == {locale}


@pytest.mark.parametrize("locale", LOCALES)
def test_no_page_mixes_scripts_without_saying_so(built_site: Path, locale: str):
    foreign = re.compile(FOREIGN[locale])
    mixed = [
        (name, text.strip())
        for name, root in pages(built_site, locale)
        for text, lang in spoken(root)
        if lang == locale and foreign.search(text)
    ]
    assert mixed == []


@pytest.mark.parametrize("locale", LOCALES)
def test_no_page_says_what_another_language_says(built_site: Path, locale: str):
    own = words(locale)
    others = {word for other in LOCALES if other != locale for word in words(other)} - own
    mixed = [
        (name, text.strip())
        for name, root in pages(built_site, locale)
        for text, lang in spoken(root)
        if lang == locale and text.strip() in others
    ]
    assert mixed == []


def theme_says(root: etree._Element) -> dict[str, str]:
    (config,) = root.xpath("//script[@id='__config']")
    return json.loads(config.text)["translations"]


@pytest.mark.parametrize("locale", ["zh-Hans", "ru", "kk"])
def test_the_theme_s_script_speaks_the_page_s_language(built_site: Path, locale: str):
    english = theme_says(next(pages(built_site, "en"))[1])
    for name, root in pages(built_site, locale):
        assert {key for key, said in theme_says(root).items() if said == english[key]} == set(), name


@pytest.mark.parametrize("locale", LOCALES)
def test_the_switches_of_the_palette_are_named_in_the_page_s_language(built_site: Path, locale: str):
    names = {
        other: {label.get("title") for _, root in pages(built_site, other) for label in root.xpath("//label[@title]")}
        for other in LOCALES
    }
    assert len(names[locale]) == 2
    assert all(names[locale].isdisjoint(names[other]) for other in LOCALES if other != locale)


@pytest.mark.parametrize("locale", OTHERS)
def test_a_page_leads_to_itself_in_each_language(built_site: Path, locale: str):
    for name, root in pages(built_site, locale):
        links = {link.get("hreflang"): link.get("href") for link in root.xpath("//head/link[@hreflang]")}
        assert set(links) == {*LOCALES, "x-default"}, name
        assert links["x-default"] == links[DEFAULT_LOCALE]
        assert root.xpath("//a[@class='md-select__link']/@lang") == LOCALES


def test_there_is_one_page_for_what_is_not_found_and_it_speaks_all_languages(built_site: Path):
    assert [path.relative_to(built_site).as_posix() for path in built_site.rglob("404.html")] == ["404.html"]
    root = html.parse(str(built_site / "404.html"), html.HTMLParser(encoding="utf-8")).getroot()
    assert root.get("lang") == DEFAULT_LOCALE
    assert root.xpath("//article/section/@lang") == LOCALES


@pytest.mark.parametrize("locale", OTHERS)
def test_the_same_passages_stand_under_the_same_ids(built_site: Path, locale: str):
    chinese = dict(pages(built_site, DEFAULT_LOCALE))
    for name, root in pages(built_site, locale):
        if name.startswith("articles/"):
            ids = [page.xpath("//div[@class='text']//@id") for page in (root, chinese[name])]
            assert ids[0] == ids[1]
            assert root.xpath("//div[@class='text']/@lang") == [DEFAULT_LOCALE]


def test_the_choice_of_another_language_leads_to_the_same_passage(browser: Browser, site_url: str):
    page = browser.new_page()
    page.goto(f"{site_url}articles/tokayev-china-visit/#p12")
    page.evaluate("location.hash = '#p3'")
    link = page.locator(".md-select__link[hreflang=kk]")
    expect(link).to_have_js_property("href", f"{site_url}kk/articles/tokayev-china-visit/#p3")
    page.close()
