"""Markdown: from blocks and inlines to Markdown that renders to exactly their text.

Escaping is total: every ASCII punctuation mark of a text becomes a numeric character reference, and so does white
space where Markdown would drop or read it. What a text says can therefore never be markup, whatever extensions are on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape as html_escape
from itertools import groupby
from math import inf

import yaml

from edition.characters import shown
from edition.model import (
    Abstract,
    Block,
    Byline,
    Cell,
    CreditLine,
    Figure,
    Footnote,
    ForeignRun,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    ListItem,
    ListLine,
    Markup,
    NoteReference,
    Paragraph,
    Passage,
    Quotation,
    Series,
    Speech,
    Table,
    Text,
    Title,
    Tombstone,
    call_id,
)
from edition.published.tombstones import with_tombstones
from edition.text.inlines import in_language, printed, read_inlines
from edition.writing.strings import DEFAULT_LOCALE, Strings
from edition.writing.table_chart import Series as ChartSeries
from edition.writing.table_chart import draw_series, read_series

PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~\t\n\r\u2028\u2029]")
DEEPEST_ITEM = 4
AUTHOR_NOTE = "0"
"""The label that Word gives an author's note; it is printed as an asterisk."""

PASSAGE_LETTERS = "phtfn"
"""What the ids of passages and notes begin with."""

SECTIONS_WORTH_A_LIST = 2

ACCESS_DAY = re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")  # 2022年7月30日，https://…

TABLE_FILES = ("csv", "json")

CELL_CLASSES = {
    "numeric": re.compile(r"[+-]?[\d,.]+%?(?::[\d.]+)?"),  # 1637.8, 9.2:1
    "period": re.compile(r"\d{4}年?\s?[-–—~～]\s?\d{2,4}年?"),  # 2017-2021
}
"""How cells are set that are nothing else in all their lines."""


def escape(text: str) -> str:
    """Markdown, or HTML, text or attribute, that says `text`. Unseen characters are shown, by picture or number."""
    seen = shown(text)
    words = seen.strip()
    before, after = seen[: len(seen) - len(seen.lstrip())], seen[len(seen.rstrip()) :] if words else ""
    return _references(before) + PUNCTUATION.sub(lambda mark: f"&#{ord(mark[0])};", words) + _references(after)


def _references(text: str) -> str:
    return "".join(f"&#{ord(character)};" for character in text)


REFERENCE = re.compile(r"&#(?P<code>\d+);")
HARMLESS = frozenset(" '!#$%()*+,-./:;=?@[\\]^_`{|}~")
"""What means nothing in HTML, neither in text nor in a quoted attribute."""


def plain_references(rendered: str) -> str:
    """Rendered HTML with plain characters where a reference was needed for Markdown alone."""
    return REFERENCE.sub(_plain, rendered)


def _plain(reference: re.Match[str]) -> str:
    character = chr(int(reference["code"]))
    return character if character in HARMLESS else reference[0]


def html(tag: str, attributes: Mapping[str, str | None], content: str) -> str:
    """An HTML element; an attribute without value is left out."""
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items() if value is not None)
    return f"<{tag}{written}>{content}</{tag}>"


def fenced(depth: int, element: str, *parts: str) -> str:
    """A block of pymdownx.blocks.html, such as `section.notes`; one that contains others needs more slashes."""
    fence = "/" * depth
    return "\n\n".join((f"{fence} html | {element}", *parts, fence))


def front_matter(values: Mapping[str, str]) -> str:
    """YAML front matter of quoted values. They are HTML: Material's templates print them as they stand."""
    lines = (f"{key}: {_quoted(text_as_html(value))}" for key, value in values.items())
    return "\n".join(("---", *lines, "---"))


def text_as_html(text: str) -> str:
    """The text with the three characters escaped that HTML reads in text; unseen ones are shown as in `escape`."""
    return html_escape(shown(text), quote=False)


def _quoted(value: str) -> str:
    return yaml.safe_dump(value, default_style='"', allow_unicode=True, width=inf).strip()


# ── Inlines ───────────────────────────────────────────────────────────────────────────────────────────────────


