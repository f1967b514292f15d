"""How close the rooms come to a careful reader on the sample case: counts, scores, and every difference in words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tawatur.model import Description, Post, Reading
from tawatur.text.fold import fold_text

FIELDS = ("title", "byline", "outlet", "published", "lang")
# A found post is a gold post where they share this much: intersection over union of the spans in plain text, share
# of the gold's paragraphs in markup.
SAME_POST = 0.8


@dataclass(slots=True)
class Score:
    """Right, found and wanted of every measure, and the differences for people."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    wanted: Counter[str] = field(default_factory=Counter)
    differences: list[str] = field(default_factory=list)

    def count(self, measure: str, *, right: int, found: int, wanted: int) -> None:
        """Add to one measure."""
        self.right[measure] += right
        self.found[measure] += found
        self.wanted[measure] += wanted

    def table(self) -> dict[str, float]:
        """Precision and recall of every measure, three decimals."""
        scores = {}
        for measure in self.wanted:
            scores[f"{measure}_precision"] = round(self.right[measure] / max(1, self.found[measure]), 3)
            scores[f"{measure}_recall"] = round(self.right[measure] / max(1, self.wanted[measure]), 3)
        return scores


def plain(words: str | None) -> str:
    """Words folded, punctuation away, for comparing names and titles."""
    return re.sub(r"[\W_]+", " ", fold_text(words or "")).strip()


def squeezed(text: str) -> str:
    """White space run together."""
    return " ".join(text.split())


def score_page(score: Score, gold: dict[str, Any], reading: Reading) -> None:
    """Compare the posts found on one page with the gold's."""
    described = {known.post_id: known for known in reading.descriptions}
    pairs = match(gold["posts"], reading)
    score.count("posts", right=len(pairs), found=len(reading.posts), wanted=len(gold["posts"]))
    for order, wanted in enumerate(gold["posts"]):
        if order not in pairs:
            score.differences.append(f"{gold['source']}: not found: {wanted['title']!r}")
    for order, post in enumerate(reading.posts):
        if order not in pairs.values():
            start = squeezed(post.span.of(reading.page.text)[:80])
            score.differences.append(f"{gold['source']}: not a post of its own: {start!r}")
    for wanted_order, found_order in sorted(pairs.items()):
        wanted, post = gold["posts"][wanted_order], reading.posts[found_order]
        score_extent(score, gold["source"], wanted, post, reading)
        known = described.get(post.id)
        if known is not None:
            score_fields(score, gold["source"], wanted, known)


def match(wanted: Sequence[dict[str, Any]], reading: Reading) -> dict[int, int]:
    """The found post of each gold post, by their places in order; one to one, best first."""
    likeness = sorted(
        ((alike(gold, post, reading), -i, -j) for i, gold in enumerate(wanted) for j, post in enumerate(reading.posts)),
        reverse=True,
    )
    pairs: dict[int, int] = {}
    for value, i, j in likeness:
        if value >= SAME_POST and -i not in pairs and -j not in pairs.values():
            pairs[-i] = -j
    return pairs


def alike(gold: dict[str, Any], post: Post, reading: Reading) -> float:
    """How much a found post has in common with a gold post, 0 to 1."""
    if "start" in gold:
        shared = min(gold["end"], post.span.end) - max(gold["start"], post.span.start)
        return max(0, shared) / (max(gold["end"], post.span.end) - min(gold["start"], post.span.start))
    text = squeezed(post.span.of(reading.page.text))
    if not gold["body"]:
        return float(squeezed(gold["title"]) in text and len(text) < 3 * len(gold["title"]))
    inside = sum(len(paragraph) for paragraph in gold["body"] if paragraph in text)
    # Of two found posts that hold the same paragraphs, the tighter one is the post.
    return inside / sum(map(len, gold["body"])) - min(0.1, len(text) / 1e7)


