"""Whether a place lies in one of many spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.attribute.stretches import Stretches
from tawatur.model import Span

SPANS = st.builds(lambda start, length: Span(start, start + length), st.integers(0, 30), st.integers(0, 15))


@given(st.lists(SPANS, max_size=8), st.integers(0, 50))
def test_a_place_is_held_where_any_of_the_spans_has_it(spans: list[Span], place: int) -> None:
    assert Stretches(spans).hold(place) == any(span.start <= place < span.end for span in spans)
