"""The words of a post as they were captured, line by line, with everything that was found in them marked.

Marks of any kind may lie inside each other, side by side or across each other; whatever they do, every word stands once,
in its place. What a mark says of itself hangs on an empty anchor beside the words, so that copied text is the post's own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tawatur.model import Description, Page, Post, Span
from tawatur.report.html_text import direction, language_tag, runs_right_to_left, shown

# Marks of the same words are nested in this order, outermost first.
KINDS = ("caption", "credit", "title", "byline", "outlet", "published")
FOUND = ("shared", "said", "speaker", "cue", "addressee", "venue", "place")
_RANK = {kind: n for n, kind in enumerate(("shared", "said", *KINDS, "speaker", "cue", "addressee", "venue", "place"))}
# Words under more marks than this say nothing to anybody, and nested marks cost.
DEEPEST = 12
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A range of the page's text and what it is: one of KINDS or of FOUND."""

    span: Span
    kind: str
    note: Markup | None = None
    """An anchor to stand at its edge."""
    behind: bool = False
    """The anchor stands behind the words instead of before them."""


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
    return list(_united(inside))


def _united(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Overlapping marks of one kind made one: a field rests on the words once."""
    held: Mark | None = None
    for mark in sorted(marks, key=lambda mark: (KINDS.index(mark.kind), mark.span)):
        if held is None:
            held = mark
        elif held.kind == mark.kind and mark.span.start < held.span.end:
            held = Mark(Span(held.span.start, max(held.span.end, mark.span.end)), held.kind)
        else:
            yield held
            held = mark
    if held is not None:
        yield held


def lines(
    page: Page,
    post: Post,
    description: Description | None,
    *,
    longest: int,
    label: Callable[[str], str],
    found: Sequence[Mark] = (),
) -> list[Line]:
    """The first `longest` characters of `post`, a line at a time.

    Args:
        label: names a kind of mark for people.
        found: what was found in the text, to be marked beside the evidence.
    """
    span = Span(post.span.start, min(post.span.end, post.span.start + longest, len(page.text)))
    spans = list(_line_spans(page.text, span))
    marks = [mark for mark in found if len(mark.span) and mark.span.touches(span)]
    marks_of = _marks_by_line(spans, [*evidence_marks(post, description), *marks])
    lang = description.lang if description else None
    lang_is_rtl = runs_right_to_left(page.text[span.start : span.end])
    shown_lines: list[Line] = []
    noted: set[int] = set()
    gap = False
    for number, line in enumerate(spans):
        words = line.of(page.text)
        if not words.strip():
            gap = bool(shown_lines)
            continue
        shown_lines.append(
            Line(
                html=Markup("").join(_runs(page.text, line, marks_of.get(number, ()), label, noted)),
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


def _runs(
    text: str, line: Span, marks: Sequence[Mark], label: Callable[[str], str], noted: set[int]
) -> Iterator[Markup]:
    """The line with its marks as elements: one inside another where they are nested, cut in two where they cross.

    `noted`: the marks whose anchor stands already, in this line or one before; those of this line are added.
    """
    opens = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, _RANK[mark.kind]))
    waiting, open_, at = 0, list[Mark](), line.start
    while at < line.end:
        ended = next((n for n, mark in enumerate(open_) if mark.span.end <= at), None)
        if ended is not None:
            yield from _closed(open_[ended:], noted)
            stay = [mark for mark in open_[ended:] if mark.span.end > at]
            del open_[ended:]
            for mark in stay:
                yield from _opened(mark, label, noted)
                open_.append(mark)
        while waiting < len(opens) and opens[waiting].span.start <= at:
            mark = opens[waiting]
            waiting += 1
            if mark.span.end > at and len(open_) < DEEPEST:
                yield from _opened(mark, label, noted)
                open_.append(mark)
        ends = [mark.span.end for mark in open_]
        ends += [opens[waiting].span.start] if waiting < len(opens) else []
        upto = min([line.end, *ends])
        yield shown(text[at:upto])
        at = upto
    yield from _closed(open_, noted)


def _opened(mark: Mark, label: Callable[[str], str], noted: set[int]) -> Iterator[Markup]:
    if mark.kind in KINDS:
        yield Markup('<mark class="ev {}" title="{}">').format(mark.kind, label(mark.kind))
        return
    yield Markup('<mark class="{}">').format(mark.kind)
    if mark.note is not None and not mark.behind and id(mark) not in noted:
        noted.add(id(mark))
        yield mark.note


def _closed(marks: Sequence[Mark], noted: set[int]) -> Iterator[Markup]:
    for mark in reversed(marks):
        if mark.note is not None and mark.behind and id(mark) not in noted:
            noted.add(id(mark))
            yield mark.note
        yield Markup("</mark>")
