"""Name pages: from the names of an edition to their index and to a page for each, with every passage that names it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from edition.curation.mentions import WORD_CHARACTER
from edition.gathered.names import (
    NAMES,
    Named,
    NamedIn,
    Names,
    by_kind,
    link_name,
    link_names,
    name_uri,
    shown_name,
    surname,
)
from edition.model import AuthorityKind, AuthorityRecord, Mention
from edition.text.languages import HAN, language_of
from edition.writing.collation import Key, collation_key, initial
from edition.writing.listings import article_uri, link, mark_of, place_label, shown_date, shown_title, write_page
from edition.writing.markdown import escape, fenced, html, write_words
from edition.writing.strings import DEFAULT_LOCALE, Strings

HAN_CHARACTER = re.compile(f"[{HAN}]")

LANGUAGES = {"zh-Hans": "中文", "en": "English", "ru": "Русский", "kk": "Қазақша"}
"""Each in itself."""

BEFORE, AFTER = 24, 48
"""How many characters of a passage are shown before the first name in it, and after that name."""

TOGETHER = 16
"""How many of the names that stand beside another are shown."""


# ── The index ─────────────────────────────────────────────────────────────────────────────────────────────────


def write_names(names: Names, strings: Strings) -> str:
    """All names by kind and letter; one that stands in longer names only leads to those."""
    listed = [record for record in names.records.values() if record.id in names.named or names.within.get(record.id)]
    parts = [escape(strings("names.intro", names=strings.number(len(listed))))]
    for kind, records in by_kind(listed):
        parts += _write_kind(kind, records, names, strings)
    return write_page(strings("names.title"), *parts)


def _write_kind(kind: AuthorityKind, records: list[AuthorityRecord], names: Names, strings: Strings) -> Iterator[str]:
    filed = sorted(records, key=lambda record: _order(record, strings))
    letters = [(letter, list(group)) for letter, group in groupby(filed, key=lambda record: _letter(record, strings))]
    count = html("span", {"class": "count"}, escape(strings.number(len(records))))
    yield f"## {escape(strings(f'names.kinds.{kind}'))} {count} {{: #{kind} }}"
    label = strings("names.letters", kind=strings(f"names.kinds.{kind}"))
    ids = _letter_ids(kind, [letter for letter, _ in letters])
    strip = " ".join(f"[{escape(letter)}](#{id})" for id, (letter, _) in zip(ids, letters, strict=True))
    yield fenced(3, f'nav.letters[aria-label="{label}"]', strip)
    groups = []
    for id, (letter, group) in zip(ids, letters, strict=True):
        heading = html("p", {"class": "letter"}, escape(letter))
        lines = "\n".join(f"- {_write_listed(record, names, strings)}" for record in group)
        groups.append(fenced(3, f"div#{id}.letter-group", heading, lines))
    yield fenced(4, "div.names", *groups)


def _order(record: AuthorityRecord, strings: Strings) -> tuple[Key, ...]:
    """By letter first: TRACECA stands among the Chinese names whose pinyin begins with T."""
    name, _ = shown_name(record, strings)
    words = _letter(record, strings), surname(record, name), name
    return tuple(collation_key(word, strings.locale) for word in words)


def _letter(record: AuthorityRecord, strings: Strings) -> str:
    return initial(surname(record, shown_name(record, strings)[0]), strings.locale)


def _letter_ids(kind: AuthorityKind, letters: list[str]) -> list[str]:
    """In Chinese, T comes twice: for what is said with a T, and behind it all for what is written with one."""
    seen = (letter in letters[:place] for place, letter in enumerate(letters))
    return [_letter_id(kind, letter) + ("-latin" if again else "") for letter, again in zip(letters, seen, strict=True)]


def _letter_id(kind: AuthorityKind, letter: str) -> str:
    return f"{kind}-{letter.lower() if letter.isascii() and letter.isalpha() else ord(letter)}"


def _write_listed(record: AuthorityRecord, names: Names, strings: Strings) -> str:
    """A name, its name in Chinese or, in the Chinese index, in English, and where it is named."""
    name, lang = shown_name(record, strings)
    other = "en" if lang == "zh-Hans" else "zh-Hans"
    beside = html("span", {"class": "other-name", "lang": other}, escape(record.names[other]))
    if named := names.named.get(record.id):
        count = html("span", {"class": "count"}, escape(_counted(named, strings)))
        return f"{link_name(record, NAMES, strings)} {beside} {count}"
    targets = (link_name(names.records[id], NAMES, strings) for id in names.within[record.id])
    see = escape(strings("names.see", names="\0")).replace("␀", escape(strings("list.separator")).join(targets))
    shown = html("span", {"lang": lang}, escape(name)) if lang != strings.locale else escape(name)
    return f"{shown} {beside} {see}"


def _counted(named: Named, strings: Strings) -> str:
    return f"{strings.count('count.passages', named.passages)} · {strings.count('count.texts', len(named.texts))}"


# ── The page of a name ────────────────────────────────────────────────────────────────────────────────────────


def write_name(named: Named, names: Names, strings: Strings) -> str:
    name, lang = shown_name(named.record, strings)
    return write_page(
        name,
        html("p", {"class": "record-line"}, escape(_summary(named, strings))),
        _write_record(named, strings),
        *_write_related(named, names, strings),
        *(fenced(4, "section.named-in", *_write_text(text, named, strings)) for text in named.texts),
        link(strings("names.back"), NAMES, name_uri(named.record.id)),
        lang=lang if lang != strings.locale else None,
    )


def describe_name(named: Named, strings: Strings) -> str:
    """What a search engine says of the page."""
    name, _ = shown_name(named.record, strings)
    return strings("names.page-description", name=name, summary=_summary(named, strings))


def _summary(named: Named, strings: Strings) -> str:
    return " · ".join(
        (
            strings(f"names.kind.{named.record.kind}"),
            strings.count("count.texts", len(named.texts)),
            strings.count("count.passages", named.passages),
            strings.count("count.mentions", named.mentions),
        )
    )


def _write_record(named: Named, strings: Strings) -> str:
    rows = "\n".join(
        html("dt", {"lang": lang}, escape(label)) + html("dd", {}, value)
        for label, lang, value in _rows(named, strings)
    )
    return html("dl", {"class": "authority"}, "\n" + rows + "\n")


def _rows(named: Named, strings: Strings) -> Iterator[tuple[str, str | None, str]]:
    record = named.record
    for lang, language in LANGUAGES.items():
        if name := record.names.get(lang):
            yield language, lang, html("span", {"lang": lang}, escape(name))
    forms = Counter(mention.form for text in named.texts for passage in text.passages for mention in passage)
    counted = (f"{_write_form(form)} ×{escape(strings.number(count))}" for form, count in forms.most_common())
    yield strings("names.forms"), None, escape(strings("names.separator")).join(counted)
    if record.also:
        yield strings("names.also"), None, escape(strings("names.separator")).join(map(_write_form, record.also))
    yield strings("names.basis"), None, _write_basis(record, strings)


def _write_basis(record: AuthorityRecord, strings: Strings) -> str:
    if isinstance(record.basis, str):
        return escape(strings(f"names.basis.{record.basis}"))
    lang = strings.locale if strings.locale in record.basis else "en"
    return html("span", {"lang": lang if lang != strings.locale else None}, write_words(record.basis[lang], lang))


def _write_form(form: str) -> str:
    return html("span", {"lang": _language(form)}, escape(form))


def _language(form: str) -> str:
    return DEFAULT_LOCALE if HAN_CHARACTER.search(form) else language_of(form) or DEFAULT_LOCALE


def _write_related(named: Named, names: Names, strings: Strings) -> Iterator[str]:
    """Names that contain this one, and names that stand in the same passages."""
    here = name_uri(named.record.id)
    longer = [names.records[id] for id in names.within.get(named.record.id, ())]
    together = [(names.records[id], count) for id, count in named.with_it.most_common(TOGETHER)]
    lines = []
    if together:
        lines.append(f"- {_related_label('together', strings)} {link_names(together, here, strings)}")
    if longer:
        counted = ((record, names.named[record.id].passages) for record in longer)
        lines.append(f"- {_related_label('within', strings)} {link_names(counted, here, strings)}")
    if lines:
        yield fenced(3, "div.related-names", "\n".join(lines))


def _related_label(relation: str, strings: Strings) -> str:
    return html("span", {"class": "names-kind"}, escape(strings(f"names.{relation}")))


def _write_text(text: NamedIn, named: Named, strings: Strings) -> Iterator[str]:
    record = text.entry.record
    here, there = name_uri(named.record.id), article_uri(record.slug)
    title, lang = shown_title(record, strings)
    count = html("span", {"class": "count"}, escape(strings.count("count.passages", len(text.passages))))
    yield f"## {link(title, there, here, lang if lang != strings.locale else None)} {count} {{: #in-{record.slug} }}"
    date = escape(shown_date(record, strings)) + mark_of(record.date, strings)
    yield html("p", {"class": "record-line"}, f"{escape(strings(f'kind.{record.kind.value}'))} · {date}")
    language = text.entry.article.language
    lines = (_write_passage(passage, record.slug, language, strings) for passage in text.passages)
    yield html("ul", {"class": "passages"}, "\n" + "\n".join(lines) + "\n")


def _write_passage(passage: tuple[Mention, ...], slug: str, language: str, strings: Strings) -> str:
    """As HTML, addresses and all: of a common name there are thousands, and Markdown would take longer."""
    place = passage[0].place
    linked = html("a", {"href": f"../../articles/{slug}/#{place}"}, escape(place_label(place, strings)))
    excerpt = html("span", {"class": "excerpt", "lang": language}, _write_excerpt(passage, language))
    return html("li", {}, f"{linked} {excerpt}")


def _write_excerpt(mentions: tuple[Mention, ...], language: str) -> str:
    """The words around the first of them, every name among these words marked; and how many there are in all."""
    line = mentions[0].line
    start = _word_edge(line, max(0, mentions[0].start - BEFORE), -1)
    end = _word_edge(line, min(len(line), mentions[0].end + AFTER), 1)
    parts = ["……" if start else ""]
    for mention in mentions:
        if mention.line is line and mention.end <= end:
            parts += [write_words(line[start : mention.start], language)]
            parts += [html("mark", {"lang": _language(mention.form)}, escape(mention.form))]
            start = mention.end
    parts += [write_words(line[start:end], language), "……" if end < len(line) else ""]
    if len(mentions) > 1:
        parts.append(html("span", {"class": "count"}, f" ×{len(mentions)}"))
    return "".join(parts)


def _word_edge(line: str, at: int, step: int) -> int:
    """The nearest place from `at` on that is within no Latin or Cyrillic word."""
    while 0 < at < len(line) and WORD_CHARACTER.match(line[at - 1]) and WORD_CHARACTER.match(line[at]):
        at += step
    return at
