"""Golden pages: golden/x.txt is a seed, x.md the page that is written of it, x.html how that renders."""

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest
from texts import CHINESE

from edition.curation.catalogue import Catalogue, describe
from edition.curation.curated import Curated
from edition.model import Entry, Topic
from edition.pages.article_page import write_text, write_title_calls
from edition.reader.article import read_article
from edition.reader.seeds import read_seed
from edition.writing.listings import shown_title, write_page

GOLDEN = Path(__file__).parent / "golden"
NO_RECORDS = Catalogue(Curated("seeds/catalogue.yml", {}, {}), (Topic("energy", {}, {}, ("石油",)),))


@pytest.mark.parametrize("name", sorted(path.stem for path in GOLDEN.glob("*.txt")))
def test_golden(name: str, rendered: Callable[[str], str], request: pytest.FixtureRequest):
    markdown = write_golden(GOLDEN / f"{name}.txt")
    for path, text in ((GOLDEN / f"{name}.md", markdown), (GOLDEN / f"{name}.html", rendered(markdown) + "\n")):
        if request.config.getoption("--update-golden"):
            path.write_bytes(text.encode())
        assert path.is_file(), f"{path.name} is missing; pytest --update-golden writes it"
        golden = path.read_bytes().decode()
        assert text == golden, "\n".join(unified_diff(golden.splitlines(), text.splitlines(), path.name, "now"))


def write_golden(path: Path) -> str:
    """A page of nothing but the heading, the text and the notes."""
    article = read_article(read_seed(path, f"golden/{path.name}"))
    entry = Entry(article, describe(article, NO_RECORDS))
    title, lang = shown_title(entry.record, CHINESE)
    return write_page(title, write_text(entry, CHINESE), lang=lang, calls=write_title_calls(entry, CHINESE))


def test_every_golden_page_has_its_seed():
    names = {path.stem for path in GOLDEN.iterdir()}
    assert names == {path.stem for path in GOLDEN.glob("*.txt")}
