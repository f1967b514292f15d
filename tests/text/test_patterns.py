from __future__ import annotations

import pytest

from tawatur.errors import LanguageDataError
from tawatur.text.patterns import Patterns
from tawatur.text.words import words_of


def reads(pattern: str, line: str) -> bool:
    hit = Patterns([("kind", pattern, "here")]).match(line, words_of(line))
    return hit is not None and hit.whole


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("share this", "SHARE  this!"),
        ("share this [article]", "Share this"),
        ("share this [article]", "Share this article"),
        ("[the] archive", "The archive"),
        ("[the] archive", "archive"),
        ("(older|newer) posts", "Newer posts"),
        ("comment[s]", "Comment"),
        ("comment[s]", "Comments"),
        ("whats[ ]app", "WhatsApp"),
        ("whats[ ]app", "Whats App"),
        ("{number} comments", "1,204 comments"),
        ("at {clock}", "at 4:12 PM"),
        ("on {date}", "on Tuesday, 3 May 2018"),
        ("by {name}", "by Edwin Marlow"),
        ("see {any:2} here", "see the map here"),
        ("(a [b]|c) d", "a b d"),
        ("(a [b]|c) d", "c d"),
        ("posts", "Posts | Posts"),
    ],
)
def test_a_pattern_reads_what_it_says(pattern: str, line: str) -> None:
    assert reads(pattern, line)


@pytest.mark.parametrize(
    ("pattern", "line"),
    [
        ("share this", "share this thing"),
        ("at {clock}", "at 4"),
        ("by {name}", "by the river"),
        ("see {any:2} here", "see all of the map here"),
        ("(older|newer) posts", "posts"),
    ],
)
def test_a_pattern_reads_no_more(pattern: str, line: str) -> None:
    assert not reads(pattern, line)


@pytest.mark.parametrize("pattern", ["share [this", "share (a|b", "see {what}"])
def test_a_broken_pattern_names_its_place_and_the_next_step(pattern: str) -> None:
    with pytest.raises(LanguageDataError, match="file.yaml, line 3"):
        Patterns([("kind", pattern, "file.yaml, line 3")])


def test_many_loose_placeholders_take_no_exponential_time() -> None:
    assert not reads(" ".join(["{any:9}"] * 9) + " end", " ".join(["word"] * 40))
