"""Dates in numbers alone: 2017-09-21, 21/9/2017, 21.09.2017, ۱۳۹۶/۶/۳۰."""

from __future__ import annotations

from tawatur.text.date_calendars import to_day
from tawatur.text.date_parts import Parts
from tawatur.text.date_pieces import Piece, Pieces
from tawatur.text.date_tokens import NUMBER
from tawatur.text.date_words import GREGORIAN, HIJRI, PERSIAN

_SEPARATORS = "-/.‐‑–—−؍⁄\\"
_FIRST_YEAR, _LAST_YEAR = 1800, 2199


def numeric_at(pieces: Pieces, at: int, weekday: int | None) -> tuple[int, Parts] | None:
    """The numeric date that begins at piece `at`, and the number of the first piece after it.

    Day and month that could change places are read day first, as most of the world prints them, unless the printed
    `weekday` agrees with the other reading alone. A year of two digits is read only where a weekday confirms it.
    """
    if not _has_shape(pieces, at):
        return None
    first, middle, last = pieces[at], pieces[at + 2], pieces[at + 4]
    end = at + 5
    mark = pieces[end].meaning.get("year_mark")
    if first.digits == 4:
        parts = _whole(first.value, middle.value, last.value, _calendar(first, mark))
    elif last.digits == 4:
        parts = _day_and_month(first.value, middle.value, last.value, _calendar(last, mark), weekday)
    elif last.digits == 2 and weekday is not None:
        parts = _confirmed(first.value, middle.value, 2000 + last.value, weekday)
    else:
        return None
    if parts is None:
        return None
    return (end + 1 if mark else end), parts


def _has_shape(pieces: Pieces, at: int) -> bool:
    """Three numbers, twice the same separator, evenly spaced, and no further number glued on."""
    separator = pieces[at + 1]
    if not separator.is_mark(_SEPARATORS) or pieces[at + 3].text != separator.text:
        return False
    numbers = (pieces[at], pieces[at + 2], pieces[at + 4])
    if any(piece.kind != NUMBER or piece.digits not in (1, 2, 4) for piece in numbers) or numbers[1].digits > 2:
        return False
    touching = tuple(pieces.touch(at + step) for step in range(4))
    # All touch, all stand apart, or the full stops of ordinals: 20. 5. 2020.
    if touching not in ((True,) * 4, (True, False) * 2 if separator.text == "." else (False,) * 4):
        return False
    return not _is_inside_longer(pieces, at)


def _is_inside_longer(pieces: Pieces, at: int) -> bool:
    """Part of a telephone number, a version or an address on the web."""
    before = pieces[at - 1].is_mark(_SEPARATORS + "=_#") and pieces.touch(at - 1)
    after = pieces[at + 5].is_mark(_SEPARATORS) and pieces.touch(at + 4)
    more = after and pieces[at + 6].kind == NUMBER and pieces.touch(at + 5)
    return before or more or (after and pieces[at + 5].text in "/\\")


def _calendar(year: Piece, mark: int | None) -> int | None:
    if _FIRST_YEAR <= year.value <= _LAST_YEAR:
        return GREGORIAN
    if mark in (HIJRI, PERSIAN):
        return mark
    # Digits of the Persian keyboard: the year of a page from Iran. Else Hijri and Persian years cannot be told apart.
    return PERSIAN if "۰" <= year.text[0] <= "۹" else None


def _whole(year: int, month: int, day: int, calendar: int | None) -> Parts | None:
    if calendar is None or to_day(year, month, day, calendar) is None:
        return None
    return Parts(year=year, month=month, day=day, calendar=calendar)


def _day_and_month(first: int, second: int, year: int, calendar: int | None, weekday: int | None) -> Parts | None:
    day_first = _whole(year, second, first, calendar)
    month_first = _whole(year, first, second, calendar)
    if day_first is None or month_first is None or weekday is None:
        return day_first or month_first
    return month_first if _agrees(month_first, weekday) and not _agrees(day_first, weekday) else day_first


def _confirmed(first: int, second: int, year: int, weekday: int) -> Parts | None:
    readings = (_whole(year, second, first, GREGORIAN), _whole(year, first, second, GREGORIAN))
    return next((parts for parts in readings if parts is not None and _agrees(parts, weekday)), None)


def _agrees(parts: Parts, weekday: int) -> bool:
    day = parts.exact_day()
    return day is not None and day.isoweekday() == weekday
