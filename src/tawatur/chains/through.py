"""Pairs that nothing decides by themselves, decided by the posts between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from tawatur.chains.siblings import ends, fullest_sources, words_from
from tawatur.model import DirectedReuse, Reason
from tawatur.model.chain import DirectionWord

# Longer lines of copies are climbed no further.
_MOST_STEPS = 12
# Words that two posts have in common beyond what the third gave them, with one in fifty for chance.
_NEARER = 1.02


def decide_through(directed: Sequence[DirectedReuse]) -> list[DirectedReuse]:
    """The same pairs; an undecided one is decided where one post's line of sources leads to the other, or both to one.

    Linear in the pairs.
    """
    above, words = fullest_sources(directed), words_from(directed)
    return [_decided(pair, above, words) for pair in directed]


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
    pair: DirectedReuse, above: Mapping[str, DirectedReuse], words: Mapping[str, Mapping[str, int]]
) -> DirectedReuse:
    if pair.direction != "unknown" or pair.kind in ("formula", "shared quotation"):
        return pair
    over_a, over_b = _line(pair.a, above), _line(pair.b, above)
    common = next((post_id for post_id in over_a if post_id in over_b), None)
    nearer = _nearer(pair, common, words)
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


def _nearer(pair: DirectedReuse, common: str | None, words: Mapping[str, Mapping[str, int]]) -> DirectedReuse | None:
    """The pair directed by its dates, where the two are nearer to each other than to the post both go back to."""
    dated = next((reason for reason in pair.reasons if reason.name == "date"), None)
    if dated is None or common is None or dated.says not in ("a->b", "b->a"):
        return None
    ours, theirs = words.get(pair.a, {}).get(common), words.get(pair.b, {}).get(common)
    if ours is None or theirs is None or pair.words <= _NEARER * min(ours, theirs):
        return None
    why = "They have more words in common with each other than with the third post that both go back to."
    reason = Reason(name="nearer", says=dated.says, why=why, post_id=common)
    says: DirectionWord = "a->b" if dated.says == "a->b" else "b->a"
    return replace(pair, direction=says, siblings_of=None, reasons=(reason, *pair.reasons))
