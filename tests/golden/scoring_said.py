"""How close the rooms come to a careful reader in who said what, where, on the sample case."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from scoring import Score, match, plain

from tawatur.model import Place, Post, Reading, Span, Speaker, Statement

# A found statement is a gold one where their contents share this much, intersection over union.
SAME_CONTENT = 0.5
NAMELESS = ("anonymous", "reports")


def score_said(score: Score, gold: dict[str, Any], page: dict[str, Any], reading: Reading) -> None:
    """Compare the statements and places of the found posts of one page with the gold's."""
    for wanted_order, found_order in sorted(match(page["posts"], reading).items()):
        post = reading.posts[found_order]
        said = [one for one in reading.statements if one.post_id == post.id]
        named = [one for one in reading.places if one.post_id == post.id]
        score_statements(
            score, page["source"], page["posts"][wanted_order]["statements"], said, post, reading.page.text
        )
        score_places(score, page["source"], gold, named, post, reading.page.text)


def score_statements(
    score: Score, source: str, gold: Sequence[dict[str, Any]], said: Sequence[Statement], post: Post, text: str
) -> None:
    """Contents, and for those that match: kind, speaker and whether somebody is named."""
    spans = [content_span(one, post, text) for one in gold]
    pairs = best_pairs(spans, [one.content for one in said])
    score.count("statements", right=len(pairs), found=len(said), wanted=len(gold))
    for n, one in enumerate(gold):
        if one["kind"] == "direct":
            score.count("direct", right=n in pairs, found=n in pairs, wanted=1)
        if n not in pairs:
            score.differences.append(f"{source}: no statement: {one['content'][:70]!r} by {one['speaker']!r}")
    for m, found in enumerate(said):
        if m not in pairs.values():
            score.differences.append(f"{source}: a statement too many: {found.content.of(text)[:70]!r}")
    for n, m in pairs.items():
        score_speaker(score, source, gold[n], said[m], text)


def score_speaker(score: Score, source: str, gold: dict[str, Any], found: Statement, text: str) -> None:
    """Who said it: the name, or that nobody is named."""
    right = is_speaker(gold, found, text)
    score.count("speaker", right=right, found=1, wanted=1)
    if gold["class"] in NAMELESS:
        score.count("unnamed", right=found.speaker_class in NAMELESS, found=1, wanted=1)
    if not right:
        printed = found.speaker.of(text) if found.speaker else None
        score.differences.append(
            f"{source}: {gold['content'][:40]!r} by {found.speaker_name or printed!r} ({found.speaker_class}), "
            f"wanted {gold['name'] or gold['speaker']!r} ({gold['class']})"
        )


def is_speaker(gold: dict[str, Any], found: Statement, text: str) -> bool:
    """True where the name is right, or where nobody is named and the class says so."""
    if gold["name"] is None:
        return found.speaker_class == gold["class"] or (found.speaker_class in NAMELESS and gold["class"] in NAMELESS)
    printed = found.speaker_name or (found.speaker.of(text) if found.speaker else "")
    one, other = plain(gold["name"]), plain(printed)
    return bool(other) and (f" {one} " in f" {other} " or f" {other} " in f" {one} ")


def content_span(gold: dict[str, Any], post: Post, text: str) -> Span:
    """Where the words of a gold statement stand in the page; white space may have been set anew."""
    if "start" in gold:
        return Span(gold["start"], gold["end"])
    pattern = r"\s+".join(map(re.escape, gold["content"].split()))
    found = re.compile(pattern).search(text, post.span.start, post.span.end)
    assert found is not None, f"not in the post: {gold['content']!r}"
    return Span(found.start(), found.end())


def best_pairs(gold: Sequence[Span], found: Sequence[Span]) -> dict[int, int]:
    """The found span of each gold span, one to one, the most alike first."""
    alike = sorted(
        ((overlap(one, other), -n, -m) for n, one in enumerate(gold) for m, other in enumerate(found)), reverse=True
    )
    pairs: dict[int, int] = {}
    for value, n, m in alike:
        if value >= SAME_CONTENT and -n not in pairs and -m not in pairs.values():
            pairs[-n] = -m
    return pairs


def overlap(one: Span, other: Span) -> float:
    """Intersection over union, in characters."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return max(0, shared) / (max(one.end, other.end) - min(one.start, other.start) or 1)


def score_places(
    score: Score, source: str, gold: dict[str, Any], named: Sequence[Place], post: Post, text: str
) -> None:
    """Every time that an invented place is named in the post; anything else that is found is one too many."""
    words = post.span.of(text)
    wanted = place_counts(gold, words)
    found = Counter(place.place_id for place in named if place.form != "demonym")
    right = (wanted & found).total()
    score.count("places", right=right, found=found.total(), wanted=wanted.total())
    for place_id, n in sorted(((wanted - found) | (found - wanted)).items()):
        score.differences.append(f"{source}: {place_id} {found[place_id]} times, wanted {wanted[place_id]} ({n} apart)")


def place_counts(gold: dict[str, Any], words: str) -> Counter[str]:
    """How often each place is named in some words, the names of outlets left out."""
    for name in gold["no_places"]:
        words = words.replace(name, " ")
    return Counter({id_: n for id_, names in gold["places"].items() if (n := sum(map(words.count, names)))})


def score_linking(score: Score, gold: dict[str, Any], speakers: Iterable[Speaker]) -> None:
    """Pairs of names that are one speaker in the gold, and those that were made one; names that nobody found are missed."""
    held = {name: speaker.id for speaker in speakers for name, _ in speaker.names}
    whose = {form: one["name"] for one in gold["speakers"] for form in one["forms"]}
    wanted = {pair for one in gold["speakers"] for pair in combinations(sorted(one["forms"]), 2)}
    found = {(a, b) for a, b in combinations(sorted(whose), 2) if a in held and b in held and held[a] == held[b]}
    score.count("linked", right=len(wanted & found), found=len(found), wanted=len(wanted))
    for a, b in sorted(wanted ^ found):
        score.differences.append(f"{a} and {b}: {'not linked' if (a, b) in wanted else 'linked and not the same'}")
