"""The map under the places of a report: coast, countries, provinces of the wider Middle East, rivers, lakes.

In: nothing but `world.json` beside this file (Natural Earth, public domain; built by tools/build_basemap.py). Out: lines
and rings in degrees of longitude and latitude, WGS 84, and names in both languages. No tile server is asked.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import accumulate, chain
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude, degrees."""
Line = tuple[Point, ...]
FILE = "world.json"


@dataclass(frozen=True, slots=True)
class Shape:
    """A country or a province."""

    id: str | None
    """ISO 3166-1 alpha-2 of a country, ISO 3166-2 of a province; None where there is no code."""
    country: str | None
    name_en: str
    name_ar: str | None
    rings: tuple[Line, ...]
    """Closed lines, filled by the even-odd rule: a ring within a ring is a hole."""

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north."""
        return box_of(self.rings)


@dataclass(frozen=True, slots=True)
class Basemap:
    """Everything that is drawn, from the bottom up: countries, lakes, provinces, rivers, coast."""

    countries: tuple[Shape, ...]
    provinces: tuple[Shape, ...]
    lakes: tuple[tuple[Line, ...], ...]
    """Each as rings, filled by the even-odd rule."""
    rivers: tuple[Line, ...]
    """Without names: the source has none."""
    coast: tuple[Line, ...]

    def within(self, west: float, south: float, east: float, north: float) -> Basemap:
        """What a map of this frame shows: shapes and lines whose own box meets it, uncut."""
        frame = (west, south, east, north)
        return Basemap(
            countries=tuple(shape for shape in self.countries if _meet(shape.box, frame)),
            provinces=tuple(shape for shape in self.provinces if _meet(shape.box, frame)),
            lakes=tuple(rings for rings in self.lakes if _meet(box_of(rings), frame)),
            rivers=tuple(line for line in self.rivers if _meet(box_of([line]), frame)),
            coast=tuple(line for line in self.coast if _meet(box_of([line]), frame)),
        )


def box_of(lines: Iterable[Line]) -> tuple[float, float, float, float]:
    """West, south, east and north of all points."""
    points = list(chain.from_iterable(lines))
    lons, lats = [lon for lon, _ in points], [lat for _, lat in points]
    return min(lons), min(lats), max(lons), max(lats)


@lru_cache(maxsize=1)
def load_basemap() -> Basemap:
    """The shipped map; read once in a process."""
    raw = json.loads(resources.files(__package__).joinpath(FILE).read_text("utf-8"))
    arcs = [_line(flat, raw["steps"]) for flat in raw["arcs"]]
    return Basemap(
        countries=tuple(_shape(shape, shape["id"], arcs) for shape in raw["countries"]),
        provinces=tuple(_shape(shape, shape["country"], arcs) for shape in raw["provinces"]),
        lakes=tuple(tuple(_joined(ring, arcs) for ring in lake) for lake in raw["lakes"]),
        rivers=tuple(_joined(river, arcs) for river in raw["rivers"]),
        coast=tuple(arcs[number] for number in raw["coast"]),
    )


def _line(flat: Sequence[int], steps: int) -> Line:
    return tuple((x / steps, y / steps) for x, y in zip(accumulate(flat[::2]), accumulate(flat[1::2]), strict=True))


def _shape(raw: dict[str, Any], country: str | None, arcs: Sequence[Line]) -> Shape:
    return Shape(
        id=raw["id"],
        country=country,
        name_en=raw["en"],
        name_ar=raw["ar"],
        rings=tuple(_joined(ring, arcs) for ring in raw["rings"]),
    )


def _joined(numbers: Iterable[int], arcs: Sequence[Line]) -> Line:
    """The arcs one after the other, each corner once; ~n is arc n walked backwards."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    return one[0] <= other[2] and other[0] <= one[2] and one[1] <= other[3] and other[1] <= one[3]
