"""Stretches of a text, asked over and over whether a place lies in one of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

from tawatur.model import Span


class Stretches:
    """Spans that may overlap, in any order; each question costs the same however many there are."""

    __slots__ = ("_reach", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._reach = list(accumulate((span.end for span in ordered), max))

    def hold(self, place: int) -> bool:
        """True where `place` lies in one of the spans."""
        number = bisect_right(self._starts, place)
        return number > 0 and self._reach[number - 1] > place
