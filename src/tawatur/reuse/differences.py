"""Where two copies of a passage part: words changed, added, left out, and figures among them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.reuse.extend import BAND
from tawatur.reuse.kernel import kernel
from tawatur.reuse.seeds import A_HIGH, A_LOW, B_HIGH, B_LOW, DIFFERENCES

# A passage drifts from its seed to either side, so that its ends may lie two bands apart.
_WIDEST = 2 * BAND
_LOST = -(1 << 30)

ROW, FROM_A, TO_A, FROM_B, TO_B, NUMBER = range(6)


def find_differences(rows: NDArray[np.int64], tokens: NDArray[np.uint32]) -> NDArray[np.int64]:
    """The differences inside each of `rows` (passages), in order.

    Returns: int64, shape (n, 6): row, first and past-the-last token in a, the same in b, and 1 where digits differ.
    """
    return _differences(rows, tokens)


@kernel
def _differences(rows: NDArray[np.int64], tokens: NDArray[np.uint32]) -> NDArray[np.int64]:
    out = np.empty((256, 6), np.int64)
    n = 0
    for row in range(len(rows)):
        a, b = rows[row, A_LOW], rows[row, B_LOW]
        a_size, b_size = rows[row, A_HIGH] - a, rows[row, B_HIGH] - b
        most = rows[row, DIFFERENCES]
        if most == 0:
            continue
        steps = _align(tokens, a, b, a_size, b_size, most)
        first = n
        for step in range(len(steps) - 1, -1, -1):
            x, y, kind = steps[step, 0], steps[step, 1], steps[step, 2]
            if n > first and out[n - 1, TO_A] == a + x and out[n - 1, TO_B] == b + y:
                n -= 1
            else:
                if n == len(out):
                    more = np.empty((2 * n, 6), np.int64)
                    more[:n] = out
                    out = more
                out[n, ROW], out[n, FROM_A], out[n, FROM_B] = row, a + x, b + y
            out[n, TO_A] = a + x + (1 if kind != 1 else 0)
            out[n, TO_B] = b + y + (1 if kind != 2 else 0)
            n += 1
        for place in range(first, n):
            out[place, NUMBER] = _figures_differ(
                tokens, out[place, FROM_A], out[place, TO_A], out[place, FROM_B], out[place, TO_B]
            )
    return out[:n].copy()


@kernel
def _align(tokens: NDArray[np.uint32], a: int, b: int, a_size: int, b_size: int, most: int) -> NDArray[np.int64]:
    """The fewest changes that turn one side into the other, last first: place in a, place in b, kind.

    Kinds: 0 changed, 1 more in b, 2 more in a. Empty where more than `most` would be needed inside the band.
    """
    wide = min(most, _WIDEST) + 1
    width = 2 * wide + 1
    reach = np.full((most + 1, width), _LOST, np.int32)
    goal = b_size - a_size + wide
    for d in range(most + 1):
        for k in range(max(1, wide - d), min(width - 2, wide + d) + 1):
            if d == 0:
                x = 0
            else:
                x = max(reach[d - 1, k] + 1, reach[d - 1, k - 1], reach[d - 1, k + 1] + 1)
            y = x + k - wide
            if x < 0 or x > a_size or y < 0 or y > b_size:
                continue
            while x < a_size and y < b_size and tokens[a + x] == tokens[b + y]:
                x += 1
                y += 1
            reach[d, k] = x
        if 0 < goal < width - 1 and reach[d, goal] == a_size:
            return _trace(reach, d, goal, wide)
    return np.empty((0, 3), np.int64)


@kernel
def _trace(reach: NDArray[np.int32], d: int, k: int, wide: int) -> NDArray[np.int64]:
    steps = np.empty((d, 3), np.int64)
    for step in range(d):
        changed, more_b, more_a = reach[d - 1, k] + 1, reach[d - 1, k - 1], reach[d - 1, k + 1] + 1
        x = max(changed, more_b, more_a)
        if changed == x:
            kind, x = 0, changed - 1
        elif more_b == x:
            kind, x, k = 1, more_b, k - 1
        else:
            kind, x, k = 2, more_a - 1, k + 1
        d -= 1
        steps[step, 0], steps[step, 1], steps[step, 2] = x, x + k - wide, kind
    return steps


@kernel
def _figures_differ(tokens: NDArray[np.uint32], a: int, a_end: int, b: int, b_end: int) -> int:
    """1 where the numbers on the two sides are not the same in the same order."""
    while True:
        while a < a_end and not tokens[a] & np.uint32(1):
            a += 1
        while b < b_end and not tokens[b] & np.uint32(1):
            b += 1
        if a == a_end or b == b_end:
            return 0 if a == a_end and b == b_end else 1
        if tokens[a] != tokens[b]:
            return 1
        a += 1
        b += 1
