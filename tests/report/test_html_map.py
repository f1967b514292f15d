"""The map of a report: the right part of the globe, everything reachable, no more bytes than it is worth."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from found_things import reading_of_words
from tawatur.model import Place, Span
from tawatur.report.html_map import MapView, map_of
from tawatur.report.html_places import PlacesOfCase, PostAt
from tawatur.report.html_words import words_of
from tawatur.report.map_extent import ASPECT, Extent, Point, extent_of, points_near
from tawatur.report.map_labels import Wanted, placed
from tawatur.report.map_shapes import area_path, line_path

LATITUDES, LONGITUDES = st.floats(-89.9, 89.9), st.floats(-179.9, 179.9)


def place(n: int, lat: float | None, lon: float | None, **more: object) -> Place:
    fields = {
        "post_id": "po-1", "order": n, "span": Span(0, 5), "form": "name", "name": f"Place {n}", "name_ar": f"مكان {n}",
        "place_id": f"tw:{n}", "kind": "town", "lat": lat, "lon": lon, "made_by": "t",
    }  # fmt: skip
    return Place(**(fields | more))  # type: ignore[arg-type]


def drawn(*places: Place, language: str = "en") -> MapView | None:
    index = PlacesOfCase(words_of(language))
    index.add(reading_of_words("Words of a post", places=places), {"po-1": PostAt(1, "po-1", None)})
    return map_of(index.views()[0], words_of(language))


def frame(west: float, south: float, east: float, north: float) -> Extent:
    return Extent(west, south, east, north, 700.0, 500.0)


def test_without_a_point_there_is_no_map() -> None:
    assert drawn() is None
    assert drawn(place(1, None, None)) is None


def test_a_word_made_from_a_name_puts_no_place_on_the_map() -> None:
    assert drawn(place(1, 33.0, 44.0, form="demonym")) is None


def test_one_place_stands_in_the_middle_with_its_surroundings() -> None:
    found = drawn(place(1, 35.0, 40.0))
    assert found is not None and found.shown == {1}
    circle = ElementTree.fromstring(found.svg).find(".//{*}a[@id='map-1']/{*}circle[last()]")
    assert circle is not None
    width, height = (float(n) for n in ElementTree.fromstring(found.svg).attrib["viewBox"].split()[2:])
    assert abs(float(circle.attrib["cx"]) - width / 2) < 1
    assert abs(float(circle.attrib["cy"]) - height / 2) < 1


def test_a_place_far_from_all_others_is_named_beside_the_map() -> None:
    near = [place(n, 34.0 + n / 10, 40.0 + n / 10) for n in range(1, 6)]
    found = drawn(*near, place(9, 38.9, -77.0))
    assert found is not None
    assert [one.name.text for one in found.elsewhere] == ["Place 9"]
    assert len(found.shown) == 5


def test_where_places_crowd_in_a_corner_a_second_drawing_shows_them_larger() -> None:
    crowd = [place(n, 35.0 + n / 40, 40.0 + n / 40) for n in range(8)]
    corners = ((37.7, 37.0), (37.7, 43.0), (32.3, 37.0), (32.3, 43.0), (35.0, 37.0))
    around = [place(20 + n, *corner) for n, corner in enumerate(corners)]
    found = drawn(*crowd, *around)
    assert found is not None and found.close is not None
    links = [
        link.attrib["href"] for link in ElementTree.fromstring(found.close).findall(".//{*}g[@class='spots']/{*}a")
    ]
    assert {f"#place-{n + 1}" for n in range(8)} <= set(links)
    assert ElementTree.fromstring(found.svg).find(".//{*}rect[@class='near']") is not None
    ids = [
        node.attrib["id"]
        for svg in (found.svg, found.close)
        for node in ElementTree.fromstring(svg).iter()
        if "id" in node.attrib
    ]
    assert len(ids) == len(set(ids))


def test_places_that_lie_evenly_need_no_second_drawing() -> None:
    found = drawn(*(place(n, 30.0 + n // 4 * 2, 35.0 + n % 4 * 2) for n in range(16)))
    assert found is not None and found.close is None


def test_places_all_over_the_world_are_all_on_the_map() -> None:
    points = [(51.5, 0.1), (38.9, -77.0), (55.7, 37.6), (33.3, 44.4), (35.7, 139.7), (-33.9, 18.4), (-23.5, -46.6)]
    found = drawn(*(place(n, *point) for n, point in enumerate(points, 1)))
    assert found is not None and not found.elsewhere


@settings(max_examples=150, deadline=None)
@given(st.lists(st.builds(Point, LATITUDES, LONGITUDES, st.floats(0.2, 50)), min_size=1, max_size=30))
def test_the_frame_holds_what_belongs_together_and_keeps_its_sides(points: list[Point]) -> None:
    found = extent_of(points, width=860)
    assert all(
        -0.01 <= found.x(p.lon) <= 860.01 and -0.01 <= found.y(p.lat) <= found.height + 0.01
        for p in points_near(points)
    )
    assert -90.001 <= found.south < found.north <= 90.001
    assert -180.001 <= found.west < found.east <= 180.001
    assert found.height <= 860 / ASPECT * 1.6


def test_five_hundred_places_are_five_hundred_links_in_few_bytes() -> None:
    found = drawn(*(place(n, 20 + n % 25 * 0.9, 25 + n // 25 * 1.6, radius_km=5.0) for n in range(500)))
    assert found is not None
    links = ElementTree.fromstring(found.svg).findall(".//{*}g[@class='spots']/{*}a")
    assert len(links) == 500
    assert len(found.svg.encode()) < 400_000


def test_the_whole_world_with_its_coasts_is_small_enough() -> None:
    found = drawn(place(1, 70.0, -150.0), place(2, -40.0, 175.0), place(3, 10.0, 10.0))
    assert found is not None and found.credits
    assert len(found.svg.encode()) < 400_000


def test_names_are_in_the_language_of_the_report() -> None:
    for language, name in (("en", "Place 1"), ("ar", "مكان 1")):
        found = drawn(place(1, 35.0, 40.0), language=language)
        assert found is not None
        texts = ElementTree.fromstring(found.svg).findall(".//{*}g[@class='names']/{*}text")
        assert [text.text for text in texts] == [name]


def test_a_name_that_tries_to_break_out_is_only_a_name() -> None:
    hostile = "</text><script>alert(1)</script>\"'&\u202e\u2066"
    found = drawn(place(1, 35.0, 40.0, name=hostile, name_ar=None))
    assert found is not None
    tree = ElementTree.fromstring(found.svg)
    assert not tree.findall(".//{*}script")
    assert "\u202e" not in found.svg and "U+202E" in found.svg


def test_the_reach_of_a_place_is_drawn_to_scale_unless_it_would_cover_the_map() -> None:
    found = drawn(place(1, 35.0, 40.0, radius_km=20.0), place(2, 35.5, 40.5, radius_km=900.0))
    assert found is not None
    reach = ElementTree.fromstring(found.svg).findall(".//{*}g[@class='reach']/{*}circle")
    assert len(reach) == 1


def test_no_name_stands_on_another_one_or_outside() -> None:
    wanted = [Wanted(n, "A name of some length", 100 + n % 5 * 40, 100 + n // 5 * 6, 6, 13) for n in range(60)]
    found = placed(wanted, [], width=600, height=400, most=40)
    boxes = [one.box for one in found]
    assert found
    for n, (left, top, right, bottom) in enumerate(boxes):
        assert left >= 0 and top >= 0 and right <= 600 and bottom <= 400
        assert not any(left < b[2] and b[0] < right and top < b[3] and b[1] < bottom for b in boxes[n + 1 :])


def test_an_area_is_cut_to_the_frame() -> None:
    around = [(-10.0, -10.0), (30.0, -10.0), (30.0, 30.0), (-10.0, 30.0), (-10.0, -10.0)]
    assert area_path([around], frame(0, 0, 10, 10)).startswith("M")
    assert area_path([around], frame(40, 40, 50, 50)) == ""
    assert line_path([[(5.0, 5.0), (6.0, 6.0), (90.0, 80.0)]], frame(0, 0, 10, 10)).count("M") == 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_circle_says_what_it_is(language: str) -> None:
    found = drawn(place(1, 35.0, 40.0), language=language)
    assert found is not None
    link = ElementTree.fromstring(found.svg).find(".//{*}a[@id='map-1']")
    assert link is not None and link.attrib["href"] == "#place-1"
    assert ("مكان 1" if language == "ar" else "Place 1") in link.attrib["aria-label"]
