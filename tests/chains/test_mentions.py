"""Outlets named in running text, and whether something is said to come from them."""

from __future__ import annotations

import pytest
from chained import post
from hypothesis import given
from hypothesis import strategies as st

from tawatur.chains.mentions import find_mentions
from tawatur.chains.parties import Parties

OWN = [
    post("a", "", "The Northern Lantern"),
    post("b", "", "صحيفة المدى البعيد"),
    post("c", "", "Radio Tarsa"),
]


@pytest.mark.parametrize(
    ("text", "party", "is_cited"),
    [
        (
            "The pumps are out of order, the Northern Lantern reported on Monday.",
            "outlet:northern lantern",
            True,
        ),
        ("According to Reuters, the pumps are out of order.", "agency:reuters", True),
        ("An engineer told The Northern Lantern that he was sorry.", "outlet:northern lantern", True),
        ("نقلت صحيفة المدى البعيد عن مصدر أن المضخات معطلة.", "outlet:المدي البعيد", True),
        ("المضخات معطلة، بحسب رويترز.", "agency:reuters", True),
        ("The offices of the Northern Lantern stood under water.", "outlet:northern lantern", False),
    ],
)
def test_an_outlet_is_found_with_what_is_said_of_it(text: str, party: str, is_cited: bool) -> None:
    (mention,) = find_mentions(text, Parties(OWN))
    assert (mention.party.id, mention.is_cited) == (party, is_cited)


def test_a_place_is_not_taken_for_the_radio_named_after_it() -> None:
    assert find_mentions("Bakers in Tarsa said that flour was short.", Parties(OWN)) == []


def test_the_end_of_an_indefinite_noun_is_no_name() -> None:
    assert find_mentions("ذكر أن صفاً من الدكاكين احترق.", Parties()) == []


@given(st.text(alphabet=st.sampled_from('AFPRأفبرويتز «»"\n-ـًا'), max_size=80))
def test_spans_lie_in_the_text_and_apart(text: str) -> None:
    mentions = find_mentions(text, Parties(OWN))
    assert all(mention.span.end <= len(text) for mention in mentions)
    assert all(a.span.end <= b.span.start for a, b in zip(mentions, mentions[1:], strict=False))
