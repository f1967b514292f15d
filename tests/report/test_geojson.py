"""Places for a map: one feature a mention, one a place, in the order longitude, latitude."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from made import bare_place, capture_of, full_place, full_reading, full_statement
from tawatur.model import Place, Reading, Span
from tawatur.report.geojson import Feature, write_geojson
from tawatur.report.place_index import PlaceIndex

TEXT = "The ferry is late\nIt waits at Port Qamari, Rana Halwan said.\n\nعبّارة تتأخر\nlang: ar\nمرفأ القمري"


def mention(reading: Reading, words: str, post: int = 0, order: int = 0, **more: object) -> Place:
    start = reading.page.text.index(words)
    place = replace(full_place(reading.posts[post].id, order), span=Span(start, start + len(words)))
    return replace(place, **more)


@pytest.fixture
def reading() -> Reading:
    reading = full_reading(capture_of(TEXT))
    said = full_statement(reading.posts[0].id, Span(reading.page.text.index("It waits"), TEXT.index(", Rana")))
    first = replace(reading.descriptions[0], published="2031-05-04")
    return replace(
        reading,
        descriptions=(first, *reading.descriptions[1:]),
        statements=(said,),
        places=(
            mention(reading, "Port Qamari"),
            mention(reading, "Qamari", order=1, form="demonym"),
            mention(reading, "مرفأ القمري", post=1),
            bare_place(reading.posts[1].id),
        ),
    )


def features(path: Path) -> list[Feature]:
    collection = json.loads(path.read_text("utf-8"))
    assert collection["type"] == "FeatureCollection"
    assert all(feature["type"] == "Feature" for feature in collection["features"])
    found: list[Feature] = collection["features"]
    return found


def test_each_mention_is_a_point_with_its_post_and_its_words(reading: Reading, tmp_path: Path) -> None:
    first, *_ = features(write_geojson([reading], tmp_path)[0])
    assert first["geometry"] == {"type": "Point", "coordinates": [-36.25, 35]}
    known = first["properties"]
    assert (known["text"], known["name"], known["radius_km"]) == ("Port Qamari", "Port Qamari", 2)
    assert (known["outlet"], known["published"], known["source"]) == (
        "The Harbour Lamp",
        "2031-05-04",
        "clippings/page.txt",
    )
    assert known["context"] == "The ferry is late It waits at Port Qamari, Rana Halwan said."


def test_a_mention_inside_a_statement_says_whose_words_it_stands_in(reading: Reading, tmp_path: Path) -> None:
    said = [one["properties"]["said_by"] for one in features(write_geojson([reading], tmp_path)[0])]
    assert said == ["Rana Halwan", "Rana Halwan", None, None]


def test_a_place_without_a_point_has_an_empty_geometry(reading: Reading, tmp_path: Path) -> None:
    for path in write_geojson([reading], tmp_path):
        assert features(path)[-1]["geometry"] is None


def test_the_summary_has_each_place_once_with_its_counts(reading: Reading, tmp_path: Path) -> None:
    _, path = write_geojson([reading], tmp_path)
    port, valley = (feature["properties"] for feature in features(path))
    assert (port["mentions"], port["demonyms"], port["posts"], port["outlets"]) == (2, 1, 2, 1)
    assert port["words"] == "Port Qamari; Qamari; مرفأ القمري"
    assert (port["first"], port["last"], port["outlet_names"]) == ("2031-05-04", "2031-05-04", "The Harbour Lamp")
    assert (valley["place_id"], valley["mentions"], valley["demonyms"]) == ("tw:upper-valley", 0, 1)


def test_long_posts_are_cut_between_words_around_the_mention(tmp_path: Path) -> None:
    text = "Title\n" + "before " * 40 + "Port Qamari" + " after" * 40
    reading = full_reading(capture_of(text))
    reading = replace(reading, places=(mention(reading, "Port Qamari"),), statements=())
    (one,) = features(write_geojson([reading], tmp_path)[0])
    context = one["properties"]["context"]
    assert context.startswith("…before ") and context.endswith(" after…")
    assert 100 < len(context) < 220


def test_places_of_an_empty_case_are_an_empty_collection(tmp_path: Path) -> None:
    assert [features(path) for path in write_geojson([], tmp_path)] == [[], []]


def test_places_of_most_posts_come_first(reading: Reading) -> None:
    index = PlaceIndex()
    index.add_all(reading)
    assert [one.place_id for one in index.entries()] == ["gn:7", "tw:upper-valley"]
