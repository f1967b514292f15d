"""The map under a report: closed rings on the globe, neighbours that meet, names in both languages."""

from __future__ import annotations

import gzip
import re
from importlib import resources

import pytest

from tawatur.report.basemap import FILE, Basemap, Line, Shape, box_of, load_basemap

ARABIC = re.compile(r"[\u0600-\u06ff]")


@pytest.fixture(scope="module")
def basemap() -> Basemap:
    return load_basemap()


def named(shapes: tuple[Shape, ...], ident: str) -> Shape:
    return next(shape for shape in shapes if shape.id == ident)


def covers(rings: tuple[Line, ...], lon: float, lat: float) -> bool:
    """Even-odd rule."""
    inside = False
    for ring in rings:
        for (x1, y1), (x2, y2) in zip(ring, ring[1:], strict=False):
            if (y1 > lat) != (y2 > lat) and lon < (x2 - x1) * (lat - y1) / (y2 - y1) + x1:
                inside = not inside
    return inside


def test_every_ring_is_closed_has_an_inside_and_lies_on_the_globe(basemap: Basemap) -> None:
    shapes = [*basemap.countries, *basemap.provinces]
    for rings in [*(shape.rings for shape in shapes), *basemap.lakes]:
        for ring in rings:
            assert len(ring) >= 4
            assert ring[0] == ring[-1]
            assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)


@pytest.mark.parametrize(
    ("country", "lon", "lat"),
    [
        ("SY", 38.5, 35.0),
        ("IQ", 44.4, 33.3),
        ("EG", 31.2, 27.0),
        ("TR", 32.8, 39.9),
        ("FR", 2.3, 48.8),
        ("US", -98.0, 39.0),
    ],
)
def test_a_point_lies_in_its_country_and_in_no_other(basemap: Basemap, country: str, lon: float, lat: float) -> None:
    assert [shape.id for shape in basemap.countries if covers(shape.rings, lon, lat)] == [country]


@pytest.mark.parametrize(
    ("province", "lon", "lat"),
    [("SY-DY", 40.14, 35.33), ("SY-HL", 37.16, 36.2), ("IQ-NI", 43.13, 36.34), ("LB-JL", 35.6, 33.83)],
)
def test_a_town_lies_in_its_province_and_in_no_other(basemap: Basemap, province: str, lon: float, lat: float) -> None:
    assert [shape.id for shape in basemap.provinces if covers(shape.rings, lon, lat)] == [province]


def test_neighbours_share_the_points_of_their_border(basemap: Basemap) -> None:
    syria = {point for ring in named(basemap.countries, "SY").rings for point in ring}
    iraq = {point for ring in named(basemap.countries, "IQ").rings for point in ring}
    assert len(syria & iraq) >= 10


def test_a_great_river_of_the_region_is_drawn(basemap: Basemap) -> None:
    near = [
        point for line in basemap.rivers for point in line if abs(point[0] - 40.14) < 0.5 and abs(point[1] - 35.3) < 0.5
    ]
    assert len(near) >= 3


def test_countries_and_provinces_have_names_in_both_languages(basemap: Basemap) -> None:
    assert all(shape.name_en for shape in [*basemap.countries, *basemap.provinces])
    told = [shape for shape in basemap.countries if ARABIC.search(shape.name_ar or "")]
    assert len(told) >= 0.93 * len(basemap.countries)
    assert not [shape.id for shape in basemap.provinces if shape.name_ar and not ARABIC.search(shape.name_ar)]
    assert sum(bool(shape.name_ar) for shape in basemap.provinces) >= 0.97 * len(basemap.provinces)


def test_the_coast_has_no_border_between_two_countries(basemap: Basemap) -> None:
    inland = [line for line in basemap.coast if all(40.5 < lon < 42 and 33 < lat < 36.5 for lon, lat in line)]
    assert inland == []


def test_a_frame_keeps_what_meets_it_and_drops_the_rest(basemap: Basemap) -> None:
    frame = (38.0, 33.0, 42.0, 37.0)
    cut = basemap.within(*frame)
    assert {"SY", "IQ", "TR"} <= {shape.id for shape in cut.countries}
    assert "BR" not in {shape.id for shape in cut.countries}
    west, south, east, north = box_of(cut.rivers)
    assert cut.rivers
    assert west <= 42 and east >= 38 and south <= 37 and north >= 33


def test_the_file_is_small_and_read_once() -> None:
    packed = gzip.compress(resources.files("tawatur.report.basemap").joinpath(FILE).read_bytes())
    assert len(packed) <= 400_000
    assert load_basemap() is load_basemap()
