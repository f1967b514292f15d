"""To whom a post says it owes its words: credits, a signature in the byline, a rights line, another outlet's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.chains.parties import Parties
from tawatur.model import ChainPost, Party, Span
from tawatur.text.cues import find_cue, only_cue

# Pictures and translations are owed apart from the words.
_OF_WORDS = ("source", "first published by", "agency", "via")
_EDGE = 160
_SIGNATURE = 80
_SLASHED = re.compile(r"^[\s\u200e\u200f]*([^/\n]{2,30}?)\s*/{1,2}(?!/)")
_CLAIMED = re.compile(r"(?:©|\([cC]\)|&copy;)\s*(?:\d{4}\s*)?([^\n.©|،,]{2,60})")


@dataclass(frozen=True, slots=True)
class Debt:
    """A party that the post names as where its words come from. `span` is None where only the form says so."""

    party: Party
    span: Span | None
    why: str


def find_debts(post: ChainPost, parties: Parties) -> tuple[Debt, ...]:
    """All debts of a post, one a party, in the order of how plainly they are said."""
    found: dict[str, Debt] = {}
    for debt in (
        *_credits(post, parties),
        *_byline(post, parties),
        *_above(post, parties),
        *_below(post, parties),
        *_edges(post, parties),
        *_outlet(post, parties),
    ):
        found.setdefault(debt.party.id, debt)
    return tuple(found.values())


def own_voice(post: ChainPost, parties: Parties) -> Party | None:
    """Who published the post, as far as that is not merely whom it credits."""
    publisher = parties.one(post.publisher)
    if publisher is not None:
        return publisher
    outlet = parties.one(post.outlet)
    if outlet is None:
        return parties.at_site(post.site)
    credited = {party.id for credit in post.credits if credit.kind in ("source", "first published by", "via")
                for party in parties.row(credit.to)}  # fmt: skip
    if outlet.id not in credited:
        return outlet
    behind = parties.at_site(post.site)
    return behind if behind is not None and behind.id != outlet.id else None


def _credits(post: ChainPost, parties: Parties) -> Iterator[Debt]:
    for credit in post.credits:
        if credit.kind in _OF_WORDS:
            for party in parties.row(credit.to):
                yield Debt(party, credit.span, f"A credit names {party.name}.")


def _byline(post: ChainPost, parties: Parties) -> Iterator[Debt]:
    if post.byline is None:
        return
    for party in parties.row(post.byline):
        if party.kind in ("agency", "unnamed"):
            yield Debt(party, _where(post, post.byline), f"It is signed {party.name}.")


def _above(post: ChainPost, parties: Parties) -> Iterator[Debt]:
    """ "AFP - Geneva", «موسكو - رويترز»: a line of its own between title and body."""
    if post.body is None:
        return
    pictures = [credit.span for credit in post.credits if credit.kind not in _OF_WORDS]
    for line in _lines(post, Span(0, post.body.start))[1:]:
        if len(line) <= _SIGNATURE and not any(line.touches(span) for span in pictures):
            for party in parties.row(line.of(post.text)):
                if party.kind in ("agency", "unnamed"):
                    yield Debt(party, line, f"The line above its text names {party.name}.")


def _below(post: ChainPost, parties: Parties) -> Iterator[Debt]:
    """ "Source: wires", "Source" and an office on the next line: parties that name nobody, or no outlet."""
    start = post.body.end if post.body is not None else max(0, len(post.text) - 2 * _EDGE)
    awaited = False
    for line in _lines(post, Span(start, len(post.text)))[-6:]:
        words = line.of(post.text)
        rest = line if awaited else None
        awaited = only_cue(words, parties.known) is not None
        cue = find_cue(words, parties.known, most_words=20) if rest is None and not awaited else None
        if cue is not None and cue.kind in _OF_WORDS:
            rest = Span(line.start + cue.span.end, line.end)
        if rest is None or len(rest) > _SIGNATURE:
            continue
        for party in parties.row(rest.of(post.text)):
            if party.kind in ("unnamed", "release", "agency"):
                yield Debt(party, rest, f"A credit names {party.name}.")


def _lines(post: ChainPost, within: Span) -> list[Span]:
    """The lines that hold anything, of a part of the text; of a very long part, its last thousands of code points."""
    start = max(within.start, within.end - 4000)
    lines = []
    for line in post.text[start : within.end].splitlines(keepends=True):
        bare = line.strip()
        if bare:
            at = start + line.index(bare)
            lines.append(Span(at, at + len(bare)))
        start += len(line)
    return lines


def _edges(post: ChainPost, parties: Parties) -> Iterator[Debt]:
    """ "TASS/ ...", "© AFP": habits that no credit line shows."""
    body = post.body or Span(0, len(post.text))
    head = body.of(post.text)[:_EDGE]
    slashed = _SLASHED.match(head)
    if slashed is not None:
        party = parties.one(slashed.group(1))
        if party is not None and party.kind == "agency":
            yield Debt(party, Span(*slashed.span(1)).moved(body.start), f"It opens with the sign of {party.name}.")
    tail_at = max(0, len(post.text) - _EDGE)
    for claimed in _CLAIMED.finditer(post.text, tail_at):
        for party in parties.row(claimed.group(1)):
            if party.kind == "agency":
                yield Debt(party, Span(*claimed.span(1)), f"It ends with the rights sign of {party.name}.")


def _outlet(post: ChainPost, parties: Parties) -> Iterator[Debt]:
    publisher = parties.one(post.publisher)
    if publisher is None:
        return
    for outlet in parties.row(post.outlet):
        if outlet.id != publisher.id:
            why = f"It stands on a page of {publisher.name} and names {outlet.name} as its outlet."
            yield Debt(outlet, _where(post, post.outlet or ""), why)


def _where(post: ChainPost, words: str) -> Span | None:
    at = post.text.find(words) if words else -1
    return Span(at, at + len(words)) if at >= 0 else None
