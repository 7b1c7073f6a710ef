"""Disagreements: from the claims of an edition to the page that shows them side by side, and to marks in the texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from posixpath import dirname, relpath

from edition.curation.claims import sentence_around
from edition.model import Claim, Edition, Entry, Statement
from edition.published.registration import stem_of
from edition.writing.listings import article_uri, link, link_place, mark_of, shown_date, shown_title, write_page
from edition.writing.markdown import escape, fenced, html, write_passage_link
from edition.writing.strings import Strings

DISAGREEMENTS = "disagreements/index.md"


def write_disagreements(edition: Edition, strings: Strings) -> str:
    entries = {stem_of(entry.article): entry for entry in edition.entries}
    contents = "\n".join(f"- [{escape(strings.said(claim.quantity))}](#{claim.id})" for claim in edition.claims)
    return write_page(
        strings("disagreements.title"),
        escape(strings("disagreements.intro")),
        escape(strings.count("disagreements.count", len(edition.claims))),
        fenced(3, "div.claims", contents) if contents else "",
        *(part for claim in edition.claims for part in _write_claim(claim, entries, strings)),
    )


def _write_claim(claim: Claim, entries: Mapping[str, Entry], strings: Strings) -> Iterable[str]:
    yield f"## {escape(strings.said(claim.quantity))} {{: #{claim.id} }}"
    statements = (_write_statement(said, entries[said.seed], strings) for said in claim.statements)
    yield fenced(5, "div.statements", *statements)
    yield html("p", {"class": "remark"}, escape(strings.said(claim.remark)))
    yield html("p", {"class": "notice"}, escape(strings(f"disagreements.basis.{claim.basis}")))


def _write_statement(said: Statement, entry: Entry, strings: Strings) -> str:
    """The value as printed and what it is said to be; the sentence around it; the text, its date and the passage."""
    language = entry.article.language
    value = html("strong", {"lang": language}, escape(said.value))
    before, after = sentence_around(entry.article, said)
    sentence = f"{escape(before)}{html('mark', {}, escape(said.value))}{escape(after)}"
    title, lang = shown_title(entry.record, strings)
    text = link(title, article_uri(entry.record.slug), DISAGREEMENTS, lang if lang != strings.locale else None)
    date = escape(shown_date(entry.record, strings)) + mark_of(entry.record.date, strings)
    where = " · ".join((link_place(entry, said.place, DISAGREEMENTS, strings), text, date))
    return fenced(
        4,
        "div.statement",
        html("p", {"class": "value"}, f"{value} {html('span', {}, escape(strings.said(said.gloss)))}"),
        html("p", {"class": "sentence", "lang": language}, sentence),
        fenced(3, "div.where", where),
    )


# ── Marks in the texts ────────────────────────────────────────────────────────────────────────────────────────


def write_marks(entry: Entry, claims: Iterable[Claim], strings: Strings) -> dict[str, str]:
    """For the passages of an article of which claims speak: links to those claims. Like the passage's own link they
    have a name but no text, so that a copied passage is the text alone."""
    concerned: dict[str, list[Claim]] = {}
    for claim in claims:
        for place in dict.fromkeys(said.place for said in claim.statements if said.seed == stem_of(entry.article)):
            concerned.setdefault(place, []).append(claim)
    return {place: _write_mark(entry, found, strings) for place, found in concerned.items()}


def _write_mark(entry: Entry, claims: Sequence[Claim], strings: Strings) -> str:
    page = relpath(dirname(DISAGREEMENTS), article_uri(entry.record.slug).removesuffix(".md"))
    links = []
    for number, claim in enumerate(claims, start=1):
        label = strings("disagreements.mark") if number == 1 else strings.number(number)
        name = strings("disagreements.mark-of", quantity=strings.said(claim.quantity))
        named = {"data-name": label, "aria-label": name, "title": name, "lang": strings.locale}
        links.append(html("a", {"class": "disagreement", "href": f"{page}/#{claim.id}", **named}, ""))
    return "".join(links)


def mark_passages(text: str, marks: Mapping[str, str], strings: Strings) -> str:
    """The passages of an article with each mark behind the own link of its passage."""
    for place, mark in marks.items():
        own = write_passage_link(place, strings)
        text = text.replace(own, own + mark)
    return text
