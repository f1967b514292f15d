"""What an outlet prints under every post."""

from __future__ import annotations

from invented import found, post, prose, rare

FOOTER = rare(25, 11)


def test_what_an_outlet_prints_under_post_after_post_is_no_reuse() -> None:
    items = [post(n, f"{prose(300, n)} {FOOTER}", "the courier") for n in range(12)]
    assert found(items) == []


def test_the_same_words_in_another_outlet_are_reuse() -> None:
    items = [post(n, f"{prose(300, n)} {FOOTER}", "the courier") for n in range(6)]
    items.append(post(6, f"{prose(200, 50)} {FOOTER} {prose(200, 51)}", "the echo"))
    assert {(pair.a, pair.b) for pair in found(items)} == {(f"p{n}", "p6") for n in range(6)}


def test_a_footer_in_the_middle_is_told_once_a_third_post_carries_it() -> None:
    items = [post(n, f"{prose(300, n)} {FOOTER} {prose(300, n + 90)}", "the courier") for n in range(8)]
    assert {(pair.a, pair.b) for pair in found(items)} == {("p0", "p1")}


def test_an_outlet_that_repeats_a_story_of_its_own_is_found_without_the_footer() -> None:
    items = [post(n, f"{prose(300, n)} {FOOTER}", "the courier") for n in range(6)]
    story = prose(200, 77)
    items += [post(n, f"{prose(40, n)} {story} {FOOTER}", "the courier") for n in (6, 7)]
    (pair,) = found(items)
    assert (pair.a, pair.b, pair.same_outlet) == ("p6", "p7", True)


def test_a_story_that_an_outlet_publishes_again_and_again_is_no_boilerplate() -> None:
    items = [post(n, prose(200, 77), "the courier") for n in range(6)]
    assert {pair.b for pair in found(items)} == {f"p{n}" for n in range(1, 6)}
