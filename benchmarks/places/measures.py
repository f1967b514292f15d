"""Measures of place names: detection by span, resolution by distance."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import mean, median

Pair = tuple[int, int]
HALF_ROUND_KM = 20039.0


def f1(right: int, found: int, gold: int) -> tuple[float, float, float]:
    """Precision, recall, F1."""
    precision = right / found if found else 0.0
    recall = right / gold if gold else 0.0
    return precision, recall, 2 * precision * recall / (precision + recall) if right else 0.0


def exact(found: Sequence[Pair], gold: Sequence[Pair]) -> int:
    """How many spans are the same."""
    return len(set(found) & set(gold))


def overlapping(found: Sequence[Pair], gold: Sequence[Pair]) -> int:
    """How many gold spans are touched by a found span, one to one, from the left."""
    left, right, count = sorted(found), sorted(gold), 0
    i = j = 0
    while i < len(left) and j < len(right):
        if left[i][0] < right[j][1] and right[j][0] < left[i][1]:
            count, i, j = count + 1, i + 1, j + 1
        elif left[i][1] <= right[j][0]:
            i += 1
        else:
            j += 1
    return count


@dataclass(frozen=True)
class Distances:
    """Errors in km; None: nothing was found."""

    errors: tuple[float | None, ...]

    def within(self, km: float) -> float:
        """Share of all mentions that lie so near; what was not resolved is wrong."""
        return sum(error is not None and error <= km for error in self.errors) / max(1, len(self.errors))

    def known(self) -> list[float]:
        """The errors of what was resolved."""
        return [error for error in self.errors if error is not None]

    def mean(self) -> float:
        """Over what was resolved."""
        return mean(self.known() or [math.nan])

    def median(self) -> float:
        """Over all; what was not resolved lies half round the globe."""
        return median([HALF_ROUND_KM if error is None else error for error in self.errors] or [math.nan])

    def auc(self) -> float:
        """Mean of ln(error + 1) / ln(20039): 0 is best; over all, what was not resolved counts as 1."""
        return mean(
            [1.0 if error is None else math.log(error + 1) / math.log(HALF_ROUND_KM) for error in self.errors] or [1.0]
        )
