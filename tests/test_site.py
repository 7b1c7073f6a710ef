"""The built site as a visitor's browser and a crawler see it."""

import re
from collections import Counter
from functools import cache
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import lxml.html
import pytest
import yaml
from conftest import ROOT

from edition.model import Edition
from edition.writing.strings import DEFAULT_LOCALE, FOLDER

LOCALES = sorted(path.stem for path in FOLDER.glob("*.yml"))
TOPICS = [topic["id"] for topic in yaml.safe_load((ROOT / "seeds/topics.yml").read_text("utf-8"))]
LOADED = {"script": "src", "img": "src", "source": "src", "iframe": "src", "object": "data", "link": "href"}
"""What a browser fetches by itself, and the attribute that says where."""
POINTS_ONLY = {"canonical", "alternate", "prev", "next", "license", "cite-as", "describedby", "author", "item", "type"}
"""Relations of <link> that a browser does not fetch."""

Element = lxml.html.HtmlElement


@pytest.fixture(scope="session")
def pages(built_site: Path, site_url: str) -> dict[str, Element]:
    """Every page by its address."""
    return {site_url + _path(file, built_site): _parse(file) for file in sorted(built_site.rglob("*.html"))}


def _path(file: Path, site: Path) -> str:
    return file.relative_to(site).as_posix().removesuffix("index.html")


@cache
def _parse(file: Path) -> Element:
    return lxml.html.fromstring(file.read_bytes())


def articles(pages: dict[str, Element]) -> dict[str, Element]:
    return {url: page for url, page in pages.items() if "/articles/" in url}


def address(element: Element, attribute: str, page: str) -> str:
    return urljoin(page, element.get(attribute).strip())


def ids(page: Element) -> list[str]:
    return [element.get("id") for element in page.iter() if isinstance(element.tag, str) and element.get("id")]


# ── Links ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_link_leads_to_a_page_or_file_and_every_anchor_to_a_place(pages, site_url: str, built_site: Path):
    broken = []
    places = {page: set(ids(root)) for page, root in pages.items()}
    for page, root in pages.items():
        for link in root.iter("a"):
            if link.get("href") is None:
                continue
            target, _, anchor = address(link, "href", page).partition("#")
            if not target.startswith(site_url):
                continue
            file = built_site / unquote(urlsplit(target).path).lstrip("/")
            if not (target in pages or file.is_file()) or (anchor and unquote(anchor) not in places[target]):
                broken.append((page, link.get("href")))
    assert broken == []


def test_a_link_out_of_the_site_is_one_that_a_text_prints_or_its_archived_copy(pages, site_url: str):
    for page, root in pages.items():
        for link in root.iter("a"):
            url = address(link, "href", page) if link.get("href") else site_url
            if not url.startswith(site_url):
                assert "/articles/" in page or page.endswith("/sources/"), (page, url)
                assert {"address", "archived"} & set(link.get("class", "").split()), (page, url)


def test_nothing_is_fetched_from_another_site(pages, site_url: str):
    for page, root in pages.items():
        for element in root.iter(*LOADED):
            if element.tag == "link" and set(element.get("rel", "").split()) <= POINTS_ONLY:
                continue
            if element.get(LOADED[element.tag]):
                assert address(element, LOADED[element.tag], page).startswith((site_url, "data:")), page


def test_everything_that_a_page_fetches_is_there(pages, site_url: str, built_site: Path):
    for page, root in pages.items():
        for element in root.iter("script", "img", "link"):
            if element.get(LOADED[element.tag]):
                url = urlsplit(address(element, LOADED[element.tag], page))
                file = built_site / unquote(url.path).lstrip("/")
                assert file.is_file() or (file / "index.html").is_file(), (page, url.path)


def test_styles_fetch_nothing_from_another_site(built_site: Path):
    for file in built_site.rglob("*.css"):
        assert re.findall(r"url\(\s*[\"']?(?:https?:)?//[^)]*\)|@import", file.read_text("utf-8")) == [], file.name


# ── Ids, languages ────────────────────────────────────────────────────────────────────────────────────────────


