"""Dates count as far as they are precise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.chains.when import gap, is_far, read_when


def is_before(first: str, then: str) -> bool:
    a, b = read_when(first), read_when(then)
    assert a is not None and b is not None
    return gap(a, b) is not None


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("2031-05-04", "2031-05-05"),
        ("2031", "2032-01"),
        ("2031-05-04", "2031-05-05T00:01+00:00"),
        ("2031-05-04T10:00:00+03:00", "2031-05-04T08:00:00Z"),
        ("2031-05-04T10:00", "2031-05-04T14:00"),
    ],
)
def test_what_is_surely_earlier_is_before(first: str, then: str) -> None:
    assert is_before(first, then)
    assert not is_before(then, first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2031-05-04", "2031-05-04T23:59+00:00"),
        ("2031-05", "2031-05-30"),
        ("2031-05-04", "2031-05-04"),
        ("2031-05-04T10:00", "2031-05-04T11:30+00:00"),  # an unknown zone
        ("2031-05-04T10:00+00:00", "2031-05-04T13:00+03:00"),
    ],
)
def test_a_time_inside_a_day_decides_nothing(one: str, other: str) -> None:
    assert not is_before(one, other)
    assert not is_before(other, one)


def test_two_days_are_more_than_a_renewed_date() -> None:
    first, then = read_when("2031-05-04"), read_when("2031-05-08")
    assert first is not None and then is not None
    between = gap(first, then)
    assert between is not None and is_far(between)


@given(st.text(max_size=30) | st.from_regex(r"\d{4}-\d\d-\d\dT\d\d:\d\d(\+\d\d:\d\d)?", fullmatch=True))
def test_no_text_breaks_the_reader(text: str) -> None:
    when = read_when(text)
    assert when is None or when.low < when.high


def test_what_is_no_date_is_unknown() -> None:
    assert read_when(None) is None
    assert read_when("2031-13-40") is None
    assert read_when("9999-12-31") is None
