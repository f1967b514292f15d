"""How a printed date is put together, whatever its language: day, month and year in every order, with what is around.

The reader walks over the pieces of a line from left to right. Every pattern looks at a bounded number of pieces, so
the time is linear in the line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tawatur.text.date_calendars import is_year
from tawatur.text.date_numeric import numeric_at
from tawatur.text.date_parts import Parts
from tawatur.text.date_pieces import Pieces
from tawatur.text.date_times import Clock, clock_at
from tawatur.text.date_tokens import MARK, NUMBER, WORD
from tawatur.text.date_words import GREGORIAN, HIJRI, PERSIAN

_DASHES = "-‐‑–—−"
# What may stand between the members of one date: Thursday, 21 Sept 2017 | 10:45
_LOOSE = ",،" + _DASHES + "|/\\(@•·:."
# What may follow the first number of a date; what a first word must be.
_AFTER_NUMBER = _LOOSE + "؍⁄º°ª("
_STARTERS = frozenset(
    ("month", "hijri_month", "persian_month", "weekday", "weekday_short", "relative_day", "ordinal", "shift_before")
    + ("ago_before", "two_units", "number", "unit", "year_cue")
)
_MONTH_ROLES = (("month", GREGORIAN), ("hijri_month", HIJRI), ("persian_month", PERSIAN))


@dataclass(frozen=True, slots=True)
class Read:
    """One date found in a line: the numbers of its first piece and of the first piece after it."""

    first: int
    after: int
    parts: Parts


def read_dates(pieces: Pieces) -> Iterator[Read]:
    """The dates of a line from left to right, none overlapping another; times without a date are left out."""
    at = 0
    while at < pieces.size:
        read = _date_at(pieces, at) if _may_start(pieces, at) else None
        if read is None:
            at += 1
        else:
            yield read
            at = max(read.after, at + 1)


def _may_start(pieces: Pieces, at: int) -> bool:
    """A quick look that spares most words and numbers of prose the patterns."""
    piece = pieces[at]
    if piece.kind == NUMBER:
        after = pieces[at + 1]
        return piece.digits <= 4 and (bool(after.meaning) or (after.kind == MARK and after.text in _AFTER_NUMBER))
    return bool(piece.meaning) and not _STARTERS.isdisjoint(piece.meaning)


def _date_at(pieces: Pieces, at: int) -> Read | None:
    found = _clock_first(pieces, at) or _day_named(pieces, at) or _relative(pieces, at) or _year_alone(pieces, at)
    if found is None:
        return None
    after, parts = found
    return Read(at, after, parts)


def _clock_first(pieces: Pieces, at: int) -> tuple[int, Parts] | None:
    """`10:45 ص، 21 أيلول 2017`."""
    clock = clock_at(pieces, at)
    if clock is None:
        return None
    start = _skip(pieces, clock.end, _LOOSE, ("cue",))
    found = _day_named(pieces, start)
    if found is None or found[1].clock is not None:
        return None
    return found[0], replace(found[1], clock=clock)


def _day_named(pieces: Pieces, at: int) -> tuple[int, Parts] | None:
    """A date with a weekday before or after it, or none, and the time of day that may follow."""
    meaning = pieces[at].meaning
    weekday = meaning.get("weekday", meaning.get("weekday_short"))
    found = None
    if weekday is not None:
        start = _skip(pieces, at + 1, _LOOSE, ("cue",))
        found = _core(pieces, start, weekday)
    if found is not None:
        end, parts = found
        parts = replace(parts, weekday=weekday)
    else:
        found = _core(pieces, at, None)
        if found is None:
            return None
        end, parts = _weekday_behind(pieces, *found)
    end, clock = _clock_behind(pieces, end)
    if clock is not None and parts.year is None:
        end, parts = _year_behind_clock(pieces, end, parts)
    return end, replace(parts, clock=clock)


def _year_behind_clock(pieces: Pieces, end: int, parts: Parts) -> tuple[int, Parts]:
    """`Wed May 20 10:30:00 UTC 2020`, as machines print it."""
    year = pieces[end]
    if year.kind != NUMBER or year.digits != 4 or not is_year(year.value, parts.calendar):
        return end, parts
    whole = replace(parts, year=year.value)
    return (end, parts) if whole.exact_day() is None else (end + 1, whole)


def _core(pieces: Pieces, at: int, weekday: int | None) -> tuple[int, Parts] | None:
    return (
        numeric_at(pieces, at, weekday) or _day_first(pieces, at) or _month_first(pieces, at) or _year_first(pieces, at)
    )


def _weekday_behind(pieces: Pieces, end: int, parts: Parts) -> tuple[int, Parts]:
    """`21 Eylül 2017 Perşembe`, `21/9/2017 (الخميس)`; a weekday that is not the day's own begins something else."""
    bracket = pieces[end].is_mark("(")
    at = end + 1 if pieces[end].is_mark("(,،" + _DASHES) else end
    meaning = pieces[at].meaning
    weekday = meaning.get("weekday", meaning.get("weekday_short") if bracket else None)
    day = parts.exact_day()
    if weekday is None or day is None or day.isoweekday() != weekday:
        return end, parts
    after = at + 2 if bracket and pieces[at + 1].is_mark(")") else at + 1
    return after, replace(parts, weekday=weekday)


