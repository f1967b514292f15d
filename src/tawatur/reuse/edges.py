"""A figure changed in the first or last words of a copy: too near the edge for the words beyond it to tell anything.

A passage ends where the words part. Where both sides part at a figure each, two different ones, and go on the same,
or end there, the figure was changed on the way: chance seldom puts two figures at one place.
"""

# Integers in kernels are of one kind; the stubs of numpy tell them apart.
# mypy: disable-error-code="arg-type,assignment,return-value,no-any-return"

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.reuse.kernel import kernel
from tawatur.reuse.seeds import A_HIGH, A_LOW, A_POST, B_HIGH, B_LOW, B_POST, COMMON, DIFFERENCES

# Figures in a row that are gone over; a table of figures is no sentence with one of them changed.
_MOST_FIGURES = 2


def take_in_figures(rows: NDArray[np.int64], tokens: NDArray[np.uint32], bounds: NDArray[np.int64]) -> None:
    """Let each of `rows` (passages, in the order of `weigh`) reach over changed figures at its edges, in place."""
    if len(rows):
        _take_in(rows, tokens, bounds)


@kernel
def _take_in(rows: NDArray[np.int64], tokens: NDArray[np.uint32], bounds: NDArray[np.int64]) -> None:
    for n in range(len(rows)):
        a_post, b_post = rows[n, A_POST], rows[n, B_POST]
        a_low, a_high, b_low, b_high = bounds[a_post], bounds[a_post + 1], bounds[b_post], bounds[b_post + 1]
        # The passages beside it keep their words.
        for beside in (n - 1, n + 1):
            if 0 <= beside < len(rows) and rows[beside, A_POST] == a_post and rows[beside, B_POST] == b_post:
                if rows[beside, A_HIGH] <= rows[n, A_LOW]:
                    a_low = max(a_low, rows[beside, A_HIGH])
                if rows[beside, A_LOW] >= rows[n, A_HIGH]:
                    a_high = min(a_high, rows[beside, A_LOW])
                if rows[beside, B_HIGH] <= rows[n, B_LOW]:
                    b_low = max(b_low, rows[beside, B_HIGH])
                if rows[beside, B_LOW] >= rows[n, B_HIGH]:
                    b_high = min(b_high, rows[beside, B_LOW])
        words, figures = _reach(
            tokens, rows[n, A_HIGH], rows[n, B_HIGH], a_high - rows[n, A_HIGH], b_high - rows[n, B_HIGH], 1
        )
        rows[n, A_HIGH] += words
        rows[n, B_HIGH] += words
        rows[n, COMMON] += words - figures
        rows[n, DIFFERENCES] += figures
        words, figures = _reach(
            tokens, rows[n, A_LOW] - 1, rows[n, B_LOW] - 1, rows[n, A_LOW] - a_low, rows[n, B_LOW] - b_low, -1
        )
        rows[n, A_LOW] -= words
        rows[n, B_LOW] -= words
        rows[n, COMMON] += words - figures
        rows[n, DIFFERENCES] += figures


@kernel
def _reach(tokens: NDArray[np.uint32], a: int, b: int, a_room: int, b_room: int, step: int) -> tuple[int, int]:
    """How many words further a passage reaches from tokens `a` and `b` on, and how many of them are changed figures."""
    room = min(a_room, b_room)
    words, figures = 0, 0
    while words < room and figures < _MOST_FIGURES:
        one, other = tokens[a + step * words], tokens[b + step * words]
        if one == other or not (one & np.uint32(1)) or not (other & np.uint32(1)):
            break
        figures += 1
        words += 1
        while words < room and tokens[a + step * words] == tokens[b + step * words]:
            words += 1
    return words, figures
