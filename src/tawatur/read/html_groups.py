"""Repeated articles on one page: lines that look like titles of one kind, and the stretch of page that each opens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.read.html_model import Flat, Line
from tawatur.read.html_signals import (
    is_address,
    is_date,
    is_furniture,
    is_head_line,
    is_prose,
    is_title_named,
    linked_share,
)

SHORTEST_TITLE = 6
LONGEST_TITLE = 300
MAX_HEADS = 3_000
MAX_LINES = 20_000
"""Pages with more lines are not searched for articles: each look at a line's words costs some 0.1 ms."""
MOST_PROBED = 60

_COUNT = re.compile(r"^\d+\s*")
_ARTICLE_NAMES = re.compile(
    r"(?:^|[.\s_-])(?:hentry|h-entry|hnews|post|entry|story|article|item|news|card)(?=$|[.\s_-])"
)


@dataclass(slots=True)
class Stretch:
    """One article to be: half-open range of lines, the line that is its title, and how it is set apart."""

    first: int
    last: int
    title: int
    wrapped: bool
    """True where an element of its own holds it."""
    node: int
    """That element, or -1."""
    prose: int
    """Code points of running text in it."""


@dataclass(slots=True)
class Group:
    """Stretches that one kind of title opens, with the evidence that they are articles."""

    stretches: list[Stretch]
    coverage: float
    """Share of the page's running text that they hold."""
    largest: float
    """Share of the group's running text in its largest stretch."""
    told: float
    """Share of stretches with a line that says who or when near the title."""
    linked: float
    """Share of titles that are links of their own."""
    wrapped: float
    ruled: float
    """Share of stretches that a rule closes or opens."""
    marked: float
    """Share of stretches whose element is an article by tag or name."""
    bare: bool
    """True where the page has no running text at all."""
    rank: int
    """1 for the highest heading, 7 for a line in bold or a link."""

    @property
    def full(self) -> int:
        """Stretches with running text."""
        return sum(1 for s in self.stretches if s.prose)


def groups_of(flat: Flat) -> list[Group]:
    """Every kind of title on the page that occurs twice or more, with the stretches that its lines open."""
    if len(flat.lines) > MAX_LINES:
        return []
    kinds: dict[tuple[object, ...], list[int]] = {}
    for number, line in enumerate(flat.lines):
        key = _title_kind(line, flat)
        if key is not None:
            kinds.setdefault(key, []).append(number)
    total = sum(len(line.text) for line in flat.lines if is_prose(line) and flat.nodes[line.node].zone is None)
    running = _running(flat)
    return [
        _group(flat, heads, running, total)
        for heads in kinds.values()
        if 2 <= len(heads) <= MAX_HEADS and _differ(flat, heads)
    ]


def title_end(line: Line) -> int:
    """Where the title ends inside its line: at the end of the bold words where others follow, else with the line."""
    if line.kind != "heading" and SHORTEST_TITLE <= line.strong < len(line.text):
        return line.strong
    return len(line.text)


def _title_kind(line: Line, flat: Flat) -> tuple[object, ...] | None:
    """What makes the line look like a title, as a key that lines of one template share; None for any other line."""
    size = len(line.text)
    if not SHORTEST_TITLE <= size <= LONGEST_TITLE or flat.nodes[line.node].zone is not None:
        return None
    node = flat.nodes[line.node]
    outer = flat.nodes[node.parent].look if node.parent >= 0 else ""
    if line.kind == "heading":
        return ("heading", line.level, node.look)
    if is_title_named(line):
        return ("named", node.look, outer)
    if line.strong >= 12 and line.strong >= size - 60 and line.strong >= size / 3:
        return ("bold", node.look, outer, line.kind)
    if (
        line.kind in ("paragraph", "cell", "item", "pre")
        and size >= 15
        and linked_share(line) > 0.95
        and len(line.anchors) == 1
    ):
        return ("link", node.look, outer, line.kind)
    return None


def _differ(flat: Flat, heads: Sequence[int]) -> bool:
    """Titles of articles differ; labels of a template do not, whatever they count. Dates are no titles."""
    texts = [_COUNT.sub("", flat.lines[h].text) for h in heads]
    if len(set(texts)) < 0.7 * len(texts):
        return False
    probe = texts[:12]
    return sum(is_date(t) or is_furniture(t) for t in probe) <= len(probe) / 3


def _running(flat: Flat) -> list[int]:
    """Running text up to each line, so that any stretch's is one subtraction."""
    sums, at = [0], 0
    for line in flat.lines:
        at += len(line.text) if is_prose(line) and flat.nodes[line.node].zone is None else 0
        sums.append(at)
    return sums


