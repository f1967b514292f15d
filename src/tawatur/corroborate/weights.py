"""How alike two pieces of text are, in whatever languages: by what they share, weighed by how rare it is."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable

from tawatur.corroborate.units import Unit

# A few posts cannot say how rare a word is: these count beside them, as in the search for stories.
_OTHER_UNITS = 5_000
_SHARES = {"m:": 0.01, "x:": 0.001, "p:": 0.002}
_SHARE_OF_WORDS = 0.003
# What two languages share less of by nature; chosen on invented reports of the same sentence in both.
_ACROSS = 1.5
# A long sentence in one language that holds what a short one in the other tells is as near as this share of what it
# holds, from so many keys on.
_INSIDE, _FEWEST_SHARED = 0.85, 4


class Weights:
    """Rarity of every key over the units given."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._having: Counter[str] = Counter()
        self._units = 0
        for unit in units:
            self._having.update(unit.keys.keys())
            self._units += 1
        self._vectors: dict[tuple[int, bool], dict[str, float]] = {}

    def of_key(self, key: str) -> float:
        """How much it says that a unit has this key."""
        share = _SHARES.get(key[:2], _SHARE_OF_WORDS)
        return math.log(1 + (self._units + _OTHER_UNITS) / (self._having[key] + _OTHER_UNITS * share))

    def alike(self, a: Unit, b: Unit) -> float:
        """Cosine of what the two are about; 0 where they share nothing."""
        across = a.lang != b.lang
        one, other = self._vector(a, across), self._vector(b, across)
        if len(one) > len(other):
            one, other = other, one
        cosine = sum(weight * other[key] for key, weight in one.items() if key in other)
        return min(1.0, max(cosine * _ACROSS, _INSIDE * self._held(one, other))) if across else cosine

    def _held(self, short: dict[str, float], long: dict[str, float]) -> float:
        """How much of what the shorter is about stands in the longer; 0 where it is about too little to say."""
        shared = [weight * weight for key, weight in short.items() if key in long]
        return sum(shared) if len(shared) >= _FEWEST_SHARED else 0.0

    def shared(self, a: Unit, b: Unit) -> list[str]:
        """The keys that both have, the rarest first."""
        return sorted(a.keys.keys() & b.keys.keys(), key=lambda key: (-self.of_key(key), key))

    def _vector(self, unit: Unit, across: bool) -> dict[str, float]:
        """Length 1. Across languages only what is the same in every language; within one, no sounds beside the words."""
        made = self._vectors.get((unit.number, across))
        if made is None:
            keys = {
                key: (1 + math.log(times)) * self.of_key(key)
                for key, times in unit.keys.items()
                if (key[:2] in _SHARES if across else not key.startswith("x:"))
            }
            length = math.sqrt(sum(weight * weight for weight in keys.values()))
            made = {key: weight / length for key, weight in keys.items()} if length else {}
            self._vectors[unit.number, across] = made
        return made
