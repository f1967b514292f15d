"""Places in English text: what is one, and which one it is."""

from __future__ import annotations

import pytest
from located import named, places, the, toponyms


def test_a_town_and_its_country_are_found_where_they_stand() -> None:
    text = "The convoy left Aleppo on Monday and reached Mosul in Iraq."
    assert toponyms(text) == ["Aleppo", "Mosul", "Iraq"]


def test_a_possessive_s_is_no_part_of_the_toponym() -> None:
    assert toponyms("Beirut's port was closed.") == ["Beirut"]


def test_the_state_behind_a_comma_chooses_among_towns_of_one_name() -> None:
    assert the("Paris", "A fire broke out in Paris, Texas, late on Friday.").country == "US"
    assert the("Paris", "A fire broke out in Paris, France, late on Friday.").country == "FR"


def test_a_country_in_brackets_chooses_as_well() -> None:
    place = the("Tripoli", "Flights to Tripoli (Lebanon) were cancelled.")
    assert place.country == "LB"
    assert any("Lebanon" in reason for reason in place.reasons)


def test_a_shortened_state_counts_behind_its_town_only() -> None:
    assert the("Houston", "Doctors in Houston, TX said so.").country == "US"
    assert toponyms("The TX value was read in Erbil.") == ["Erbil"]


def test_other_places_of_the_post_choose_the_country() -> None:
    text = "Roads between Sidon and Beirut were cut, and shops in Tripoli and Zahle stayed shut, Lebanese police said."
    assert the("Tripoli", text).country == "LB"
    assert the("Tripoli", "Militias clashed in Tripoli and Benghazi, in Libya.").country == "LY"


def test_one_name_has_one_sense_in_a_post() -> None:
    text = "Voters in Birmingham, Alabama, queued. Later the mayor of Birmingham thanked them."
    found = [place.place_id for place in places(text) if place.span.of(text) == "Birmingham"]
    assert len(found) == 2 and len(set(found)) == 1


def test_without_context_the_largest_place_is_taken_and_said_to_be() -> None:
    place = the("London", "She moved to London last year.")
    assert place.country == "GB"
    assert place.others > 3
    assert place.reasons[0].startswith("the most spoken of")


@pytest.mark.parametrize(
    "text",
    [
        "Mr Jordan denied it.",
        "Paris Whitlock sang and Savannah Marlowe danced.",
        "Senator Lincoln Fairbanks resigned.",
        "He had been reading most of the nice mobile novel.",
        "Reading is fun. Nice work. Most people agree.",
    ],
)
def test_people_and_ordinary_words_are_no_places(text: str) -> None:
    assert toponyms(text) == []


def test_a_type_word_makes_a_place_of_an_ordinary_word() -> None:
    assert the("Reading", "Trains stopped in the town of Reading yesterday.").kind in ("city", "town")


def test_the_name_of_an_outlet_is_no_place() -> None:
    assert "Washington" not in toponyms("The Washington Post reported it from Amman.")


def test_a_demonym_points_at_the_country_and_says_so() -> None:
    (place,) = places("Iraqi officials declined to comment.")
    assert (place.form, place.country, place.kind) == ("demonym", "IQ", "country")


def test_a_word_beside_the_name_tells_the_province_from_its_town() -> None:
    assert the("Aleppo", "They shelled villages in the province of Aleppo.").kind == "province"
    assert the("Aleppo", "They shelled the city of Aleppo.").kind == "city"


def test_a_line_in_capitals_still_names_its_places() -> None:
    assert toponyms("CLASHES REPORTED IN DAMASCUS AND HOMS") == ["DAMASCUS", "HOMS"]


def test_spellings_of_the_article_and_hyphens_do_not_matter() -> None:
    ids = {place.place_id for text in ("in Deir ez-Zor", "in Deir Ez Zor") for place in places(text)}
    assert len(ids) == 1


def test_a_list_of_places_lends_its_certainty_to_each() -> None:
    assert named("Clashes in Damascus, Homs and Hama.") == [
        ("Damascus", "Damascus"),
        ("Homs", "Homs"),
        ("Hama", "Hama"),
    ]
