"""Numbers in running text, in words or digits, of both languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.model import Span
from tawatur.text.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "said", "bound", "counts"),
    [
        ("At least 30 people were killed.", 30, "at_least", "dead"),
        ("Two hundred and thirty-four thousand refugees fled.", 234_000, "exact", "displaced"),
        ("More than 200,000 residents stayed.", 200_000, "at_least", "people"),
        ("It cost some 3.5 million dollars.", 3_500_000, "about", "dollars"),
        ("It cost $3.5m.", 3_500_000, "exact", "dollars"),
        ("They hold 45% of the town.", 45, "exact", "percent"),
        ("The death toll rose to 186.", 186, "exact", "dead"),
        ("between 30 and 40 soldiers", 30, "range", "troops"),
        ("dozens of civilians were hurt", 24, "vague", "injured"),
        ("up to 50 boats", 50, "at_most", "ships"),
        ("قُتل 34 شخصاً على الأقل", 34, "at_least", "dead"),
        ("مئة وستة وثمانون راكباً", 186, "exact", "people"),
        ("أكثر من مئتي ألف نازح", 200_000, "at_least", "displaced"),
        ("سقط قتيلان في الحي", 2, "exact", "dead"),
        ("خمسة وعشرون ألفاً وخمسمئة دولار", 25_500, "exact", "dollars"),
        ("ألفا مقاتل", 2_000, "exact", "troops"),
        ("بين 30 و40 جندياً", 30, "range", "troops"),
        ("نحو 85 في المئة من المدينة", 85, "about", "percent"),
        ("عشرات الآلاف من المتظاهرين", 20_000, "vague", "people"),
    ],
)
def test_a_number_is_read_with_its_bound_and_what_it_counts(text: str, said: float, bound: str, counts: str) -> None:
    found = find_quantities(text)
    assert [(one.said, one.bound, one.counts) for one in found] == [(said, bound, counts)]


def test_each_number_of_a_list_counts_its_own() -> None:
    text = "12 people were killed and 30 wounded, and 4 are missing"
    assert [(one.said, one.counts) for one in find_quantities(text)] == [(12, "dead"), (30, "injured"), (4, "missing")]


def test_a_year_alone_is_no_number() -> None:
    assert find_quantities("It was built in 2017 and burned down.") == []


def test_what_is_part_of_a_date_is_left_out() -> None:
    text = "On 12 May 30 houses burned"
    assert [one.said for one in find_quantities(text, [Span(3, 9)])] == [30]


def test_the_bounds_of_a_number_say_what_is_known() -> None:
    (least,) = find_quantities("at least 30 people")
    (most,) = find_quantities("up to 30 people")
    (between,) = find_quantities("30 to 40 people")
    assert (least.low, least.high) == (30, None)
    assert (most.low, most.high) == (None, 30)
    assert (between.low, between.high) == (30, 40)


@given(st.text(alphabet="ab 19,.%$-:\n٣مئةوألف", max_size=200))
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    found = find_quantities(text)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in found)
    assert all(a.span.start <= b.span.start for a, b in zip(found, found[1:], strict=False))