def _clock_behind(pieces: Pieces, end: int) -> tuple[int, Clock | None]:
    at = end
    if pieces[at].text in ("T", "t") and pieces.touch(at - 1):
        at += 1
    else:
        at = _skip(pieces, at, _LOOSE, ("time_cue", "cue"))
    clock = clock_at(pieces, at)
    return (end, None) if clock is None else (clock.end, clock)


def _skip(pieces: Pieces, at: int, marks: str, roles: tuple[str, ...]) -> int:
    """The first piece from `at` on that is none of `marks` and plays none of `roles`; at most four are passed."""
    for _ in range(4):
        piece = pieces[at]
        if not (piece.is_mark(marks) or any(role in piece.meaning for role in roles)):
            break
        at += 1
    return at


def _day_at(pieces: Pieces, at: int) -> tuple[int, int] | None:
    """The day of a month: `21`, `21st`, `21.`, `1er`, `fifth`, «الخامس»; with the first piece after it."""
    piece = pieces[at]
    if piece.kind == WORD:
        day = piece.meaning.get("ordinal")
        return None if day is None else (at + 1, day)
    if piece.kind != NUMBER or piece.digits > 2 or not 1 <= piece.value <= 31:
        return None
    if pieces.has(at + 1, "ordinal_suffix") and pieces.touch(at):
        return at + 2, piece.value
    if pieces[at + 1].is_mark("º°ª") and pieces.touch(at):
        return at + 2, piece.value
    return at + 1, piece.value


def _month_at(pieces: Pieces, at: int) -> tuple[int, int, int] | None:
    """First piece after the month's name, its number, its calendar. «أيلول/سبتمبر» and «أيلول (سبتمبر)» are one month."""
    for role, calendar in _MONTH_ROLES:
        month = pieces[at].meaning.get(role)
        if month is None:
            continue
        end = at + 1
        if calendar == GREGORIAN:
            end = _second_name(pieces, end, month)
        if (
            pieces[end].is_mark(".")
            and pieces.touch(end - 1)
            and (pieces[end + 1].kind == NUMBER or pieces[end + 1].is_mark(",،"))
        ):
            end += 1
        return end, month, calendar
    return None


def _second_name(pieces: Pieces, at: int, month: int) -> int:
    bracket = pieces[at].is_mark("(")
    name = at + 1 if bracket or pieces[at].is_mark("/\\|" + _DASHES) else at
    if pieces[name].meaning.get("month") != month:
        return at
    return name + 2 if bracket and pieces[name + 1].is_mark(")") else name + 1


def _year_at(pieces: Pieces, at: int, calendar: int) -> tuple[int, int] | None:
    """The year that follows a month or a day, past a comma, a dash or a small word; with the first piece after it."""
    at = at + 1 if pieces[at].is_mark(",،./" + _DASHES) else at
    at = at + 1 if pieces.has(at, "month_year_glue") or pieces.has(at, "year_cue") else at
    year = pieces[at]
    if year.kind != NUMBER or year.digits != 4 or not is_year(year.value, calendar):
        return None
    end = at + 1
    if pieces.has(end, "year_mark"):
        end += 1
    return end, year.value


def _range_end(pieces: Pieces, at: int) -> int:
    """First piece after the second day of `20-21 September`; `at` itself where there is no second day."""
    if not (pieces[at].is_mark("/" + _DASHES) or pieces.has(at, "range_word")):
        return at
    second = _day_at(pieces, at + 1)
    return at if second is None else second[0]


def _day_first(pieces: Pieces, at: int) -> tuple[int, Parts] | None:
    """`21 September 2017`, `21-Sep-2017`, «5 من نوفمبر», «20-21 أيلول 2017» (two days: only the month is sure)."""
    day = _day_at(pieces, at)
    if day is None:
        return None
    end, number = day
    after_range = _range_end(pieces, end)
    is_range, end = after_range > end, after_range
    if pieces[end].is_mark("./,،" + _DASHES):
        end += 1
    if pieces.has(end, "day_month_glue"):
        end += 1
    month = _month_at(pieces, end)
    if month is None and is_range:
        return None
    if month is None:
        return None
    end, month_number, calendar = month
    return _with_year(pieces, end, None if is_range else number, month_number, calendar)


def _month_first(pieces: Pieces, at: int) -> tuple[int, Parts] | None:
    """`September 21, 2017`, «سبتمبر 21, 2017», `September 2017`."""
    month = _month_at(pieces, at)
    if month is None:
        return None
    end, month_number, calendar = month
    year = _year_at(pieces, end, calendar)
    if year is not None:
        return year[0], Parts(year=year[1], month=month_number, calendar=calendar)
    day = _day_at(pieces, end)
    if day is None or (pieces[end + 1].is_mark(":") and pieces.touch(end)):
        return None
    end, number = day
    after_range = _range_end(pieces, end)
    is_range, end = after_range > end, after_range
    return _with_year(pieces, end, None if is_range else number, month_number, calendar)


