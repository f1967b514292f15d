"""Lines reports up: those of different posts that speak of the same utterance or the same happening."""

from __future__ import annotations

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tawatur.corroborate.events import Event, classes_of
from tawatur.corroborate.filler import Filler
from tawatur.corroborate.units import Unit
from tawatur.corroborate.weights import Weights

# Two reports speak of one thing from this likeness on; the mean over all pairs of a set must keep it.
# Chosen on invented reports of the same and of look-alike sentences in two languages (benchmarks/claims).
NEAR = 0.45
# What else speaks for it, added to the likeness of their words.
_SAME_SPEAKER = 0.2
_SAME_EVENT = 0.1
# The same day or the same number of the same things, of one class of event.
_SAME_TOLD = 0.08
_OTHER_SPEAKER = -0.05
# Keys in more units than this seldom tell two things apart; nobody is looked up by them.
_WIDE = 150
_CLOSEST = 30


class Gathering:
    """The units of one story, and how near they are."""

    def __init__(
        self,
        units: Sequence[Unit],
        bare: Sequence[Unit],
        events: Sequence[Sequence[Event]],
        fillers: Sequence[Sequence[Filler]],
    ) -> None:
        """`bare`: the same units, about what they are about apart from who did it."""
        self._units, self._bare = units, bare
        self._weights, self._bare_weights = Weights(units), Weights(bare)
        self._events = [classes_of(found) for found in events]
        self._acted = [frozenset(one.topic for one in found if one.slot == "actor") for found in fillers]
        self._told = [
            frozenset((one.topic, one.low, *sorted(one.keys)) for one in found if one.slot in ("time", "number"))
            for found in fillers
        ]
        self._speakers = [_speaker(unit) for unit in units]

    def near(self, a: int, b: int) -> float:
        """How likely units `a` and `b` speak of one thing; 0 and less for certainly not."""
        alike = self._weights.alike(self._units[a], self._units[b])
        if self._acted[a] & self._acted[b]:
            alike = max(alike, self._bare_weights.alike(self._bare[a], self._bare[b]))
        if alike <= 0.0:
            return 0.0
        if self._speakers[a] is not None and self._speakers[b] is not None:
            alike += _SAME_SPEAKER if self._speakers[a] == self._speakers[b] else _OTHER_SPEAKER
        if self._events[a] & self._events[b]:
            alike += _SAME_EVENT
            if self._told[a] & self._told[b]:
                alike += _SAME_TOLD
        return alike

    def sets(self, least: float = NEAR) -> list[list[int]]:
        """Units taken together, average linkage; sets of one are left out."""
        members: dict[int, list[int]] = {number: [number] for number in range(len(self._units))}
        near: dict[int, dict[int, float]] = defaultdict(dict)
        for a, b in self._candidates():
            value = self.near(a, b)
            if value >= least / 3:
                near[a][b] = near[b][a] = value
        heap = [(-value, a, b) for a, others in near.items() for b, value in others.items() if a < b and value >= least]
        heapq.heapify(heap)
        following = len(self._units)
        while heap:
            _, a, b = heapq.heappop(heap)
            if a not in members or b not in members:
                continue
            one, other = members.pop(a), members.pop(b)
            around = [c for c in near[a].keys() | near[b].keys() if c in members]
            for c in sorted(around):
                mean = (near[a].get(c, 0.0) * len(one) + near[b].get(c, 0.0) * len(other)) / (len(one) + len(other))
                near[following][c] = near[c][following] = mean
                if mean >= least:
                    heapq.heappush(heap, (-mean, c, following))
            members[following] = one + other
            following += 1
        return sorted(sorted(numbers) for numbers in members.values() if len(numbers) > 1)

    def _candidates(self) -> Iterator[tuple[int, int]]:
        having: dict[str, list[int]] = defaultdict(list)
        for number, unit in enumerate(self._units):
            shared: Counter[int] = Counter()
            for key in unit.keys:
                if len(having[key]) <= _WIDE:
                    for other in having[key]:
                        shared[other] += self._weights.of_key(key)  # type: ignore[assignment]
            best = sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_CLOSEST]
            yield from ((other, number) for other, _ in best)
            for key in unit.keys:
                having[key].append(number)


def _speaker(unit: Unit) -> str | None:
    """Who speaks, where the post names them: the speaker of the case, else the name."""
    if unit.statement is None:
        return None
    linked = dict(unit.post.speakers).get(unit.statement.id)
    return linked or unit.statement.speaker_name
