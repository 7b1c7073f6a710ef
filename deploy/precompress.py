"""Precompress: beside each text of a built site, its gzip and Brotli, for servers that send those as they are.

python deploy/precompress.py site
"""

from __future__ import annotations

import gzip
import sys
from pathlib import Path

import brotli

TEXTS = {".html", ".css", ".js", ".json", ".xml", ".atom", ".svg", ".txt", ".csv", ".bib", ".ris", ".map"}
"""What shrinks. The search engine's own files are compressed already."""

WORTH_IT = 512
"""Bytes below which a compressed file is no gain."""


def precompress(site: Path) -> int:
    """Returns the number of files compressed."""
    texts = [path for path in sorted(site.rglob("*")) if path.suffix in TEXTS and path.stat().st_size >= WORTH_IT]
    for path in texts:
        data = path.read_bytes()
        _write(path, ".gz", gzip.compress(data, 9, mtime=0))
        _write(path, ".br", brotli.compress(data))
    return len(texts)


def _write(path: Path, ending: str, data: bytes) -> None:
    compressed = path.with_name(path.name + ending)
    compressed.write_bytes(data)
    compressed.chmod(0o644)


if __name__ == "__main__":
    sys.stdout.write(f"{precompress(Path(sys.argv[1]))} files compressed\n")
