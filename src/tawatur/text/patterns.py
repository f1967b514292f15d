"""The pattern language of the language data, compiled to one linear-time matcher.

A pattern is a line of words as people write it. Punctuation, case, accents, vowels and spacing do not count.

    Share this [article]                 a part that may be missing
    (Older|Newer) posts                  one of several
    {number} comments                    {number} {clock} {date} {name} {any} {any:3} stand for words
    Related {rest}                       {rest}: the line goes on with words of its own after a colon or dash

All patterns live in one graph over words; a line may also be a row of several patterns ("Older Posts | Home").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tawatur.errors import LanguageDataError
from tawatur.text.words import Word, folded_words

_OPENING_BRACKET = re.compile(r"[\[(]")
# A bracket that touches a letter stands inside a word.
_GLUED_BRACKET = re.compile(r"(?:(?<=\w)\[([^\[\]()|]*)\]|\[([ -])\])")
_SLOT = re.compile(r"\{(number|clock|date|name|any|rest)(?::(\d+))?\}")
_LONGEST = {"number": 1, "clock": 2, "date": 8, "name": 4, "any": 6, "rest": 40}
_AFTER_CLOCK = frozenset({"am", "pm", "a", "p", "م", "ص", "مساء", "صباحا", "gmt", "utc", "h"})
_GLUED = re.compile(r"(?<=[a-zà-ÿ!?.)])(?=[A-ZÀ-Ý])")
_CLOCK = re.compile(r"\d[:.]\d\d|[ap]m$")
_OPENS_REST = re.compile(r"[:|»>→▸›\u2013\u2014\-؛]")


def part_glued(line: str) -> str:
    """`line` with Latin words that lost the space between them set apart: "ThisBlogThis!Share"."""
    return _GLUED.sub(" ", line)


class Slot(NamedTuple):
    """A placeholder: what kind of words, and how many at most."""

    kind: str
    most: int


def _closing(text: str, opening: int, where: str, pattern: str) -> int:
    depth = 0
    for place in range(opening, len(text)):
        if text[place] in "[(":
            depth += 1
        elif text[place] in "])":
            depth -= 1
            if depth == 0:
                return place
    raise LanguageDataError(
        f"{where}: a bracket in the pattern {pattern!r} is not closed. "
        "Add the missing ] or ), or leave the bracket out: punctuation does not count."
    )


def _choices(inner: str) -> list[str]:
    parts, depth, begin = [], 0, 0
    for place, letter in enumerate(inner):
        if letter in "[(":
            depth += 1
        elif letter in "])":
            depth -= 1
        elif letter == "|" and depth == 0:
            parts.append(inner[begin:place])
            begin = place + 1
    return [*parts, inner[begin:]]


def _parts_of(chunk: str, where: str) -> Iterator[str | Slot]:
    """A piece of a pattern without brackets, as folded words and slots."""
    begin = 0
    for slot in _SLOT.finditer(chunk):
        yield from _words_of(chunk[begin : slot.start()], where)
        kind = slot.group(1)
        yield Slot(kind, int(slot.group(2) or _LONGEST[kind]))
        begin = slot.end()
    yield from _words_of(chunk[begin:], where)


def _words_of(chunk: str, where: str) -> tuple[str, ...]:
    if "{" in chunk:
        raise LanguageDataError(
            f"{where}: unknown placeholder in {chunk!r}. Known are {{number}}, {{clock}}, {{date}}, {{name}}, "
            "{any}, {any:3} and {rest}."
        )
    return folded_words(chunk)


def _spelled_out(pattern: str) -> list[str]:
    """`pattern` with brackets inside words written out: comment[s], whats[ ]app, full[-]size."""
    glued = _GLUED_BRACKET.search(pattern)
    if glued is None:
        return [pattern]
    head, tail = pattern[: glued.start()], pattern[glued.end() :]
    return [
        one for choice in (glued.group(1) or glued.group(2) or " ", "") for one in _spelled_out(head + choice + tail)
    ]


@dataclass(slots=True, eq=False)
class _Node:
    words: dict[str, _Node] = field(default_factory=dict)
    slots: list[tuple[Slot, _Node]] = field(default_factory=list)
    onward: list[_Node] = field(default_factory=list)
    """Where one may go on without a word: behind a bracket."""
    label: str | None = None


class Hit(NamedTuple):
    """How a row of words was understood: the first pattern's label, and whether all words are a pattern's own."""

    label: str
    whole: bool


class Patterns:
    """Many patterns as one graph over words, entered from the first word. Immutable after construction."""

    __slots__ = ("_root",)

    def __init__(self, patterns: Iterable[tuple[str, str, str]]) -> None:
        """`patterns`: (label, pattern, where it was written). Raises: LanguageDataError for a broken pattern."""
        self._root = _Node()
        for label, pattern, where in patterns:
            # A line is tried a second time with glued words set apart; names like YouTube must be met both ways.
            for spelling in {pattern, part_glued(pattern)}:
                for written in _spelled_out(spelling):
                    for end in self._plant([self._root], written, where):
                        if end is not self._root:
                            end.label = end.label or label

    def _plant(self, nodes: list[_Node], pattern: str, where: str) -> list[_Node]:
        """Add `pattern` behind `nodes`; the nodes at which it ends."""
        opening = _OPENING_BRACKET.search(pattern)
        chunk = pattern if opening is None else pattern[: opening.start()]
        for part in _parts_of(chunk, where):
            nodes = [_step(node, part) for node in nodes]
        if opening is None:
            return nodes
        closing = _closing(pattern, opening.start(), where, pattern)
        ends = [
            end for choice in _choices(pattern[opening.end() : closing]) for end in self._plant(nodes, choice, where)
        ]
        # Many ways meet in one node, so that what follows is written once. The root has no way in but by words.
        join = _Node()
        for end in ends:
            if end is not self._root:
                end.onward.append(join)
        after = [join]
        if opening.group() == "[":
            after.extend(node for node in nodes if node is self._root)
            for node in nodes:
                if node is not self._root:
                    node.onward.append(join)
        return self._plant(after, pattern[closing + 1 :], where)

    def may_begin(self, words: Sequence[Word]) -> bool:
        """A cheap first look: can any pattern begin with these words?"""
        return words[0].folded in self._root.words or bool(self._root.slots)

    def first_words(self) -> frozenset[str]:
        """The folded words that a pattern can begin with."""
        return frozenset(self._root.words)

    def last_words(self) -> frozenset[str]:
        """The folded words that a pattern can end with."""
        found: set[str] = set()
        seen: set[int] = set()
        todo = [self._root]
        while todo:
            node = todo.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            found.update(word for word, after in node.words.items() if _is_end(after))
            todo.extend((*node.words.values(), *node.onward, *(after for _, after in node.slots)))
        return frozenset(found)

    def match(self, line: str, words: Sequence[Word]) -> Hit | None:
        """How the patterns, one or several in a row, cover all of `words`; None where they do not.

        Every pair of place and node is entered once, so time is at most words times patterns that share a start.
        """
        end = len(words)
        seen: set[tuple[int, int]] = set()
        todo: list[tuple[int, _Node, str | None]] = [(0, self._root, None)]
        teaser: Hit | None = None
        while todo:
            at, node, label = todo.pop()
            key = (at, id(node))
            if key in seen:
                continue
            seen.add(key)
            if node.label is not None:
                named = label or node.label
                if at == end:
                    return Hit(named, True)
                todo.append((at, self._root, named))
            todo.extend((at, after, label) for after in node.onward)
            if at == end:
                continue
            for slot, after in node.slots:
                if slot.kind == "rest":
                    if teaser is None and at and (sign := _OPENS_REST.search(line, words[at - 1].end, words[at].start)):
                        # "Home > World > Syria" is a path through the site, all of it furniture.
                        path = sign.group() in ">»›→▸" and (label or after.label) == "navigation"
                        teaser = Hit(label or after.label or "", path)
                    continue
                todo.extend((stop, after, label) for stop in _stops(slot, words, at))
            following = node.words.get(words[at].folded)
            if following is not None:
                todo.append((at + 1, following, label))
        return teaser

    def longest(self, words: Sequence[Word], begin: int) -> int | None:
        """Where the longest pattern that begins at word `begin` ends (exclusive); None if none does."""
        first = self._root.words.get(words[begin].folded) if begin < len(words) else None
        if first is None:
            return None
        best: int | None = None
        seen: set[tuple[int, int]] = set()
        todo = [(begin + 1, first)]
        while todo:
            at, node = todo.pop()
            key = (at, id(node))
            if key in seen:
                continue
            seen.add(key)
            if node.label is not None and (best is None or at > best):
                best = at
            todo.extend((at, after) for after in node.onward)
            if at < len(words) and (following := node.words.get(words[at].folded)) is not None:
                todo.append((at + 1, following))
        return best


def _is_end(node: _Node) -> bool:
    """A pattern may end here, perhaps behind parts that may be missing."""
    seen: set[int] = set()
    todo = [node]
    while todo:
        one = todo.pop()
        if one.label is not None:
            return True
        if id(one) not in seen:
            seen.add(id(one))
            todo.extend(one.onward)
    return False


def _step(node: _Node, part: str | Slot) -> _Node:
    if isinstance(part, str):
        step = node.words.get(part)
        if step is None:
            step = node.words[part] = _Node()
        return step
    for slot, after in node.slots:
        if slot == part:
            return after
    after = _Node()
    node.slots.append((part, after))
    return after


def _stops(slot: Slot, words: Sequence[Word], at: int) -> list[int]:
    """Where a slot that starts at word `at` may stop (exclusive)."""
    limit = min(len(words), at + slot.most)
    if slot.kind == "number":
        return [at + 1] if words[at].is_number else []
    if slot.kind == "clock":
        if not words[at].is_number:
            return []
        if at + 1 < len(words) and words[at + 1].folded in _AFTER_CLOCK:
            return [at + 1, at + 2]
        return [at + 1] if _CLOCK.search(words[at].folded) else []
    if slot.kind == "date":
        first_number = next((place for place in range(at, limit) if words[place].is_number), None)
        return [] if first_number is None else list(range(first_number + 1, limit + 1))
    if slot.kind == "name":
        stops = []
        for place in range(at, limit):
            if words[place].is_number or not words[place].is_capital:
                break
            stops.append(place + 1)
        return stops
    return list(range(at + 1, limit + 1))
