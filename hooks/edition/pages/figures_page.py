"""Figures page: from the figures of an edition to the pages that show them in one locale, each in its sentence.

Many figures are parted: a page for each kind, and more than one where a kind has very many.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from posixpath import dirname, relpath
from typing import NamedTuple

from edition.dates import PartialDate, read_period
from edition.gathered.figures import FIGURES_DATA, Figures
from edition.model import Edition, Entry, PlacedQuantity, Quantity, QuantityKind
from edition.pages.data_page import write_data_links
from edition.writing.filters import Choices, text_choices, topic_choices, write_filters
from edition.writing.listings import article_uri, page_path, place_label, shown_date, shown_title, write_page
from edition.writing.markdown import escape, fenced, html, write_words
from edition.writing.quantity_phrases import value_phrase
from edition.writing.strings import Strings

FIGURES = "figures/index.md"
ON_ONE_PAGE = 500
"""How many figures a page has at most."""

OPEN = "/.."
"""The end of a period that goes on."""

COLUMNS = ("printed", "value", "period", "text")


class Text(NamedTuple):
    """Where a text is from a page, and its title, linked, with its date."""

    address: str
    named: str


Part = tuple[str, Sequence[PlacedQuantity]]
"""A page's path below that of all figures, and what it shows."""


def write_figures(figures: Figures, edition: Edition, strings: Strings) -> Iterator[tuple[str, str]]:
    """The uri and the text of each page: of all, or where that would be too long, of what leads to those of the
    kinds."""
    title, opening = strings("figures.title"), _write_opening(figures, strings)
    if sum(map(len, figures.values())) <= ON_ONE_PAGE:
        yield FIGURES, write_page(title, *opening, *_write_kinds(figures, FIGURES, edition, strings))
        return
    parts = {kind: _parts(kind, found) for kind, found in figures.items()}
    yield FIGURES, write_page(title, *opening, _write_overview(parts, figures, strings))
    for kind, pages in parts.items():
        for number, (name, found) in enumerate(pages):
            yield _uri(name), _write_part(kind, found, number, pages, edition, strings)


def _uri(name: str) -> str:
    return f"{dirname(FIGURES)}/{name}.md"


def _parts(kind: QuantityKind, found: Sequence[PlacedQuantity]) -> list[Part]:
    starts = range(0, len(found), ON_ONE_PAGE)
    return [(f"{kind}-{n}" if n > 1 else str(kind), found[at : at + ON_ONE_PAGE]) for n, at in enumerate(starts, 1)]


def _write_opening(figures: Figures, strings: Strings) -> tuple[str, ...]:
    """What is listed, what the rules leave open, and the files."""
    all_figures = [each.quantity for found in figures.values() for each in found]
    said = {
        "figures": strings.number(len(all_figures)),
        "unknown": strings.number(sum(each.unit is None and each.kind is QuantityKind.OTHER for each in all_figures)),
        "undated": strings.number(sum(each.period is None for each in all_figures)),
    }
    return escape(strings("figures.intro", **said)), write_data_links(FIGURES_DATA, strings)


# ── Very many figures ─────────────────────────────────────────────────────────────────────────────────────────


def _write_overview(parts: dict[QuantityKind, list[Part]], figures: Figures, strings: Strings) -> str:
    lines = (
        f"{_write_part_links(kind, pages, strings)} {_count(len(figures[kind]), strings)}"
        for kind, pages in parts.items()
    )
    return html("ul", {"class": "kinds"}, "".join(html("li", {}, line) for line in lines))


def _write_part_links(kind: QuantityKind, pages: Sequence[Part], strings: Strings) -> str:
    (first, _), *others = pages
    links = [html("a", {"href": f"{first}/"}, escape(_kind(kind, strings)))]
    links += [html("a", {"href": f"{name}/"}, str(number)) for number, (name, _) in enumerate(others, 2)]
    return " ".join(links)


def _write_part(
    kind: QuantityKind,
    found: Sequence[PlacedQuantity],
    number: int,
    pages: Sequence[Part],
    edition: Edition,
    strings: Strings,
) -> str:
    """A page of one kind, with the way to the one before, the one after and back."""
    around = [("back", "../"), *(("earlier", f"../{pages[number - 1][0]}/") for _ in range(number > 0))]
    around += [("later", f"../{pages[n][0]}/") for n in (number + 1,) if n < len(pages)]
    links = " · ".join(html("a", {"href": url}, escape(strings(f"figures.{name}"))) for name, url in around)
    said = {"kind": _kind(kind, strings), "n": number + 1, "pages": len(pages)}
    title = strings("figures.of-kind", **said) if len(pages) > 1 else said["kind"]
    return write_page(
        str(title), html("p", {}, links), *_write_kinds({kind: tuple(found)}, _uri("x"), edition, strings)
    )


# ── Kinds ─────────────────────────────────────────────────────────────────────────────────────────────────────


