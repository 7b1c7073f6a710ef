"""A first visit is light, and no heavier in a larger archive."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Browser, Request

from edition.model import Edition
from edition.site import Site, gather, write_pages

PAPER = "articles/kazakhstan-and-the-ukraine-war/"
NEWS = "articles/tokayev-china-visit/"

MOST_BYTES = 110_000
MOST_REQUESTS = 12


def first_visit(browser: Browser, site_url: str, path: str) -> list[str]:
    """What is asked for at a first visit, as paths below the site."""
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []

    def note(request: Request) -> None:
        if request.url.startswith(site_url):
            asked.append(request.url.removeprefix(site_url))

    page.on("request", note)
    page.goto(site_url + path)
    page.wait_for_selector(".cite-copy")
    page.wait_for_load_state("networkidle")
    context.close()
    return asked


def files(site: Path, asked: list[str]) -> list[bytes]:
    return [(site / name / "index.html" if name.endswith("/") else site / name).read_bytes() for name in asked]


@pytest.mark.parametrize(
    ("path", "compress"), [(NEWS, gzip.compress), (NEWS, brotli.compress), (PAPER, brotli.compress)]
)
def test_a_first_visit_is_light(browser: Browser, site_url: str, built_site: Path, path: str, compress):
    asked = first_visit(browser, site_url, path)
    assert len(asked) <= MOST_REQUESTS, asked
    assert sum(len(compress(data)) for data in files(built_site, asked)) <= MOST_BYTES


def test_an_article_of_a_larger_archive_is_no_heavier(edition: Edition):
    """Ten times the articles, so named that they stand behind the first in every order."""
    more = [
        replace(entry, record=replace(entry.record, slug=f"{entry.record.slug}-{copy}"))
        for copy in range(1, 10)
        for entry in edition.entries
    ]
    larger = replace(edition, entries=(*edition.entries, *more))
    site = Site("https://example.org/", ("zh-Hans", "en"))

    def weights(each: Edition) -> dict[str, int]:
        pages = write_pages(gather(each, site), "zh-Hans", site)
        return {page.uri: len(re.sub(r"-\d\b", "", page.text)) for page in pages if page.uri.startswith("articles/")}

    small, large = weights(edition), weights(larger)
    assert len(large) == 10 * len(small)
    longest_title = 300  # a page names its neighbours by date, which may be others
    assert all(large[uri] <= small[uri] + longest_title for uri in small)
