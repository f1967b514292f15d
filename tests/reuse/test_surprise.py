"""How surprising words are."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.reuse.surprise import PAIR_CELLS, WORD_CELLS, count_post, log2, measure_post, pair_cell


@given(st.floats(1e-30, 1e30))
def test_the_quick_logarithm_is_close(value: float) -> None:
    assert log2(value) == pytest.approx(math.log2(value), abs=3e-4)


def measured(tokens: list[int], before: list[int], copied: bool = False) -> list[float]:
    """Bits of each of `tokens` after the words of `before` were counted."""
    words, pairs = np.zeros(WORD_CELLS + 1, np.uint32), np.zeros(PAIR_CELLS, np.uint32)
    counted = np.array(before, dtype=np.uint32)
    count_post(counted, 0, len(counted), np.full(len(counted), copied), words, pairs)
    post = np.array(tokens, dtype=np.uint32)
    alone, sums = np.empty(len(post), np.float32), np.empty(len(post) + 1, np.float64)
    measure_post(post, 0, len(post), words, pairs, alone, sums)
    return [float(one) for one in np.diff(sums)]


COMMON, FOLLOWER, RARE = 1 << 16, 2 << 16, 3 << 16


def test_a_rare_word_tells_more_than_a_common_one() -> None:
    before = [COMMON] * 500 + [FOLLOWER] * 10
    assert measured([RARE], before)[0] > measured([COMMON], before)[0] + 5


def test_a_word_that_follows_as_ever_tells_little() -> None:
    before = [COMMON, FOLLOWER, *range(4 << 16, 20 << 16, 1 << 16)] * 100
    assert measured([COMMON, FOLLOWER], before)[1] < 1
    assert measured([COMMON, RARE], before)[1] > 5


def test_copies_do_not_make_a_word_common() -> None:
    assert measured([RARE], [RARE] * 100, copied=True) == measured([RARE], [])


def test_pairs_of_words_fall_into_the_table() -> None:
    cells = {pair_cell(np.uint32(a), np.uint32(b)) for a in range(0, 2**32, 2**27) for b in range(0, 2**32, 2**27)}
    assert all(0 <= cell < PAIR_CELLS for cell in cells)
    assert len(cells) > 1000
