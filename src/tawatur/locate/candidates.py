"""What a name may stand for: places of the gazetteers and of the supplement, in one shape."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import Literal

from tawatur.languages import NamedPlace
from tawatur.locate.gazetteer import Gazetteer
from tawatur.locate.gazetteer.arrays import ARTICLE, KINDS, OTHER, RANKS, ROW, SCHEMES
from tawatur.model.place import PlaceKind

Known = Literal["gazetteer", "list", "demonym"]

# How much a place of this kind is spoken of, on the scale of a town's people as a power of ten.
WEIGHT_OF_KIND: dict[PlaceKind, float] = {
    "continent": 8.0, "country": 8.0, "region": 6.6, "province": 5.3, "district": 4.6, "city": 5.5, "town": 4.3,
    "village": 3.6, "neighbourhood": 3.8, "camp": 4.3, "river": 6.3, "lake": 5.4, "sea": 7.0, "strait": 6.0,
    "mountain": 5.0, "island": 5.4, "desert": 5.6, "valley": 5.0, "dam": 5.0, "bridge": 4.5, "crossing": 5.0,
    "road": 4.5, "port": 4.8, "airport": 4.8, "base": 5.0, "field": 4.8, "plant": 4.6, "facility": 4.6, "other": 4.5,
}  # fmt: skip
_SEAT = {"none": 0.0, "fourth": 0.0, "third": 0.1, "second": 0.25, "first": 0.6, "capital": 1.2}
_RADIUS: dict[PlaceKind, float] = {"province": 80.0, "district": 30.0, "neighbourhood": 3.0}
# A province is named less than the town that it is called after.
_PROVINCE_BEHIND = 1.3
_FEWEST = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One place that a name may stand for."""

    place_id: str
    geonames_id: int | None
    name: str
    name_ar: str | None
    kind: PlaceKind
    lat: float | None
    lon: float | None
    radius_km: float | None
    country: str | None
    within: str | None
    """place_id of the province or larger place it lies in."""
    population: int
    weight: float
    """How much it is spoken of, whatever the post says: people as a power of ten, more for a seat of government."""
    known: Known
    is_other: bool = False
    """The name is not the one the gazetteer puts first."""
    is_word: bool = False
    """The name is also an ordinary word, and counts only beside a word that makes it a place."""
    exactly: str | None = None
    """The name counts in exactly this case only."""


def of_gazetteer(gazetteer: Gazetteer, begin: int, end: int, *, article: bool) -> list[Candidate]:
    """The places whose names lie from `begin` to `end` and are written with, or without, the Arabic article."""
    rows: dict[int, bool] = {}
    for owner in gazetteer.rows[begin:end].tolist():
        if bool(owner & ARTICLE) == article:
            row = owner & ROW
            rows[row] = rows.get(row, True) and bool(owner & OTHER)
    return [of_row(gazetteer, row, is_other=is_other) for row, is_other in rows.items()]


def of_row(gazetteer: Gazetteer, row: int, *, is_other: bool = False) -> Candidate:
    """The place of one record."""
    number, _, lat, lon, people, within, country, kind_at, rank_at, scheme_at = gazetteer.places[row].item()
    kind = KINDS[kind_at]
    name, name_ar = gazetteer.names(row)
    return Candidate(
        place_id=f"{SCHEMES[scheme_at]}:{number}",
        geonames_id=number if scheme_at == 0 else None,
        name=name,
        name_ar=name_ar,
        kind=kind,
        lat=round(lat, 5),
        lon=round(lon, 5),
        radius_km=_RADIUS.get(kind) or _reach(people),
        country=country.decode("ascii") or None,
        within=f"gn:{int(gazetteer.places['id'][within - 1])}" if within else None,
        population=people,
        weight=weight_of(kind, people, RANKS[rank_at]),
        known="gazetteer",
        is_other=is_other,
    )


def weight_of(kind: PlaceKind, people: int, rank: str = "none") -> float:
    """How much a place is spoken of, whatever a post says."""
    if kind == "province":
        return max(math.log10(max(people, 1)) - _PROVINCE_BEHIND, 4.0) if people else WEIGHT_OF_KIND[kind]
    if not people and kind not in ("city", "town", "village", "neighbourhood"):
        return WEIGHT_OF_KIND[kind]
    return math.log10(max(people, _FEWEST)) + _SEAT[rank]


def _reach(people: int) -> float:
    """Radius in km of a town of so many people, at 3,000 to the square kilometre; at least 2."""
    return round(max(2.0, math.sqrt(people / 3000 / math.pi)), 1)


def of_list(place: NamedPlace, within: str | None, shipped: Candidate | None) -> Candidate:
    """The place of one line of `places.tsv`; `shipped` is the same place of the gazetteer, which the line corrects."""
    own = Candidate(
        place_id=place_id(place),
        geonames_id=place.geonames_id,
        name=place.name_en or place.name_ar or place.id,
        name_ar=place.name_ar,
        kind=place.kind,
        lat=place.lat,
        lon=place.lon,
        radius_km=place.radius_km,
        country=place.country,
        within=within,
        population=0,
        weight=WEIGHT_OF_KIND[place.kind],
        known="list",
    )
    if shipped is None:
        return own
    return replace(
        own,
        lat=shipped.lat if own.lat is None else own.lat,
        lon=shipped.lon if own.lon is None else own.lon,
        radius_km=own.radius_km if own.radius_km is not None else shipped.radius_km,
        country=own.country or shipped.country,
        within=own.within or shipped.within,
        population=shipped.population,
        weight=max(shipped.weight, own.weight if own.kind != "city" else 0.0),
    )


def place_id(place: NamedPlace) -> str:
    """`gn:170063` for a place of GeoNames, `tw:euphrates` for one of the lists."""
    return f"gn:{place.geonames_id}" if place.geonames_id is not None else f"tw:{place.id}"
