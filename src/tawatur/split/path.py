"""The best way to label all lines of a page at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.split.labels import ALLOWED, ENDS, STARTS

_NEVER = np.float32(-1e9)


def best_path(
    scores: NDArray[np.float32], transitions: NDArray[np.float32], gaps: NDArray[np.int64]
) -> tuple[NDArray[np.int64], float]:
    """The labels with the highest total score, by dynamic programming over the lines.

    Args:
        scores: what speaks for each label on each line, shape (n, 6).
        transitions: what speaks for label b after label a, by gap, shape (4, 6, 6).
        gaps: 0..3 for the transition into each line, shape (n,).
    Returns: labels, int64, shape (n,), and the total score.
    Source: Viterbi 1967.
    """
    n, k = scores.shape
    if n == 0:
        return np.zeros(0, dtype=np.int64), 0.0
    moves = np.where(ALLOWED, transitions, _NEVER).astype(np.float32)
    best = np.where(STARTS, scores[0], _NEVER)
    back = np.zeros((n, k), dtype=np.int8)
    columns = np.arange(k)
    for i in range(1, n):
        through = best[:, None] + moves[gaps[i]]
        back[i] = through.argmax(axis=0)
        best = through[back[i], columns] + scores[i]
    best = np.where(ENDS, best, _NEVER)
    label = int(best.argmax())
    total = float(best[label])
    path = np.empty(n, dtype=np.int64)
    for i in range(n - 1, -1, -1):
        path[i] = label
        label = int(back[i, label])
    return path, total
