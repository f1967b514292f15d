"""Days of the calendars that newspapers print: Gregorian, Hijri (Umm al-Qura) and the solar one of Iran."""

from __future__ import annotations

from datetime import date, timedelta

from hijridate import Hijri

from tawatur.text.date_words import GREGORIAN, HIJRI, PERSIAN

_YEARS = {GREGORIAN: (1000, 2199), HIJRI: (1343, 1500), PERSIAN: (1200, 1500)}
# 1 Farvardin 1396 fell on 21 March 2017.
_ANCHOR_YEAR, _ANCHOR_DAY = 1396, date(2017, 3, 21)


def is_year(year: int, calendar: int) -> bool:
    """True where `year` is one that a page of our time can mean in `calendar`; for Hijri, one that can be converted."""
    low, high = _YEARS[calendar]
    return low <= year <= high


def to_day(year: int, month: int, day: int, calendar: int) -> date | None:
    """The Gregorian day; None where the calendar has no such day.

    Hijri days follow the Umm al-Qura tables; a sighting of the moon may put the printed day one off.
    """
    try:
        if calendar == HIJRI:
            return date(*Hijri(year, month, day).to_gregorian().datetuple())
        if calendar == PERSIAN:
            return _persian_day(year, month, day)
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _persian_day(year: int, month: int, day: int) -> date | None:
    if not (1 <= month <= 12 and 1 <= day <= _persian_month_length(year, month)):
        return None
    past_months = sum(_persian_month_length(year, earlier) for earlier in range(1, month))
    return _ANCHOR_DAY + timedelta(days=_persian_new_year(year) + past_months + day - 1)


def _persian_new_year(year: int) -> int:
    """Days from the anchor to the first day of `year`."""
    low, high = sorted((year, _ANCHOR_YEAR))
    days = sum(366 if _is_persian_leap(between) else 365 for between in range(low, high))
    return days if year >= _ANCHOR_YEAR else -days


def _persian_month_length(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or _is_persian_leap(year) else 29


def _is_persian_leap(year: int) -> bool:
    # The cycle of 33 years, which agrees with the observed calendar from 1178 to 1633.
    return (25 * year + 11) % 33 < 8
