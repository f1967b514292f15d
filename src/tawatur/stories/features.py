"""What a post is about, as weighted keys: some only its own language has, some the same in every language."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tawatur.model.story import StoryPost, TieKind
from tawatur.text.meanings import meanings_of, sound_of, stop_words
from tawatur.text.naming import find_names
from tawatur.text.words import Word, words_of

# What is said first is what a post is about: words of its title and of its first lines count this many times.
_LEAD = 2.0
_LEAD_CHARACTERS = 400
# Names and numbers part two happenings of one kind where words do not. Chosen on the grouping of English news of 24
# topics with two happenings each; checked on invented happenings in two languages (benchmarks/stories).
_WEIGHT: dict[TieKind, float] = {
    "country": 1.0,
    "word": 1.0,
    "meaning": 1.0,
    "name": 1.5,
    "place": 1.5,
    "number": 2.0,
}
# Numbers that are counted: of two digits or more; smaller ones stand everywhere.
_NUMBER = re.compile(r"\d{2,}")
# Places that half of all news names.
_WIDE_PLACES = ("country", "continent", "region")


@dataclass(slots=True)
class Feature:
    """One key in one post."""

    kind: TieKind
    shown: str
    """As the post has it."""
    times: float = 0.0
    capital: float = 0.0
    """How many of `times` were written with a capital letter."""

    @property
    def weight(self) -> float:
        """How much the key says in its post, before its rarity."""
        return _WEIGHT[self.kind] * (1.0 + math.log(max(self.times, 1.0)))


@dataclass(frozen=True, slots=True)
class Features:
    """Keys of one post and how much each says."""

    own: dict[str, Feature] = field(default_factory=dict)
    """To compare with posts in the same language: meanings, words, names, places, numbers."""
    bridge: dict[str, Feature] = field(default_factory=dict)
    """The same in every language: meanings, sounds of names, places, numbers."""


def features_of(post: StoryPost) -> Features:
    """The keys of a post, by how often and how early each stands. Time is linear in its text."""
    own: dict[str, Feature] = {}
    sounds: dict[str, Feature] = {}
    for text in (post.title or "", post.text):
        named = _named(text, post.lang)
        for word, key, known, times in _keys(text, post.lang):
            _count(
                own, key, "meaning" if known else "number" if key.startswith("n:") else "word", word.raw, times, word
            )
            if word.start in named and (sound := sound_of(word.folded)):
                _count(sounds, f"x:{sound}", "name", word.raw, times, word)
    for feature in own.values():
        # A name where it is mostly written with a capital, in a script that has them.
        if feature.kind == "word" and feature.capital * 2 > feature.times and feature.shown[0].isupper():
            feature.kind = "name"
    for place, name, kind in post.places:
        _count(own, f"p:{place}", "country" if kind in _WIDE_PLACES else "place", name, 1.0, None)
    bridge = {key: feature for key, feature in own.items() if key[:2] in ("m:", "n:", "p:")} | sounds
    return Features(own, bridge)


def _keys(text: str, lang: str | None) -> Iterator[tuple[Word, str, bool, float]]:
    """Every word of `text` that says something, with its key, and how many times it counts."""
    words = words_of(text)
    stop = stop_words()
    for meant in meanings_of([word.folded for word in words], lang):
        word = words[meant.first]
        times = _LEAD if word.start < _LEAD_CHARACTERS else 1.0
        if meant.known:
            yield word, meant.key, True, times
        elif word.is_number:
            if _NUMBER.search(word.folded):
                yield word, f"n:{word.folded.replace(',', '')}", False, times
        elif word.folded not in stop and len(word.folded) > 1:
            yield word, meant.key, False, times


def _named(text: str, lang: str | None) -> set[int]:
    """Where the words of names begin in `text`."""
    return {
        mention.span.start + word.start
        for mention in find_names(text, lang)
        for word in words_of(mention.span.of(text))
    }


def _count(into: dict[str, Feature], key: str, kind: TieKind, shown: str, times: float, word: Word | None) -> None:
    feature = into.get(key)
    if feature is None:
        feature = into[key] = Feature(kind, shown)
    feature.times += times
    # The first word of a sentence tells nothing; that it is capital everywhere does.
    feature.capital += times if word is not None and word.raw[0].isupper() else 0.0
