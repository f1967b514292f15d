"""The words for those who speak, ready to be looked up at any word of a text, with or without the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.languages import Languages, current_languages
from tawatur.languages.speakers import SpeakerWord
from tawatur.text.words import Word, folded_words

_ARTICLE = "ال"
# The article with what is written on to it: «والوزير», «للوزارة»; «لل» has lost its alef.
_ARTICLED = ("وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "وبال", "وكال")
_GLUED = ("و", "ف", "ب", "ل", "ك", "ول", "وب", "فل")
LONGEST = 8


class Meaning(NamedTuple):
    """What one word or phrase says about who speaks."""

    sort: str
    """`offices`, `people`, or the name of a plain list."""
    concept: str
    form: str
    """`either`, `men`, `women`, `many`, or ""."""


class Hit(NamedTuple):
    """A phrase found in a row of words: `end` is the word after its last one."""

    begin: int
    end: int
    meanings: tuple[Meaning, ...]

    def sorts(self) -> frozenset[str]:
        """The lists that hold the phrase."""
        return frozenset(meaning.sort for meaning in self.meanings)

    def of(self, *sorts: str) -> Meaning | None:
        """The first meaning from one of `sorts`; None where the phrase has none."""
        return next((meaning for meaning in self.meanings if meaning.sort in sorts), None)


class SpeakerIndex:
    """All phrases of `speakers.yaml`, by their first word. Immutable after construction."""

    __slots__ = ("_first", "_sorts", "openers", "singles")

    def __init__(self, words: Iterable[SpeakerWord]) -> None:
        held: dict[tuple[str, ...], dict[Meaning, None]] = {}
        for word in words:
            key = tuple(bare(folded) for folded in folded_words(word.text))
            if key:
                held.setdefault(key, {})[Meaning(word.sort, word.concept, word.form)] = None
        first: dict[str, list[tuple[tuple[str, ...], tuple[Meaning, ...]]]] = {}
        for key, meanings in held.items():
            first.setdefault(key[0], []).append((key, tuple(meanings)))
        for entries in first.values():
            entries.sort(key=lambda entry: -len(entry[0]))
        # By the second word too: a hundred phrases begin with the same common one. None: there is no second word.
        self._first: dict[str, dict[str | None, list[tuple[tuple[str, ...], tuple[Meaning, ...]]]]] = {}
        for opener, entries in first.items():
            seconds = self._first.setdefault(opener, {})
            for entry in entries:
                seconds.setdefault(entry[0][1] if len(entry[0]) > 1 else None, []).append(entry)
        self.openers = frozenset(
            key[0]
            for key, meanings in held.items()
            if any(meaning.sort in ("offices", "people", "bodies") for meaning in meanings)
        )
        """First words of offices, sorts of person and organisations."""
        self.singles = {key[0]: tuple(meanings) for key, meanings in held.items() if len(key) == 1}
        self._sorts = {word: frozenset(meaning.sort for meaning in meanings) for word, meanings in self.singles.items()}

    def at(self, words: Sequence[Word], begin: int) -> Hit | None:
        """The longest phrase that begins at word `begin`; None if none does."""
        folded = words[begin].folded
        for form in readings(folded):
            seconds = self._first.get(form)
            if seconds is None:
                continue
            second = bare(words[begin + 1].folded) if begin + 1 < len(words) else None
            for key, meanings in (*seconds.get(second, ()), *(seconds.get(None, ()) if second is not None else ())):
                end = begin + len(key)
                if end <= len(words) and all(bare(words[begin + n].folded) == key[n] for n in range(2, len(key))):
                    return Hit(begin, end, meanings)
        return None

    def hits(self, words: Sequence[Word]) -> list[Hit]:
        """Phrases from left to right, the longest at each word, not overlapping."""
        found: list[Hit] = []
        at = 0
        while at < len(words):
            hit = self.at(words, at)
            if hit is None:
                at += 1
            else:
                found.append(hit)
                at = hit.end
        return found

    def is_a(self, folded: str, *sorts: str) -> bool:
        """True where this one folded word, in any reading, stands in one of the lists."""
        for form in readings(folded):
            held = self._sorts.get(form)
            if held is not None and not held.isdisjoint(sorts):
                return True
        return False


@lru_cache(maxsize=1 << 15)
def bare(folded: str) -> str:
    """A folded word without the article, «الوزير» as «وزير», and without the ending of "Ministry's"."""
    if folded.endswith("'s"):
        folded = folded[:-2]
    return folded[2:] if folded.startswith(_ARTICLE) and len(folded) > 4 else folded


@lru_cache(maxsize=1 << 15)
def readings(folded: str) -> tuple[str, ...]:
    """The forms under which a folded word may be held, surest first: without article, and without what is glued on."""
    forms = [bare(folded)]
    for start in _ARTICLED:
        if folded.startswith(start) and len(folded) - len(start) >= 3:
            forms.append(folded[len(start) :])
    for start in _GLUED:
        if folded.startswith(start) and len(folded) - len(start) >= 3:
            forms.append(folded[len(start) :])
    return tuple(dict.fromkeys(forms))


def is_definite(folded: str) -> bool:
    """True where the Arabic article is written on to the word, with or without a letter before it."""
    return len(folded) > 4 and (folded.startswith(_ARTICLE) or folded.startswith(_ARTICLED))


def speaker_index(languages: Languages | None = None) -> SpeakerIndex:
    """The index of `languages`, or of the tables in use where none are given."""
    return _built(languages if languages is not None else current_languages())


@lru_cache(maxsize=8)
def _built(languages: Languages) -> SpeakerIndex:
    return SpeakerIndex(languages.speakers)
