"""The library is read from left to right: what a module imports of it stands before it, and none imports MkDocs."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import edition

LIBRARY = Path(edition.__file__).parent
PATHS = [path.relative_to(LIBRARY).with_suffix("") for path in LIBRARY.rglob("*.py")]
MODULES = sorted(".".join(path.parts) for path in PATHS if path.stem != "__init__")
BEFORE_MODEL = {"errors", "dates"}
LAYERS = [
    {"errors", "dates", "characters", "model"},
    *({folder} for folder in ("text", "reader", "published", "curation", "extraction")),
    {"edition"},
    *({folder} for folder in ("writing", "gathered", "pages", "search", "publishing")),
    {"reading", "site"},
]
"""The folders of the library, and the modules that lie in none, in the order in which they may know one another."""

READERS = {"text", "reader", "curation", "extraction"}
WRITERS = {"writing", "gathered", "pages", "search", "publishing", "site"}


def imports(module: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse((LIBRARY / f"{module.replace('.', '/')}.py").read_text("utf-8"))):
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


def layer(module: str) -> int:
    return next(place for place, names in enumerate(LAYERS) if module.split(".")[0] in names)


@pytest.mark.parametrize("module", MODULES)
def test_a_folder_knows_only_those_before_it(module: str):
    assert [name for name in of_the_library(module) if layer(name) > layer(module)] == []


def test_the_types_import_nothing_but_dates_and_errors():
    assert of_the_library("model") <= BEFORE_MODEL


def in_folders(folders: set[str]) -> list[str]:
    return [module for module in MODULES if module.split(".")[0] in folders]


@pytest.mark.parametrize("module", in_folders(READERS))
def test_a_reader_imports_no_writer(module: str):
    assert {name for name in of_the_library(module) if name.split(".")[0] in WRITERS} == set()


@pytest.mark.parametrize("module", in_folders(WRITERS))
def test_a_writer_imports_no_reader_of_seeds(module: str):
    assert {name for name in of_the_library(module) if name.split(".")[0] in {"reader", "edition"}} == set()


def test_imports_stand_at_the_top_since_mkdocs_forgets_where_the_library_lies():
    for path in [*LIBRARY.rglob("*.py"), LIBRARY.parent / "build.py"]:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                inner = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
                assert inner == [], f"{path.name}: {node.name}"


def test_a_module_opens_by_saying_what_it_is_for():
    for module in MODULES:
        opening = ast.get_docstring(ast.parse((LIBRARY / f"{module.replace('.', '/')}.py").read_text("utf-8")))
        assert opening, module
        assert opening.lower().startswith(module.split(".")[-1].replace("_", " ").removesuffix("s")), (
            f"{module}: {opening[:40]}"
        )
