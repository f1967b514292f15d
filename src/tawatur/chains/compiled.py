"""Posts put together from several others: of two texts of which one holds the other, the page of many is the later."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.chains.siblings import is_said
from tawatur.model import DirectedReuse, Reason, Span
from tawatur.model.chain import DirectionWord

# A post that stands in the other nearly whole, while the other has much besides.
_WHOLE, _MUCH_BESIDES = 0.7, 0.7
_MOST_PARTS = 200


def turn_towards_compilations(directed: Sequence[DirectedReuse]) -> list[DirectedReuse]:
    """The same pairs; where neither posts nor dates speak, a post that holds two others apart has them from both.

    Linear in the pairs, but for a sort of the parts of each post.
    """
    parts: dict[str, list[Span]] = {}
    for pair in directed:
        holder, span = _holder(pair)
        if holder is not None and len(parts.setdefault(holder, [])) < _MOST_PARTS:
            parts[holder].append(span)
    several = {post_id for post_id, spans in parts.items() if _lie_apart(spans)}
    return [_turned(pair, several) for pair in directed]


def _holder(pair: DirectedReuse) -> tuple[str | None, Span]:
    """The post that holds nearly all of the other and much besides, and where."""
    if pair.b_share >= _WHOLE and pair.a_share <= _MUCH_BESIDES:
        return pair.a, pair.a_span
    if pair.a_share >= _WHOLE and pair.b_share <= _MUCH_BESIDES:
        return pair.b, pair.b_span
    return None, pair.a_span


def _lie_apart(spans: Sequence[Span]) -> bool:
    """True where two of the spans have nothing in common: the first to end is over before the last begins."""
    return min(span.end for span in spans) <= max(span.start for span in spans)


def _turned(pair: DirectedReuse, several: set[str]) -> DirectedReuse:
    holder, _ = _holder(pair)
    if holder not in several or pair.kind in ("formula", "shared quotation") or pair.siblings_of is not None:
        return pair
    if is_said(pair) or any(reason.name in ("date", "agency", "credit") for reason in pair.reasons):
        return pair
    says: DirectionWord = "b->a" if holder == pair.a else "a->b"
    why = "One of the two holds, besides the other, a further post that has nothing in common with it."
    reason = Reason(name="compilation", says=says, why=why, post_id=holder)
    return replace(pair, direction=says, reasons=(reason, *(r for r in pair.reasons if r.says == says)))
