"""A place that a post names, and the point on the globe it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model.span import Span

PlaceKind = Literal[
    "continent", "region", "country", "province", "district", "city", "town", "village", "neighbourhood", "camp",
    "river", "lake", "sea", "strait", "mountain", "island", "desert", "valley",
    "dam", "bridge", "crossing", "road", "port", "airport", "base", "field", "plant", "facility", "other",
]  # fmt: skip
PlaceForm = Literal["name", "demonym", "nickname"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One mention of a place. `span` is a range of the page's canonical text and covers the toponym, clitics taken off."""

    post_id: str
    order: int
    """Place among the mentions of its post, from 0."""
    span: Span
    form: PlaceForm
    """demonym: "Iraqi", «العراقية», which points at the country and is no stay there."""
    name: str
    """As the gazetteer has it, in Latin letters where it has any."""
    name_ar: str | None = None
    place_id: str
    """`gn:170063` for a GeoNames id; `tw:conoco-gas-plant` for an entry of the supplement; the id a pack gives."""
    geonames_id: int | None = None
    kind: PlaceKind
    lat: float | None
    """Degrees north, WGS 84; None where the place has no one point that would mean anything (a long river, a region)."""
    lon: float | None
    radius_km: float | None = None
    """How far from the point the place may reach, or the point may be wrong."""
    country: str | None = None
    """ISO 3166-1 alpha-2, where the place lies in one country."""
    others: int = 0
    """How many other places of the gazetteer bear this name."""
    reasons: tuple[str, ...] = ()
    """Why this place and none of the others, for people."""
    made_by: str
