"""An index in several parts answers as one does: the same passages, in the same order, with the same counts."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import serve
from plain_scan import names_of
from playwright.sync_api import Browser, Page
from test_search_finds import REALISTIC

from edition.dates import read_date
from edition.model import Attributed, Basis, Edition, Entry
from edition.search.search_index import deal, write_search
from edition.writing.strings import read_strings

PART_WORDS = 8_000
"""Two parts of two texts each, and the paper alone."""

ASK = """async (queries) => {
  const { search } = await import("/assets/search/client.js");
  const answers = {};
  for (const query of queries) {
    const { count, also, articles, facets } = await search({ query, facets: {}, to: 1000 });
    answers[query] = { count, also, facets, found: articles.map(({ slug, hits }) => [slug, hits]) };
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def with_index(edition: Edition, site: Path, folder: Path, part_words: int) -> Path:
    """A copy of the site with an index made for it."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("pagefind", "texts", "names", "articles"))
    write_search(edition, [read_strings(locale) for locale in ("zh-Hans", "en")], folder / "assets/search", part_words)
    return folder


def ask(queries: list[str], site: Path, page: Page) -> dict[str, dict[str, object]]:
    with serve(site) as address:
        page.goto(address)
        return page.evaluate(ASK, queries)


def test_an_index_in_parts_answers_as_one_does(edition: Edition, built_site: Path, page: Page, tmp_path: Path) -> None:
    one = with_index(edition, built_site, tmp_path / "one", 10**9)
    several = with_index(edition, built_site, tmp_path / "several", PART_WORDS)
    assert json.loads((one / "assets/search/parts.json").read_text()) == [5]
    assert json.loads((several / "assets/search/parts.json").read_text()) == [2, 2, 1]
    names = [next(names_of(record)) for record in edition.authorities]
    queries = [*REALISTIC, *names, "哈", "的", "Т", "2"]
    expected, answers = ask(queries, one, page), ask(queries, several, page)
    assert {query: answers[query] for query in queries if answers[query] != expected[query]} == {}
    assert sum(answer["count"] == 5 for answer in answers.values()) > 3


def dated(entry: Entry, slug: str, day: str | None) -> Entry:
    date = day and Attributed(read_date(day), Basis.SUPPLIED, "catalogue")
    return replace(entry, record=replace(entry.record, slug=slug, date=date))


@pytest.mark.parametrize("part_words", [10**9, 1])
def test_among_texts_with_the_same_passages_the_newest_comes_first_and_the_undated_last(
    part_words: int, edition: Edition, built_site: Path, page: Page, tmp_path: Path
) -> None:
    days = {"b": "2020-05-01", "undated": None, "a": "2020-05-01", "new": "2024", "old": "1998-01"}
    texts = tuple(dated(edition.entries[0], slug, day) for slug, day in days.items())
    site = with_index(replace(edition, entries=texts, authorities=()), built_site, tmp_path / "site", part_words)
    answer = ask(["哈萨克斯坦"], site, page)["哈萨克斯坦"]
    assert [slug for slug, _ in answer["found"]] == ["new", "a", "b", "old", "undated"]
    assert answer["facets"]["year"] == {"2024": 1, "2020": 2, "1998": 1, "undated": 1}


def test_a_part_that_is_missing_is_told(edition: Edition, built_site: Path, page: Page, tmp_path: Path) -> None:
    site = with_index(edition, built_site, tmp_path / "site", PART_WORDS)
    for path in (site / "assets/search/pagefind/2/index").iterdir():
        path.unlink()
    with pytest.raises(Exception, match="404"):
        ask(["哈萨克斯坦"], site, page)


# ── How articles are dealt out ────────────────────────────────────────────────────────────────────────────────


def test_articles_are_dealt_out_in_their_order_with_so_many_words_at_most() -> None:
    documents = [("a", "1 2 3"), ("b", "1 2"), ("c", "1 2 3"), ("d", "1")]
    assert [list(part) for part in deal(documents, 5)] == [["a", "b"], ["c", "d"]]
    assert [list(part) for part in deal(documents, 9)] == [["a", "b", "c", "d"]]


def test_an_article_longer_than_a_part_is_a_part_alone() -> None:
    documents = [("a", "1"), ("long", "1 2 3 4 5 6"), ("b", "1")]
    assert [list(part) for part in deal(documents, 3)] == [["a"], ["long"], ["b"]]
    assert [list(part) for part in deal(documents[1:], 3)] == [["long"], ["b"]]
