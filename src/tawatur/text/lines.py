"""Lines of a text, with the blank runs between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

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


def lines(text: str) -> list[Line]:
    """The lines of `text` that hold something, in order, in time linear in its length."""
    found: list[Line] = []
    behind = 0
    content = _CONTENT.search(text)
    while content is not None:
        start = content.start()
        mark = _LINE_END.search(text, start)
        end = len(text) if mark is None else mark.start()
        kept = text[start:end].rstrip(EDGE)
        # Between two lines stands one line end more than there are empty lines; before the first there is none more.
        blanks = _line_ends(text, behind, start) - (1 if found else 0)
        found.append(Line(Span(start, start + len(kept)), kept, blanks))
        behind = end
        content = _CONTENT.search(text, end)
    return found


def _line_ends(text: str, start: int, end: int) -> int:
    """How many line ends stand in text[start:end]."""
    if end - start < 3:
        return len(_LINE_END.findall(text, start, end))
    return sum(text.count(mark, start, end) for mark in _MARKS) - text.count("\r\n", start, end)
