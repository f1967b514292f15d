"""What was changed inside a copy."""

from __future__ import annotations

import random

from invented import found, posts, prose

from tawatur.model import Difference, Reuse, ReusePost

STORY = (
    "The harbour office counted 35 boats at the old pier on Monday and said that nine of them would be moved to the "
    "eastern basin before the storm of the week reaches the lower town according to its captain"
)


def compare(changed: str) -> tuple[list[ReusePost], Reuse]:
    items = posts(f"{prose(60, 1)} {STORY} {prose(60, 2)}", f"{prose(50, 3)} {changed} {prose(70, 4)}")
    (pair,) = found(items)
    return items, pair


def told(items: list[ReusePost], one: Difference) -> tuple[str, str, bool]:
    return one.a.of(items[0].text), one.b.of(items[1].text), one.number


def test_a_changed_number_is_reported_as_one() -> None:
    items, pair = compare(STORY.replace("35", "45"))
    assert [told(items, one) for one in pair.passages[0].differences] == [("35", "45", True)]


def test_the_same_number_in_other_digits_is_no_difference() -> None:
    _, pair = compare(STORY.replace("35", "٣٥"))
    assert pair.passages[0].differences == ()


def test_a_changed_word_is_no_changed_number() -> None:
    items, pair = compare(STORY.replace("boats", "ships"))
    assert [told(items, one) for one in pair.passages[0].differences] == [("boats", "ships", False)]


def test_added_words_have_an_empty_span_on_the_other_side() -> None:
    items, pair = compare(STORY.replace("would be", "would very soon be"))
    (one,) = pair.passages[0].differences
    assert told(items, one) == ("", "very soon", False)
    assert items[0].text[: one.a.start].endswith("would")


def test_left_out_words_are_shown_where_they_were() -> None:
    items, pair = compare(STORY.replace(" of the week", ""))
    (one,) = pair.passages[0].differences
    assert told(items, one) == ("of the week", "", False)


def test_a_number_that_was_added_is_reported() -> None:
    items, pair = compare(STORY.replace("old pier", "old pier 7"))
    assert [told(items, one) for one in pair.passages[0].differences] == [("", "7", True)]


def test_a_number_that_moved_among_changed_words_unchanged_is_not_reported() -> None:
    items, pair = compare(STORY.replace("counted 35 boats", "had 35 ships"))
    assert [one.number for one in pair.passages[0].differences] == [False, False]


def test_what_is_not_in_a_difference_is_equal_word_for_word() -> None:
    rng = random.Random(5)
    words = prose(300, 9).split()
    changed = [w if rng.random() > 0.1 else rng.choice(["zig", "zag zog", ""]) for w in words]
    items = posts(f"{prose(50, 1)} {' '.join(words)}", f"{' '.join(changed)} {prose(50, 2)}")
    (pair,) = found(items)
    for passage in pair.passages:
        a_at, b_at = passage.a.start, passage.b.start
        for one in passage.differences:
            assert items[0].text[a_at : one.a.start].split() == items[1].text[b_at : one.b.start].split()
            a_at, b_at = one.a.end, one.b.end
        assert items[0].text[a_at : passage.a.end].split() == items[1].text[b_at : passage.b.end].split()