def write_words(text: str, lang: str) -> str:
    """Words of the interface or of editors in a language, with those in them that are in another."""
    return "".join(
        html("span", {"lang": DEFAULT_LOCALE if inline.lang == "zh" else inline.lang}, escape(inline.text))
        if isinstance(inline, ForeignRun)
        else escape(inline.text)
        for inline in in_language(read_inlines(text, 0), lang)
    )


def write_inlines(inlines: Inlines, strings: Strings) -> str:
    return "".join(write_inline(inline, strings) for inline in inlines)


def write_inline(inline: Inline, strings: Strings) -> str:
    match inline:
        case Text(text):
            return escape(text)
        case ForeignRun(text, lang):
            return html("span", {"lang": lang}, escape(text))
        case Link(text, url):
            return html("a", {"href": url, "class": "address"}, escape(text))
        case LineBreak():
            return "<br>"
        case NoteReference():
            return _write_note_reference(inline, strings)
        case Markup():
            return ""


def _write_note_reference(call: NoteReference, strings: Strings) -> str:
    mark = note_mark(call.label, call.series)
    link = {
        "id": call.id,
        "href": f"#{call.note}",
        "role": "doc-noteref",
        "aria-label": strings("article.note-reference", label=mark),
    }
    return html("sup", {"class": "note-reference"}, html("a", link, escape(mark)))


def note_mark(label: str, series: Series = Series.FOOTNOTE) -> str:
    """How a note's label is printed."""
    if series is Series.ENDNOTE:
        return f"{series}{label}"
    return "*" if label == AUTHOR_NOTE else label


# ── Blocks ────────────────────────────────────────────────────────────────────────────────────────────────────


def write_passages(passages: Iterable[Passage], strings: Strings, tombstones: Iterable[Tombstone] = ()) -> str:
    """The body of an article; its title is the page's own heading and not repeated."""
    parts: list[str] = []
    for listed, group in groupby(with_tombstones(passages, tombstones), key=_is_list_item):
        written = filter(None, (_write_passage(passage, strings) for passage in group))
        parts += [fenced(3, 'div.list[role="list"]', *written)] if listed else written
    return "\n\n".join(parts)


def _is_list_item(passage: Passage | Tombstone) -> bool:
    return isinstance(passage, Passage) and isinstance(passage.block, ListItem)


def _write_passage(passage: Passage | Tombstone, strings: Strings) -> str:
    match passage:
        case Passage(id, block):
            return write_block(block, id, strings)
        case Tombstone():
            return write_tombstone("p", passage, strings)


def write_block(block: Block, id: str, strings: Strings) -> str:
    match block:
        case Title():
            return ""
        case Heading(level, content):
            return f"{'#' * level} {write_inlines(content, strings)}{write_passage_link(id, strings)} {{: #{id} }}"
        case Paragraph(content, ordinal):
            return _paragraph(content, id, "run-in" if ordinal else "", strings)
        case Abstract(content):
            return _paragraph(content, id, "abstract", strings)
        case Byline(content):
            return _paragraph(content, id, "author-line", strings)
        case CreditLine(content):
            return _paragraph(content, id, "credit-line", strings)
        case Quotation(content):
            return _quoted_paragraph(write_inlines(content, strings), id, "quotation", strings)
        case Speech(content, attribution):
            said = write_inlines(attribution, strings)
            attributed = html("span", {"class": "attribution"}, said) if said else ""
            return _quoted_paragraph(write_inlines(content, strings) + attributed, id, "speech", strings)
        case ListLine(items):
            *first, last = (f"- {write_inlines(item, strings)}" for item in items)
            return fenced(3, f"div#{id}.list-line", "\n".join((*first, last + write_passage_link(id, strings))))
        case ListItem(content, depth):
            written = write_inlines(content, strings) + write_passage_link(id, strings)
            return f'{written}\n{{: #{id} .list-item .depth-{min(depth, DEEPEST_ITEM)} role="listitem" }}'
        case Figure():
            return _write_figure(block, id, strings)
        case Table():
            return _write_table(block, id, strings)


def _paragraph(content: Inlines, id: str, role: str, strings: Strings) -> str:
    written = write_inlines(content, strings) + write_passage_link(id, strings)
    return f"{written}\n{{: #{id}{' .' + role if role else ''} }}"


