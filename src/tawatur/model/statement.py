"""Words that a post credits to somebody: content, cue, speaker, addressee."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model.span import Span

StatementKind = Literal["direct", "indirect", "mixed"]
SpeakerClass = Literal["person", "organisation", "outlet", "official", "anonymous", "reports", "document"]
VerbClass = Literal["says", "claims", "confirms", "denies", "warns", "promises", "declines"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Words that a post credits to somebody. All spans are ranges of the page's canonical text.

    What the post's own author says is no statement; neither is a word held at a distance by quotation marks, the title
    of a work, or a name in quotation marks.
    """

    id: str
    post_id: str
    order: int
    """Place among the statements of its post, from 0, by where the content begins."""
    kind: StatementKind
    """direct: all content stands in quotation marks (or after "X:"); indirect: none does; mixed: a part of it."""
    content: Span
    """What was said, without the quotation marks around it and without the cue."""
    quoted: tuple[Span, ...] = ()
    """The parts of `content` that stand in quotation marks, without the marks; in order."""
    speaker: Span | None
    """The whole noun phrase as the post has it, pronouns included; None: only the form of a verb, or nothing, says who."""
    speaker_name: str | None
    """Who that is, as fully as the post names them elsewhere: `he` is `Igor Konashenkov`. None: the post does not say."""
    speaker_name_at: Span | None = None
    """Where the post has this name; None where `speaker` itself is it, or nothing is."""
    speaker_class: SpeakerClass | None
    """None only where nothing says who spoke."""
    cue: Span | None
    """"said", «وفقاً لـ»; None where only a colon, a place in the line or the quotation before carries it."""
    verb_class: VerbClass
    negated: bool = False
    """The cue stands under a negation: "did not deny"."""
    addressee: str | None = None
    """Told to whom, as printed: an outlet in most cases."""
    addressee_at: Span | None = None
    venue: Span | None = None
    """"in a tweet", «في مؤتمر صحفي»: where or how it was said."""
    lang: str | None
    """BCP 47 tag of the sentence."""
    reasons: tuple[str, ...] = ()
    """Why this is a statement, and why of this speaker, for people."""
    made_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """Somebody who speaks in a case: the same person, organisation or office in all posts, in all scripts."""

    id: str
    name: str
    """The fullest form that the posts use most."""
    speaker_class: SpeakerClass
    names: tuple[tuple[str, int], ...]
    """(form as the posts have it, how many statements use it), the most used first."""
    statements: tuple[str, ...]
    """Ids of the statements, in the order of posts."""
    reasons: tuple[str, ...] = ()
    """Why these forms are one speaker: "same letters in both scripts (97 of 100)"."""
    made_by: str
