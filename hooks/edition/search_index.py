"""Search index: from an edition to the files of its search, made by one run of Pagefind."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from edition.fold import SIMPLIFIED
from edition.listings import topic_name
from edition.model import Edition
from edition.search_documents import facets_of, search_text, write_search_document
from edition.search_names import deal_out, search_names
from edition.strings import Strings

NO_LANGUAGE = "zz"
"""Pagefind knows no stemmer for it, and takes the words as they are."""

NEEDED = ("pagefind.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.unknown.pagefind", "index")
"""What the site needs of what Pagefind writes: neither its interfaces nor the texts that it keeps."""

FRAGMENT_MARK = b"pagefind_dcd"
"""What the JSON of a Pagefind fragment is preceded by."""


def write_search(edition: Edition, locales: list[Strings], folder: Path) -> None:
    """Write to `folder`: pagefind/ (the index), texts/, names/, facets, words in each locale, and the fold's table."""
    with TemporaryDirectory() as temporary:
        ids = index(edition, Path(temporary), folder / "pagefind")
    texts = {ids[entry.record.slug]: search_text(entry, locales) for entry in edition.entries}
    _write_json(folder / "texts", texts)
    _write_json(folder / "names", _names(edition, ids))
    _write_json(folder, {"facets": _facets(edition, ids)})
    _write_json(folder, {f"words.{strings.locale}": _words(edition, strings) for strings in locales})
    shutil.copy(SIMPLIFIED, folder)


def index(edition: Edition, documents: Path, folder: Path) -> dict[str, str]:
    """Make the index in `folder`. Returns the id that Pagefind has given to each article, by its slug."""
    for entry in edition.entries:
        (documents / f"{entry.record.slug}.html").write_text(write_search_document(entry), "utf-8")
    made = documents / "pagefind"
    run_pagefind(documents, made)
    for pattern in NEEDED:
        for path in made.glob(pattern):
            _copy(path, folder / path.name)
    return dict(_read_fragment(path) for path in (made / "fragment").iterdir())


def run_pagefind(documents: Path, output: Path) -> None:
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(documents), "--output-path", str(output)]
    options = ["--force-language", NO_LANGUAGE, "--silent"]
    run = subprocess.run([*command, *options], capture_output=True, encoding="utf-8", check=False)  # noqa: S603
    if run.returncode:
        raise ChildProcessError(f"pagefind failed: {run.stderr or run.stdout}")


def _read_fragment(path: Path) -> tuple[str, str]:
    page = json.loads(gzip.decompress(path.read_bytes()).removeprefix(FRAGMENT_MARK))
    return Path(page["url"]).stem, path.stem


def _copy(path: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.copytree(path, target, dirs_exist_ok=True)
    else:
        shutil.copy(path, target)


def _names(edition: Edition, ids: Mapping[str, str]) -> dict[str, object]:
    """Forms that count in one text alone are written with the id of its article."""
    articles = {Path(entry.article.seed.name).stem: ids[entry.record.slug] for entry in edition.entries}
    return {
        str(number): {key: [[form, seed and articles[seed]] for form, seed in forms] for key, forms in file.items()}
        for number, file in enumerate(deal_out(search_names(edition)))
    }


def _facets(edition: Edition, ids: Mapping[str, str]) -> dict[str, object]:
    """The ids of all articles, and for each value of each facet the places among them of those that have it."""
    facets: dict[str, dict[str, list[int]]] = {}
    for place, entry in enumerate(edition.entries):
        for name, value in facets_of(entry):
            facets.setdefault(name, {}).setdefault(value, []).append(place)
    return {"ids": [ids[entry.record.slug] for entry in edition.entries], "facets": facets}


def _words(edition: Edition, strings: Strings) -> dict[str, object]:
    """What the scripts of the search say in one locale."""
    return {
        "words": {key: message for key, message in strings.messages.items() if key.startswith(("search.", "kind."))},
        "separator": strings("list.separator"),
        "topics": {topic.id: topic_name(topic, strings) for topic in edition.topics},
    }


def _write_json(folder: Path, files: Mapping[str, object]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in files.items():
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{name}.json").write_text(written, "utf-8")
