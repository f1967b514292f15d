"""Whether two reports agree in a slot: what can both be true is no conflict."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

from tawatur.corroborate.filler import At, Filler

# "About 200" and 214 are one number; so are 198 and 200 where one of them is round.
_ABOUT = 0.15
_ROUNDED = 0.05
# Places this near are told for each other.
_NEIGHBOURS_KM = 30.0
_KM_PER_DEGREE = 111.2
# More values than these in one slot are no comparison that anybody reads.
_MOST_VALUES = 200
# Countries, sides and names are compared apart: whoever is of one country is no longer of another.
_SORTS = ("c:", "s:", "x:")


def differ(a: Filler, b: Filler) -> bool:
    """True where the two cannot both hold."""
    if a.slot != b.slot or a.topic != b.topic:
        return False
    if a.slot == "number":
        return not _numbers_agree(a, b)
    if a.slot == "time":
        return not _days_agree(a, b)
    if a.slot == "actor":
        return _actors_differ(a.keys, b.keys)
    if a.country != b.country and None not in (a.country, b.country):
        # Reports of one happening that name towns of two countries: one was taken for its namesake.
        return False
    if a.at is not None and b.at is not None:
        return not a.keys & b.keys and far_apart(a.at, b.at)
    return not a.keys & b.keys


def far_apart(a: At, b: At) -> bool:
    """True where two places cannot be the same ground: one may be a part of the other, or its neighbour."""
    (lat, lon, radius), (other_lat, other_lon, other_radius) = a, b
    if lat is None or lon is None or other_lat is None or other_lon is None:
        return False
    north = (lat - other_lat) * _KM_PER_DEGREE
    east = (lon - other_lon) * _KM_PER_DEGREE * math.cos(math.radians((lat + other_lat) / 2))
    return math.hypot(north, east) > (radius or 0.0) + (other_radius or 0.0) + _NEIGHBOURS_KM


def _numbers_agree(a: Filler, b: Filler) -> bool:
    low = max(_least(a), _least(b))
    high = min(_most(a), _most(b))
    if low <= high:
        return True
    # Both exact: one may be the other, rounded.
    one, other = (a.low or a.high or 0.0), (b.low or b.high or 0.0)
    small, large = sorted((one, other))
    return _is_round(small, large) and large - small <= _ROUNDED * large


def _is_round(one: float, other: float) -> bool:
    """True where one of the two is a rounder number than the other: it ends in more noughts."""
    return (
        _noughts(one) >= 2
        and _noughts(one) > _noughts(other)
        or _noughts(other) >= 2
        and _noughts(other) > _noughts(one)
    )


def _noughts(number: float) -> int:
    figures = str(int(number))
    return len(figures) - len(figures.rstrip("0"))


def _least(one: Filler) -> float:
    if one.low is None:
        return 0.0
    return one.low * (1 - _ABOUT) if _is_about(one) else one.low


def _most(one: Filler) -> float:
    if one.high is None:
        return float("inf")
    return one.high * (1 + _ABOUT) if _is_about(one) else one.high


def _is_about(one: Filler) -> bool:
    return "about" in one.keys


def _days_agree(a: Filler, b: Filler) -> bool:
    """A month holds its days, a day its hours: the shorter value is the beginning of the longer.

    "Sunday" may be the last or the next one: without a figure the day of the week alone is compared.
    """
    if any(one.startswith(other) or other.startswith(one) for one in a.keys for other in b.keys):
        return True
    loose = not any(letter.isdigit() for letter in a.text) or not any(letter.isdigit() for letter in b.text)
    return loose and bool(_weekdays(a) & _weekdays(b))


def _weekdays(one: Filler) -> set[int]:
    return {date.fromisoformat(key[:10]).weekday() for key in one.keys if len(key) >= len("2021-02-09")}


def _actors_differ(a: frozenset[str], b: frozenset[str]) -> bool:
    for sort in _SORTS:
        of_a = {key for key in a if key.startswith(sort)}
        of_b = {key for key in b if key.startswith(sort)}
        if of_a and of_b and not of_a & of_b:
            return True
    return False


def parted(fillers: Sequence[Filler]) -> list[list[int]]:
    """The numbers of `fillers` in groups that agree among themselves, in the order of their first.

    One that shares a key with a group goes there; one that contradicts no group but shares with none joins the only
    group it can belong to, and where there are several stands alone: nobody can say which it means. Time is quadratic
    in the values that differ, linear in how often each is told.
    """
    told: dict[tuple[object, ...], list[int]] = {}
    for number, filler in enumerate(fillers):
        told.setdefault((filler.slot, filler.topic, filler.keys, filler.low, filler.high, filler.at), []).append(number)
    alike = list(told.values())
    groups = _parted([fillers[numbers[0]] for numbers in alike[:_MOST_VALUES]])
    return sorted(sorted(number for place in group for number in alike[place]) for group in groups)


def _parted(fillers: Sequence[Filler]) -> list[list[int]]:
    groups: list[list[int]] = []
    open_: list[int] = []
    for number, filler in enumerate(fillers):
        fitting = [group for group in groups if not any(differ(filler, fillers[other]) for other in group)]
        sharing = [group for group in fitting if any(_shares(filler, fillers[other]) for other in group)]
        if sharing:
            sharing[0].append(number)
        elif len(fitting) < len(groups) or not groups:
            groups.append([number])
        else:
            open_.append(number)
    for number in open_:
        fitting = [group for group in groups if not any(differ(fillers[number], fillers[other]) for other in group)]
        if len(fitting) == 1 or (fitting and len(groups) == 1):
            fitting[0].append(number)
        else:
            groups.append([number])
    return [sorted(group) for group in groups]


def _shares(a: Filler, b: Filler) -> bool:
    return bool(a.keys & b.keys) if a.slot in ("actor", "place", "polarity") else not differ(a, b)
