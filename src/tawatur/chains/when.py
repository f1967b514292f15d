"""Dates with the precision they were printed with, and which of two lies before the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta

_DATE = re.compile(
    r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*(Z|[+-]\d\d:?\d\d)?)?)?)?$"
)
# Two clocks, one of an unknown zone: neighbouring countries differ by up to so much.
_ZONE_DOUBT = timedelta(hours=3)
# An outlet that renews the date of a post when it touches it up does so within this.
_RENEWED = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of local time, and how far that is from UTC where the text says so."""

    low: datetime
    high: datetime
    offset: timedelta | None
    is_time: bool


def read_when(published: str | None) -> When | None:
    """`published` as a stretch of time: a year, a month, a day, a minute or a second. None where it is no date."""
    found = _DATE.match(published.strip()) if published else None
    if found is None:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        low = datetime(int(year), int(month or 1), int(day or 1), int(hour or 0), int(minute or 0), int(second or 0))
        if second is not None:
            high = low + timedelta(seconds=1)
        elif minute is not None:
            high = low + timedelta(minutes=1)
        elif day is not None:
            high = low + timedelta(days=1)
        elif month is not None:
            high = datetime(low.year + (low.month == 12), low.month % 12 + 1, 1)
        else:
            high = datetime(low.year + 1, 1, 1)
    except (ValueError, OverflowError):
        return None
    return When(low, high, _offset(zone), hour is not None)


def _offset(zone: str | None) -> timedelta | None:
    if zone is None:
        return None
    if zone == "Z":
        return timedelta(0)
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return timedelta(minutes=-minutes if zone[0] == "-" else minutes)


def gap(first: When, then: When) -> timedelta | None:
    """How long after `first` is over `then` begins; None where that is not sure. Zero: at once."""
    if first.is_time and then.is_time and first.offset is not None and then.offset is not None:
        between = (then.low - then.offset) - (first.high - first.offset)
        doubt = timedelta(0)
    else:
        between = then.low - first.high
        one_zone = (first.offset is None) != (then.offset is None)
        doubt = _ZONE_DOUBT if first.is_time and then.is_time and one_zone else timedelta(0)
    return between if between >= doubt else None


def is_far(between: timedelta) -> bool:
    """True where renewing a post's date does not explain the gap."""
    return between > _RENEWED
