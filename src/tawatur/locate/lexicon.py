"""All that the language data say about places and what stands around them, folded for looking up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from tawatur.languages import Languages, current_languages
from tawatur.locate.candidates import Candidate, of_gazetteer
from tawatur.locate.gazetteer import Gazetteer, open_gazetteer, world
from tawatur.locate.gazetteer.arrays import KINDS
from tawatur.locate.supplement import Supplement, read_supplement
from tawatur.model.place import PlaceKind
from tawatur.text.fold import fold_text
from tawatur.text.matchers import Matchers, matchers
from tawatur.text.words import folded_words

Folded = tuple[str, ...]
# Two places of one name and kind that lie no further apart are one, which two sources hold.
SAME_KM = 40.0


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Everything that words are looked up in. Immutable."""

    gazetteers: tuple[Gazetteer, ...]
    supplement: Supplement
    known: Matchers
    proclitics: tuple[tuple[str, bool], ...]
    kinds_before: dict[Folded, frozenset[PlaceKind]]
    """«بلدة», "town of": what it says of the place behind it."""
    kinds_after: dict[Folded, frozenset[PlaceKind]]
    words: dict[str, frozenset[Folded]]
    """The lists of `place_words.yaml` that belong to no kind: "prepositions", "common" ..."""
    titles: frozenset[Folded]
    never: frozenset[Folded]
    """Words that are no place by themselves: directions, prepositions, words for sorts of places."""

    def has(self, name: str, phrase: Folded) -> bool:
        """True where the list `name` holds `phrase`."""
        return phrase in self.words.get(name, _NOTHING)


_NOTHING: frozenset[Folded] = frozenset()
_NEVER = ("never", "directions before", "directions after", "prepositions")


def lexicon(languages: Languages | None = None) -> Lexicon:
    """The lexicon of `languages`, or of the tables in use where none are given."""
    return _built(languages if languages is not None else current_languages())


@lru_cache(maxsize=4)
def _built(languages: Languages) -> Lexicon:
    gazetteers = (world(), *(open_gazetteer(Path(folder)) for folder in languages.texts("gazetteers")))
    articles = _letters(languages.texts("place_words.proclitics with article"), has_article=True)
    plain = _letters(languages.texts("place_words.proclitics"), has_article=False)
    words = {
        name.removeprefix("place_words."): _phrases(line.text for line in lines)
        for name, lines in languages.lists
        if name.startswith("place_words.")
    }
    kinds_before = _kinds(languages, "before")
    return Lexicon(
        gazetteers=gazetteers,
        supplement=read_supplement(languages, gazetteers),
        known=matchers(languages),
        proclitics=tuple(sorted((*articles, *plain), key=lambda pair: (-len(pair[0]), pair))),
        kinds_before=kinds_before,
        kinds_after=_kinds(languages, "after"),
        words=words,
        titles=_phrases(languages.texts("titles.before")),
        never=frozenset(kinds_before).union(*(words.get(name, _NOTHING) for name in _NEVER)),
    )


def _letters(texts: Iterable[str], *, has_article: bool) -> list[tuple[str, bool]]:
    return [(fold_text(text), has_article) for text in texts]


def _phrases(texts: Iterable[str]) -> frozenset[Folded]:
    return frozenset(key for text in texts if (key := folded_words(text)))


def _kinds(languages: Languages, side: str) -> dict[Folded, frozenset[PlaceKind]]:
    found: dict[Folded, set[PlaceKind]] = {}
    for kind in KINDS:
        for phrase in _phrases(languages.texts(f"place_words.{kind} {side}")):
            found.setdefault(phrase, set()).add(kind)
    return {phrase: frozenset(kinds) for phrase, kinds in found.items()}


def candidates_of(spans: Sequence[tuple[int, int]], number: int, article: bool, lex: Lexicon) -> tuple[Candidate, ...]:
    """The places that a name may stand for. `spans`: for each gazetteer where its names with this number lie."""
    return _remembered(tuple(spans), number, article, lex)


@lru_cache(maxsize=1 << 14)
def _remembered(spans: tuple[tuple[int, int], ...], number: int, article: bool, lex: Lexicon) -> tuple[Candidate, ...]:
    listed = lex.supplement.find(number, article=article)
    held = {candidate.place_id for candidate in listed if candidate.known == "list"}
    found = list(listed)
    for gazetteer, (begin, end) in zip(lex.gazetteers, spans, strict=True):
        if begin == end:
            continue
        for candidate in of_gazetteer(gazetteer, begin, end, article=article):
            if candidate.place_id not in held and not _is_listed(candidate, listed):
                held.add(candidate.place_id)
                found.append(candidate)
    return tuple(sorted(found, key=lambda c: (-c.weight, c.place_id))[:MOST])


MOST = 120
"""Candidates of one name that are looked at; the most spoken of come first."""


def _is_listed(candidate: Candidate, listed: Iterable[Candidate]) -> bool:
    """True where a line of the lists means the same place without giving its number."""
    return any(
        other.known == "list"
        and other.geonames_id is None
        and other.country == candidate.country
        and other.kind == candidate.kind
        and other.lat is not None
        and other.lon is not None
        and candidate.lat is not None
        and candidate.lon is not None
        and abs(other.lat - candidate.lat) + abs(other.lon - candidate.lon) < 2 * SAME_KM / 111
        for other in listed
    )
