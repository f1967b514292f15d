"""Dates in running text and on lines of their own, in every language we have tables for.

    find_dates("صدر في 21 أيلول/سبتمبر 2017")      -> 2017-09-21
    find_dates("3 hours ago", reference=page_day)  -> the page's day, marked as relative

The words are data: `languages/*/dates.yaml`. Time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from tawatur.model import Span
from tawatur.text.date_grammar import Read, read_dates
from tawatur.text.date_pieces import Pieces
from tawatur.text.date_resolve import resolve
from tawatur.text.date_times import clock_at
from tawatur.text.date_words import GREGORIAN, HIJRI

Precision = Literal["year", "month", "day", "time"]
Calendar = Literal["gregorian", "hijri", "persian"]

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
# Longer lines are read in pieces of this many characters; each piece may run on by the length of a long date.
_STRIDE, _OVERLAP = 8192, 256
_LONGEST_DATE_LINE = 160
# Texts up to this length are remembered with their dates.
_SHORT = 200


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date as printed. `span` is in code points of the text that was searched."""

    span: Span
    value: str
    """ISO 8601, as precise as printed: `2017`, `2017-09`, `2017-09-21`; a time only where its zone is printed."""
    precision: Precision
    relative: bool
    """True where the day was worked out from `reference`: "yesterday", "Tuesday", "21 September" without a year."""
    calendar: Calendar


def find_dates(text: str, *, reference: date | None = None) -> list[DateMention]:
    """The dates that `text` prints, in order, none overlapping another.

    Args:
        text: any amount of text, in any mix of languages. A date does not run over a line end.
        reference: the day of writing. Without it, words that count from it ("yesterday", "21 September") are left out.
    Returns: only dates that the words settle. Hijri days follow the Umm al-Qura tables and may be one day off.
    """
    return list(_remembered(text, reference)) if len(text) <= _SHORT else _find(text, reference)


@lru_cache(maxsize=1 << 12)
def _remembered(text: str, reference: date | None) -> tuple[DateMention, ...]:
    """The dates of a short line: several rooms ask for those of the same lines."""
    return tuple(_find(text, reference))


def _find(text: str, reference: date | None) -> list[DateMention]:
    found = []
    for start, pieces, reads in _read(text):
        for read in reads:
            settled = resolve(read.parts, reference)
            if settled is not None:
                span = Span(start + pieces[read.first].start, start + pieces[read.after - 1].end)
                found.append(DateMention(span, settled.value, settled.precision, settled.is_relative, _calendar(read)))
    return found


def date_spans(line: str) -> list[Span]:
    """Where `line` prints dates, those too that need a day of writing to be settled ("Dec 20", "Tuesday")."""
    return [
        Span(start + pieces[read.first].start, start + pieces[read.after - 1].end)
        for start, pieces, reads in _read(line)
        for read in reads
    ]


def date_share(line: str) -> float:
    """How much of a line's letters and digits belongs to dates, times and weekdays, 0 to 1; 1.0: it is only a date.

    Always 0.0 for a line of more than 160 characters: whatever it is, it is no line of a date.
    """
    return _share(line) if len(line) <= _LONGEST_DATE_LINE else 0.0


@lru_cache(maxsize=1 << 12)
def _share(line: str) -> float:
    total = _weight(line)
    if not total:
        return 0.0
    covered = 0
    for _, pieces, reads in _read(line):
        taken = _taken(pieces, reads)
        covered += sum(_weight(pieces[at].text) for at in taken)
    return min(1.0, covered / total)


def _read(text: str) -> Iterator[tuple[int, Pieces, list[Read]]]:
    """Where each stretch of the text starts, its pieces, and the dates that begin in it."""
    for line in _LINE.finditer(text):
        start, end = line.span()
        while start < end:
            stop = min(end, start + _STRIDE)
            pieces = Pieces(text[start : min(end, stop + _OVERLAP)])
            reads = [read for read in read_dates(pieces) if start + pieces[read.first].start < stop]
            yield start, pieces, reads
            # The next stretch begins where the last date ended, so that no part of it is read twice.
            start = max(stop, start + pieces[reads[-1].after - 1].end) if reads else stop


def _taken(pieces: Pieces, reads: list[Read]) -> set[int]:
    """The pieces of dates, of the small words before them, and of times that stand alone."""
    taken: set[int] = set()
    for read in reads:
        first = read.first
        while first > 0 and (pieces.has(first - 1, "cue") or pieces.has(first - 1, "time_cue")):
            first -= 1
        taken.update(range(first, read.after))
    at = 0
    while at < pieces.size:
        clock = None if at in taken else clock_at(pieces, at)
        if clock is None:
            at += 1
            continue
        cue = pieces.has(at - 1, "time_cue")
        taken.update(range(at - 1 if cue else at, clock.end))
        at = clock.end
    return taken


def _weight(text: str) -> int:
    return sum(map(str.isalnum, text))


def _calendar(read: Read) -> Calendar:
    if read.parts.calendar == GREGORIAN:
        return "gregorian"
    return "hijri" if read.parts.calendar == HIJRI else "persian"
