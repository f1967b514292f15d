"""Mentions of places in a case as the library gives them: with their post and their words."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from tawatur.case.posts import CasePost, brief
from tawatur.model import Place
from tawatur.report.place_lines import place_line


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePlace:
    """One mention of a place."""

    post: CasePost
    place: Place
    """The span in the page's text, and the place it stands for, with its point and the reasons."""

    @property
    def words(self) -> str:
        """The mention as the page has it."""
        return self.place.span.of(self.post.page.text)

    @property
    def name(self) -> str:
        """The place's name in the gazetteer."""
        return self.place.name

    @property
    def point(self) -> tuple[float, float] | None:
        """Degrees north and east; None where the place has no one point."""
        if self.place.lat is None or self.place.lon is None:
            return None
        return self.place.lat, self.place.lon

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why this place and none of the others with the name."""
        return self.place.reasons

    def as_dict(self) -> dict[str, Any]:
        """The mention as plain values: its line of `places.jsonl`, and its post in short."""
        return {"post": brief(self.post), **asdict(place_line(self.place, self.post.page.text))}
