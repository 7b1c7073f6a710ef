"""Curated data: from a YAML file that editors keep to its values, checked against a schema, with line numbers.

Every scalar is read as text: 2025-11-15 and `no` stay what was written.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path as FilePath
from typing import Any

import yaml
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from yaml.reader import ReaderError

from edition.errors import EditionError, Fault, SeedError

SCHEMAS = FilePath(__file__).parent.parent / "schemas"

Path = tuple[str | int, ...]
"""The way to a value: the keys and positions that lead to it."""


@dataclass(frozen=True, slots=True)
class Curated:
    """A file's values and where each of them stands."""

    file: str
    data: Any
    lines: dict[Path, int]

    def fault(self, path: Path, problem: str, remedy: str) -> Fault:
        """A fault of the value at `path`; its message names the entry."""
        entry = " › ".join(str(part + 1) if isinstance(part, int) else part for part in path)
        return Fault(self.file, self.line(path), f"{entry}: {problem}" if entry else problem, remedy)

    def line(self, path: Path) -> int:
        """Where the value at `path` stands, or else what it belongs to."""
        return next((self.lines[path[:n]] for n in range(len(path), -1, -1) if path[:n] in self.lines), 1)


def read_curated(path: FilePath, file: str, schema: str) -> Curated:
    """Read the YAML file at `path`, which errors call `file`, and check it against `schemas/<schema>.yml`.

    Raises EditionError with everything that the schema or YAML itself objects to.
    """
    try:
        node = yaml.compose(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise SeedError(file, line, f"not YAML: {error.problem}", "mend the line or the one before it") from error
    except ReaderError as error:
        line = path.read_text("utf-8").count("\n", 0, error.position) + 1
        problem = f"not YAML: the character U+{error.character:04X} may not stand in it"
        raise SeedError(file, line, problem, "take it out") from error
    except UnicodeDecodeError as error:
        raise SeedError(file, 0, "not UTF-8", "save the file as UTF-8") from error
    if node is None:
        raise SeedError(file, 0, "the file is empty", "put the records in")
    if nameless := list(_nameless(node)):
        wrong = "a list or a record cannot be a name"
        raise EditionError(Fault(file, line, wrong, "write a word before the colon") for line in nameless)
    curated = Curated(file, _value(node), dict(_lines(node, ())))
    faults = [curated.fault(path, f"{key} stands twice", "keep one of them") for path, key in _repeated(node, ())]
    validator = Draft202012Validator(yaml.safe_load((SCHEMAS / f"{schema}.yml").read_text("utf-8")))
    faults += chain.from_iterable(_schema_faults(curated, error) for error in validator.iter_errors(curated.data))
    if faults:
        raise EditionError(set(faults))
    return curated


def _nameless(node: yaml.Node) -> Iterator[int]:
    """The lines on which something else than a word stands before a colon."""
    for _, place, child in _children(node):
        if isinstance(node, yaml.MappingNode) and not isinstance(place, yaml.ScalarNode):
            yield place.start_mark.line + 1
        yield from _nameless(child)


def _value(node: yaml.Node) -> Any:
    match node:
        case yaml.MappingNode():
            return {key.value: _value(value) for key, value in node.value}
        case yaml.SequenceNode():
            return [_value(item) for item in node.value]
        case _:
            return node.value


def _children(node: yaml.Node) -> Iterator[tuple[str | int, yaml.Node, yaml.Node]]:
    """The key or position of each child, where it stands, and the child."""
    if isinstance(node, yaml.MappingNode):
        yield from ((key.value, key, value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from ((position, item, item) for position, item in enumerate(node.value))


def _lines(node: yaml.Node, path: Path) -> Iterator[tuple[Path, int]]:
    for key, place, child in _children(node):
        yield (*path, key), place.start_mark.line + 1
        yield from _lines(child, (*path, key))


def _repeated(node: yaml.Node, path: Path) -> Iterator[tuple[Path, str | int]]:
    seen = set()
    for key, _, child in _children(node):
        if key in seen:
            yield (*path, key), key
        seen.add(key)
        yield from _repeated(child, (*path, key))


def _schema_faults(curated: Curated, error: ValidationError) -> Iterator[Fault]:
    path: Path = tuple(error.absolute_path)
    schema = error.schema if isinstance(error.schema, dict) else {}
    match error.validator:
        case "additionalProperties":
            known = schema["properties"]
            for unknown in (key for key in _keys(error) if key not in known):
                yield curated.fault((*path, unknown), "no such field", f"write one of {', '.join(known)}")
        case "required":
            missing = [key for key in schema["required"] if key not in _keys(error)]
            yield curated.fault(path, f"{', '.join(missing)} missing", f"write {schema.get('description', 'it')}")
        case _:
            shown = error.instance if isinstance(error.instance, str) else error.message
            remedy = schema.get("description") or f"the schema wants {error.validator} {error.validator_value}"
            yield curated.fault(path, f"{shown!r} does not fit", f"write {remedy}")


def _keys(error: ValidationError) -> list[str]:
    return list(error.instance) if isinstance(error.instance, dict) else []
