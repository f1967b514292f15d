"""Whether an event happened, as a report tells it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.corroborate.events import Event
from tawatur.corroborate.filler import Filler
from tawatur.corroborate.phrases import Hit, listed
from tawatur.corroborate.units import Unit
from tawatur.languages import Languages

# A negation stands at most this many words before what it turns round, a word of denial this many.
_NEAR_NOT, _NEAR_DENIED = 4, 10
# "The attack did not happen": a verb of happening stands at most this many words behind its negation.
_NEAR_HAPPEN = 2


def polarities_of(unit: Unit, events: Sequence[Event], languages: Languages) -> Iterator[Filler]:
    """For each event whether it happened: yes, or no where it is negated, denied or called untrue."""
    lang = unit.lang or ""
    nots = listed(languages, lang, ("not",)).find(unit.words)
    denials = listed(languages, lang, ("denied",)).find(unit.words)
    untrue = listed(languages, lang, ("untrue",)).find(unit.words)
    shields = {hit.first for hit in listed(languages, lang, ("apart",)).find(unit.words)}
    happens = listed(languages, lang, ("happen",)).find(unit.words)
    said = unit.statement
    denied = said is not None and said.verb_class == "denies" and not said.negated
    found: dict[str, Filler] = {}
    for place, event in enumerate(events):
        others = [other.first for n, other in enumerate(events) if n != place]
        turns = [hit for hit in nots if _turns(unit, hit, event, _NEAR_NOT, shields, others)]
        turns += [hit for hit in denials if _turns(unit, hit, event, _NEAR_DENIED, set(), others)]
        turns += [hit for hit in nots if not turns and _never_happened(unit, hit, event, happens, others)]
        # What a whole sentence is called covers every event in it.
        turns += [hit for hit in untrue if hit not in turns and not turns]
        if turns and any(other.name != event.name for other in events[:place]):
            # What is denied in passing, behind another event, is not what the report is about.
            continue
        turned = (len(turns[:1]) + denied) % 2 == 1
        first = min([event.first, *(hit.first for hit in turns[:1])])
        last = max([event.last, *(hit.last for hit in turns[:1])])
        span = unit.page_span(first, last)
        text = span.of(unit.post.page_text)
        told = Filler("polarity", f"whether {event.name}", span, text, frozenset({"no" if turned else "yes"}))
        # "They did not sign any agreement" tells of signing and of an agreement, and turns both.
        if event.name not in found or turned:
            found[event.name] = told
    yield from found.values()


def _turns(unit: Unit, hit: Hit[str], event: Event, near: int, shields: set[int], others: Sequence[int]) -> bool:
    """True where a negation before an event is of this event: nothing parts them, and no other event comes first."""
    between = range(hit.last + 1, event.first)
    return (
        hit.last < event.first <= hit.last + near
        and unit.unbroken(hit.last, event.first)
        and not shields.intersection(between)
        and not any(other in between for other in others)
    )


def _never_happened(
    unit: Unit, hit: Hit[str], event: Event, happens: Sequence[Hit[str]], others: Sequence[int]
) -> bool:
    """ "The ceasefire has not taken effect": a negated verb of happening behind the event."""
    return (
        event.last < hit.first
        and any(hit.last < verb.first <= hit.last + _NEAR_HAPPEN for verb in happens)
        and unit.unbroken(event.last, hit.first)
        and not any(event.last < other < hit.first for other in others)
    )
