"""Figures that were changed beside a passage: where a copy goes on in a few same words, too few for a passage.

The search reports what chance does not explain. Right behind or before such a passage, five words in common around two
different figures are no chance either: the copy was shortened there, and a figure was changed on the way.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from tawatur.model import Difference, Passage, Reuse, Span
from tawatur.text.fold import fold_text

# How far from the edge of a passage its copy may go on, in code points and in words.
_REACH, _REACH_WORDS = 400, 40
# Words in common around the figures; between them at most so many that differ, on either side.
_FEWEST, _WIDEST_GAP = 5, 2
# Two books that share that much are read side by side, not through their figures.
_MOST_PASSAGES = 100
_WORD = re.compile(r"[^\W_]+(?:[.,:٫٬][0-9٠-٩۰-۹]+)*")
_DIGIT = re.compile(r"\d")

Words = list[tuple[str, Span]]


def with_nearby_figures(pair: Reuse, a_text: str, b_text: str) -> Reuse:
    """`pair`, with further passages where a figure was changed in a few same words beside one of its passages.

    Args:
        a_text: the text that the spans of a count in; b_text likewise.
    Returns: the pair itself where there is nothing of the kind. Time is bounded for each passage.
    """
    found: list[Passage] = []
    if len(pair.passages) > _MOST_PASSAGES:
        return pair
    for passage in pair.passages:
        for a, b in _beside(passage, pair.passages, len(a_text), len(b_text)):
            if _DIGIT.search(a_text, a.start, a.end) and _DIGIT.search(b_text, b.start, b.end):
                found += _figures(_words(a_text, a), _words(b_text, b), passage.block)
    if not found:
        return pair
    fresh = {(one.a, one.b): one for one in found}
    return replace(pair, passages=tuple(sorted((*pair.passages, *fresh.values()), key=lambda one: (one.block, one.b))))


def _beside(passage: Passage, passages: Sequence[Passage], a_end: int, b_end: int) -> Iterator[tuple[Span, Span]]:
    """What lies before and behind a passage on both sides, up to the next passage."""
    others = [one for one in passages if one is not passage]
    yield (
        _after(passage.a, [one.a for one in others], a_end),
        _after(passage.b, [one.b for one in others], b_end),
    )
    yield _before(passage.a, [one.a for one in others]), _before(passage.b, [one.b for one in others])


def _after(span: Span, others: Sequence[Span], end: int) -> Span:
    until = min([end, span.end + _REACH, *(one.start for one in others if one.start >= span.end)])
    return Span(span.end, max(span.end, until))


def _before(span: Span, others: Sequence[Span]) -> Span:
    since = max([0, span.start - _REACH, *(one.end for one in others if one.end <= span.start)])
    return Span(min(since, span.start), span.start)


def _words(text: str, within: Span) -> Words:
    found = [Span(*word.span()) for word in _WORD.finditer(text, within.start, within.end)]
    return [(fold_text(span.of(text)), span) for span in found[: 2 * _REACH_WORDS]]


def _figures(a: Words, b: Words, block: int) -> Iterator[Passage]:
    """Stretches of same words with a changed figure in them or at their edge."""
    a_words, b_words = [word for word, _ in a], [word for word, _ in b]
    if len(set(a_words) & set(b_words)) < _FEWEST:
        return
    runs = [run for run in SequenceMatcher(None, a_words, b_words, autojunk=False).get_matching_blocks() if run.size]
    stretch: list[tuple[int, int, int]] = []
    for run in [*runs, None]:
        joins = (
            run is not None
            and stretch
            and run.a - sum(stretch[-1][::2]) <= _WIDEST_GAP
            and run.b - stretch[-1][1] - stretch[-1][2] <= _WIDEST_GAP
        )
        if stretch and not joins:
            passage = _passage(a, b, stretch, block)
            if passage is not None:
                yield passage
            stretch = []
        if run is not None:
            stretch.append((run.a, run.b, run.size))


def _passage(a: Words, b: Words, runs: Sequence[tuple[int, int, int]], block: int) -> Passage | None:
    """The passage that `runs` (place in a, place in b, words) make; None without a changed figure, or too short."""
    common = sum(size for _, _, size in runs)
    first_a, first_b, _ = runs[0]
    last_a, last_b = runs[-1][0] + runs[-1][2], runs[-1][1] + runs[-1][2]
    gaps = [
        ((one[0] + one[2], other[0]), (one[1] + one[2], other[1])) for one, other in zip(runs, runs[1:], strict=False)
    ]
    if first_a and first_b and _is_figure(a[first_a - 1][0]) and _is_figure(b[first_b - 1][0]):
        first_a, first_b = first_a - 1, first_b - 1
        gaps.insert(0, ((first_a, first_a + 1), (first_b, first_b + 1)))
    if last_a < len(a) and last_b < len(b) and _is_figure(a[last_a][0]) and _is_figure(b[last_b][0]):
        gaps.append(((last_a, last_a + 1), (last_b, last_b + 1)))
        last_a, last_b = last_a + 1, last_b + 1
    differences = tuple(_difference(a, b, *gap) for gap in gaps)
    if common < _FEWEST or not any(one.number for one in differences):
        return None
    return Passage(
        a=Span(a[first_a][1].start, a[last_a - 1][1].end),
        b=Span(b[first_b][1].start, b[last_b - 1][1].end),
        words=common,
        similarity=round(common / max(last_a - first_a, last_b - first_b), 4),
        block=block,
        differences=differences,
    )


def _difference(a: Words, b: Words, a_gap: tuple[int, int], b_gap: tuple[int, int]) -> Difference:
    figures = [
        [word for word, _ in words[gap[0] : gap[1]] if _is_figure(word)] for words, gap in ((a, a_gap), (b, b_gap))
    ]
    return Difference(
        a=_covering(a, *a_gap), b=_covering(b, *b_gap),
        number=bool(figures[0] and figures[1]) and figures[0] != figures[1],
    )  # fmt: skip


def _covering(words: Words, start: int, end: int) -> Span:
    if start == end:
        at = words[start - 1][1].end
        return Span(at, at)
    return Span(words[start][1].start, words[end - 1][1].end)


def _is_figure(word: str) -> bool:
    return _DIGIT.search(word) is not None