def score_extent(score: Score, source: str, gold: dict[str, Any], post: Post, reading: Reading) -> None:
    """Where the post starts and what its body is."""
    text = reading.page.text
    start_right = post.span.start == gold["start"] if "start" in gold else starts_with_title(gold, post, text)
    score.count("starts", right=start_right, found=1, wanted=1)
    if not start_right:
        score.differences.append(f"{source}: {gold['title'][:40]!r} starts at {text[post.span.start :][:40]!r}")
    wanted, found, right = body_characters(gold, post, text)
    score.count("body", right=right, found=found, wanted=wanted)
    if not wanted == found == right:
        score.differences.append(
            f"{source}: body of {gold['title'][:40]!r}: {right} characters right of {found} found and {wanted} wanted"
            f"; it runs {body_edges(post, text)}"
        )


def starts_with_title(gold: dict[str, Any], post: Post, text: str) -> bool:
    """True where the first words of a post of a markup page are its title."""
    return squeezed(post.span.of(text)).startswith(squeezed(gold["title"]))


def body_characters(gold: dict[str, Any], post: Post, text: str) -> tuple[int, int, int]:
    """Characters wanted, found and shared of the body."""
    if "start" in gold:
        wanted = range(gold["body_start"] or 0, gold["body_end"] or 0)
        found = range(post.body.start, post.body.end) if post.body else range(0)
        shared = min(wanted.stop, found.stop) - max(wanted.start, found.start)
        return len(wanted), len(found), max(0, shared)
    lines = [squeezed(line) for line in post.body.of(text).splitlines() if line.strip()] if post.body else []
    both = Counter(lines) & Counter(gold["body"])
    return sum(map(len, gold["body"])), sum(map(len, lines)), sum(len(line) * n for line, n in both.items())


def body_edges(post: Post, text: str) -> str:
    """The first and last words of the found body."""
    if post.body is None:
        return "nowhere"
    body = post.body.of(text)
    return f"from {body[:40]!r} to {body[-40:]!r}"


def score_fields(score: Score, source: str, gold: dict[str, Any], known: Description) -> None:
    """Every field that the gold or the description has."""
    for name in FIELDS:
        wanted, found = gold[name], getattr(known, name)
        right = bool(wanted and found) and same(name, wanted, found)
        score.count(name, right=right, found=bool(found), wanted=bool(wanted))
        if (wanted or found) and not right:
            score.differences.append(f"{source}: {name} of {gold['title'][:40]!r}: {found!r}, wanted {wanted!r}")
    wanted_credits = [(credit["kind"], credit["to"]) for credit in gold["credits"]]
    found_credits = [(str(credit.kind), credit.to) for credit in known.credits]
    right = shared_credits(wanted_credits, found_credits)
    score.count("credits", right=right, found=len(found_credits), wanted=len(wanted_credits))
    if not len(wanted_credits) == len(found_credits) == right:
        score.differences.append(
            f"{source}: credits of {gold['title'][:40]!r}: {listed(found_credits)}, wanted {listed(wanted_credits)}"
        )


def shared_credits(wanted: Sequence[tuple[str, str]], found: Sequence[tuple[str, str]]) -> int:
    """How many credits are of the same kind to the same name, one to one."""
    left = list(found)
    for kind, to in wanted:
        match = next((one for one in left if one[0] == kind and same("credit", to, one[1])), None)
        if match is not None:
            left.remove(match)
    return len(found) - len(left)


def same(name: str, wanted: str, found: str) -> bool:
    """Whether a field's value is right. A name may carry its article or its kind ("صحيفة"), or leave it out."""
    if name == "published":
        return wanted == found.replace("T00:00", "") or same_moment(wanted, found)
    if name == "lang":
        return wanted.split("-")[0] == found.split("-")[0]
    one, other = plain(wanted), plain(found)
    return one == other or (name != "title" and (f" {one} " in f" {other} " or f" {other} " in f" {one} "))


def same_moment(wanted: str, found: str) -> bool:
    """Whether two ISO 8601 times differ only in how seconds are written."""
    return re.sub(r"(T\d\d:\d\d):00", r"\1", wanted) == re.sub(r"(T\d\d:\d\d):00", r"\1", found)


def listed(credits: Iterable[tuple[str, str]]) -> str:
    """Credits for people."""
    return ", ".join(f"{kind}: {to}" for kind, to in sorted(credits)) or "none"
