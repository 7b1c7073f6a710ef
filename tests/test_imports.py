"""The library is read from left to right: what a module imports of it stands before it, and none imports MkDocs."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import edition

LIBRARY = Path(edition.__file__).parent
MODULES = sorted(path.stem for path in LIBRARY.glob("*.py") if path.stem != "__init__")
BEFORE_MODEL = {"errors", "dates"}
READERS = {"seeds", "inlines", "footnotes", "blocks", "article"}
WRITERS = {"markdown", "article_page", "indexes", "pages", "strings", "listings"}


def imports(module: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse((LIBRARY / f"{module}.py").read_text("utf-8"))):
        match node:
            case ast.Import(names=names):
                found |= {name.name for name in names}
            case ast.ImportFrom(module=str(name), level=0):
                found.add(name)
            case ast.ImportFrom():
                found.add("a relative import")
    return found


def of_the_library(module: str) -> set[str]:
    return {name.removeprefix("edition.") for name in imports(module) if name.split(".")[0] == "edition"}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_knows_no_mkdocs(module: str):
    assert {name.split(".")[0] for name in imports(module)} & {"mkdocs", "material", "markdown", "pymdownx"} == set()


def test_no_two_modules_import_one_another():
    assert set(TopologicalSorter({module: of_the_library(module) for module in MODULES}).static_order()) == set(MODULES)


def test_the_types_import_nothing_but_dates_and_errors():
    assert of_the_library("model") <= BEFORE_MODEL


@pytest.mark.parametrize("module", sorted(READERS))
def test_a_reader_imports_no_writer_and_no_editors_data(module: str):
    assert of_the_library(module) & (WRITERS | {"catalogue", "curated", "edition"}) == set()


@pytest.mark.parametrize("module", sorted(WRITERS))
def test_a_writer_imports_no_reader_but_the_words_of_inlines(module: str):
    assert of_the_library(module) & (READERS - {"inlines"} | {"catalogue", "curated", "edition"}) == set()


def test_imports_stand_at_the_top_since_mkdocs_forgets_where_the_library_lies():
    for path in [*LIBRARY.glob("*.py"), LIBRARY.parent / "build.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                inner = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
                assert inner == [], f"{path.name}: {node.name}"


def test_a_module_opens_by_saying_what_it_is_for():
    for module in MODULES:
        opening = ast.get_docstring(ast.parse((LIBRARY / f"{module}.py").read_text("utf-8")))
        assert opening, module
        assert opening.lower().startswith(module.replace("_", " ").removesuffix("s")), f"{module}: {opening[:40]}"
