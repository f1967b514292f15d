"""What the linking of speakers needs to know of one statement."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages import Languages, current_languages
from tawatur.model import Statement
from tawatur.model.statement import SpeakerClass
from tawatur.text.fold import fold_text


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
        speaker=_phrase(statement, text),
        name=statement.speaker_name,
        speaker_class=statement.speaker_class,
        group=group,
    )


def _phrase(statement: Statement, text: str) -> str | None:
    """The words for whoever speaks; None where only a pronoun stands there that nothing was found for."""
    if statement.speaker is None:
        return None
    phrase = statement.speaker.of(text)
    if statement.speaker_name is None and fold_text(phrase.strip()) in _pronouns(current_languages()):
        return None
    return phrase


@lru_cache(maxsize=4)
def _pronouns(languages: Languages) -> frozenset[str]:
    return frozenset(fold_text(word.text) for word in languages.speakers if word.sort.startswith("pronouns_"))
