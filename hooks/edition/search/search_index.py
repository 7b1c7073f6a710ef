"""Search index: from an edition to the files of its search, made by runs of Pagefind.

Pagefind takes memory by the words of a run. A large archive is therefore dealt out, the newest articles first, to runs
that follow one another, and each makes a part of the index; the browser asks all parts.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from edition.model import Edition
from edition.search.index_words import Names
from edition.search.search_documents import facets_of, search_text, write_search_document
from edition.search.search_names import Form, deal_out, names_that_are_words, search_names
from edition.text.fold import SIMPLIFIED
from edition.writing.listings import by_date, topic_name
from edition.writing.strings import Strings

PART_WORDS = 8_000_000
"""How many words a run indexes at most. Pagefind 1.5.2 takes about 520 bytes of memory for each."""

NO_LANGUAGE = "zz"
"""Pagefind knows no stemmer for it, and takes the words as they are. The second part has zz1, and so on: the ids that
Pagefind gives begin with it, so that no two parts give the same."""

NEEDED = ("pagefind-entry.json", "pagefind.*.pf_meta", "index")
NEEDED_ONCE = ("pagefind.js", "wasm.unknown.pagefind")
"""What the site needs of what Pagefind writes: neither its interfaces nor the texts that it keeps."""

FILE_SIZE = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "10000"}
"""How many positions a file of the index has: about 14 kB. With Pagefind's own 20,000 a search loads more."""

FRAGMENT_MARK = b"pagefind_dcd"
"""What the JSON of a Pagefind fragment is preceded by."""

Documents = dict[str, str]
"""What is indexed of articles, by their slugs."""


def write_search(edition: Edition, locales: list[Strings], folder: Path, part_words: int = PART_WORDS) -> None:
    """Write to `folder`: pagefind/ (the index), parts, texts/, names/, facets, words in each locale, the fold's table.

    `parts` says how many articles each part of the index has.
    """
    names = search_names(edition)
    parts = list(index(edition, names_that_are_words(names), folder / "pagefind", part_words))
    ids = {slug: id for part in parts for slug, id in part.items()}
    _write_json(folder, [("parts", [len(part) for part in parts])])
    _write_json(folder / "texts", ((ids[entry.record.slug], search_text(entry, locales)) for entry in edition.entries))
    _write_json(folder / "names", _names(names, edition, ids))
    _write_json(folder, [("facets", _facets(edition))])
    _write_json(folder, ((f"words.{strings.locale}", _words(edition, strings)) for strings in locales))
    shutil.copy(SIMPLIFIED, folder)


def index(edition: Edition, names: Names, folder: Path, part_words: int) -> Iterator[dict[str, str]]:
    """Make the index in `folder`, its first part there and the others in 1/, 2/ and so on.

    Yields for each part the id that Pagefind has given to each article, by its slug.
    """
    newest_first = enumerate(by_date(edition.entries))
    documents = ((entry.record.slug, write_search_document(entry, place, names)) for place, entry in newest_first)
    for number, part in enumerate(deal(documents, part_words)):
        with TemporaryDirectory() as temporary:
            yield index_part(number, part, Path(temporary), folder / str(number) if number else folder)


def deal(documents: Iterable[tuple[str, str]], part_words: int) -> Iterator[Documents]:
    """Documents in rows, in their order, with so many words at most; one that has more is alone."""
    part: Documents = {}
    words = 0
    for slug, document in documents:
        length = len(document.split())
        if part and words + length > part_words:
            yield part
            part, words = {}, 0
        part[slug] = document
        words += length
    yield part


def index_part(number: int, documents: Documents, workplace: Path, folder: Path) -> dict[str, str]:
    for slug, document in documents.items():
        (workplace / f"{slug}.html").write_text(document, "utf-8")
    made = workplace / "pagefind"
    run_pagefind(workplace, made, f"{NO_LANGUAGE}{number or ''}")
    for pattern in NEEDED if number else NEEDED + NEEDED_ONCE:
        for path in made.glob(pattern):
            _copy(path, folder / path.name)
    return dict(_read_fragment(path) for path in (made / "fragment").iterdir())


def run_pagefind(documents: Path, output: Path, language: str) -> None:
    command = [sys.executable, "-m", "pagefind_bin", "--site", str(documents), "--output-path", str(output)]
    options = ["--force-language", language, "--silent"]
    environment = os.environ | FILE_SIZE
    run = subprocess.run(  # noqa: S603
        [*command, *options], capture_output=True, encoding="utf-8", env=environment, check=False
    )
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


def _names(names: Mapping[str, list[Form]], edition: Edition, ids: Mapping[str, str]) -> Iterator[tuple[str, object]]:
    """Forms that count in one text alone are written with the id of its article."""
    articles = {Path(entry.article.seed.name).stem: ids[entry.record.slug] for entry in edition.entries}
    for number, file in enumerate(deal_out(names)):
        yield (
            str(number),
            {key: [[form, seed and articles[seed]] for form, seed in forms] for key, forms in file.items()},
        )


def _facets(edition: Edition) -> dict[str, dict[str, list[int]]]:
    """For each value of each facet the places of the articles that have it, counted from the newest."""
    facets: dict[str, dict[str, list[int]]] = {}
    for place, entry in enumerate(by_date(edition.entries)):
        for name, value in facets_of(entry):
            facets.setdefault(name, {}).setdefault(value, []).append(place)
    return facets


def _words(edition: Edition, strings: Strings) -> dict[str, object]:
    """What the scripts of the search say in one locale."""
    return {
        "words": {key: message for key, message in strings.messages.items() if key.startswith(("search.", "kind."))},
        "separator": strings("list.separator"),
        "topics": {topic.id: topic_name(topic, strings) for topic in edition.topics},
    }


def _write_json(folder: Path, files: Iterable[tuple[str, object]]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, value in files:
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        (folder / f"{name}.json").write_text(written, "utf-8")
