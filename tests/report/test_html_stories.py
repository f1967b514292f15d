"""The claim board of the report: variants side by side, each with its words, its origins and its marks."""

from __future__ import annotations

import pytest

from tawatur.model import Claim, Report, Span, Story, Tie, Variant
from tawatur.report.html import _environment
from tawatur.report.html_stories import Told, stories_view
from tawatur.report.html_told import phrase
from tawatur.report.html_view import Row
from tawatur.report.html_words import words_of

SAID = {
    "po-1": "The landslide killed 12 people in Dalma.",
    "po-2": "قتل 17 شخصاً في انزلاق التربة.",
}


def row(number: int, lang: str, outlet: str | None, published: str | None) -> Row:
    title = phrase(f"<b>Title {number}</b>", lang)
    return Row(number, f"po-{number}", title, phrase(outlet, lang) if outlet else None, None, published, lang, "page")


ROWS = [row(1, "en", "The Courier", "2021-02-10"), row(2, "ar", "الأفق", "2021-02-11"), row(3, "en", None, None)]


def report(post: str, start: int, end: int, *, anonymous: bool = False) -> Report:
    return Report(
        post_id=post,
        statement_id=None,
        span=Span(start, end),
        about=Span(0, len(SAID[post])),
        speaker="a <i>source</i>" if anonymous else None,
        anonymous=anonymous,
    )


def told() -> Told:
    story = Story(
        id="sy-1",
        title="Landslide in Dalma",
        posts=("po-1", "po-2"),
        langs=("en", "ar"),
        first="2021-02-10",
        last="2021-02-11",
        ties=(Tie(kind="meaning", what="landslide / انزلاق", posts=("po-1", "po-2"), weight=0.4),),
        made_by="test",
    )
    alone = Story(id="sy-2", title=None, posts=("po-3",), langs=("en",), first=None, last=None, made_by="test")
    claim = Claim(
        id="cl-1",
        story_id="sy-1",
        kind="happening",
        about=SAID["po-1"],
        slot="number",
        variants=(
            Variant(value="12", reports=(report("po-1", 21, 23),), origins=("po-1",), independent_origins=1),
            Variant(
                value="17",
                reports=(report("po-2", 4, 6, anonymous=True),),
                origins=("po-2",),
                independent_origins=1,
                anonymous_only=True,
            ),
        ),
        made_by="test",
    )
    words = {(post, Span(0, len(text))): text for post, text in SAID.items()}
    return Told(stories=[alone, story], claims={"sy-1": [claim]}, words=words)


def shown(lang: str) -> str:
    words = words_of(lang)
    view = stories_view(told(), ROWS, words)
    return (
        _environment().get_template("stories.html").render(words=words, stories=view, to_post=lambda row: "#" + row.id)
    )


def test_the_words_that_differ_are_marked_inside_their_sentence() -> None:
    page = shown("en")
    assert 'killed <mark class="slot">12</mark> people' in page
    assert 'قتل <mark class="slot">17</mark> شخصاً' in page


def test_stories_of_one_post_are_counted_and_not_listed() -> None:
    view = stories_view(told(), ROWS, words_of("en"))
    assert [story.id for story in view.stories] == ["sy-1"]
    assert (view.single, view.claims, view.conflicts) == (1, 1, 1)


def test_outlets_stand_in_lanes_by_day() -> None:
    (story,) = stories_view(told(), ROWS, words_of("en")).stories
    assert story.day_names == ("10 February 2021", "11 February 2021")
    assert [[len(day) for day in lane.days] for lane in story.lanes] == [[1, 0], [0, 1]]


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_what_rests_on_nameless_sources_says_so(lang: str) -> None:
    assert words_of(lang)["only_anonymous"] in shown(lang)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_nothing_of_a_page_becomes_markup(lang: str) -> None:
    page = shown(lang)
    assert "<b>Title" not in page
    assert "<i>source" not in page
    assert "a &lt;i&gt;source&lt;/i&gt;" in page


def test_both_languages_have_the_same_words_for_stories() -> None:
    assert set(words_of("en")["claim_slots"]) == set(words_of("ar")["claim_slots"])
    missing = {key for key in words_of("en").table if key not in words_of("ar").table}
    assert not missing
