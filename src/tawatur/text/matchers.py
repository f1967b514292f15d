"""The language tables made into fast matchers, once for each set of tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages import Languages, current_languages
from tawatur.text.outlet_index import OutletIndex
from tawatur.text.patterns import Patterns
from tawatur.text.words import Word, folded_words


class Phrases:
    """Phrases of whole words, found at a given word. Immutable after construction."""

    __slots__ = ("_ends", "_patterns", "_singles", "_starts", "first_words")

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """`phrases`: (phrase, where it was written); brackets as in patterns."""
        held = list(phrases)
        self._patterns = Patterns(("", phrase, where) for phrase, where in held)
        self._ends = self._patterns.last_words()
        self.first_words = self._patterns.first_words()
        self._singles = frozenset(
            key[0] for phrase, _ in held if "[" not in phrase and len(key := folded_words(phrase)) == 1
        )
        self._starts = tuple(sorted(self._singles))

    def begins(self, folded: str) -> bool:
        """True where this folded word begins with a phrase of one word, whatever is written on to it."""
        return folded.startswith(self._starts)

    def at(self, words: Sequence[Word], begin: int) -> int | None:
        """Where the longest phrase that begins at word `begin` ends (exclusive); None if none does."""
        return self._patterns.longest(words, begin)

    def ending(self, words: Sequence[Word], end: int) -> int | None:
        """Where the longest phrase that ends at word `end` (exclusive) begins; None if none does."""
        if not words or words[end - 1].folded not in self._ends:
            return None
        for begin in range(max(0, end - 8), end):
            if self.at(words, begin) == end:
                return begin
        return None

    def whole(self, words: Sequence[Word]) -> bool:
        """True where all of `words` are one phrase."""
        return bool(words) and self.at(words, 0) == len(words)

    def __contains__(self, folded: object) -> bool:
        """True where this one folded word is a phrase."""
        return folded in self._singles


@dataclass(frozen=True, slots=True)
class NameWords:
    """Folded single words of personal names."""

    given: frozenset[str]
    family: frozenset[str]
    particle: frozenset[str]
    prefix: frozenset[str]
    small_as_written: frozenset[str]
    small: frozenset[str]
    plain: frozenset[str]
    verbs: frozenset[str]


_BRACKETS = frozenset("[](){}")


class Lists(dict[str, Phrases]):
    """The plain lists as phrases, each built when it is first asked for: most are read by one room only."""

    def __init__(self, languages: Languages) -> None:
        super().__init__()
        self._languages = languages
        # Only brackets can be written wrongly, and that is to be said at once, not at the first post that needs them.
        for name, lines in languages.lists:
            if any(not _BRACKETS.isdisjoint(line.text) for line in lines):
                self[name]

    def __missing__(self, name: str) -> Phrases:
        phrases = self[name] = Phrases((line.text, line.where) for line in self._languages.lines(name))
        return phrases


@dataclass(frozen=True, slots=True, eq=False)
class Matchers:
    """Everything the line recognisers look words up in."""

    furniture: Patterns
    outlets: OutletIndex
    names: NameWords
    lists: Lists
    labels: tuple[tuple[str, Phrases], ...]
    """Credit cues that stand as labels: (kind, phrases)."""
    phrases: tuple[tuple[str, Phrases], ...]
    """Credit cues that run straight into the name: (kind, phrases)."""
    cue_starts: frozenset[str]
    """Folded words that a credit cue can begin with."""

    def phrases_of(self, name: str) -> Phrases:
        """The phrases of one plain list; empty where no language has it."""
        return self.lists[name]


def matchers(languages: Languages | None = None) -> Matchers:
    """The matchers of `languages`, or of the tables in use where none are given."""
    return _built(languages if languages is not None else current_languages())


@lru_cache(maxsize=8)
def _built(languages: Languages) -> Matchers:
    labels, phrases = _cues(languages, "label"), _cues(languages, "phrase")
    return Matchers(
        furniture=Patterns((line.kind, line.pattern.text, line.pattern.where) for line in languages.furniture),
        outlets=OutletIndex(
            languages.outlets,
            heads=languages.texts("outlet_words.first") + languages.texts("outlet_words.last"),
            tails=languages.texts("outlet_words.tails"),
        ),
        names=_name_words(languages),
        lists=Lists(languages),
        labels=labels,
        phrases=phrases,
        cue_starts=frozenset(word for _, cues in (*labels, *phrases) for word in cues.first_words),
    )


def _cues(languages: Languages, form: str) -> tuple[tuple[str, Phrases], ...]:
    by_kind: dict[str, list[tuple[str, str]]] = {}
    for cue in languages.credits:
        if cue.form == form:
            by_kind.setdefault(cue.kind, []).append((cue.cue.text, cue.cue.where))
    return tuple((kind, Phrases(cues)) for kind, cues in by_kind.items())


def _name_words(languages: Languages) -> NameWords:
    names = languages.names
    particle = _single(names.particle)
    return NameWords(
        given=_single(names.given) - particle,
        family=_single(names.family) - particle,
        particle=particle,
        prefix=_single(names.prefix) - particle,
        small_as_written=frozenset(languages.texts("words.small")),
        small=_single(languages.texts("words.small")) - particle,
        plain=_single(languages.texts("words.plain")),
        verbs=_single(languages.texts("words.verbs")),
    )


def _single(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in folded_words(text))
