"""The passages of one batch, column by column, and as objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawatur.model import Difference, Passage, Reuse, Span
from tawatur.reuse.runs import Index
from tawatur.reuse.version import MADE_BY

# Passages turned into objects at a time.
_PORTION = 20_000


@dataclass(frozen=True, slots=True)
class Found:
    """The passages that one batch of posts shares with earlier posts and among its own, column by column.

    All arrays run over passages but the last four, which run over differences. Spans are code points.
    """

    index: Index
    a_post: NDArray[np.int64]
    b_post: NDArray[np.int64]
    a_start: NDArray[np.int64]
    a_end: NDArray[np.int64]
    b_start: NDArray[np.int64]
    b_end: NDArray[np.int64]
    words: NDArray[np.int64]
    similarity: NDArray[np.float64]
    block: NDArray[np.int64]
    difference_row: NDArray[np.int64]
    """The passage that a difference lies in."""
    difference_a: NDArray[np.int64]
    """Shape (n, 2): from, to."""
    difference_b: NDArray[np.int64]
    difference_number: NDArray[np.bool_]

    def pairs(self) -> Iterator[Reuse]:
        """The same, one pair of posts after the other."""
        size = len(self.a_post)
        if size == 0:
            return
        new = np.ones(size, dtype=np.bool_)
        new[1:] = (np.diff(self.a_post) != 0) | (np.diff(self.b_post) != 0)
        heads = [*np.flatnonzero(new).tolist(), size]
        at = 0
        while at < len(heads) - 1:
            # Whole pairs, about a portion at a time, so that few objects exist at once.
            until = at + 1
            while until < len(heads) - 1 and heads[until] - heads[at] < _PORTION:
                until += 1
            passages = self._passages(heads[at], heads[until])
            for head, end in zip(heads[at:until], heads[at + 1 : until + 1], strict=True):
                yield self._pair(head, passages[head - heads[at] : end - heads[at]])
            at = until

    def _pair(self, row: int, passages: list[Passage]) -> Reuse:
        a, b = int(self.a_post[row]), int(self.b_post[row])
        outlets = self.index["outlets"]
        return Reuse(
            a=self.index.post_id(a),
            b=self.index.post_id(b),
            same_outlet=bool(outlets[a] and outlets[a] == outlets[b]),
            passages=tuple(passages),
            made_by=MADE_BY,
        )

    def _passages(self, low: int, high: int) -> list[Passage]:
        differences = self._differences(low, high)
        columns = (
            self.a_start, self.a_end, self.b_start, self.b_end, self.words, np.round(self.similarity, 4), self.block,
        )  # fmt: skip
        rows = zip(*(column[low:high].tolist() for column in columns), strict=True)
        return [
            Passage(
                a=Span(a_start, a_end),
                b=Span(b_start, b_end),
                words=words,
                similarity=similarity,
                block=block,
                differences=tuple(differences.get(number, ())),
            )
            for number, (a_start, a_end, b_start, b_end, words, similarity, block) in enumerate(rows, low)
        ]

    def _differences(self, low: int, high: int) -> dict[int, list[Difference]]:
        first, last = np.searchsorted(self.difference_row, [low, high]).tolist()
        found: dict[int, list[Difference]] = {}
        for row, a, b, number in zip(
            self.difference_row[first:last].tolist(),
            self.difference_a[first:last].tolist(),
            self.difference_b[first:last].tolist(),
            self.difference_number[first:last].tolist(),
            strict=True,
        ):
            found.setdefault(row, []).append(Difference(a=Span(*a), b=Span(*b), number=number))
        return found
