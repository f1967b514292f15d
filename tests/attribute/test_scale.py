"""Work in proportion to the post: calls are counted, not seconds."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from tawatur.attribute.plan import find_statements
from tawatur.attribute.resolve import resolve
from tawatur.model import Description, Post, Span

ROWS = {
    "a verb and a short quotation in Arabic": ("ar", "وأضاف: «كلام». "),
    "lines of a verb and a short quotation in Arabic": ("ar", "وأضاف: «كلام»\n"),
    "short quotations with a verb": ("en", '"a b," he said, '),
    "lines with a name": ("en", "“We go,” said Zilla Morvane.\n"),
    "the latter": ("en", "Zilla Morvane met Otto Brindal. The latter said that it was over.\n"),
    "pronouns behind names": (
        "en",
        "Zilla Morvane came here. “We go there now,” she said. She said that it was over. ",
    ),
    "the same source": ("ar", "وقال المصدر ذاته إن القوات تقدمت.\n"),
    "an office": ("en", "The lawyer said that it was over.\n"),
    "it": ("en", "The Upper Tarn Water Board met. It said that it was over. The board said no.\n"),
}


@pytest.mark.parametrize("row", ROWS)
def test_four_times_the_text_takes_four_times_the_calls(row: str) -> None:
    lang, line = ROWS[row]
    calls(line * 10, lang)  # what is remembered for good is worked out here
    once, more = calls(line * 60, lang), calls(line * 240, lang)
    assert more <= 4.4 * once


def calls(text: str, lang: str) -> int:
    """How many functions and steps of generators run to find and resolve the statements of one post."""
    whole = Span(0, len(text))
    post = Post(id="po", page_id="pg", order=0, span=whole, title=None, body=whole, made_by="test")
    told = Description(post_id="po", title=None, byline=None, outlet=None, published=None, lang=lang, made_by="test")
    counted = 0

    def count(_: FrameType, event: str, __: object) -> None:
        nonlocal counted
        counted += event == "call"

    sys.setprofile(count)
    try:
        resolve(text, whole, find_statements(text, post, told))
    finally:
        sys.setprofile(None)
    return counted
