"""Two posts with passages in common, laid side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from tawatur.chains.facts import Facts
from tawatur.chains.quoted import covered, merged
from tawatur.model import Passage, Reuse, Span

# Passages of one block with so little between them are one stretch of text with a few words changed.
_BRIDGE = 60


@dataclass(frozen=True)
class Side:
    """One of the two posts, and which parts of it stand in the other."""

    facts: Facts
    passages: tuple[Span, ...]
    equal: tuple[Span, ...] = ()
    """What is the same word by word, in order: the passages without their differences."""

    @property
    def id(self) -> str:
        """Id of the post."""
        return self.facts.post.id

    @cached_property
    def shared(self) -> list[Span]:
        """The stretches in common, in order."""
        return merged(self.passages, _BRIDGE)

    @cached_property
    def size(self) -> int:
        """Code points in common, inside the body."""
        return covered(self.shared, [self.facts.body])

    @cached_property
    def share(self) -> float:
        """`size` as a share of the body: 0 to 1."""
        return min(1.0, self.size / max(1, len(self.facts.body)))

    def is_shared(self, span: Span) -> bool:
        """True where `span` lies inside a stretch in common."""
        return any(stretch.holds(span) for stretch in self.shared)

    @cached_property
    def quoted_share(self) -> float:
        """Share of what is in common that the post gives as a quotation."""
        total = sum(map(len, self.shared))
        return covered(self.shared, merged(self.facts.quotations)) / total if total else 0.0


@dataclass(frozen=True)
class Pair:
    """Both sides and what joins them."""

    a: Side
    b: Side
    reuse: Reuse

    @cached_property
    def words(self) -> int:
        """Words in common."""
        return sum(passage.words for passage in self.reuse.passages)

    @cached_property
    def longest(self) -> Passage:
        """The longest passage."""
        return max(self.reuse.passages, key=lambda passage: (passage.words, -passage.a.start))

    @cached_property
    def sides(self) -> tuple[tuple[Side, Side], tuple[Side, Side]]:
        """(one, other) both ways round."""
        return (self.a, self.b), (self.b, self.a)


def lay_side_by_side(reuse: Reuse, a: Facts, b: Facts) -> Pair:
    """The pair that `reuse` joins. Spans beyond the end of a text are cut off."""
    equal = [runs for passage in reuse.passages for runs in _equal(passage)]
    return Pair(
        Side(a, tuple(_inside(passage.a, a) for passage in reuse.passages), tuple(_inside(run, a) for run, _ in equal)),
        Side(b, tuple(_inside(passage.b, b) for passage in reuse.passages), tuple(_inside(run, b) for _, run in equal)),
        reuse,
    )


def _equal(passage: Passage) -> Iterator[tuple[Span, Span]]:
    """The stretches between the differences of a passage, on both sides."""
    at_a, at_b = passage.a.start, passage.b.start
    for difference in passage.differences:
        yield Span(at_a, max(at_a, difference.a.start)), Span(at_b, max(at_b, difference.b.start))
        at_a, at_b = difference.a.end, difference.b.end
    yield Span(at_a, max(at_a, passage.a.end)), Span(at_b, max(at_b, passage.b.end))


def _inside(span: Span, facts: Facts) -> Span:
    length = len(facts.post.text)
    return Span(min(span.start, length), min(span.end, length))
