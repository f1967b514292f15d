"""Which of the raw passages stand, and how they line up to blocks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.reuse.kernel import kernel
from tawatur.reuse.postings import CARRIERS_PER_OCTAVE
from tawatur.reuse.seeds import (
    A_HIGH,
    A_LOW,
    A_POST,
    B_HIGH,
    B_LOW,
    B_POST,
    COMMON,
    RAREST,
    SCORE2,
)


def weigh(found: NDArray[np.int64], min_score: float) -> NDArray[np.int64]:
    """The rows of `found` whose score is high enough for how common their words are, without doubles, in order.

    A passage stands when it scores `min_score` + log2(carriers / 2), where carriers counts the posts that carry its
    rarest five words: what many posts say needs to go on for longer.
    """
    needed = min_score + np.maximum(found[:, RAREST] / CARRIERS_PER_OCTAVE - 1, 0)
    rows = found[found[:, SCORE2] >= 2 * needed]
    order = np.lexsort((rows[:, A_LOW], rows[:, B_LOW], rows[:, A_POST], rows[:, B_POST]))
    rows = rows[order]
    keep = np.ones(len(rows), dtype=np.bool_)
    _drop_doubles(rows, keep)
    return rows[keep]


@kernel
def _drop_doubles(rows: NDArray[np.int64], keep: NDArray[np.bool_]) -> None:
    """Of two passages of one pair that cover each other for more than half on both sides, the lower score goes."""
    last = -1
    for n in range(len(rows)):
        if last >= 0 and rows[last, A_POST] == rows[n, A_POST] and rows[last, B_POST] == rows[n, B_POST]:
            a_both = min(rows[last, A_HIGH], rows[n, A_HIGH]) - max(rows[last, A_LOW], rows[n, A_LOW])
            b_both = min(rows[last, B_HIGH], rows[n, B_HIGH]) - max(rows[last, B_LOW], rows[n, B_LOW])
            a_less = min(rows[last, A_HIGH] - rows[last, A_LOW], rows[n, A_HIGH] - rows[n, A_LOW])
            b_less = min(rows[last, B_HIGH] - rows[last, B_LOW], rows[n, B_HIGH] - rows[n, B_LOW])
            if 2 * a_both > a_less and 2 * b_both > b_less:
                if rows[n, SCORE2] > rows[last, SCORE2]:
                    keep[last] = False
                    last = n
                else:
                    keep[n] = False
                continue
        last = n


def similarity(rows: NDArray[np.int64]) -> NDArray[np.float64]:
    """Words in common divided by the words of the longer side."""
    longer = np.maximum(rows[:, A_HIGH] - rows[:, A_LOW], rows[:, B_HIGH] - rows[:, B_LOW])
    return rows[:, COMMON] / np.maximum(longer, 1)
