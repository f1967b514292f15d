"""A figure changed in the first or last words of a copy belongs to it; figures of other sentences do not."""

from __future__ import annotations

import pytest
from invented import posts

from tawatur.reuse import find_reuse

SHARED = "the pilot boat left the eastern mole at dusk with its lamps unlit and the harbour master counted"
OTHER = "Nobody had asked why so many sacks of meal lay on the quay that winter, wrote a clerk."
ELSE = "Teachers of the upper school walked home along the river because both bridges stood closed."


def changed(a: str, b: str) -> list[tuple[str, str]]:
    pairs = list(find_reuse(posts(a, b)))
    assert len(pairs) == 1
    return [(one.a.of(a), one.b.of(b)) for passage in pairs[0].passages for one in passage.differences if one.number]


@pytest.mark.parametrize("tail", ["", " crates", " crates aboard her"])
def test_a_figure_near_the_end_of_a_copy(tail: str) -> None:
    a, b = f"{OTHER} {SHARED} 186{tail}. {ELSE}", f"{ELSE} {SHARED} 168{tail}. {OTHER}"
    assert changed(a, b) == [("186", "168")]


@pytest.mark.parametrize("head", ["", "crates before ", "On "])
def test_a_figure_near_the_beginning_of_a_copy(head: str) -> None:
    a, b = f"{OTHER} {head}41 {SHARED} them. {ELSE}", f"{ELSE} {head}43 {SHARED} them. {OTHER}"
    assert changed(a, b) == [("41", "43")]


def test_the_passage_reaches_over_the_figure_on_both_sides() -> None:
    a, b = f"{OTHER} {SHARED} 186 crates. {ELSE}", f"{ELSE} {SHARED} ١٦٨ crates. {OTHER}"
    (pair,) = find_reuse(posts(a, b))
    passage = max(pair.passages, key=lambda one: one.words)
    assert passage.a.of(a) == f"{SHARED} 186 crates" and passage.b.of(b) == f"{SHARED} ١٦٨ crates"


def test_a_figure_against_a_word_is_another_sentence() -> None:
    assert changed(f"{OTHER} {SHARED} 186 crates. {ELSE}", f"{ELSE} {SHARED} barrels. {OTHER}") == []


def test_a_table_of_figures_is_not_gone_through() -> None:
    a = f"{OTHER} {SHARED} 11 12 13 14 15 16. {ELSE}"
    b = f"{ELSE} {SHARED} 21 22 23 24 25 26. {OTHER}"
    assert changed(a, b) == [("11 12", "21 22")]
