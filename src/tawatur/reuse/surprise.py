"""How surprising each word is where it stands: what tells a copy from words that any two posts may share.

Kept in bits, after a model that knows how often each word and each pair of words came up so far: a word that
follows as it nearly always does tells nothing, a rare one tells much. The counts grow post by post, in the order in
which posts come in, and are kept with the runs: a post is judged the same whether it comes alone or with others.
"""

# Integers in kernels are of one kind; the stubs of numpy tell them apart.
# mypy: disable-error-code="arg-type,assignment,return-value,no-any-return"

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.reuse.kernel import kernel

# Cells are shared by words whose hashes meet; at a hundred million tokens that still costs little.
WORD_CELLS = 1 << 20
PAIR_CELLS = 1 << 23

# The post that the words were copied from is no evidence of what others write.
_SOURCE_COUNT = 1
# Weight of the word alone against the word after the one before it, in occurrences of that one before.
_PRIOR = 8.0


@kernel
def log2(value: float) -> float:
    """Logarithm to base 2, to 0.00015: four times as fast as the exact one, and the same on every machine.

    The exponent is read off the bits; a polynomial of degree 4, fitted by least squares and exact at 1 and 2, does the rest.
    """
    pattern = np.float32(value).view(np.int32)
    m = np.float64(np.int32((pattern & 0x7FFFFF) | 0x3F800000).view(np.float32))
    fraction = (((-0.08030729614 * m + 0.63822986548) * m - 2.10761243483) * m + 4.05983768471) * m - 2.51014781727
    return (pattern >> 23) - 127 + fraction


@kernel
def pair_cell(before: np.uint32, word: np.uint32) -> int:
    """The cell that counts `word` after `before`."""
    h = np.uint64(before) * np.uint64(0x9E3779B97F4A7C15) + np.uint64(word)
    h ^= h >> np.uint64(29)
    h *= np.uint64(0xD6E8FEB86659FD93)
    return np.int64(h >> np.uint64(41))


@kernel
def word_cell(word: np.uint32) -> int:
    """The cell that counts `word`."""
    return np.int64(word >> np.uint32(12))


@kernel
def measure_post(
    tokens: NDArray[np.uint32],
    begin: int,
    end: int,
    words: NDArray[np.uint32],
    pairs: NDArray[np.uint32],
    alone: NDArray[np.float32],
    sums: NDArray[np.float64],
) -> None:
    """Say how surprising each word of a post is, after the posts counted so far.

    Args:
        words, pairs: the counts; the last of `words` is how many were counted in all.
        alone: receives per token of the post the bits it tells where nothing is known of the word before.
        sums: receives the running sums of the bits it tells after the word before it; one more than tokens.
    """
    scale = 1.0 / (np.float64(words[WORD_CELLS]) + 1.0)
    sums[0] = 0.0
    before = 0.0
    for token in range(begin, end):
        n = token - begin
        times = max(np.float64(words[word_cell(tokens[token])]) - _SOURCE_COUNT, 0.0)
        share = (times + 0.5) * scale
        alone[n] = -log2(share)
        told = np.float64(alone[n])
        if n > 0:
            both = max(np.float64(pairs[pair_cell(tokens[token - 1], tokens[token])]) - _SOURCE_COUNT, 0.0)
            told = -log2(min((both + _PRIOR * share) / (before + _PRIOR), 1.0))
        sums[n + 1] = sums[n] + told
        before = times


@kernel
def count_post(
    tokens: NDArray[np.uint32],
    begin: int,
    end: int,
    copied: NDArray[np.bool_],
    words: NDArray[np.uint32],
    pairs: NDArray[np.uint32],
) -> None:
    """Count the words of a post but those that are `copied`: a text does not become common by being copied."""
    for token in range(begin, end):
        if copied[token - begin]:
            continue
        words[word_cell(tokens[token])] += 1
        words[WORD_CELLS] += 1
        if token > begin:
            pairs[pair_cell(tokens[token - 1], tokens[token])] += 1
