"""From tokens back to the text: two bytes a token, and the exact code points whenever they are asked for.

A token is kept as the gap to the token before it and its length. The few that do not fit a byte stand in a list of
their own, and every 64 tokens the place is kept whole, so that no question costs more than 64 steps.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.reuse.kernel import kernel
from tawatur.reuse.tokens import Tokens

STRIDE = 64
_LISTED = 255


def pack(
    tokens: Tokens, base: int
) -> tuple[NDArray[np.uint8], NDArray[np.uint8], NDArray[np.uint32], NDArray[np.uint32]]:
    """Gaps, lengths, the tokens that fit neither (number, gap + 1, length), and the place of every 64th token.

    Args:
        base: number of the first of these tokens among all.
    """
    n = len(tokens.hashes)
    gaps, lengths = np.empty(n, np.uint8), np.empty(n, np.uint8)
    firsts = np.zeros(n, dtype=np.bool_)
    ends = np.cumsum(tokens.counts)
    begins = ends - tokens.counts
    firsts[begins[tokens.counts > 0]] = True
    far = np.empty(n, dtype=np.int64)
    before = np.zeros(n, dtype=np.int64)
    if n:
        before[1:] = tokens.starts[:-1].astype(np.int64) + tokens.lengths[:-1]
        before[firsts] = 0
    np.subtract(tokens.starts, before, out=far)
    # Two tokens of one code point ("½") overlap: a gap of -1.
    listed = np.flatnonzero((far < 0) | (far >= _LISTED) | (tokens.lengths >= _LISTED))
    gaps[:] = np.clip(far, 0, _LISTED)
    lengths[:] = np.minimum(tokens.lengths, _LISTED)
    gaps[listed] = _LISTED
    rows = np.stack([listed + base, far[listed] + 1, tokens.lengths[listed]], axis=1).astype(np.uint32)
    places = tokens.starts[(-base) % STRIDE :: STRIDE].copy()
    return gaps, lengths, rows, places


@kernel
def _listed_row(listed: NDArray[np.uint32], token: int) -> int:
    low, high = 0, len(listed)
    while low < high:
        middle = (low + high) >> 1
        if listed[middle, 0] < token:
            low = middle + 1
        else:
            high = middle
    return low


@kernel
def locate(
    asked: NDArray[np.int64],
    begins: NDArray[np.int64],
    gaps: NDArray[np.uint8],
    lengths: NDArray[np.uint8],
    listed: NDArray[np.uint32],
    places: NDArray[np.uint32],
    starts: NDArray[np.int64],
    ends: NDArray[np.int64],
) -> None:
    """Write where each of the `asked` tokens starts and ends in its post's text, in code points.

    Args:
        begins: for each asked token the first token of its post.
    """
    for n in range(len(asked)):
        token, begin = asked[n], begins[n]
        mark = token // STRIDE * STRIDE
        if mark >= begin:
            at, end = mark, np.int64(places[mark // STRIDE])
            start = end
            known = True
        else:
            at, start, end = begin, np.int64(0), np.int64(0)
            known = False
        while True:
            gap, length = np.int64(gaps[at]), np.int64(lengths[at])
            if gap == _LISTED:
                row = _listed_row(listed, at)
                gap, length = np.int64(listed[row, 1]) - 1, np.int64(listed[row, 2])
            start = end if known else end + gap
            known = False
            end = start + length
            if at == token:
                break
            at += 1
        starts[n], ends[n] = start, end
