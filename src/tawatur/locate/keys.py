"""One key for all the ways of writing the same toponym, as a 64-bit number that means the same on every machine.

A toponym is its folded words. Beyond the folding of all text: apostrophes and signs for ayn and hamza go, a possessive
's goes, "St" is "Saint", and the Arabic article in front of the first word is taken off and remembered apart, because
what is written on to it («بالرقة», «للرقة») hides it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tawatur.text.words import folded_words

LONGEST = 7
"""Words in the longest toponym that is looked for."""
ARTICLE = "ال"
_MULTIPLIER = 0x9E3779B97F4A7C15
_MASK = (1 << 64) - 1
_SIGNS = str.maketrans("", "", "'ʿʾ’‘ʻ")
_WRITTEN_OUT = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"}


class Key(NamedTuple):
    """What a toponym is found under. `article`: it is written with the Arabic article, which the number leaves out."""

    number: int
    words: int
    article: bool


def key_of(name: str) -> Key | None:
    """The key of a name as a gazetteer writes it; None where it has no words, or too many."""
    words = [plain for folded in folded_words(name) if (plain := plain_word(folded))]
    if not words or len(words) > LONGEST:
        return None
    rest = without_article(words[0])
    first = rest if rest is not None else words[0]
    return Key(join([word_number(first), *map(word_number, words[1:])]), len(words), rest is not None)


@lru_cache(maxsize=1 << 16)
def plain_word(folded: str) -> str:
    """A folded word of a toponym without apostrophes and a possessive's s."""
    if folded.endswith("'s"):
        folded = folded[:-2]
    return folded.translate(_SIGNS) if "'" in folded or not folded.isascii() else folded


def without_article(plain: str) -> str | None:
    """The word behind an Arabic article, of two letters at the least; None where it has none."""
    return plain[2:] if plain.startswith(ARTICLE) and len(plain) >= 4 else None


@lru_cache(maxsize=1 << 16)
def word_number(plain: str) -> int:
    """64 bits that stand for one word."""
    written = _WRITTEN_OUT.get(plain, plain)
    return int.from_bytes(blake2b(written.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def join(numbers: Sequence[int]) -> int:
    """One number for words in this order."""
    number = numbers[0]
    for further in numbers[1:]:
        number = (number * _MULTIPLIER + further) & _MASK
    return number


def join_next(numbers: NDArray[np.uint64], further: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """`join` for many at once: each of `numbers` with one more word behind it."""
    joined: NDArray[np.uint64] = numbers * np.uint64(_MULTIPLIER) + further  # wraps at 64 bits, as `join` does
    return joined
