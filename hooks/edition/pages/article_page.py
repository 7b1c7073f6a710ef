"""Article page: from an entry to its page in one locale: title, record, text, notes and neighbours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from edition.gathered.names import write_names_in_text
from edition.model import Attributed, AuthorityRecord, Basis, Claim, Entry, Inlines, NoteReference, Record, Title, Topic
from edition.pages.cite_box import write_cite_box, write_print_address
from edition.pages.disagreements import mark_passages, write_marks
from edition.text.inlines import printed
from edition.writing.csl import CslRecord, bracketed_title
from edition.writing.listings import (
    article_uri,
    link,
    mark_of,
    shown_date,
    shown_title,
    topic_name,
    topic_uri,
    write_page,
)
from edition.writing.markdown import (
    escape,
    fenced,
    html,
    write_contents,
    write_footnotes,
    write_inlines,
    write_passages,
)
from edition.writing.slots import Slots, TextOnce, render_once, write_place
from edition.writing.strings import DEFAULT_LOCALE, Strings


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page tells of an article that is not in its entry: topics and names by id, its neighbours by date, and
    the claims that its passages make."""

    topics: Mapping[str, Topic] = field(default_factory=dict)
    authorities: Mapping[str, AuthorityRecord] = field(default_factory=dict)
    earlier: Entry | None = None
    later: Entry | None = None
    claims: tuple[Claim, ...] = ()


def write_article(
    entry: Entry, csl: CslRecord, around: Surroundings, strings: Strings, text: TextOnce | None = None
) -> str:
    """`text` is the text where it is rendered apart from the page, which then has a place for it."""
    title, lang = shown_title(entry.record, strings)
    return write_page(
        title,
        *_write_introduction(entry, lang, around.topics, strings),
        write_print_address(csl, strings),
        write_contents(entry.article.passages, entry.article.language, strings),
        write_place(text, strings) if text else write_text(entry, strings, around.claims),
        write_cite_box(csl, files_folder(entry.record.slug, strings.locale), strings),
        write_names_in_text(entry, around.authorities, strings),
        write_record(entry, around.topics, strings),
        _write_neighbours(entry, around.earlier, around.later, strings),
        lang=lang,
        text_lang=entry.article.language,
        calls=write_title_calls(entry, strings),
    )


def write_text(entry: Entry, strings: Strings, claims: Iterable[Claim] = ()) -> str:
    """The text with its notes, passages of which claims speak marked; a title line of its own stands first where the
    record's title has other words."""
    line = html("p", {"class": "title-line"}, write_inlines(other_title(entry), strings)) if other_title(entry) else ""
    article = entry.article
    marks = write_marks(entry, claims, strings)
    text = mark_passages(write_passages(article.passages, strings, article.tombstones), marks, strings)
    notes = write_footnotes(article.footnotes, strings, article.note_tombstones)
    return fenced(6, f'div.text[lang="{entry.article.language}"]', *filter(None, (line, text, notes)))


def render_text(entry: Entry, claims: Iterable[Claim], render: Callable[[str], str]) -> TextOnce:
    """The text for all locales; `render` makes HTML of Markdown as the site does."""
    slots = Slots.beside(entry.article.seed)
    return render_once(entry.record.slug, write_text(entry, slots, claims), slots, render)


def other_title(entry: Entry) -> Inlines:
    """The text's own title line, where the record gives the page a title of other words."""
    first, title = entry.article.passages[0].block, entry.record.title.value
    if isinstance(first, Title) and "".join(printed(first.content).split()) != "".join(title.split()):
        return first.content
    return ()


def write_title_calls(entry: Entry, strings: Strings) -> str:
    """The note calls of the title line, for the heading of the page, if that line is nowhere else."""
    first = entry.article.passages[0].block
    if not isinstance(first, Title) or other_title(entry):
        return ""
    return write_inlines(tuple(i for i in first.content if isinstance(i, NoteReference)), strings)


def files_folder(slug: str, locale: str) -> str:
    """The way from an article's page to the folder of its files, which lie beside its page in the default locale."""
    return "" if locale == DEFAULT_LOCALE else f"../../../articles/{slug}/"


def _write_introduction(entry: Entry, lang: str, topics: Mapping[str, Topic], strings: Strings) -> Iterator[str]:
    record, language = entry.record, entry.article.language
    if strings.locale != language:
        if lang != language:
            yield html("p", {"class": "original-title", "lang": language}, escape(bracketed_title(record)))
        else:
            yield html("p", {"class": "notice"}, escape(strings("article.untitled-translation")))
    yield html("p", {"class": "record-line"}, " · ".join(_record_line(entry, strings)))
    here = article_uri(record.slug)
    linked = [link(topic_name(topics[id], strings), topic_uri(id), here) for id in record.topics.value]
    inferred = "" if record.topics.basis is not Basis.INFERRED else escape(strings("basis.topics-inferred"))
    yield fenced(3, "div.topic-line", escape(strings("list.separator")).join(linked) + inferred) if linked else ""
    yield _write_abstract(record, strings)
    if strings.locale != language:
        yield html("p", {"class": "notice"}, escape(_text_in(language, strings)))


def _write_abstract(record: Record, strings: Strings) -> str:
    """The archive's abstract in the page's language; without one, what is to be said of a translated title."""
    draft = html("p", {"class": "draft"}, escape(_draft_mark(record, strings)))
    if abstract := record.abstracts.get(strings.locale):
        label = html("p", {"class": "label"}, escape(strings("abstract.label")))
        name = escape(strings("abstract.label"))
        return fenced(
            3, f'section.archive-abstract[aria-label="{name}"]', label, html("p", {}, escape(abstract)), draft
        )
    return draft if strings.locale in record.translations else ""


