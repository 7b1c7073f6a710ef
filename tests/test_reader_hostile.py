"""What a text says can never become markup, a script or a hidden turn of the writing, wherever it is shown."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from conftest import Project, render, serve
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from playwright.sync_api import Browser
from texts import article, faults, markdown

from edition.errors import EditionError
from edition.writing.markdown import escape, front_matter, text_as_html

HOSTILE = [
    *("<script>alert(1)</script>", "</title><script>alert(2)</script>", "<img src=x onerror=alert(3)>", "<!--", "-->"),
    *("javascript:alert(4)", "[x](javascript:alert(5))", "![x](x)", "<javascript:x>", "{: onclick=alert(6) }", "{:#x}"),
    *('--8<-- "mkdocs.yml"', "--8<--", "/// html | script", "///", "!!! danger", "???", "[TOC]", "[^1]: x", "[x]: /u"),
    *("---", "title: x", "{{ config }}", "{% include 'x' %}", "{# x #}", "${x}", "&lt;b&gt;", "&#60;b&#62;", "\\<b>"),
    *("```html", "~~~", "    <b>", "\t<b>", "==x==", "^^x^^", "||x||", ":smile:", "@user", "# x", "> x", "* x", "+ x"),
    *("\u202e", "\u2066", "\u200b", "\u200d", "\u00ad", "\ufeff"),
    *("\x00", "\x02", "\x03", "\x1b[31m", "\x7f", "\x85", "\ufdd0"),
    *("[footnoteRef:1]", " [1:  ", "] ", "[bookmark: <b>]", "[image: <b>]", "https://e.kz/?<b>", "http://e.kz/\"onx=1"),
    *("\n", "\n\n", "\n\t", "\r\n", "\u2028", "\x0b", "“", "”", "- ", "Фото: "),
    *("date 2025-11-15 ", "汉", "字。", "Ж", "a b"),
]  # fmt: skip
TAGS = {
    *("p", "a", "span", "sup", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "div", "ul", "ol", "li", "figure"),
    *("figcaption", "table", "caption", "thead", "tbody", "tr", "th", "td", "section", "br"),
}  # fmt: skip
ATTRIBUTES = {
    *("id", "class", "href", "lang", "role", "aria-label", "tabindex", "scope", "colspan", "download", "title"),
    *("data-number", "data-name"),
}  # fmt: skip
TAG = re.compile(r"<(?P<end>/?)(?P<name>[^\s>/]+)(?P<attributes>(?:\s+[^\s=>]+=\"[^\"]*\")*)\s*/?>")
UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufdd0]")

texts = st.lists(st.sampled_from(HOSTILE), min_size=1, max_size=30).map("".join)


@given(texts)
def test_a_page_has_the_tags_and_attributes_of_its_writer_alone(text: str):
    try:
        read = article(text)
    except EditionError:
        return
    html = render(markdown(read))
    tags = list(TAG.finditer(html))
    assert html.count("<") == len(tags)
    assert {tag["name"] for tag in tags} <= TAGS
    for tag in tags:
        names = dict(re.findall(r'\s([^\s=]+)="([^"]*)"', tag["attributes"]))
        assert set(names) <= ATTRIBUTES
        assert re.match(r"#|https?://|t\d+\.(?:csv|json)$", unescape(names.get("href", "#")))


@given(texts)
def test_nothing_unseen_is_left_unnamed_on_a_page(text: str):
    try:
        read = article(text)
    except EditionError:
        return
    assert not UNSEEN.search(unescape(render(markdown(read))))


@given(texts)
def test_whatever_a_text_is_made_of_it_reads_or_says_what_to_do(text: str):
    assert not [fault for fault in faults(text) if "fault of the reader" in fault]


@given(st.sampled_from(HOSTILE))
def test_front_matter_is_one_value_of_plain_text(text: str):
    import yaml

    written = front_matter({"title": text})
    values = yaml.safe_load(written.removeprefix("---").removesuffix("---"))
    assert values == {"title": text_as_html(text)}
    assert "<" not in values["title"]
    assert not UNSEEN.search(values["title"])


@pytest.mark.parametrize("text", HOSTILE)
def test_an_attribute_cannot_be_left(text: str):
    assert not set('"<>`') & set(escape(text))


NAMES = ["a b.txt", "c#d.txt", "e&f.txt", "100%.txt", "a%20c.txt", "中文 名.txt", "<b>.txt", "'\"g.txt", "h\u202ei.txt"]


def hostile_site(project: Project, address: str = "") -> Path:
    """The site of a project with a hostile text under each of the hostile names."""
    for number, name in enumerate(NAMES):
        head = f"</title><script>alert({number})</script>\u202e{{{{ x }}}} --8<--"
        text = (
            f"{head}\n\n<img src=x onerror=alert({number})>，javascript:alert(1)。\n\n" + "".join(HOSTILE[:20]) + "。"
        )
        (project.seeds / name).write_text(text, "utf-8")
    built = project.build("--site-dir", str(project.site), SITE_URL=address)
    assert built.returncode == 0, built.stdout
    return project.site


def test_a_site_of_hostile_texts_builds_and_nothing_of_them_is_alive(project: Project):
    site = hostile_site(project, "http://127.0.0.1:8000/")
    pages = [path.read_text("utf-8") for path in site.rglob("*.html")]
    assert len(pages) > len(NAMES)
    for page in pages:
        assert "<script>alert" not in page
        assert "<img src=x" not in page
        assert not re.search(r"<[^>]*\sonerror\s*=", page)
        assert not UNSEEN.search(page)
        assert not re.search(r'href="\s*javascript:', page)
    for feed in site.rglob("feed.atom"):
        names = {etree.QName(element).localname for element in etree.parse(str(feed)).iter(etree.Element)}
        assert not names & {"script", "img"}
    for data in (*site.rglob("feed.json"), *(site / "assets/search").rglob("*.json"), *site.rglob("*.csl.json")):
        json.loads(data.read_text("utf-8"))


def test_hostile_texts_are_searched_and_cited_as_the_text_they_are(project: Project, browser: Browser):
    site = project.site
    site.mkdir()
    with serve(site) as address:
        hostile_site(project, address)
        page = browser.new_page()
        alerts: list[str] = []
        page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
        page.goto(f"{address}search/?q=alert")
        page.wait_for_selector(".search-hit")
        assert "<script>alert" in page.locator(".search-results").inner_text()
        page.locator(".search-results a").first.click()
        page.wait_for_selector(".cite-copy")
        assert "alert(" in page.locator(".citations").inner_text()
        assert page.locator("article script, article img").count() == 0
        assert alerts == []
        page.close()
