"""What is found, and where exactly."""

from __future__ import annotations

import pytest
from invented import found, post, posts, prose, rare, words_of

from tawatur.errors import UsageError
from tawatur.model import Span

QUOTE = "the bridge over the northern canal will stay closed until the last beam is weighed"


def test_a_copied_passage_is_found_to_the_letter() -> None:
    items = posts(f"{prose(80, 1)}. {QUOTE}. {prose(60, 2)}", f"{prose(50, 3)}: “{QUOTE}”, {prose(90, 4)}")
    (pair,) = found(items)
    assert (pair.a, pair.b) == ("p0", "p1")
    assert words_of(items, pair) == [(QUOTE, QUOTE)]
    assert pair.passages[0].similarity == 1.0
    assert pair.passages[0].words == len(QUOTE.split())
    assert pair.passages[0].differences == ()


def test_posts_that_share_nothing_are_not_linked() -> None:
    assert found(posts(*(prose(300, seed) for seed in range(40)))) == []


def test_quotes_of_twelve_words_are_found() -> None:
    quote = rare(12, 5)
    items = posts(f"{prose(200, 1)} {quote} {prose(200, 2)}", f"{prose(150, 3)} {quote} {prose(150, 4)}")
    assert [words_of(items, pair) for pair in found(items)] == [[(quote, quote)]]


def test_a_phrase_of_a_few_words_is_no_passage() -> None:
    phrase = rare(6, 5)
    assert found(posts(f"{prose(90, 1)} {phrase} {prose(90, 2)}", f"{prose(90, 3)} {phrase} {prose(90, 4)}")) == []


ARABIC = "أعلنت إدارة الجسر أنّ المدينة القديمة ستبقى مغلقة حتى مساء الأربعاء وفق مسؤول في الميناء الشرقي"


@pytest.mark.parametrize(
    "written",
    [
        ARABIC.replace("أ", "ا").replace("إ", "ا"),
        ARABIC.replace("ة ", "ه "),
        ARABIC.replace("مسؤول", "مسئول"),
        ARABIC.replace("الجسر", "الجـــسر").replace("حتى", "حتَّى"),
        ARABIC.replace("الشرقي", "الشرقى"),
        ARABIC.replace("لا", "ﻻ").replace("القديمة", "ﺍﻟﻘﺪﻳﻤﺔ"),
        ARABIC.replace("المدينة القديمة", "«المدينة القديمة»،"),
    ],
)
def test_arabic_spelling_does_not_matter_and_spans_stay_exact(written: str) -> None:
    items = posts(
        f"{prose(60, 1, arabic=True)}\n{ARABIC}\n{prose(60, 2, arabic=True)}",
        f"{prose(40, 3, arabic=True)}\n{written}\n{prose(70, 4, arabic=True)}",
    )
    (pair,) = found(items)
    assert words_of(items, pair) == [(ARABIC, written)]
    assert pair.passages[0].differences == ()


def test_case_and_punctuation_do_not_matter() -> None:
    shouted = QUOTE.upper().replace(" WILL", ", WILL").replace("CLOSED", "‘CLOSED’")
    items = posts(f"{prose(60, 1)} {QUOTE} {prose(60, 2)}", f"{prose(60, 3)} {shouted} {prose(60, 4)}")
    (pair,) = found(items)
    assert words_of(items, pair) == [(QUOTE, shouted)]


def test_a_cut_and_reordered_copy_is_found_in_its_parts() -> None:
    one, two = rare(40, 1), rare(80, 2).split()
    two_text = " ".join(word + "x" for word in two)
    items = posts(f"{one} {prose(100, 3)} {two_text}", f"{two_text} {prose(90, 4)} {one}")
    (pair,) = found(items)
    assert [sides[1] for sides in words_of(items, pair)] == [two_text, one]
    assert pair.passages[0].block != pair.passages[1].block


def test_passages_that_lie_close_together_make_one_block() -> None:
    one, two = rare(30, 1), " ".join(word + "x" for word in rare(30, 2).split())
    items = posts(f"{one} {prose(30, 3)} {two}", f"{prose(90, 5)} {one} {prose(25, 4)} {two}")
    (pair,) = found(items)
    assert [passage.block for passage in pair.passages] == [0, 0]


def test_a_text_that_hundreds_of_outlets_carry_is_linked_in_one_piece() -> None:
    story = prose(60, 7)
    items = posts(*(f"{prose(40, 100 + n)} {story} {prose(40, 900 + n)}" for n in range(300)))
    pairs = found(items)
    assert len(pairs) < 110 * 300
    reached = {"p0"}
    for pair in pairs:
        assert any(story in side for sides in words_of(items, pair) for side in sides[:1])
        if pair.a in reached:
            reached.add(pair.b)
    assert len(reached) == 300


def test_a_short_quote_that_most_posts_carry_is_found_in_all() -> None:
    quote = rare(14, 3)
    items = posts(*(f"{prose(40, 100 + n)} {quote} {prose(40, 900 + n)}" for n in range(150)))
    assert {pair.b for pair in found(items)} == {f"p{n}" for n in range(1, 150)}


def test_one_text_many_times_gives_links_in_proportion() -> None:
    pairs = found(posts(*([prose(120, 1)] * 1000)))
    assert 999 <= len(pairs) <= 105 * 104 // 2 + 4 * 900


@pytest.mark.parametrize("text", ["", "word", "…", "a " * 5000, "a b c " * 3000, "x" * 200_000])
def test_poor_posts_do_no_harm(text: str) -> None:
    story = prose(80, 1)
    items = posts(text, story, text, text, f"{prose(30, 2)} {story}")
    assert ("p1", "p4") in {(pair.a, pair.b) for pair in found(items)}


def test_an_unknown_outlet_is_nobodys() -> None:
    items = [post(n, prose(120, 1), None) for n in range(4)]
    pairs = found(items)
    assert len(pairs) == 6
    assert not any(pair.same_outlet for pair in pairs)


def test_the_same_id_twice_is_refused() -> None:
    with pytest.raises(UsageError, match="'p1' was given before"):
        found([post(1, "one"), post(1, "two")])


def test_no_posts_give_no_pairs() -> None:
    assert found([]) == []


def test_a_token_far_from_the_one_before_keeps_its_place() -> None:
    gap, long = " " * 700, "w" * 300
    story = f"{rare(10, 1)}{gap}{long} {rare(70, 2)}"
    items = posts(f"{story}", f"½ {story} .")
    (pair,) = found(items)
    assert pair.passages[0].a == Span(0, len(story))
    assert words_of(items, pair) == [(story, story)]


def test_short_posts_side_by_side_are_each_found_in_a_later_one() -> None:
    shared = "the pilot boat left the eastern mole at dusk with its lamps unlit and nobody aboard"
    items = posts(*(f"{word} said that {shared} on {word}day" for word in ("anna", "bert", "carl", "dora", "emil")))
    pairs = {(pair.a, pair.b) for pair in found(items)}
    assert len(pairs) == 10
