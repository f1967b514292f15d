"""A statement as the frame of its sentence gives it, before anybody asks who the speaker is."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model import Span
from tawatur.model.statement import StatementKind, VerbClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Words credited to somebody, by place in the sentence alone. All spans are ranges of the page's text."""

    kind: StatementKind
    content: Span
    quoted: tuple[Span, ...] = ()
    """The parts of `content` that stand in quotation marks, without the marks; in order."""
    cue: Span | None
    verb_class: VerbClass
    negated: bool = False
    speaker_span: Span | None
    """The noun phrase that speaks, with its appositions; None: only the form of a verb, or nothing, says who."""
    same_as: int | None = None
    """Number (in the list of the post) of the statement whose speaker says this too: speech that goes on."""
    part_of: int | None = None
    """Number of the statement of which this is a later part: one utterance that a cue interrupts."""
    addressee: Span | None = None
    """Told to whom, as printed, without quotation marks around it."""
    venue: Span | None = None
    sentence: Span
    """The sentence or sentences in which content, cue and speaker stand."""
    in_title: bool = False
    lang: str | None
    reasons: tuple[str, ...] = ()
