"""Finds the phrases of a list in the words of a text: the longest first, with what is glued to a word's front taken off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from tawatur.languages import Languages, Line
from tawatur.text.stems import rules_of
from tawatur.text.words import Word, folded_words

Value = TypeVar("Value")

# Words remembered by one list, at the most.
_MOST_KNOWN = 1 << 15


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
    """A phrase at words `first` to `last`, `last` included."""

    first: int
    last: int
    value: Value


class Phrases(Generic[Value]):
    """Phrases of one language, looked up by stems or as they are written."""

    def __init__(self, lines: Iterable[tuple[Line, Value]], lang: str, *, stems: bool) -> None:
        self._rules = rules_of(lang)
        self._stems = stems
        self._first: dict[str, dict[tuple[str, ...], Value]] = {}
        self._longest = 1
        self._known: dict[str, tuple[str, ...]] = {}
        self._last: tuple[Sequence[Word], tuple[Hit[Value], ...]] | None = None
        for line, value in lines:
            keys = tuple(self._key(word) for word in folded_words(line.text))
            if keys:
                self._first.setdefault(keys[0], {}).setdefault(keys, value)
                self._longest = max(self._longest, len(keys))

    def _key(self, folded: str) -> str:
        return self._rules.stem(self._rules.bare(folded)) if self._stems else folded

    def find(self, words: Sequence[Word]) -> list[Hit[Value]]:
        """All phrases in `words`, in order, none inside another. Time is linear."""
        # One list is asked about one text several times in a row.
        if self._last is not None and self._last[0] is words:
            return list(self._last[1])
        found = self._find(words)
        self._last = (words, tuple(found))
        return found

    def _find(self, words: Sequence[Word]) -> list[Hit[Value]]:
        keys = [self._key(word.folded) for word in words]
        found: list[Hit[Value]] = []
        at = 0
        while at < len(words):
            hit = self._at(words, keys, at)
            if hit is None:
                at += 1
                continue
            found.append(hit)
            at = hit.last + 1
        return found

    def _at(self, words: Sequence[Word], keys: Sequence[str], at: int) -> Hit[Value] | None:
        for first in self._starts(words[at].folded):
            phrases = self._first[first]
            for length in range(min(self._longest, len(words) - at), 0, -1):
                value = phrases.get((first, *keys[at + 1 : at + length]))
                if value is not None:
                    return Hit(at, at + length - 1, value)
        return None

    def _starts(self, folded: str) -> tuple[str, ...]:
        """The keys under which phrases may begin with a word; remembered, for texts repeat their words."""
        known = self._known.get(folded)
        if known is None:
            ways = (self._key(folded), *(self._key(rest) for rest in self._rules.fronts(folded)))
            known = tuple(way for way in dict.fromkeys(ways) if way in self._first)
            if len(self._known) >= _MOST_KNOWN:
                self._known.clear()
            self._known[folded] = known
        return known


@lru_cache(maxsize=64)
def listed(languages: Languages, lang: str, names: tuple[str, ...]) -> Phrases[str]:
    """The entries of the lists `names` of `claims.yaml` in one language; the value of each is the name of its list."""
    lines = [(line, name) for name in names for line in languages.lines(f"claims.{name}") if line.lang == lang]
    return Phrases(lines, lang, stems=False)


@lru_cache(maxsize=16)
def triggers(languages: Languages, lang: str) -> Phrases[str]:
    """The words that tell of an event in one language; the value of each is the class of event."""
    # More words first: «قصف جوي» tells more than «قصف».
    lines = [(line, name) for name, line in languages.triggers if line.lang == lang]
    return Phrases(lines, lang, stems=True)
