"""Every place that a case names, once: how often, in how many posts and outlets, from when to when, in which words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from tawatur.model import Description, Place, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """One place of a case. Unknown is None."""

    place_id: str
    name: str
    name_ar: str | None
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    radius_km: float | None
    geonames_id: int | None
    mentions: int
    """Times that its name, or a nickname, stands in a post."""
    demonyms: int
    """Times that only a word made from it does: Iraqi, العراقية."""
    posts: int
    outlets: tuple[tuple[str, int], ...]
    """(outlet, posts), the most posts first; posts that name no outlet are not among them."""
    words: tuple[tuple[str, int], ...]
    """(words of the posts, times), the most frequent first."""
    first: str | None
    """The earliest date of these posts, as precise as they have it."""
    last: str | None


class _Tally:
    """One place while posts go by."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.posts: set[str] = set()
        self.mentions = self.demonyms = 0
        self.outlets: Counter[str] = Counter()
        self.words: Counter[str] = Counter()
        self.days: list[str] = []

    def add(self, place: Place, words: str, described: Description | None) -> None:
        """Count one mention."""
        if place.form == "demonym":
            self.demonyms += 1
        else:
            self.mentions += 1
        self.words[" ".join(words.split())] += 1
        if place.post_id in self.posts:
            return
        self.posts.add(place.post_id)
        if described is not None and described.outlet:
            self.outlets[described.outlet] += 1
        if described is not None and described.published:
            self.days = ends_of([*self.days, described.published])

    def entry(self) -> PlaceEntry:
        """What was counted."""
        place = self.place
        return PlaceEntry(
            place_id=place.place_id,
            name=place.name,
            name_ar=place.name_ar or None,
            kind=place.kind,
            country=place.country,
            lat=place.lat,
            lon=place.lon,
            radius_km=place.radius_km,
            geonames_id=place.geonames_id,
            mentions=self.mentions,
            demonyms=self.demonyms,
            posts=len(self.posts),
            outlets=ordered(self.outlets),
            words=ordered(self.words),
            first=self.days[0] if self.days else None,
            last=self.days[-1] if self.days else None,
        )


class PlaceIndex:
    """The places of a case while its pages go by. Grows with the places and the posts that name them."""

    def __init__(self) -> None:
        self._tallies: dict[str, _Tally] = {}

    def add(self, place: Place, words: str, described: Description | None) -> None:
        """Count one mention, in these words, in a post that says this of itself."""
        tally = self._tallies.get(place.place_id)
        if tally is None:
            tally = self._tallies[place.place_id] = _Tally(place)
        tally.add(place, words, described)

    def add_all(self, reading: Reading) -> None:
        """Count the places of one page."""
        described = {one.post_id: one for one in reading.descriptions}
        for place in reading.places:
            self.add(place, place.span.of(reading.page.text), described.get(place.post_id))

    def entries(self) -> list[PlaceEntry]:
        """All places so far, those in most posts first."""
        entries = [tally.entry() for tally in self._tallies.values()]
        return sorted(entries, key=lambda one: (-one.posts, -one.mentions - one.demonyms, one.name, one.place_id))


def ends_of(days: list[str]) -> list[str]:
    """The earliest and the latest of some dates, which may be of different precision."""
    return [min(days), max(days)] if days else []


def ordered(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    """Names with their counts, the highest first, equal ones by name."""
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
