"""The links of one post: what it copies, credits, cites and quotes, the main one first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tawatur.chains.quoted import covered, merged
from tawatur.chains.siblings import is_said
from tawatur.chains.sources import Sources, longest_span
from tawatur.model import ChainLink, DirectedReuse, Span

# A page of everything copies much; a reader is shown so many of its models.
MOST_COPIES = 40
# A further model is shown where it gave at least so much of the post that no earlier one did.
_NEW = 0.05


def links_of(post_id: str, held: Mapping[str, Sources]) -> list[ChainLink]:
    """All links of a post, each with the words that show it."""
    one = held[post_id]
    return [*_copies(post_id, one), *_credits(post_id, one), *_cites(post_id, one), *_quotes(post_id, one)]


def main_source(post_id: str, held: Mapping[str, Sources]) -> str | None:
    """The post that gave it most of its words; None where no known one did."""
    ranked = _ranked(post_id, held[post_id].copied)
    return ranked[0][0] if ranked else None


def _ranked(post_id: str, pairs: Mapping[str, DirectedReuse]) -> list[tuple[str, DirectedReuse]]:
    """Named models first, then by the words they gave; the least id where both are equal."""
    return sorted(pairs.items(), key=lambda item: (not is_said(item[1]), -item[1].words, item[0]))


def _copies(post_id: str, one: Sources) -> Iterator[ChainLink]:
    taken: list[Span] = []
    size = max(1, len(one.facts.body))
    shown = 0
    # Whole texts first, pieces after them; quotations are links of their own kind.
    for source, pair in [*_ranked(post_id, one.copied), *_ranked(post_id, one.parts)]:
        span = longest_span(pair, post_id)
        if pair.kind in ("shared quotation", "formula") or shown >= MOST_COPIES:
            continue
        fresh = len(span) - covered([span], taken)
        if shown and fresh < max(_NEW * size, 0.5 * len(span)):
            continue
        taken = merged([*taken, span])
        shown += 1
        yield ChainLink(source=post_id, to=source, kind="copies", post_id=post_id, span=span, why=_why(pair))


def _credits(post_id: str, one: Sources) -> Iterator[ChainLink]:
    for debt in one.facts.debts:
        yield ChainLink(source=post_id, to=debt.party.id, kind="credits", post_id=post_id, span=debt.span, why=debt.why)


def _cites(post_id: str, one: Sources) -> Iterator[ChainLink]:
    own = one.facts.voice.id if one.facts.voice is not None else None
    seen = {debt.party.id for debt in one.facts.debts}
    for mention in one.facts.mentions:
        party = mention.party
        if mention.is_cited and party.id != own and party.id not in seen:
            seen.add(party.id)
            why = f"It names {party.name} as the one it has something from."
            yield ChainLink(source=post_id, to=party.id, kind="cites", post_id=post_id, span=mention.span, why=why)


def _quotes(post_id: str, one: Sources) -> Iterator[ChainLink]:
    for source, pair in _ranked(post_id, {**one.copied, **one.parts})[:MOST_COPIES]:
        if pair.kind == "shared quotation":
            span = longest_span(pair, post_id)
            yield ChainLink(source=post_id, to=source, kind="quotes", post_id=post_id, span=span, why=_why(pair))


def _why(pair: DirectedReuse) -> str:
    deciding = [reason.why for reason in pair.reasons if reason.says == pair.direction]
    return " ".join(deciding) or "The same words stand in both."
