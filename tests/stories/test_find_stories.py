"""Posts on one happening are one story, in whatever language; look-alikes are not."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import StoryPost
from tawatur.stories import find_stories


def post(id_: str, text: str, *, lang: str = "en", day: str | None = "2021-02-10", title: str | None = None,
         opinion: bool = False) -> StoryPost:  # fmt: skip
    return StoryPost(id=id_, title=title, text=text, lang=lang, published=day, opinion=opinion)


FERRY_EN = post(
    "po-1",
    "The ferry Najma ran aground in thick fog off Umm al-Lawz on Tuesday night. Rescuers evacuated 186 passengers and "
    "Captain Nadim Surour was questioned by the harbour master of Umm al-Lawz.",
)
FERRY_AR = post(
    "po-2",
    "جنحت العبّارة «نجمة» وسط ضباب كثيف قبالة أم اللوز ليل الثلاثاء. وأجلى المنقذون 186 راكباً واستجوب مدير الميناء "
    "القبطان نديم سرور.",
    lang="ar",
)
FERRY_OTHER = post(
    "po-3",
    "All 186 passengers of the ferry Najma, which ran aground in fog near Umm al-Lawz, are safe, the coast guard said. "
    "The captain, Nadim Surour, told investigators that he had not seen the rocks.",
)
FIRE = post(
    "po-4",
    "A fire destroyed 40 shops in the old market of Dalma. Firefighters from three towns fought the blaze until dawn; the "
    "mayor, Hala Mirzaq, promised compensation to the shopkeepers.",
)


def story_of(posts: list[StoryPost]) -> dict[str, str]:
    return {id_: story.id for story in find_stories(posts) for id_ in story.posts}


def test_two_languages_tell_one_story() -> None:
    found = story_of([FERRY_EN, FERRY_AR, FIRE])
    assert found["po-1"] == found["po-2"] != found["po-4"]


def test_other_words_for_the_same_happening_are_the_same_story() -> None:
    found = story_of([FERRY_EN, FERRY_OTHER, FIRE])
    assert found["po-1"] == found["po-3"] != found["po-4"]


def test_a_look_alike_of_another_month_is_another_story() -> None:
    later = post(
        "po-5",
        "A cargo ship ran aground near Marwada in a storm. Its crew of nine was brought ashore; Captain Orla Finnane said "
        "the anchor had not held.",
        day="2021-04-20",
    )
    found = story_of([FERRY_EN, FERRY_OTHER, later])
    assert found["po-5"] != found["po-1"]


def test_the_order_of_posts_changes_nothing() -> None:
    posts = [FERRY_EN, FERRY_AR, FERRY_OTHER, FIRE]
    first = find_stories(posts)
    random.Random(3).shuffle(posts)
    assert find_stories(posts) == first


def test_what_ties_a_story_is_shown_with_the_posts_that_have_it() -> None:
    (story, *_) = find_stories([FERRY_EN, FERRY_AR, FIRE])
    ties = {tie.what: tie for tie in story.ties}
    assert set(ties["186"].posts) == {"po-1", "po-2"}
    assert any(tie.kind == "meaning" for tie in story.ties)
    assert sum(tie.weight for tie in story.ties) <= 1.001


def test_a_comment_joins_its_story_loosely() -> None:
    comment = post(
        "po-6",
        "What the grounding of the ferry Najma off Umm al-Lawz teaches us: fog is no excuse. Nadim Surour is not the only "
        "captain who sails blind, and 186 passengers deserved better.",
        opinion=True,
    )
    (story, *_) = find_stories([FERRY_EN, FERRY_OTHER, comment, FIRE])
    assert story.loose == ("po-6",)
    assert "po-6" in story.posts


def test_days_run_from_the_first_dated_post_to_the_last() -> None:
    undated = post("po-7", FERRY_OTHER.text, day=None)
    (story, *_) = find_stories([FERRY_EN, undated])
    assert (story.first, story.last) == ("2021-02-10", "2021-02-10")
    assert story.posts == ("po-1", "po-7")


def test_no_posts_no_stories_and_one_post_one_story() -> None:
    assert find_stories([]) == []
    (story,) = find_stories([FIRE])
    assert story.posts == ("po-4",)
    assert story.ties == ()


def test_posts_without_words_are_stories_of_their_own() -> None:
    found = find_stories([post("po-8", ""), post("po-9", "", lang="ar"), FIRE])
    assert sorted(len(story.posts) for story in found) == [1, 1, 1]


def test_a_thousand_copies_are_one_story() -> None:
    copies = [post(f"po-{n:04}", FERRY_EN.text) for n in range(1000)]
    (story,) = find_stories(copies)
    assert len(story.posts) == 1000


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.text(max_size=80), st.sampled_from(["en", "ar", None, "de"])), max_size=8))
def test_every_post_is_in_exactly_one_story(texts: list[tuple[str, str | None]]) -> None:
    posts = [
        StoryPost(id=f"po-{n}", title=None, text=text, lang=lang, published=None)
        for n, (text, lang) in enumerate(texts)
    ]
    placed = [id_ for story in find_stories(posts) for id_ in story.posts]
    assert sorted(placed) == sorted(one.id for one in posts)
