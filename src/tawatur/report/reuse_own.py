"""How much of a post is its own: what it has from others, what nobody can tell, and the rest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tawatur.model import DirectedReuse, Reuse, Span


@dataclass(frozen=True, slots=True)
class Own:
    """Code points of the bodies of one post, or of one outlet's posts."""

    length: int
    taken: int
    """Stands in a post that this one has it from, or both have it from a third."""
    open: int
    """Stands in another post, and it is not known who was first."""

    @property
    def own(self) -> int:
        """What stands in no other post, or was copied from here."""
        return max(0, self.length - self.taken - self.open)

    def share(self, part: int) -> float:
        """`part` of the length, 0 to 1; 0 where there is no text."""
        return part / self.length if self.length else 0.0

    def plus(self, other: Own) -> Own:
        """Both together."""
        return Own(self.length + other.length, self.taken + other.taken, self.open + other.open)


def own_text(post_id: str, body: Span | None, pairs: Iterable[tuple[Reuse, DirectedReuse | None]]) -> Own:
    """What of the body of a post is its own, given all pairs that it is part of.

    A passage that others have from this post stays its own, and so do words that posts share by habit.
    """
    taken: list[Span] = []
    open_: list[Span] = []
    for pair, directed in pairs:
        is_a = pair.a == post_id
        if directed is not None and directed.kind in ("formula", "shared quotation"):
            continue
        if directed is not None and directed.direction == ("a->b" if is_a else "b->a"):
            continue
        decided = directed is not None and (directed.direction != "unknown" or directed.siblings_of is not None)
        (taken if decided else open_).extend(passage.a if is_a else passage.b for passage in pair.passages)
    if body is None:
        return Own(0, 0, 0)
    taken_size = covered(taken, body)
    return Own(len(body), taken_size, covered([*taken, *open_], body) - taken_size)


def covered(spans: Sequence[Span], within: Span) -> int:
    """Code points of `within` that lie in at least one of `spans`."""
    size, at = 0, within.start
    for span in sorted(spans):
        start, end = max(span.start, at), min(span.end, within.end)
        if end > start:
            size += end - start
            at = end
    return size
