import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from texts import CHINESE, article

from edition.curation.catalogue import Catalogue, describe
from edition.curation.curated import Curated
from edition.dates import read_date
from edition.model import Attributed, Basis, Edition, Entry, Timeline, Topic
from edition.pages.indexes import write_dates, write_home, write_topic, write_topics
from edition.site import Site, gather, write_pages
from edition.writing.listings import by_addition, by_date, link, shown_title, used_topics
from edition.writing.strings import Strings, read_strings

ENERGY = Topic("energy", {"zh-Hans": "能源", "en": "Energy"}, {"zh-Hans": "石油。", "en": "Oil."}, ("石油",))
TRADE = Topic("trade", {"zh-Hans": "贸易", "en": "Trade"}, {"zh-Hans": "买卖。", "en": "Buying."}, ("贸易",))
ENGLISH = read_strings("en")
SITE = Site("https://archive.example/", ("zh-Hans", "en"))


def entry(slug: str, edtf: str | None = None, basis: Basis = Basis.STATED, added: str | None = None) -> Entry:
    """A text about energy, called as its slug is."""
    read = article(f"{slug}论\n\n石油。", f"seeds/{slug}.txt")
    record = describe(read, Catalogue(Curated("seeds/catalogue.yml", {}, {}), (ENERGY, TRADE)))
    dated = Attributed(read_date(edtf), basis, "header-date") if edtf else None
    return Entry(read, replace(record, date=dated, added=date.fromisoformat(added) if added else None))


def edition(*entries: Entry) -> Edition:
    return Edition(entries, (ENERGY, TRADE), ())


def home(edition: Edition, strings: Strings) -> str:
    return write_home(edition, Timeline((), ()), strings)


def slugs(entries: list[Entry]) -> list[str]:
    return [entry.record.slug for entry in entries]


def test_the_newest_stands_first_and_the_undated_last():
    entries = [entry("undated"), entry("old", "1999-12-31"), entry("new", "2025-11-15"), entry("month", "2025-11")]
    assert slugs(by_date(entries)) == ["month", "new", "old", "undated"]


def test_a_certain_day_stands_before_a_span_that_ends_on_it():
    assert slugs(by_date([entry("year", "2022"), entry("day", "2022-12-31")])) == ["day", "year"]


def test_texts_of_one_day_stand_in_the_order_of_their_addresses():
    assert slugs(by_date([entry("b", "2022"), entry("a", "2022")])) == ["a", "b"]


def test_the_latest_addition_stands_first_and_one_without_record_last():
    entries = [
        entry("unrecorded", "2026"),
        entry("first", "2025", added="2026-01-01"),
        entry("later", added="2026-02-01"),
    ]
    assert slugs(by_addition(entries)) == ["later", "first", "unrecorded"]


def test_a_topic_without_texts_is_not_shown():
    assert [topic.id for topic, _ in used_topics(edition(entry("a")))] == ["energy"]


@pytest.mark.parametrize("write", [home, write_topics])
def test_a_topic_without_texts_is_not_on_the_page(write: Callable[..., str], rendered):
    html = rendered(write(edition(entry("a")), ENGLISH))
    assert '<a href="' in html
    assert "Energy" in html
    assert "Trade" not in html


def test_a_topic_without_texts_has_no_page():
    uris = [page.uri for page in write_pages(gather(edition(entry("a")), SITE), "en", SITE)]
    assert [uri for uri in uris if uri.startswith("topics/")] == ["topics/index.en.md", "topics/energy.en.md"]


def test_pages_in_another_locale_carry_it_in_their_names():
    chinese, english = (
        {page.uri for page in write_pages(gather(edition(entry("a")), SITE), locale, SITE)}
        for locale in ("zh-Hans", "en")
    )
    assert "articles/a.md" in chinese
    assert {uri.replace(".md", ".en.md") for uri in chinese} == english


