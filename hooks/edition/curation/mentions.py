"""Mentions: from an article and the authority records to every place where it names one of them.

The longest name wins: 北哈萨克斯坦州 does not name 哈萨克斯坦. Of two names that overlap the first is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from pathlib import PurePath

from edition.curation.authorities import written_forms
from edition.curation.curated import Curated, Path
from edition.errors import Fault
from edition.model import Article, AuthorityRecord, Entry, Mention
from edition.text.inlines import printed
from edition.text.languages import CYRILLIC, LATIN
from edition.text.streams import streams

WORD_CHARACTER = re.compile(f"[{CYRILLIC}{LATIN}0-9]")
"""Of scripts that part their words: a name in them is no part of a longer word."""


@dataclass(frozen=True, slots=True)
class Forms:
    """All that names a record: form → its id, in any text, and by the name of a seed in that text alone.

    `lengths` has for a character how long the forms are that begin with it, the longest first.
    """

    anywhere: Mapping[str, str]
    by_seed: Mapping[str, Mapping[str, str]]
    lengths: Mapping[str, tuple[int, ...]]


def forms_of(records: Iterable[AuthorityRecord]) -> Forms:
    anywhere: dict[str, str] = {}
    by_seed: dict[str, dict[str, str]] = {}
    for record in records:
        anywhere |= dict.fromkeys(record.forms, record.id)
        for seed, forms in record.forms_in.items():
            by_seed.setdefault(seed, {}).update(dict.fromkeys(forms, record.id))
    lengths: dict[str, set[int]] = {}
    for form in chain(anywhere, *by_seed.values()):
        lengths.setdefault(form[0], set()).add(len(form))
    return Forms(anywhere, by_seed, {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()})


def find_mentions(article: Article, forms: Forms) -> tuple[Mention, ...]:
    """In the order of the text, notes last."""
    own = forms.by_seed.get(PurePath(article.seed.name).stem, {})
    return tuple(
        Mention(authority, place, line, start, end)
        for place, line in printed_lines(article)
        for authority, start, end in _find(line, forms, own)
    )


def printed_lines(article: Article) -> Iterator[tuple[str, str]]:
    """Every stretch of printed text with the address of its passage or note; no name goes on from one to another."""
    for passage in article.passages:
        yield from ((passage.id, printed(stream)) for stream in streams(passage.block))
    yield from ((note.id, printed(note.content)) for note in article.footnotes)


def _find(line: str, forms: Forms, own: Mapping[str, str]) -> Iterator[tuple[str, int, int]]:
    at = 0
    while at < len(line):
        for length in forms.lengths.get(line[at], ()):
            form = line[at : at + length]
            authority = own.get(form) or forms.anywhere.get(form)
            if authority and _stands_alone(line, at, at + len(form)):
                yield authority, at, at + len(form)
                at += len(form)
                break
        else:
            at += 1


def _stands_alone(line: str, start: int, end: int) -> bool:
    return not (_in_a_word(line, start) or _in_a_word(line, end))


def _in_a_word(line: str, at: int) -> bool:
    """Whether offset `at` is between two characters of one word."""
    return 0 < at < len(line) and all(map(WORD_CHARACTER.match, line[at - 1 : at + 1]))


def longer_names(forms: Forms) -> dict[str, tuple[str, ...]]:
    """For each record those whose names contain one of its own: 德国 stands in 中亚-德国."""
    found: dict[str, dict[str, None]] = {}
    for form, owner in chain(forms.anywhere.items(), *(own.items() for own in forms.by_seed.values())):
        for start in range(len(form)):
            for length in forms.lengths.get(form[start], ()):
                inner = forms.anywhere.get(form[start : start + length], owner)
                if inner != owner and _stands_alone(form, start, start + length):
                    found.setdefault(inner, {})[owner] = None
    return {id: tuple(owners) for id, owners in found.items()}


# ── What an editor should know ────────────────────────────────────────────────────────────────────────────────


def check_use(curated: Curated, entries: Iterable[Entry]) -> list[Fault]:
    """Forms that stand in no text, and records that have no other."""
    written = list(written_forms(curated))
    missing = _missing_forms(written, tuple(entries))
    named = {path[0] for _, path, _ in written if path not in missing}
    return [
        *(
            curated.fault((position, "id"), f"no text names {record['id']}", "add what a text prints, or remove it")
            for position, record in enumerate(curated.data)
            if position not in named
        ),
        *(
            curated.fault(path, f"{form} does not stand in {_place(seed)}", "correct it, or move it to `also`")
            for seed, path, form in written
            if path in missing and path[0] in named
        ),
    ]


def _missing_forms(written: Iterable[tuple[str | None, Path, str]], entries: Iterable[Entry]) -> set[Path]:
    lines = {_stem(entry): [line for _, line in printed_lines(entry.article)] for entry in entries}
    met: set[tuple[str | None, str]] = {(_stem(entry), mention.form) for entry in entries for mention in entry.mentions}
    met |= {(None, form) for _, form in met}
    return {
        path
        for seed, path, form in written
        if (seed, form) not in met and not occurs(form, lines[seed] if seed else chain(*lines.values()))
    }


def _stem(entry: Entry) -> str:
    return PurePath(entry.article.seed.name).stem


def _place(seed: str | None) -> str:
    return f"seeds/{seed}.txt" if seed else "any text"


def occurs(form: str, lines: Iterable[str]) -> bool:
    """Whether a form stands in any of the lines, if only as a part of a longer name."""
    return any(
        _stands_alone(line, match.start(), match.end())
        for line in lines
        for match in re.finditer(re.escape(form), line)
    )
