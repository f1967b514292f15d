"""How an Arabic name sounds in Latin letters, whatever the habit of spelling: Deir Ezzor, Dayr az-Zawr, Deir al-Zour.

Articles go, also those grown together with the next word; long and short vowels, doubled letters, q and k, th and t are
the same. Two different places may well sound the same: such a reading counts only where the post names the country.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tawatur.locate.keys import word_number

LEAST = 4
"""Letters of the shortest sound that is looked for."""
LONGEST = 3
"""Words in the longest one."""
_ARTICLES = frozenset("al el ad ar as ash at az an ed er es esh et ez en ul uz us".split())
_GROWN = re.compile(r"^[aeu](sh(?=sh)|([tdrzsn])(?=\2))")
_LETTERS = (
    ("ee", "i"),
    ("kh", "x"),
    ("gh", "g"),
    ("dj", "j"),
    ("ch", "sh"),
    ("th", "t"),
    ("dh", "d"),
    ("ph", "f"),
    ("q", "k"),
    ("c", "k"),
)
_VOWELS = re.compile("[aeiouyw]+")
_DOUBLED = re.compile(r"([^aiu])\1+")
_LATIN = re.compile("[a-z]+")


def sound_number(plain: Sequence[str]) -> int | None:
    """The number under which places with names that sound like these folded words lie; None for what is too short."""
    sound = sound_of(tuple(plain))
    return word_number("~" + sound) if len(sound) >= LEAST else None


@lru_cache(maxsize=1 << 14)
def sound_of(plain: tuple[str, ...]) -> str:
    """How the words sound, run together; empty where they are not in Latin letters."""
    if not all(_LATIN.fullmatch(word) for word in plain):
        return ""
    held = [word for word in plain if word not in _ARTICLES] or list(plain)
    return "".join(map(_sound, held))


def _sound(word: str) -> str:
    word = _GROWN.sub("", word)
    for letters, one in _LETTERS:
        word = word.replace(letters, one)
    word = _VOWELS.sub(_vowel, word)
    word = _DOUBLED.sub(r"\1", word)
    return word[:-1] if word.endswith(("ah", "ih")) and len(word) > 3 else word


def _vowel(run: re.Match[str]) -> str:
    """One sound for a run of vowels; w and y between two of them, or before one at the start, are consonants."""
    letters = run.group()
    for glide in "wy":
        at = letters.find(glide, 0 if run.start() == 0 else 1)
        if 0 <= at < len(letters) - 1:
            return _plain_vowel(letters[:at]) + glide + _plain_vowel(letters[at + 1 :])
    return _plain_vowel(letters)


def _plain_vowel(letters: str) -> str:
    if not letters:
        return ""
    if any(letter in letters for letter in "ouw"):
        return "u"
    return "i" if any(letter in letters for letter in "iy") else "a"
