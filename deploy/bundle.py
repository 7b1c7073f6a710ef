"""Bundle: a built site as one zip file, the same to the byte for the same site, with the digest of each file in it.

python deploy/bundle.py site central-asia-archive.zip
"""

from __future__ import annotations

import sys
from hashlib import sha256
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FOLDER = "central-asia-archive"
SUMS = "SHA256SUMS"

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name: the bundle does not say when it was made."""

READABLE = 0o100644 << 16


def bundle(site: Path, target: Path) -> None:
    """SHA256SUMS stands beside the site and is read by `sha256sum --check` (macOS: `shasum -a 256 --check`)."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.rglob("*")) if path.is_file()}
    sums = "".join(f"{sha256(data).hexdigest()}  site/{name}\n" for name, data in files.items())
    with ZipFile(target, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        _add(archive, SUMS, sums.encode())
        for name, data in files.items():
            _add(archive, f"site/{name}", data)


def _add(archive: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(f"{FOLDER}/{name}", EARLIEST)
    entry.external_attr, entry.create_system, entry.compress_type = READABLE, 3, ZIP_DEFLATED
    archive.writestr(entry, data)


if __name__ == "__main__":
    bundle(Path(sys.argv[1]), Path(sys.argv[2]))
