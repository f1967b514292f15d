"""Lines above and below a body that say who, where and when, and the habits of a page that settle unclear ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tawatur.describe.segments import Parts, Segment, is_place, is_short, take_apart
from tawatur.text.captions import caption_likeness
from tawatur.text.lines import Line

Settled = Literal["name", "outlet", "place", "none"]
Zone = Literal["head", "tail"]
SURE_CAPTION = 0.6
# Where no neighbour on the page settles it, so much must speak for a name or an outlet that stands alone on its line.
_ALONE_NAME, _ALONE_OUTLET = 0.7, 0.6
_BESIDE_DATE_OUTLET = 0.4
_SIGNED_OUTLET = 0.3
# Two words that no list holds, in the head: 0.5 with capitals, 0.42 in letters without; see `name_likeness`.
_UNKNOWN_NAME, _UNKNOWN_CASED_NAME = 0.42, 0.5
LEAST_UNCLEAR = 2
_NO_MARKS = str.maketrans("", "", " ,،")
# What stands on a line of the same shape elsewhere among its neighbours is a habit from the second time on.
LEAST_VOTES = 2
_LEANING_NAME, _LEANING_OUTLET = 0.4, 0.35


@dataclass(frozen=True, slots=True)
class MetaLine:
    """A line that is nothing but names, dates and labels. `keys` say where and in what shape such a line stands."""

    line: Line
    parts: Parts
    keys: tuple[str, ...]
    """From the closest look to the widest: with the script, with what stands above and below, by the shape alone."""
    zone: Zone
    below: Parts | None
    """The line below it, where it may say who, where and when as well."""


Habits = Mapping[tuple[str, int], Settled]
"""For a kind of line and the place of a segment in it: what stood there, surely, on other posts of the page."""


def meta_lines(lines: Sequence[Line], zone: Zone, reference: date | None) -> list[MetaLine]:
    """The lines of a zone that may say who, where and when; prose and captions are left out."""
    taken = [None if _is_caption(line) else take_apart(line.text, reference) for line in lines]
    shapes = [parts.shape if parts is not None and _may_be_meta(parts) else "" for parts in taken]
    found = []
    for number, (line, parts) in enumerate(zip(lines, taken, strict=True)):
        if parts is not None and shapes[number]:
            beside = _beside(shapes, number) if shapes[number] == "X" else ""
            close, wide = f"{zone}:{beside}{shapes[number]}", f"{zone}:{shapes[number]}"
            below = taken[number + 1] if number + 1 < len(taken) else None
            cased = "cased" if any(sign.isupper() for sign in line.text) else "uncased"
            found.append(
                MetaLine(
                    line, parts, tuple(dict.fromkeys((f"{cased} {close}", close, f"{cased} {wide}", wide))), zone, below
                )
            )
    return found


def habits_of(pages_lines: Iterable[Sequence[MetaLine]]) -> Habits:
    """What stands where on this page, by the lines that leave no doubt; only where they agree."""
    votes: dict[tuple[str, int], Counter[Settled]] = {}
    unclear: dict[tuple[str, int], list[Segment]] = {}
    wide: set[str] = set()
    for lines in pages_lines:
        for meta in lines:
            for place, segment in enumerate(meta.parts.segments):
                wide.update(meta.keys[2:])
                for key in meta.keys:
                    if segment.role == "name" and not segment.marked and segment.outlet < 0.3:
                        votes.setdefault((key, place), Counter())["name"] += 1
                    elif segment.role == "outlet":
                        votes.setdefault((key, place), Counter())["outlet"] += 1
                    elif segment.role in ("party", "other"):
                        unclear.setdefault((key, place), []).append(segment)
    habits: dict[tuple[str, int], Settled] = {}
    for where, counts in votes.items():
        (first, most), *rest = counts.most_common()
        enough = LEAST_VOTES if where[0] in wide else 1
        if most >= enough and (not rest or most >= 3 * rest[0][1]):
            habits[where] = first
    for where, segments in unclear.items():
        if where not in votes and (leaning := _leaning(segments)) is not None:
            habits[where] = leaning
    return habits


def _leaning(segments: Sequence[Segment]) -> Settled | None:
    """What segments that stand in the same place of several posts, none of them sure, are by all they show together."""
    if len({segment.text for segment in segments}) < LEAST_UNCLEAR:
        return None
    if sum(segment.role == "other" or is_place(segment.text) for segment in segments) * 3 > len(segments):
        return None
    name = sum(segment.name for segment in segments) / len(segments)
    outlet = sum(segment.outlet for segment in segments) / len(segments)
    if name >= _LEANING_NAME and name >= outlet:
        return "name"
    return "outlet" if outlet >= _LEANING_OUTLET and outlet > name + 0.1 else None


def settle(meta: MetaLine, habits: Habits) -> Iterator[tuple[Segment, Settled]]:
    """Each segment of the line that is a name or an outlet, and which of both; places and labels are left out."""
    segments = meta.parts.segments
    pair = _pair(meta, habits)
    has_outlet = any(segment.role == "outlet" for segment in segments)
    has_name = any(segment.role == "name" for segment in segments)
    has_date = any(segment.role == "date" for segment in segments)
    others = [segment for segment in segments if segment.role != "date"]
    unknown_before = False
    for place, segment in enumerate(segments):
        if segment.role == "other":
            unknown_before = True
        if unknown_before and segment.role in ("name", "party") and not segment.marked:
            # Words that say who somebody is, then the name: a person of the story, not its author.
            continue
        if segment.role in ("name", "outlet"):
            settled: Settled = "name" if segment.role == "name" else "outlet"
        elif segment.role == "party":
            settled = pair.get(place) or _habit(habits, meta, place)
            if settled == "none" and not is_place(segment.text):
                # A sure name with one more beside it: who wrote, and for whom.
                signs = has_name and len(others) == 2 and segment.outlet >= _SIGNED_OUTLET and _signs(meta, segment)
                beside = has_date or (has_outlet and len(others) == 2)
                settled = "outlet" if signs else _by_itself(segment, meta, alone=len(segments) == 1, beside=beside)
            settled = "none" if settled == "outlet" and has_outlet or settled == "name" and has_name else settled
        else:
            continue
        if settled in ("name", "outlet"):
            has_outlet, has_name = has_outlet or settled == "outlet", has_name or settled == "name"
            yield segment, settled


def _habit(habits: Habits, meta: MetaLine, place: int) -> Settled:
    """The habit of the page for this place of such a line, the closest look first."""
    return next((habits[key, place] for key in meta.keys if (key, place) in habits), "none")


def opens_report(meta: MetaLine) -> bool:
    """Town, day, agency and no mark between them, as reports open: «نجران 10 أغسطس 2015 م واس»."""
    roles = [segment.role for segment in meta.parts.segments]
    if (
        len(roles) < 3
        or roles[0] not in ("section", "other", "party")
        or roles[-1] != "outlet"
        or "date" not in roles[1:-1]
    ):
        return False
    return meta.parts.shape.translate(_NO_MARKS).isalpha()


def _pair(meta: MetaLine, habits: Habits) -> dict[int, Settled]:
    """Two unclear names beside each other, for which the page has one and the same habit: the likelier author is it."""
    places = [place for place, segment in enumerate(meta.parts.segments) if segment.role in ("party", "name", "outlet")]
    if len(places) != 2 or any(meta.parts.segments[place].role != "party" for place in places):
        return {}
    first, second = (meta.parts.segments[place] for place in places)
    if any(is_place(segment.text) for segment in (first, second)):
        return {}
    kept = [_habit(habits, meta, place) for place in places]
    if "none" not in kept and kept[0] != kept[1]:
        return {}
    if kept == ["name", "none"] or kept == ["none", "outlet"]:
        return {places[0]: "name", places[1]: "outlet"}
    if kept == ["outlet", "none"] or kept == ["none", "name"]:
        return {places[0]: "outlet", places[1]: "name"}
    leads = (first.name - first.outlet) - (second.name - second.outlet)
    if abs(leads) < 0.1 or max(first.name, second.name) < _UNKNOWN_NAME:
        return {}
    return {places[0]: "name", places[1]: "outlet"} if leads > 0 else {places[0]: "outlet", places[1]: "name"}


def _signs(meta: MetaLine, segment: Segment) -> bool:
    """Below a body always; above it one small word behind a comma may be a town as soon as an outlet."""
    if meta.zone == "tail":
        return True
    before = meta.line.text[: segment.span.start].rstrip()
    return not before.endswith((",", "،")) or not is_short(segment.text) or " " in segment.text


def _by_itself(segment: Segment, meta: MetaLine, *, alone: bool, beside: bool) -> Settled:
    """What an unclear name is where the page has no habit to go by; `beside`: a date or an outlet is on its line."""
    if alone:
        signs = meta.zone == "head" or (
            meta.below is not None and [one.role for one in meta.below.segments] == ["outlet"]
        )
        if segment.name >= (_unknown_name(segment) if signs else _ALONE_NAME):
            return "name"
        bracketed = meta.zone == "tail" and meta.line.text[0] in "([" and segment.outlet >= _BESIDE_DATE_OUTLET
        return "outlet" if bracketed or segment.outlet >= _ALONE_OUTLET else "none"
    if beside and segment.outlet >= _BESIDE_DATE_OUTLET and segment.outlet > segment.name:
        return "outlet"
    return "name" if segment.name >= (_unknown_name(segment) if beside else _ALONE_NAME) else "none"


def _unknown_name(segment: Segment) -> float:
    """What words that no list holds must reach to be a name by their place: capitals say more than letters without."""
    return _UNKNOWN_CASED_NAME if any(sign.isupper() for sign in segment.text) else _UNKNOWN_NAME


def _may_be_meta(parts: Parts) -> bool:
    """Dates, names and labels, and at most short words besides; never words alone."""
    others = parts.of("other")
    if any(not is_short(segment.text) for segment in others) or len(others) > 2:
        return False
    sure = parts.of("date", "name", "outlet")
    if len(parts.segments) == 1:
        return bool(sure) or bool(parts.of("party"))
    if not sure and len(parts.segments) == 2 and not others:
        # Two unknown names and nothing else: who wrote and for whom, if one of them can be a person.
        return len(parts.of("party")) == 2 and any(segment.name >= _unknown_name(segment) for segment in parts.segments)
    return bool(sure) and len(others) <= len(parts.segments) / 2


def _is_caption(line: Line) -> bool:
    return caption_likeness(line.text) >= SURE_CAPTION


def _beside(shapes: Sequence[str], number: int) -> str:
    """What stands above and below a bare name: a date above it is another habit than a date below."""
    above = shapes[number - 1] if number else "^"
    below = shapes[number + 1] if number + 1 < len(shapes) else "$"
    return f"({_plain(above)}_{_plain(below)})"


def _plain(shape: str) -> str:
    return shape if shape in ("D", "X", "^", "$", "B") else "?"
