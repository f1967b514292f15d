"""The time of day beside a date: "10:45 ص", "4:12 PM GMT", "14h30", "T10:45:00+03:00"."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.text.date_pieces import Pieces
from tawatur.text.date_tokens import NUMBER


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as printed; `end` is the number of the first piece after it."""

    end: int
    hour: int
    minute: int
    second: int | None
    zone: int | None
    """Minutes east of Greenwich; None where the page does not say."""

    def iso(self) -> str:
        """`T10:45+03:00`; empty where no zone is printed, because a time without one is no instant."""
        if self.zone is None:
            return ""
        second = "" if self.second is None else f":{self.second:02d}"
        sign = "-" if self.zone < 0 else "+"
        hours, minutes = divmod(abs(self.zone), 60)
        return f"T{self.hour:02d}:{self.minute:02d}{second}{sign}{hours:02d}:{minutes:02d}"


def clock_at(pieces: Pieces, at: int) -> Clock | None:
    """The time of day that begins at piece `at`, with its half of the day and its zone."""
    hour = pieces[at]
    if hour.kind != NUMBER or hour.digits > 2 or hour.value > 24:
        return None
    read = _with_colons(pieces, at) or _with_mark(pieces, at)
    if read is None:
        return None
    end, minute, second = read
    if minute > 59 or (second or 0) > 59:
        return None
    if pieces.has(end, "hour_mark"):
        end += 1
    end, half = _half_of_day(pieces, end)
    value = _on_24_hours(hour.value, half)
    if value is None:
        return None
    end, zone = _zone_at(pieces, end)
    return Clock(end, value, minute, second, zone)


def _with_colons(pieces: Pieces, at: int) -> tuple[int, int, int | None] | None:
    """`10:45`, `10:45:30`, `10:45:30.250`."""
    if not (
        pieces[at + 1].is_mark(":") and _is_two_digits(pieces, at + 2) and pieces.touch(at) and pieces.touch(at + 1)
    ):
        return None
    minute = pieces[at + 2].value
    if not (pieces[at + 3].is_mark(":") and _is_two_digits(pieces, at + 4) and pieces.touch(at + 3)):
        return at + 3, minute, None
    end = at + 5
    if pieces[end].is_mark(".,") and pieces[end + 1].kind == NUMBER and pieces.touch(at + 4) and pieces.touch(end):
        end += 2
    return end, minute, pieces[at + 4].value


def _with_mark(pieces: Pieces, at: int) -> tuple[int, int, int | None] | None:
    """`10.45 am`, `14h30`, `14 Uhr`, `10 am`: a word must say that it is a time."""
    after = pieces[at + 1]
    if after.is_mark(".") and _is_two_digits(pieces, at + 2) and pieces.has(at + 3, "meridiem"):
        return at + 3, pieces[at + 2].value, None
    if "hour_mark" in after.meaning:
        if pieces.touch(at) and _is_two_digits(pieces, at + 2) and pieces.touch(at + 1):
            return at + 3, pieces[at + 2].value, None
        return at + 2, 0, None
    # A single letter after a bare number is more often a unit: «5 م» is five metres.
    if "meridiem" in after.meaning and len(after.text) > 1:
        return at + 1, 0, None
    return None


def _is_two_digits(pieces: Pieces, at: int) -> bool:
    return pieces[at].kind == NUMBER and pieces[at].digits == 2


def _half_of_day(pieces: Pieces, at: int) -> tuple[int, int | None]:
    half = pieces[at].meaning.get("meridiem")
    return (at, None) if half is None else (at + 1, half)


def _on_24_hours(hour: int, half: int | None) -> int | None:
    if half is None:
        return hour if hour < 24 else None
    if hour > 12:
        return hour if half == 12 and hour < 24 else None
    return hour % 12 + half


def _zone_at(pieces: Pieces, at: int) -> tuple[int, int | None]:
    """Where the zone ends and its minutes east; words in brackets and plain offsets are read."""
    open_bracket = pieces[at].is_mark("([")
    inside = at + 1 if open_bracket else at
    zone = pieces[inside].meaning.get("zone")
    if zone is not None:
        end, more = _offset_at(pieces, inside + 1)
        end, zone = (end, more) if more is not None else (inside + 1, zone)
    elif pieces.has(inside, "zone_unknown"):
        end = inside + 1
    else:
        end, zone = _offset_at(pieces, at)
        return end, zone
    if open_bracket and pieces[end].is_mark(")]"):
        end += 1
    return end, zone


def _offset_at(pieces: Pieces, at: int) -> tuple[int, int | None]:
    """`+3`, `+03`, `+0300`, `-03:30`, where the sign touches its number and does not begin another date."""
    sign, number = pieces[at], pieces[at + 1]
    if not (sign.is_mark("+-−") and number.kind == NUMBER and pieces.touch(at)):
        return at, None
    minus = sign.text != "+"
    if minus and number.digits != 4 and not pieces.touch(at - 1):
        return at, None
    if number.digits == 4:
        hours, minutes, end = number.value // 100, number.value % 100, at + 2
    elif number.digits <= 2:
        hours, minutes, end = number.value, 0, at + 2
        if pieces[end].is_mark(":") and _is_two_digits(pieces, end + 1):
            minutes, end = pieces[end + 1].value, end + 2
    else:
        return at, None
    if hours > 14 or minutes > 59:
        return at, None
    offset = hours * 60 + minutes
    return end, -offset if minus else offset
