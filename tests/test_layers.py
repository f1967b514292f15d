"""Imports point one way: cli, serve -> batch -> store, report, pipeline -> the rooms -> text, languages -> ... -> errors."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

import tawatur

ROOT = Path(tawatur.__file__).parent
ROOMS = {"read", "split", "describe", "attribute", "locate", "people", "reuse", "chains", "stories", "corroborate"}
# Lowest first. What stands on one level may not import its neighbours, save where `TOGETHER` allows it.
LEVELS = (
    {"errors"},
    {"model"},
    {"stage"},
    {"text", "languages", "sample"},
    ROOMS,
    {"pipeline", "store", "report"},
    {"batch"},
    {"case"},  # the library's door: what `tawatur.open` gives
    {"reader"},  # and `tawatur.read`
    {"serve"},
    {"cli"},  # starts the workbench
)
TOGETHER = ({"text", "languages"},)
LEVEL = {part: level for level, parts in enumerate(LEVELS) for part in parts}


def modules() -> list[Path]:
    """Every module of the package, in a fixed order."""
    return sorted(ROOT.rglob("*.py"))


def name_of(path: Path) -> str:
    """Dotted name of the module at `path`: tawatur.read.feeds."""
    parts = ["tawatur", *path.relative_to(ROOT).with_suffix("").parts]
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = {name_of(path) for path in modules()}


def imports(node: ast.AST, module: str, *, is_package: bool) -> Iterator[str]:
    """Names of our own modules that `node`, inside `module`, imports, wherever in the tree the import stands."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Import):
            yield from (alias.name for alias in inner.names if alias.name in NAMES)
        elif isinstance(inner, ast.ImportFrom):
            base = inner.module or ""
            if inner.level:
                parents = module.split(".") if is_package else module.split(".")[:-1]
                base = ".".join([*parents[: len(parents) - inner.level + 1], *filter(None, [inner.module])])
            for alias in inner.names:
                full = f"{base}.{alias.name}"
                if full in NAMES:
                    yield full
                elif base in NAMES:
                    yield base


def part_of(module: str) -> str | None:
    """The part of the tree that a module belongs to: "read" for tawatur.read.feeds, None for tawatur itself."""
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else None


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_a_module_imports_only_what_lies_below_it(path: Path) -> None:
    module = name_of(path)
    part = part_of(module)
    if part is None:
        return  # tawatur/__init__.py: names from `case`, fetched when first asked for
    assert part in LEVEL, f"{module}: say in tests/test_layers.py on which level {part!r} stands"
    for target in imports(tree(path), module, is_package=path.name == "__init__.py"):
        to = part_of(target)
        if to is None or to == part or any({part, to} <= pair for pair in TOGETHER):
            continue
        assert LEVEL[to] < LEVEL[part], f"{module} imports {target}, which does not lie below it"


def test_no_two_modules_import_each_other_in_a_circle() -> None:
    graph: dict[str, set[str]] = {}
    for path in modules():
        module = name_of(path)
        if part_of(module) is None:
            continue
        targets = imports(tree(path), module, is_package=path.name == "__init__.py")
        graph[module] = {target for target in targets if target not in (module, "tawatur")}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"these import each other in a circle: {' -> '.join(error.args[1])}")


@pytest.mark.parametrize("path", modules(), ids=name_of)
def test_our_own_modules_are_imported_at_the_top(path: Path) -> None:
    """An import inside a function hides a circle. Only for the sake of start-up time may one wait, and says so there."""
    module = name_of(path)
    if part_of(module) in {None, "cli"} or module == "tawatur.reuse":
        return
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            late = list(imports(node, module, is_package=path.name == "__init__.py"))
            assert not late, f"{module}.{node.name} imports {late[0]} inside the function"
