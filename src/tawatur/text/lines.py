"""Lines of a text, with the blank runs between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tawatur.model import Span

# Every mark that ends a line in Unicode's eyes; "\r\n" is one. A form feed parts pages of a pasted document.
_MARKS = "\n\r\x0b\x0c\x85\u2028\u2029"
_LINE_END = re.compile(f"\r\n|[{_MARKS}]")
# What may stand at the edge of a line without being part of it: blanks of every width, byte-order and direction marks.
EDGE = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000" + (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00"
)
# The first sign of a line that holds something.
_CONTENT = re.compile(f"[^{re.escape(_MARKS + EDGE)}]")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds something; `span` leaves out blanks and invisible marks at its edges."""

    span: Span
    text: str
    blanks_before: int
    """How many empty lines stand between this line and the one before it (or the start of the text)."""


def lines(text: str, most: int | None = None) -> list[Line]:
    """The lines of `text` that hold something, in order, in time linear in its length; the first `most` of them."""
    return list(islice(_each(text), most))


def filled(text: str) -> Span:
    """The span from the first to the last sign of `text` that is not empty space."""
    content = _CONTENT.search(text)
    if content is None:
        return Span(0, 0)
    return Span(content.start(), len(text.rstrip(EDGE + _MARKS)))


def _each(text: str) -> Iterator[Line]:
    behind, first = 0, 1
    content = _CONTENT.search(text)
    while content is not None:
        start = content.start()
        mark = _LINE_END.search(text, start)
        end = len(text) if mark is None else mark.start()
        kept = text[start:end].rstrip(EDGE)
        # Between two lines stands one line end more than there are empty lines; before the first there is none more.
        yield Line(Span(start, start + len(kept)), kept, _line_ends(text, behind, start) - 1 + first)
        behind, first = end, 0
        content = _CONTENT.search(text, end)


def _line_ends(text: str, start: int, end: int) -> int:
    """How many line ends stand in text[start:end]."""
    if end - start < 3:
        return len(_LINE_END.findall(text, start, end))
    return sum(text.count(mark, start, end) for mark in _MARKS) - text.count("\r\n", start, end)
