"""Paragraphs out of hard-wrapped lines, as e-mailed bulletins have them."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.model import Span
from tawatur.text.lines import Line

# Mail and telnet habits put the margin between 50 and 100 columns; wider lines are paragraphs of their own.
NARROWEST, WIDEST = 50, 100
# So many of the lines must be followed without a gap by one that would not have fitted on them.
LEAST_SHARE = 0.35


def paragraphs(lines: Sequence[Line], text: str) -> list[Line]:
    """`lines` with the pieces of every wrapped paragraph or title joined, where the page is hard-wrapped at all."""
    width = _width(lines)
    if width is None:
        return list(lines)
    joined: list[Line] = []
    for i, line in enumerate(lines):
        if i and line.blanks_before == 0 and _overflows(lines[i - 1], line, width):
            first = joined[-1]
            span = Span(first.span.start, line.span.end)
            joined[-1] = Line(span, " ".join(span.of(text).split()), first.blanks_before)
        else:
            joined.append(line)
    return joined


def _width(lines: Sequence[Line]) -> int | None:
    """The margin that all lines keep to, or None where they keep to none."""
    lengths = sorted(len(line.span) for line in lines)
    if len(lengths) < 8 or lengths[-1] > WIDEST or lengths[-1] < NARROWEST:
        return None
    width = lengths[-1]
    pairs = list(zip(lines, lines[1:], strict=False))
    full = sum(b.blanks_before == 0 and _overflows(a, b, width) for a, b in pairs)
    return width if full >= LEAST_SHARE * len(pairs) else None


def _overflows(line: Line, following: Line, width: int) -> bool:
    """True where the first word of the following line had no room left on this one."""
    word = following.text.split(None, 1)[0]
    return len(line.span) + 1 + len(word) > width
