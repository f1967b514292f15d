"""Pairs that nothing decides by themselves, decided by the posts between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawatur.chains.readings import Readings
from tawatur.chains.siblings import ends, fullest_sources, words_from
from tawatur.model import DirectedReuse, Reason
from tawatur.model.chain import DirectionWord

# Longer lines of copies are climbed no further.
_MOST_STEPS = 12


def decide_through(directed: Sequence[DirectedReuse], readings: Readings) -> list[DirectedReuse]:
    """The same pairs; an undecided one is decided where one post's line of sources leads to the other, or both to one.

    Linear in the pairs.
    """
    above, words = fullest_sources(directed), words_from(directed)
    return [_decided(pair, above, words, readings) for pair in directed]


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


def _decided(
    pair: DirectedReuse,
    above: Mapping[str, DirectedReuse],
    words: Mapping[str, Mapping[str, int]],
    readings: Readings,
) -> DirectedReuse:
    if pair.direction != "unknown" or pair.kind in ("formula", "shared quotation"):
        return pair
    over_a, over_b = _line(pair.a, above), _line(pair.b, above)
    common = next((post_id for post_id in over_a if post_id in over_b), None)
    nearer = _nearer(pair, common, words, readings)
    if nearer is not None:
        return nearer
    if pair.siblings_of is not None:
        return pair
    why = "The one has the words, through the posts between them, from the other."
    if pair.a in over_b and pair.b not in over_a:
        reason = Reason(name="through", says="a->b", why=why, post_id=over_b[0])
        return replace(pair, direction="a->b", reasons=(reason, *pair.reasons))
    if pair.b in over_a and pair.a not in over_b:
        reason = Reason(name="through", says="b->a", why=why, post_id=over_a[0])
        return replace(pair, direction="b->a", reasons=(reason, *pair.reasons))
    if common is None:
        return pair
    why = "The lines of what each of them has its words from meet in a third post."
    reason = Reason(name="sibling", says="siblings", why=why, post_id=common)
    return replace(pair, siblings_of=common, reasons=(reason, *pair.reasons))


def _nearer(
    pair: DirectedReuse, common: str | None, words: Mapping[str, Mapping[str, int]], readings: Readings
) -> DirectedReuse | None:
    """The pair directed by its dates, or by who is nearer to the third, where the two agree against that third."""
    if common is None or common not in words.get(pair.a, {}) or common not in words.get(pair.b, {}):
        return None
    says = _earlier(pair, common, readings)
    if says is None:
        return None
    model, copy = (pair.a, pair.b) if says == "a->b" else (pair.b, pair.a)
    agreeing = readings.agreement(copy, model, common)
    if agreeing is None:
        return None
    return replace(pair, direction=says, siblings_of=None, reasons=(agreeing.reason(says), *pair.reasons))


def _earlier(pair: DirectedReuse, common: str, readings: Readings) -> DirectionWord | None:
    """Which of the two would be the model: the earlier one, or the one that has more of what both go back to."""
    dated = next((reason for reason in pair.reasons if reason.name == "date"), None)
    if dated is not None and dated.says in ("a->b", "b->a"):
        return "a->b" if dated.says == "a->b" else "b->a"
    if readings.is_fuller(pair.a, pair.b, common):
        return "a->b"
    return "b->a" if readings.is_fuller(pair.b, pair.a, common) else None
