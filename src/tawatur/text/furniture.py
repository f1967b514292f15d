"""Page furniture: lines that belong to the page, not to any article on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages import Languages
from tawatur.text.matchers import Matchers, matchers
from tawatur.text.patterns import part_glued
from tawatur.text.words import words_of

# Longer lines are prose: the longest furniture we collected (cookie notices) has 34 words and 230 characters.
LONGEST_LINE = 260
MOST_WORDS = 40
_CONTROLS = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class FurnitureMatch:
    """What kind of furniture a line is.

    `kind` is one of the kinds of `languages/*/furniture.yaml`. `whole` is True where every word of the line is
    furniture, False where a furniture label opens the line and words of its own follow ("Related: Dam reopens").
    """

    kind: str
    whole: bool


def furniture(line: str, *, languages: Languages | None = None) -> FurnitureMatch | None:
    """What furniture `line` is, as a whole, in some language; None for anything that may be an article's own."""
    return _furniture(line, matchers(languages)) if len(line) <= LONGEST_LINE else None


@lru_cache(maxsize=1 << 12)
def _furniture(line: str, known: Matchers) -> FurnitureMatch | None:
    words = words_of(line, MOST_WORDS + 1)
    if not words:
        return _rule(line)
    if len(words) > MOST_WORDS:
        return None
    patterns = known.furniture
    hit = patterns.match(line, words) if patterns.may_begin(words) else None
    if (hit is None or not hit.whole) and (parted := part_glued(line)) != line:
        apart = words_of(parted, MOST_WORDS + 1)
        if len(apart) <= MOST_WORDS and patterns.may_begin(apart):
            hit = patterns.match(parted, apart) or hit
    return FurnitureMatch(hit.label, hit.whole) if hit is not None else None


def _rule(line: str) -> FurnitureMatch | None:
    """A line without words: a rule or an ornament where it holds any sign at all."""
    signs = _CONTROLS.sub("", line).strip()
    return FurnitureMatch("separator", True) if signs else None
