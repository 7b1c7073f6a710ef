"""Check: prints how each seed is read, or what keeps them from being read. `make check` runs it."""

from __future__ import annotations

import sys
from pathlib import Path, PurePath

from edition.edition import read_edition
from edition.errors import EditionError
from edition.reading import write_readings
from edition.writing.strings import read_strings


def main(folder: Path, beginning: str = "") -> int:
    """Print the readings of the seeds whose names begin so, then the warnings that are of no one text."""
    try:
        edition = read_edition(folder)
    except EditionError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    entries = [e for e in edition.entries if PurePath(e.article.seed.name).name.startswith(beginning)]
    sys.stdout.write(write_readings(entries, read_strings("en")))
    texts = {entry.article.seed.name for entry in edition.entries}
    sys.stdout.writelines(f"\n{warning}\n" for warning in edition.warnings if warning.file not in texts)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(__file__).resolve().parent.parent / "seeds", *sys.argv[1:2]))
