"""The invented happenings are well formed, and what is not is named."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

STORIES = Path(__file__).parents[2] / "benchmarks/stories"


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, STORIES / f"{name}.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


sets = module("read_happenings")


def test_a_third_of_the_happenings_look_like_another() -> None:
    for part in ("open", "aside"):
        happenings = sets.read_happenings(sets.SETS / f"{part}.txt")
        assert len(happenings) >= 20
        assert sum(one.like is not None for one in happenings) * 3 >= len(happenings)


def test_no_happening_stands_in_both_parts() -> None:
    opened, aside = (
        {one.name for one in sets.read_happenings(sets.SETS / f"{part}.txt")} for part in ("open", "aside")
    )
    assert not opened & aside


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("-- en 2023-01-01\nA\nB\n", ":1: neither"),
        ("== one\n-- en 2023-01-01\nA\n", ":2: a post needs a line"),
        ("== one\n-- en 2023-01-01\nA\nB\n", "one needs 2 to 6 posts"),
        ("== one ~ two\n-- en 2023-01-01\nA\nB\n-- ar 2023-01-01\nA\nB\n", "looks like two, which is not here"),
    ],
)
def test_a_file_that_is_not_well_formed_is_named(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "happenings.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=named):
        sets.read_happenings(path)
