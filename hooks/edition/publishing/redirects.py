"""Redirects: from the addresses that texts had to the pages that stand there now, one in each locale.

They are plain HTML and no pages of MkDocs: they belong in no navigation, search or site map.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from posixpath import relpath

from edition.model import Asset, Edition, Entry
from edition.publishing.metadata import locale_folder
from edition.writing.listings import shown_title
from edition.writing.markdown import escape, html, plain_references
from edition.writing.strings import Strings, read_strings

KEEP_FRAGMENT = "assets/scripts/redirect.js"
"""A browser forgets #p12 when a page sends it on; this script does not."""


def write_redirects(edition: Edition, locales: Iterable[str], site_url: str) -> Iterator[Asset]:
    """What stands at former addresses, and at those of withdrawn texts."""
    for strings in map(read_strings, locales):
        for entry in edition.entries:
            for slug in entry.former:
                page = _write_redirect(entry, slug, site_url, strings)
                yield Asset(f"{_folder(slug, strings)}/index.html", page.encode())
        for gone in edition.withdrawn:
            said = strings("withdrawn.text", date=strings.day(gone.date))
            page = _write_html(strings("withdrawn.title"), "", html("p", {}, escape(said)), strings)
            yield Asset(f"{_folder(gone.slug, strings)}/index.html", page.encode())


def _folder(slug: str, strings: Strings) -> str:
    return f"{locale_folder(strings.locale)}articles/{slug}"


def _write_redirect(entry: Entry, slug: str, site_url: str, strings: Strings) -> str:
    here, there = _folder(slug, strings), _folder(entry.record.slug, strings)
    target = f"{relpath(there, here)}/"
    script = {"src": relpath(KEEP_FRAGMENT, here), "data-target": target}
    head = (
        html("script", script, ""),  # first, so that it is before the line that follows
        f'<meta http-equiv="refresh" content="0; url={escape(target)}">',
        f'<link rel="canonical" href="{escape(site_url + there)}/">',
    )
    title, lang = shown_title(entry.record, strings)
    link = html("a", {"href": target, "lang": lang}, escape(title))
    said = html("p", {}, f"{escape(strings('moved.text'))} {link}")
    return _write_html(strings("moved.title"), "\n".join(head), said, strings)


def _write_html(title: str, head: str, body: str, strings: Strings) -> str:
    lines = (
        "<!doctype html>",
        f'<html lang="{strings.locale}">',
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        '<meta name="color-scheme" content="light dark">',
        html("title", {}, escape(title)),
        head,
        html("h1", {}, escape(title)),
        body,
        "</html>",
    )
    return plain_references("\n".join(filter(None, lines)) + "\n")
