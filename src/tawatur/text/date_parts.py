"""What a printed date says, before it is placed in time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tawatur.text.date_calendars import to_day
from tawatur.text.date_times import Clock
from tawatur.text.date_words import GREGORIAN


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of one date; None for each that is not printed."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    calendar: int = GREGORIAN
    weekday: int | None = None
    """ISO number, Monday is 1."""
    days_away: int | None = None
    """Days from the day of writing: -1 for "yesterday"."""
    weekday_shift: int | None = None
    """For a weekday alone: -1 "last", 1 "next", 0 the nearest one that is past or today."""
    ago: tuple[int, int] | None = None
    """Unit (as in UNIT_NUMBERS) and count of "three days ago"."""
    clock: Clock | None = None

    @property
    def is_relative(self) -> bool:
        """True where the words alone, without the day of writing, name no day, month or year."""
        return self.year is None

    def exact_day(self) -> date | None:
        """The Gregorian day, where year, month and day are printed and the calendar has such a day."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return to_day(self.year, self.month, self.day, self.calendar)