def words(html: str) -> str:
    return re.sub(r"<[^>]*>", "", html)


def test_dates_stand_by_year_and_month_each_with_an_anchor(rendered):
    entries = (entry("a", "2025-11-15"), entry("b", "2025-09"), entry("c", "1999-01-02"))
    html = rendered(write_dates(edition(*entries), ENGLISH))
    assert re.findall(r"<h[23][^>]* id=\"([^\"]*)\">(.*)</h", html) == [
        ("y2025", "2025"),
        ("y2025-11", "November"),
        ("y2025-09", "September"),
        ("y1999", "1999"),
        ("y1999-01", "January"),
    ]


def test_a_date_within_bounds_stands_at_the_end_of_its_year_and_is_marked(rendered):
    entries = (entry("span", "[2025-06-17..2025-10-09]", Basis.INFERRED), entry("day", "2025-01-02"))
    page = words(rendered(write_dates(edition(*entries), ENGLISH)))
    assert page.index("day论") < page.index("Month unknown") < page.index("2025-06-17 – 10-09 (inferred)")
    assert page.index("2025-06-17 – 10-09") < page.index("span论")


def test_the_undated_stand_at_the_end_without_year(rendered):
    page = words(rendered(write_dates(edition(entry("undated"), entry("day", "2025-01-02")), ENGLISH)))
    assert page.index("day论") < page.index("\nUndated\n") < page.index("undated论")


def test_every_text_is_listed_once_on_the_page_of_dates(rendered):
    names = ["a", "b", "c", "d", "e"]
    dates = ["2025-11-15", "2025", "[2024-12..2025-02]", "2024-12", None]
    html = rendered(write_dates(edition(*map(entry, names, dates)), ENGLISH))
    assert [html.count(f"{name}论</a>") for name in names] == [1] * 5


def test_counts_are_those_of_the_texts(rendered):
    whole = edition(entry("a"), entry("b"))
    assert "The archive holds 2 texts" in rendered(write_dates(whole, ENGLISH))
    assert "Number of topics: 1." in rendered(write_topics(whole, ENGLISH))
    assert '<span class="count">2 texts</span>' in rendered(write_topics(whole, ENGLISH))
    assert "<p>2 texts</p>" in rendered(write_topic(ENERGY, whole, ENGLISH))


def test_a_supplied_title_stands_in_brackets_wherever_it_shows(rendered):
    plain = entry("a")
    supplied = Entry(plain.article, replace(plain.record, title=Attributed("石油论", Basis.SUPPLIED, "catalogue")))
    assert shown_title(supplied.record, CHINESE) == ("[石油论]", "zh-Hans")
    for html in (home(edition(supplied), CHINESE), write_dates(edition(supplied), CHINESE)):
        assert '>[石油论]</a><span class="basis">（编者拟定）</span>' in rendered(html)


@pytest.mark.parametrize(
    "title", ["[a](b)", "<b>&amp;", 'a "b" c', "# x", "1. x", "{: #x }", "{{ x }}", "`x`", "a_b_c*d*"]
)
def test_a_title_is_text_wherever_it_shows(title: str, rendered):
    html = rendered(link(title, "articles/x.md", "index.md"))
    shown = title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")
    assert html.replace("&#60;", "&lt;").replace("&#62;", "&gt;").replace("&#38;", "&amp;") == (
        f'<p><a href="articles/x.md">{shown}</a></p>'
    )


@pytest.mark.parametrize(
    ("uri", "base", "href"),
    [
        ("articles/x.md", "index.md", "articles/x.md"),
        ("articles/x.md", "dates/index.md", "../articles/x.md"),
        ("topics/x.md", "articles/y.md", "../topics/x.md"),
        ("articles/x.md", "articles/y.md", "x.md"),
    ],
)
def test_links_are_relative_so_that_the_site_may_lie_anywhere(uri: str, base: str, href: str):
    assert link("x", uri, base) == f"[x]({href})"
