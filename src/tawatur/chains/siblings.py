"""Pairs that only seem to be copies of each other: both have the words from a third post."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.chains.readings import Readings
from tawatur.model import DirectedReuse, Reason

# What a post says itself stands; only what date and form suggest gives way to a nearer third.
_SAID = frozenset({"credit", "citation", "signature", "link"})
# A copy of a copy has, of the first text, at most what its model has; with one word in fifty for chance.
_AS_MANY = 0.98


def part_siblings(directed: Sequence[DirectedReuse], readings: Readings) -> list[DirectedReuse]:
    """The same pairs; where both posts have more of a third post's words than of each other's, they are siblings of it.

    Not so where they agree against the third. Linear in the pairs: each copy is held against its fullest source alone.
    """
    sources = words_from(directed)
    fullest = fullest_sources(directed)
    return [_parted(pair, fullest, sources, readings) for pair in directed]


def words_from(directed: Sequence[DirectedReuse]) -> dict[str, dict[str, int]]:
    """For each copy: how many words it has in common with each of its sources."""
    sources: dict[str, dict[str, int]] = {}
    for pair in directed:
        copy, source = ends(pair)
        if copy is not None and source is not None:
            sources.setdefault(copy, {})[source] = pair.words
    return sources


def fullest_sources(directed: Sequence[DirectedReuse]) -> dict[str, DirectedReuse]:
    """For each copy the pair with the source it names, or else the one that gave most words; of equals the earliest."""
    models: dict[str, int] = {}
    for pair in directed:
        copy, _ = ends(pair)
        if copy is not None:
            models[copy] = models.get(copy, 0) + 1
    fullest: dict[str, tuple[tuple[bool, int, int, str], DirectedReuse]] = {}
    for pair in directed:
        copy, source = ends(pair)
        if copy is None or source is None:
            continue
        # A source that has few sources itself stands early; the least id where even that is equal.
        rank = (not is_said(pair), -pair.words, models.get(source, 0), source)
        if copy not in fullest or rank < fullest[copy][0]:
            fullest[copy] = rank, pair
    return {copy: pair for copy, (_, pair) in fullest.items()}


def ends(pair: DirectedReuse) -> tuple[str | None, str | None]:
    """(copy, source); None for both where the direction is not known."""
    if pair.direction == "a->b":
        return pair.b, pair.a
    if pair.direction == "b->a":
        return pair.a, pair.b
    return None, None


def is_said(pair: DirectedReuse) -> bool:
    """True where the posts themselves say who copied whom."""
    return any(reason.name in _SAID and reason.says == pair.direction for reason in pair.reasons)


def _parted(
    pair: DirectedReuse,
    fullest: dict[str, DirectedReuse],
    sources: dict[str, dict[str, int]],
    readings: Readings,
) -> DirectedReuse:
    copy, source = ends(pair)
    if copy is None or source is None or is_said(pair):
        return pair
    third = ends(fullest[copy])[1]
    if third is None or third == source:
        return pair
    between, theirs = fullest[copy].words, sources.get(source, {}).get(third)
    if theirs is None or min(between, theirs) < _AS_MANY * pair.words:
        return pair
    agreeing = readings.agreement(copy, source, third)
    if agreeing is not None:
        return replace(pair, reasons=(agreeing.reason(pair.direction), *pair.reasons))
    why = "Both have these words from a third post, which shares at least as many with each."
    reason = Reason(name="sibling", says="siblings", why=why, post_id=third)
    return replace(pair, direction="unknown", siblings_of=third, reasons=(reason, *pair.reasons))
