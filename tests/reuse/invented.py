"""Invented posts with known copies in them."""

from __future__ import annotations

import random
from functools import cache

from tawatur.model import Reuse, ReusePost
from tawatur.reuse import ReuseOptions, find_reuse

_ONSETS = "bdfgklmnprstvz"
_VOWELS = "aeiou"
_ARABIC = "بتجحدرزسشصطعفقكلمنهو"


@cache
def lexicon(size: int, seed: int = 1, *, arabic: bool = False) -> list[str]:
    """Made-up words, the same ones every time."""
    rng = random.Random(seed)
    words: dict[str, None] = {}
    while len(words) < size:
        if arabic:
            word = "".join(rng.choice(_ARABIC) for _ in range(rng.randint(3, 6)))
        else:
            word = "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) for _ in range(rng.randint(2, 4)))
        words[word] = None
    return list(words)


def prose(count: int, seed: int, *, arabic: bool = False) -> str:
    """`count` words drawn at random, some much more often than others, as in a language."""
    rng, words = random.Random(seed), lexicon(3000, arabic=arabic)
    return " ".join(words[int(len(words) ** rng.random()) - 1] for _ in range(count))


def rare(count: int, seed: int) -> str:
    """`count` words that no `prose` holds."""
    rng = random.Random(seed)
    return " ".join("qu" + word for word in rng.sample(lexicon(3000), count))


def post(number: int, text: str, outlet: str | None = "") -> ReusePost:
    """A post of an outlet of its own, or of the one named."""
    name = f"outlet {number}" if outlet == "" else outlet
    return ReusePost(id=f"p{number}", outlet=name, lang=None, date=None, text=text)


def posts(*texts: str, outlet: str | None = "") -> list[ReusePost]:
    """One post per text."""
    return [post(number, text, outlet) for number, text in enumerate(texts)]


def found(items: list[ReusePost], options: ReuseOptions | None = None) -> list[Reuse]:
    """All pairs that share something."""
    return list(find_reuse(items, options))


def words_of(items: list[ReusePost], pair: Reuse) -> list[tuple[str, str]]:
    """The words of both sides of each passage."""
    texts = {one.id: one.text for one in items}
    return [(passage.a.of(texts[pair.a]), passage.b.of(texts[pair.b])) for passage in pair.passages]
