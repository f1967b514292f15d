"""One key for all the ways of writing a name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.locate.keys import LONGEST, key_of


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("St. Louis", "Saint Louis"),
        ("Deir ez-Zor", "DEIR EZ ZOR"),
        ("Ma'dan", "Madan"),
        ("São Paulo", "Sao Paulo"),
        ("أربيل", "اربيل"),
        ("غزة", "غزه"),
        ("دِمَشْق", "دمشـق"),
    ],
)
def test_spellings_of_one_name_share_their_key(a: str, b: str) -> None:
    assert key_of(a) == key_of(b) is not None


def test_the_article_is_remembered_apart_from_the_number() -> None:
    with_article, without = key_of("الرقة"), key_of("رقة")
    assert with_article is not None and without is not None
    assert with_article.number == without.number
    assert (with_article.article, without.article) == (True, False)


def test_the_order_of_words_counts() -> None:
    assert key_of("New York") != key_of("York New")


@given(st.text(max_size=80))
def test_any_name_has_a_key_of_64_bits_or_none(name: str) -> None:
    key = key_of(name)
    assert key is None or (0 <= key.number < 1 << 64 and 1 <= key.words <= LONGEST)
