"""What kind of reuse a pair is: somebody's copy, the same person's words, or words that anybody writes."""

from __future__ import annotations

from tawatur.chains.pair import Pair
from tawatur.model import Party, Reuse
from tawatur.model.chain import ReuseKind

# Four words in five that are in common stand in quotation marks, on both sides.
_QUOTED = 0.8
# Fewer words than a sentence, in two texts that share nothing else.
_FORMULA_WORDS, _FORMULA_SHARE = 14, 0.12
# Passages made of titles, names and set phrases: four words in five, none longer than any title, in texts that share
# little else. A list of names longer than that was copied. Chosen on one real day of news: docs/design/0008.
_TITLED, _TITLE_WORDS, _TITLE_SHARE = 0.8, 30, 0.25


def kind_of(pair: Pair) -> ReuseKind:
    """The kind, after who is named around the common words and how they stand."""
    parties = [*_named(pair.a.facts.voice), *_named(pair.b.facts.voice)]
    parties += [debt.party for side in (pair.a, pair.b) for debt in side.facts.debts]
    if min(pair.a.quoted_share, pair.b.quoted_share) >= _QUOTED:
        return "shared quotation"
    if _is_formula(pair):
        return "formula"
    if any(party.kind == "release" for party in parties):
        return "release copy"
    if any(party.kind in ("agency", "unnamed") for party in parties):
        return "agency copy"
    return "outlet copy"


def may_be_formula(pair: Reuse) -> bool:
    """False where the passages alone, without a look at the posts, are too long for a formula."""
    return bool(pair.passages) and max(passage.words for passage in pair.passages) <= _TITLE_WORDS


def _is_formula(pair: Pair) -> bool:
    share = max(pair.a.share, pair.b.share)
    if pair.words < _FORMULA_WORDS and share < _FORMULA_SHARE:
        return True
    if share >= _TITLE_SHARE or pair.longest.words > _TITLE_WORDS:
        return False
    counts = [pair.a.facts.titled(passage) for passage in pair.a.passages]
    return sum(ours for ours, _ in counts) >= _TITLED * max(1, sum(total for _, total in counts))


def _named(voice: Party | None) -> list[Party]:
    return [voice] if voice is not None else []
