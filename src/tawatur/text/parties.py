"""Whom a credit names: an outlet, a person, or a row of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tawatur.model import Span
from tawatur.text.matchers import Matchers
from tawatur.text.names import likeness_of
from tawatur.text.outlets import score_outlet
from tawatur.text.words import Word, words_of

LONGEST_PARTY = 110
MOST_WORDS = 12
# Words of grammar that names of outlets and offices hold.
_IN_NAMES = frozenset({"of", "the", "and", "for", "at", "in"})
_ROW = re.compile(r"\s*(?:[,،/;؛|+&•·]|\s[-–—]\s|\s(?:and|via|et|ve)\s|\sو(?=\s|«))\s*")
_EDGE = " \t\u00a0\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff.,،:;؛|-–—*•~_/©"
_PAIRS = {"(": ")", "[": "]", "«": "»", "“": "”", '"': '"', "‹": "›", "'": "'", "‘": "’"}


def trimmed(line: str, start: int, end: int) -> Span | None:
    """The part of `line` between `start` and `end` without punctuation, brackets and quotes around it."""
    while True:
        before = (start, end)
        while start < end and line[start] in _EDGE:
            start += 1
        while start < end and line[end - 1] in _EDGE and not _closes_initial(line, start, end):
            end -= 1
        if end - start >= 2 and _PAIRS.get(line[start]) == line[end - 1]:
            start, end = start + 1, end - 1
        elif start < end and (line[start] in '([«“‹"' and _PAIRS[line[start]] not in line[start + 1 : end]):
            start += 1
        elif (
            start < end
            and line[end - 1] in ')]»”›"'
            and not any(
                opening in line[start : end - 1] for opening, closing in _PAIRS.items() if closing == line[end - 1]
            )
        ):
            end -= 1
        if (start, end) == before:
            return Span(start, end) if start < end else None


def _closes_initial(line: str, start: int, end: int) -> bool:
    """A full stop that belongs to letters before it: "A.F.P.", "Inc."."""
    return line[end - 1] == "." and (line[max(start, end - 4) : end].count(".") > 1 or line[start:end].endswith("Inc."))


def party_likeness(text: str, known: Matchers) -> float:
    """How much `text` looks like whom one would credit: the least sure of its parts, 0 to 1."""
    if not text or len(text) > LONGEST_PARTY:
        return 0.0
    whole = _one(text, known)
    if whole >= 0.6:
        return whole
    parts = [part for part in _ROW.split(text) if part.strip()]
    if not 2 <= len(parts) <= 6:
        return whole
    return max(whole, min(_one(part.strip(_EDGE + '«»“”"()[]'), known) for part in parts))


def _one(text: str, known: Matchers) -> float:
    words = words_of(text, MOST_WORDS + 1)
    if not words or len(words) > MOST_WORDS:
        return 0.0
    person = likeness_of(text, words, known) if not words[0].is_number else 0.0
    outlet = known_outlet_likeness(text, known)
    if text[0] == "@" and len(words) <= 2:
        return 0.8
    return max(person, outlet)


def known_outlet_likeness(text: str, known: Matchers) -> float:
    """`outlet_likeness`, also where words such as "website" or "agency" follow or a date ends the name."""
    likeness = score_outlet(text, known)
    if likeness >= 0.6:
        return likeness
    words = words_of(text, MOST_WORDS)
    tail = known.phrases_of("outlet_words.tails").ending(words, len(words))
    if tail and tail < len(words):
        return max(likeness, min(0.8, score_outlet(text[: words[tail - 1].end], known) + 0.4))
    return likeness


def could_be_party(text: str, known: Matchers) -> bool:
    """The loose test, for what follows a label and a colon: short, opens like a name, and makes no sentence."""
    if party_likeness(text, known) >= 0.25:
        return True
    words = words_of(text, MOST_WORDS + 1)
    if not 1 <= len(words) <= 7:
        return False
    names = known.names
    if not _opens_as_name(words):
        return False
    cased = words[0].raw[0].isupper() or words[0].raw[0].islower()
    if any(word.folded in names.verbs for word in words):
        return False
    if cased:
        if any(word.folded in names.small and word.folded not in _IN_NAMES for word in words):
            return False
        loose = [word for word in words if not word.raw[0].isupper() and word.folded not in _IN_NAMES | names.particle]
        return not loose or len(words) <= 2
    return len(words) <= 5 and not any(word.folded in names.small for word in words)


def _opens_as_name(words: Sequence[Word]) -> bool:
    return words[0].is_capital or words[0].is_number
