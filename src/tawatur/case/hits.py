"""What a search in a case gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, overload

from tawatur.case.posts import CasePost
from tawatur.model import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHit:
    """One post that has what was looked for."""

    post: CasePost
    score: float
    """Higher is better; comparable only within one search."""
    highlights: tuple[Span, ...]
    """Where the words stand, in code points of the page's text; empty where only a title outside the text has them."""
    excerpt: Span
    """The part of the page's text that is worth showing."""

    @property
    def words(self) -> tuple[str, ...]:
        """The highlighted words as the page has them."""
        return tuple(span.of(self.post.page.text) for span in self.highlights)

    def as_dict(self) -> dict[str, Any]:
        """The hit as plain values: its post, `score`, `highlights` and `excerpt` in code points of the page."""
        return {
            **self.post.as_dict(),
            "score": self.score,
            "highlights": [asdict(span) for span in self.highlights],
            "excerpt": asdict(self.excerpt),
        }


class Hits(Sequence[CaseHit]):
    """The best hits of a search. `total`: how many posts have what was looked for in all."""

    def __init__(self, hits: Sequence[CaseHit], total: int) -> None:
        self._hits, self.total = tuple(hits), total

    @overload
    def __getitem__(self, place: int) -> CaseHit: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[CaseHit]: ...
    def __getitem__(self, place: int | slice) -> CaseHit | Sequence[CaseHit]:
        return self._hits[place]

    def __len__(self) -> int:
        return len(self._hits)
