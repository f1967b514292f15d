"""Times as feeds write them, with the zone they were written in."""

from __future__ import annotations

import re
from calendar import timegm
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from time import struct_time

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def iso_of(written: object, parsed: object = None) -> str | None:
    """ISO 8601 of a time in RFC 822 or ISO form, as precise as written and in its own zone.

    `parsed` is another reader's UTC reading of the same words: taken where they are in neither form, and where
    ours differs from it (another reader that knows an odd form knows better). None where there is neither.
    """
    utc = _of_struct(parsed)
    own = _read(written) if isinstance(written, str) else None
    if own is None:
        return utc.isoformat() if utc is not None else None
    if isinstance(own, str) or utc is None:
        return own if isinstance(own, str) else own.isoformat()
    zoned = own if own.tzinfo is not None else own.replace(tzinfo=UTC)
    return own.isoformat() if abs((zoned - utc).total_seconds()) < 1 else utc.isoformat()


def _read(written: str) -> datetime | str | None:
    text = " ".join(written.split())
    if not text or len(text) > 64:
        return None
    if _DATE.fullmatch(text):
        return text if _is_date(text) else None
    try:
        return datetime.fromisoformat(text).replace(microsecond=0)
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _is_date(text: str) -> bool:
    parts = [int(part) for part in text.split("-")]
    try:
        datetime(*(parts + [1, 1])[:3])  # type: ignore[arg-type]
    except ValueError:
        return False
    return True


def _of_struct(parsed: object) -> datetime | None:
    if not isinstance(parsed, struct_time):
        return None
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC)
    except (ValueError, OverflowError, OSError):
        return None
