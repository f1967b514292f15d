"""A comment is known by its section, or by a writer who speaks of himself."""

from __future__ import annotations

import pytest

from tawatur.model import Span
from tawatur.stories import is_comment


@pytest.mark.parametrize(
    ("fields", "lang"),
    [
        (["Opinion: The fog is no excuse"], "en"),
        (["The fog is no excuse | Analysis"], "en"),
        (["رأي: الضباب ليس عذراً"], "ar"),
        (["The fog is no excuse", "Editorial"], "en"),
    ],
)
def test_a_section_word_marks_a_comment(fields: list[str], lang: str) -> None:
    assert is_comment(fields, "The ferry ran aground.", lang)


def test_a_title_that_only_has_the_word_is_none() -> None:
    assert not is_comment(["Public opinion turns against the ferry company"], "The ferry ran aground.", "en")
    assert not is_comment([None], "", None)


def test_a_writer_in_the_first_person_comments_and_a_speaker_does_not() -> None:
    text = "I was there. We saw it, and I know what I saw; my town will not forget, and I will not. " * 2
    assert is_comment([], text, "en")
    assert not is_comment([], text, "en", [Span(0, len(text))])
