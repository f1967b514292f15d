"""A day of publication is believed only where the page states it."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from tawatur.read.html_days import stated_day
from tawatur.read.html_lines import flatten


def settled(day: str | None, markup: str, url: str | None = None) -> str | None:
    tree = document_fromstring(f"<html><body>{markup}</body></html>")
    return stated_day(day, tree, flatten(tree), url)


def test_a_bare_year_does_not_make_it_new_year() -> None:
    assert settled("2021-01-01", "<p>The harbour was opened in 2021.</p><p>© 2021 The Mole</p>") is None


@pytest.mark.parametrize("words", ["1 January 2021", "01.01.2021", "1/1/2021", "2021-01-01", "١ كانون الثاني ٢٠٢١"])
def test_new_year_stays_where_the_page_prints_it(words: str) -> None:
    assert settled("2021-01-01", f"<p>{words}</p>") == "2021-01-01"


@pytest.mark.parametrize(
    "markup", ["<time datetime='2021-03-01T08:00Z'>today</time>", "<script>var a={d:'2021-03-01'}</script>"]
)
def test_the_first_of_a_month_stays_where_the_markup_has_it(markup: str) -> None:
    assert settled("2021-03-01", markup) == "2021-03-01"


def test_the_first_of_a_month_stays_where_the_address_has_it() -> None:
    assert settled("2021-03-01", "<p>March 2021</p>", "http://mole.example/2021/03/01/boats") == "2021-03-01"


def test_any_other_day_is_left_as_it_was_found() -> None:
    assert settled("2021-03-12", "<p>Words</p>") == "2021-03-12"


def test_no_day_stays_none() -> None:
    assert settled(None, "<p>Words</p>") is None
