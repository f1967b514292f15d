"""`tawatur speakers`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from running import Run

from made_statements import make_case


@pytest.fixture
def said(tmp_path: Path) -> Path:
    """A case in which somebody speaks."""
    return make_case(tmp_path / "said.tawatur")


def rows(stdout: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stdout.splitlines()]


def test_speakers_stand_with_their_names_outlets_and_addressees(tawatur: Run, said: Path) -> None:
    shown = tawatur("speakers", said).stdout
    assert "named, " in shown.splitlines()[0]
    assert "Rana Halwan [person]" in shown
    assert "to the Lamp 1" in shown


def test_speakers_can_be_asked_for(tawatur: Run, said: Path) -> None:
    (one,) = rows(tawatur("speakers", said, "--class", "anonymous", "--json").stdout)
    assert (one["name"], one["statements"]) == ("Sources", 1)
    assert tawatur("speakers", said, "--speaker", "Nobody").stderr == "No speaker is like that.\n"