def _with_year(pieces: Pieces, end: int, day: int | None, month: int, calendar: int) -> tuple[int, Parts] | None:
    year = _year_at(pieces, end, calendar)
    after, number = (end, None) if year is None else year
    parts = Parts(year=number, month=month, day=day, calendar=calendar)
    if number is None:
        return after, parts
    if day is not None and parts.exact_day() is None:
        return None
    return after, parts


def _year_first(pieces: Pieces, at: int) -> tuple[int, Parts] | None:
    """`2017 September 21`, `2017 أيلول 21`."""
    year = pieces[at]
    if year.kind != NUMBER or year.digits != 4:
        return None
    month = _month_at(pieces, _skip(pieces, at + 1, ",،" + _DASHES, ()))
    if month is None or not is_year(year.value, month[2]):
        return None
    day = _day_at(pieces, _skip(pieces, month[0], _DASHES, ()))
    if day is None:
        return None
    parts = Parts(year=year.value, month=month[1], day=day[1], calendar=month[2])
    return None if parts.exact_day() is None else (day[0], parts)


def _relative(pieces: Pieces, at: int) -> tuple[int, Parts] | None:
    return _day_away(pieces, at) or _weekday_alone(pieces, at) or _ago(pieces, at)


def _day_away(pieces: Pieces, at: int) -> tuple[int, Parts] | None:
    """`yesterday`, «أمس الأربعاء»; «اليوم الخميس 21 أيلول 2017» is the whole date."""
    days = pieces[at].meaning.get("relative_day")
    if days is None:
        return None
    start = _skip(pieces, at + 1, ",،(" + _DASHES, ("cue",))
    whole = _day_named(pieces, start)
    if whole is not None and whole[1].day is not None:
        return whole
    end = start + 1 if pieces.has(start, "weekday") else at + 1
    end, clock = _clock_behind(pieces, end)
    return end, Parts(days_away=days, clock=clock)


def _weekday_alone(pieces: Pieces, at: int) -> tuple[int, Parts] | None:
    """`Tuesday`, `last Tuesday`, «الثلاثاء المقبل»."""
    shift = pieces[at].meaning.get("shift_before")
    name = at if shift is None else at + 1
    weekday = pieces[name].meaning.get("weekday")
    if weekday is None:
        return None
    end = name + 1
    behind = pieces[end].meaning.get("shift_after")
    if behind is not None:
        shift, end = behind, end + 1
    end, clock = _clock_behind(pieces, end)
    return end, Parts(weekday=weekday, weekday_shift=shift or 0, clock=clock)


def _ago(pieces: Pieces, at: int) -> tuple[int, Parts] | None:
    """`3 hours ago`, «منذ ساعتين», «قبل ثلاثة أيام»; not «قبل ثلاثة أيام من ...», which counts from something else."""
    leads = pieces.has(at, "ago_before")
    amount = _amount_at(pieces, at + 1 if leads else at, needs_number=not leads)
    if amount is None:
        return None
    end, unit, count = amount
    if pieces.has(end, "ago_after"):
        end += 1
    elif not leads or pieces.has(end, "ago_not_before"):
        return None
    return end, Parts(ago=(unit, count))


def _amount_at(pieces: Pieces, at: int, *, needs_number: bool) -> tuple[int, int, int] | None:
    """First piece after it, unit and count of `3 hours`, «ثلاثة أيام», «ساعتين», and of a bare unit where allowed."""
    piece = pieces[at]
    two = piece.meaning.get("two_units")
    if two is not None:
        return at + 1, two, 2
    count = piece.value if piece.kind == NUMBER and piece.digits <= 3 else piece.meaning.get("number")
    if count is not None and count > 0:
        unit = pieces[at + 1].meaning.get("unit")
        return None if unit is None else (at + 2, unit, count)
    unit = piece.meaning.get("unit")
    return None if unit is None or needs_number else (at + 1, unit, 1)


def _year_alone(pieces: Pieces, at: int) -> tuple[int, Parts] | None:
    """`in 2014`, «عام 2014», «1439 هـ»: a word says that the number is a year."""
    cue = pieces.has(at, "year_cue")
    year = pieces[at + 1] if cue else pieces[at]
    if year.kind != NUMBER or year.digits != 4:
        return None
    end = at + 2 if cue else at + 1
    calendar = pieces[end].meaning.get("year_mark")
    if calendar is None and not cue:
        return None
    end = end if calendar is None else end + 1
    calendar = calendar or GREGORIAN
    if calendar == GREGORIAN and year.value < 1500:
        return None
    return (end, Parts(year=year.value, calendar=calendar)) if is_year(year.value, calendar) else None
