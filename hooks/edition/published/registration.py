"""Registration: from the texts as they are and what is registered of them to what is wrong, what is new, and the
register as it is to be after the next `make register`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePath

from edition.errors import EditionError, Fault
from edition.model import (
    Article,
    Edition,
    Entry,
    Footnote,
    Passage,
    Record,
    Register,
    RegisteredAddress,
    RegisteredId,
    RegisteredText,
    Standing,
    Title,
    Tombstone,
    Withdrawn,
)
from edition.published.alignment import NOTE_ID
from edition.published.fingerprints import SAME_IN_SUBSTANCE, digest_of, likeness, opening_of, passage_text, sketch_of
from edition.published.register import register_file
from edition.published.tombstones import with_tombstones

SAME_TEXT = 0.25
"""The share of its registered paragraphs that a text must still have to be that text. Of the five texts none has more
than 0.04 of another's: the credit line."""


def stem_of(article: Article) -> str:
    return PurePath(article.seed.name).stem


# ── What would break a promise ────────────────────────────────────────────────────────────────────────────────


def check_texts(articles: Iterable[Article], register: Register) -> Iterator[Fault]:
    """A registered text must be there, be the same, and keep its notes' labels. The articles have their ids."""
    by_stem = {stem_of(article): article for article in articles}
    for stem, known in register.items():
        withdrawn = known.addresses[-1].standing is Standing.REMOVED
        match by_stem.get(stem):
            case None if withdrawn:
                pass
            case None:
                yield _lost(stem, known)
            case article if withdrawn:
                problem = f"the text is withdrawn, but {article.seed.name} is there"
                remedy = "remove the seed, or write published in place of removed"
                yield Fault(known.file, known.addresses[-1].line, problem, remedy)
            case article:
                yield from _check_text(article, known)


def _lost(stem: str, known: RegisteredText) -> Fault:
    address = known.addresses[-1]
    problem = f"there is no {stem}.txt: the address articles/{address.slug}/ and {len(known.ids)} ids would be lost"
    remedy = (
        "put the text back; if its file has another name now, give it to this file too; "
        "if the text is withdrawn, write removed in place of published, and the day, in its addresses here"
    )
    return Fault(known.file, address.line, problem, remedy)


def _check_text(article: Article, known: RegisteredText) -> Iterator[Fault]:
    standing = {k.id for k in known.ids if k.id.startswith("p") and k.standing is not Standing.REMOVED}
    still = standing & {passage.id for passage in article.passages}
    if len(still) < SAME_TEXT * len(standing):
        problem = f"only {len(still)} of {len(standing)} published paragraphs are left: its address would come to "
        remedy = "put the text back, and give the new one a file of its own"
        yield Fault(article.seed.name, article.passages[0].line, f"{problem}mean another text", remedy)
    yield from _check_notes(article, known)


def _check_notes(article: Article, known: RegisteredText) -> Iterator[Fault]:
    """A label may be given to no other note: neither to one that has moved, nor in place of one that was removed."""
    registered = {k.id: k for k in known.ids if NOTE_ID.fullmatch(k.id)}
    digests = {note.id: digest_of(passage_text(note)) for note in article.footnotes}
    moved = {k.digest: k.id for k in registered.values() if digests.get(k.id) != k.digest}
    for note in article.footnotes:
        before, digest = registered.get(note.id), digests[note.id]
        if before is None or before.digest == digest:
            continue
        remedy = f"keep the published labels, and give a new note one of its own, from {_free_label(registered)} on"
        if digest in moved:
            problem = f"{note.id} would come to mean what was published as {moved[digest]}"
            yield Fault(article.seed.name, note.line, problem, remedy)
        elif before.standing is Standing.REMOVED and not _same_in_substance(before, note):
            problem = f"{note.id} was published as another note, which is removed"
            yield Fault(article.seed.name, note.line, problem, remedy)


def _same_in_substance(before: RegisteredId, note: Footnote) -> bool:
    return likeness(before.sketch, sketch_of(passage_text(note))) >= SAME_IN_SUBSTANCE


def _free_label(ids: Iterable[str]) -> int:
    return max((int(id[1:]) for id in ids if id[1:].isdecimal()), default=0) + 1


def check_addresses(
    described: Iterable[tuple[Article, Record]], register: Register, slug_fault: Callable[[Article, str, str], Fault]
) -> Iterator[Fault]:
    """No text may take an address that another has or had. `slug_fault` knows where a text's slug is written."""
    owners = {address.slug: stem for stem, known in register.items() for address in known.addresses}
    for article, record in described:
        owner = owners.get(record.slug, stem_of(article))
        if owner != stem_of(article):
            problem = f"articles/{record.slug}/ is registered for {owner} and would come to mean another text"
            yield slug_fault(article, problem, "choose another slug")


# ── What follows from it ──────────────────────────────────────────────────────────────────────────────────────