def test_an_id_stands_once_on_a_page(pages):
    twice = {page: [id for id, n in Counter(ids(root)).items() if n > 1] for page, root in pages.items()}
    assert {page: found for page, found in twice.items() if found} == {}


def test_every_page_names_its_language(pages, site_url: str):
    for page, root in pages.items():
        first = page.removeprefix(site_url).split("/")[0]
        assert root.get("lang") == (first if first in LOCALES else DEFAULT_LOCALE), page


def test_every_language_named_is_one_that_there_is(pages):
    found = {element.get("lang") for root in pages.values() for element in root.xpath("//*[@lang]")}
    assert found <= {"zh-Hans", "en", "ru", "kk"}


def test_the_versions_of_a_page_name_one_another(pages, site_url: str):
    for page, root in pages.items():
        if page.endswith("404.html"):
            continue
        named = {link.get("hreflang"): address(link, "href", page) for link in root.xpath("//link[@hreflang]")}
        named.pop("x-default", None)
        path = re.sub(rf"^({'|'.join(LOCALES)})/", "", page.removeprefix(site_url))
        assert named == {
            locale: site_url + ("" if locale == DEFAULT_LOCALE else f"{locale}/") + path for locale in LOCALES
        }, page
        assert set(named.values()) <= set(pages)


def test_every_locale_has_the_same_pages(pages, site_url: str):
    paths = [page.removeprefix(site_url) for page in pages if not page.endswith("404.html")]
    by_locale = {
        locale: {p.removeprefix(f"{locale}/") for p in paths if p.startswith(f"{locale}/")}
        for locale in LOCALES
        if locale != DEFAULT_LOCALE
    }
    chinese = {p for p in paths if p.split("/")[0] not in by_locale}
    assert all(found == chinese for found in by_locale.values())


