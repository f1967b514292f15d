"""What each post rests on: the posts it has its words from, and the parties it credits or cites for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tawatur.chains.debts import Debt
from tawatur.chains.facts import Book, Facts
from tawatur.chains.mentions import Mention
from tawatur.chains.quoted import covered, merged
from tawatur.chains.sharing import ONE_TEXT, is_one_text, is_same_text
from tawatur.chains.siblings import ends
from tawatur.model import DirectedReuse, Span

# Of the posts that a text is put together from, those that gave at least so much of it.
_PART = 0.1


@dataclass(slots=True)
class Sources:
    """What one post rests on. `copied` holds whole texts, `parts` those that gave less than half."""

    facts: Facts
    copied: dict[str, DirectedReuse] = field(default_factory=dict)
    parts: dict[str, DirectedReuse] = field(default_factory=dict)
    one_with: dict[str, DirectedReuse] = field(default_factory=dict)
    """Posts of the same text, where it is not known who was first."""
    debts: tuple[Debt, ...] = ()
    lead: tuple[Mention, ...] = ()
    told_by_copies: dict[str, str] = field(default_factory=dict)
    """Parties that a copy of this very text credits: party id -> the copy."""


def gather(book: Book, directed: Sequence[DirectedReuse]) -> dict[str, Sources]:
    """The sources of every post. Linear in posts and pairs."""
    held = {post_id: Sources(book[post_id]) for post_id in book.ids()}
    for pair in directed:
        if pair.a not in held or pair.b not in held or pair.a == pair.b:
            continue
        copy, source = ends(pair)
        if copy is not None and source is not None:
            (held[copy].copied if is_one_text(pair) else held[copy].parts)[source] = pair
        elif is_one_text(pair) and (pair.siblings_of is None or is_same_text(pair)):
            held[pair.a].one_with[pair.b] = pair
            held[pair.b].one_with[pair.a] = pair
    for post_id, one in held.items():
        _put_together(post_id, one)
        _take_debts(one, held)
    for post_id in held:
        _tell_models(post_id, held)
    return held


def _put_together(post_id: str, one: Sources) -> None:
    """Parts that together make half of a post are what it rests on."""
    quoted_only = all(pair.kind == "shared quotation" for pair in one.parts.values())
    if len(one.parts) < 2 or quoted_only:
        return
    spans = [pair.a_span if pair.a == post_id else pair.b_span for pair in one.parts.values()]
    body = one.facts.body
    if covered(merged(spans), [body]) >= ONE_TEXT * max(1, len(body)):
        for source, pair in list(one.parts.items()):
            if (pair.a_share if pair.a == post_id else pair.b_share) >= _PART:
                one.copied[source] = one.parts.pop(source)


def _take_debts(one: Sources, held: dict[str, Sources]) -> None:
    """Credits that no post at hand already answers; where nothing else is known, whom the first lines cite."""
    answered = set()
    for source in one.copied:
        voice = held[source].facts.voice
        if voice is not None:
            answered.add(voice.id)
    debts = [debt for debt in one.facts.debts if debt.party.id not in answered]
    if one.copied or any(debt.party.kind != "unnamed" for debt in debts):
        debts = [debt for debt in debts if debt.party.kind != "unnamed"]
    one.debts = tuple(debts)
    if not one.copied and not one.debts:
        one.lead = one.facts.lead


def _tell_models(post_id: str, held: dict[str, Sources]) -> None:
    """A copy that credits an agency for the very same text speaks for its model, which kept silent."""
    for source, pair in held[post_id].copied.items():
        model = held[source]
        if not is_same_text(pair) or model.debts or model.copied:
            continue
        for debt in held[post_id].debts:
            if debt.party.kind in ("agency", "release"):
                model.told_by_copies.setdefault(debt.party.id, post_id)


def longest_span(pair: DirectedReuse, post_id: str) -> Span:
    """Where the longest words in common stand in the post `post_id`."""
    return pair.a_span if pair.a == post_id else pair.b_span
