"""What a post says of itself: language, byline, outlet, date, credits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model.page import Link
from tawatur.model.span import Span

CreditKind = Literal["source", "first published by", "translation", "photo", "agency", "via"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The words, or the part of the form, that a field rests on."""

    field: str
    """title, byline, outlet, published, lang."""
    span: Span | None
    why: str
    """"a line of its own under the title", "json-ld datePublished", "credit: Source"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A debt that the post acknowledges. `span` covers the name; `cue` the words that make it a credit."""

    kind: CreditKind
    to: str
    span: Span
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Words under a picture or video, with the credit inside them taken apart elsewhere."""

    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceLanguage:
    """The language of one sentence, where it differs from the post or was decided on its own words."""

    span: Span
    lang: str
    """BCP 47 tag."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What is known of one post. None means that the page does not say; nothing is guessed."""

    post_id: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    """ISO 8601, as precise as printed: `YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a time with its zone where one is given."""
    lang: str | None
    """BCP 47 tag of most of the post."""
    sentences: tuple[SentenceLanguage, ...] = ()
    credits: tuple[Credit, ...] = ()
    links: tuple[Link, ...] = ()
    captions: tuple[Caption, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    made_by: str
