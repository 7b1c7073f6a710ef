"""Hosting: from a built site to one that any host can serve: readable, its policy in the pages and in _headers."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from edition.publishing.policy import OTHER_HEADERS, script_hashes, with_policy, write_header

READABLE_FILE, READABLE_FOLDER = 0o644, 0o755

IMMUTABLE = "public, max-age=31536000, immutable"
NAMED_BY_CONTENT = ("/assets/javascripts/*", "/assets/stylesheets/*")
"""Material's files, which have another name whenever they have another content."""


def finish_site(site: Path) -> None:
    """Give each page its policy, the host its headers, and every file modes with which a server can read it."""
    hashes: set[str] = set()
    for path in sorted(site.rglob("*.html")):
        page = path.read_text("utf-8")
        hashes |= script_hashes(page)
        path.write_text(with_policy(page), "utf-8", newline="\n")
    (site / "_headers").write_text(write_headers(hashes), "utf-8", newline="\n")
    make_readable(site)


def write_headers(hashes: set[str]) -> str:
    """The headers as Netlify and Cloudflare Pages read them; both let a browser keep nothing without asking again."""
    everywhere = {"Content-Security-Policy": write_header(hashes), **OTHER_HEADERS}
    rules = {"/*": everywhere, **{path: {"Cache-Control": IMMUTABLE} for path in NAMED_BY_CONTENT}}
    return "\n".join(_write_rule(path, headers) for path, headers in rules.items())


def _write_rule(path: str, headers: Mapping[str, str]) -> str:
    return "\n".join((path, *(f"  {name}: {value}" for name, value in headers.items()), ""))


def make_readable(site: Path) -> None:
    """Whatever the umask of whoever has built it."""
    site.chmod(READABLE_FOLDER)
    for path in site.rglob("*"):
        path.chmod(READABLE_FOLDER if path.is_dir() else READABLE_FILE)
