"""The invented reports and claims are well formed, and what is not is named."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

CLAIMS = Path(__file__).parents[2] / "benchmarks/claims"


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, CLAIMS / f"{name}.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made
    spec.loader.exec_module(made)
    return made


sets = module("read_sets")


@pytest.mark.parametrize("part", ["open", "aside"])
def test_reports_are_balanced_in_every_language_and_slot(part: str) -> None:
    pairs = sets.read_pairs(sets.SETS / f"reports_{part}.txt")
    within = {lang: [pair for pair in pairs if pair.langs == (lang, lang)] for lang in ("en", "ar")}
    assert all(len(chosen) >= 75 for chosen in within.values())
    assert sum(pair.langs[0] != pair.langs[1] for pair in pairs) >= 50
    assert all(sum(pair.conflict for pair in chosen) * 2 == len(chosen) for chosen in within.values())
    assert {pair.slot for pair in pairs if pair.conflict} == set(sets.SLOTS)


@pytest.mark.parametrize("part", ["open", "aside"])
def test_every_claim_has_reports_of_every_stance_in_both_languages(part: str) -> None:
    asked = sets.read_asked(sets.SETS / f"asked_{part}.txt")
    claims = {one.claim for one in asked}
    for claim in claims:
        assert {(one.stance, one.langs[1]) for one in asked if one.claim == claim} == {
            (stance, lang) for stance in sets.STANCES for lang in ("en", "ar")
        }


def test_no_event_stands_in_both_parts() -> None:
    opened, aside = (
        {pair.event for pair in sets.read_pairs(sets.SETS / f"reports_{part}.txt")} for part in ("open", "aside")
    )
    assert not opened & aside


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("en: A.\n", ":1: a line before the first event"),
        ("== one 2023-01-01\nen: A.\n", "one has no text"),
        ("== one 2023-01-01\nen: A.\nar: B.\n= en number: C.\n", "as many"),
        ("== one 2023-01-01\nen: A.\nar: B.\n= en hue: C.\n! en hue: D.\n", "unknown slot 'hue'"),
        ("== one 2023-01-01\nen: A.\nar: B.\n? en number: C.\n", ":4: neither"),
        ("== one 2023-01-01\nen: A.\nar: B.\n== one 2023-01-01\nen: A.\nar: B.\n", "stands here twice"),
    ],
)
def test_a_file_that_is_not_well_formed_is_named(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "reports.txt"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=named):
        sets.read_pairs(path)
