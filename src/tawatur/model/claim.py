"""What the posts of a story report, in one variant or in several that do not agree."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model.span import Span

Slot = Literal["actor", "place", "number", "time", "polarity"]
ClaimKind = Literal["utterance", "happening"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One place where a post reports the claim. `span` is a range of the page's canonical text."""

    post_id: str
    statement_id: str | None
    """The statement it is part of; None where the post says it in its own voice."""
    span: Span
    """The words that carry the variant; the whole sentence or statement where no slot parts the variants."""
    about: Span
    """The sentence or statement around them."""
    speaker: str | None = None
    """Who says so, where it is a statement: the name, or the words for somebody without one."""
    anonymous: bool = False
    """Said by somebody whose name the post does not give, or by "reports"."""
    party: bool = False
    """Said by one of those the claim is about, or for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One of the ways in which a claim is told."""

    value: str
    """As the first report has it."""
    reports: tuple[Report, ...]
    origins: tuple[str, ...]
    """Ids of the posts or parties at which its reports begin."""
    independent_origins: int
    """How many starts they are for certain; what cannot be told apart counts as one."""
    anonymous_only: bool = False
    """All its reports rest on sources without a name."""
    party_only: bool = False
    """All its reports are what a party to the event says of itself or of the other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Something that several reports of a story say, and how far they agree. Nothing is called true or false."""

    id: str
    story_id: str | None
    kind: ClaimKind
    about: str
    """What it is about, in the words of a report."""
    slot: Slot | None
    """In what the variants differ; None where all agree."""
    variants: tuple[Variant, ...]
    """The one with most independent origins first."""
    reasons: tuple[str, ...] = ()
    """Why these reports speak of the same thing, and why the variants do not agree, for people."""
    made_by: str


Stance = Literal["supports", "denies", "discusses"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A report in the case that speaks of a claim somebody asked about."""

    report: Report
    stance: Stance
    likeness: float
    """How much of it is about the same, 0 to 1."""
    why: str
    """What decides the stance, for people."""
