from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from line_tables import NOT_CREDITS, credit_cells, rows

from tawatur.text.credits import read_credits


@pytest.mark.parametrize(("lines", "kind", "to"), credit_cells())
def test_a_credit_names_its_kind_and_party(lines: list[str], kind: str, to: str) -> None:
    found = [(credit.kind, credit.to.of(lines[credit.line])) for credit in read_credits(lines)]
    assert found == [(kind, to)]


@pytest.mark.parametrize("line", rows(NOT_CREDITS))
def test_headlines_and_sentences_are_no_credits(line: str) -> None:
    assert read_credits([line]) == []


def test_a_cue_may_stand_on_the_line_above_the_name() -> None:
    lines = ["The talks failed.", "Source", "", "Levant Wire", "Next title"]
    (credit,) = read_credits(lines)
    assert (credit.cue_line, credit.line, credit.whole) == (1, 3, True)
    assert credit.cue is not None and credit.cue.of(lines[1]) == "Source"


def test_a_headline_below_a_lone_cue_is_no_party() -> None:
    assert read_credits(["Source", "Into the flood: how the valley learned to fear its river"]) == []


def test_a_furniture_line_below_a_lone_cue_is_no_party() -> None:
    assert read_credits(["Source", "Related Articles"]) == []


def test_an_author_beside_the_outlet_is_kept_apart() -> None:
    line = "-- Edwin Marlow, Harbour Post"
    (credit,) = read_credits([line])
    assert credit.author is not None
    assert (credit.author.of(line), credit.to.of(line)) == ("Edwin Marlow", "Harbour Post")


@pytest.mark.parametrize(
    ("line", "to"),
    [
        ("Source:\u00a0Levant Wire", "Levant Wire"),
        ("المصــدر :\u00a0«وكالة الأفق", "وكالة الأفق"),
        ("\u200fالمصدر: وكالة الأفق\u200f", "وكالة الأفق"),
        ("This article was first published by\u00a0RT", "RT"),
        ("Photo byReuters", "Reuters"),
        ("المصدررويترز", "رويترز"),
    ],
)
def test_messy_spacing_and_open_quotes_are_let_pass(line: str, to: str) -> None:
    (credit,) = read_credits([line])
    assert credit.to.of(line) == to


def test_a_credit_at_the_end_of_a_paragraph_is_not_the_whole_line() -> None:
    (credit,) = read_credits(["The dam will reopen on Monday, the council said. Source: AFP"])
    assert not credit.whole


def test_an_agency_written_on_to_a_word_is_part_of_the_sentence() -> None:
    assert read_credits(["قال المحافظ لـ(«رويترز»): السد آمن"]) == []


@given(st.lists(st.text(max_size=200), max_size=6))
def test_any_lines_get_spans_within_their_bounds(lines: list[str]) -> None:
    for credit in read_credits(lines):
        assert 0 <= credit.to.start < credit.to.end <= len(lines[credit.line])
        if credit.cue is not None:
            assert credit.cue.end <= len(lines[credit.cue_line])


@given(st.sampled_from(["Source", "المصدر", "via ", "Photo: ", "(AFP", "-- "]), st.text(max_size=60))
def test_cues_before_any_text_get_spans_within_their_bounds(cue: str, rest: str) -> None:
    line = cue + rest
    for credit in read_credits([line]):
        assert 0 <= credit.to.start < credit.to.end <= len(line)


def test_a_long_paragraph_of_brackets_is_read_in_linear_time() -> None:
    assert read_credits(["(a" * 500_000]) == []
