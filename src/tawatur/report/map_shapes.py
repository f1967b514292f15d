"""Lines and areas of the base map cut to a frame and thinned to what can be seen, as SVG paths."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from tawatur.report.map_extent import Extent

Ring = Sequence[tuple[float, float]]
# What lies closer together than this, in pixels, is one point to the eye.
_SEEN_PX = 1.0
# An island smaller than this in both directions is not seen.
_LEAST_RING_PX = 1.3
_EDGE_PX = 4.0


def area_path(rings: Iterable[Ring], frame: Extent) -> str:
    """The rings of an area, given as (lon, lat), cut to the frame; "" where nothing of it is inside."""
    parts = []
    for ring in _turned(rings):
        if not _touches(ring, frame):
            continue
        thin = _thinned(_clip_ring(_projected(ring, frame), frame))
        if len(thin) >= 3 and not _is_speck(thin):
            parts.append(_path(thin) + "Z")
    return "".join(parts)


def line_path(lines: Iterable[Ring], frame: Extent) -> str:
    """Lines, given as (lon, lat), cut to the frame; "" where nothing of them is inside."""
    parts = []
    for line in lines:
        if _touches(line, frame):
            parts += [
                _path(thin) for run in _clip_line(_projected(line, frame), frame) if len(thin := _thinned(run)) > 1
            ]
    return "".join(parts)


def ring_middle(ring: Ring, frame: Extent) -> tuple[float, float, float] | None:
    """What is seen of an area: its size in square pixels, and its middle; None for nothing."""
    if not _touches(ring, frame):
        return None
    points = _clip_ring(_projected(ring, frame), frame)
    doubled = x = y = 0.0
    for n, (bx, by) in enumerate(points):
        ax, ay = points[n - 1]
        cross = ax * by - bx * ay
        doubled, x, y = doubled + cross, x + (ax + bx) * cross, y + (ay + by) * cross
    return (abs(doubled) / 2, x / (3 * doubled), y / (3 * doubled)) if abs(doubled) > 1e-6 else None


def _turned(rings: Iterable[Ring]) -> Iterator[Ring]:
    """Rings over the line where the days meet, in one piece on either side of the map; all others as they are."""
    for ring in rings:
        if not any(abs(b[0] - a[0]) > 180 for a, b in pairwise(ring)):
            yield ring
            continue
        whole, turn = [ring[0]], 0.0
        for a, b in pairwise(ring):
            turn += -360.0 if b[0] - a[0] > 180 else 360.0 if a[0] - b[0] > 180 else 0.0
            whole.append((b[0] + turn, b[1]))
        if turn:
            # It goes around a pole, and has no other side.
            yield ring
            continue
        for shift in (-360.0, 0.0, 360.0):
            yield [(lon + shift, lat) for lon, lat in whole]


def _is_speck(points: Sequence[tuple[float, float]]) -> bool:
    return all(max(p[axis] for p in points) - min(p[axis] for p in points) < _LEAST_RING_PX for axis in (0, 1))


def _touches(ring: Ring, frame: Extent) -> bool:
    """False for what surely lies outside, by its bounds."""
    lons, lats = [p[0] for p in ring], [p[1] for p in ring]
    return (
        bool(lons)
        and min(lons) <= frame.east
        and max(lons) >= frame.west
        and min(lats) <= frame.north
        and max(lats) >= frame.south
    )


def _projected(ring: Ring, frame: Extent) -> list[tuple[float, float]]:
    return [(frame.x(lon), frame.y(lat)) for lon, lat in ring]


def _thinned(points: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
    """The points without those that lie right beside the one before; both ends stay."""
    if not points:
        return []
    kept = [points[0]]
    for x, y in points[1:-1]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= _SEEN_PX:
            kept.append((x, y))
    return [*kept, points[-1]] if len(points) > 1 else kept


def _path(points: Sequence[tuple[float, float]]) -> str:
    """A path in steps from point to point, to a tenth of a pixel."""
    at_x, at_y = round(points[0][0] * 10), round(points[0][1] * 10)
    out = [f"M{_tenth(at_x)} {_tenth(at_y)}l"]
    for x, y in points[1:]:
        to_x, to_y = round(x * 10), round(y * 10)
        if (to_x, to_y) != (at_x, at_y):
            out.append(f"{_tenth(to_x - at_x)} {_tenth(to_y - at_y)} ")
            at_x, at_y = to_x, to_y
    return "".join(out).rstrip(" l")


def _tenth(value: int) -> str:
    whole = f"{value / 10:.1f}"
    return whole[:-2] if whole.endswith(".0") else whole


def _clip_ring(points: list[tuple[float, float]], frame: Extent) -> list[tuple[float, float]]:
    """Sutherland and Hodgman 1974: the ring cut at each side of the frame in turn, a little outside of what is seen."""
    low, right, bottom = -_EDGE_PX, frame.width + _EDGE_PX, frame.height + _EDGE_PX
    for axis, limit, below in ((0, low, False), (0, right, True), (1, low, False), (1, bottom, True)):
        points = _cut(points, axis, limit, _keeps(axis, limit, below))
        if not points:
            break
    return points


def _keeps(axis: int, limit: float, below: bool) -> Callable[[tuple[float, float]], bool]:
    return (lambda p: p[axis] <= limit) if below else (lambda p: p[axis] >= limit)


def _cut(
    points: list[tuple[float, float]], axis: int, limit: float, keeps: Callable[[tuple[float, float]], bool]
) -> list[tuple[float, float]]:
    out: list[tuple[float, float]] = []
    for n, point in enumerate(points):
        before = points[n - 1]
        if keeps(point) != keeps(before):
            out.append(_crossing(before, point, axis, limit))
        if keeps(point):
            out.append(point)
    return out


def _crossing(one: tuple[float, float], other: tuple[float, float], axis: int, limit: float) -> tuple[float, float]:
    part = (limit - one[axis]) / (other[axis] - one[axis])
    across = one[1 - axis] + part * (other[1 - axis] - one[1 - axis])
    return (limit, across) if axis == 0 else (across, limit)


def _clip_line(points: Sequence[tuple[float, float]], frame: Extent) -> Iterable[list[tuple[float, float]]]:
    """The runs of a line that lie inside the frame, each with one point beyond at either end."""
    run: list[tuple[float, float]] = []
    for n, point in enumerate(points):
        inside = _inside(point, frame)
        if inside or (n and _inside(points[n - 1], frame)) or (n + 1 < len(points) and _inside(points[n + 1], frame)):
            run.append(point)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _inside(point: tuple[float, float], frame: Extent) -> bool:
    return -_EDGE_PX <= point[0] <= frame.width + _EDGE_PX and -_EDGE_PX <= point[1] <= frame.height + _EDGE_PX
