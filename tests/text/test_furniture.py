from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from line_tables import FURNITURE, NOT_FURNITURE, rows

from tawatur.text.furniture import furniture


@pytest.mark.parametrize("line", [line for table in FURNITURE.values() for line in rows(table)])
def test_furniture_is_furniture_as_a_whole(line: str) -> None:
    found = furniture(line)
    assert found is not None and found.whole


@pytest.mark.parametrize("line", rows(NOT_FURNITURE))
def test_headlines_and_sentences_are_no_furniture(line: str) -> None:
    found = furniture(line)
    assert found is None or not found.whole


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Posted by Editor at 4:12 PM No comments:", "posted"),
        ("Email ThisBlogThis!Share to TwitterShare to FacebookShare to Pinterest", "share"),
        ("Older\u00a0Posts\u00a0Home", "archive"),
        ("\u200fشـــارك هذا الموضوع\u200f:", "share"),
        ("إقــرأ أيضــاً", "related"),
        ("* * *", "separator"),
        ("التعليقات (٣)", "comments"),
    ],
)
def test_spacing_tatweel_and_lost_blanks_do_not_hide_the_kind(line: str, kind: str) -> None:
    found = furniture(line)
    assert found is not None and (found.kind, found.whole) == (kind, True)


def test_a_label_with_a_teaser_behind_it_is_furniture_in_part() -> None:
    found = furniture("Related: Dam reopens after floods")
    assert found is not None and (found.kind, found.whole) == ("related", False)


def test_a_label_without_a_colon_opens_no_teaser() -> None:
    assert furniture("Related families sue over the bridge") is None


def test_a_path_through_the_site_is_furniture_as_a_whole() -> None:
    found = furniture("Home > World > Levant > Marn valley")
    assert found is not None and (found.kind, found.whole) == ("navigation", True)


def test_an_empty_line_is_nothing() -> None:
    assert furniture("") is None
    assert furniture(" \u00a0\u200f ") is None


def test_a_very_long_line_is_prose_at_once() -> None:
    assert furniture("share " * 1_000_000) is None


@given(st.text(max_size=300))
def test_any_text_gets_an_answer(line: str) -> None:
    found = furniture(line)
    assert found is None or found.kind
