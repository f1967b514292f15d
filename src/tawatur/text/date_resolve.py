"""Placing what a date says in time: a value in ISO 8601, no more precise than the words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from tawatur.text.date_calendars import to_day
from tawatur.text.date_parts import Parts
from tawatur.text.date_words import GREGORIAN, UNIT_NUMBERS

_WEEK = UNIT_NUMBERS["week"]
_DAY = UNIT_NUMBERS["day"]
_HOUR = UNIT_NUMBERS["hour"]
_MINUTE = UNIT_NUMBERS["minute"]
# Days in the longest month and the longest year: "two months ago" began at most so long before.
_LONGEST = {_WEEK: 7, UNIT_NUMBERS["month"]: 31, UNIT_NUMBERS["year"]: 366}
_SHORTEST = {_WEEK: 7, UNIT_NUMBERS["month"]: 28, UNIT_NUMBERS["year"]: 365}


@dataclass(frozen=True, slots=True)
class Settled:
    """A date that the words, and the day of writing where they need it, settle."""

    value: str
    precision: Literal["year", "month", "day", "time"]
    is_relative: bool


def resolve(parts: Parts, reference: date | None) -> Settled | None:
    """The value of `parts`; None where they need a day of writing that is not given, or settle nothing."""
    if parts.year is not None:
        return _absolute(parts)
    if reference is None or parts.calendar != GREGORIAN:
        return None
    try:
        return _relative(parts, reference)
    except OverflowError:  # before the year 1 or after 9999
        return None


def _absolute(parts: Parts) -> Settled | None:
    day = parts.exact_day()
    if day is not None:
        return _on(day, parts, is_relative=False)
    if parts.day is not None:
        return None
    if parts.calendar != GREGORIAN:
        return _foreign_span(parts)
    if parts.month is not None:
        return Settled(f"{parts.year:04d}-{parts.month:02d}", "month", False)
    return Settled(f"{parts.year:04d}", "year", False)


def _foreign_span(parts: Parts) -> Settled | None:
    """A month or a year of another calendar lies across ours: only what both its ends share is said."""
    if parts.year is None:
        return None
    first = to_day(parts.year, parts.month or 1, 1, parts.calendar)
    if first is None:
        return None
    last = first + timedelta(days=27 if parts.month else 353)
    return _shared(first, last, is_relative=False)


def _on(day: date, parts: Parts, *, is_relative: bool) -> Settled:
    time = "" if parts.clock is None else parts.clock.iso()
    return Settled(day.isoformat() + time, "time" if time else "day", is_relative)


def _relative(parts: Parts, reference: date) -> Settled | None:
    if parts.days_away is not None:
        return _on(reference + timedelta(days=parts.days_away), parts, is_relative=True)
    if parts.ago is not None:
        return _ago(*parts.ago, reference)
    if parts.weekday_shift is not None and parts.weekday is not None:
        return _on(_weekday_near(parts.weekday, parts.weekday_shift, reference), parts, is_relative=True)
    if parts.month is not None and parts.day is not None:
        day = _nearest_year(parts, reference)
        return None if day is None else _on(day, parts, is_relative=True)
    return None


def _weekday_near(weekday: int, shift: int, reference: date) -> date:
    """The last such day up to the day of writing; before it for "last", after it for "next"."""
    back = (reference.isoweekday() - weekday) % 7
    if shift < 0:
        return reference - timedelta(days=back or 7)
    if shift > 0:
        return reference + timedelta(days=7 - back)
    return reference - timedelta(days=back)


def _nearest_year(parts: Parts, reference: date) -> date | None:
    """A day without its year: in the year that brings it nearest to the day of writing and fits the weekday, if any."""
    years = (
        range(reference.year - 3, reference.year + 2)
        if parts.weekday
        else range(reference.year - 1, reference.year + 2)
    )
    days = [to_day(year, parts.month or 0, parts.day or 0, GREGORIAN) for year in years]
    fitting = [day for day in days if day is not None and parts.weekday in (None, day.isoweekday())]
    return min(fitting, key=lambda day: abs((day - reference).days), default=None)


def _ago(unit: int, count: int, reference: date) -> Settled | None:
    if unit in (_MINUTE, _HOUR):
        hours = count if unit == _HOUR else count // 60
        return Settled((reference - timedelta(hours=hours // 24 * 24)).isoformat(), "day", True)
    if unit == _DAY:
        return Settled((reference - timedelta(days=count)).isoformat(), "day", True)
    # "Two weeks ago" is anything from two to just under three: only what the whole stretch shares is said.
    first = reference - timedelta(days=(count + 1) * _LONGEST[unit] - 1)
    last = reference - timedelta(days=count * _SHORTEST[unit])
    return _shared(first, last, is_relative=True)


def _shared(first: date, last: date, *, is_relative: bool) -> Settled | None:
    if first.year != last.year:
        return None
    if first.month != last.month:
        return Settled(f"{first.year:04d}", "year", is_relative)
    return Settled(f"{first.year:04d}-{first.month:02d}", "month", is_relative)
