"""The origins that each post may rest on, walked back through everything it has its words from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawatur.chains.facts import Book
from tawatur.chains.graph import Sets, knots
from tawatur.chains.parties import UNNAMED
from tawatur.chains.sources import Sources

# A page of everything rests on everything; more roots than this say no more.
MOST_ROOTS = 64
# A post with fewer letters and digits has no words of its own to speak of.
FEWEST_LETTERS = 12
WORDLESS = "unnamed:wordless"


@dataclass(frozen=True, slots=True)
class Rooted:
    """The roots of a knot of posts, and why."""

    roots: tuple[str, ...]
    reasons: tuple[str, ...]


def find_roots(book: Book, held: Mapping[str, Sources]) -> dict[str, Rooted]:
    """The roots of every post. Linear in posts and links, but for posts that rest on very many origins."""
    texts = Sets()
    for post_id, one in held.items():
        for other in one.one_with:
            texts.join(post_id, other)
    members: dict[str, list[str]] = {}
    for post_id in held:
        members.setdefault(texts.of(post_id), []).append(post_id)
    edges = {
        text: sorted({texts.of(source) for post_id in posts for source in held[post_id].copied} - {text})
        for text, posts in members.items()
    }
    done: dict[str, Rooted] = {}
    for knot in knots(sorted(members), edges):
        posts = sorted(post_id for text in knot for post_id in members[text])
        below = {target for text in knot for target in edges[text]} - set(knot)
        rooted = _rooted(posts, [done[target] for target in sorted(below)], len(knot) > 1, book, held)
        for text in knot:
            done[text] = rooted
    return {post_id: done[texts.of(post_id)] for post_id in held}


def _rooted(posts: list[str], below: list[Rooted], is_knot: bool, book: Book, held: Mapping[str, Sources]) -> Rooted:
    parties = book.parties
    roots = {root for rooted in below for root in rooted.roots}
    reasons = []
    if below:
        reasons.append("Its words stand in an earlier post, or in one that it names.")
    for post_id in posts:
        one = held[post_id]
        for party, why in [*((debt.party, debt.why) for debt in one.debts),
                           *((cited.party, f"Its first lines give {cited.party.name} as their source.") for cited in one.lead)]:  # fmt: skip
            roots.add(parties.root_id(party))
            reasons.append(why)
    own = _own_roots(posts, book, held)
    if roots and not below:
        # Of a text that nobody is known to have had first, a post that credits nobody may be the beginning.
        roots |= _own_roots([post_id for post_id in posts if _is_silent(held[post_id])], book, held) - {WORDLESS}
    for post_id in posts:
        for party_id, copy in sorted(held[post_id].told_by_copies.items()):
            if not roots:
                roots |= own
            roots.add(party_id)
            reasons.append(f"The same text, in the post {copy}, is credited to {party_id.partition(':')[2]}.")
    if len(roots) > 1:
        roots.discard(UNNAMED.id)
    if not roots:
        roots = own
        reasons.append(_why_own(posts, roots, book))
    if len(posts) > 1:
        knot = "They point at each other." if is_knot else "It is not known which of them was first."
        reasons.append(f"{len(posts)} posts carry one text. {knot}")
    return Rooted(tuple(sorted(roots)[:MOST_ROOTS]), tuple(dict.fromkeys(reasons)))


def _own_roots(posts: list[str], book: Book, held: Mapping[str, Sources]) -> set[str]:
    own = set()
    for post_id in posts:
        facts = held[post_id].facts
        if not _has_words(facts.post.text):
            own.add(WORDLESS)
        elif facts.voice is not None:
            own.add(book.parties.root_id(facts.voice))
        else:
            own.add(post_id)
    return own - {WORDLESS} or own


def _is_silent(one: Sources) -> bool:
    return not (one.copied or one.debts or one.lead)


def _why_own(posts: list[str], roots: set[str], book: Book) -> str:
    if roots == {WORDLESS}:
        return "It has hardly a word, so nothing shows where it comes from."
    voice = book[posts[0]].voice
    if voice is None:
        return "Its words stand in no other post, and it names nobody it has them from; its outlet is not known."
    root = book.parties.root_id(voice)
    if root != voice.id:
        return f"Its words are its own; {voice.name} belongs with {root.partition(':')[2]}, and counts with it."
    return f"Its words are its own, and speak for {voice.name}."


def _has_words(text: str) -> bool:
    letters = 0
    for sign in text[:2000]:
        letters += sign.isalnum()
        if letters >= FEWEST_LETTERS:
            return True
    return False
