"""A pronoun that nothing was found for is nobody's name."""

from __future__ import annotations

import pytest

from tawatur.model import Span, Statement
from tawatur.people import said_of


def statement(text: str, name: str | None) -> Statement:
    return Statement(
        id="st-1",
        post_id="po-1",
        order=0,
        kind="indirect",
        content=Span(0, 0),
        speaker=Span(0, len(text)),
        speaker_name=name,
        speaker_class="organisation",
        cue=None,
        verb_class="says",
        lang="en",
        made_by="test",
    )


@pytest.mark.parametrize("text", ["it", "It", "they", "هو"])
def test_a_pronoun_alone_is_no_speaker_of_a_case(text: str) -> None:
    assert said_of(statement(text, None), text).speaker is None
    assert said_of(statement(text, "The Marwada Courier"), text).name == "The Marwada Courier"


def test_any_other_phrase_is() -> None:
    text = "the harbour office"
    assert said_of(statement(text, None), text).speaker == "the harbour office"
