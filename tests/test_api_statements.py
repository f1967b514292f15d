"""The library: who says what, which places are named, who speaks over all posts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import tawatur
from made_statements import make_case
from tawatur.errors import UsageError


@pytest.fixture
def case(tmp_path: Path) -> Iterator[tawatur.Case]:
    with tawatur.open(make_case(tmp_path / "affair.tawatur")) as opened:
        yield opened


def test_statements_are_typed_objects_with_their_words(case: tawatur.Case) -> None:
    first, second, third = case.statements()
    assert (first.content, first.speaker, first.name, first.addressee) == (
        "It sailed,",
        "Rana Halwan",
        "Rana Halwan",
        "the Lamp",
    )
    assert (second.is_named, second.cue, third.is_named) == (False, None, True)
    assert (third.speaker, third.name, third.post.number) == ("حلوان", "رنا حلوان", 2)
    assert first.who == third.who
    assert third.as_dict()["speaker_id"] == "sp-1"
    assert third.as_dict()["post"]["outlet"] == "صحيفة المرفأ"


@pytest.mark.parametrize(
    ("asked", "contents"),
    [
        ({"speaker": "halwan"}, ["It sailed,", "مرفأ القمري مفتوح"]),
        ({"speaker": "حلوانَ"}, ["It sailed,", "مرفأ القمري مفتوح"]),
        ({"speaker": "Hal*"}, ["It sailed,", "مرفأ القمري مفتوح"]),
        ({"speaker": "Hal"}, []),
        ({"speaker": "sources"}, ["the port was shut"]),
        ({"speaker_class": "anonymous"}, ["the port was shut"]),
        ({"place": "port qamari"}, ["مرفأ القمري مفتوح"]),
        ({"place": "gn:7"}, ["مرفأ القمري مفتوح"]),
        ({"post": 1}, ["It sailed,", "the port was shut"]),
        ({"lang": "ar"}, ["مرفأ القمري مفتوح"]),
        ({"since": "2031-06"}, ["مرفأ القمري مفتوح"]),
        ({"post": 1, "speaker_class": "person"}, ["It sailed,"]),
    ],
)
def test_statements_are_asked_for_by_speaker_class_place_and_post(
    case: tawatur.Case, asked: dict[str, str], contents: list[str]
) -> None:
    assert [one.content for one in case.statements(**asked)] == contents  # type: ignore[arg-type]


def test_a_class_that_is_none_is_named(case: tawatur.Case) -> None:
    with pytest.raises(UsageError, match="Choose one of person, organisation"):
        list(case.statements(speaker_class="liar"))


def test_places_are_typed_objects_with_their_point(case: tawatur.Case) -> None:
    port, arabic, valley = case.places()
    assert (port.words, port.name, port.point) == ("Port Qamari", "Port Qamari", (35, -36.25))
    assert (arabic.words, arabic.post.number, valley.point) == ("مرفأ القمري", 2, None)
    assert arabic.as_dict()["post"]["number"] == 2


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({"place": "قمري"}, ["Port Qamari", "مرفأ القمري"]),
        ({"place": "Port Qamari", "post": 2}, ["مرفأ القمري"]),
        ({"outlet": "lamp"}, ["Port Qamari"]),
        ({"place": "nowhere"}, []),
    ],
)
def test_places_are_asked_for_by_name_and_post(case: tawatur.Case, asked: dict[str, object], words: list[str]) -> None:
    assert [one.words for one in case.places(**asked)] == words  # type: ignore[arg-type]


def test_speakers_are_counted_over_all_posts(case: tawatur.Case) -> None:
    rana, sources = case.speakers()
    assert (rana.name, rana.statements, rana.posts, rana.first, rana.last) == (
        "Rana Halwan",
        2,
        2,
        "2031-05-04",
        "2031-06",
    )
    assert [(one.name, one.statements) for one in rana.names] == [("Rana Halwan", 1), ("رنا حلوان", 1)]
    assert [one.name for one in rana.outlets] == ["The Harbour Lamp", "صحيفة المرفأ"]
    assert [one.name for one in rana.addressees] == ["the Lamp"]
    assert sources.speaker_class == "anonymous"


def test_places_are_counted_over_all_posts(case: tawatur.Case) -> None:
    port, valley = case.place_index()
    assert (port.place_id, port.mentions, port.posts, port.last) == ("gn:7", 2, 2, "2031-06")
    assert (valley.mentions, valley.demonyms) == (0, 1)


@pytest.mark.parametrize(("table", "rows"), [("statements", 3), ("places", 3), ("speakers", 2)])
def test_they_are_tables_too(case: tawatur.Case, table: str, rows: int) -> None:
    assert case.to_arrow(table).num_rows == rows
    assert len(case.to_pandas(table)) == rows


def test_exports_have_them(case: tawatur.Case, tmp_path: Path) -> None:
    names = {path.name for path in case.export(tmp_path / "out")}
    assert names >= {"statements.jsonl", "places.jsonl", "speakers.jsonl", "reuse.jsonl"}
    assert {path.name for path in case.export(tmp_path / "out", to="geojson")} == {
        "places.geojson",
        "places_summary.geojson",
    }
