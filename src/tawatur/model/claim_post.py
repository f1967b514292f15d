"""A post as the search for claims takes it."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.place import Place
from tawatur.model.span import Span
from tawatur.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPost:
    """A post with what was found in it. All spans are ranges of the page's canonical text."""

    id: str
    page_text: str
    span: Span
    title: Span | None
    body: Span | None
    lang: str | None
    published: str | None
    """ISO 8601, as precise as printed."""
    outlet: str | None = None
    statements: tuple[Statement, ...] = ()
    places: tuple[Place, ...] = ()
    speakers: tuple[tuple[str, str], ...] = ()
    """(id of a statement, id of the speaker of the case it is linked to)."""
