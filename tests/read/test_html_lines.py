"""A parsed page as lines of visible text."""

from __future__ import annotations

from lxml.html import document_fromstring

from tawatur.read.html_lines import Line, flatten


def lines(markup: str) -> list[Line]:
    return flatten(document_fromstring(f"<html><body>{markup}</body></html>")).lines


def test_words_in_elements_of_preformatted_text_stay_apart() -> None:
    assert [line.text for line in lines("<pre><b>Boats</b> <i>in</i>  \n  port </pre>")] == ["Boats in", "  port"]


def test_blank_lines_of_preformatted_text_are_gaps() -> None:
    assert [(line.text, line.gap) for line in lines("<pre>Boats\n \n\nport</pre>")] == [("Boats", 1), ("port", 2)]


def test_inline_elements_with_class_names_mark_their_words() -> None:
    (line,) = lines("<p>4 July <span class='author'> Mara Quill </span><em class=x></em> Gull</p>")
    assert [(mark.names, line.text[mark.start : mark.end]) for mark in line.marks] == [("author", "Mara Quill")]
    assert line.signed is not None
    assert line.text[slice(*line.signed)] == "Mara Quill"


def test_words_in_bold_at_the_start_are_counted_without_the_space_after_them() -> None:
    (line,) = lines("<pre><b>Boats </b></pre>")
    assert line.strong == len(line.text) == 5
