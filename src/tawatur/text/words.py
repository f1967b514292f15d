"""Words of a line: where each stands, and its folded spelling.

The recognisers of single lines (furniture, bylines, outlets, credits, captions) all see a line as its words, so that
punctuation, non-breaking spaces, tatweel and bidi marks never decide. Spans are of the line as given.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from tawatur.text.fold import fold_text

# Marks and controls that stand inside a word without ending it: vowels, tatweel, joiners, bidi controls.
_INSIDE = "\u00ad\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_WORD = re.compile(
    r"\d{1,2}:\d{2}(?::\d{2})?(?!\d)"  # a clock
    r"|\d+(?:[.,\u066b\u066c]\d+)*[^\W\d_]*"  # a number, with what is glued to it: 4th, 12k
    rf"|[^\W\d_][^\W_{_INSIDE}]*(?:[{_INSIDE}]+[^\W_]*)*(?:['’ʼ][^\W\d_]+)*"
)
WORD = _WORD.pattern
"""The pattern of one word, for recognisers that look for other signs in the same pass. It has no groups."""

# Lines up to this length, those that may be more than prose, are remembered with their words.
_SHORT = 330


class Word(NamedTuple):
    """One word of a line. `folded` is its spelling for matching; `start` and `end` are code points of the line."""

    start: int
    end: int
    folded: str
    raw: str

    @property
    def is_number(self) -> bool:
        """True for numbers and clocks, also with letters glued on (4th)."""
        return self.raw[0].isdigit()

    @property
    def is_capital(self) -> bool:
        """True where the first letter is upper case, or the script has no case."""
        first = self.raw[0]
        return first.isupper() or not first.islower()


@lru_cache(maxsize=1 << 16)
def fold_word(raw: str) -> str:
    """The folded spelling of one word, remembered: pages repeat their words."""
    return fold_text(raw)


def words_of(line: str, most: int = 1 << 30) -> list[Word]:
    """The first `most` words of `line`, in order. Time is linear in the text that holds them."""
    if len(line) > _SHORT:
        return _read_words(line, most)
    words = _remembered(line)
    return list(words if len(words) <= most else words[:most])


@lru_cache(maxsize=1 << 11)
def _remembered(line: str) -> tuple[Word, ...]:
    """The words of a short line: every recogniser asks for those of the same lines."""
    return tuple(_read_words(line, 1 << 30))


def _read_words(line: str, most: int) -> list[Word]:
    words: list[Word] = []
    for match in _WORD.finditer(line):
        raw = match.group()
        # A very long "word" is no word of any list; it is not worth a place in the cache.
        folded = fold_word(raw) if len(raw) <= 40 else fold_text(raw)
        if not folded:
            continue  # nothing but tatweel or marks: a rule, not a word
        words.append(Word(match.start(), match.end(), folded, raw))
        if len(words) >= most:
            break
    return words


def folded_words(text: str) -> tuple[str, ...]:
    """Only the folded spellings: the key under which lists keep a phrase."""
    return tuple(folded for raw in _WORD.findall(text) if (folded := fold_word(raw)))
