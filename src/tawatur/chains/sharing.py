"""Which pairs make one text of two posts: the rule by which copies lose their independence."""

from __future__ import annotations

from tawatur.model import DirectedReuse

# Half: a post whose words are mostly another's stands or falls with it. See docs/design/0008.
ONE_TEXT = 0.5
# From here on two posts are the same text, and what the copy credits holds for its model too.
SAME_TEXT = 0.7


def is_one_text(pair: DirectedReuse) -> bool:
    """True where at least half of one of the two stands in the other."""
    return pair.kind != "formula" and max(pair.a_share, pair.b_share) >= ONE_TEXT


def is_same_text(pair: DirectedReuse) -> bool:
    """True where both stand in each other nearly whole."""
    return pair.kind != "formula" and min(pair.a_share, pair.b_share) >= SAME_TEXT
