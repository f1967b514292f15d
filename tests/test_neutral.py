"""The project speaks of itself alone, and its library keeps quiet."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SKIP = {".git", ".venv", ".hypothesis", "demo", "build", "dist", "__pycache__", "node_modules", "out"}
TEXT = {
    ".py",
    ".md",
    ".toml",
    ".yaml",
    ".yml",
    ".tsv",
    ".json",
    ".lock",
    ".html",
    ".css",
    ".js",
    ".sql",
    ".txt",
    "",
}

MACHINE_PATH = re.compile(r"(?<![\w.~-])/(?:work|home/[a-z]|Users/[A-Za-z]|root/|mnt/|opt/wheels)")
REGISTRY = re.compile(
    r"--(?:extra-)?index-url|--trusted-host|--find-links|artifactory|jfrog|pythonhosted", re.IGNORECASE
)


def files() -> Iterator[Path]:
    """Every text file of the project, outside what the recipes make."""
    for path in sorted(ROOT.rglob("*")):
        inside = path.relative_to(ROOT).parts
        hidden_or_made = SKIP.intersection(inside) or any(part.endswith(("_cache", ".egg-info")) for part in inside)
        if path.is_file() and not hidden_or_made and path.suffix in TEXT and path != Path(__file__).resolve():
            yield path


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """`file:line` of every match of `pattern` in the project."""
    found = []
    for path in files():
        text = path.read_text(encoding="utf-8", errors="replace")
        for match in pattern.finditer(text):
            found.append(f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}: {match.group()}")
    return found


def test_no_file_names_a_place_on_one_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_no_file_names_a_package_index() -> None:
    assert lines_with(REGISTRY) == []


def test_every_locked_package_has_a_version_and_a_hash() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        entries = [e for e in re.split(r"(?m)^(?=[a-z0-9])", (ROOT / name).read_text()) if e[0] != "#"]
        assert len(entries) > 30
        for entry in entries:
            assert re.fullmatch(r"[a-z0-9-]+==\S+ (?:\\\n    --hash=sha256:[0-9a-f]{64} ?)+\n", entry), entry


def test_every_dependency_is_locked() -> None:
    wanted = re.findall(r'^  "([A-Za-z0-9-]+)>=', (ROOT / "pyproject.toml").read_text(), re.MULTILINE)
    locked = set(re.findall(r"(?m)^([a-z0-9-]+)==", (ROOT / "requirements-dev.lock").read_text()))
    assert {name.lower() for name in wanted} <= locked


IMPORT_NAMES = {"pyyaml": "yaml"}


def declared() -> set[str]:
    """Names of the packages that an installation brings, as they are imported."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[><=~\[]", wanted)[0].lower() for wanted in project["dependencies"]}
    return {IMPORT_NAMES.get(name, name.replace("-", "_")) for name in names}


def imported() -> set[str]:
    """Names of the packages that the program imports, beside the standard library and itself."""
    names: set[str] = set()
    for path in (ROOT / "src" / "tawatur").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and not node.level:
                names.add((node.module or "").split(".")[0])
    return names - set(sys.stdlib_module_names) - {"tawatur", "pandas", "polars"}


def test_what_is_imported_is_declared_and_the_other_way_round() -> None:
    assert imported() == declared()


def test_every_dependency_has_its_reason() -> None:
    note = (ROOT / "docs" / "design" / "0002-dependencies.md").read_text(encoding="utf-8")
    names = {name for name in declared() if f"| {name.replace('_', '-')} |" not in note}
    assert names - {"yaml"} == set()


LIBRARY = [p for p in sorted((ROOT / "src" / "tawatur").rglob("*.py")) if "cli" not in p.parts]


@pytest.mark.parametrize("path", LIBRARY, ids=lambda path: "/".join(path.parts[-2:]))
def test_the_library_neither_prints_nor_swallows_every_exception(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        where = f"{path.name}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"print", "input", "breakpoint", "eval", "exec"}, where
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None, f"{where}: a bare except"


def test_no_room_asks_which_language_it_has() -> None:
    """What is known of a language is data in `languages/`, not an `if` in a room."""
    asks = re.compile(r"""\blang\w* (?:==|!=|in) [("'\[{]+(?:ar|en|fa|ckb|tr|fr|he)["']""")
    rooms = [p for p in LIBRARY if {"read", "split", "describe", "reuse", "text"} & set(p.parts[-3:])]
    assert [f"{p.name}: {m.group()}" for p in rooms for m in asks.finditer(p.read_text(encoding="utf-8"))] == []
