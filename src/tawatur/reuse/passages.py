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
    BITS,
    BITS_SCALE,
    COMMON,
    DIFFERENCE_COST,
    DIFFERENCES,
    RAREST,
    SCORE2,
)

# Bits beyond what chance alone would give once in a text of that many words; and further bits for every doubling
# of the posts that carry a passage's rarest five words: what many say by habit has to go on for longer.
# Chosen on made-up corpora of 10,000 and 100,000 posts: docs/design/0010-reuse.md.
MARGIN_BITS = 7.0
HABIT_BITS = 2.0
# Fewer words in common than this are a phrase, not a passage.
MIN_COMMON = 9


def needed_bits(tokens: NDArray[np.int64]) -> NDArray[np.float64]:
    """Bits a passage has to tell when `tokens` words came in up to its post: there are tokens^2 / 2 pairs of places."""
    return 2 * np.log2(np.maximum(tokens, 2)) - 1 + MARGIN_BITS


def weigh(found: NDArray[np.int64], own: NDArray[np.float64], bounds: NDArray[np.int64]) -> NDArray[np.int64]:
    """The rows of `found` that chance does not explain, without doubles, by later post, earlier post and place.

    Args:
        own: share of each passage that is no boilerplate; the rest tells nothing.
    """
    habit = HABIT_BITS * np.maximum(found[:, RAREST] / CARRIERS_PER_OCTAVE - 1, 0)
    told = own * found[:, BITS] / BITS_SCALE - DIFFERENCE_COST * found[:, DIFFERENCES]
    stands = (told >= needed_bits(bounds[found[:, B_POST] + 1]) + habit) & (found[:, COMMON] >= MIN_COMMON)
    rows = found[stands]
    rows = rows[np.lexsort((rows[:, A_LOW], rows[:, B_LOW], rows[:, A_POST], rows[:, B_POST]))]
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
    shares: NDArray[np.float64] = rows[:, COMMON] / np.maximum(longer, 1)
    return shares


# Passages of one pair that lie so few words apart, in the same order, are shown as one block.
BLOCK_GAP = 60


def blocks_of(rows: NDArray[np.int64]) -> NDArray[np.int64]:
    """Number of each row's block, from 0 in every pair of posts. `rows` are in the order of `weigh`."""
    numbers = np.zeros(len(rows), dtype=np.int64)
    if len(rows):
        _number_blocks(rows, numbers)
    return numbers


@kernel
def _number_blocks(rows: NDArray[np.int64], numbers: NDArray[np.int64]) -> None:
    for n in range(1, len(rows)):
        if rows[n, A_POST] != rows[n - 1, A_POST] or rows[n, B_POST] != rows[n - 1, B_POST]:
            continue
        a_gap = rows[n, A_LOW] - rows[n - 1, A_HIGH]
        b_gap = rows[n, B_LOW] - rows[n - 1, B_HIGH]
        joined = 0 <= a_gap < BLOCK_GAP and 0 <= b_gap < BLOCK_GAP
        numbers[n] = numbers[n - 1] + (0 if joined else 1)
