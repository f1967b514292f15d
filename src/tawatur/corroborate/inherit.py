"""«It was carried out by ...»: a report whose subject is a pronoun speaks of the event told just before it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawatur.corroborate.events import Event
from tawatur.corroborate.phrases import listed
from tawatur.corroborate.units import Unit
from tawatur.languages import current_languages

# The event told before stands at most this many units back.
_BACK = 2


def pointed_at(units: Sequence[Unit], events: Sequence[Sequence[Event]]) -> dict[int, int]:
    """For each unit whose pronoun points back, the unit it points at; both by number."""
    return {
        number: before
        for number, unit in enumerate(units)
        if not events[number] and _begins_with_pronoun(unit) and (before := _before(units, events, number)) is not None
    }


def inherited_events(events: Sequence[Sequence[Event]], points: Mapping[int, int]) -> list[Sequence[Event]]:
    """`events`, where a pronoun stands for the event it points at, in its place."""
    return [
        [Event(event.name, 0, 0) for event in events[points[number]][:1]] if number in points else found
        for number, found in enumerate(events)
    ]


def with_inherited(units: Sequence[Unit], points: Mapping[int, int]) -> list[Unit]:
    """`units`, where one that points back is also about what it points at; half, as it does not say so itself."""
    return [
        replace(unit, keys={key: times / 2 for key, times in units[points[number]].keys.items()} | unit.keys)
        if number in points
        else unit
        for number, unit in enumerate(units)
    ]


def _before(units: Sequence[Unit], events: Sequence[Sequence[Event]], number: int) -> int | None:
    for back in range(number - 1, max(number - 1 - _BACK, -1), -1):
        if units[back].post.id != units[number].post.id:
            return None
        if events[back]:
            return back
    return None


def _begins_with_pronoun(unit: Unit) -> bool:
    hits = listed(current_languages(), unit.lang or "", ("it",)).find(unit.words[:2])
    return bool(hits) and hits[0].first == 0
