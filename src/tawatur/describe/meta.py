"""Lines above and below a body that say who, where and when, and the habits of a page that settle unclear ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tawatur.describe.segments import Parts, Segment, is_short, take_apart
from tawatur.text.captions import caption_likeness
from tawatur.text.lines import Line
from tawatur.text.matchers import matchers
from tawatur.text.words import words_of

Settled = Literal["name", "outlet", "place", "none"]
Zone = Literal["head", "tail"]
SURE_CAPTION = 0.6
# Where no neighbour on the page settles it, so much must speak for a name or an outlet that stands alone on its line.
_ALONE_NAME, _ALONE_OUTLET = 0.7, 0.6
_BESIDE_DATE_OUTLET = 0.4
_SIGNED_OUTLET = 0.3


@dataclass(frozen=True, slots=True)
class MetaLine:
    """A line that is nothing but names, dates and labels. `key` says where and in what shape such a line stands."""

    line: Line
    parts: Parts
    key: str


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
            found.append(MetaLine(line, parts, f"{zone}:{beside}{shapes[number]}"))
    return found


def habits_of(pages_lines: Iterable[Sequence[MetaLine]]) -> Habits:
    """What stands where on this page, by the lines that leave no doubt; only where they agree."""
    votes: dict[tuple[str, int], Counter[Settled]] = {}
    for lines in pages_lines:
        for meta in lines:
            for place, segment in enumerate(meta.parts.segments):
                if segment.role == "name" and not segment.marked and segment.outlet < 0.3:
                    votes.setdefault((meta.key, place), Counter())["name"] += 1
                elif segment.role == "outlet":
                    votes.setdefault((meta.key, place), Counter())["outlet"] += 1
    habits: dict[tuple[str, int], Settled] = {}
    for where, counts in votes.items():
        (first, most), *rest = counts.most_common()
        if not rest or most >= 3 * rest[0][1]:
            habits[where] = first
    return habits


def settle(meta: MetaLine, habits: Habits) -> Iterator[tuple[Segment, Settled]]:
    """Each segment of the line that is a name or an outlet, and which of both; places and labels are left out."""
    segments = meta.parts.segments
    has_outlet = any(segment.role == "outlet" for segment in segments)
    has_name = any(segment.role == "name" for segment in segments)
    has_date = any(segment.role == "date" for segment in segments)
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
            settled = habits.get((meta.key, place), "none")
            if settled == "none" and not is_place(segment.text):
                # Below a body a sure name with one more beside it is a signature: who wrote, and for whom.
                signs = has_name and len(segments) == 2 and meta.key.startswith("tail:") and segment.outlet >= _SIGNED_OUTLET
                settled = "outlet" if signs else _by_itself(segment, alone=len(segments) == 1, has_date=has_date)
            settled = "none" if settled == "outlet" and has_outlet or settled == "name" and has_name else settled
        else:
            continue
        if settled in ("name", "outlet"):
            has_outlet, has_name = has_outlet or settled == "outlet", has_name or settled == "name"
            yield segment, settled


def is_place(text: str) -> bool:
    """True for a town or country that bylines are dated from."""
    return matchers().phrases_of("bylines.places").whole(words_of(text, 6))


def _by_itself(segment: Segment, *, alone: bool, has_date: bool) -> Settled:
    """What an unclear name is where the page has no habit to go by."""
    if alone:
        if segment.name >= _ALONE_NAME:
            return "name"
        return "outlet" if segment.outlet >= _ALONE_OUTLET else "none"
    if has_date and segment.outlet >= _BESIDE_DATE_OUTLET and segment.outlet > segment.name:
        return "outlet"
    return "name" if segment.name >= _ALONE_NAME else "none"


def _may_be_meta(parts: Parts) -> bool:
    """Dates, names and labels, and at most short words besides; never words alone."""
    others = parts.of("other")
    if any(not is_short(segment.text) for segment in others) or len(others) > 2:
        return False
    sure = parts.of("date", "name", "outlet")
    if len(parts.segments) == 1:
        return bool(sure) or bool(parts.of("party"))
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
