"""Where the words of a query stand in a text: exact spans of the original, and the part worth showing."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.model import Span
from tawatur.store.query import Query, Term
from tawatur.store.tokens import forms_in_text, word_spans
from tawatur.text.fold import fold

_EXCERPT = 240  # code points: about three lines of a terminal


def highlights(query: Query, text: str) -> list[Span]:
    """The spans of `text` that `query` asks for, in order, never overlapping: whole words with all their marks."""
    folded = fold(text)
    words = list(word_spans(folded.text))
    found: set[tuple[int, int]] = set()
    for term in query.wanted:
        found.update(_places(term, words))
    spans: list[Span] = []
    for first, last in sorted(found):
        span = folded.back(Span(words[first][1].start, words[last][1].end))
        if spans and span.start < spans[-1].end:
            spans[-1] = Span(spans[-1].start, max(span.end, spans[-1].end))
        else:
            spans.append(span)
    return spans


def excerpt(text: str, spans: Sequence[Span]) -> Span:
    """The part of `text` to show: around the place where most of `spans` stand close together."""
    if not spans:
        return _whole_words(text, 0, min(_EXCERPT, len(text)))
    best, most = spans[0], 0
    last = 0
    for first, span in enumerate(spans):
        while last < len(spans) and spans[last].end <= span.start + _EXCERPT:
            last += 1
        if last - first > most:
            best, most = span, last - first
    start = max(0, best.start - _EXCERPT // 4)
    return _whole_words(text, start, min(len(text), max(start + _EXCERPT, best.end)))


def _places(term: Term, words: Sequence[tuple[str, Span]]) -> list[tuple[int, int]]:
    """First and last word, by number, of every place where `term` stands."""
    if term.exact:
        return _phrase_places(term, words)
    if term.prefix:
        lead = term.words[0]
        return [
            (at, at)
            for at, (word, _) in enumerate(words)
            if word.startswith(lead) or any(form.startswith(lead) for form in forms_in_text(word))
        ]
    wanted = set(term.forms)
    return [
        (at, at) for at, (word, _) in enumerate(words) if word in wanted or not wanted.isdisjoint(forms_in_text(word))
    ]


def _phrase_places(term: Term, words: Sequence[tuple[str, Span]]) -> list[tuple[int, int]]:
    *head, tail = term.words
    found = []
    for at in range(len(words) - len(head)):
        last = words[at + len(head)][0]
        if not (last.startswith(tail) if term.prefix else last == tail):
            continue
        if all(words[at + step][0] == word for step, word in enumerate(head)):
            found.append((at, at + len(head)))
    return found


def _whole_words(text: str, start: int, end: int) -> Span:
    """`start` and `end` moved to gaps between words, where there is one within 40 code points."""
    if start > 0:
        gap = next((at for at in range(start, min(start + 40, end)) if text[at].isspace()), None)
        start = start if gap is None else gap + 1
    if end < len(text):
        gap = next((at for at in range(end, max(end - 40, start), -1) if text[at].isspace()), None)
        end = end if gap is None else gap
    return Span(start, end)
