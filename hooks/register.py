"""The command behind `make register`: records in seeds/register/ what is about to be published, and says what changes.

It writes nothing where a published id or address would be lost or come to mean another text.
"""

from __future__ import annotations

import sys
from datetime import UTC, date, datetime
from pathlib import Path

from edition.edition import read_edition
from edition.errors import EditionError
from edition.published.register import read_register, write_register
from edition.published.registration import changes, update_register


def register(seeds: Path, today: date) -> list[str]:
    """Bring the register up to date; returns what has changed, a line each."""
    edition, known = read_edition(seeds), read_register(seeds)
    updated = update_register(edition, known, today)
    write_register(seeds, updated)
    lines = []
    for entry in edition.entries:
        for change in changes(entry, known):
            place = f"{change.file}:{change.line}" if change.line else change.file
            lines.append(f"{place}: {change.problem}")
    return lines


def main() -> None:
    try:
        lines = register(Path(sys.argv[1]), datetime.now(UTC).date())
    except EditionError as error:
        sys.exit(f"{error}\n\nNothing was registered: mend the lines above.")
    sys.stdout.write("\n".join(("Registered:", *lines) if lines else ("Nothing has changed.",)) + "\n")


if __name__ == "__main__":
    main()
