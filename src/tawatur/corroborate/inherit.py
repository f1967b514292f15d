"""«It was carried out by ...»: a report whose subject is a pronoun speaks of the event told just before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.corroborate.fillers import Event
from tawatur.corroborate.phrases import listed
from tawatur.corroborate.units import Unit
from tawatur.languages import current_languages

# The event told before stands at most this many units back.
_BACK = 2


def with_inherited(
    units: Sequence[Unit], events: Sequence[Sequence[Event]]
) -> tuple[list[Unit], list[Sequence[Event]]]:
    """`units` and their events, where units that begin with a pronoun have what the unit before them is about."""
    told: list[Unit] = []
    happened: list[Sequence[Event]] = []
    for number, unit in enumerate(units):
        before = _before(units, events, number) if not events[number] and _begins_with_pronoun(unit) else None
        if before is None:
            told.append(unit)
            happened.append(events[number])
            continue
        # Weighed half: it is said of the same thing, not in the same words.
        keys = {key: times / 2 for key, times in units[before].keys.items()} | unit.keys
        told.append(replace(unit, keys=keys))
        # The event stands where the pronoun stands.
        happened.append([Event(event.name, 0, 0) for event in events[before][:1]])
    return told, happened


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
