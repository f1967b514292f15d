"""One post with statements and places at chosen words, for tests of what shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from tawatur.model import Description, Page, Place, Post, Reading, Span, Statement
from tawatur.report.statement_lines import CountedLine, SpeakerLine


def reading_of_words(
    text: str, *, statements: Sequence[Statement] = (), places: Sequence[Place] = (), lang: str | None = "en"
) -> Reading:
    """A page that is one post, whose first line is its title."""
    page = Page(
        id="pg-1",
        source="one.txt",
        media_type="text/plain",
        encoding="utf-8",
        sha256="0" * 64,
        retrieved="2031-05-04T08:00:00Z",
        title=None,
        text=text,
        made_by="t",
    )
    span = Span(0, len(text))
    post = Post(id="po-1", page_id="pg-1", order=0, span=span, title=None, body=span, made_by="t")
    known = Description(
        post_id="po-1", title=None, byline=None, outlet="Quay Post", published=None, lang=lang, made_by="t"
    )
    return Reading(page=page, posts=(post,), descriptions=(known,), statements=tuple(statements), places=tuple(places))


def span_of(text: str, words: str | None) -> Span | None:
    """Where `words` first stand."""
    return Span(text.index(words), text.index(words) + len(words)) if words else None


def statement_in(
    text: str, content: str, *, speaker: str | None = None, cue: str | None = None, **more: Any
) -> Statement:
    """A statement whose parts are found by their words."""
    at = span_of(text, content)
    assert at is not None
    made = Statement(
        id=f"st-{at.start}-{at.end}",
        post_id="po-1",
        order=0,
        kind="indirect",
        content=at,
        speaker=span_of(text, speaker),
        speaker_name=speaker,
        speaker_class="person" if speaker else None,
        cue=span_of(text, cue),
        verb_class="says",
        lang="en",
        reasons=("words behind the verb",),
        made_by="t",
    )
    return replace(made, **more)


def place_in(text: str, words: str, **more: Any) -> Place:
    """A mention of a place, found by its words."""
    at = span_of(text, words)
    assert at is not None
    made = Place(
        post_id="po-1",
        order=0,
        span=at,
        form="name",
        name=words,
        place_id=f"tw:{words}",
        kind="town",
        lat=35.0,
        lon=40.0,
        reasons=("the only place of this name",),
        made_by="t",
    )
    return replace(made, **more)


def speaker_line(name: str, statements: Sequence[Statement], **more: Any) -> SpeakerLine:
    """A speaker of the index."""
    made = SpeakerLine(
        id=f"sp-{name}",
        name=name,
        speaker_class="person",
        statements=len(statements),
        posts=1,
        first=None,
        last=None,
        names=(CountedLine(name=name, statements=len(statements)),),
        addressees=(),
        outlets=(),
        statement_ids=tuple(one.id for one in statements),
        reasons=(),
    )
    return replace(made, **more)
