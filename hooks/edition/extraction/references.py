"""References: from the notes of an article to the works they refer to, by rules; what none reads stays as printed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from urllib.parse import urlsplit

from edition.dates import PartialDate, read_date
from edition.model import (
    Article,
    Byline,
    Footnote,
    Link,
    NoteReference,
    Reference,
    ReferenceFault,
    ReferenceKind,
    Title,
)
from edition.text.inlines import printed
from edition.text.languages import HAN, language_of
from edition.text.streams import streams

AUTHORS = r"(?P<authors>[^：《》“”]+)："
QUOTED = r"(?P<open>[“\"])(?P<title>.+)(?P<close>[”’\"])"
IN_BRACKETS = r"《(?P<title>[^《》]+)》"
YEAR = r"\s*(?P<year>\d{4})年"
PAGES = r"第(?P<pages>\d[\d，,、–—-]*)页"
END = r"[。.]?"

# 顾炜：《双重结构与俄罗斯地区一体化战略》，北京：社会科学文献出版社，2020年，第95，111页。
BOOK = re.compile(rf"{AUTHORS}{IN_BRACKETS}，(?P<place>[^，：]+)：(?P<publisher>[^，]+)，{YEAR}(?:，{PAGES})?{END}")
# 《哈萨克斯坦简史》，第242页。
SHORT_FORM = re.compile(rf"{IN_BRACKETS}，{PAGES}{END}")
# 马燕宁：《积累、扩张、收缩——俄罗斯外交周期研究》，外交学院博士毕业论文，2021年。
THESIS = re.compile(
    rf"{AUTHORS}{IN_BRACKETS}，(?P<publisher>[^，]+?)(?P<degree>[硕博]士(?:学位|毕业)?论文)，{YEAR}(?:，{PAGES})?{END}"
)
# 倪峰，达巍等：“俄乌冲突对国际政治格局的影响”，《国际经济评论》，2022年第3期，第38页。
JOURNAL_ARTICLE = re.compile(
    rf"{AUTHORS}{QUOTED}，《(?P<outlet>[^《》]+)》，{YEAR}第(?P<issue>\d+)期(?:，{PAGES})?{END}"
)
# “Уголь на замену”，生意人报，2022年8月5日，https://www.kommersant.ru/doc/5480475
ONLINE = re.compile(
    rf"{QUOTED}，(?P<outlet>[^，]+)，(?P<accessed>\d{{4}}年\d{{1,2}}月\d{{1,2}}日)(?P<comma>，?)(?P<url>https?://\S+)?{END}"
)

RULES = (
    (BOOK, ReferenceKind.BOOK),
    (SHORT_FORM, ReferenceKind.BOOK),
    (THESIS, ReferenceKind.THESIS),
    (JOURNAL_ARTICLE, ReferenceKind.JOURNAL_ARTICLE),
    (ONLINE, ReferenceKind.WEB_PAGE),
)
"""Tried in this order; a rule reads the whole note or nothing."""

NEWS_OUTLET = re.compile(r"社$|报|新闻|新华网")  # 哈通社, 生意人报, 北京日报客户端, 哈努尔新闻网
BETWEEN_AUTHORS = re.compile(r"[，、,]")
AND_OTHERS = "等"
DAY = re.compile(r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日")  # 2022年8月5日
HAN_LETTER = re.compile(f"[{HAN}]")
PAIRS = ("“”", '""')


def read_references(article: Article) -> tuple[Reference, ...]:
    """What each note refers to, in the order of the notes, short forms and repetitions joined to the note they mean."""
    callers = calling_passages(article)
    opening = {p.id for p in article.passages if isinstance(p.block, Title | Byline)}
    read = (read_reference(note, callers.get(note.id)) for note in article.footnotes)
    return tuple(_join(_author_note(reference, opening) for reference in read))


def calling_passages(article: Article) -> dict[str, str]:
    """For the address of each note that of the first passage that calls it."""
    callers: dict[str, str] = {}
    for passage in article.passages:
        for inline in chain.from_iterable(streams(passage.block)):
            if isinstance(inline, NoteReference):
                callers.setdefault(inline.note, passage.id)
    return callers


def read_reference(note: Footnote, passage: str | None) -> Reference:
    """What the note says by itself."""
    text = printed(note.content).strip(" ，,")
    for pattern, kind in RULES:
        if match := pattern.fullmatch(text):
            return _reference(note, passage, kind, match)
    return Reference(note, passage, ReferenceKind.UNREAD)


def _reference(note: Footnote, passage: str | None, kind: ReferenceKind, match: re.Match[str]) -> Reference:
    said = match.groupdict()
    title, outlet = _title(said), said.get("outlet")
    authors, others = _authors(said.get("authors") or "")
    online = kind is ReferenceKind.WEB_PAGE
    return Reference(
        note=note,
        passage=passage,
        kind=ReferenceKind.NEWS if online and NEWS_OUTLET.search(outlet or "") else kind,
        title=title,
        authors=authors,
        others=others,
        outlet=outlet,
        publisher=said.get("publisher"),
        place=said.get("place"),
        degree=said.get("degree"),
        year=int(said["year"]) if said.get("year") else None,
        issue=said.get("issue"),
        pages=said.get("pages"),
        url=_address(note),
        accessed=_day(said.get("accessed") or ""),
        language="zh-Hans" if HAN_LETTER.search(title) else language_of(title),
        faults=tuple(_faults(said, _address(note))),
    )


def _title(said: dict[str, str | None]) -> str:
    """The title; where it closes a quotation that nothing in it opens, the mark before it is its own."""
    title = said["title"] or ""
    unopened = title.count("”") > title.count("“")
    return (said.get("open") or "") + title if unopened else title


def _authors(text: str) -> tuple[tuple[str, ...], bool]:
    """The names, and whether others are meant besides: 倪峰，达巍等"""
    names = text.removesuffix(AND_OTHERS)
    return tuple(name.strip() for name in BETWEEN_AUTHORS.split(names) if name.strip()), names != text


def _address(note: Footnote) -> str | None:
    return next((inline.url for inline in note.content if isinstance(inline, Link)), None)


def _day(text: str) -> PartialDate | None:
    match = DAY.fullmatch(text)
    if not match:
        return None
    try:
        return read_date(f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}")
    except ValueError:
        return None  # no day of the calendar: it stays as printed


def _faults(said: dict[str, str | None], url: str | None) -> Iterator[ReferenceFault]:
    if "accessed" in said and not url:
        yield ReferenceFault.NO_ADDRESS
    if url and _is_home_page(url):
        yield ReferenceFault.HOME_PAGE
    if url and said.get("comma") == "":
        yield ReferenceFault.GLUED_ADDRESS
    if "open" in said and f"{said['open']}{said['close']}" not in PAIRS:
        yield ReferenceFault.QUOTATION_MARKS


def _is_home_page(url: str) -> bool:
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query and not parts.fragment


def _author_note(reference: Reference, opening: set[str]) -> Reference:
    """A note on the title or the author line that refers to no work says who the author is."""
    if reference.kind is ReferenceKind.UNREAD and reference.passage in opening:
        return replace(reference, kind=ReferenceKind.AUTHOR_NOTE)
    return reference


def _join(references: Iterable[Reference]) -> Iterator[Reference]:
    books: dict[str, str] = {}
    texts: dict[str, str] = {}
    for reference in references:
        text, note = printed(reference.note.content), reference.note.id
        if is_short_form(reference):
            yield replace(reference, full=books.get(reference.title or ""))
        else:
            if reference.kind is ReferenceKind.BOOK and reference.title:
                books[reference.title] = note
            yield replace(reference, repeats=texts.get(text))
        texts.setdefault(text, note)


def is_short_form(reference: Reference) -> bool:
    """Whether a note names a book by its title alone."""
    return reference.kind is ReferenceKind.BOOK and not reference.publisher
