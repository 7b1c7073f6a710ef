"""Hosting: from a built site to one that any host can serve: readable, its policy in the pages and in _headers."""

from __future__ import annotations

from pathlib import Path

from edition.policy import OTHER_HEADERS, script_hashes, with_policy, write_header

READABLE_FILE, READABLE_FOLDER = 0o644, 0o755

IMMUTABLE = "public, max-age=31536000, immutable"
FRESH = "no-cache"
"""Kept, but asked for again each time: a reader has the new pages as soon as they are there."""

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
    """The headers as Netlify, Cloudflare Pages and others read them."""
    everywhere = {"Content-Security-Policy": write_header(hashes), **OTHER_HEADERS, "Cache-Control": FRESH}
    parts = [("/*", [f"{name}: {value}" for name, value in everywhere.items()])]
    parts += [(path, ["! Cache-Control", f"Cache-Control: {IMMUTABLE}"]) for path in NAMED_BY_CONTENT]
    return "\n".join("\n".join((path, *(f"  {line}" for line in lines), "")) for path, lines in parts)


def make_readable(site: Path) -> None:
    """Whatever the umask of whoever has built it."""
    site.chmod(READABLE_FOLDER)
    for path in site.rglob("*"):
        path.chmod(READABLE_FOLDER if path.is_dir() else READABLE_FILE)
