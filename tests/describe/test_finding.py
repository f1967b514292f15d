"""Which of several readings of a field goes first."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_pages import EN_BODY, one_post

from tawatur.describe import describe_page
from tawatur.describe.finding import Finding, Rank, best
from tawatur.model import Link, Span, Stated

TITLE = "Council Closes the Old Harbour Bridge"


def test_words_that_the_markup_sets_apart_go_before_the_whole_line() -> None:
    line = "By Nadia Haddad Northern Courier"
    page, (post,) = one_post(f"{TITLE}\n{line}", EN_BODY, "")
    start = page.text.index("Nadia")
    apart = Stated(name="byline", value="Nadia Haddad", where="element named for authors", span=Span(start, start + 12))
    (told,) = describe_page(page, [replace(post, stated=(apart,))])
    assert told.byline == "Nadia Haddad"


@pytest.mark.parametrize(("linked", "outlet"), [(True, None), (False, "news.gull.example")])
def test_the_bare_address_of_a_site_is_no_outlet_where_it_is_a_link(linked: bool, outlet: str | None) -> None:
    page, (post,) = one_post(f"{TITLE}\nnews.gull.example", EN_BODY, "")
    start = page.text.index("news")
    link = Link(kind="link", text="news.gull.example", url="http://news.gull.example/9", span=Span(start, start + 17))
    (told,) = describe_page(replace(page, links=(link,) if linked else ()), [post])
    assert told.outlet == outlet


@pytest.mark.parametrize("rank", [Rank.STATED, Rank.CREDITED])
def test_an_address_that_is_credited_or_stated_stays(rank: Rank) -> None:
    found = Finding("outlet", "gull.example", None, "a credit", rank)
    assert best([found], "outlet") is found
