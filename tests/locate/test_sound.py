"""Arabic names in Latin letters, by their sound."""

from __future__ import annotations

import pytest
from located import the, toponyms

from tawatur.locate.sound import sound_of
from tawatur.text.words import folded_words


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Deir Ezzor", "Dayr az-Zawr"),
        ("Deir al-Zour", "Deir ez-Zor"),
        ("Qamishli", "al-Kamishly"),
        ("Hassakeh", "Hasakah"),
        ("Busayrah", "Buseira"),
        ("Mayadeen", "Al-Mayadin"),
    ],
)
def test_two_spellings_of_one_name_sound_the_same(a: str, b: str) -> None:
    assert sound_of(folded_words(a)) == sound_of(folded_words(b)) != ""


@pytest.mark.parametrize(("a", "b"), [("Busayrah", "Basra"), ("Homs", "Hama"), ("Suwar", "Sur")])
def test_two_towns_do_not(a: str, b: str) -> None:
    assert sound_of(folded_words(a)) != sound_of(folded_words(b))


def test_an_unlisted_spelling_counts_where_the_post_names_the_country() -> None:
    assert the("Deyr Azzour", "Syrian troops entered Deyr Azzour in the east.").country == "SY"
    assert toponyms("Deyr Azzour was their grandmother.") == []
