"""The README says what is so."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import ROOT

from edition.model import CreditLine, Figure, Heading, Paragraph, Quotation, Speech, Table, Title
from edition.reader.article import read_article
from edition.reader.seeds import decode_seed

README = (ROOT / "README.md").read_text("utf-8")


def test_the_example_of_a_text_is_read_as_the_table_under_it_says():
    example = re.search(r"```text\n(.*?)```", README, re.DOTALL)
    assert example
    article = read_article(decode_seed(example[1].encode(), "seeds/example.txt"))
    kinds = [type(passage.block) for passage in article.passages]
    assert kinds == [Title, Paragraph, Quotation, Heading, Figure, Speech, Table, CreditLine]
    assert [note.label for note in article.footnotes] == ["1"]
    assert article.header
    assert article.header.date.edtf == "2025-11-15"


def test_every_module_has_its_line_in_the_map_under_its_folder_and_no_other_has_one():
    library = ROOT / "hooks" / "edition"
    modules = {(path.parent.name, path.stem) for path in library.rglob("*.py")}
    section = README.partition("## How a seed becomes a page")[2].partition("\n## ")[0]
    mapped = set()
    for table in section.split("\n\n"):
        folder = re.match(r"\| `(\w+)/` ", table)
        mapped |= {(folder[1] if folder else "edition", module) for module in re.findall(r"^\| `(\w+)` ", table, re.M)}
    assert mapped == {(folder, module) for folder, module in modules if module != "__init__"}


def test_every_command_of_the_readme_is_in_the_makefile():
    makefile = Path(ROOT, "Makefile").read_text("utf-8")
    named = set(re.findall(r"make ([a-z]+)", README)) - {"it", "the"}
    assert {command for command in named if f"\n{command}:" not in makefile} == set()