def _draft_mark(record: Record, strings: Strings) -> str:
    """That the page's abstract or title is the archive's, and who has reviewed it."""
    if record.reviewed_by:
        return strings("abstract.reviewed", name=record.reviewed_by)
    translated, abstracted = strings.locale in record.translations, strings.locale in record.abstracts
    if translated and abstracted:
        return strings("abstract.draft-with-title")
    return strings("abstract.draft" if abstracted else "abstract.draft-title")


def _text_in(language: str, strings: Strings) -> str:
    if language == DEFAULT_LOCALE:
        return strings("article.text-in-chinese")
    return strings("article.text-in", language=strings.language(language))


def _record_line(entry: Entry, strings: Strings) -> Iterator[str]:
    record = entry.record
    yield escape(strings(f"kind.{record.kind.value}"))
    yield escape(shown_date(record, strings)) + mark_of(record.date, strings)
    if record.authors:
        yield _chinese(strings.list(record.authors.value), entry, strings)
    if record.translator:
        name = _chinese(record.translator.value, entry, strings)
        yield escape(strings("article.translator", name="\0")).replace("␀", name)
    yield escape(strings.count("count.characters", characters(entry)))


def _chinese(text: str, entry: Entry, strings: Strings) -> str:
    """A name as the text has it, marked as being in the text's language where the page is in another."""
    lang = entry.article.language
    return escape(text) if strings.locale == lang else html("span", {"lang": lang}, escape(text))


def characters(entry: Entry) -> int:
    """The length of a text as a reader sees it: body, notes, tables and captions."""
    counts = entry.article.account.counts
    return sum(counts.get(kind, 0) for kind in ("body", "note", "table", "caption"))


# ── The record ────────────────────────────────────────────────────────────────────────────────────────────────


def write_record(entry: Entry, topics: Mapping[str, Topic], strings: Strings) -> str:
    """What is known of the text and on what it rests, its source file, and what became of every character."""
    heading = f"## {escape(strings('record.title'))} {{: #record }}"
    rows = "\n".join(
        html("dt", {}, escape(strings(f"record.{name}"))) + html("dd", {}, value)
        for name, value in _record_rows(entry, topics, strings)
    )
    return fenced(4, "section.record", heading, html("dl", {}, "\n" + rows + "\n"))


def _record_rows(entry: Entry, topics: Mapping[str, Topic], strings: Strings) -> Iterator[tuple[str, str]]:
    record = entry.record
    yield "name", _with_basis(_chinese(bracketed_title(record), entry, strings), record.title, strings)
    kind = escape(strings(f"kind.{record.kind.value}"))
    yield "kind", _with_basis(kind, record.kind, strings)
    date = escape(shown_date(record, strings))
    yield "date", _with_basis(date, record.date, strings) if record.date else date
    if record.authors:
        authors = _chinese(strings.list(record.authors.value), entry, strings)
        yield "authors", _with_basis(authors, record.authors, strings)
    for name, value in _named(record):
        yield name, _with_basis(_chinese(value.value, entry, strings), value, strings)
    names = escape(strings.list(topic_name(topics[id], strings) for id in record.topics.value))
    yield "topics", _with_basis(names, record.topics, strings)
    yield "source", _source(entry)
    yield "account", escape(_account(entry, strings))
    yield "rights", escape(strings("record.rights-unstated"))
    if record.added:
        yield "added", escape(record.added.isoformat())
    if record.revised:
        yield "revised", escape(record.revised.isoformat())
    if record.date:
        yield "edtf", html("code", {}, escape(record.date.value.edtf))


def _named(record: Record) -> Iterator[tuple[str, Attributed[str]]]:
    for name in ("affiliation", "conference", "translator"):
        value: Attributed[str] | None = getattr(record, name)
        if value:
            yield name, value


def _with_basis(value: str, attributed: Attributed[object], strings: Strings) -> str:
    reason = strings.reason(attributed.reason).rstrip("。.")
    line = strings("record.line", value="\0", basis=strings(f"basis.{attributed.basis}"), reason=reason)
    return escape(line).replace("␀", value)


def _source(entry: Entry) -> str:
    seed = entry.article.seed
    digest = sha256(seed.data).hexdigest()
    return f"{html('code', {}, escape(seed.name))} · {len(seed.data)} B · SHA-256 {html('code', {}, digest)}"


def _account(entry: Entry, strings: Strings) -> str:
    account = entry.article.account
    parts = [
        strings(f"account.{kind.replace(' ', '-')}", n=strings.number(n)) for kind, n in account.counts.items() if n
    ]
    return strings("account.total", total=strings.number(account.total), parts=strings.list(parts))


def _write_neighbours(entry: Entry, earlier: Entry | None, later: Entry | None, strings: Strings) -> str:
    here = article_uri(entry.record.slug)
    lines = []
    for direction, neighbour in (("article.earlier", earlier), ("article.later", later)):
        if neighbour:
            title, lang = shown_title(neighbour.record, strings)
            label = html("span", {"class": "direction"}, escape(strings(direction)))
            lines.append(f"- {label} {link(title, article_uri(neighbour.record.slug), here, lang)}")
    if not lines:
        return ""
    return fenced(3, f'nav.neighbours[aria-label="{strings("article.neighbours")}"]', "\n".join(lines))
