"""Known outlets, ready to be looked up by a whole name or found in running text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from ahocorasick_rs import AhoCorasick

from tawatur.languages import Outlet
from tawatur.text.fold import fold_text
from tawatur.text.words import Word, folded_words

# Words in the longest head or tail that we hold ("موقع قناة", "news website").
LONGEST_FRAME = 4
_ARTICLES = frozenset({"the", "le", "la", "les", "el", "die", "der", "das"})


class OutletIndex:
    """Names, aliases and domains of known outlets. Immutable after construction."""

    __slots__ = (
        "_by_key",
        "_capitals",
        "_heads",
        "_tails",
        "exact",
        "exact_owner",
        "folded",
        "folded_owner",
        "plain_words",
    )

    def __init__(self, outlets: Iterable[Outlet], heads: Iterable[str], tails: Iterable[str]) -> None:
        self._by_key: dict[tuple[str, ...], Outlet] = {}
        self._capitals: dict[tuple[str, ...], Outlet] = {}
        self._heads = _keys(heads)
        self._tails = _keys(tails)
        folded: dict[str, tuple[Outlet, bool]] = {}
        exact: dict[str, tuple[Outlet, bool]] = {}
        for outlet in outlets:
            for name, is_exact, is_word in _spellings(outlet):
                key = folded_words(name)
                if not key:
                    continue
                (self._capitals if is_exact else self._by_key).setdefault(key, outlet)
                if is_exact:
                    exact.setdefault(name, (outlet, is_word))
                else:
                    folded.setdefault(fold_text(name), (outlet, is_word))
        self.folded = AhoCorasick(list(folded)) if folded else None
        self.folded_owner = tuple(folded.values())
        self.exact = AhoCorasick(list(exact)) if exact else None
        self.exact_owner = tuple(exact.values())

    def named(self, words: Sequence[Word]) -> Outlet | None:
        """The outlet whose name these words are, also behind an article or a head word («صحيفة», "agency")."""
        if not words:
            return None
        key = tuple(word.folded for word in words)
        found = self._held(key, words)
        if found is not None:
            return found
        for begin, end in self._without_frame(key):
            found = self._held(key[begin:end], words[begin:end])
            if found is not None:
                return found
        return None

    def _held(self, key: tuple[str, ...], words: Sequence[Word]) -> Outlet | None:
        found = self._by_key.get(key)
        if found is None and key in self._capitals and all(word.raw.isupper() for word in words):
            found = self._capitals[key]
        return found

    def _without_frame(self, key: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        begins = {0, 1 if key[0] in _ARTICLES else 0}
        lengths = range(1, min(len(key), LONGEST_FRAME) + 1)
        begins |= {b + n for b in tuple(begins) for n in lengths if key[b : b + n] in self._heads}
        ends = {len(key), *(len(key) - n for n in lengths if key[len(key) - n :] in self._tails)}
        for begin in sorted(begins):
            for end in sorted(ends, reverse=True):
                if begin < end and (begin, end) != (0, len(key)):
                    yield begin, end


def _keys(texts: Iterable[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(key for text in texts if (key := folded_words(text)))


def _spellings(outlet: Outlet) -> Iterator[tuple[str, bool, bool]]:
    """Every way the outlet signs: (spelling, counts in this case only, is also an ordinary word)."""
    for name in chain((name for _, name in outlet.names), outlet.aliases, outlet.domains):
        is_word = name.endswith("?")
        is_exact = name.startswith("=")
        plain = name.removesuffix("?").removeprefix("=").strip()
        # Short capitals (RT, AFP) are words or parts of words in any other case.
        acronym = plain.isascii() and plain.isupper() and len(plain) <= 6 and plain.isalnum()
        for spelling in _variants(plain):
            yield spelling, is_exact or acronym, is_word


def _variants(name: str) -> Iterator[str]:
    yield name
    letters = re.split(r"[\s.]+", name.strip(" ."))
    if len(letters) > 1 and all(len(letter) == 1 for letter in letters):
        yield from (".".join(letters), ". ".join(letters), " ".join(letters), "".join(letters))
    elif name.isascii() and name.isupper() and name.isalpha() and len(name) <= 5:
        yield ".".join(name)
    if "-" in name:
        yield name.replace("-", " ")
        yield name.replace("-", "")
