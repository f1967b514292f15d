"""Who did it, as a report tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from tawatur.corroborate.events import Event
from tawatur.corroborate.filler import Filler
from tawatur.corroborate.phrases import listed
from tawatur.corroborate.units import Unit
from tawatur.languages import Languages
from tawatur.text.fold import fold_text

# Said of an actor nobody knows: it cannot contradict anything.
_NOBODY = "s:side_unknown"
# Words of a phrase for somebody, at the most.
_LONGEST = 6
# Words beside an event that name somebody, at the most.
_WORDS_BESIDE = 3
# What was done stands at most this many words from "by", and from a verb that says only that somebody did it.
_NEAR_BY, _NEAR_DID = 8, 5
# Events whose noun or verb may name beside it the one who suffered it: «مقتل جنود سوريين», "three Iranians arrested".
_UNDERGONE = frozenset(
    {"killing", "assassination", "execution", "massacre", "casualties", "arrest", "release", "kidnapping", "hostage_taking",
     "death", "trial", "verdict", "rescue", "evacuation", "displacement", "expulsion", "siege", "dismissal", "layoff",
     "find_of_body", "prisoner_exchange"}
)  # fmt: skip
# Of these the one beside may be the actor: bodies that are not themselves arrested or killed.
_BODIES = frozenset({"s:side_state", "s:side_police", "s:side_coalition"})


def actors_of(unit: Unit, events: Sequence[Event], languages: Languages) -> Iterator[Filler]:
    """For each event who is said to have done it, where the words for them can be compared."""
    starts = {event.first: event for event in events}
    for event in events:
        if "actor" not in event.kind.slots:
            continue
        for first, last in _phrases(unit, event, starts, languages):
            keys = actor_keys(unit, first, last, languages)
            if keys:
                if _NOBODY not in keys:
                    span = unit.page_span(first, last)
                    yield Filler("actor", f"actor of {event.name}", span, span.of(unit.post.page_text), keys)
                break


def _phrases(unit: Unit, event: Event, starts: dict[int, Event], languages: Languages) -> Iterator[tuple[int, int]]:
    """Phrases that may name the actor, the surest first."""
    for found in (_behind_by(unit, event, languages), _before_did(unit, event, languages)):
        if found is not None:
            yield found
    for found in (_subject_before(unit, event, starts, languages), _subject_behind(unit, event, starts, languages)):
        if found is not None and (event.name not in _UNDERGONE or _is_body(unit, found, languages)):
            yield found
    beside = _beside(unit, event, languages)
    if beside is not None and event.name not in _UNDERGONE:
        yield beside


def _is_body(unit: Unit, found: tuple[int, int], languages: Languages) -> bool:
    return bool(actor_keys(unit, *found, languages) & _BODIES)


def _behind_by(unit: Unit, event: Event, languages: Languages) -> tuple[int, int] | None:
    """The words behind "by" after the event."""
    for hit in listed(languages, unit.lang or "", ("by",)).find(unit.words):
        if event.last < hit.first <= event.last + _NEAR_BY and unit.unbroken(event.last, hit.first):
            return _phrase_from(unit, hit.last + 1, languages)
    return None


def _before_did(unit: Unit, event: Event, languages: Languages) -> tuple[int, int] | None:
    """The words before, or behind, a verb that says only that somebody did what the event names."""
    for hit in listed(languages, unit.lang or "", ("did",)).find(unit.words):
        if event.first - _NEAR_DID <= hit.last < event.first and unit.unbroken(hit.last, event.first):
            if hit.first > 0:
                before = _phrase_to(unit, hit.first - 1, languages)
                if actor_keys(unit, *before, languages):
                    return before
            if hit.last + 1 < event.first:
                return hit.last + 1, event.first - 1
    return None


def _subject_before(unit: Unit, event: Event, starts: dict[int, Event], languages: Languages) -> tuple[int, int] | None:
    """ "Government forces seized the village": the words before a verb that is no passive and has an object."""
    lang = unit.lang or ""
    ends = {at for hit in listed(languages, lang, ("apart",)).find(unit.words) for at in range(hit.first, hit.last + 1)}
    passive = {hit.last for hit in listed(languages, lang, ("passive",)).find(unit.words)}
    last = event.first - 1
    if last < 0 or last in passive or not unit.unbroken(last, event.first):
        return None
    if event.first == event.last and "target" in event.kind.slots and event.last + 1 in ends:
        return None
    first, last = _phrase_to(unit, last, languages)
    if any(first <= start <= last for start in starts) or last in ends:
        return None
    # The head of "a convoy of the army" is the convoy.
    parted = [at for at in range(first, last + 1) if at in ends]
    return (first, parted[0] - 1) if parted and parted[0] > first else None if parted else (first, last)


def _subject_behind(unit: Unit, event: Event, starts: dict[int, Event], languages: Languages) -> tuple[int, int] | None:
    """«سيطر مقاتلو المعارضة على ...»: in languages that put the verb first, the words behind it."""
    lang = unit.lang or ""
    if not any(line.lang == lang for line in languages.lines("claims.verb_first")):
        return None
    ends = {hit.first for hit in listed(languages, lang, ("apart", "not", "by", "against", "cut")).find(unit.words)}
    last = event.last
    while (
        last + 1 < len(unit.words)
        and last - event.last < _WORDS_BESIDE
        and last + 1 not in ends
        and last + 1 not in starts
        and unit.unbroken(last, last + 1)
    ):
        last += 1
        if actor_keys(unit, event.last + 1, last, languages):
            following = last + 1 < len(unit.words) and last - event.last < _WORDS_BESIDE and last + 1 not in ends
            more = following and actor_keys(unit, last + 1, last + 1, languages)
            return event.last + 1, last + 1 if more else last
    return None


def _beside(unit: Unit, event: Event, languages: Languages) -> tuple[int, int] | None:
    """Words that name somebody right beside the event: "US airstrike", «إنزال أميركي»."""
    for at in (event.last + 1, event.first - 1):
        if 0 <= at < len(unit.words) and unit.unbroken(min(at, event.last), max(at, event.first)):
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
    stops = listed(languages, unit.lang or "", ("not", "by", "against", "apart", "cut"))
    ends = {hit.first for hit in stops.find(unit.words)}
    last = first - 1
    for at in range(first, min(first + _LONGEST, len(unit.words))):
        if (at in ends and at > first) or (at > first and not unit.unbroken(at - 1, at)):
            break
        last = at
    if last < first:
        return None
    if last + 2 < len(unit.words) and _joins(unit, last + 1, languages) and _is_somebody(unit, last + 2, languages):
        last += 2
    return first, last


def _phrase_to(unit: Unit, last: int, languages: Languages) -> tuple[int, int]:
    cuts = {hit.last for hit in listed(languages, unit.lang or "", ("cut",)).find(unit.words)}
    first = last
    while first > 0 and last - first + 1 < _LONGEST and first - 1 not in cuts and unit.unbroken(first - 1, first):
        first -= 1
    if first > 1 and _joins(unit, first - 1, languages) and _is_somebody(unit, first - 2, languages):
        first -= 2
    return first, last


def _joins(unit: Unit, at: int, languages: Languages) -> bool:
    """True where word `at` joins two who act: "Jordan and Iraq"."""
    return unit.words[at].folded in {fold_text(text) for text in languages.texts("numbers.joins")} - {"a"}


def actor_keys(unit: Unit, first: int, last: int, languages: Languages) -> frozenset[str]:
    """Who words `first` to `last` are, under keys that compare: `c:` country, `s:` side, `b:` a known body."""
    span = unit.page_span(first, last)
    # A town in a phrase for somebody is where they are, not who they are; a country is.
    keys = {
        f"c:{place.country}"
        for place in unit.places
        if place.country and (place.form == "demonym" or place.kind == "country") and span.touches(place.span)
    }
    words = unit.words[first : last + 1]
    keys |= {f"s:{hit.value}" for hit in listed(languages, unit.lang or "", sides(languages)).find(words)}
    return frozenset(keys)


@lru_cache(maxsize=4)
def sides(languages: Languages) -> tuple[str, ...]:
    """The lists of words for those who act, one a side."""
    return tuple(name.partition(".")[2] for name, _ in languages.lists if name.startswith("claims.side_"))
