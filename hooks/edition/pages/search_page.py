"""Search page: where a query, its facets and all its results stand. docs/assets/search/page.js fills it in."""

from __future__ import annotations

from edition.writing.listings import DATES, SEARCH, TOPICS, link, write_page
from edition.writing.markdown import escape, fenced, html, write_words
from edition.writing.strings import Strings

MEANINGS = ("phrase", "words", "beginning", "names")
"""What the four lines on the meaning of a query say, in this order."""


def write_search_page(strings: Strings) -> str:
    page = html("div", {"class": "search-page", "data-error": strings("search.error")}, "".join(_parts(strings)))
    without = (link(strings("home.all-dates"), DATES, SEARCH), link(strings("home.all-topics"), TOPICS, SEARCH))
    return write_page(
        strings("search.title"),
        html("p", {"class": "notice no-script"}, escape(strings("search.no-script"))),
        page,
        f"## {escape(strings('search.meaning'))} {{: #meaning }}",
        "\n".join(f"- {write_words(strings(f'search.meaning.{meaning}'), strings.locale)}" for meaning in MEANINGS),
        fenced(3, "div.search-without", " · ".join(without)),
    )


def _parts(strings: Strings) -> tuple[str, ...]:
    field = {"type": "search", "name": "q", "aria-label": strings("search.label"), "autocomplete": "off"}
    field |= {"spellcheck": "false", "enterkeyhint": "search"}
    submit = html("button", {"type": "submit"}, escape(strings("search.submit")))
    return (
        html("form", {"method": "get"}, html("input", field, "").removesuffix("</input>") + submit),
        html("div", {"class": "search-facets"}, ""),
        html("p", {"class": "search-status", "role": "status"}, ""),
        html("p", {"class": "search-also"}, ""),
        html("ol", {"class": "search-results"}, ""),
        html("button", {"class": "search-more", "type": "button", "hidden": "hidden"}, escape(strings("search.more"))),
    )