def _quoted_paragraph(content: str, id: str, role: str, strings: Strings) -> str:
    return f"> {content}{write_passage_link(id, strings)}\n> {{: #{id} .{role} }}"


def write_passage_link(id: str, strings: Strings) -> str:
    """The passage's own address, as a link. It has a name but no text: a copied passage has no stray number in it."""
    number = id.lstrip(PASSAGE_LETTERS)
    name = strings(f"passage.{id[0]}", number=number)
    shown = "#" if id.startswith("h") else number
    attributes = {"class": "passage-link", "href": f"#{id}", "data-number": shown, "data-name": name}
    return html("a", attributes | {"aria-label": strings("passage.link", passage=name)}, "")


def _write_figure(figure: Figure, id: str, strings: Strings) -> str:
    """A picture that is not there: a note of its absence, and its caption."""
    absence = html("p", {"class": "absence", "lang": strings.locale}, escape(strings(f"article.absent.{figure.kind}")))
    caption = html("figcaption", {}, write_inlines(figure.content, strings) + write_passage_link(id, strings))
    return html("figure", {"id": id, "class": f"absent {figure.kind}"}, absence + caption)


def _write_table(table: Table, id: str, strings: Strings) -> str:
    name = printed(table.title) if table.title else strings("article.table")
    width = max(map(len, (table.header, *table.rows)))
    parts = [
        _table_caption(table, strings),
        html("thead", {}, _row(table.header, "th", width, strings)) if table.header else "",
        html("tbody", {}, "\n".join(_row(row, "td", width, strings) for row in table.rows)),
    ]
    region = {"class": "table-region", "role": "region", "tabindex": "0"}
    region["aria-label"] = strings("article.table-region", title=name)
    written = html(
        "div", region, html("table", {"id": id, "class": "data"}, "\n" + "\n".join(filter(None, parts)) + "\n")
    )
    source = html("p", {"class": "table-source"}, write_inlines(table.source, strings)) if table.source else ""
    return html(
        "div", {"class": "table"}, written + source + _write_table_files(id, strings) + _write_chart(table, strings)
    )


def _write_chart(table: Table, strings: Strings) -> str:
    """A picture of the table, which is the archive's and no part of the text; nothing for a table of few numbers."""
    panels = [_write_panel(series, table, strings) for series in read_series(table)]
    if not panels:
        return ""
    caption = html("figcaption", {"lang": strings.locale}, escape(strings("article.chart-caption")))
    return html("figure", {"class": "chart table-chart"}, html("div", {"class": "panels"}, "".join(panels)) + caption)


def _write_panel(series: ChartSeries, table: Table, strings: Strings) -> str:
    unit = html("span", {"class": "table-unit"}, escape(printed(table.unit))) if table.unit else ""
    title = html("p", {"class": "panel-title"}, escape(series.name) + " " + unit)
    return html("div", {}, title + draw_series(series, strings("article.chart", series=series.name)))


def _write_table_files(id: str, strings: Strings) -> str:
    """Links to the table as data, and to itself."""
    label = html("span", {"lang": strings.locale}, escape(strings("article.table-data")))
    links = [html("a", {"href": f"{id}.{form}", "download": ""}, form.upper()) for form in TABLE_FILES]
    return html("p", {"class": "table-files"}, " ".join((label, *links)) + write_passage_link(id, strings))


def _table_caption(table: Table, strings: Strings) -> str:
    title = html("span", {"class": "table-title"}, write_inlines(table.title or (), strings)) if table.title else ""
    unit = html("span", {"class": "table-unit"}, write_inlines(table.unit or (), strings)) if table.unit else ""
    return html("caption", {}, title + unit) if title or unit else ""


def _row(cells: Sequence[Cell], tag: str, width: int, strings: Strings) -> str:
    """A row of one cell goes over the whole width; which cells of another short row were merged, nothing says."""
    span = str(width) if len(cells) == 1 < width else None
    return html("tr", {}, "".join(_cell(cell, tag, span, strings) for cell in cells))


