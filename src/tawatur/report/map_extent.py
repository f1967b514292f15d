"""Which part of the globe a map shows, and where a point lies on it: equirectangular, true at its middle latitude."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

KM_PER_DEGREE = 111.195
# The frame's sides: wide enough for names beside their points, low enough to stand on one printed page.
ASPECT = 1.4
# A single village is shown with the country around it.
_LEAST_KM = 150.0
_MARGIN = 0.14
# The frame is drawn around the nearest places that hold this share of all mentions, and around what lies hardly farther.
_CORE, _FARTHER = 0.7, 1.3
# Where the frame around everything is no larger than this many times the other, nothing is left out.
_WORTH = 2.5
# Half of all mentions, by so many places, in a part of the frame that may be shown so many times larger.
_HALF, _CROWD, _CLOSER = 0.5, 4, 2.2
# A core as wide as this is the world, and then all of it is shown.
_WORLD_KM = 5_000.0


@dataclass(frozen=True, slots=True)
class Point:
    """A place to be shown; `weight`: how much the frame should care for it."""

    lat: float
    lon: float
    weight: float


@dataclass(frozen=True, slots=True)
class Extent:
    """A frame in degrees, and its size in pixels."""

    west: float
    south: float
    east: float
    north: float
    width: float
    height: float

    def x(self, lon: float) -> float:
        """Pixels from the left edge."""
        return (lon - self.west) / (self.east - self.west) * self.width

    def y(self, lat: float) -> float:
        """Pixels from the upper edge."""
        return (self.north - lat) / (self.north - self.south) * self.height

    def holds(self, lat: float, lon: float) -> bool:
        """True for a point inside the frame."""
        return self.south <= lat <= self.north and self.west <= lon <= self.east

    @property
    def px_per_km(self) -> float:
        """Pixels to a kilometre, at the middle latitude in both directions."""
        return self.height / ((self.north - self.south) * KM_PER_DEGREE)


def close_up(points: Sequence[Point], frame: Extent) -> Extent | None:
    """A second frame for where half of all mentions crowd in a small part of `frame`; None where they do not."""
    inside = [p for p in points if p.weight > 0 and frame.holds(p.lat, p.lon)]
    if len(inside) < _CROWD:
        return None
    found = _around(_nearest(inside, _HALF, 1.1)[0], width=frame.width)
    crowd = sum(found.holds(p.lat, p.lon) for p in inside)
    whole, part = (f.north - f.south for f in (frame, found))
    return found if crowd >= _CROWD and part * _CLOSER <= whole else None


def extent_of(points: Sequence[Point], *, width: float) -> Extent:
    """The frame around the places that belong together; what lies far from all of these is left outside.

    Raises: ValueError where there are no points.
    """
    return _around(points_near(points), width=width)


def _around(core: Sequence[Point], *, width: float) -> Extent:
    """The frame around points, with a margin."""
    south, north = min(p.lat for p in core), max(p.lat for p in core)
    west, east = min(p.lon for p in core), max(p.lon for p in core)
    mid_lat, mid_lon = (south + north) / 2, (west + east) / 2
    squeeze = max(0.2, cos(radians(mid_lat)))
    least = _LEAST_KM / KM_PER_DEGREE
    tall = max(least, (north - south) * (1 + 2 * _MARGIN))
    wide = max(least, (east - west) * squeeze * (1 + 2 * _MARGIN))
    tall, wide = max(tall, wide / ASPECT), max(wide, tall * ASPECT)
    tall, wide = min(tall, 180.0), min(wide, 360.0 * squeeze)
    south, north = _slid(mid_lat - tall / 2, mid_lat + tall / 2, 90.0)
    half = wide / squeeze / 2
    west, east = _slid(mid_lon - half, mid_lon + half, 180.0)
    return Extent(west, south, east, north, width, round(width * tall / wide))


def points_near(points: Sequence[Point]) -> list[Point]:
    """The points without those that lie far from most mentions; all of them where little would be won by that.

    A point without weight has no say, unless none has any.
    """
    points = [p for p in points if p.weight > 0] or [Point(p.lat, p.lon, 1.0) for p in points]
    core, reach = _nearest(points, _CORE, _FARTHER)
    if reach > _WORLD_KM or _size(points) <= _WORTH * _size(core):
        return points
    return core


def _nearest(points: Sequence[Point], share: float, farther: float) -> tuple[list[Point], float]:
    """The points around the middle that have `share` of all weight, with those hardly `farther`, and that distance in km."""
    mid_lat = _median([(p.lat, p.weight) for p in points])
    mid_lon = _median([(p.lon, p.weight) for p in points])
    squeeze = max(0.2, cos(radians(mid_lat)))

    def distance(point: Point) -> float:
        east = (point.lon - mid_lon) * squeeze
        return float(((point.lat - mid_lat) ** 2 + east**2) ** 0.5 * KM_PER_DEGREE)

    whole, inside, reach = sum(p.weight for p in points), 0.0, 0.0
    for point in sorted(points, key=distance):
        inside, reach = inside + point.weight, distance(point)
        if inside >= share * whole:
            break
    reach = max(reach * farther, _LEAST_KM / 2)
    return [point for point in points if distance(point) <= reach], reach


def _size(points: Sequence[Point]) -> float:
    """About the size of a frame around points, in square degrees."""
    least = _LEAST_KM / KM_PER_DEGREE
    tall = max(least, max(p.lat for p in points) - min(p.lat for p in points))
    return tall * max(least, max(p.lon for p in points) - min(p.lon for p in points))


def _median(values: Sequence[tuple[float, float]]) -> float:
    half, at = sum(weight for _, weight in values) / 2, 0.0
    for value, weight in sorted(values):
        at += weight
        if at >= half:
            return value
    raise ValueError("there are no points")


def _slid(low: float, high: float, most: float) -> tuple[float, float]:
    """A range moved back inside -most to most; it is no longer than that."""
    if low < -most:
        return -most, high - low - most
    if high > most:
        return low - (high - most), most
    return low, high
