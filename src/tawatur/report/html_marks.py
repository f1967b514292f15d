"""The words of a post as they were captured, line by line, with the evidence marked in them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from tawatur.model import Description, Page, Post, Span
from tawatur.report.html_text import direction, language_tag, runs_right_to_left, shown

# The order in which marks of the same words are nested, outermost first.
KINDS = ("caption", "credit", "title", "byline", "outlet", "published")
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the page's text and what it is evidence of: one of KINDS."""

    span: Span
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the post, ready to be shown."""

    html: Markup
    dir: str
    lang: str | None
    is_rtl: bool
    in_body: bool
    after_gap: bool
    """True where empty lines stand before it."""


def evidence_marks(post: Post, description: Description | None) -> list[Mark]:
    """Everything in the post's own words that a field rests on."""
    marks = [Mark(post.title, "title")] if post.title else []
    if description is not None:
        marks += [Mark(e.span, e.field) for e in description.evidence if e.span and e.field in KINDS]
        for credit in description.credits:
            marks.append(Mark(credit.span, "credit"))
            marks += [Mark(credit.cue, "credit")] if credit.cue else []
        marks += [Mark(caption.span, "caption") for caption in description.captions]
    inside = {mark for mark in marks if len(mark.span) and mark.span.touches(post.span)}
    return sorted(inside, key=lambda mark: (mark.span, KINDS.index(mark.kind)))


def lines(
    page: Page, post: Post, description: Description | None, *, longest: int, label: Callable[[str], str]
) -> list[Line]:
    """The first `longest` characters of `post`, a line at a time; `label` names a kind of mark for people."""
    span = Span(post.span.start, min(post.span.end, post.span.start + longest, len(page.text)))
    spans = list(_line_spans(page.text, span))
    marks_of = _marks_by_line(spans, evidence_marks(post, description))
    lang = description.lang if description else None
    lang_is_rtl = runs_right_to_left(page.text[span.start : span.end])
    shown_lines: list[Line] = []
    gap = False
    for number, line in enumerate(spans):
        words = line.of(page.text)
        if not words.strip():
            gap = bool(shown_lines)
            continue
        shown_lines.append(
            Line(
                html=Markup("").join(_runs(page.text, line, marks_of.get(number, ()), label)),
                dir=direction(words),
                lang=language_tag(words, lang, lang_is_rtl=lang_is_rtl),
                is_rtl=runs_right_to_left(words),
                in_body=post.body is not None and line.touches(post.body),
                after_gap=gap,
            )
        )
        gap = False
    return shown_lines


def _line_spans(text: str, within: Span) -> Iterator[Span]:
    start = within.start
    for end in _LINE_END.finditer(text, within.start, within.end):
        yield Span(start, end.start())
        start = end.end()
    yield Span(start, within.end)


def _marks_by_line(spans: Sequence[Span], marks: Sequence[Mark]) -> dict[int, list[Mark]]:
    """The marks that touch each line, by the number of the line."""
    starts = [span.start for span in spans]
    by_line: dict[int, list[Mark]] = {}
    for mark in marks:
        first = max(0, bisect_right(starts, mark.span.start) - 1)
        for number in range(first, bisect_right(starts, mark.span.end - 1)):
            if spans[number].touches(mark.span):
                by_line.setdefault(number, []).append(mark)
    return by_line


def _runs(text: str, line: Span, marks: Sequence[Mark], label: Callable[[str], str]) -> Iterator[Markup]:
    """The line cut wherever a mark begins or ends, each piece inside the marks that cover it."""
    opened = dict.fromkeys(KINDS, 0)
    changes: dict[int, list[tuple[str, int]]] = {line.start: [], line.end: []}
    for mark in marks:
        changes.setdefault(max(line.start, mark.span.start), []).append((mark.kind, 1))
        changes.setdefault(min(line.end, mark.span.end), []).append((mark.kind, -1))
    cuts = sorted(changes)
    for start, end in pairwise(cuts):
        for kind, by in changes[start]:
            opened[kind] += by
        html = shown(text[start:end])
        for kind in reversed(KINDS):
            if opened[kind]:
                html = Markup('<mark class="ev {}" title="{}">{}</mark>').format(kind, label(kind), html)
        yield html
