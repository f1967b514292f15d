"""Groups posts by happening: near copies first, then average linkage over what is left.

Average linkage (UPGMA; Sokal and Michener 1958) joins the two sets whose posts are nearest in the mean, again and again,
until none are near enough. With sums of vectors the mean over all pairs costs one product, so no table of pairs is kept.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence

from tawatur.stories.cluster import Cluster, by_first_post, likeness

# Two sets are one story from this mean likeness on. Chosen on the grouping of English news of 24 topics with two
# look-alike happenings each (benchmarks/stories); from 0.20 to 0.26 the result hardly moves.
NEAR = 0.24
# A post this near to a set is put there at once, so that a thousand copies of one text cost a thousand looks.
_COPY = 0.6
# Keys that more posts than this share seldom part two stories; they are weighed, but nobody is looked up by them.
_WIDE = 200
# For every set, this many others are looked at closely.
_CLOSEST = 40


def group(posts: Sequence[Cluster], near: float = NEAR) -> list[Cluster]:
    """`posts`, sets of one each in the order of their days, as stories. The same posts give the same stories."""
    return by_first_post(_link(_join_copies(posts), near))


def _join_copies(posts: Sequence[Cluster]) -> list[Cluster]:
    """Every post joined to the first set that it is nearly a copy of."""
    sets: list[Cluster] = []
    index = _Index()
    for post in posts:
        near = index.near(post, 8)
        best = max(near, key=lambda number: (likeness(sets[number], post), -number), default=None)
        if best is not None and likeness(sets[best], post) >= _COPY:
            sets[best].take(post)
            continue
        index.put(len(sets), post)
        sets.append(_copied(post))
    return sets


def _copied(post: Cluster) -> Cluster:
    copied = Cluster([])
    copied.take(post)
    return copied


def _link(sets: list[Cluster], near: float) -> list[Cluster]:
    clusters: dict[int, Cluster] = dict(enumerate(sets))
    around = _neighbours(sets, near)
    heap = [(-alike, a, b) for a, others in around.items() for b, alike in others.items() if a < b]
    heapq.heapify(heap)
    following = len(sets)
    while heap:
        _, a, b = heapq.heappop(heap)
        if a not in clusters or b not in clusters:
            continue
        joined = clusters.pop(a)
        joined.take(clusters.pop(b))
        others = {c for c in (around.pop(a).keys() | around.pop(b).keys()) if c in clusters}
        clusters[following] = joined
        around[following] = {}
        for other in sorted(others):
            around[other].pop(a, None)
            around[other].pop(b, None)
            alike = likeness(joined, clusters[other])
            around[following][other] = around[other][following] = alike
            if alike >= near:
                heapq.heappush(heap, (-alike, other, following))
        following += 1
    return list(clusters.values())


def _neighbours(sets: Sequence[Cluster], near: float) -> dict[int, dict[int, float]]:
    """For every set, the others that are anywhere near it, with their likeness."""
    around: dict[int, dict[int, float]] = {number: {} for number in range(len(sets))}
    index = _Index()
    for number, one in enumerate(sets):
        for other in index.near(one, _CLOSEST):
            alike = likeness(one, sets[other])
            # What lies below now may rise when sets are joined, but not from nothing.
            if alike >= near / 4:
                around[number][other] = around[other][number] = alike
        index.put(number, one)
    return around


class _Index:
    """Which sets have a key."""

    def __init__(self) -> None:
        self._having: dict[str, list[int]] = {}

    def put(self, number: int, one: Cluster) -> None:
        """Remember the keys of set `number`."""
        for key in one.merged():
            self._having.setdefault(key, []).append(number)

    def near(self, one: Cluster, most: int) -> list[int]:
        """The sets that share most with `one`, by its keys that few have; at most `most`, the nearest first."""
        shared: Counter[int] = Counter()
        for key, weight in one.merged().items():
            having = self._having.get(key, ())
            if len(having) <= _WIDE:
                for number in having:
                    shared[number] += weight  # type: ignore[assignment]
        return [number for number, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:most]]
