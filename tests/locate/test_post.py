"""What of a post is searched: title, leads and body; long ones in windows that leave nothing out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from located import page_of

import tawatur.locate.post as room
from tawatur.locate import locate_page
from tawatur.model import Post, Span

TEXT = (
    "Fire in Mosul\n"
    "By Amman Writer\n"
    "Crews from Erbil came to help late in the evening, when the wind had turned and roads were open again.\n"
    "The fire burned for two days in Baghdad.\n"
    "Source: Damascus Courier"
)


def test_title_lead_and_body_are_searched_and_bylines_and_credits_are_not() -> None:
    body = TEXT.index("The fire")
    post = Post(
        id="post", page_id="page", order=0, span=Span(0, len(TEXT)), title=Span(0, TEXT.index("\n")),
        body=Span(body, TEXT.index("\nSource")), made_by="test",
    )  # fmt: skip
    found = locate_page(page_of(TEXT), [post], [])
    assert [place.span.of(TEXT) for place in found] == ["Mosul", "Erbil", "Baghdad"]


@given(st.text(alphabet="ab ", max_size=300), st.integers(1, 40))
def test_windows_hold_every_letter_of_the_zones_once_and_in_order(text: str, most: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "MOST", most)
        groups = room.windows([Span(0, len(text) // 2), Span(len(text) // 2, len(text))], text)
    assert "".join(span.of(text) for group in groups for span in group) == text
    assert all(sum(map(len, group)) <= most for group in groups)
