"""The places and demonyms of the language data, found by the same numbers as those of a gazetteer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from tawatur.languages import Demonym, Languages, NamedPlace
from tawatur.locate.candidates import Candidate, of_list, of_row, place_id
from tawatur.locate.gazetteer import Gazetteer
from tawatur.locate.gazetteer.naming import ARAB_COUNTRIES
from tawatur.locate.keys import Key, key_of
from tawatur.locate.sound import sound_number
from tawatur.text.words import folded_words

_SEEN_BITS = 19
_TOP = np.uint64(64 - _SEEN_BITS)
_ARTICLES = ("al ", "al-", "el ", "el-", "ar-", "as-", "ash-", "at-", "ad-", "an-", "az-", "the ")


@dataclass(frozen=True, slots=True)
class Supplement:
    """Names of the lists. `by_number` holds each with whether it is written with the Arabic article."""

    numbers: NDArray[np.uint64]
    """Sorted."""
    by_number: dict[int, tuple[tuple[bool, Candidate], ...]]
    countries: dict[str, Candidate]
    """By ISO 3166 code."""
    by_id: dict[str, Candidate]
    """By place_id."""
    seen: NDArray[np.bool_]
    """For the top bits of a number whether any of `numbers` begins so."""

    def which(self, numbers: NDArray[np.uint64]) -> list[int]:
        """Places in `numbers` of those that are names of the lists."""
        if not len(self.numbers):
            return []
        may = np.flatnonzero(self.seen[numbers >> _TOP])
        asked = numbers[may]
        places = np.minimum(np.searchsorted(self.numbers, asked), len(self.numbers) - 1)
        found: list[int] = may[self.numbers[places] == asked].tolist()
        return found

    def find(self, number: int, *, article: bool) -> list[Candidate]:
        """The places that bear the name."""
        return [candidate for with_article, candidate in self.by_number.get(number, ()) if with_article == article]


def read_supplement(languages: Languages, gazetteers: Sequence[Gazetteer]) -> Supplement:
    """Everything in `places*.tsv`, `demonyms.yaml` and the packs; `gazetteers` know the places that lines add names to."""
    rows = {place.id: place for place in languages.places}
    held = {place.id: _candidate(place, rows, gazetteers) for place in languages.places}
    countries = {c.country: c for c in held.values() if c.kind == "country" and c.country is not None}
    table: dict[int, dict[tuple[bool, str], Candidate]] = {}
    for place in languages.places:
        for key, candidate in _named(place, held[place.id]):
            table.setdefault(key.number, {}).setdefault((key.article, candidate.place_id), candidate)
    for key, candidate in _demonyms(languages, {**held, **countries}):
        both = ((key.article, candidate), (True, candidate)) if not key.article else ((True, candidate),)
        for article, found in both:
            table.setdefault(key.number, {}).setdefault((article, found.place_id + "~"), found)
    numbers = np.array(sorted(table), dtype=np.uint64)
    seen = np.zeros(1 << _SEEN_BITS, dtype=np.bool_)
    seen[numbers >> _TOP] = True
    return Supplement(
        numbers,
        {number: tuple((article, c) for (article, _), c in named.items()) for number, named in table.items()},
        countries,
        {candidate.place_id: candidate for candidate in held.values()},
        seen,
    )


def _candidate(place: NamedPlace, rows: dict[str, NamedPlace], gazetteers: Sequence[Gazetteer]) -> Candidate:
    within = place_id(rows[place.within]) if place.within is not None else None
    shipped = None if place.geonames_id is None else _shipped(place.geonames_id, gazetteers)
    return of_list(place, within, shipped)


def _shipped(number: int, gazetteers: Sequence[Gazetteer]) -> Candidate | None:
    for gazetteer in gazetteers:
        row = gazetteer.row_of(number)
        if row is not None:
            return of_row(gazetteer, row)
    return None


def _named(place: NamedPlace, candidate: Candidate) -> Iterator[tuple[Key, Candidate]]:
    for name in (place.name_en, place.name_ar, *place.aliases):
        if not name:
            continue
        bare = name.removesuffix("?").strip()
        exactly = bare[1:].strip() if bare.startswith("=") else None
        bare = exactly or bare
        is_word = name.endswith("?")
        named = replace(candidate, is_word=is_word, exactly=exactly) if is_word or exactly else candidate
        key = key_of(bare)
        if key is not None:
            yield key, named
        shorter = _without_latin_article(bare)
        short_key = key_of(shorter) if shorter else None
        sound = _sound(place, bare) if exactly is None else None
        if sound is not None:
            yield Key(sound, 1, False), named
        if short_key is not None:
            yield short_key, named


def _sound(place: NamedPlace, name: str) -> int | None:
    """How the name of a place of an Arab country sounds, however it is spelt; None for the others."""
    if place.country not in ARAB_COUNTRIES or place.kind == "country" or not name[0].isascii():
        return None
    return sound_number(folded_words(name))


def _without_latin_article(name: str) -> str | None:
    """ "al-Bab" without its article, where what is left is long enough to be a name."""
    low = name.lower()
    article = next((a for a in _ARTICLES if low.startswith(a)), None)
    return name[len(article) :] if article is not None and len(name) - len(article) >= 4 else None


def _demonyms(languages: Languages, held: dict[str, Candidate]) -> Iterator[tuple[Key, Candidate]]:
    endings: dict[str, list[str]] = {}
    for line in languages.lines("demonyms.endings"):
        endings.setdefault(line.lang, []).append(line.text)
    meant = {name: replace(held[name], known="demonym") for name in {d.of for d in languages.demonyms} if name in held}
    for demonym in languages.demonyms:
        of = meant.get(demonym.of)
        if of is None:
            continue
        for form in _forms(demonym, endings.get(demonym.word.lang, ())):
            key = key_of(form)
            if key is not None:
                yield key, of


def _forms(demonym: Demonym, endings: Iterable[str]) -> Iterator[str]:
    yield demonym.word.text
    for ending in endings:
        yield demonym.word.text + ending
