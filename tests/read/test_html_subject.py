"""Pages about one article whose parts, or whose neighbours, look like articles."""

from __future__ import annotations

from tawatur.model import Capture, Page
from tawatur.read.html import read_html

WORDS = (
    "The harbour office said that the channel would be dredged before the winter storms begin in earnest. "
    "Fishermen had asked for it since the spring, when two boats ran aground on the new bank off the mole."
)


def read(title: str, body: str) -> Page:
    markup = f"<html><head><title>{title}</title></head><body>{body}</body></html>"
    capture = Capture(source="a.html", name="a.html", raw=markup.encode(), retrieved="2026-01-01T00:00:00Z")
    return read_html(capture, markup, "utf-8")


def sections(count: int, more: str = "") -> str:
    return "<hr>".join(
        f"<div><h2>Reason number {'one two three four five'.split()[i]}</h2>{more}<p>{WORDS}</p><p>{WORDS} Part {i}.</p></div>"
        for i in range(count)
    )


def test_sections_below_a_dated_headline_are_one_article() -> None:
    page = read(
        "Why the channel is dredged - The Mole", f"<h1>Why the channel is dredged</h1><p>12 March 2021</p>{sections(4)}"
    )
    assert [unit.made_by for unit in page.units] == ["main content"]


def test_sections_below_an_introduction_are_one_article() -> None:
    page = read("Why the channel is dredged", f"<h1>Why the channel is dredged</h1><p>{WORDS}</p>{sections(4)}")
    assert len(page.units) == 1


def test_articles_with_dates_of_their_own_stay_apart_below_a_headline() -> None:
    dated = "<p>By Mara Quill, 11 March 2021</p>"
    page = read(
        "Digest of the harbour press", f"<h1>Digest of the harbour press</h1><p>{WORDS}</p>{sections(4, dated)}"
    )
    assert len(page.units) == 4


def test_an_article_that_the_page_is_named_after_is_not_one_of_a_list() -> None:
    listed = "".join(
        f"<div class=teaser><h3><a href=/{i}>{title}</a></h3><p>{WORDS} {i}</p></div>"
        for i, title in enumerate(
            ("Channel to be dredged soon", "Harbour master leaves at last", "Fog for three days ahead")
        )
    )
    page = read(
        "Channel to be dredged soon - The Mole", f"<div><h3>Channel to be dredged soon</h3><p>{WORDS}</p></div>{listed}"
    )
    assert len(page.units) <= 1


def test_a_headline_is_the_title_where_only_the_window_adds_a_section_to_it() -> None:
    page = read(
        "Harbour: Why the channel is dredged",
        f"<h1>Why the channel is dredged</h1><p>12 March 2021</p><p>{WORDS}</p><p>{WORDS} It begins soon.</p>",
    )
    assert page.units[0].stated[0].value == "Why the channel is dredged"
