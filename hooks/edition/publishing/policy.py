"""Policy: from the pages of a built site to its Content-Security-Policy, in every page and for its host's headers.

The scripts that stand in the pages, which are Material's own, may run by their hash; no other may.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
NOT_INLINE = re.compile(r'\ssrc=|\stype="application/')  # a file, or data: JSON-LD, Material's settings

CHARSET = '<meta charset="utf-8">'
"""Stands first in the head of every page; the policy holds for what comes after it."""

SEARCH_ENGINE = "'wasm-unsafe-eval'"
"""Pagefind's is WebAssembly; this lets it be compiled, and no JavaScript from strings."""

FOR_HEADERS_ALONE = "frame-ancestors 'none'"
"""No other site shows this one in a frame. A <meta> cannot say so."""

OTHER_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


def script_hashes(page: str) -> frozenset[str]:
    """The hashes, as a policy names them, of the scripts that stand in a page."""
    scripts = (found for found in SCRIPT.finditer(page) if not NOT_INLINE.search(found["attributes"]))
    return frozenset(f"'sha256-{b64encode(sha256(found['code'].encode()).digest()).decode()}'" for found in scripts)


def write_policy(hashes: Iterable[str]) -> str:
    sources = {
        "default-src": ("'none'",),
        "script-src": ("'self'", SEARCH_ENGINE, *sorted(hashes)),
        "style-src": ("'self'",),
        "img-src": ("'self'", "data:"),  # the icons in Material's style sheets
        "connect-src": ("'self'",),
        "worker-src": ("'self'",),
        "form-action": ("'self'",),
        "base-uri": ("'none'",),
    }
    return "; ".join(" ".join((name, *allowed)) for name, allowed in sources.items())


def write_header(hashes: Iterable[str]) -> str:
    """The policy as a host's header says it."""
    return f"{write_policy(hashes)}; {FOR_HEADERS_ALONE}"


def with_policy(page: str) -> str:
    """The page with its policy in its head."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{write_policy(script_hashes(page))}">'
    return page.replace(CHARSET, f"{CHARSET}\n  {meta}", 1)
