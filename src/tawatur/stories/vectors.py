"""Posts as vectors: each key weighed by how rare it is, in the case and in news at large."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.model.story import TieKind
from tawatur.stories.features import Feature, Features

# A case of eight posts cannot say how rare a word is. It counts as if it came with this many posts of other news, in
# which a key of each kind stands in the given share: words of the lexicon are common, names and numbers are not.
# Chosen on the grouping of English news; results change little from 500 to 5,000 posts (benchmarks/stories).
_OTHER_POSTS = 2_000
_SHARE: dict[TieKind, float] = {
    "word": 0.01,
    "meaning": 0.03,
    "name": 0.003,
    "place": 0.003,
    "country": 0.03,
    "number": 0.003,
}

Vector = dict[str, float]


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many posts of the case each key stands."""

    posts: int
    having: Counter[str]

    @classmethod
    def of(cls, features: Sequence[Features]) -> Rarity:
        """Count the keys of `features`, one for each post."""
        having: Counter[str] = Counter()
        for one in features:
            having.update(one.own.keys() | one.bridge.keys())
        return cls(len(features), having)

    def of_key(self, key: str, kind: TieKind) -> float:
        """How much it says that a post has this key; 0 where all news has it."""
        return math.log(1 + (self.posts + _OTHER_POSTS) / (self.having[key] + _OTHER_POSTS * _SHARE[kind]))

    def vector(self, keys: dict[str, Feature]) -> Vector:
        """The keys of one post as a vector of length 1; empty where it has none."""
        weights = {key: feature.weight * self.of_key(key, feature.kind) for key, feature in keys.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {key: weight / length for key, weight in weights.items()} if length else {}


def dot(a: Vector, b: Vector) -> float:
    """The sum of products over the keys that both have."""
    if len(a) > len(b):
        a, b = b, a
    return sum(weight * b[key] for key, weight in a.items() if key in b)


def add(into: Vector, other: Vector) -> None:
    """Add `other` to `into`, key by key."""
    for key, weight in other.items():
        into[key] = into.get(key, 0.0) + weight
