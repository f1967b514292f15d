"""Linking the speakers of a case."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.model.statement import SpeakerClass
from tawatur.people import PEOPLE, Said, link_speakers


def said(*names: str, speaker_class: SpeakerClass = "person", post: str | None = None, role: str = "") -> list[Said]:
    return [
        Said(
            statement_id=f"{name}/{place}/{post}",
            post_id=post or f"{name}/{place}",
            speaker=f"{role} {name}".strip(),
            name=None if speaker_class in ("anonymous", "official", "reports") else name,
            speaker_class=speaker_class,
        )
        for place, name in enumerate(names)
    ]


def groups(statements: Sequence[Said]) -> set[frozenset[str]]:
    return {frozenset(name for name, _ in speaker.names) for speaker in link_speakers(statements)}


def test_one_person_in_many_spellings_and_both_scripts_is_one() -> None:
    forms = ["Youssef al-Qandil", "Yousef Kandil", "Yusuf Qandil", "يوسف القنديل", "يوسف قنديل"]
    assert groups(said(*forms)) == {frozenset(forms)}


def test_people_with_like_names_stay_apart() -> None:
    forms = ["Samer Tilman", "Samir Tilman", "سمير تلمان", "سامر تلمان"]
    assert groups(said(*forms)) == {
        frozenset({"Samer Tilman", "سامر تلمان"}),
        frozenset({"Samir Tilman", "سمير تلمان"}),
    }


def test_the_reasons_name_the_forms_and_how_alike_they_are() -> None:
    (speaker,) = link_speakers(said("Hala Mirzaki", "هالة مرزاقي"))
    assert "both scripts" in speaker.reasons[0]
    assert "of 100" in speaker.reasons[0]


def test_a_surname_joins_the_only_full_name_that_has_it() -> None:
    assert groups(said("Oleg Vartanov", "Vartanov")) == {frozenset({"Oleg Vartanov", "Vartanov"})}


def test_a_surname_of_two_people_joins_neither() -> None:
    assert frozenset({"Vartanov"}) in groups(said("Oleg Vartanov", "Maria Vartanov", "Vartanov"))


def test_a_single_name_in_the_other_script_needs_more_than_its_letters() -> None:
    assert frozenset({"فارتانوف"}) in groups(said("Oleg Vartanov", "فارتانوف"))


def test_a_single_name_in_the_other_script_joins_by_its_office() -> None:
    both = [*said("Oleg Vartanov", role="spokesman"), *said("فارتانوف", role="المتحدث")]
    assert groups(both) == {frozenset({"Oleg Vartanov", "فارتانوف"})}


def test_a_given_name_alone_is_nobody_else_s() -> None:
    assert len(link_speakers(said("Samer", "Samer"))) == 2


def test_sources_without_a_name_are_not_joined_across_posts() -> None:
    assert len(link_speakers(said("a port source", "a port source", speaker_class="anonymous"))) == 2


def test_one_nameless_source_of_a_post_is_one() -> None:
    assert len(link_speakers(said("a port source", "a port source", speaker_class="anonymous", post="p"))) == 1


def test_an_office_is_the_same_across_posts_only_where_it_says_of_what() -> None:
    assert len(link_speakers(said("an army spokesman", "an army spokesman", speaker_class="official"))) == 2
    same = said("the Iraqi army spokesman", "the Iraqi army spokesman", speaker_class="official")
    assert len(link_speakers(same)) == 1


def test_states_and_known_bodies_are_one_in_both_scripts() -> None:
    assert len(link_speakers(said("France", "فرنسا", speaker_class="organisation"))) == 1
    assert len(link_speakers(said("United Nations", "الأمم المتحدة", "UN", speaker_class="organisation"))) == 1


def test_a_known_outlet_is_one_under_all_its_names() -> None:
    assert len(link_speakers(said("Reuters", "رويترز", speaker_class="outlet"))) == 1


def test_whoever_speaks_most_comes_first_with_the_form_used_most() -> None:
    first, second = link_speakers(said("Maria Osk", "Oleg Vartanov", "Oleg Vartanov"))
    assert (first.name, first.names) == ("Oleg Vartanov", (("Oleg Vartanov", 2),))
    assert second.made_by == PEOPLE.made_by


def test_the_same_statements_give_the_same_speakers() -> None:
    forms = said("Youssef al-Qandil", "يوسف القنديل", "Maria Osk")
    assert link_speakers(forms) == link_speakers(forms)


def test_a_statement_that_leaves_its_speaker_open_belongs_to_nobody() -> None:
    nobody = Said(statement_id="s", post_id="p", speaker="he", name=None, speaker_class="person")
    assert link_speakers([nobody]) == []


def test_statements_are_in_their_order() -> None:
    (speaker,) = link_speakers(said("Oleg Vartanov", "Oleg Vartanov", "Oleg Vartanov"))
    assert list(speaker.statements) == [one.statement_id for one in said(*["Oleg Vartanov"] * 3)]
