"""What each code point is to the tokeniser: a letter and which, a digit, a token of its own, a gap, or nothing."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tawatur.text.fold import fold_text

CODE_POINTS = 0x110000

# Values below 32 are roles; from 32 on the value is the folded letter itself, with these flags.
GAP = 0
DROPPED = 1
JOINS_DIGITS = 2
HAMZA_MARK = 3
DIGIT = 1 << 29
ALONE = 1 << 30
SEVERAL = 1 << 31
LETTER = (1 << 21) - 1

# Thousands are parted by these: "1,200" and "1200" are one number. A full stop is left to mean a decimal.
_JOINS_DIGITS = ",\u066c"

# Scripts written without spaces between words: each of their letters is a token.
_ALONE = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x2E80, 0x2FDF),  # CJK radicals
    (0x3005, 0x3007),
    (0x3021, 0x30FF),  # Hangzhou numerals, kana
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),  # CJK ideographs
    (0x4E00, 0xA4CF),  # and Yi
    (0xF900, 0xFAFF),
    (0x17000, 0x18DFF),  # Tangut, Khitan
    (0x1B000, 0x1B2FF),
    (0x20000, 0x3FFFF),
)
# Ideographs of these ranges fold to themselves, so that a slow look at each is saved.
_PLAIN_IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0x20000, 0x2EBEF), (0x30000, 0x3FFFF))
# Nothing is assigned from here on but private letters, tags and variation selectors; those are gaps or dropped.
_LAST_SCRIPTS = 0x20000


@dataclass(frozen=True, slots=True)
class Letters:
    """The table the tokeniser walks with."""

    codes: NDArray[np.uint32]
    """Per code point: a role, or a folded letter with its flags; with SEVERAL, a place in `first`."""
    first: NDArray[np.uint32]
    """Where the folded letters of the n-th code point that folds to several begin in `several`; one more at the end."""
    several: NDArray[np.uint32]


@lru_cache(maxsize=1)
def letters() -> Letters:
    """The table, built from the Unicode data and the project's own folding when first asked for (about 0.3 s)."""
    codes = np.zeros(CODE_POINTS, dtype=np.uint32)
    first, several = [0], []
    for low, high in _PLAIN_IDEOGRAPHS:
        codes[low : high + 1] = np.arange(low, high + 1, dtype=np.uint32) | np.uint32(ALONE)
    for code in _to_look_at():
        parts = _parts(code)
        if len(parts) == 1:
            codes[code] = parts[0]
        else:
            codes[code] = SEVERAL | (len(first) - 1)
            several.extend(parts)
            first.append(len(several))
    return Letters(codes, np.array(first, dtype=np.uint32), np.array(several or [0], dtype=np.uint32))


def _to_look_at() -> list[int]:
    plain = np.zeros(CODE_POINTS, dtype=bool)
    for low, high in _PLAIN_IDEOGRAPHS:
        plain[low : high + 1] = True
    rest = [*range(0x2F800, 0x2FA20), *range(0xE0000, 0xE01F0)]
    return [code for code in [*range(_LAST_SCRIPTS), *rest] if not plain[code] and _is_assigned(code)]


def _is_assigned(code: int) -> bool:
    return unicodedata.category(chr(code)) not in ("Cn", "Co", "Cs", "Cc")


def _parts(code: int) -> list[int]:
    """The values one code point stands for."""
    char = chr(code)
    if char in _JOINS_DIGITS:
        return [JOINS_DIGITS]
    if char in "\u0654\u0674":
        return [HAMZA_MARK]
    if char in "ئء":
        return [code]
    folded = fold_text(char)
    if not folded:
        return [DROPPED]
    alone = ALONE if any(low <= code <= high for low, high in _ALONE) else 0
    parts = [_part(part, alone) for part in folded]
    return [GAP] if set(parts) == {GAP} else parts


def _part(part: str, alone: int) -> int:
    if part in "0123456789":
        return ord(part) | DIGIT
    category = unicodedata.category(part)
    if category[0] in "LN" or category in ("Mn", "Mc"):
        return ord(part) | alone
    return GAP
