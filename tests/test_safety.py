"""The built site asks nothing of third parties, runs no script that stands in a page but Material's two, and its
articles are made of what is listed here and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from lxml import etree, html
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Route, expect

from edition.publishing.hosting import write_headers
from edition.publishing.policy import CHARSET, script_hashes, with_policy, write_header

PAPER = "articles/kazakhstan-and-the-ukraine-war/"

ANYWHERE = {"class", "id", "lang"}
ALLOWED: dict[str, set[str]] = {
    "a": {"aria-label", "data-name", "data-number", "download", "href", "role", "title"},
    "article": set(),
    "blockquote": set(),
    "br": set(),
    "caption": set(),
    "code": set(),
    "dd": set(),
    "details": set(),
    "div": {
        *("aria-label", "role", "tabindex"),
        *("data-address", "data-cite", "data-cite-passage", "data-close", "data-copied", "data-copy", "data-style"),
        *("data-copy-citation", "data-copy-failed", "data-copy-link", "data-copy-quotation"),
    },
    "dl": set(),
    "dt": set(),
    "figcaption": set(),
    "figure": set(),
    "g": {"transform"},
    "h1": set(),
    "h2": set(),
    "h3": set(),
    "li": set(),
    "nav": {"aria-label"},
    "ol": set(),
    "p": set(),
    "path": {"d"},
    "rect": {"height", "rx", "ry", "width", "x", "y"},
    "section": {"aria-label", "role"},
    "span": {"data-name", "data-slot", "data-style"},
    "summary": set(),
    "sup": set(),
    "svg": {"aria-label", "role", "viewbox"},
    "table": set(),
    "tbody": set(),
    "td": set(),
    "text": {"text-anchor", "x", "y"},
    "th": {"scope"},
    "thead": set(),
    "tr": set(),
    "ul": set(),
}
"""The elements of an article, and the attributes that each may have besides those that all may."""

SCHEMES = ("http://", "https://")


@cache
def read_page(path: Path) -> etree._Element:
    return html.parse(str(path), html.HTMLParser(encoding="utf-8")).getroot()


def pages(site: Path) -> Iterator[Path]:
    return iter(sorted(site.rglob("*.html")))


# ── What stands in the pages ──────────────────────────────────────────────────────────────────────────────────


def test_an_article_is_made_of_the_listed_elements_and_attributes_alone(built_site: Path):
    unlisted: set[tuple[str, str]] = set()
    articles = sorted(built_site.glob("**/articles/*/index.html"))
    assert len(articles) == 5 * 4
    for path in articles:
        for element in read_page(path).find(".//article").iter(etree.Element):
            extra = set(element.attrib) - ANYWHERE - ALLOWED.get(element.tag, set())
            unlisted |= {(element.tag, "")} if element.tag not in ALLOWED else {(element.tag, name) for name in extra}
    assert unlisted == set()


def test_an_article_links_to_pages_and_to_nothing_that_runs(built_site: Path):
    schemes = {
        link.get("href").partition(":")[0]
        for path in built_site.glob("**/articles/*/index.html")
        for link in read_page(path).findall(".//article//a")
        if ":" in link.get("href").split("/")[0]
    }
    assert schemes <= {"http", "https"}


def test_no_page_has_code_or_style_of_ours_in_it(built_site: Path):
    scripts = set()
    for path in pages(built_site):
        root = read_page(path)
        assert root.findall(".//style") == []
        assert root.xpath("//@*[starts-with(name(), 'on') or name() = 'style']") == []
        scripts |= script_hashes(path.read_text("utf-8"))
    assert len(scripts) == 2  # Material's: where the site begins, and which palette was chosen


def test_no_page_loads_anything_from_elsewhere(built_site: Path):
    loaded = (
        "//script/@src | //img/@src | //link[@rel='stylesheet' or @rel='icon' or @rel='preconnect']/@href | //iframe"
    )
    for path in pages(built_site):
        assert [source for source in read_page(path).xpath(loaded) if source.startswith((*SCHEMES, "//"))] == []


# ── The policy ────────────────────────────────────────────────────────────────────────────────────────────────


def test_every_page_that_runs_a_script_has_its_policy_before_it(built_site: Path):
    for path in pages(built_site):
        page = path.read_text("utf-8")
        policy, _, rest = page.partition("<script")
        if rest:
            assert CHARSET + '\n  <meta http-equiv="Content-Security-Policy" content="default-src' in policy, path
            assert all(hash in policy for hash in script_hashes(page)), path


def test_a_policy_names_the_scripts_of_the_page_and_no_file_and_no_data():
    page = (
        f'{CHARSET}<script>go()</script><script src="a.js"></script>'
        '<script type="application/ld+json">{}</script><script type="module" src="b.js"></script>'
    )
    assert script_hashes(page) == {"'sha256-5KYv+PUboo5h+0+YAtGRPbwv5d/QxzHslP4YGnUaxRw='"}
    assert "'unsafe-inline'" not in with_policy(page)
    assert "'unsafe-eval'" not in with_policy(page)


def test_the_headers_for_hosts_carry_the_policy_of_all_pages(built_site: Path):
    hashes = set().union(*(script_hashes(path.read_text("utf-8")) for path in pages(built_site)))
    assert (built_site / "_headers").read_text("utf-8") == write_headers(hashes)
    assert write_header(hashes) in write_headers(hashes)


# ── In a browser ──────────────────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


def listen(page: Page) -> tuple[list[str], list[str]]:
    """The addresses that a page asks for and the errors that its console shows, as they come."""
    asked: list[str] = []
    errors: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error":
            errors.append(f"{message.text} {message.location}")

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.on("console", hear)
    page.on("pageerror", lambda error: errors.append(str(error)))
    return asked, errors


def use(page: Page, site_url: str) -> None:
    """Do all that a reader can do: the palette, a note, a citation, another language, both searches."""
    page.goto(site_url + PAPER)
    page.wait_for_selector(".cite-copy")
    page.locator("label[for=__palette_1]").click()
    page.wait_for_selector("body[data-md-color-scheme=slate]")
    page.hover("#r6")
    page.wait_for_selector(".note-card")
    page.locator("#p5 > .passage-cite").dispatch_event("click")
    page.locator(".cite-dialog .actions button").first.click()
    expect(page.locator(".cite-dialog [role=status]")).to_have_text("已复制")
    page.keyboard.press("Escape")
    page.locator(".md-select button").hover()
    page.locator(".md-select__link[hreflang=en]").click()
    page.wait_for_url(f"**/en/{PAPER}*")
    page.wait_for_selector(".cite-copy")
    page.keyboard.press("/")
    page.keyboard.type("托卡耶夫")
    expect(page.locator(".md-search-result__list [role=option]").first).to_be_visible()
    page.goto(f"{site_url}search/?q=里海")
    expect(page.locator(".search-results li").first).to_be_visible()
    page.wait_for_load_state("networkidle")


def test_nothing_is_asked_of_others_and_nothing_is_refused_while_the_site_is_used(context, site_url: str):
    page = context.new_page()
    asked, errors = listen(page)
    use(page, site_url)
    assert errors == []
    assert [url for url in asked if not url.startswith((site_url, "data:"))] == []
    assert len(asked) == len([url for url in asked if "sitemap" not in url])


def test_nothing_is_refused_under_the_headers_of_a_host_either(context, site_url: str, built_site: Path):
    lines = (built_site / "_headers").read_text("utf-8").split("\n\n")[0].splitlines()[1:]
    headers = dict(line.strip().split(": ", 1) for line in lines)

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, headers={**response.headers, **headers})

    context.route("**/*", answer)
    page = context.new_page()
    _, errors = listen(page)
    use(page, site_url)
    assert errors == []


def test_a_script_that_someone_has_slipped_into_a_page_does_not_run(context, site_url: str):
    def slip_in(route: Route) -> None:
        body = (
            route.fetch()
            .text()
            .replace("</h1>", "</h1><img src=x onerror=\"document.title='!'\"><script>document.title='!'</script>")
        )
        route.fulfill(body=body, content_type="text/html; charset=utf-8")

    context.route(f"**/{PAPER}", slip_in)
    page = context.new_page()
    _, errors = listen(page)
    page.goto(site_url + PAPER)
    page.wait_for_selector(".cite-copy")
    assert page.title() != "!"
    assert len([error for error in errors if "Content Security Policy" in error]) == 2


def test_no_page_gives_two_elements_the_same_id(built_site: Path):
    for path in pages(built_site):
        ids = read_page(path).xpath("//@id")
        assert len(ids) == len(set(ids)), path
