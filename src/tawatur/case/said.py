"""Statements of a case as the library gives them: with their post, their words, and whoever spoke over all posts."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from tawatur.case.posts import CasePost, brief
from tawatur.model import Span, Speaker, Statement
from tawatur.report.statement_lines import NOT_NAMED, statement_line


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseStatement:
    """Words that a post credits to somebody. None means that the post does not say."""

    post: CasePost
    statement: Statement
    """Kind, spans in the page's text, verb class, reasons."""
    who: Speaker | None
    """The speaker over all posts of the case, with all names."""

    @property
    def id(self) -> str:
        """The statement's id; the same input gives the same id anywhere."""
        return self.statement.id

    @property
    def content(self) -> str:
        """What was said, as the page has it."""
        return self.statement.content.of(self.post.page.text)

    @property
    def quoted(self) -> tuple[str, ...]:
        """The parts of it that stand in quotation marks."""
        return tuple(span.of(self.post.page.text) for span in self.statement.quoted)

    @property
    def speaker(self) -> str | None:
        """Who said it, as the page has it there: a name, an office, `he`."""
        return self._words(self.statement.speaker)

    @property
    def name(self) -> str | None:
        """Who that is, as fully as the post says it; None where it does not."""
        return self.statement.speaker_name or self.speaker

    @property
    def speaker_class(self) -> str | None:
        """person, organisation, outlet, official, anonymous, reports or document."""
        return self.statement.speaker_class

    @property
    def is_named(self) -> bool:
        """False for anonymous sources, for reports without an author, and where nobody is named as speaker."""
        return self.speaker_class is not None and self.speaker_class not in NOT_NAMED

    @property
    def cue(self) -> str | None:
        """The words that introduce it."""
        return self._words(self.statement.cue)

    @property
    def addressee(self) -> str | None:
        """Told to whom."""
        return self.statement.addressee

    @property
    def venue(self) -> str | None:
        """Where or how it was said: "in a tweet"."""
        return self._words(self.statement.venue)

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why this is a statement, and why of this speaker."""
        return self.statement.reasons

    def as_dict(self) -> dict[str, Any]:
        """The statement as plain values: its line of `statements.jsonl`, and its post in short."""
        line = statement_line(self.statement, self.post.page.text, self.who.id if self.who else None)
        return {"post": brief(self.post), **asdict(line)}

    def _words(self, span: Span | None) -> str | None:
        return None if span is None else span.of(self.post.page.text)
