"""Who had the words from whom, and when that stays open."""

from __future__ import annotations

import pytest
from chained import FERRY, PUMPS, PUMPS_AR, credited, directed, post, shares

from tawatur.chains import direct_reuse
from tawatur.model import Link, Span


@pytest.mark.parametrize("text", [PUMPS, PUMPS_AR])
def test_the_earlier_of_two_posts_is_the_model(text: str) -> None:
    pair = directed(post("a", text, "Lake Daily", "2031-05-05"), post("b", text, "Hill Post", "2031-05-04"), text)
    assert pair.direction == "b->a"
    assert [reason.name for reason in pair.reasons] == ["date"]


@pytest.mark.parametrize("to", ["Hill Post", "hillpost.example"])
def test_a_credit_names_the_model(to: str) -> None:
    model = post("a", PUMPS, "Hill Post", site="hillpost.example")
    copy = credited("b", PUMPS, "Lake Daily", to)
    pair = directed(model, copy, PUMPS)
    assert pair.direction == "a->b"
    reason = pair.reasons[0]
    assert reason.post_id == "b" and reason.span is not None and reason.span.of(copy.text) == to


def test_a_credit_outweighs_a_date_that_was_renewed() -> None:
    model = post("a", PUMPS, "Hill Post", "2031-05-05T09:00+00:00")
    assert (
        directed(
            model, credited("b", PUMPS, "Lake Daily", "Hill Post", published="2031-05-04T20:00+00:00"), PUMPS
        ).direction
        == "a->b"
    )


def test_a_credit_against_dates_far_apart_decides_nothing() -> None:
    model = post("a", PUMPS, "Hill Post", "2031-05-20")
    pair = directed(model, credited("b", PUMPS, "Lake Daily", "Hill Post", published="2031-05-04"), PUMPS)
    assert pair.direction == "unknown"
    assert pair.reasons[-1].name == "contradiction"


def test_two_that_credit_each_other_stay_undecided() -> None:
    pair = directed(
        credited("a", PUMPS, "Hill Post", "Lake Daily"),
        credited("b", PUMPS, "Lake Daily", "Hill Post"),
        PUMPS,
    )
    assert pair.direction == "unknown"


@pytest.mark.parametrize(("one", "other"), [("AFP", "أ ف ب"), ("AFP", "agencies")])
def test_two_carriers_of_one_agency_are_siblings(one: str, other: str) -> None:
    pair = directed(
        credited("a", PUMPS, "Hill Post", one, published="2031-05-04"),
        credited("b", PUMPS, "Lake Daily", other, published="2031-05-06"),
        PUMPS,
    )
    assert (pair.direction, pair.siblings_of, pair.kind) == ("unknown", "agency:afp", "agency copy")


def test_where_one_credits_an_agency_and_the_other_nobody_nothing_is_decided() -> None:
    pair = directed(credited("a", PUMPS, "Hill Post", "AFP"), post("b", PUMPS, "Lake Daily", "2031-05-06"), PUMPS)
    assert pair.direction == "unknown" and pair.siblings_of is None


def test_the_agency_itself_is_the_model_where_no_date_is_known() -> None:
    pair = directed(post("a", PUMPS, "Lake Daily"), post("b", PUMPS, "AFP"), PUMPS)
    assert pair.direction == "b->a"


def test_a_text_that_speaks_of_its_own_outlet_was_written_there() -> None:
    text = PUMPS + " An engineer told the Hill Post that he had seen it coming."
    pair = directed(post("a", text, "Lake Daily"), post("b", text, "Hill Post"), text)
    assert pair.direction == "b->a"
    assert pair.reasons[0].name == "signature"


def test_a_citation_beside_the_words_names_the_model() -> None:
    text = "The Hill Post reported the following. " + PUMPS
    assert directed(post("a", PUMPS, "Hill Post"), post("b", text, "Lake Daily"), PUMPS).direction == "a->b"


def test_a_link_in_the_text_names_the_model() -> None:
    text = PUMPS + " More here."
    link = Link(kind="link", text="here", url="https://www.hill.example/7", span=Span(len(text) - 5, len(text) - 1))
    pair = directed(
        post("a", PUMPS, "Hill Post", site="hill.example"),
        post("b", text, "Lake Daily", links=(link,)),
        PUMPS,
    )
    assert (pair.direction, pair.reasons[0].name) == ("a->b", "link")


def test_a_post_that_ends_early_is_the_cut() -> None:
    pair = directed(post("a", PUMPS, "Lake Daily"), post("b", f"{PUMPS} {FERRY}", "Hill Post"), PUMPS)
    assert (pair.direction, pair.reasons[0].name) == ("b->a", "containment")


def test_a_page_that_holds_two_posts_has_them_from_both() -> None:
    a, b = post("a", PUMPS, "Hill Post"), post("b", FERRY, "Lake Daily")
    page = post("c", f"{PUMPS}\n{FERRY}", "Weekly Round")
    pairs = direct_reuse([a, b, page], [shares(a, page, PUMPS), shares(b, page, FERRY)])
    assert [pair.direction for pair in pairs] == ["a->b", "a->b"]
    assert {pair.reasons[0].name for pair in pairs} == {"compilation"}


def test_two_copies_of_a_third_are_its_siblings_whatever_their_dates() -> None:
    wire = post("a", PUMPS, "Hill Post", "2031-05-03")
    b, c = post("b", PUMPS, "Lake Daily", "2031-05-04"), post("c", PUMPS, "Weekly Round", "2031-05-06")
    pairs = direct_reuse([wire, b, c], [shares(wire, b, PUMPS), shares(wire, c, PUMPS), shares(b, c, PUMPS)])
    assert [(pair.direction, pair.siblings_of) for pair in pairs] == [
        ("a->b", None),
        ("a->b", None),
        ("unknown", "a"),
    ]


def test_an_undated_pair_is_decided_through_the_post_between() -> None:
    first = post("a", PUMPS, "Hill Post")
    middle = credited("b", PUMPS, "Lake Daily", "Hill Post")
    last = credited("c", PUMPS, "Weekly Round", "Lake Daily")
    pairs = direct_reuse(
        [first, middle, last],
        [shares(first, middle, PUMPS), shares(middle, last, PUMPS), shares(first, last, PUMPS)],
    )
    assert [pair.direction for pair in pairs] == ["a->b", "a->b", "a->b"]
    assert pairs[2].reasons[0].name == "through"


def test_words_that_both_quote_are_a_shared_quotation_and_undirected() -> None:
    quoted = f"«{PUMPS}»"
    a = post("a", f"قال الناطق: {quoted} وغادر القاعة.", "Lake Daily", "2031-05-04")
    b = post("b", f"وصرح الناطق أمس: {quoted}", "Hill Post", "2031-05-05")
    pair = directed(a, b, PUMPS)
    assert (pair.kind, pair.direction) == ("shared quotation", "unknown")


def test_a_few_common_words_are_a_formula() -> None:
    words = "did not immediately respond to a request for comment"
    pair = directed(
        post("a", f"{PUMPS} {PUMPS} The mayor {words}.", "Lake Daily", "2031"),
        post("b", f"{FERRY} {FERRY} The crew {words}.", "Hill Post", "2032"),
        words,
    )
    assert (pair.kind, pair.direction) == ("formula", "unknown")


def test_a_pair_of_posts_that_are_not_there_is_left_out() -> None:
    a, b = post("a", PUMPS), post("b", PUMPS)
    assert direct_reuse([a], [shares(a, b, PUMPS)]) == []
