"""Passages that two posts share, set side by side: what both have, what was changed, and figures most of all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from tawatur.model import Difference, Passage, Span
from tawatur.report.html_text import direction, runs_right_to_left, shown

# A block longer than this is folded away behind its first words.
FOLDED_FROM = 1_600
_BEGINNING = 160
# Words shown on either side of a changed figure.
_AROUND = 40
LONGEST_BLOCK = 20_000


@dataclass(frozen=True, slots=True)
class Cell:
    """One side of a block: its words with the changes marked."""

    html: Markup
    dir: str
    is_rtl: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Passages that lie close together in both posts, the earlier post's side first."""

    sides: tuple[Cell, Cell]
    beginning: str | None
    """First words of a long block, for its fold; None: it is short."""
    words: int
    changes: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that was changed, with the words around it on both sides."""

    sides: tuple[Cell, Cell]


def blocks(passages: Sequence[Passage], texts: tuple[str, str], *, turned: bool) -> Iterator[Block]:
    """The blocks of a pair in the order of its second post.

    Args:
        texts: the texts of the pages of a and b, which the spans count in.
        turned: show b first.
    """
    for _, near in groupby(passages, key=lambda passage: passage.block):
        held = list(near)
        ends = tuple(_end_to_end(held, side) for side in (0, 1))
        cells = [_cell(texts[side], ends[side], held, side) for side in (0, 1)]
        longest = max(map(len, ends))
        first = ends[1 if turned else 0]
        beginning = texts[1 if turned else 0][first.start : first.start + _BEGINNING]
        yield Block(
            sides=(cells[1], cells[0]) if turned else (cells[0], cells[1]),
            beginning=" ".join(beginning.split()) if longest > FOLDED_FROM else None,
            words=sum(passage.words for passage in held),
            changes=sum(len(passage.differences) for passage in held),
        )


def figures(passages: Sequence[Passage], texts: tuple[str, str], *, turned: bool) -> Iterator[Figure]:
    """Every changed figure with a few words around it."""
    for passage in passages:
        for change in passage.differences:
            if change.number:
                cells = [_around(texts[side], change, side) for side in (0, 1)]
                yield Figure((cells[1], cells[0]) if turned else (cells[0], cells[1]))


def _side(thing: Passage | Difference, side: int) -> Span:
    return thing.b if side else thing.a


def _end_to_end(passages: Sequence[Passage], side: int) -> Span:
    spans = [_side(passage, side) for passage in passages]
    start = min(span.start for span in spans)
    return Span(start, min(max(span.end for span in spans), start + LONGEST_BLOCK))


def _cell(text: str, whole: Span, passages: Sequence[Passage], side: int) -> Cell:
    """The words from the first passage to the end of the last; what lies between them is marked as not shared."""
    html: list[Markup] = []
    at = whole.start
    for passage in sorted(passages, key=lambda one: _side(one, side).start):
        span = _side(passage, side)
        if span.start > at:
            html.append(_tagged("between", text[at : span.start]))
        html += _marked(text, Span(max(at, span.start), max(at, min(span.end, whole.end))), passage, side)
        at = max(at, min(span.end, whole.end))
    return _as_cell(html, whole.of(text))


def _marked(text: str, span: Span, passage: Passage, side: int) -> Iterator[Markup]:
    """The words of a passage, its changes marked."""
    at = span.start
    for change in passage.differences:
        words = _side(change, side)
        if words.start < at or words.end > span.end:
            continue
        yield shown(text[at : words.start])
        yield _change(words.of(text), change)
        at = words.end
    yield shown(text[at : span.end])


def _around(text: str, change: Difference, side: int) -> Cell:
    """A change with the words of its line around it, those beyond the passage too: they say what is counted."""
    words = _side(change, side)
    before = text[max(0, words.start - _AROUND) : words.start].rpartition("\n")[2]
    after = text[words.end : words.end + _AROUND].partition("\n")[0]
    return _as_cell(
        [Markup("… "), shown(before), _change(words.of(text), change), shown(after), Markup(" …")],
        before + words.of(text) + after,
    )


def _change(words: str, change: Difference) -> Markup:
    kind = "chg num" if change.number else "chg"
    if not words.strip():
        # A place where only the other side has words.
        return Markup('<mark class="{} none">∅</mark>').format(kind)
    return Markup('<mark class="{}">{}</mark>').format(kind, shown(words))


def _tagged(name: str, words: str) -> Markup:
    return Markup('<span class="{}">{}</span>').format(name, shown(words))


def _as_cell(html: Sequence[Markup], words: str) -> Cell:
    return Cell(Markup("").join(html), direction(words), runs_right_to_left(words))
