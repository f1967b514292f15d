"""Measures of a grouping and of a correlation."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Hashable, Sequence


def b_cubed(found: Sequence[Hashable], gold: Sequence[Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1, B-cubed (Bagga and Baldwin 1998): the mean over documents."""
    by_found: dict[Hashable, set[int]] = defaultdict(set)
    by_gold: dict[Hashable, set[int]] = defaultdict(set)
    for number, (f, g) in enumerate(zip(found, gold, strict=True)):
        by_found[f].add(number)
        by_gold[g].add(number)
    shared = [len(by_found[f] & by_gold[g]) for f, g in zip(found, gold, strict=True)]
    precision = sum(s / len(by_found[f]) for s, f in zip(shared, found, strict=True)) / len(gold)
    recall = sum(s / len(by_gold[g]) for s, g in zip(shared, gold, strict=True)) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def pearson(a: Sequence[float], b: Sequence[float]) -> float:
    """The correlation of `a` and `b`; 0 where one of them never changes."""
    mean_a, mean_b = sum(a) / len(a), sum(b) / len(b)
    above = sum((x - mean_a) * (y - mean_b) for x, y in zip(a, b, strict=True))
    below = math.sqrt(sum((x - mean_a) ** 2 for x in a) * sum((y - mean_b) ** 2 for y in b))
    return above / below if below else 0.0
