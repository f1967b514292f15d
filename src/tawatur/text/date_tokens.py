"""Cutting a line into the pieces that dates are made of: numbers, words, single marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from tawatur.text.fold import fold_text

NUMBER, WORD, MARK = 0, 1, 2

# Signs that change nothing in what is read: vowels inside words; joiners and direction marks anywhere.
_INSIDE = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2060-\u2069\u061c\ufeff"
_TOKEN = re.compile(rf"(\d+)|((?:[^\W\d_][{_INSIDE}]*)+)|([^\w\s{_INSIDE}])")
# Joiners and direction marks: they stand between pieces without parting them.
INVISIBLE = "".join(map(chr, [*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0x061C, 0xFEFF]))
# No word of any table is longer; a longer one need not be folded.
LONGEST_WORD = 24
# No number in a date is longer; reading a longer one would take time quadratic in its length.
_LONGEST_NUMBER = 14


class Token(NamedTuple):
    """One piece of a line. Offsets are code points of the line."""

    kind: int
    start: int
    end: int
    text: str
    value: int
    """The number, for NUMBER; -1 for others and for numbers too long for a date."""

    @property
    def digits(self) -> int:
        """How many digits a number is written with."""
        return self.end - self.start


def tokens_of(text: str) -> list[Token]:
    """The numbers, words and marks of `text` in order; blanks and invisible signs are left out."""
    found = []
    for match in _TOKEN.finditer(text):
        kind = match.lastindex or 0
        start, end = match.span()
        words = match[0]
        if kind == 1:
            found.append(Token(NUMBER, start, end, words, int(words) if end - start <= _LONGEST_NUMBER else -1))
        else:
            found.append(Token(WORD if kind == 2 else MARK, start, end, words, -1))
    return found


def phrase_of(spelling: str) -> tuple[str, ...]:
    """The folded tokens of a spelling from a table: the key under which it is looked up."""
    return tuple(fold_text(token.text) for token in tokens_of(spelling))
