"""What happens to one document: every room has its turn, and one that breaks takes nothing from the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made import capture_of
from tawatur import pipeline
from tawatur.attribute import ATTRIBUTE
from tawatur.errors import LanguageDataError
from tawatur.locate import LOCATE
from tawatur.model import Capture, Reading
from tawatur.pipeline import PIPELINE, process
from tawatur.read import ReadOptions, open_sources
from tawatur.sample import sample_pages
from tawatur.stage import each
from tawatur.store import prepare

TEXT = """Harbour office shuts the lower quay

Maren Holt, head of the harbour office, said on Monday that the lower quay in Baghdad would stay shut.

“No boat leaves before noon,” Holt told reporters.
"""


def breaking(error: Exception) -> object:
    """A room that breaks on every page."""

    def look(reading: Reading) -> Reading:
        raise error

    room = each("broken", lambda item: item, version=7, source_of=str)
    return room, look


def test_every_room_has_its_turn() -> None:
    processed = process(capture_of(TEXT))
    assert processed.failures == ()
    reading = processed.reading
    assert reading is not None
    assert (len(reading.posts), len(reading.descriptions)) == (1, 1)
    assert [one.content.of(TEXT) for one in reading.statements if one.kind == "direct"] == [
        "No boat leaves before noon,"
    ]
    assert [place.name for place in reading.places] == ["Baghdad"]


def test_the_recipe_names_all_rooms_in_order() -> None:
    rooms = [room.partition("@")[0] for room in PIPELINE.made_by.split()]
    assert rooms == ["read", "split", "describe", "attribute", "locate"]


@pytest.mark.parametrize("broken", [0, 1, 2])
def test_a_room_that_breaks_takes_nothing_from_the_others(broken: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rooms = list(pipeline._AT_POSTS)
    rooms[broken] = breaking(ValueError("no"))  # type: ignore[call-overload]
    monkeypatch.setattr(pipeline, "_AT_POSTS", tuple(rooms))
    processed = process(replace(capture_of(TEXT), offset=12))
    (failure,) = processed.failures
    assert (failure.stage, failure.kind, failure.offset) == ("broken", "ValueError", 12)
    assert processed.reading is not None
    found = (processed.reading.descriptions, processed.reading.statements, processed.reading.places)
    assert [bool(part) for part in found] == [place != broken for place in range(3)]


@pytest.fixture(scope="module")
def captures() -> list[Capture]:
    """The pages of the sample."""
    pages = open_sources([str(path) for path in sample_pages()], ReadOptions())
    return [one for one in pages if isinstance(one, Capture)]


def test_what_the_rooms_find_keeps_its_promises_and_is_the_same_twice(captures: list[Capture]) -> None:
    """Spans inside their page, ids and places in the order once, points on the globe: else `prepare` has a failure."""
    for capture in captures:
        first, again = process(capture), process(capture)
        assert first == again
        assert prepare(capture, first.reading, first.failures).failures == ()


def test_statements_and_places_stand_in_their_post_in_order(captures: list[Capture]) -> None:
    for capture in captures:
        reading = process(capture).reading
        assert reading is not None
        spans = {post.id: post.span for post in reading.posts}
        for found in (reading.statements, reading.places):
            keys = [(spans[one.post_id].start, one.order) for one in found]
            assert keys == sorted(keys)
        assert all(spans[one.post_id].holds(one.content) for one in reading.statements)
        assert all(spans[place.post_id].holds(place.span) for place in reading.places)
        assert {one.made_by for one in reading.statements} <= {ATTRIBUTE.made_by}
        assert {place.made_by for place in reading.places} <= {LOCATE.made_by}


def test_language_data_that_cannot_be_read_is_no_fault_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_AT_POSTS", (breaking(LanguageDataError("pack.yaml, line 3")),))
    with pytest.raises(LanguageDataError, match="line 3"):
        process(capture_of(TEXT))
