"""What a report puts into each slot: who, where, how many, when, and whether it happened at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from tawatur.corroborate.phrases import Hit, Phrases, listed, triggers
from tawatur.corroborate.units import Unit
from tawatur.languages import Languages, current_languages
from tawatur.model.claim import Slot
from tawatur.model.place import Place
from tawatur.model.span import Span

COMPASS = ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "left", "right")
# What only says that somebody spoke is no event of its own here: statements are lined up by their content.
SPEECH = frozenset(
    {"statement", "denial", "accusation", "threat", "warning", "promise", "condemnation", "decision", "apology"}
)
# A direction belongs to a place that stands at most this many words behind it.
_NEAR_PLACE = 4
# An event's place stands at most this many code points behind its word.
_NEAR_EVENT = 60
_WIDE = frozenset({"country", "continent", "region", "river", "sea", "desert", "road", "province"})
# Numbers of these are told of much besides the event.
_NO_COUNTS = frozenset({"years", "months", "weeks", "days", "hours", "minutes", "degrees"})
# Said of an actor nobody knows: it cannot contradict anything.
_NOBODY = "s:side_unknown"
# Words of a phrase for somebody, at the most.
_LONGEST_ACTOR = 6
# Words beside an event that name somebody, at the most.
_WORDS_BESIDE = 3
# A negation stands at most this many words before what it turns round.
_NEAR_NOT = 4

Polarity = Literal["yes", "no"]


@dataclass(frozen=True, slots=True)
class Filler:
    """What one report says in one slot. Two fillers can be compared only where their `topic` is the same."""

    slot: Slot
    topic: str
    """What is compared: "dead", "direction of p:tw:...", "actor of airdrop"."""
    span: Span
    text: str
    keys: frozenset[str]
    low: float | None = None
    high: float | None = None
    at: tuple[float | None, float | None, float | None] | None = None
    """Latitude, longitude and radius of a place, in degrees and kilometres."""


@dataclass(frozen=True, slots=True)
class Event:
    """A word of a unit that tells of an event, and its class."""

    name: str
    first: int
    last: int


def events_of(unit: Unit) -> list[Event]:
    """The events that the words of `unit` tell of, speech left out."""
    found: Phrases[str] = triggers(current_languages(), unit.lang or "")
    return [Event(hit.value, hit.first, hit.last) for hit in found.find(unit.words) if hit.value not in SPEECH]


def fillers_of(unit: Unit, events: Sequence[Event]) -> list[Filler]:
    """All that `unit` puts into slots, for its `events` and in itself."""
    languages = current_languages()
    return [
        *_numbers(unit),
        *_times(unit),
        *_directions(unit, languages),
        *_places(unit, events),
        *_actors(unit, events, languages),
        *_polarities(unit, events, languages),
    ]


def actor_spans(fillers: Sequence[Filler]) -> list[Span]:
    """Where a report says who did it."""
    return [filler.span for filler in fillers if filler.slot == "actor"]


def _numbers(unit: Unit) -> Iterator[Filler]:
    for one in unit.quantities:
        if one.counts is not None and one.counts not in _NO_COUNTS:
            text = one.span.of(unit.post.page_text)
            yield Filler("number", one.counts, one.span, text, frozenset({one.counts, one.bound}), one.low, one.high)


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


def _places(unit: Unit, events: Sequence[Event]) -> Iterator[Filler]:
    """Where an event took place: the place named next behind it, no country or region, which hold other places."""
    for event in events:
        behind = unit.page_span(event.last, event.last).end
        near = [
            place
            for place in unit.places
            if place.form == "name" and place.kind not in _WIDE and 0 <= place.span.start - behind <= _NEAR_EVENT
        ]
        if near:
            text = near[0].span.of(unit.post.page_text)
            at = (near[0].lat, near[0].lon, near[0].radius_km)
            yield Filler("place", f"place of {event.name}", near[0].span, text, frozenset({near[0].place_id}), at=at)


def _actors(unit: Unit, events: Sequence[Event], languages: Languages) -> Iterator[Filler]:
    for event in events:
        found = _behind_by(unit, event, languages) or _before(unit, event, languages) or _beside(unit, event, languages)
        if found is not None:
            first, last = found
            keys = actor_keys(unit, first, last, languages)
            if keys and _NOBODY not in keys:
                span = unit.page_span(first, last)
                yield Filler("actor", f"actor of {event.name}", span, span.of(unit.post.page_text), keys)


def _behind_by(unit: Unit, event: Event, languages: Languages) -> tuple[int, int] | None:
    """The words behind "by" after the event."""
    for hit in listed(languages, unit.lang or "", ("by",)).find(unit.words):
        if event.last < hit.first <= event.last + 8 and _unbroken(unit, event.last, hit.first):
            return _phrase_from(unit, hit.last + 1, languages)
    return None


def _before(unit: Unit, event: Event, languages: Languages) -> tuple[int, int] | None:
    """The words before a verb that says only that somebody did what the event names, or before the event itself."""
    for hit in listed(languages, unit.lang or "", ("did",)).find(unit.words):
        if hit.first > 0 and event.first - 5 <= hit.last < event.first and _unbroken(unit, hit.last, event.first):
            return _phrase_to(unit, hit.first - 1, languages)
    return None


def _beside(unit: Unit, event: Event, languages: Languages) -> tuple[int, int] | None:
    """Words that name somebody right beside the event: "US airstrike", «إنزال أميركي»."""
    for at in (event.last + 1, event.first - 1):
        if 0 <= at < len(unit.words) and _unbroken(unit, min(at, event.last), max(at, event.first)):
            last = at
            step = 1 if at > event.last else -1
            while _is_somebody(unit, last, languages) and abs(last - at) < _WORDS_BESIDE:
                last += step
            if last != at:
                return min(at, last - step), max(at, last - step)
    return None


def _is_somebody(unit: Unit, at: int, languages: Languages) -> bool:
    return 0 <= at < len(unit.words) and bool(actor_keys(unit, at, at, languages))


def _phrase_from(unit: Unit, first: int, languages: Languages) -> tuple[int, int] | None:
    stops = listed(languages, unit.lang or "", ("not", "by", "against"))
    ends = {hit.first for hit in stops.find(unit.words)}
    last = first - 1
    for at in range(first, min(first + _LONGEST_ACTOR, len(unit.words))):
        if at in ends or (at > first and not _unbroken(unit, at - 1, at)):
            break
        last = at
    return (first, last) if last >= first else None


def _phrase_to(unit: Unit, last: int, languages: Languages) -> tuple[int, int]:
    cuts = {hit.last for hit in listed(languages, unit.lang or "", ("cut",)).find(unit.words)}
    first = last
    while (
        first > 0 and last - first + 1 < _LONGEST_ACTOR and first - 1 not in cuts and _unbroken(unit, first - 1, first)
    ):
        first -= 1
    return first, last


def _unbroken(unit: Unit, a: int, b: int) -> bool:
    """True where no punctuation parts words `a` and `b`."""
    gap = unit.text[unit.words[min(a, b)].end : unit.words[max(a, b)].start]
    return not any(mark in gap for mark in ".,;:!?()،؛؟\n")


def actor_keys(unit: Unit, first: int, last: int, languages: Languages) -> frozenset[str]:
    """Who words `first` to `last` are, under keys that compare: `c:` country, `s:` side, `x:` sound of a name."""
    span = unit.page_span(first, last)
    keys = {f"c:{place.country}" for place in unit.places if place.country and span.touches(place.span)}
    words = unit.words[first : last + 1]
    keys |= {f"s:{hit.value}" for hit in listed(languages, unit.lang or "", _sides(languages)).find(words)}
    return frozenset(keys)


@lru_cache(maxsize=4)
def _sides(languages: Languages) -> tuple[str, ...]:
    return tuple(name.partition(".")[2] for name, _ in languages.lists if name.startswith("claims.side_"))


def _polarities(unit: Unit, events: Sequence[Event], languages: Languages) -> Iterator[Filler]:
    nots: list[Hit[str]] = listed(languages, unit.lang or "", ("not", "denied")).find(unit.words)
    said = unit.statement
    denied = said is not None and said.verb_class == "denies" and not said.negated
    for event in events:
        near = [
            hit
            for hit in nots
            if hit.last < event.first <= hit.last + _NEAR_NOT and _unbroken(unit, hit.last, event.first)
        ]
        turned = (len(near) + denied) % 2 == 1
        span = unit.page_span(near[0].first if near else event.first, event.last)
        yield Filler(
            "polarity",
            f"whether {event.name}",
            span,
            span.of(unit.post.page_text),
            frozenset({"no" if turned else "yes"}),
        )
