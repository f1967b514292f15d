"""What happens to one document: every room has its turn, and one that breaks takes nothing from the others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made import capture_of
from tawatur import pipeline
from tawatur.errors import LanguageDataError
from tawatur.model import Reading
from tawatur.pipeline import PIPELINE, process
from tawatur.stage import each

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


def test_language_data_that_cannot_be_read_is_no_fault_of_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_AT_POSTS", (breaking(LanguageDataError("pack.yaml, line 3")),))
    with pytest.raises(LanguageDataError, match="line 3"):
        process(capture_of(TEXT))
