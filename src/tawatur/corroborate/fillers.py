"""What a report puts into each slot: who, where, how many, when, and whether it happened at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.corroborate.actors import actors_of
from tawatur.corroborate.events import Event
from tawatur.corroborate.filler import Filler
from tawatur.corroborate.phrases import listed
from tawatur.corroborate.polarity import polarities_of
from tawatur.corroborate.sites import places_of
from tawatur.corroborate.units import Unit
from tawatur.languages import Languages, current_languages
from tawatur.model.place import Place
from tawatur.model.span import Span

COMPASS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "left", "right")
# A direction belongs to a place that stands at most this many words behind it.
_NEAR_PLACE = 4
# Numbers of these are told of much besides the event.
_NO_COUNTS = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "degrees"})
# Where a report tells of an event that counts the second, the first is meant for it: an earthquake of 5 degrees.
_ALSO = {"degrees": "magnitude"}


def fillers_of(unit: Unit, events: Sequence[Event]) -> list[Filler]:
    """All that `unit` puts into slots, for its `events` and in itself."""
    languages = current_languages()
    return [
        *_numbers(unit, events),
        *_times(unit),
        *_directions(unit, languages),
        *places_of(unit, events),
        *actors_of(unit, events, languages),
        *polarities_of(unit, events, languages),
    ]


def actor_spans(fillers: Sequence[Filler]) -> list[Span]:
    """Where a report says who did it."""
    return [filler.span for filler in fillers if filler.slot == "actor"]


def _numbers(unit: Unit, events: Sequence[Event]) -> Iterator[Filler]:
    wanted = {counted for event in events for counted in event.kind.counts}
    for one in unit.quantities:
        counts = one.counts
        if counts in _ALSO and _ALSO[counts] in wanted:
            counts = _ALSO[counts]
        if counts is not None and counts not in _NO_COUNTS:
            text = one.span.of(unit.post.page_text)
            yield Filler("number", counts, one.span, text, frozenset({counts, one.bound}), one.low, one.high)


def _times(unit: Unit) -> Iterator[Filler]:
    for span, day in unit.days:
        yield Filler("time", "day", span, span.of(unit.post.page_text), frozenset({day}))


def _directions(unit: Unit, languages: Languages) -> Iterator[Filler]:
    """A direction with the place it is of: "east of the river", "the western bank of the river"."""
    starts = {place.span.start: place for place in unit.places}
    for hit in listed(languages, unit.lang or "", COMPASS).find(unit.words):
        for at in range(hit.last + 1, min(hit.last + 1 + _NEAR_PLACE, len(unit.words))):
            place = starts.get(unit.span.start + unit.words[at].start) or _glued(starts, unit, at)
            if place is not None and place.form == "name":
                span = Span(unit.page_span(hit.first, hit.last).start, place.span.end)
                text = span.of(unit.post.page_text)
                yield Filler("place", f"direction of {place.place_id}", span, text, frozenset({hit.value}))
                break


def _glued(starts: dict[int, Place], unit: Unit, at: int) -> Place | None:
    """The place that begins inside word `at`, behind what is glued to its front."""
    word = unit.words[at]
    for start in range(unit.span.start + word.start + 1, unit.span.start + min(word.start + 4, word.end)):
        if start in starts:
            return starts[start]
    return None
