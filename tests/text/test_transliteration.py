"""Names across scripts and spellings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.text.transliteration import likeness, romanise, skeleton, sounds_of


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("Youssef al-Qandil", "يوسف القنديل"),
        ("Igor Zubarenko", "إيغور زوبارينكو"),
        ("Hala Mirzaki", "هالة مرزاقي"),
        ("Abdel Fattah al-Rashidi", "عبد الفتاح الرشيدي"),
        ("Abdulrahman Qasimi", "عبد الرحمن القاسمي"),
        ("Salah al-Din Haddad", "صلاح الدين حداد"),
        ("Piotr Chavenko", "بيوتر تشافينكو"),
        ("Fatimah Ghazali", "فاطمة الغزالي"),
    ],
)
def test_one_name_in_two_scripts_is_alike(latin: str, arabic: str) -> None:
    assert likeness(latin, arabic) >= 88


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Samer Tilman", "سمير تلمان"),
        ("Hassan Barudi", "حسين بارودي"),
        ("Khaled Nasri", "خليل ناصري"),
        ("Ahmad Jabri", "محمد جابري"),
        ("Viktor Larsen", "بيوتر لارسن"),
        ("Mahmoud Sabbagh", "Mohammed Sabbagh"),
        ("Amer Sayegh", "عمر صباغ"),
    ],
)
def test_names_that_differ_in_one_given_name_are_two(a: str, b: str) -> None:
    assert likeness(a, b) < 88


def test_spellings_of_one_name_are_nearly_the_same() -> None:
    assert likeness("Yusuf al-Qandil", "Youssef Qandeel") >= 95


def test_a_single_name_never_reaches_a_full_one() -> None:
    assert likeness("Zubarenko", "إيغور زوبارينكو") <= 90


def test_likeness_does_not_ask_which_comes_first() -> None:
    assert likeness("Hala Mirzaki", "هالة مرزاقي") == likeness("هالة مرزاقي", "Hala Mirzaki")


def test_the_article_and_particles_make_no_difference() -> None:
    assert sounds_of("Youssef al-Qandil") == sounds_of("Youssef Qandil")
    assert sounds_of("يوسف القنديل") == sounds_of("يوسف قنديل")


def test_an_arabic_name_is_spelt_in_plain_latin_letters() -> None:
    assert romanise("سامر القندلي") == "Samr al-Qndli"
    assert romanise("Samer") == "Samer"


@pytest.mark.parametrize(("latin", "arabic"), [("Qandil", "قنديل"), ("Konarenko", "كونارينكو"), ("Ghassan", "غسان")])
def test_skeletons_of_one_name_agree_across_scripts(latin: str, arabic: str) -> None:
    assert skeleton(latin) == skeleton(arabic)


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_have_a_likeness(a: str, b: str) -> None:
    assert 0 <= likeness(a, b) <= 100


def test_a_very_long_name_is_cut() -> None:
    assert len(sounds_of("Abc " * 10_000)) <= 8
