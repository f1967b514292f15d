"""Words that are spelt differently and are the same, and words that are not."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tawatur.reuse.tokens import tokenise
from tawatur.text.fold import fold_text


def hashes(text: str) -> list[int]:
    return [int(one) for one in tokenise([text]).hashes]


def pieces(text: str) -> list[str]:
    tokens = tokenise([text])
    return [
        text[start : start + length]
        for start, length in zip(tokens.starts.tolist(), tokens.lengths.tolist(), strict=True)
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Mayor", "the MAYOR"),
        ("café", "CAFE\u0301"),
        ("Straße", "STRASSE"),
        ("ﬁnal", "final"),
        ("أحمد إلى آخر", "احمد الى اخر"),
        ("المدينة", "المدينه"),
        ("مُدَرِّسة", "مدرسة"),
        ("مـــدينة", "مدينة"),
        ("ﻣﺪﻳﻨﺔ", "مدينة"),
        ("ﻻ شيء", "لا شئ"),
        ("مسؤول", "مسئول"),
        ("مسؤول", "مسءول"),
        ("ئ", "ي\u0654"),
        ("کتاب", "كتاب"),
        ("٣٥ ۳۵", "35 35"),
        ("1,200", "١٬٢٠٠"),
        ("1,200", "1200"),
        ("20km", "20 km"),
        ("don’t", "don't"),
        ("می\u200cخواهم", "میخواهم"),
    ],
)
def test_spellings_of_one_word_are_equal(one: str, other: str) -> None:
    assert hashes(one) == hashes(other)


@pytest.mark.parametrize(
    ("one", "other"), [("35", "45"), ("1.5", "15"), ("kill", "kills"), ("دار", "در"), ("1 200", "1200")]
)
def test_different_words_differ(one: str, other: str) -> None:
    assert hashes(one) != hashes(other)


def test_every_token_knows_its_exact_place() -> None:
    text = "«قال» المُدير: 35 قتيلاً\u200f، In ﬁve—towns!"
    assert pieces(text) == ["قال", "المُدير", "35", "قتيلاً\u200f", "In", "ﬁve", "towns"]


def test_letters_of_scripts_without_spaces_are_tokens() -> None:
    assert pieces("北京市2024年 สวัส") == ["北", "京", "市", "2024", "年", *"สวัส"]


def test_numbers_are_marked() -> None:
    assert [one & 1 for one in hashes("in 35 or ٣٦ towns")] == [0, 1, 0, 1, 0]


def test_tokens_of_many_posts_follow_on_each_other() -> None:
    tokens = tokenise(["one two", "", "three"])
    assert tokens.counts.tolist() == [2, 0, 1]
    assert tokens.hashes.tolist() == hashes("one two") + hashes("three")


def test_half_a_surrogate_pair_is_only_a_gap() -> None:
    assert pieces("one\ud800two") == ["one", "two"]


@given(st.text(max_size=60))
def test_places_are_inside_the_text_and_in_order(text: str) -> None:
    tokens = tokenise([text])
    starts, lengths = tokens.starts.tolist(), tokens.lengths.tolist()
    assert all(length > 0 for length in lengths)
    assert all(start + length <= len(text) for start, length in zip(starts, lengths, strict=True))
    assert starts == sorted(starts)


@given(st.lists(st.sampled_from([*"abcXYZéñßأإآابتةهىيئءؤوكکgا", "ﻻ", "ﷺ", " ", "-", "٣", "7"]), max_size=30))
def test_words_are_equal_exactly_where_the_projects_folding_says_so(letters: list[str]) -> None:
    # Each line of words against its own folded form: the same tokens must come out.
    text = "".join(letters)
    assume(
        not re.search("[ئء]{2,}[وؤ]|[ىي][ئء]{2,}", text)
    )  # no word is spelt so, and the tokeniser looks one letter ahead
    folded = fold_text(text)
    assert len(hashes(text)) == len(re.findall(r"[^\W\d_]+|\d+", folded))
    assert hashes(text) == hashes(folded)
