"""Folding: equal words become equal strings, and every hit leads back to whole original letters."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Span
from tawatur.text.fold import fold, fold_text

EQUAL = [
    ("أحمد", "احمد"),
    ("إدلب", "ادلب"),
    ("آذار", "اذار"),
    ("ٱلنهر", "النهر"),
    ("مصطفى", "مصطفي"),
    ("على", "علي"),
    ("القاهرة", "القاهره"),
    ("محمـــد", "محمد"),
    ("مُحَمَّد", "محمد"),
    ("هٰذا", "هذا"),
    ("مسؤول", "مسئول"),
    ("مسؤول", "مسءول"),
    ("مسؤول", "مسوول"),
    ("شؤون", "شئون"),
    ("شيء", "شئ"),
    ("رئيس", "رييس"),
    ("مسو\u0654ول", "مسؤول"),
    ("مسو\u0674ول", "مسؤول"),
    ("مسي\u0654ول", "مسئول"),
    ("ا\u0654حمد", "أحمد"),
    ("ا\u0655دلب", "إدلب"),
    ("ا\u0653ذار", "آذار"),
    ("رئِيس", "رئيس"),
    ("ﻣﺤﻤﺪ", "محمد"),
    ("ﻻ", "لا"),
    ("ﷲ", "الله"),
    ("ﺳﻶﻡ", "سلام"),
    ("کتاب", "كتاب"),
    ("علی", "علي"),
    ("می\u200cخواهم", "میخواهم"),
    ("١٤ أيلول ٢٠١٧", "14 ايلول 2017"),
    ("۱۴۰۲", "1402"),
    ("٣٫٥٪", "3.5%"),
    ("\u202bنهر\u202c", "نهر"),
    ("ﹶﻣ", "م"),
    ("ＡＢＣ１２", "abc12"),
    ("Straße", "STRASSE"),
    ("café", "cafe\u0301"),
    ("İstanbul", "istanbul"),
    ("ﬁn", "fin"),
    ("It’s", "It's"),
    ("가", "\u1100\u1161"),
    ("\u00a0x", " x"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_two_spellings_of_a_word_fold_to_the_same(one: str, other: str) -> None:
    assert fold_text(one) == fold_text(other)


@pytest.mark.parametrize(
    ("one", "other"), [("ماء", "ما"), ("قلب", "كلب"), ("كان", "گان"), ("की", "का"), ("5", "6"), ("a b", "ab")]
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert fold_text(one) != fold_text(other)


def test_line_ends_and_words_keep_their_places() -> None:
    assert fold_text("Ünal\n\tYES\r\n") == "unal\n\tyes\r\n"


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ءئؤويىأا\u0654\u0655ٌـلا ﷲﻻ"))))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


@given(st.text(alphabet=st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from("ءئؤويىأeé\u0301"))))
def test_canonical_forms_of_arabic_and_latin_fold_alike(text: str) -> None:
    text = "".join(c for c in text if c < "\u0700")
    assert fold_text(unicodedata.normalize("NFD", text)) == fold_text(unicodedata.normalize("NFC", text))


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("ءئؤويىأا\u0654\u0655ٌـلا ﷲﻻß"))))
def test_the_map_has_one_origin_for_each_folded_code_point_in_order(text: str) -> None:
    folded = fold(text)
    singles = [folded.back(Span(i, i + 1)) for i in range(len(folded.text))]
    assert all(0 <= s.start < s.end <= len(text) for s in singles)
    assert all(a.start <= b.start for a, b in zip(singles, singles[1:], strict=False))
    # What a hit leads back to folds to text that holds the hit again.
    for i, single in enumerate(singles):
        char = folded.text[i]
        assert char in fold_text(single.of(text)) or char in "يو"
    assert folded.back(Span(len(folded.text), len(folded.text))) == Span(len(text), len(text))


@pytest.mark.parametrize(
    ("text", "word", "original"),
    [
        ("في مُحَمَّدٍ ثقة", "محمد", "مُحَمَّدٍ"),
        ("قال محمـــدـ إن", "محمد", "محمـــدـ"),
        ("بسم ﷲ الرحمن", "الله", "ﷲ"),
        ("بسم ﷲ الرحمن", "لله", "ﷲ"),
        ("السلا م ﺳﻼم", "سلام", "ﺳﻼم"),
        ("المسو\u0654ول هنا", "مسوول", "مسو\u0654ول"),
        ("المسي\u0654ول هنا", "مسوول", "مسي\u0654ول"),
        ("كل شيء هنا", "شي", "شي"),
        ("cafe\u0301 noir", "cafe", "cafe\u0301"),
        ("die Straße lang", "strasse", "Straße"),
        ("يوم ١٤ أيلول", "14 ايلول", "١٤ أيلول"),
        ("نهر \u202bالفرات\u202c يجري", "الفرات", "الفرات"),
    ],
)
def test_a_hit_leads_back_to_whole_original_letters(text: str, word: str, original: str) -> None:
    folded = fold(text)
    at = folded.text.index(fold_text(word))
    assert folded.back(Span(at, at + len(fold_text(word)))).of(text) == original


def test_a_span_beyond_the_text_is_refused() -> None:
    with pytest.raises(ValueError, match="beyond"):
        fold("abc").back(Span(2, 9))
