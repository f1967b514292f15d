"""Strangers' words on a terminal."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tawatur.cli.terminal import (
    FSI,
    LRI,
    PDI,
    RLI,
    as_json,
    fitted,
    harmless,
    inline,
    isolated,
    one_line,
    wrapped,
)

ANY_TEXT = st.text(alphabet=st.characters(codec=None, exclude_categories=()))
GROUPING = {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}


def steering(text: str) -> set[str]:
    """The characters of `text` that could steer a terminal."""
    return {c for c in text if unicodedata.category(c) in {"Cc", "Cs"} or unicodedata.bidirectional(c) in GROUPING}


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    assert harmless("\x1b]0;owned\x07\x1b[31mred") == "␛]0;owned␇␛[31mred"


def test_eight_bit_controls_are_not_passed_on() -> None:
    assert harmless("a\x9b31mb\x85") == "a\ufffd31mb\ufffd"


def test_an_override_of_direction_is_named_where_it_stood() -> None:
    assert harmless("invoice\u202efdp.exe") == "invoice‹RLO›fdp.exe"


def test_a_stray_isolate_cannot_close_or_open_ours() -> None:
    assert isolated(harmless("ا\u2069b\u2067c")) == f"{FSI}اbc{PDI}"


def test_words_that_cannot_disturb_a_line_can_be_copied_as_they_are() -> None:
    assert inline("demo/case.tawatur") == "demo/case.tawatur"
    assert inline("Café – 2021") == "Café – 2021"
    assert inline("٢٠٢١") == f"{FSI}٢٠٢١{PDI}"


def test_marks_of_direction_that_arabic_text_needs_stay() -> None:
    assert harmless("50%\u200f \u061cم \u200eA نمی\u200cخواهم") == "50%\u200f \u061cم \u200eA نمی\u200cخواهم"


def test_a_lone_surrogate_does_not_break_the_output() -> None:
    assert harmless("a\ud800b").encode("utf-8") == "a\ufffdb".encode()


@given(ANY_TEXT)
def test_no_text_gets_a_steering_character_through(text: str) -> None:
    shown = harmless(text)
    shown.encode("utf-8")
    assert steering(shown) <= {"\n"}


@given(ANY_TEXT)
def test_one_line_is_one_line(text: str) -> None:
    assert "\n" not in one_line(text)
    assert inline(text).count("\n") == 0


@given(ANY_TEXT)
def test_json_comes_back_as_it_went_in_and_steers_nothing(text: str) -> None:
    written = as_json({"title": text})
    assert json.loads(written)["title"] == text
    assert not steering(written)


def test_json_keeps_arabic_letters_readable() -> None:
    assert as_json({"title": "قال"}) == '{"title": "قال"}'


@given(ANY_TEXT.map(one_line), st.integers(min_value=4, max_value=40))
def test_fitted_text_fits(text: str, cells: int) -> None:
    assert cell_len(fitted(text, cells)) <= cells


def test_text_that_fits_is_not_touched() -> None:
    assert fitted("خبر عاجل", 8) == "خبر عاجل"


def test_short_vowels_take_no_room() -> None:
    assert fitted("مُحَمَّد", 4) == "مُحَمَّد"


@given(ANY_TEXT, st.integers(min_value=8, max_value=60))
def test_wrapping_loses_no_word_and_keeps_to_the_width(text: str, cells: int) -> None:
    lines = [line.strip(RLI + LRI + PDI) for line in wrapped(text, cells)]
    assert all(cell_len(line) <= cells for line in lines)
    assert "".join("".join(lines).split()) == "".join(harmless(text).split())


@pytest.mark.parametrize(("paragraph", "opening"), [("قال BBC إن", RLI), ("The word «قال»", LRI), ("2017 - قال", RLI)])
def test_each_line_takes_the_direction_of_its_paragraph(paragraph: str, opening: str) -> None:
    lines = list(wrapped(paragraph, 8))
    assert len(lines) > 1
    assert all(line[0] == opening and line[-1] == PDI for line in lines)
