"""What can both be true is no conflict."""

from __future__ import annotations

import pytest

from tawatur.corroborate.compare import differ, parted
from tawatur.corroborate.fillers import Filler
from tawatur.model import Span

HERE = Span(0, 1)


def number(low: float | None, high: float | None, bound: str = "exact") -> Filler:
    return Filler("number", "dead", HERE, "", frozenset({"dead", bound}), low, high)


def actor(*keys: str) -> Filler:
    return Filler("actor", "actor of airdrop", HERE, " ".join(keys), frozenset(keys))


def day(value: str) -> Filler:
    return Filler("time", "day", HERE, value, frozenset({value}))


@pytest.mark.parametrize(
    ("one", "other", "conflict"),
    [
        (number(30, 30), number(34, 34), True),
        (number(30, None, "at_least"), number(34, 34), False),
        (number(None, 30, "at_most"), number(34, 34), True),
        (number(200, 200, "about"), number(214, 214), False),
        (number(200_000, 200_000), number(198_700, 198_700), False),
        (number(30, 40, "range"), number(34, 34), False),
        (number(30, 40, "range"), number(44, 44), True),
        (actor("c:SY"), actor("c:US"), True),
        (actor("c:SY", "c:RU"), actor("c:SY"), False),
        (actor("s:side_state"), actor("s:side_coalition"), True),
        (actor("s:side_state"), actor("c:SY"), False),
        (day("2021-02-09"), day("2021-02-10"), True),
        (day("2021-02"), day("2021-02-10"), False),
        (day("2021-02-09T19:40"), day("2021-02-09"), False),
    ],
)
def test_two_reports_differ_only_where_they_cannot_both_hold(one: Filler, other: Filler, conflict: bool) -> None:
    assert differ(one, other) is conflict
    assert differ(other, one) is conflict


def test_reports_of_other_things_never_differ() -> None:
    hurt = Filler("number", "injured", HERE, "", frozenset({"injured"}), 12, 12)
    assert not differ(number(30, 30), hurt)


def test_reports_are_parted_into_those_that_agree() -> None:
    assert parted([actor("c:SY"), actor("c:US"), actor("c:SY", "c:RU")]) == [[0, 2], [1]]


def test_who_could_be_either_stands_alone() -> None:
    assert parted([actor("c:SY"), actor("c:US"), actor("s:side_state")]) == [[0], [1], [2]]


def test_who_contradicts_nobody_joins_the_only_group() -> None:
    assert parted([actor("c:SY"), actor("s:side_state")]) == [[0, 1]]
