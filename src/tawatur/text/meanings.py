"""What the words of a text mean, under keys that are the same in every language of the lexicon.

A word that the lexicon has (any of its forms, with what is glued to it taken off) gets the key of its meaning; a word
that it does not have keeps its stem under its language's tag.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages import Languages, current_languages
from tawatur.text.fold import fold_text
from tawatur.text.stems import rules_of
from tawatur.text.transliteration import skeleton
from tawatur.text.words import folded_words

# Letters a sound must keep to be told from others.
_LEAST_SOUND = 3
# The longest phrase of the lexicon that is looked for, in words.
_LONGEST = 4


@dataclass(frozen=True, slots=True)
class Meant:
    """A word or phrase, by number in the text: words `first` to `last`, `last` included, and what they are counted as."""

    first: int
    last: int
    key: str
    """`m:17` for a meaning of the lexicon; `en:stem` for a word that it does not have."""
    known: bool


def meanings_of(words: Sequence[str], lang: str | None) -> list[Meant]:
    """The keys of `words` (folded), in order; the longest phrase of the lexicon wins. Time is linear."""
    lexicon = _lexicon(current_languages()).get(lang or "", {})
    stems = [_stem(lang or "", word) for word in words]
    found: list[Meant] = []
    at = 0
    while at < len(words):
        meant = _longest(words, stems, at, lexicon, lang or "") or Meant(at, at, f"{lang or 'und'}:{stems[at]}", False)
        found.append(meant)
        at = meant.last + 1
    return found


def _longest(
    words: Sequence[str], stems: Sequence[str], at: int, lexicon: dict[str, dict[tuple[str, ...], str]], lang: str
) -> Meant | None:
    for first in _ways(words[at], lang):
        phrases = lexicon.get(first)
        if phrases is None:
            continue
        for length in range(min(_LONGEST, len(words) - at), 0, -1):
            key = phrases.get(tuple(stems[at + 1 : at + length]))
            if key is not None:
                return Meant(at, at + length - 1, key, True)
    return None


@lru_cache(maxsize=1 << 16)
def _ways(word: str, lang: str) -> tuple[str, ...]:
    """The stems under which a word may stand in the lexicon, the likeliest first."""
    rules = rules_of(lang)
    ways = [_stem(lang, word), rules.stem(word), word]
    for rest in rules.fronts(word):
        ways += [rules.stem(rules.bare(rest)), rest]
    return tuple(dict.fromkeys(ways))


@lru_cache(maxsize=1 << 16)
def _stem(lang: str, word: str) -> str:
    rules = rules_of(lang)
    return rules.stem(rules.bare(word))


@lru_cache(maxsize=4)
def _lexicon(languages: Languages) -> dict[str, dict[str, dict[tuple[str, ...], str]]]:
    """Language -> stem of the first word -> stems of the words after it -> key."""
    lexicon: dict[str, dict[str, dict[tuple[str, ...], str]]] = {}
    for number, meaning in enumerate(languages.lexicon):
        for line in meaning.words:
            stems = [_stem(line.lang, word) for word in folded_words(line.text)]
            if stems:
                by_first = lexicon.setdefault(line.lang, {}).setdefault(stems[0], {})
                by_first.setdefault(tuple(stems[1:]), f"m:{number}")
    return lexicon


def stop_words() -> frozenset[str]:
    """Folded words of all languages that say nothing of what a text is about."""
    return _stop_words(current_languages())


@lru_cache(maxsize=4)
def _stop_words(languages: Languages) -> frozenset[str]:
    return frozenset(fold_text(text) for text in languages.texts("stems.stop"))


@lru_cache(maxsize=1 << 16)
def sound_of(folded: str) -> str | None:
    """The consonants of a word, the same from every script; None where too few are left to tell it from others."""
    sound = skeleton(folded)
    return sound if len(sound) >= _LEAST_SOUND else None