def _write_kinds(figures: Figures, uri: str, edition: Edition, strings: Strings) -> Iterator[str]:
    """A table for each kind, with the form that narrows them."""
    entries = {each.entry.record.slug: each.entry for found in figures.values() for each in found}
    shown = replace(edition, entries=tuple(entries.values()))
    filters = {"kind": _kind_choices(figures, strings)} if len(figures) > 1 else {}
    yield write_filters(
        filters | {"topic": topic_choices(shown, strings), "text": text_choices(shown, strings)}, strings
    )
    texts = {slug: _text(entry, uri, strings) for slug, entry in entries.items()}
    kinds = (_write_kind(kind, found, texts, strings) for kind, found in figures.items())
    yield fenced(5, "div.figures[data-rows=all]", *kinds)


def _kind_choices(figures: Figures, strings: Strings) -> Choices:
    return strings("figures.kind"), [(kind, _kind(kind, strings), strings.locale) for kind in figures]


def _kind(kind: QuantityKind, strings: Strings) -> str:
    return strings(f"figures.kind.{kind}")


def _count(n: int, strings: Strings) -> str:
    return html("span", {"class": "count", "data-count": ""}, escape(strings.number(n)))


def _write_kind(kind: QuantityKind, found: Sequence[PlacedQuantity], texts: dict[str, Text], strings: Strings) -> str:
    said = escape(_kind(kind, strings))
    heading = f'## {said} {_count(len(found), strings)} {{: #{kind} data-toc-label="{said}" }}'
    head = "".join(_write_column(column, strings) for column in COLUMNS)
    body = "".join(_write_row(each, texts[each.entry.record.slug], strings) for each in found)
    table = html("table", {"class": "rows"}, f"<thead>{html('tr', {}, head)}</thead><tbody>{body}</tbody>")
    return fenced(4, f"section[data-group={kind}]", heading, table)


def _write_column(name: str, strings: Strings) -> str:
    return html("th", {"scope": "col", "data-sort": ""}, escape(strings(f"figures.column.{name}")))


# ── Rows ──────────────────────────────────────────────────────────────────────────────────────────────────────


def _write_row(each: PlacedQuantity, text: Text, strings: Strings) -> str:
    quantity, record = each.quantity, each.entry.record
    attributes = {"data-row": "", "data-kind": quantity.kind.value, "data-text": record.slug}
    attributes["data-topic"] = " ".join(record.topics.value)
    date = _sorted(record.date.value.latest if record.date else None)
    said = html("td", {"class": "said", "data-value": date}, f"{_sentence(each)} {text.named}")
    cells = _printed(each, text.address, strings), _value(quantity, strings), _period(quantity.period, strings), said
    return html("tr", attributes, "".join(cells))


def _sorted(day: date | None) -> str:
    return day.strftime("%Y%m%d") if day else ""


def _printed(each: PlacedQuantity, text: str, strings: Strings) -> str:
    quantity = each.quantity
    place = {"href": f"{text}#{quantity.place}", "title": place_label(quantity.place, strings)}
    words = html("span", {"lang": each.entry.article.language}, escape(quantity.text))
    return html("td", {"class": "printed"}, html("a", place, words))


def _value(quantity: Quantity, strings: Strings) -> str:
    said = write_words(value_phrase(quantity, strings), strings.locale)
    if quantity.qualifier:
        qualifier = strings(f"figures.qualifier.{quantity.qualifier.replace(' ', '-')}")
        said += " " + html("span", {"class": "qualifier"}, escape(qualifier))
    number = "" if quantity.low is None else f"{float(quantity.low):.15g}"
    return html("td", {"class": "value", "data-value": number}, said)


def _period(period: PartialDate | None, strings: Strings) -> str:
    said = "" if period is None else _since(period, strings) if period.edtf.endswith(OPEN) else strings.date(period)
    return html("td", {"class": "period", "data-value": _sorted(period.earliest if period else None)}, escape(said))


def _since(period: PartialDate, strings: Strings) -> str:
    return strings("figures.since", date=strings.date(read_period(period.edtf.removesuffix(OPEN))))


def _sentence(each: PlacedQuantity) -> str:
    quantity, language = each.quantity, each.entry.article.language
    marked = _marked(quantity.line, quantity.start, quantity.end, *each.sentence, language)
    return html("span", {"class": "sentence", "lang": language}, marked)


def _marked(line: str, start: int, end: int, first: int, last: int, language: str) -> str:
    before, after = write_words(line[first:start], language), write_words(line[end:last], language)
    return f"{before}{html('mark', {}, escape(line[start:end]))}{after}"


def _text(entry: Entry, uri: str, strings: Strings) -> Text:
    title, lang = shown_title(entry.record, strings)
    address = f"{relpath(page_path(article_uri(entry.record.slug)), page_path(uri))}/"
    named = html("a", {"href": address, "lang": lang if lang != strings.locale else None}, escape(title))
    return Text(address, html("span", {"class": "where"}, f"{named} · {escape(shown_date(entry.record, strings))}"))
