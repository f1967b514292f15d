"""The parts of a case that its views share: posts in short, stories by rank, who speaks, places, outlets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import tawatur.case as cases
from tawatur.case import Case
from tawatur.model import Description
from tawatur.report.html_map import MapView, map_of
from tawatur.report.html_places import PlacesOfCase, PlaceView, PostAt
from tawatur.report.html_speakers import speaker_numbers
from tawatur.report.html_told import phrase
from tawatur.report.html_view import Row
from tawatur.report.html_words import Words, words_of
from tawatur.report.statement_lines import SpeakerLine
from tawatur.serve.render import LANGUAGES
from tawatur.serve.shelf import Shelf
from tawatur.store import Brief, Counts
from tawatur.text.fold import fold_text


@dataclass(frozen=True, slots=True)
class Shorts:
    """All posts in short."""

    briefs: tuple[Brief, ...]
    numbers: Mapping[str, int]
    """From 1, by id."""
    outlets: Mapping[str, str]
    """Each outlet's name, folded."""

    def row(self, id_: str) -> Row | None:
        """A post as lists show it; None for one that came since."""
        number = self.numbers.get(id_)
        if number is None:
            return None
        one = self.briefs[number - 1]
        return Row(
            number,
            one.id,
            phrase(one.title, one.lang) if one.title else None,
            phrase(one.outlet, one.lang) if one.outlet else None,
            phrase(one.byline, one.lang) if one.byline else None,
            one.published,
            one.lang,
            one.source,
        )

    def rows(self, ids: Iterable[str]) -> list[Row]:
        """Those of some posts that are known, in the same order."""
        return [row for id_ in ids if (row := self.row(id_)) is not None]


@dataclass(frozen=True, slots=True)
class Overview:
    """The case in numbers."""

    counts: Counts
    days: Mapping[str, int]
    outlets: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Ranked:
    """The stories of several posts, those with most conflicts first: (id, posts, claims, conflicts)."""

    several: tuple[tuple[str, int, int, int], ...]
    single: int

    @property
    def conflicts(self) -> int:
        """Conflicts of all stories."""
        return sum(conflicts for *_, conflicts in self.several)


@dataclass(frozen=True, slots=True)
class Speaking:
    """Who speaks. `without`: statements of which nothing says whose they are."""

    lines: tuple[SpeakerLine, ...]
    numbers: Mapping[str, int]
    without: int


@dataclass(frozen=True, slots=True)
class Places:
    """The places of the case with their map."""

    places: tuple[PlaceView, ...]
    more_places: int
    map: MapView | None


class Whole:
    """The parts, made when they are first asked for."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._shelf = Shelf(path)

    def open(self) -> Case:
        """The case, with the numbers of its posts known."""
        case = cases.open(self.path)
        case.know_numbers(self.shorts().numbers)
        return case

    def shorts(self) -> Shorts:
        """All posts in short."""
        return self._shelf.part("shorts", self._shorts)

    def overview(self) -> Overview:
        """The case in numbers."""
        return self._shelf.part("overview", self._overview)

    def ranked(self) -> Ranked:
        """The stories by rank."""
        return self._shelf.part("ranked", self._ranked)

    def speaking(self) -> Speaking:
        """Who speaks."""
        return self._shelf.part("speaking", self._speaking)

    def places(self, words: Words) -> Places:
        """The places, told in a language."""
        return self._shelf.part(f"places {words.language}", lambda: self._places(words))

    def _shorts(self) -> Shorts:
        with cases.open(self.path) as case:
            briefs = tuple(case.briefs())
        names = {one.outlet for one in briefs if one.outlet}
        return Shorts(briefs, {one.id: n for n, one in enumerate(briefs, 1)}, {name: fold_text(name) for name in names})

    def _overview(self) -> Overview:
        shorts = self.shorts()
        days = Counter(one.published[:10] for one in shorts.briefs if one.published and len(one.published) >= 10)
        outlets = Counter(one.outlet for one in shorts.briefs if one.outlet)
        with cases.open(self.path) as case:
            return Overview(case.counts, days, tuple(sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0]))))

    def _ranked(self) -> Ranked:
        with cases.open(self.path) as case:
            found = case.store.stories.ranked()
        several = tuple(one for one in found if one[1] > 1)
        return Ranked(several, len(found) - len(several))

    def _speaking(self) -> Speaking:
        with cases.open(self.path) as case:
            lines, counts = case.speakers(), case.counts
        credited = sum(line.statements for line in lines)
        return Speaking(lines, speaker_numbers(lines), max(0, counts.statements - credited))

    def warm(self) -> None:
        """Make everything before it is asked for."""
        self.shorts(), self.overview(), self.ranked(), self.speaking()
        for words in map(words_of, LANGUAGES):
            self.places(words)

    def _places(self, words: Words) -> Places:
        gathered = self._shelf.part("places", self._gathered).told_in(words)
        views, more = gathered.views()
        return Places(views, more, map_of(views, words))

    def _gathered(self) -> PlacesOfCase:
        shorts, places = self.shorts(), PlacesOfCase(words_of(LANGUAGES[0]))
        described: dict[str, tuple[Description, PostAt]] = {}
        with cases.open(self.path) as case:
            for place, named in case.store.places_with_words():
                if place.post_id not in described:
                    found = next(_described(shorts, place.post_id), None)
                    if found is None:
                        continue
                    # Posts go by one after another; nothing of one is asked for again.
                    described = {place.post_id: found}
                places.add_one(place, named, *described[place.post_id])
        return places


def _described(shorts: Shorts, id_: str) -> Iterator[tuple[Description, PostAt]]:
    number = shorts.numbers.get(id_)
    if number is not None:
        one = shorts.briefs[number - 1]
        title = phrase(one.title, one.lang) if one.title else None
        yield (
            Description(
                post_id=id_,
                title=one.title,
                byline=one.byline,
                outlet=one.outlet,
                published=one.published,
                lang=one.lang,
                made_by="store",
            ),
            PostAt(number, id_, title),
        )
