"""The whole room: order, spans, bad input."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telling import described, page_of, statements

from tawatur.attribute import ATTRIBUTE, attribute_page
from tawatur.model import Failure, Page, Post, Statement

PIECES = ["He", "said", "that", "the mayor", "told", "Reuters", "“", "”", '"', "'", "«", "»", ",", ".", ":", ";", "-", "\n",
          "according to", "was quoted as saying", "adding", "not", "and", "\u200f", "قال", "المصدر", "إن", "أكد", "الجيش"]  # fmt: skip
posts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.text(max_size=200),
    st.text(alphabet="\"“”«»'‘’ \n"),
)


def spans_of(one: Statement) -> list[object]:
    held = [one.content, one.cue, one.speaker, one.addressee_at, one.venue, one.speaker_name_at, *one.quoted]
    return [span for span in held if span is not None]


@settings(deadline=None)
@given(posts, st.sampled_from(["en", "ar", None]))
def test_spans_lie_in_the_post_and_statements_stand_in_order(text: str, lang: str | None) -> None:
    page, post = page_of(text)
    found = attribute_page(page, [post], [described(lang)] if lang else [])
    assert [one.order for one in found] == list(range(len(found)))
    assert len({one.id for one in found}) == len(found)
    starts = [one.content.start for one in found]
    assert starts == sorted(starts)
    for one in found:
        assert len(one.content) > 0
        assert all(post.span.holds(span) for span in spans_of(one))
        assert all(one.content.holds(part) for part in one.quoted)


@settings(deadline=None)
@given(posts)
def test_the_same_post_gives_the_same_statements(text: str) -> None:
    assert statements(text) == statements(text)


@pytest.mark.parametrize(
    "text",
    [
        "he said the army told them that " * 4000,
        "«" * 10_000 + " word " + "»" * 10_000,
        '"' * 50_000,
        "“”«»\"'" * 8_000,
        ", said" * 10_000,
        "\u200f".join("He said “we will go,” " * 1_000),
        "“a said b\n" * 4_000,
        "a" * 200_000,
        "(" * 50_000,
    ],
    ids=["no stops", "nested", "marks", "all marks", "cues", "right-to-left marks", "unclosed", "one word", "brackets"],
)
def test_bad_input_is_read_to_its_end(text: str) -> None:
    page, post = page_of(text)
    found = attribute_page(page, [post], [described("en")])
    assert all(post.span.holds(span) for one in found for span in spans_of(one))


def test_a_post_without_body_or_title_has_no_statements() -> None:
    page, post = page_of("He said no such thing was true.")
    bare = Post(id="po", page_id="pg", order=0, span=post.span, title=None, body=None, made_by="test")
    assert attribute_page(page, [bare], []) == []


def test_the_language_is_found_where_no_description_tells_it() -> None:
    (one,) = statements("The mayor of the town said that the dam was safe and that the road would open.", lang=None)
    assert one.lang == "en"


def test_a_language_without_words_of_saying_gives_nothing() -> None:
    assert statements('Der Bürgermeister sagte: "Der Damm ist sicher."', lang="de") == []


def test_the_stage_takes_a_page_with_posts_and_descriptions() -> None:
    page, post = page_of('"The dam is safe," the mayor said.')
    (made,) = ATTRIBUTE.run([(page, [post], [described("en")])])
    assert not isinstance(made, Failure)
    assert [one.made_by for one in made] == [ATTRIBUTE.made_by]


def test_statements_of_all_posts_come_in_the_order_of_posts() -> None:
    page, post = page_of('"One," Horn said.')
    other = Post(id="po2", page_id="pg", order=1, span=post.span, title=None, body=post.body, made_by="test")
    found = attribute_page(page, [post, other], [])
    assert isinstance(page, Page)
    assert [one.post_id for one in found] == sorted(one.post_id for one in found)
