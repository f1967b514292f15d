"""Whatever the text: spans in range and apart, the same answer twice, time in step with the text."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from located import page_of, places, post_of

from tawatur.locate import locate_page
from tawatur.model import Place

WORDS = st.sampled_from(
    ["in", "في", "Aleppo", "حلب", "وحلب", "بالرقة", "،", ",", ".", "\u200f", "\u202b", "«", "»", "(", ")", "of", "the",
     "Paris", "Texas", "New", "York", "مدينة", "ريف", "ـــ", "\n", "السورية", "Iraqi", "St.", "U.S.", "a" * 50, "_", "#"]
)  # fmt: skip


def check(text: str) -> list[Place]:
    found = places(text)
    for place in found:
        assert 0 <= place.span.start < place.span.end <= len(text)
        assert place.span.of(text).strip() == place.span.of(text)
        assert (place.lat is None) == (place.lon is None)
        assert place.reasons
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
    assert [place.order for place in found] == list(range(len(found)))
    return found


@given(st.lists(WORDS, max_size=60))
def test_spans_lie_in_the_text_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    assert check(text) == check(text)


@given(st.text(max_size=200))
def test_no_text_breaks_it(text: str) -> None:
    check(text)


def test_a_name_with_direction_marks_inside_the_line_is_still_found() -> None:
    found = check("\u200fفي \u202bحلب\u202c و\u200fدمشق\u200f")
    assert {place.country for place in found} == {"SY"}


def test_a_long_line_without_punctuation_is_read_to_its_end() -> None:
    text = "word " * 40_000 + "in Baghdad"
    assert [place.span.of(text) for place in check(text)] == ["Baghdad"]


def test_ten_thousand_quotation_marks_are_nothing() -> None:
    assert check("«" * 10_000 + "»" * 10_000) == []


def test_the_same_town_ten_thousand_times_is_ten_thousand_mentions() -> None:
    text = "Aleppo, " * 10_000
    assert len(check(text)) == 10_000


def test_a_post_without_words_has_no_places() -> None:
    assert locate_page(page_of(""), [post_of("")], []) == []
