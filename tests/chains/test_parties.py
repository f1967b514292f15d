"""One id for all the ways of writing a name."""

from __future__ import annotations

import pytest
from chained import post

from tawatur.chains.parties import Parties


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("AFP", "وكالة الصحافة الفرنسية"),
        ("Reuters", "رويترز"),
        ("The Northern Lantern", "Northern Lantern newspaper"),
        ("صحيفة المدى البعيد", "المدى البعيد"),
        ("SANA", "sana.sy"),
    ],
)
def test_names_of_one_outlet_are_one_party(one: str, other: str) -> None:
    parties = Parties()
    first, second = parties.one(one), parties.one(other)
    assert first is not None and second is not None
    assert first.id == second.id


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("AFP, Reuters", ["agency:afp", "agency:reuters"]),
        ("Nadia Haddad/AP", ["agency:associated-press"]),
        ("دمشق-سانا", ["agency:sana"]),
        ("موسكو - رويترز", ["agency:reuters"]),
        ("وكالات", ["unnamed:agencies"]),
        ("wires", ["unnamed:agencies"]),
        ("Ministry of Fountains", ["release:ministry of fountains"]),
        ("وكالة الأفق البعيد", ["agency:الافق البعيد"]),
        ("", []),
    ],
)
def test_a_credit_is_taken_apart_into_parties(name: str, ids: list[str]) -> None:
    assert [party.id for party in Parties().row(name)] == ids


def test_a_person_is_no_party() -> None:
    assert Parties().one("Nadia Haddad") is None


def test_a_site_is_known_by_the_outlet_that_stands_there() -> None:
    parties = Parties([post("a", "Text.", "The Northern Lantern", site="www.lantern.example")])
    party = parties.at_site("lantern.example")
    assert party is not None and party.id == "outlet:northern lantern"
    glued = parties.one("northernlantern.example")
    assert glued is not None and glued.id == "outlet:northern lantern"


def test_outlets_of_one_owner_count_as_one() -> None:
    parties = Parties()
    english, arabic = parties.one("Asharq Al-Awsat English"), parties.one("Asharq Al-Awsat")
    assert english is not None and arabic is not None
    assert english.id != arabic.id
    assert parties.root_id(english) == parties.root_id(arabic)
