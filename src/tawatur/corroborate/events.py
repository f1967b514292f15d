"""The events that a report tells of, by their class."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.corroborate.phrases import Phrases, triggers
from tawatur.corroborate.units import Unit
from tawatur.languages import Languages, current_languages
from tawatur.languages.tables import EventClass

# What only says that somebody spoke is no event of its own here: statements are lined up by their content.
SPEECH = frozenset(
    {"statement", "denial", "accusation", "threat", "warning", "promise", "condemnation", "decision", "apology"}
)
# A piece of text with more events than this is no sentence; the first ones stand for it.
_MOST = 24


@dataclass(frozen=True, slots=True)
class Event:
    """Words `first` to `last` of a unit that tell of an event, and its class."""

    name: str
    first: int
    last: int

    @property
    def kind(self) -> EventClass:
        """What is known of its class."""
        return _classes(current_languages())[self.name]


def events_of(unit: Unit) -> list[Event]:
    """The events that the words of `unit` tell of, speech left out."""
    found: Phrases[str] = triggers(current_languages(), unit.lang or "")
    told = [Event(hit.value, hit.first, hit.last) for hit in found.find(unit.words) if hit.value not in SPEECH]
    return told[:_MOST]


def classes_of(events: Sequence[Event]) -> frozenset[str]:
    """The classes of `events`, with the wider ones that may stand for them."""
    names: set[str] = set()
    for event in events:
        name: str | None = event.name
        while name is not None and name not in names:
            names.add(name)
            name = _classes(current_languages())[name].broader
    return frozenset(names)


@lru_cache(maxsize=4)
def _classes(languages: Languages) -> dict[str, EventClass]:
    return {one.name: one for one in languages.events}
