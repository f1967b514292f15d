"""What lies under the places: land, borders, provinces, rivers and lakes, with the names of countries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markupsafe import Markup

from tawatur.report.basemap import Basemap, Line, Shape, load_basemap
from tawatur.report.map_extent import Extent
from tawatur.report.map_shapes import area_path, line_path, ring_middle

# Provinces are drawn where the frame is no higher than this; above it they are a net of lines over everything.
_PROVINCES_TO_DEGREES = 14.0
_RIVERS_TO_DEGREES = 60.0
# A country of which less is seen than this has no room for its name.
_LEAST_NAMED_PX2 = 3_500.0


@dataclass(frozen=True, slots=True)
class CountryName:
    """The name of a country, and the middle of what is seen of it."""

    text: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class BaseLayers:
    """The parts of a drawn base map, from the ground up, and the names that may stand on it."""

    areas: tuple[Markup, ...]
    names: tuple[CountryName, ...]


def base_layers(frame: Extent, language: str) -> BaseLayers:
    """The base map inside the frame, names in `language`."""
    base = load_basemap()
    tall = frame.north - frame.south
    lines = [
        _group("land", (area_path(shape.rings, frame) for shape in _near(base.countries, frame))),
        _group("lakes", (area_path(rings, frame) for rings in base.lakes)),
    ]
    if tall <= _PROVINCES_TO_DEGREES:
        lines.append(_group("provinces", _borders(base, frame)))
    if tall <= _RIVERS_TO_DEGREES:
        lines.append(_group("rivers", [line_path(base.rivers, frame)]))
    return BaseLayers(tuple(filter(None, lines)), tuple(_names(base, frame, language)))


def has_land(frame: Extent) -> bool:
    """True where any of the base map is inside the frame."""
    return any(_group("land", [area_path(shape.rings, frame)]) for shape in _near(load_basemap().countries, frame))


@cache
def country_names() -> dict[str, tuple[str, str | None]]:
    """The names of countries in both languages, by their code."""
    return {one.country: (one.name_en, one.name_ar) for one in load_basemap().countries if one.country}


def _near(shapes: Iterable[Shape], frame: Extent) -> Iterator[Shape]:
    for shape in shapes:
        if shape.rings:
            west, south, east, north = shape.box
            if west <= frame.east and frame.west <= east and south <= frame.north and frame.south <= north:
                yield shape


def _borders(base: Basemap, frame: Extent) -> Iterator[str]:
    """Each province's outline as a line, so that no fill lies on the land."""
    for shape in _near(base.provinces, frame):
        yield line_path(shape.rings, frame)


def _group(name: str, paths: Iterable[str]) -> Markup:
    drawn = Markup("").join(Markup('<path d="{}"/>').format(path) for path in paths if path)
    return Markup('<g class="{}" aria-hidden="true">{}</g>').format(name, drawn) if drawn else Markup("")


def _names(base: Basemap, frame: Extent, language: str) -> Iterator[CountryName]:
    for shape in _near(base.countries, frame):
        seen = _largest(shape.rings, frame)
        if seen is not None:
            text = (shape.name_ar if language == "ar" else None) or shape.name_en
            yield CountryName(text, seen[0], seen[1])


def _largest(rings: Sequence[Line], frame: Extent) -> tuple[float, float] | None:
    """The middle of the largest part of a country that is seen; None where it is small."""
    parts = [part for ring in rings if (part := ring_middle(ring, frame)) is not None]
    if not parts:
        return None
    area, x, y = max(parts)
    return (x, y) if area >= _LEAST_NAMED_PX2 else None