def _group(flat: Flat, heads: list[int], running: list[int], total: int) -> Group:
    stretches = _stretches(flat, heads, running)
    n = len(stretches)
    held = sum(s.prose for s in stretches)
    probe = stretches[:: n // MOST_PROBED + 1]
    firsts = {s.first for s in stretches}
    return Group(
        stretches=stretches,
        coverage=held / max(1, total),
        largest=max(s.prose for s in stretches) / max(1, held),
        told=sum(_is_told(flat, s) for s in probe) / len(probe),
        linked=_linked(flat, stretches),
        wrapped=sum(s.wrapped for s in stretches) / n,
        ruled=sum(
            (s.last in firsts or s.last < len(flat.lines))
            and s.last < len(flat.lines)
            and flat.lines[s.last].after_rule
            or flat.lines[s.first].after_rule
            for s in stretches
        )
        / n,
        marked=sum(_is_marked(flat, s) for s in stretches) / n,
        bare=not total,
        rank=flat.lines[heads[0]].level or 7,
    )


def _stretches(flat: Flat, heads: list[int], running: list[int]) -> list[Stretch]:
    owners = [_owner(flat, heads, i) for i in range(len(heads))]
    loose = [_loose(flat, heads, owners, i, running) for i in range(len(heads))]
    framed = [_framed(flat, head, owner, running) for head, owner in zip(heads, owners, strict=True)]
    holds = sum(f.prose > 0 and 2 * f.prose >= s.prose for f, s in zip(framed, loose, strict=True))
    # One habit a group: a frame that holds only a title and a line of credits is no frame.
    if 2 * holds > sum(s.prose > 0 for s in loose) or (not running[-1] and all(f.last - f.first > 1 for f in framed)):
        return framed
    return loose


def _framed(flat: Flat, head: int, owner: int, running: list[int]) -> Stretch:
    """The stretch as the element around its title bounds it."""
    inner = _tightest(flat, head, owner, running)
    node = flat.nodes[inner]
    return Stretch(
        min(node.first, head), max(node.last, head + 1), head, True, inner, running[node.last] - running[head]
    )


def _loose(flat: Flat, heads: list[int], owners: list[int], i: int, running: list[int]) -> Stretch:
    """The stretch from its title to the next one of its kind, to a rule, or to the end of what holds them all."""
    head, node = heads[i], flat.nodes[owners[i]]
    outer = flat.nodes[node.parent] if node.parent >= 0 else node
    last = max(outer.last, head + 1)
    if i + 1 < len(heads):
        last = min(last, max(flat.nodes[owners[i + 1]].first, head + 1))
    last = _until_rule(flat, head, last)
    return Stretch(min(node.first, head), last, head, False, -1, running[last] - running[head])


def _owner(flat: Flat, heads: list[int], i: int) -> int:
    """The outermost element that holds this title and no other of its kind."""
    before = heads[i - 1] if i else -1
    after = heads[i + 1] if i + 1 < len(heads) else len(flat.lines)
    best = at = flat.lines[heads[i]].node
    while at >= 0:
        node = flat.nodes[at]
        if node.first <= before or node.last > after or node.tag in ("body", "html", "main"):
            break
        best, at = at, node.parent
    return best


def _tightest(flat: Flat, head: int, owner: int, running: list[int]) -> int:
    """The innermost element that holds the title and, but for a crumb, all the running text of `owner`."""
    whole = running[flat.nodes[owner].last] - running[flat.nodes[owner].first]
    best = owner
    if not whole:
        return owner
    for at in flat.ancestors(flat.lines[head].node):
        node = flat.nodes[at]
        if running[node.last] - running[node.first] >= 0.98 * whole:
            return at
        if at == owner:
            break
    return best


def _until_rule(flat: Flat, head: int, last: int) -> int:
    """A drawn rule closes an article, once it has text."""
    seen = False
    for number in range(head + 1, last):
        if seen and flat.lines[number].after_rule:
            return number
        seen = seen or is_prose(flat.lines[number])
    return last


def _is_told(flat: Flat, stretch: Stretch) -> bool:
    """Near its title the article says who wrote it, when, or where it is from."""
    line = flat.lines[stretch.title]
    rest = line.text[title_end(line) :].strip(" ()[]-–—")
    if rest:
        return True
    for number in range(stretch.title + 1, min(stretch.title + 4, stretch.last)):
        if is_prose(flat.lines[number]):
            return False
        near = flat.lines[number]
        if near.kind != "caption" and not is_address(near.text) and is_head_line(near, flat):
            return True
    return False


def _linked(flat: Flat, stretches: Sequence[Stretch]) -> float:
    """Share of titles that are links, each to a page of its own."""
    seen = set()
    for stretch in stretches:
        line = flat.lines[stretch.title]
        urls = [a.url for a in line.anchors if not a.url.startswith("#")]
        if urls and linked_share(line) > 0.6:
            seen.add(urls[0])
    return len(seen) / len(stretches)


def _is_marked(flat: Flat, stretch: Stretch) -> bool:
    if stretch.node < 0:
        return False
    node = flat.nodes[stretch.node]
    return node.tag == "article" or bool(_ARTICLE_NAMES.search(node.look))
