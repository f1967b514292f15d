"""One rule for counting: what cannot be told apart is one."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from chained import FERRY, PUMPS, PUMPS_AR, chains, credited, origins, post, shares
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.chains import find_chains, independent_origins
from tawatur.model import ChainPost, Reuse


def test_carriers_of_one_wire_are_one_origin() -> None:
    posts = [
        credited(f"p{n}", PUMPS if n % 2 else PUMPS_AR, f"Paper {n}", "AFP" if n % 3 else "أ ف ب") for n in range(6)
    ]
    assert origins(posts, []).count == 1


def test_two_wires_are_two_and_a_post_that_names_both_adds_none() -> None:
    posts = [
        credited("a", PUMPS, "Hill Post", "AFP"),
        credited("b", FERRY, "Lake Daily", "Reuters"),
        credited("c", PUMPS_AR, "Weekly Round", "AFP, Reuters"),
    ]
    assert origins(posts, []).count == 2


def test_agencies_without_a_name_add_nothing_to_a_named_one() -> None:
    unnamed = [credited("a", PUMPS, "Hill Post", "وكالات"), credited("b", FERRY, "Lake Daily", "wires")]
    assert origins(unnamed, []).count == 1
    named = credited("c", PUMPS_AR, "Weekly Round", "Reuters")
    found = origins([*unnamed, named], [])
    assert found.count == 1
    assert "cannot be told apart" in dict(found.groups[0].reasons)["a"]


def test_a_page_of_two_reports_adds_none_to_them() -> None:
    a, b = post("a", PUMPS, "Hill Post", "2031-05-04"), post("b", FERRY, "Lake Daily", "2031-05-04")
    page = post("c", f"{PUMPS}\n{FERRY}", "Weekly Round", "2031-05-06")
    assert origins([a, b, page], [shares(a, page, PUMPS), shares(b, page, FERRY)]).count == 2


def test_undated_copies_are_one() -> None:
    a, b = post("a", PUMPS, "Hill Post"), post("b", PUMPS, "Lake Daily")
    assert origins([a, b], [shares(a, b, PUMPS)]).count == 1


def test_own_reports_of_different_outlets_are_their_own() -> None:
    assert origins([post("a", PUMPS, "Hill Post"), post("b", FERRY, "Lake Daily"), post("c", PUMPS_AR)], []).count == 3


@pytest.mark.parametrize("outlets", [("Hill Post", "The Hill Post"), ("Asharq Al-Awsat", "Asharq Al-Awsat English")])
def test_one_house_speaks_with_one_voice(outlets: tuple[str, str]) -> None:
    found = origins([post("a", PUMPS, outlets[0]), post("b", FERRY, outlets[1])], [])
    assert found.count == 1


def test_who_cites_an_outlet_in_the_first_lines_rests_on_what_that_outlet_rests_on() -> None:
    carrier = credited("a", PUMPS, "Hill Post", "Reuters")
    citing = post("b", f"The pumps are broken, the Hill Post reported. {FERRY}", "Lake Daily")
    assert origins([carrier, citing], []).count == 1


def test_mostly_one_speakers_words_are_one_origin() -> None:
    a = post("a", f"The mayor said: “{PUMPS}”", "Hill Post", "2031-05-04")
    b = post("b", f"“{PUMPS}”, the mayor told reporters.", "Lake Daily", "2031-05-05")
    assert origins([a, b], [shares(a, b, PUMPS)]).count == 1


def test_a_copy_that_credits_an_agency_speaks_for_its_model() -> None:
    silent = post("a", PUMPS, "Hill Post", "2031-05-04")
    telling = credited("b", PUMPS, "Lake Daily", "AFP", published="2031-05-05")
    other = credited("c", PUMPS_AR, "Weekly Round", "AFP")
    assert origins([silent, telling, other], [shares(silent, telling, PUMPS)]).count == 1


def test_an_empty_post_adds_nothing() -> None:
    assert origins([post("a", PUMPS, "Hill Post"), post("b", "", "Lake Daily")], []).count == 1
    assert origins([post("b", "", "Lake Daily")], []).count == 1
    assert origins([], []).count == 0


def test_every_post_has_a_home_and_a_reason() -> None:
    posts = [credited("a", PUMPS, "Hill Post", "AFP"), post("b", FERRY, "Lake Daily"), post("c", "")]
    found = origins(posts, [])
    assert sorted(ident for group in found.groups for ident in group.posts) == ["a", "b", "c"]
    assert all(why for group in found.groups for _, why in group.reasons)


# -- any posts at all

TEXTS = (PUMPS, FERRY, PUMPS_AR, f"{PUMPS} {FERRY}", "", "كلمة", f"The Hill Post reported. {FERRY}")
OUTLETS = (None, "Hill Post", "Lake Daily", "AFP", "رويترز", "Asharq Al-Awsat", "Asharq Al-Awsat English")
DATES = (None, "2031", "2031-05-04", "2031-05-04T10:00+00:00", "2031-05-05T10:00", "nonsense")
TO = (None, "AFP", "Hill Post", "wires", "AFP, Reuters", "Lake Daily", "Ministry of Fountains")


@st.composite
def cases(draw: st.DrawFn) -> tuple[list[ChainPost], list[Reuse]]:
    posts = []
    for n in range(draw(st.integers(1, 7))):
        text, outlet, date = (draw(st.sampled_from(table)) for table in (TEXTS, OUTLETS, DATES))
        to = draw(st.sampled_from(TO))
        made = (
            post(f"p{n}", text or "", outlet, date)
            if to is None
            else credited(f"p{n}", text or "", outlet, to, published=date)
        )
        posts.append(
            replace(
                made,
                publisher=draw(st.sampled_from(OUTLETS)),
                byline=draw(st.sampled_from((None, "AFP", "Nadia Haddad"))),
            )
        )
    return posts, all_pairs(posts)


def all_pairs(posts: list[ChainPost]) -> list[Reuse]:
    return [
        shares(a, b, *common)
        for at, b in enumerate(posts)
        for a in posts[:at]
        if (common := [text for text in (PUMPS, FERRY, PUMPS_AR) if text in a.text and text in b.text])
    ]


@settings(max_examples=60)
@given(cases(), st.randoms(use_true_random=False))
def test_the_count_is_at_most_the_posts_and_does_not_depend_on_order(
    case: tuple[list[ChainPost], list[Reuse]], rng: Random
) -> None:
    posts, reuses = case
    found = origins(posts, reuses)
    assert 1 <= found.count <= len(posts)
    assert sorted(ident for group in found.groups for ident in group.posts) == sorted(one.id for one in posts)
    shuffled = rng.sample(posts, len(posts))
    assert origins(shuffled, rng.sample(reuses, len(reuses))) == found


@settings(max_examples=100)
@given(cases(), st.integers(0, 6), st.sampled_from((None, "Far Gazette")))
def test_a_later_copy_by_an_outlet_that_nobody_names_never_raises_the_count(
    case: tuple[list[ChainPost], list[Reuse]], which: int, outlet: str | None
) -> None:
    posts, reuses = case
    model = posts[which % len(posts)]
    if not any(text in model.text for text in (PUMPS, FERRY, PUMPS_AR)):
        return  # no words that a copy could have in common with it
    copy = replace(model, id="q", outlet=outlet, publisher=None, published="2033-01-01")
    more = [*posts, copy]
    assert origins(more, all_pairs(more)).count <= origins(posts, reuses).count


def test_the_count_of_some_posts_needs_only_their_chains() -> None:
    first = post("a", PUMPS, "Hill Post", "2031-05-04")
    b, c = post("b", PUMPS, "Lake Daily", "2031-05-05"), post("c", PUMPS, "Weekly Round", "2031-05-06")
    held = chains([first, b, c], [shares(first, b, PUMPS), shares(first, c, PUMPS)])
    assert independent_origins([held["b"], held["c"]]).count == 1


def test_no_pairs_and_no_posts_make_no_chains() -> None:
    assert find_chains([], []) == []
