"""What the linking of speakers needs to know of one statement."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model import Statement
from tawatur.model.statement import SpeakerClass


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement, as far as it says who spoke."""

    statement_id: str
    post_id: str
    speaker: str | None
    """The speaker's words as the post has them: "the spokesman, Igor Konashenkov"."""
    name: str | None
    """The resolved name: "Igor Konashenkov"."""
    speaker_class: SpeakerClass | None
    group: str | None = None
    """Posts with one group tell of the same: one story, or one chain of copies. None: not known."""


def said_of(statement: Statement, text: str, group: str | None = None) -> Said:
    """What `statement`, found in a page with this `text`, says of its speaker."""
    return Said(
        statement_id=statement.id,
        post_id=statement.post_id,
        speaker=statement.speaker.of(text) if statement.speaker is not None else None,
        name=statement.speaker_name,
        speaker_class=statement.speaker_class,
        group=group,
    )
