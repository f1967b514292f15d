"""HTML made to break its reader: every page is read, and what was mended is said."""

from __future__ import annotations

import pytest
from html_samples import PROSE, read


@pytest.mark.parametrize("tag", ["div", "b", "blockquote", "span", "table><tr><td"])
def test_a_hundred_thousand_nested_elements_lose_no_words(tag: str) -> None:
    page = read("<p>before it</p>" + f"<{tag}>" * 100_000 + "deep words" + "<p>after it</p>")
    assert "deep words" in page.text
    assert any("nested too deep" in note for note in page.notes)


def test_a_page_too_large_for_a_tree_is_read_as_text() -> None:
    page = read("<html><title>Big</title><script>no()</script><p>" + "word " * 1_200_000 + "</p><p>the end</p>")
    assert "the end" in page.text and "no()" not in page.text
    assert any("read as text" in note for note in page.notes)
    assert page.title == "Big"


def test_a_page_with_very_many_lines_is_kept_without_a_search_for_its_content() -> None:
    page = read("<p>a line of text</p>" * 30_000)
    assert page.text.count("a line of text") == 30_000
    assert any("too large" in note for note in page.notes)


def test_nuls_and_controls_are_left_out_and_noted() -> None:
    page = read("<p>one\x00 two\x07 three</p>")
    assert "one two three" in page.text
    assert any("control characters" in note for note in page.notes)


def test_lone_surrogates_are_replaced_and_noted() -> None:
    page = read("<p>one \ud800 two</p>")
    assert page.text.encode("utf-8")
    assert any("surrogates" in note for note in page.notes)


def test_bidi_controls_stay_and_every_span_holds() -> None:
    page = read(f"<h1>\u202eevil title of it\u202c</h1><p>{PROSE[0]}</p><p>{PROSE[1]}</p>")
    assert all(b.span.end <= len(page.text) for b in page.blocks)
    assert "\u202eevil title" in page.text


def test_a_script_in_a_title_is_text_or_nothing_and_never_kept_as_markup() -> None:
    page = read(
        f"<title>A <script>alert(1)</script>title</title><h1>Dam <script>alert(2)</script>closed today</h1><p>{PROSE[0]}</p>"
    )
    assert "alert(2)" not in page.text
    assert "<script" not in (page.title or "")


def test_entity_bombs_do_not_expand() -> None:
    bodies = ["lol" * 10, *(f"&a{i};" * 10 for i in range(11))]
    declared = "".join(f'<!ENTITY a{i} "{body}">' for i, body in enumerate(bodies))
    page = read(f"<!DOCTYPE html [{declared}]><p>&a11; and text</p>")
    assert len(page.text) < 10_000


def test_a_tag_with_very_many_attributes_is_cut_down() -> None:
    page = read("<p " + " ".join(f"a{i}=b" for i in range(100_000)) + ">the text</p>")
    assert "the text" in page.text
    assert any("attributes" in note for note in page.notes)


def test_json_ld_nested_without_end_is_passed_over() -> None:
    assert "the text" in read("<script type='application/ld+json'>" + "[" * 100_000 + "</script><p>the text</p>").text


def test_addresses_that_are_none_do_not_stop_the_page() -> None:
    page = read("<base href='http://[::bad'><p>see <a href='//[x'>this place</a></p>")
    assert any(link.text == "this place" for link in page.links)


@pytest.mark.parametrize("markup", ["", "   ", "<", "<!--", "<html>", "<![CDATA[", "&", "<p", "<title>", "just words"])
def test_scraps_are_pages_too(markup: str) -> None:
    assert read(markup).media_type == "text/html"