def _cell(cell: Cell, tag: str, span: str | None, strings: Strings) -> str:
    words = [printed(line) for line in cell.lines]
    name = next((name for name, form in CELL_CLASSES.items() if all(map(form.fullmatch, words))), None)
    attributes = {"scope": "col"} if tag == "th" else {"class": name}
    lines = "<br>".join(write_inlines(line, strings) for line in cell.lines)
    return html(tag, attributes | {"colspan": span}, lines)


def write_contents(passages: Iterable[Passage], lang: str, strings: Strings) -> str:
    """The headings as links, for screens that have no room for them beside the text; nothing for one or none."""
    headings = [(p.id, p.block) for p in passages if isinstance(p.block, Heading)]
    if len(headings) < SECTIONS_WORTH_A_LIST:
        return ""
    items = [
        html(
            "li",
            {"class": f"level-{block.level}"},
            html("a", {"href": f"#{id}", "lang": lang}, escape(printed(block.content))),
        )
        for id, block in headings
    ]
    summary = html("summary", {}, escape(strings("article.contents")))
    return html("details", {"class": "contents"}, f"\n{summary}\n" + html("ol", {}, "\n".join(items)) + "\n")


# ── Tombstones ────────────────────────────────────────────────────────────────────────────────────────────────


def write_tombstone(tag: str, tombstone: Tombstone, strings: Strings) -> str:
    """What stands at the address of a passage that was published and is gone."""
    name = strings(f"passage.{tombstone.id[0]}", number=tombstone.id[1:])
    said = strings("tombstone.unregistered", passage=name)
    if tombstone.removed:
        said = strings("tombstone.removed", passage=name, date=strings.day(tombstone.removed))
    return html(tag, {"id": tombstone.id, "class": "tombstone", "lang": strings.locale}, escape(said))


# ── Notes ─────────────────────────────────────────────────────────────────────────────────────────────────────


def write_footnotes(footnotes: Iterable[Footnote], strings: Strings, tombstones: Iterable[Tombstone] = ()) -> str:
    """The notes at the end of an article, each with its own label and the way back to its calls; endnotes apart."""
    notes = tuple(with_tombstones(footnotes, tombstones))
    sections = ((Series.FOOTNOTE, "notes"), (Series.ENDNOTE, "endnotes"))
    written = (_write_series([n for n in notes if n.id[0] == series], name, strings) for series, name in sections)
    return "\n\n".join(filter(None, written))


def _write_series(notes: Sequence[Footnote | Tombstone], name: str, strings: Strings) -> str:
    if not notes:
        return ""
    heading = f'## {escape(strings(f"article.{name}"))} {{: #{name} lang="{strings.locale}" }}'
    listed = (_write_note(note, strings) for note in notes)
    return fenced(5, 'section.notes[role="doc-endnotes"]', heading, fenced(4, "ol", *listed))


def write_archived(content: Inlines, strings: Strings) -> str:
    """A link to the web archive's copy nearest to the day on which the author says the address was read."""
    addresses = [inline.url for inline in content if isinstance(inline, Link)]
    days = list(ACCESS_DAY.finditer(printed(content)))
    if len(addresses) != 1 or not days:
        return ""
    year, month, day = (int(days[-1][unit]) for unit in ("year", "month", "day"))
    copy = {"href": f"https://web.archive.org/web/{year:04}{month:02}{day:02}/{addresses[0]}", "class": "archived"}
    named = copy | {"lang": strings.locale, "title": strings("article.archived-note")}
    return html("a", named, escape(strings("article.archived"))) + " "


def _write_note(note: Footnote | Tombstone, strings: Strings) -> str:
    match note:
        case Footnote():
            return _write_footnote(note, strings)
        case Tombstone():
            return write_tombstone("li", note, strings)


def _write_footnote(note: Footnote, strings: Strings) -> str:
    mark = note_mark(note.label, note.series)
    label = html("span", {"class": "note-label"}, escape(mark))
    name = escape(strings("article.note-back", label=mark))
    calls = (call_id(note.series, note.label, nth) for nth in range(1, note.calls + 1))
    back = " ".join(f'[↩](#{call}){{: .backlink role="doc-backlink" aria-label="{name}" }}' for call in calls)
    archived = write_archived(note.content, strings)
    return fenced(3, f"li#{note.id}", f"{label} {write_inlines(note.content, strings)} {archived}{back}")
