"""Everything that stands in a text is found where it stands, and only there, in a real browser."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from plain_scan import Found, PlainScan, names_of
from playwright.sync_api import Browser, CDPSession, Page

from edition.search.search_documents import search_passages
from edition.text.fold import read_tokens

REALISTIC = [
    "托卡耶夫",
    "托卡耶夫 普京",
    "習近平",
    "上海合作组织",
    "上海合作組織",
    "俄哈关系",
    "俄烏衝突",
    "哈薩克斯坦 俄羅斯",
    "中亚+",
    "“中亚-俄罗斯”峰会",
    "中亚俄罗斯峰会",
    "“无缝过境”",
    "40 亿美元",
    "４０亿美元",
    "280亿美元",
    "150 亿美元",
    "2025",
    "2025年",
    "2022年 公投",
    "202",
    "7591公里",
    "85%",
    "9.2:1",
    "1637.8",
    "50亿 2028年",
    "一带一路",
    "欧亚经济联盟",
    "EAEU",
    "集体安全条约组织",
    "里海管道",
    "二次制裁",
    "跨里海",
    "乌兹别克斯坦 贸易",
    "Мирзиёев",
    "Мирзиеев",
    "Токаев",
    "токаев",
    "Tokayev",
    "Kassym-Jomart Tokayev",
    "Қасым-Жомарт Тоқаев",
    "Путин",
    "Putin",
    "Xi Jinping",
    "Kazinform",
    "Ақорда",
    "Инфографика",
    "Фото",
    "Санат Көшкімбаев",
    "China Daily",
    "“China Daily”",
    "worldbank",
    "https://data.worldbank.org",
    "人工智能",
    "水资源 气候",
    "专家、专家和企业家",
    "托 卡 耶 夫",
    "表1",
    "资料来源",
    "不存在的词语",
    "石油出口",
]

ASK = """async (queries) => {
  const { search } = await import("/assets/search/client.js");
  const found = [];
  for (const query of queries) {
    const { count, articles } = await search({ query, to: 1000 });
    if (count !== articles.length) throw new Error(`${query}: ${count} counted`);
    found.push(articles.flatMap(({ slug, hits }) => hits.map(({ id }) => [slug, id])));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def scan(edition) -> PlainScan:
    return PlainScan(edition)


@pytest.fixture(scope="module")
def page(site_url: str, browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def ask(queries: list[str], page: Page, site_url: str) -> list[Found]:
    page.goto(site_url)
    return [{(slug, id) for slug, id in found} for found in page.evaluate(ASK, queries)]


def check(queries: list[str], scan: PlainScan, page: Page, site_url: str) -> None:
    """Recall and precision are 1.00: what is found is what the plain scan finds."""
    wrong = {}
    for query, found in zip(queries, ask(queries, page, site_url), strict=True):
        expected = scan.find(query)
        if found != expected:
            wrong[query] = {"missed": sorted(expected - found)[:5], "too many": sorted(found - expected)[:5]}
    assert not wrong


def random_strings(scan: PlainScan, count: int, seed: int) -> list[str]:
    """Strings of 2 to 8 tokens, cut out of the texts."""
    choose = random.Random(seed)
    texts = [passage.text for entry in scan.edition.entries for passage in search_passages(entry)]
    strings = []
    while len(strings) < count:
        text = choose.choices(texts, weights=map(len, texts))[0]
        tokens, length = read_tokens(text), choose.randint(2, 8)
        if len(tokens) >= length:
            at = choose.randrange(len(tokens) - length + 1)
            strings.append(text[tokens[at].start : tokens[at + length - 1].end])
    return strings


def test_300_strings_cut_out_of_the_texts_are_found_where_they_stand(scan, page, site_url) -> None:
    queries = [f'"{string.replace(chr(34), "")}"' for string in random_strings(scan, 300, seed=1)]
    assert all(scan.find(query) for query in queries)
    check(queries, scan, page, site_url)


def test_the_same_strings_without_quotation_marks_are_found_as_what_they_then_mean(scan, page, site_url) -> None:
    check(random_strings(scan, 300, seed=2), scan, page, site_url)


def test_what_readers_ask_is_found(scan, page, site_url) -> None:
    assert len(REALISTIC) >= 60
    check(REALISTIC, scan, page, site_url)


def test_every_name_in_every_script_finds_all_forms_of_its_record(scan, page, site_url) -> None:
    names = sorted({name for record in scan.edition.authorities for name in names_of(record)})
    assert len(names) > 800
    check(names, scan, page, site_url)


def test_a_name_in_any_script_finds_the_same_passages(scan, page, site_url) -> None:
    chinese, *others = ask(["托卡耶夫", "Токаев", "Tokayev", "Тоқаев"], page, site_url)
    assert chinese
    assert all(other == chinese for other in others)


def test_no_phrase_goes_on_from_one_passage_into_the_next(scan, page, site_url) -> None:
    queries = []
    for entry in scan.edition.entries:
        for before, after in pairwise(search_passages(entry)):
            last, first = read_tokens(before.text)[-2:], read_tokens(after.text)[:2]
            phrase = '"' + " ".join(token.text for token in (*last, *first)) + '"'
            if not scan.find(phrase):
                queries.append(phrase)
    assert len(queries) > 200
    assert not any(ask(queries, page, site_url))


# ── Typed by a person ─────────────────────────────────────────────────────────────────────────────────────────


def type_as_a_person(text: str, page: Page, keyboard: CDPSession) -> None:
    """Latin and Cyrillic by keys, Chinese by an input method: composed, then chosen."""
    for word in text:
        if word.isascii():
            page.keyboard.press("Space" if word == " " else word)
        elif "\u4e00" <= word <= "\u9fff":
            keyboard.send("Input.imeSetComposition", {"text": "pin", "selectionStart": 3, "selectionEnd": 3})
            keyboard.send("Input.insertText", {"text": word})
            page.keyboard.press("Shift")  # a keyup that types nothing
        else:
            page.keyboard.insert_text(word)


def wait_until_shown(query: str, page: Page) -> None:
    """Wait for the results of a query. The site's policy forbids Playwright's own way of waiting for an expression."""
    for _ in range(500):
        shown = "new URLSearchParams(document.querySelector('.search-page').dataset.shown).get('q')"
        if page.evaluate(shown) == query:
            return
        page.wait_for_timeout(20)
    raise AssertionError(f"{query} was not answered within ten seconds")


def test_what_a_person_types_on_the_search_page_is_found(scan, page, site_url) -> None:
    page.goto(site_url + "search/")
    keyboard = page.context.new_cdp_session(page)
    field = page.locator(".search-page input")
    page.wait_for_selector(".search-page[data-shown]")
    for query in [*REALISTIC[::3], *random_strings(scan, 20, seed=3)]:
        field.fill("")
        field.focus()
        type_as_a_person(query, page, keyboard)
        typed = field.input_value()
        wait_until_shown(typed, page)
        found = {tuple(hit) for hit in page.evaluate(SHOWN)}
        assert (typed, found) == (query, scan.find(query))


SHOWN = """() => [...document.querySelectorAll(".search-results > li")].flatMap((article) =>
  [...article.querySelectorAll(".search-hit a")].map((link) => [article.dataset.slug, link.hash.slice(1)]))"""
