"""Lines of a text, with the blank runs between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur.model import Span

# Every mark that ends a line in Unicode's eyes; "\r\n" is one. A form feed parts pages of a pasted document.
_LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# What may stand at the edge of a line without being part of it: blanks of every width, byte-order and direction marks.
EDGE = " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000" + (
    "\u200b\u200c\u200d\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\x00"
)


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
    blanks = 0
    at = 0
    for mark in _LINE_END.finditer(text):
        line = _trimmed(text, at, mark.start(), blanks)
        if line is None:
            blanks += 1
        else:
            found.append(line)
            blanks = 0
        at = mark.end()
    line = _trimmed(text, at, len(text), blanks)
    if line is not None:
        found.append(line)
    return found


def _trimmed(text: str, start: int, end: int, blanks: int) -> Line | None:
    raw = text[start:end]
    left = len(raw) - len(raw.lstrip(EDGE))
    kept = raw.strip(EDGE)
    if not kept:
        return None
    return Line(Span(start + left, start + left + len(kept)), kept, blanks)
