from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from line_tables import CAPTIONS, NOT_CAPTIONS, rows

from tawatur.text.captions import caption_likeness


@pytest.mark.parametrize("line", rows(CAPTIONS))
def test_captions_look_like_captions(line: str) -> None:
    assert caption_likeness(line) >= 0.6


@pytest.mark.parametrize("line", rows(NOT_CAPTIONS))
def test_headlines_and_sentences_do_not(line: str) -> None:
    assert caption_likeness(line) < 0.6


@given(st.text(max_size=340))
def test_any_text_gets_a_likeness(line: str) -> None:
    assert 0.0 <= caption_likeness(line) <= 1.0
