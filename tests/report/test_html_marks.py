"""Marks in the words of a post: whatever the text and wherever the marks, no word is lost, added or obeyed."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.model import Caption, Description, Evidence, Page, Post, Span
from tawatur.report.html_marks import KINDS, lines
from tawatur.report.html_text import direction, language_tag, plain, shown

HOSTILE = st.text(st.one_of(st.characters(), st.sampled_from("<>&\"' \n\r\t\u202e\u2066\x00\u2028ابتAb")), max_size=80)


def page_and_post(text: str) -> tuple[Page, Post]:
    page = Page(
        id="pg",
        source="s",
        media_type="text/plain",
        encoding=None,
        sha256="",
        retrieved="",
        title=None,
        text=text,
        made_by="t",
    )
    post = Post(id="po", page_id="pg", order=0, span=Span(0, len(text)), title=None, body=None, made_by="t")
    return page, post


def described(spans: list[tuple[str, Span]]) -> Description:
    return Description(
        post_id="po",
        title=None,
        byline=None,
        outlet=None,
        published=None,
        lang="en",
        evidence=tuple(Evidence(field=field, span=span, why="") for field, span in spans),
        captions=tuple(Caption(span=span) for field, span in spans if field == "caption"),
        made_by="t",
    )


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^<>]*>", "", html))


@settings(max_examples=150, deadline=None)
@given(HOSTILE, st.lists(st.tuples(st.sampled_from(KINDS), st.integers(0, 80), st.integers(0, 80)), max_size=6))
def test_the_marked_lines_hold_every_word_of_the_post(text: str, wanted: list[tuple[str, int, int]]) -> None:
    page, post = page_and_post(text)
    spans = [(kind, Span(min(a, b, len(text)), min(max(a, b), len(text)))) for kind, a, b in wanted]
    found = lines(page, post, described(spans), longest=1000, label=str)
    kept = [line for line in re.split("\r\n|[\n\r\u2028\u2029]", text) if line.strip()]
    assert [words_of(line.html) for line in found] == [words_of(shown(line)) for line in kept]


@settings(max_examples=150, deadline=None)
@given(HOSTILE)
def test_shown_words_hold_no_markup_and_no_control_character(text: str) -> None:
    for out in (shown(text), plain(text)):
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]", out)
        assert not re.search('<(?!bdi class="ctl"|/bdi>)', out)
    assert "<" not in plain(text) and '"' not in plain(text)


def test_one_mark_over_two_lines_marks_both() -> None:
    page, post = page_and_post("A title over\ntwo lines\nA body.")
    found = lines(page, post, described([("title", Span(0, 22))]), longest=1000, label=str)
    assert ["<mark" in line.html for line in found] == [True, True, False]


def test_empty_lines_become_space_before_the_next_one() -> None:
    page, post = page_and_post("One\n\n \nTwo\nThree")
    assert [line.after_gap for line in lines(page, post, None, longest=1000, label=str)] == [
        False,
        True,
        False,
    ]


def test_direction_is_left_to_the_browser_unless_the_first_letter_misleads() -> None:
    assert direction("عنوان in two scripts هنا وهناك") == "auto"
    assert direction("AFP: عنوان بالعربية") == "rtl"
    assert direction("«أ»: an English line it is") == "ltr"
    assert direction("12/2/2021") == "auto"


def test_a_name_in_another_script_than_the_post_gets_its_script_for_a_language() -> None:
    assert language_tag("Meridian", "ar", lang_is_rtl=True) == "und-Latn"
    assert language_tag("ميريديان", "ar", lang_is_rtl=True) == "ar"
    assert language_tag("12", "ar", lang_is_rtl=True) == "ar"
    assert language_tag("ميريديان", None, lang_is_rtl=False) == "und-Arab"
