"""What is new and what there is can be found: feeds, sitemaps, robots.txt, descriptions, a page for what is missing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from lxml import etree, html

from edition.dates import read_date
from edition.model import Attributed, Basis, Edition
from edition.publishing.feeds import LATEST, published, write_feeds
from edition.publishing.metadata import locale_folder
from edition.writing.strings import CLDR_LOCALES, DEFAULT_LOCALE, read_strings

SITE = "https://example.org/archive/"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
LOCALES = list(CLDR_LOCALES)


def feeds(edition: Edition, locale: str = DEFAULT_LOCALE) -> tuple[etree._Element, dict]:
    atom, feed = write_feeds(edition, [read_strings(locale)], SITE)
    return etree.fromstring(atom.data), json.loads(feed.data)


def instant(text: str) -> datetime:
    return datetime.fromisoformat(text)


# ── Feeds ─────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("locale", LOCALES)
def test_both_feeds_tell_of_every_text_in_the_words_of_their_locale(edition: Edition, locale: str):
    atom, feed = feeds(edition, locale)
    home = SITE + locale_folder(locale)
    expected = {f"{home}articles/{entry.record.slug}/" for entry in edition.entries}
    assert set(atom.xpath("a:entry/a:id/text()", namespaces=ATOM)) == expected
    assert {item["url"] for item in feed["items"]} == expected
    assert atom.get("{http://www.w3.org/XML/1998/namespace}lang") == feed["language"] == locale
    assert feed["home_page_url"] == home
    titles = atom.xpath("a:entry/a:title/text()", namespaces=ATOM)
    assert titles == [item["title"] for item in feed["items"]]


def test_a_feed_has_all_that_its_format_asks_for(edition: Edition):
    atom, feed = feeds(edition)
    for parent in (atom, *atom.findall("a:entry", ATOM)):
        assert all(parent.find(f"a:{name}", ATOM) is not None for name in ("id", "title", "updated"))
    assert atom.find("a:author/a:name", ATOM) is not None
    assert atom.xpath("a:link[@rel='self']/@href", namespaces=ATOM) == [SITE + "feed.atom"]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert all({"id", "content_text"} <= set(item) for item in feed["items"])


def test_a_day_is_told_as_its_noon_and_a_publication_only_where_the_text_states_its_day(edition: Edition):
    atom, feed = feeds(edition)
    stated = {f"{SITE}articles/{e.record.slug}/": published(e.record) for e in edition.entries}
    assert None in stated.values()
    for item in feed["items"]:
        told = item.get("date_published")
        assert (instant(told).date() if told else None) == stated[item["url"]]
        assert item["date_modified"].endswith("T12:00:00+00:00")
    assert len(atom.findall("a:entry/a:published", ATOM)) == sum(day is not None for day in stated.values())


@pytest.mark.parametrize(
    ("edtf", "basis", "day"),
    [
        ("2025-11-15", Basis.STATED, date(2025, 11, 15)),
        ("2025-11-15", Basis.INFERRED, None),
        ("2022", Basis.STATED, None),
        ("[2025-06-17..2025-10-09]", Basis.STATED, None),
    ],
)
def test_only_a_stated_day_is_a_day_of_publication(edition: Edition, edtf: str, basis: Basis, day: date | None):
    record = replace(edition.entries[0].record, date=Attributed(read_date(edtf), basis, ""))
    assert published(record) == day


def test_a_feed_does_not_grow_with_the_archive(edition: Edition):
    _, feed = feeds(replace(edition, entries=edition.entries * 40))
    assert len(feed["items"]) == LATEST


def test_an_addition_stands_in_the_feed_by_the_day_on_which_it_was_added(edition: Edition):
    later = replace(edition.entries[0], record=replace(edition.entries[0].record, added=date(2030, 1, 1)))
    _, feed = feeds(replace(edition, entries=(*edition.entries[1:], later)))
    assert feed["items"][0]["url"].endswith(f"/{later.record.slug}/")


# ── Over the built site ───────────────────────────────────────────────────────────────────────────────────────


def listed(site: Path, site_url: str) -> dict[str, etree._Element]:
    index = etree.parse(str(site / "sitemap.xml"))
    lists = [url.removeprefix(site_url) for url in index.xpath("//s:loc/text()", namespaces=SITEMAP)]
    urls = [url for name in lists for url in etree.parse(str(site / name)).getroot()]
    return {url.findtext("s:loc", namespaces=SITEMAP).removeprefix(site_url): url for url in urls}


def test_the_sitemaps_name_every_page_that_search_engines_may_keep(built_site: Path, site_url: str):
    canonical = set()
    for path in built_site.rglob("index.html"):
        head = html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot().find("head")
        if not head.xpath("meta[@name='robots'][contains(@content, 'noindex')]"):
            canonical.add(head.xpath("string(link[@rel='canonical']/@href)").removeprefix(site_url))
    assert set(listed(built_site, site_url)) == canonical


def test_a_sitemap_names_the_other_languages_of_a_page_as_the_page_does(built_site: Path, site_url: str):
    for path, url in listed(built_site, site_url).items():
        page = html.parse(str(built_site / path / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
        links = page.xpath("head/link[@rel='alternate'][@hreflang]")
        said = {(link.get("hreflang"), link.get("href")) for link in url.findall("x:link", SITEMAP)}
        assert said == {(link.get("hreflang"), link.get("href")) for link in links}
        assert {language for language, _ in said} == {*LOCALES, "x-default"}


def test_robots_may_read_everything_and_are_told_of_the_sitemap(built_site: Path, site_url: str):
    robots = (built_site / "robots.txt").read_text()
    assert "Disallow" not in robots
    assert f"Sitemap: {site_url}sitemap.xml" in robots


def test_every_listed_page_has_a_description_of_its_own_and_names_the_feeds_or_files(built_site: Path, site_url: str):
    for path in listed(built_site, site_url):
        page = html.parse(str(built_site / path / "index.html"), html.HTMLParser(encoding="utf-8")).getroot()
        descriptions = page.xpath("head/meta[@name='description']/@content")
        assert len(descriptions) == 1
        assert len(descriptions[0]) > 5
        assert page.xpath("head/link[@rel='alternate'][@type]/@href")


def test_what_is_not_there_is_told_in_four_languages_and_not_kept_by_search_engines(built_site: Path):
    page = html.parse(str(built_site / "404.html"), html.HTMLParser(encoding="utf-8")).getroot()
    assert {section.get("lang") for section in page.findall(".//article//section")} == set(LOCALES)
    assert page.xpath("head/meta[@name='robots']/@content") == ["noindex"]
    searches = page.xpath("//article//form[@role='search'][.//input[@name='q']]/@action")
    assert searches == [f"/{locale_folder(locale)}search/" for locale in LOCALES]
