"""The weights of the clues: a small linear-chain model, trained once, shipped as a readable file."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tawatur.errors import LanguageDataError
from tawatur.split.clues import COLUMNS
from tawatur.split.habits import HABIT_COLUMNS
from tawatur.split.labels import GAPS, LABELS


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of one labelling pass: `clue`, shape (columns, 6); `move`, shape (4, 6, 6)."""

    clue: NDArray[np.float32]
    move: NDArray[np.float32]


@cache
def load_weights() -> tuple[Weights, Weights]:
    """Weights of the first pass (clues alone) and of the second (clues and habits).

    Raises: LanguageDataError where the file was made for other clues than these.
    """
    raw = json.loads(files("tawatur.split").joinpath("weights.json").read_text(encoding="utf-8"))
    return _read(raw["first"], COLUMNS), _read(raw["second"], COLUMNS + HABIT_COLUMNS)


def _read(part: dict[str, Any], columns: tuple[str, ...]) -> Weights:
    if set(part["clue"]) != set(columns) or part["labels"] != LABELS:
        odd = sorted(set(part["clue"]) ^ set(columns))
        raise LanguageDataError(
            f"split/weights.json: made for other clues ({', '.join(odd[:3])}). Train it again: python benchmarks/digest/train.py"
        )
    clue = np.array([part["clue"][name] for name in columns], dtype=np.float32)
    move = np.array(part["move"], dtype=np.float32)
    if move.shape != (GAPS, len(LABELS), len(LABELS)):
        raise LanguageDataError(
            "split/weights.json: `move` has the wrong shape. Train it again: python benchmarks/digest/train.py"
        )
    return Weights(clue, move)
