"""What two copies of one text have in common that the text itself has not: words changed alike, cut at the same place.

Editors who have a text from its source change it each in their own way. Where two agree against the source, one had it
from the other: so are the copies of manuscripts put in order, by the mistakes they share.
Source: Maas 1927, Textkritik, on the readings that join two witnesses.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tawatur.chains.facts import Facts
from tawatur.chains.pair import Pair, Side
from tawatur.model import Reason, Span
from tawatur.model.chain import DirectionWord

# Shorter words are put in or left out by anybody who tidies a sentence.
_FEWEST_LETTERS = 3
# Code points of the source that are missing before they count as cut out; how far apart two ends of one cut may lie.
_CUT, _SAME_PLACE = 45, 6
_WRITERS = ("agency", "release")


@dataclass(frozen=True, slots=True)
class Agreement:
    """What two posts have in common against a third. `span`: the words that show it, in the post `post_id`."""

    why: str
    post_id: str
    span: Span | None

    def reason(self, says: DirectionWord) -> Reason:
        """The reason for a direction that rests on it."""
        return Reason(name="nearer", says=says, why=self.why, post_id=self.post_id, span=self.span)


class Readings:
    """Pairs of posts, to be asked about three posts at a time. An answer costs time in the words of the three."""

    def __init__(self, laid: Iterable[Pair]) -> None:
        self._pairs = {(pair.a.id, pair.b.id): pair for pair in laid}

    def agreement(self, copy: str, model: str, source: str) -> Agreement | None:
        """What shows that `copy` did not have its words from `source`, past the post `model`; None where nothing does."""
        span = self.changed_alike(copy, model, source)
        if span is not None:
            return Agreement(
                "They have words in common that the third post, which both go back to, has not.", copy, span
            )
        if self.are_cut_alike(model, copy, source):
            return Agreement("Both leave out the same words of the third post that they go back to.", source, None)
        return None

    def changed_alike(self, one: str, other: str, source: str) -> Span | None:
        """The first word in the body of `one` that `other` has in the same place, and that `source` has nowhere."""
        here, there = self._sides(one, other)
        of_source, _ = self._sides(source, one)
        known = of_source.facts.vocabulary if of_source is not None else None
        if here is None or there is None or known is None:
            return None
        for mine, theirs in zip(here.equal, there.equal, strict=True):
            if here.facts.body.holds(mine) and there.facts.body.holds(theirs):
                for span, word in here.facts.words_in(mine):
                    if len(word) >= _FEWEST_LETTERS and word not in known and not here.facts.is_owed(span):
                        return span
        return None

    def are_cut_alike(self, one: str, other: str, source: str) -> bool:
        """True where both leave out the same words of `source`, and `other` holds nothing of it that `one` has not.

        Never where the source writes for others: whoever has a wire's text cuts it from the end, to the paragraph.
        """
        to_one, _ = self._sides(source, one)
        to_other, _ = self._sides(source, other)
        if to_one is None or to_other is None or _writes_for_others(to_one.facts):
            return False
        missed, also_missed = _missing(to_one), _missing(to_other)
        is_cut_further = all(any(_holds(wider, gap) for wider in also_missed) for gap in missed)
        return is_cut_further and any(_is_same(gap, other_gap) for gap in missed for other_gap in also_missed)

    def is_fuller(self, one: str, other: str, source: str) -> bool:
        """True where `one` has of `source` all that `other` has, and a good piece more."""
        to_one, _ = self._sides(source, one)
        to_other, _ = self._sides(source, other)
        if to_one is None or to_other is None:
            return False
        missed, also_missed = _missing(to_one), _missing(to_other)
        is_cut_further = all(any(_holds(wider, gap) for wider in also_missed) for gap in missed)
        return is_cut_further and sum(map(len, also_missed)) >= sum(map(len, missed)) + _CUT

    def _sides(self, one: str, other: str) -> tuple[Side, Side] | tuple[None, None]:
        """Both sides of a pair, that of `one` first; None where the two share nothing."""
        if (pair := self._pairs.get((one, other))) is not None:
            return pair.a, pair.b
        if (pair := self._pairs.get((other, one))) is not None:
            return pair.b, pair.a
        return None, None


def _writes_for_others(facts: Facts) -> bool:
    return bool(facts.debts) or (facts.voice is not None and facts.voice.kind in _WRITERS)


def _missing(source: Side) -> list[Span]:
    """The stretches of the source's body that the other has not."""
    return [gap for gap in _between(source.shared, source.facts.body) if len(gap) >= _CUT]


def _between(spans: Sequence[Span], within: Span) -> Iterator[Span]:
    at = within.start
    for span in spans:
        if at < span.start <= within.end:
            yield Span(at, span.start)
        at = max(at, span.end)
    if at < within.end:
        yield Span(at, within.end)


def _holds(wider: Span, gap: Span) -> bool:
    return wider.start - _SAME_PLACE <= gap.start and gap.end <= wider.end + _SAME_PLACE


def _is_same(gap: Span, other: Span) -> bool:
    return abs(gap.start - other.start) <= _SAME_PLACE and abs(gap.end - other.end) <= _SAME_PLACE
