"""Title, byline, outlet and date of a page's one article: what the head states, what the library found, what is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from tawatur.model import Span, Stated
from tawatur.read.metadata import HeadData, one_line
from tawatur.text.bylines import read_byline

_ISO = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?"
)
_PROSE = re.compile(r"[!?]\s|\w{4,}\.\s+\w+\s+\w+\s")
_LABEL = re.compile(r"^\W+|[\s,;:|–—-]+$")
_PARTS = re.compile(r"\s*[;|]\s*")
_ADDRESS = re.compile(r"\S+@\S+\.\w+|https?://\S+")
_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)")
_LETTER = re.compile(r"[^\W\d_]")
_NOT_LETTER = re.compile(r"[\W_]+")
MAX_AUTHORS = 40
LONGEST_NAME = 100


@dataclass(frozen=True, slots=True)
class Found:
    """What extraction libraries make of the page's body: the day of publication, and "A; B" who signed."""

    day: str | None
    signature: str | None


def article_fields(
    found: Found, head: HeadData, title: str | None, title_span: Span | None, shown: Sequence[tuple[str, Span]]
) -> tuple[Stated, ...]:
    """Fields of the article, the settled value of each name first; then all that the head states, as it stands there.

    `shown` are the lines between title and body with their places: a settled value that stands there gets its span.
    """
    fields: list[Stated] = []
    if title:
        where = "headline" if title_span else "title in the head"
        fields.append(Stated(name="title", value=title, where=where, span=title_span))
    byline, where = settle_byline(found.signature, head)
    if byline:
        fields.append(Stated(name="byline", value=byline, where=where, span=_where_shown(byline, shown)))
    published, where = settle_date(found.day, head)
    if published:
        fields.append(Stated(name="published", value=published, where=where))
    outlet = head.first("outlet")
    if outlet:
        fields.append(Stated(name="outlet", value=outlet, where="site name", span=_where_shown(outlet, shown)))
    fields += [s for s in head.stated if s.name not in ("description", "title")]
    return tuple(dict.fromkeys(fields))


def settle_byline(signature: str | None, head: HeadData) -> tuple[str | None, str]:
    """The author or authors, "A, B", and the part of the form that names them.

    JSON-LD lists persons one by one and is believed first, then meta elements with a full name, then a signature
    that the markup of the body marks.
    """
    named = byline_of_head(head)
    if named[0]:
        return named
    outlets = {o.casefold() for o in head.values("outlet")}
    names = _names(signature.split(";"), outlets, full=False) if signature else []
    return (", ".join(names), "signature in the body") if names else (None, "")


def byline_of_head(head: HeadData) -> tuple[str | None, str]:
    """The authors that the head names in full, and where."""
    outlets = {o.casefold() for o in head.values("outlet")}
    listed = [s for s in head.stated if s.name == "byline"]
    for where in dict.fromkeys(s.where for s in listed):
        names = _names([s.value for s in listed if s.where == where], outlets, full=where != "json-ld")
        if names:
            return ", ".join(names), where
    return None, ""


def settle_date(day: str | None, head: HeadData) -> tuple[str | None, str]:
    """The time of publication, as precise as the head states it, on the day that the library settled on."""
    times = [(iso_time(s.value), s.where) for s in head.stated if s.name == "published"]
    known = [(value, where) for value, where in times if value]
    if day is None:
        return known[0] if known else (None, "")
    same = [(value, where) for value, where in known if day in _days(value)]
    best = max(same, key=lambda pair: _precision(pair[0]), default=None)
    return best if best is not None else (day, "date found by htmldate")


def iso_time(value: str) -> str | None:
    """`value` as ISO 8601 with its zone kept, as precise as written; None where it is no full date."""
    found = _ISO.match(value.strip())
    if found:
        day, clock = "-".join(found.group(1, 2, 3)), found.group(4)
        if clock is None:
            return day if _is_day(day) else None
        second = f":{found[6]}" if found[6] else ""
        return f"{day}T{clock}:{found[5]}{second}{_zone(found[7])}" if _is_day(day) else None
    try:
        return parsedate_to_datetime(value).isoformat()
    except (TypeError, ValueError, IndexError, OverflowError):
        return None


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone in ("Z", "UTC", "GMT"):
        return "Z"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def _is_day(day: str) -> bool:
    try:
        datetime.strptime(day, "%Y-%m-%d")
    except ValueError:
        return False
    return True


def _days(value: str) -> set[str]:
    """The day as written, and the day it is in UTC."""
    days = {value[:10]}
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return days
    return days | {moment.astimezone(UTC).date().isoformat()} if moment.tzinfo else days


def _precision(value: str) -> int:
    return len(value) > 10 and (2 if value.endswith("Z") or "+" in value or "-" in value[10:] else 1)


def _names(values: Iterable[str], outlets: set[str], *, full: bool) -> list[str]:
    """Names in `values`, each once, without addresses, counters, labels and what an outlet adds of itself."""
    kept: dict[str, str] = {}
    for value in list(values)[:MAX_AUTHORS]:
        for part in _PARTS.split(one_line(_ADDRESS.sub(" ", value))):
            name = _LABEL.sub("", _BRACKETS.sub("", part))
            marked = read_byline(name)
            if marked is not None and marked.marked:
                name = marked.name.of(name)
            if not name or len(name) > LONGEST_NAME or not _LETTER.search(name) or _PROSE.search(name):
                continue
            if name.casefold() in outlets or (full and " " not in name):
                continue
            kept.setdefault(_NOT_LETTER.sub("", name).casefold(), name)
    return list(kept.values())


def _where_shown(value: str, shown: Sequence[tuple[str, Span]]) -> Span | None:
    for text, span in shown:
        at = text.casefold().find(value.casefold())
        if at >= 0 and len(text.casefold()) == len(text):
            return Span(span.start + at, span.start + at + len(value))
    return None
