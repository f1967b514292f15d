"""Which place a name stands for in this post: every candidate scored, and the reasons of the winner in words.

One name has one sense in a post, unless the words right beside it say another. The score is a sum of few terms, each of
which is a sentence: how much the place is spoken of anywhere, whether what is named beside it contains it, whether its
country and province are named in the post, and how near it lies to the other places of the post.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from tawatur.locate.candidates import Candidate
from tawatur.locate.globe import km_between
from tawatur.model.place import PlaceKind

# Chosen by hand, in tenths: a country named in the post outweighs two powers of ten of people, and so does a near place.
_FIRST_NAME, _LISTED = 0.5, 0.6
_INSIDE, _COUNTRY, _PROVINCE, _OUTLET = 5.0, 2.8, 2.2, 0.8
_NEAR, _NEAR_KM = 3.0, 120.0
# A capital called like its country is meant less often than the country.
_CAPITAL = -1.5
_KIND_SAID, _KIND_NOT_SAID = 2.5, -1.5
_TOWNS: frozenset[PlaceKind] = frozenset({"city", "town", "village", "neighbourhood"})
_AREAS: frozenset[PlaceKind] = frozenset({"province", "district", "region", "country"})
# Things that stand in a town and bear its name: they say nothing of what the name itself is.
_STAND_IN_TOWNS: frozenset[PlaceKind] = frozenset(
    {
        "airport",
        "port",
        "base",
        "facility",
        "plant",
        "field",
        "road",
        "bridge",
        "crossing",
        "camp",
        "dam",
        "neighbourhood",
    }
)
_KM_A_DEGREE = 111.2
# From six degrees on nearness weighs nothing.
_FAR_DEGREES = 6.0**2
_MOST_NEIGHBOURS = 12
# Mentions of one name that count for its country; more are a habit of style.
_OFTEN = 3


@dataclass(slots=True)
class Sense:
    """One name of a post and what it may stand for."""

    candidates: tuple[Candidate, ...]
    kinds: frozenset[PlaceKind] = frozenset()
    """What words beside any of its mentions say it is."""
    inside: list[tuple[Candidate, ...]] = field(default_factory=list)
    """What is named right behind or around it, as what contains it."""
    holds: list[tuple[Candidate, ...]] = field(default_factory=list)
    """What is named right before it, as what it contains."""
    count: int = 1
    countries: frozenset[str | None] = frozenset()
    """Countries that bear the name."""
    fixed: list[tuple[Candidate, list[tuple[float, str]]]] | None = None
    """Each candidate with the terms that the other names of the post do not change."""
    chosen: Candidate | None = None
    score: float = 0.0
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """What of the post as a whole bears on its names."""

    outlet_country: str | None


def settle(senses: Sequence[Sense], setting: Setting, countries: Mapping[str, Candidate], rounds: int = 3) -> None:
    """Choose for each of `senses` the place that it stands for, and say why."""
    for sense in senses:
        _choose(sense, _NOBODY, (), setting, countries)
    for _ in range(rounds):
        before = [sense.chosen for sense in senses]
        shares = _shares(senses)
        points = [(at, s.chosen) for at, s in enumerate(senses) if s.chosen is not None and _is_point(s.chosen)]
        for at, sense in enumerate(senses):
            if len(sense.candidates) > 1 or not sense.reasons:
                _choose(sense, shares, _others(points, at), setting, countries)
        if before == [sense.chosen for sense in senses]:
            break


def popular(candidates: Iterable[Candidate]) -> Candidate | None:
    """The candidate that is most spoken of, whatever the post says: what resolution has to beat."""
    return max(candidates, key=lambda c: (c.weight, c.place_id), default=None)


@dataclass(frozen=True, slots=True)
class _Shares:
    """How often each country and each province is meant, directly or by a place inside it."""

    countries: Counter[str]
    provinces: Counter[str]
    all_countries: int
    all_provinces: int


_NOBODY = _Shares(Counter(), Counter(), 0, 0)


def _shares(senses: Sequence[Sense]) -> _Shares:
    countries: Counter[str] = Counter()
    provinces: Counter[str] = Counter()
    for sense in senses:
        if sense.chosen is None:
            continue
        times = min(sense.count, _OFTEN)
        for country in _country_of(sense.chosen):
            countries[country] += times
        for province in _provinces_of(sense.chosen):
            provinces[province] += times
    return _Shares(countries, provinces, sum(countries.values()), sum(provinces.values()))


def _country_of(candidate: Candidate) -> tuple[str, ...]:
    return (candidate.country,) if candidate.country is not None else ()


def _provinces_of(candidate: Candidate) -> tuple[str, ...]:
    own = (candidate.place_id,) if candidate.kind in ("province", "region") else ()
    return (*own, candidate.within) if candidate.within is not None else own


def _others(points: Sequence[tuple[int, Candidate]], at: int) -> list[Candidate]:
    """What the other names stand for, the nearest in the text."""
    here = bisect_left(points, at, key=_place_of)
    near = points[max(0, here - _MOST_NEIGHBOURS // 2) : here + _MOST_NEIGHBOURS // 2 + 1]
    return [candidate for place, candidate in near if place != at]


def _place_of(point: tuple[int, Candidate]) -> int:
    return point[0]


def _is_point(candidate: Candidate) -> bool:
    """False for countries and seas: how near they lie says nothing."""
    return (
        candidate.lat is not None
        and candidate.kind not in ("country", "continent", "sea")
        and (candidate.radius_km or 0) < 250
    )


def _choose(
    sense: Sense,
    shares: _Shares,
    others: Sequence[Candidate],
    setting: Setting,
    known: Mapping[str, Candidate],
) -> None:
    best: tuple[float, Candidate, list[tuple[float, str]]] | None = None
    own = _Own.of(sense)
    if sense.fixed is None:
        sense.fixed = [(c, [*_of_itself(c, sense), *_of_containment(c, sense)]) for c in sense.candidates]
    for candidate, fixed in sense.fixed:
        terms = [
            *fixed,
            *_of_country(candidate, own, shares, setting, known),
            *_of_nearness(candidate, others),
        ]
        score = candidate.weight + sum(weight for weight, _ in terms)
        if best is None or score > best[0]:
            best = (score, candidate, terms)
    if best is None:
        sense.chosen, sense.score, sense.reasons = None, 0.0, ()
        return
    sense.score, sense.chosen = best[0], best[1]
    sense.reasons = _in_words(sense, best[1], best[2])


def _of_itself(candidate: Candidate, sense: Sense) -> Iterable[tuple[float, str]]:
    if not candidate.is_other:
        yield _FIRST_NAME, ""
    if candidate.known != "gazetteer" and not candidate.population:
        yield _LISTED, ""
    if candidate.kind in _TOWNS and candidate.country in sense.countries:
        yield _CAPITAL, ""
    said = sense.kinds - _STAND_IN_TOWNS
    if not sense.kinds:
        return
    if candidate.kind in sense.kinds or (candidate.kind in _TOWNS and sense.kinds & _TOWNS):
        yield _KIND_SAID, f"the words beside it say it is a {candidate.kind}"
    elif said and (candidate.kind in _TOWNS or candidate.kind in _AREAS or candidate.kind == "river"):
        yield _KIND_NOT_SAID, ""


def _of_containment(candidate: Candidate, sense: Sense) -> Iterable[tuple[float, str]]:
    for around in sense.inside:
        holder = next((one for one in around if holds(one, candidate)), None)
        if holder is not None:
            yield _INSIDE, f"{holder.name} is named with it, and it lies there"
            break
    for parts in sense.holds:
        part = next((one for one in parts if holds(candidate, one)), None)
        if part is not None:
            yield _INSIDE, f"{part.name} is named with it, and lies in it"
            break


def holds(area: Candidate, part: Candidate) -> bool:
    """True where `part` lies in `area`, by the codes of both."""
    if area.place_id == part.place_id:
        return False
    if area.kind == "country":
        return area.country is not None and area.country == part.country and part.kind != "country"
    if part.within is not None and part.within == area.place_id:
        return True
    return (
        area.kind in ("province", "district", "region", "city", "island")
        and part.kind in _TOWNS | {"district"}
        and part.country == area.country
        and part.within is None
        and area.lat is not None
        and area.lon is not None
        and part.lat is not None
        and part.lon is not None
        and km_between(area.lat, area.lon, part.lat, part.lon) <= (area.radius_km or 0)
    )


@dataclass(frozen=True, slots=True)
class _Own:
    """What a name itself adds to the shares, which must not speak for it."""

    countries: tuple[str, ...]
    provinces: tuple[str, ...]
    times: int

    @classmethod
    def of(cls, sense: Sense) -> _Own:
        if sense.chosen is None:
            return cls((), (), 0)
        return cls(_country_of(sense.chosen), _provinces_of(sense.chosen), min(sense.count, _OFTEN))


def _of_country(
    candidate: Candidate, own: _Own, shares: _Shares, setting: Setting, known: Mapping[str, Candidate]
) -> Iterable[tuple[float, str]]:
    for name in _provinces_of(candidate):
        times = shares.provinces[name] - (own.times if name in own.provinces else 0)
        if times > 0:
            weight = _PROVINCE * _share(times, shares.all_provinces - own.times * len(own.provinces))
            yield weight, "other places of the post lie in the same province"
            break
    country = candidate.country
    if country is None:
        return
    times = shares.countries[country] - (own.times if country in own.countries else 0)
    if times > 0:
        named = known[country].name if country in known else country
        weight = _COUNTRY * _share(times, shares.all_countries - own.times * len(own.countries))
        yield weight, f"{named} is named in the post, or places in it are"
    if country == setting.outlet_country:
        yield _OUTLET, "the outlet's own country"


def _share(own: int, all_of_them: int) -> float:
    """0 to 1: rises with how often it is meant, and with its part of all."""
    return 0.5 * (1 - 0.5**own) + 0.5 * own / all_of_them


def _of_nearness(candidate: Candidate, others: Sequence[Candidate]) -> Iterable[tuple[float, str]]:
    if not others or not _is_point(candidate):
        return
    lat, lon = candidate.lat or 0.0, candidate.lon or 0.0
    shrink = math.cos(math.radians(lat))
    near = []
    for other in others:
        # Near enough to matter the globe is flat to one part in a hundred.
        north, east = (other.lat or 0.0) - lat, ((other.lon or 0.0) - lon) * shrink
        square = north * north + east * east
        if square < _FAR_DEGREES and other.place_id != candidate.place_id:
            near.append((math.exp(-math.sqrt(square) * _KM_A_DEGREE / _NEAR_KM), other))
    if not near:
        return
    closest = sorted(near, key=_by_weight)[:3]
    weight = _NEAR * (0.6 * closest[0][0] + 0.4 * sum(one for one, _ in closest) / min(3, len(others)))
    if weight > 0.05:
        yield weight, f"it lies near {closest[0][1].name}, which the post names too"


def _by_weight(pair: tuple[float, Candidate]) -> float:
    return -pair[0]


def _in_words(sense: Sense, chosen: Candidate, terms: Iterable[tuple[float, str]]) -> tuple[str, ...]:
    others = len({candidate.place_id for candidate in sense.candidates}) - 1
    said = [why for weight, why in sorted(terms, key=lambda term: -term[0]) if weight > 0.2 and why]
    if not others:
        return ("the only place of this name", *said)
    first = max(sense.candidates, key=lambda candidate: candidate.weight)
    if first.place_id == chosen.place_id:
        return (f"the most spoken of {others + 1} places of this name", *said)
    return (f"one of {others + 1} places of this name", *said)
