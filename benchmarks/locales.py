"""Locales: what a site in four languages costs, against the same site in one.

python benchmarks/locales.py 200 1000 builds so many synthetic articles in a copy of the project, in the default locale
alone and in all, with the index of names and without, and prints seconds of CPU (user and system, Pagefind included)
and their ratio. The texts are made and not read: what is done once a build weighs a little more than is shown.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
COUNTS = [200, 1000]
FURTHER_LOCALES = re.compile(r"^ {8}- locale: en$.*?(?=^nav:)", re.MULTILINE | re.DOTALL)


def main(counts: list[int]) -> None:
    say(f"{'articles':>8}{'names':>8}{'one, s':>10}{'all, s':>10}{'ratio':>8}")
    for count in counts:
        for names in (False, True):
            one, every = measure(count, names, further=False), measure(count, names, further=True)
            say(f"{count:8}{'yes' if names else 'no':>8}{one:10.1f}{every:10.1f}{every / one:8.2f}")


def measure(count: int, names: bool, further: bool) -> float:
    """Seconds of CPU of a build, by a process of its own."""
    with TemporaryDirectory() as temporary:
        folder = Path(temporary)
        copy_project(folder, names, further)
        before = os.times()
        command = [sys.executable, __file__, "--build", str(folder), str(count)]
        subprocess.run(command, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
        after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def copy_project(folder: Path, names: bool, further: bool) -> None:
    for name in ("docs", "hooks", "seeds"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    if not names:
        (folder / "seeds" / "authorities.yml").unlink()
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(settings if further else FURTHER_LOCALES.sub("\n", settings), "utf-8")


def build(folder: Path, count: int) -> None:
    """Build the project in `folder` with so many articles, whose names are looked for."""
    sys.path.insert(0, str(folder / "hooks"))
    from mkdocs.__main__ import cli
    from synthetic import synthetic_edition

    import edition.edition as library
    from edition.curation.mentions import find_mentions, forms_of

    read_edition = library.read_edition

    def read_synthetic(seeds: Path):
        made = synthetic_edition(read_edition(seeds), count)
        forms = forms_of(made.authorities)
        entries = (replace(entry, mentions=find_mentions(entry.article, forms)) for entry in made.entries)
        return replace(made, entries=tuple(entries), warnings=())

    library.read_edition = read_synthetic
    cli(["build", "--quiet"])


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--build"]:
        build(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main([int(count) for count in sys.argv[1:]] or COUNTS)