def test_a_page_has_one_heading_of_the_first_level_and_skips_none(pages):
    for page, root in pages.items():
        if page.endswith("404.html"):
            continue
        levels = [int(h.tag[1]) for h in root.find(".//article").iter("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels[:1] == [1], page
        assert levels.count(1) == 1, page
        assert all(after - before <= 1 for before, after in pairwise(levels)), page


def test_a_page_has_a_title_of_its_own(pages, site_url: str):
    titles = [root.findtext(".//title").strip() for page, root in pages.items() if "404" not in page]
    assert all(titles)
    repeated = [title for title, n in Counter(titles).items() if n > 1]
    shown = {
        title: [page for page, root in pages.items() if root.findtext(".//title").strip() == title]
        for title in repeated
    }
    assert shown == {}


# ── What must not be on it ────────────────────────────────────────────────────────────────────────────────────

LEFTOVERS = [
    "[^",
    "footnoteRef",
    "{:",
    "///",
    "[bookmark",
    "{{",
    "{%",
    "{#",
    "klzzwxh",
    "wzxhzdk",
    "\x02",
    "\x03",
    "!!!",
    "␀",
]


def test_no_markup_is_left_over_in_what_is_read(pages):
    for page, root in pages.items():
        words = " ".join(re.sub(r"https?://\S+", "", text) for text in root.find(".//body").itertext() if text.strip())
        words = "".join(words)
        for script in root.iter("script", "style"):
            words = words.replace(script.text or "\0", "")
        assert [left for left in LEFTOVERS if left in words] == [], page


def test_no_template_is_published(built_site: Path):
    texts = [file for file in built_site.rglob("*") if file.suffix in (".html", ".xml", ".txt", ".css", ".json")]
    assert len(texts) > 20
    for file in texts:
        if file.name != "source.txt":
            assert not re.search(r"\{%.*%\}|\{\{.*\}\}|\{#.*#\}", file.read_text("utf-8")), file


def test_nothing_but_the_site_is_published(built_site: Path):
    names = {path.relative_to(built_site).as_posix() for path in built_site.rglob("*")}
    assert [name for name in names if re.search(r"overrides|\.(py|pyc|md|yml|txt~)$|(^|/)\.", name)] == []


def test_the_pages_have_no_style_or_script_of_their_own_within_them(pages):
    for page, root in pages.items():
        main = root.find(".//article")
        assert main.xpath(".//*[@style]") == [], page
        assert [e for e in main.iter("script", "style") if e.text] == [], page
        handlers = [name for e in root.iter() if isinstance(e.tag, str) for name in e.attrib if name.startswith("on")]
        assert handlers == [], page


# ── Indexes ───────────────────────────────────────────────────────────────────────────────────────────────────


def listed(pages: dict[str, Element], page: str) -> list[str]:
    """The addresses of the articles that a page lists."""
    main = pages[page].find(".//article")
    return [url for a in main.iter("a") if "/articles/" in (url := address(a, "href", page))]


@pytest.fixture(params=LOCALES)
def home(request: pytest.FixtureRequest, site_url: str) -> str:
    return site_url if request.param == DEFAULT_LOCALE else f"{site_url}{request.param}/"


def test_the_page_of_dates_lists_every_article_once(pages, home: str, edition: Edition):
    assert sorted(listed(pages, f"{home}dates/")) == sorted(f"{home}articles/{e.record.slug}/" for e in edition.entries)


def test_the_page_of_a_topic_lists_its_articles_and_counts_them_rightly(pages, home: str, edition: Edition):
    for topic in TOPICS:
        about = [f"{home}articles/{e.record.slug}/" for e in edition.entries if topic in e.record.topics.value]
        url = f"{home}topics/{topic}/"
        assert (url in pages) == bool(about), "a topic without texts has no page, and no other has none"
        if about:
            assert sorted(listed(pages, url)) == sorted(about)
            for overview in (f"{home}topics/", home):
                (link,) = [
                    a for a in pages[overview].find(".//article").iter("a") if address(a, "href", overview) == url
                ]
                assert re.search(r"\d+", link.getparent().text_content().removeprefix(link.text_content()))[0] == str(
                    len(about)
                )


def test_one_can_go_through_all_articles_by_date_forth_and_back(pages, home: str, edition: Edition):
    def neighbours(page: str) -> list[str]:
        return [address(a, "href", page) for nav in pages[page].find_class("neighbours") for a in nav.iter("a")]

    for way in (0, -1):
        ends = [url for url in articles(pages) if url.startswith(f"{home}articles/") and len(neighbours(url)) == 1]
        seen = [ends[way]]
        while onward := [url for url in neighbours(seen[-1]) if url not in seen]:
            seen += onward
        assert len(seen) == len(set(seen)) == len(edition.entries)


def test_articles_are_not_in_the_navigation(pages):
    for page, root in pages.items():
        for nav in root.find_class("md-nav--primary") + root.find_class("md-tabs"):
            assert [
                a.get("href")
                for a in nav.iter("a")
                if "/articles/" in address(a, "href", page).split("#")[0]
                and address(a, "href", page).split("#")[0] != page
            ] == [], page


def test_the_map_of_the_site_names_every_page_once(pages, built_site: Path, site_url: str):
    maps = sorted(built_site.glob("sitemap.*.xml"))
    index = re.findall(r"<loc>([^<]*)</loc>", (built_site / "sitemap.xml").read_text("utf-8"))
    assert sorted(index) == [site_url + file.name for file in maps]
    named = [url for file in maps for url in re.findall(r"<loc>([^<]*)</loc>", file.read_text("utf-8"))]
    assert sorted(named) == sorted(page for page in pages if not page.endswith("404.html"))


def test_an_undetermined_value_is_marked_wherever_an_article_is_listed(pages, home: str, edition: Edition):
    for page in (home, f"{home}dates/"):
        items = {
            address(a, "href", page): item
            for item in pages[page].find(".//article").iter("li")
            for a in item.iter("a")
            if "/articles/" in address(a, "href", page)
        }
        for entry in edition.entries:
            marks = items[f"{home}articles/{entry.record.slug}/"].find_class("basis")
            unsure = [value for value in (entry.record.title, entry.record.date) if value and value.basis != "stated"]
            assert len(marks) == len(unsure)
