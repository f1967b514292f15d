"""Quotations: every habit of marks, nested, unbalanced, over several paragraphs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.attribute.paragraphs import paragraphs_of
from tawatur.attribute.quotes import quotes_of
from tawatur.model import Span


def inner(text: str) -> list[str]:
    paragraphs = paragraphs_of(text, Span(0, len(text)))
    return [quote.inner.of(text) for quotes in quotes_of(text, paragraphs) for quote in quotes]


@pytest.mark.parametrize("marks", ["«»", "“”", '""', "„“", "„”", "‹›", "‘’", "''", ("``", "''"), ("''", "''"), "「」"])
def test_a_pair_of_any_habit_is_a_quotation(marks: str | tuple[str, str]) -> None:
    opening, closing = marks
    assert inner(f"He said {opening}we are ready{closing} and left.") == ["we are ready"]


def test_an_apostrophe_opens_nothing() -> None:
    assert inner("It's the farmers' dam, o'clock or not, rock 'n' roll of the '90s.") == []


def test_an_apostrophe_inside_single_marks_does_not_close_them() -> None:
    assert inner("He said 'we don't know' again.") == ["we don't know"]


def test_only_the_outermost_of_nested_quotations_counts() -> None:
    assert inner("«عن تنظيم «الفجر» وحده»") == ["عن تنظيم «الفجر» وحده"]
    assert inner("“He told me ‘go’ and I went”") == ["He told me ‘go’ and I went"]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    assert inner("He said “we are ready.\nThen he left.") == ["we are ready."]


def test_a_quotation_goes_on_where_the_next_paragraph_opens_with_a_mark() -> None:
    text = "He said “we are ready.\n“We will go,” he added."
    quotes = list(quotes_of(text, paragraphs_of(text, Span(0, len(text)))))
    assert [quote.goes_on for found in quotes for quote in found] == [False, True]


def test_a_closing_mark_alone_ends_a_quotation_that_began_with_its_paragraph() -> None:
    assert inner("We are ready,” he said.") == ["We are ready,"]


def test_marks_of_two_habits_close_each_other() -> None:
    assert inner('“We are ready," he said. "We will go.”') == ["We are ready,", "We will go."]


def test_a_lost_closing_mark_does_not_swallow_the_next_quotation() -> None:
    assert inner("“We are ready, he said. “We will go,” he added.") == ["We will go,"]


def test_inches_open_nothing() -> None:
    assert inner('A plank of 6" was found.') == []


@given(st.text(alphabet="ab .,\n\"'“”«»„‘’‹›`\u200f"))
def test_quotations_lie_in_the_text_in_order_and_apart(text: str) -> None:
    paragraphs = paragraphs_of(text, Span(0, len(text)))
    for paragraph, quotes in zip(paragraphs, quotes_of(text, paragraphs), strict=True):
        at = paragraph.start
        for quote in quotes:
            assert at <= quote.start <= quote.inner.start < quote.inner.end <= quote.end <= paragraph.end
            at = quote.end


@pytest.mark.parametrize("text", ["»Wir kommen«, sagte er.", "بين الحزب و»الشعلة»، قال.", "قال »نحن هنا« ومضى"])
def test_marks_that_are_turned_round_quote_what_they_enclose(text: str) -> None:
    (found,) = next(quotes_of(text, [Span(0, len(text))]))
    assert found.closed
    assert found.inner.of(text) in ("Wir kommen", "الشعلة", "نحن هنا")
