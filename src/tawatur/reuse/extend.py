"""How far two posts go on saying the same, from a place where they do.

Greedy X-drop extension: on every diagonal of the band the furthest point that is reached with d differences is kept,
then with d + 1; equal words cost nothing to pass, so that the work goes with what was changed, not with the length.
A shared word scores 1, a changed one -1, an added or missing one -1.5; the extension ends where the score has
fallen by more than `drop` under its best. Source: Zhang, Schwartz, Wagner and Miller 2000, A greedy algorithm for
aligning DNA sequences.
"""

# Integers in kernels are of one kind; the stubs of numpy tell them apart.
# mypy: disable-error-code="arg-type,assignment,return-value,no-any-return"

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.reuse.kernel import kernel

BAND = 12
DROP = 8
# For a first look at a seed: enough to see whether words in common go on nearby, at a quarter of the time.
FIRST_DROP = 3
_LOST = -(1 << 40)
WIDTH = 2 * BAND + 3


@kernel
def extend(
    tokens: NDArray[np.uint32],
    a: int,
    b: int,
    a_room: int,
    b_room: int,
    step: int,
    drop: int,
    alone: NDArray[np.float32],
    sums: NDArray[np.float64],
    b_begin: int,
    scratch: NDArray[np.int64],
    bits: NDArray[np.float64],
    result: NDArray[np.int64],
) -> float:
    """Extend from tokens `a` and `b`, both included, forward (`step` 1) or backward (-1).

    Args:
        a_room, b_room: how many tokens there are to go over.  drop: how far the score may fall.
        scratch: int64, shape (4, WIDTH).
        result: receives how far a went, how far b went, the words in common, and twice the score.
    """
    reach, common = scratch[0], scratch[1]
    next_reach, next_common = scratch[2], scratch[3]
    told, next_told = bits[0], bits[1]
    middle = BAND + 1
    for k in range(WIDTH):
        reach[k] = _LOST
        next_reach[k] = _LOST
    x = 0
    room = min(a_room, b_room)
    while x < room and tokens[a + step * x] == tokens[b + step * x]:
        x += 1
    reach[middle], common[middle] = x, x
    told[middle] = _told(alone, sums, b - b_begin, 0, x, step)
    best, best_told = 2 * x, told[middle]
    result[0], result[1], result[2], result[3], result[4] = x, x, x, best, 0
    if x == room:
        return best_told
    low, high = middle, middle
    differences = 0
    while low <= high:
        differences += 1
        new_low, new_high = WIDTH, -1
        for k in range(max(1, low - 1), min(WIDTH - 2, high + 1) + 1):
            # k - middle is how far b is ahead of a.
            x, shared, so_far = reach[k] + 1, common[k], told[k]
            if reach[k - 1] > x:
                x, shared, so_far = reach[k - 1], common[k - 1], told[k - 1]
            if reach[k + 1] + 1 > x:
                x, shared, so_far = reach[k + 1] + 1, common[k + 1], told[k + 1]
            next_reach[k] = _LOST
            y = x + k - middle
            if x < 0 or x > a_room or y < 0 or y > b_room:
                continue
            start = x
            while x < a_room and y < b_room and tokens[a + step * x] == tokens[b + step * y]:
                x += 1
                y += 1
            shared += x - start
            so_far += _told(alone, sums, b - b_begin, start + k - middle, y, step)
            score = x + y - 4 * differences
            if score < best - 2 * drop:
                continue
            if score > best:
                best = score
                best_told = so_far
                result[0], result[1], result[2], result[3], result[4] = x, y, shared, best, differences
            next_reach[k], next_common[k], next_told[k] = x, shared, so_far
            new_low = min(new_low, k)
            new_high = max(new_high, k)
        # The cells beside the live ones are read in the next round.
        for k in range(max(0, low - 2), min(WIDTH - 1, high + 2) + 1):
            reach[k] = _LOST
        reach, next_reach = next_reach, reach
        common, next_common = next_common, common
        told, next_told = next_told, told
        low, high = new_low, new_high
    return best_told


@kernel
def _told(alone: NDArray[np.float32], sums: NDArray[np.float64], b: int, low: int, high: int, step: int) -> float:
    """Bits told by the run of equal words from `low` to `high` steps away from token `b` of the post."""
    if high <= low:
        return 0.0
    first, last = b + low, b + high - 1
    if step < 0:
        first, last = b - high + 1, b - low
    return alone[first] + sums[last + 1] - sums[first + 1]
