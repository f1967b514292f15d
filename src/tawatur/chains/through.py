"""Pairs that nothing decides by themselves, decided by the posts between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawatur.chains.siblings import ends, fullest_sources
from tawatur.model import DirectedReuse, Reason

# Longer lines of copies are climbed no further.
_MOST_STEPS = 12


def decide_through(directed: Sequence[DirectedReuse]) -> list[DirectedReuse]:
    """The same pairs; an undecided one is decided where one post's line of sources leads to the other, or both to one.

    Linear in the pairs.
    """
    above = fullest_sources(directed)
    return [_decided(pair, above) for pair in directed]


def _line(post_id: str, above: Mapping[str, DirectedReuse]) -> list[str]:
    line: list[str] = []
    seen = {post_id}
    at = post_id
    while at in above and len(line) < _MOST_STEPS:
        source = ends(above[at])[1]
        if source is None or source in seen:
            break
        line.append(source)
        seen.add(source)
        at = source
    return line


def _decided(pair: DirectedReuse, above: Mapping[str, DirectedReuse]) -> DirectedReuse:
    is_open = pair.direction == "unknown" and pair.siblings_of is None
    if not is_open or pair.kind in ("formula", "shared quotation"):
        return pair
    over_a, over_b = _line(pair.a, above), _line(pair.b, above)
    why = "The one has the words, through the posts between them, from the other."
    if pair.a in over_b and pair.b not in over_a:
        reason = Reason(name="through", says="a->b", why=why, post_id=over_b[0])
        return replace(pair, direction="a->b", reasons=(reason, *pair.reasons))
    if pair.b in over_a and pair.a not in over_b:
        reason = Reason(name="through", says="b->a", why=why, post_id=over_a[0])
        return replace(pair, direction="b->a", reasons=(reason, *pair.reasons))
    common = next((post_id for post_id in over_a if post_id in over_b), None)
    if common is None:
        return pair
    why = "The lines of what each of them has its words from meet in a third post."
    reason = Reason(name="sibling", says="siblings", why=why, post_id=common)
    return replace(pair, siblings_of=common, reasons=(reason, *pair.reasons))
