"""Posts taken together, and how near two such sets are: the mean over all pairs of their posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tawatur.stories.vectors import Vector, add, dot

# Two posts in two languages share fewer keys than two in one, however alike they are. Their likeness is raised by this
# factor. Chosen on invented happenings told in both languages (benchmarks/stories).
_ACROSS = 1.6
# News of another week is seldom of the same happening: likeness halves with this many days between two sets.
_HALVES_IN_DAYS = 12.0


@dataclass(slots=True)
class Cluster:
    """A set of posts by number, with the sums of their vectors, so that means over pairs need no pairs."""

    posts: list[int]
    own: dict[str, Vector] = field(default_factory=dict)
    """Language -> sum of the vectors of its posts."""
    bridge: dict[str, Vector] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None

    def take(self, other: Cluster) -> None:
        """Add the posts of `other`."""
        self.posts += other.posts
        for mine, others in ((self.own, other.own), (self.bridge, other.bridge)):
            for lang, vector in others.items():
                add(mine.setdefault(lang, {}), vector)
        days = [day for day in (self.first, self.last, other.first, other.last) if day is not None]
        self.first, self.last = (min(days), max(days)) if days else (None, None)

    def merged(self) -> Vector:
        """All keys that any language compares by."""
        together: Vector = {}
        for vectors in (self.own, self.bridge):
            for vector in vectors.values():
                add(together, vector)
        return together


def single(number: int, lang: str | None, own: Vector, bridge: Vector, day: date | None) -> Cluster:
    """A set of one post."""
    tag = lang or "und"
    return Cluster([number], {tag: dict(own)}, {tag: dict(bridge)}, day, day)


def likeness(a: Cluster, b: Cluster) -> float:
    """The mean likeness of a post of `a` and one of `b`, less what the days between them take away."""
    total = 0.0
    for lang, vector in a.own.items():
        if lang in b.own:
            total += dot(vector, b.own[lang])
    for lang, vector in a.bridge.items():
        for other, theirs in b.bridge.items():
            if lang != other:
                total += _ACROSS * dot(vector, theirs)
    return total / (len(a.posts) * len(b.posts)) * _nearness(a, b)


def _nearness(a: Cluster, b: Cluster) -> float:
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return 1.0
    gap = max((b.first - a.last).days, (a.first - b.last).days, 0)
    return float(0.5 ** (max(gap - 1, 0) / _HALVES_IN_DAYS))


def by_first_post(clusters: Sequence[Cluster]) -> list[Cluster]:
    """`clusters` in the order of their first posts, each with its posts in order."""
    for cluster in clusters:
        cluster.posts.sort()
    return sorted(clusters, key=lambda cluster: cluster.posts[0])
