from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from line_tables import BYLINES, NOT_BYLINES, cells, rows

from tawatur.text.bylines import name_likeness, read_byline


@pytest.mark.parametrize(("line", "name"), cells(BYLINES))
def test_a_byline_names_who_wrote(line: str, name: str) -> None:
    found = read_byline(line)
    assert found is not None
    assert found.name.of(line) == name


@pytest.mark.parametrize("line", rows(NOT_BYLINES))
def test_headlines_and_labels_are_no_bylines(line: str) -> None:
    assert read_byline(line) is None


@pytest.mark.parametrize(
    ("line", "marked"),
    [("By Edwin Marlow", True), ("بقلم: نادر الخطيب", True), ("Edwin Marlow", False), ("نادر الخطيب", False)],
)
def test_it_says_whether_words_mark_the_name(line: str, marked: bool) -> None:
    found = read_byline(line)
    assert found is not None and found.marked is marked


def test_a_place_before_the_name_is_kept_apart() -> None:
    line = "بيروت - نادر الخطيب"
    found = read_byline(line)
    assert found is not None and found.place is not None
    assert found.place.of(line) == "بيروت"


def test_desks_and_agencies_are_collective() -> None:
    found = read_byline("وكالات")
    assert found is not None and found.collective


def test_marks_and_tatweel_stay_in_the_span() -> None:
    line = "\u200fبقلم :\u00a0سلــوى البيطــار"
    found = read_byline(line)
    assert found is not None
    assert found.name.of(line) == "سلــوى البيطــار"


@pytest.mark.parametrize(
    "line", ["Sandra Kheir", "نادر الخطيب", "Omar al-Khatib", "عبد الكريم الحوراني", "Robert J. O'Brien"]
)
def test_held_names_are_likely_names(line: str) -> None:
    assert name_likeness(line) >= 0.75


@pytest.mark.parametrize("line", ["Zuhrab Tekmenli", "Orvik Halvstrand"])
def test_capitalised_words_that_no_list_holds_may_be_a_name(line: str) -> None:
    assert 0.4 <= name_likeness(line) < 0.75


@pytest.mark.parametrize("line", ["Dam Reopens", "الجيش يتقدم", "The Northern Courier", "وكالة الأفق", "12 May"])
def test_ordinary_words_are_no_names(line: str) -> None:
    assert name_likeness(line) <= 0.3


@pytest.mark.parametrize("line", ["الحرب على الماء", "سقوط الجسر على المارة"])
def test_the_preposition_is_not_the_name_it_folds_to(line: str) -> None:
    assert name_likeness(line) <= 0.1
    assert name_likeness("علي الخطيب") >= 0.75


@given(st.text(max_size=200))
def test_any_text_gets_an_answer_within_its_bounds(line: str) -> None:
    assert 0.0 <= name_likeness(line) <= 1.0
    found = read_byline(line)
    if found is not None:
        assert 0 <= found.name.start < found.name.end <= len(line)


@given(st.text(alphabet="ab AByYwu.,-&والاد|", max_size=120))
def test_name_like_text_gets_an_answer_within_its_bounds(line: str) -> None:
    found = read_byline("By " + line)
    assert found is None or found.name.end <= len(line) + 3
