"""What an outlet prints under post after post is no reuse between its own posts."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.reuse.kernel import kernel
from tawatur.reuse.postings import BOILERPLATE_SHIFT, NONE, WORDS_PER_GRAM, Carriers
from tawatur.reuse.seeds import A_HIGH, A_LOW, A_POST, B_HIGH, B_LOW, B_POST

# An outlet's first posts have no third one to witness what is boilerplate. There, what stands in so many words from
# the same edge of both posts is taken for it, unless it is most of a post.
EDGE_WORDS = 130


def own_share(
    rows: NDArray[np.int64],
    carriers: Carriers,
    bounds: NDArray[np.int64],
    outlets: NDArray[np.uint32],
    base: int,
) -> NDArray[np.float64]:
    """Share of each passage's words that is not boilerplate of an outlet that published both posts; 1 between outlets."""
    share = np.ones(len(rows), dtype=np.float64)
    _measure(rows, carriers.members, carriers.at, bounds, outlets, base, share)
    return share


@kernel
def _measure(
    rows: NDArray[np.int64],
    members: NDArray[np.uint64],
    at: NDArray[np.uint32],
    bounds: NDArray[np.int64],
    outlets: NDArray[np.uint32],
    base: int,
    share: NDArray[np.float64],
) -> None:
    for row in range(len(rows)):
        a, b = rows[row, A_POST], rows[row, B_POST]
        if outlets[b] == 0 or outlets[a] != outlets[b]:
            continue
        low, high = rows[row, B_LOW], rows[row, B_HIGH]
        if _at_edge(rows[row, A_LOW], rows[row, A_HIGH], low, high, bounds[a], bounds[a + 1], bounds[b], bounds[b + 1]):
            share[row] = 0.0
            continue
        own, covered = 0, low
        for token in range(max(low - WORDS_PER_GRAM + 1, bounds[b]), high):
            place = at[token - base]
            if place != NONE and members[place] >> np.uint64(BOILERPLATE_SHIFT):
                covered = token + WORDS_PER_GRAM
            if token >= low and token >= covered:
                own += 1
        share[row] = own / (high - low)


@kernel
def _at_edge(a: int, a_end: int, b: int, b_end: int, a_low: int, a_high: int, b_low: int, b_high: int) -> bool:
    """Whether a passage stands near the beginning of both posts, or near the end of both, and is no more than half of either."""
    if 2 * (a_end - a) > a_high - a_low or 2 * (b_end - b) > b_high - b_low:
        return False
    head = a_end - a_low <= EDGE_WORDS and b_end - b_low <= EDGE_WORDS
    tail = a_high - a <= EDGE_WORDS and b_high - b <= EDGE_WORDS
    return head or tail
