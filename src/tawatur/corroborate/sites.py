"""Where an event took place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.corroborate.compare import far_apart
from tawatur.corroborate.events import Event
from tawatur.corroborate.filler import At, Filler
from tawatur.corroborate.units import Unit
from tawatur.model.place import Place

# An event's place stands at most this many code points behind its word.
_NEAR_EVENT = 60
# What holds so many other places that it says nowhere.
_WIDE = frozenset({"country", "continent", "region", "river", "sea", "desert", "road"})


def places_of(unit: Unit, events: Sequence[Event]) -> Iterator[Filler]:
    """The place named next behind an event, else the only place that the report names."""
    named = [place for place in unit.places if place.form == "name" and place.kind not in _WIDE]
    only = _only(named)
    for event in events:
        if "place" not in event.kind.slots:
            continue
        behind = unit.page_span(event.last, event.last).end
        near = [place for place in named if 0 <= place.span.start - behind <= _NEAR_EVENT]
        place = near[0] if near else only
        if place is not None:
            text = place.span.of(unit.post.page_text)
            keys = frozenset({place.place_id})
            yield Filler(
                "place", f"place of {event.name}", place.span, text, keys, at=point(place), country=place.country
            )


def point(place: Place) -> At:
    """Where a place is, and how far it reaches."""
    return place.lat, place.lon, place.radius_km


def _only(named: Sequence[Place]) -> Place | None:
    """The narrowest of places that all lie in one another; None where a report names several."""
    if not named or any(far_apart(point(a), point(named[0])) for a in named):
        return None
    return min(named, key=lambda place: (place.radius_km or 0.0, place.span))
