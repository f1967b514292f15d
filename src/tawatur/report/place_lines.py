"""What the export says of a mention of a place, and of a place with all its mentions: one frozen object a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.model import Place, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceLine:
    """A mention of a place. Offsets are code points of its page's text; unknown is None."""

    post_id: str
    start: int
    end: int
    text: str
    name: str
    geonames_id: int | None
    lat: float | None
    lon: float | None
    kind: str
    form: str
    name_ar: str | None
    place_id: str
    radius_km: float | None
    country: str | None
    others: int
    reasons: tuple[str, ...]


def place_lines(reading: Reading) -> Iterator[PlaceLine]:
    """What the export says of each mention of a place on a page, in order."""
    for place in reading.places:
        yield place_line(place, reading.page.text)


def place_line(place: Place, text: str) -> PlaceLine:
    """What the export says of `place`, which is named in `text`."""
    return PlaceLine(
        post_id=place.post_id,
        start=place.span.start,
        end=place.span.end,
        text=place.span.of(text),
        name=place.name,
        geonames_id=place.geonames_id,
        lat=place.lat,
        lon=place.lon,
        kind=place.kind,
        form=place.form,
        name_ar=place.name_ar or None,
        place_id=place.place_id,
        radius_km=place.radius_km,
        country=place.country,
        others=place.others,
        reasons=place.reasons,
    )