def former_slugs(article: Article, record: Record, register: Register) -> tuple[str, ...]:
    known = register.get(stem_of(article))
    slugs = dict.fromkeys(address.slug for address in known.addresses) if known else {}
    return tuple(slug for slug in slugs if slug != record.slug)


def withdrawn_texts(register: Register) -> tuple[Withdrawn, ...]:
    last = [(known, known.addresses[-1]) for known in register.values()]
    return tuple(
        Withdrawn(slug, address.date)
        for known, address in last
        if address.standing is Standing.REMOVED
        for slug in dict.fromkeys(a.slug for a in known.addresses)
    )


# ── The register after the next registration ──────────────────────────────────────────────────────────────────


def update_register(edition: Edition, register: Register, today: date) -> Register:
    """Raises EditionError where an id would be dropped."""
    updated = dict(register)
    for entry in edition.entries:
        stem = stem_of(entry.article)
        updated[stem] = register_text(entry.article, entry.record.slug, register.get(stem), today)
    return updated


def register_text(article: Article, slug: str, before: RegisteredText | None, today: date) -> RegisteredText:
    file = register_file(PurePath(article.seed.name).parent.name, stem_of(article))
    before = before or RegisteredText(file, (), ())
    known = {k.id: k for k in before.ids}
    ids = tuple(_update_id(id, text, known, today) for id, text, _ in standing_ids(article))
    if dropped := known.keys() - {k.id for k in ids}:
        problem = f"{', '.join(sorted(dropped))} would be dropped"
        raise EditionError([Fault(file, 0, problem, "report this as a fault of the register")])
    addresses = before.addresses
    if not addresses or addresses[-1].slug != slug:
        others = tuple(address for address in addresses if address.slug != slug)
        addresses = (*others, RegisteredAddress(slug, Standing.PUBLISHED, today))
    return RegisteredText(file, addresses, ids)


def _update_id(id: str, text: str | None, known: Mapping[str, RegisteredId], today: date) -> RegisteredId:
    if text is None:
        gone = known[id]
        return gone if gone.standing is Standing.REMOVED else replace(gone, standing=Standing.REMOVED, date=today)
    before, digest = known.get(id), digest_of(text)
    if before is None:
        return RegisteredId(id, Standing.PUBLISHED, today, opening_of(text), digest, sketch_of(text))
    if before.digest != digest:
        return replace(before, standing=Standing.CHANGED, date=today, opening=opening_of(text), digest=digest)
    back = replace(before, standing=Standing.PUBLISHED, date=today)
    return back if before.standing is Standing.REMOVED else before


def standing_ids(article: Article) -> Iterator[tuple[str, str | None, int]]:
    """The ids of a page in their order, each with its text and line; a tombstone has neither."""
    for passage in with_tombstones(article.passages, article.tombstones):
        match passage:
            case Tombstone(id):
                yield id, None, 0
            case Passage(_, Title(), _):
                pass
            case Passage(id, block, line):
                yield id, passage_text(block), line
    for note in with_tombstones(article.footnotes, article.note_tombstones):
        match note:
            case Tombstone(id):
                yield id, None, 0
            case Footnote():
                yield note.id, passage_text(note), note.line


# ── What has changed since the last registration ──────────────────────────────────────────────────────────────


def changes(entry: Entry, register: Register) -> Iterator[Fault]:
    """For editors: each id that the next registration will publish, change or remove."""
    article = entry.article
    known = register.get(stem_of(article))
    if known is None:
        problem = f"the text is not in the register: articles/{entry.record.slug}/ and all its ids"
        yield Fault(article.seed.name, 0, problem, REMEDY)
        return
    if known.addresses[-1].slug != entry.record.slug:
        move = f"from articles/{known.addresses[-1].slug}/ to articles/{entry.record.slug}/"
        problem = f"the text moves {move}; the old address leads to the new"
        yield Fault(article.seed.name, 0, problem, REMEDY)
    before = {k.id: k for k in known.ids}
    for id, text, line in standing_ids(article):
        if change := _change(id, text, before):
            file, at = (known.file, before[id].line) if text is None else (article.seed.name, line)
            yield Fault(file, at, change, REMEDY)


REMEDY = "run make register before it is published"


def _change(id: str, text: str | None, known: Mapping[str, RegisteredId]) -> str | None:
    if text is None:
        gone = known[id]
        said = f"{id} «{gone.opening}» is gone; a tombstone stands in its place"
        return said if gone.standing is not Standing.REMOVED else None
    before = known.get(id)
    if before is None:
        return f"{id} «{opening_of(text)}» is new"
    if before.digest != digest_of(text):
        alike = likeness(before.sketch, sketch_of(text))
        return f"{id} «{opening_of(text)}» was changed and keeps its id ({alike:.2f} of 1 like the first published)"
    return f"{id} «{before.opening}» is back" if before.standing is Standing.REMOVED else None
