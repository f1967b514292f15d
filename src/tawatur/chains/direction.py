"""One pair: who had the words from whom.

What the posts say themselves goes first, then the dates, then the form of the texts. Where two of one rank
contradict each other, nothing is decided; nor where a post that says it has its words from a third is laid beside
one that does not say.
"""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.chains.evidence import SAID, SHOWN, Says, dates_lie_far_apart, is_dated_before
from tawatur.chains.kinds import kind_of
from tawatur.chains.pair import Pair, Side
from tawatur.chains.version import MADE_BY
from tawatur.model import DirectedReuse, Party, Reason, Span


def direct(pair: Pair) -> DirectedReuse:
    """The pair with its direction, kind and reasons."""
    kind = kind_of(pair)
    says, siblings_of, reasons = ("unknown", None, ()) if kind == "formula" else _decide(pair, kind)
    longest = pair.longest
    return DirectedReuse(
        a=pair.a.id,
        b=pair.b.id,
        direction="unknown" if says == "siblings" else says,
        siblings_of=siblings_of.id if siblings_of is not None else None,
        kind=kind,
        a_share=round(pair.a.share, 4),
        b_share=round(pair.b.share, 4),
        words=pair.words,
        a_span=longest.a,
        b_span=longest.b,
        reasons=tuple(reasons),
        made_by=MADE_BY,
    )


def _decide(pair: Pair, kind: str) -> tuple[Says, Party | None, Sequence[Reason]]:
    said = [reason for rule in SAID for reason in rule(pair)]
    dated = list(is_dated_before(pair))
    if said:
        return _weigh_said(pair, said, dated)
    if kind == "shared quotation":
        return (
            "unknown",
            None,
            (_unsure("quotation", "Both quote the same words; either may have heard them itself."),),
        )
    third = _third(pair)
    if third is not None:
        # The date is kept: beside the third's own text it may tell more than here.
        says, party, reasons = third
        return says, party, (*reasons, *dated)
    if dated:
        return dated[0].says, None, (*dated, *_agreeing(pair, dated[0].says))
    shown = [reason for rule in SHOWN for reason in rule(pair)]
    # Who writes for others is told from who they are; the rest only from the form.
    words = {reason.says for reason in shown if reason.name == "agency"} or {reason.says for reason in shown}
    if len(words) == 1:
        return words.pop(), None, shown
    if words:
        return (
            "unknown",
            None,
            (*shown, _unsure("contradiction", "The form of the texts speaks for both ways.")),
        )
    return (
        "unknown",
        None,
        (_unsure("nothing", "Neither dates nor credits nor the texts show who was first."),),
    )


def _weigh_said(pair: Pair, said: list[Reason], dated: list[Reason]) -> tuple[Says, Party | None, Sequence[Reason]]:
    words = {reason.says for reason in said}
    if len(words) > 1:
        # A credit is written for this text; an outlet may be named in it for many reasons.
        credited = {reason.says for reason in said if reason.name == "credit"}
        if len(credited) != 1:
            return "unknown", None, (*said, _unsure("contradiction", "Each of the two points at the other."))
        words = credited
    says = words.pop()
    against = [reason for reason in dated if reason.says != says]
    if against and dates_lie_far_apart(pair):
        return (
            "unknown",
            None,
            (*said, *against, _unsure("contradiction", "The dates speak against what the posts say.")),
        )
    return says, None, (*said, *dated)


def _agreeing(pair: Pair, says: Says) -> list[Reason]:
    return [reason for rule in SHOWN for reason in rule(pair) if reason.says == says]


def _third(pair: Pair) -> tuple[Says, Party | None, Sequence[Reason]] | None:
    """Where a third is credited: both are its copies, or nothing can be said."""
    ours, theirs = _outside(pair.a, pair), _outside(pair.b, pair)
    common = [party_id for party_id in ours if party_id in theirs]
    if common:
        party, span = ours[common[0]]
        reasons = (
            Reason(name="sibling", says="siblings", why=f"Both credit {party.name} for it.", post_id=pair.a.id, span=span),
            Reason(name="sibling", says="siblings", why=f"Both credit {party.name} for it.", post_id=pair.b.id,
                   span=theirs[common[0]][1]),
        )  # fmt: skip
        return "siblings", party, reasons
    if ours and theirs:
        agencies = [p for p, _ in (*ours.values(), *theirs.values()) if p.kind == "agency"]
        unnamed = any(p.kind == "unnamed" for p, _ in (*ours.values(), *theirs.values()))
        if unnamed and agencies:
            why = f"One credits {agencies[0].name}, the other agencies without a name."
            return "siblings", agencies[0], (Reason(name="sibling", says="siblings", why=why),)
        return "unknown", None, (_unsure("credit", "They credit different parties for the same words."),)
    if ours or theirs:
        side, named = (pair.a, ours) if ours else (pair.b, theirs)
        party, span = next(iter(named.values()))
        if party.kind == "outlet" and next(iter(is_dated_before(pair)), None) is not None:
            return None
        why = f"One credits {party.name} for it; the other may have it from there too, or from this post."
        return "unknown", None, (Reason(name="credit", says="unknown", why=why, post_id=side.id, span=span),)
    return None


def _outside(side: Side, pair: Pair) -> dict[str, tuple[Party, Span | None]]:
    voices = {one.facts.voice.id for one in (pair.a, pair.b) if one.facts.voice is not None}
    return {debt.party.id: (debt.party, debt.span) for debt in side.facts.debts if debt.party.id not in voices}


def _unsure(name: str, why: str) -> Reason:
    return Reason(name=name, says="unknown", why=why)
