"""What one report puts into one slot."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.claim import Slot
from tawatur.model.span import Span

At = tuple[float | None, float | None, float | None]


@dataclass(frozen=True, slots=True)
class Filler:
    """What one report says in one slot. Two fillers can be compared only where their `topic` is the same."""

    slot: Slot
    topic: str
    """What is compared: "dead", "direction of p:tw:...", "actor of airdrop"."""
    span: Span
    text: str
    keys: frozenset[str]
    low: float | None = None
    high: float | None = None
    at: At | None = None
    """Latitude, longitude and radius of a place, in degrees and kilometres."""
    country: str | None = None
    """ISO 3166 code of the country of a place."""
