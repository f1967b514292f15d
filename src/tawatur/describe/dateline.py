"""The opening words of a body that say where and when it was sent: "BEIRUT, Sept 20 (Agency) -"."""

from __future__ import annotations

import re
from datetime import date

from tawatur.describe.finding import Finding, Rank
from tawatur.describe.segments import Parts, is_short, take_apart
from tawatur.describe.zones import span_within
from tawatur.model import Span
from tawatur.text.dates import find_dates
from tawatur.text.lines import Line
from tawatur.text.stamps import stamp_kind

_OPENING_LENGTH = 130
_BREAKS = re.compile(r"\s*[-\u2010-\u2015]{1,2}\s|\s[-\u2010-\u2015]{1,2}|[:：]\s|\)\s")
_MOST_BREAKS = 6


def dateline_date(first: Line, reference: date | None) -> Finding | None:
    """The date that opens the first line of a body, where the words before the dash are a dateline and no sentence."""
    opening = first.text[:_OPENING_LENGTH]
    labelled = _labelled(first, opening, reference)
    if labelled is not None:
        return labelled
    for number, mark in enumerate(_BREAKS.finditer(opening)):
        if number >= _MOST_BREAKS:
            break
        parts = take_apart(opening[: mark.start() + (opening[mark.start()] == ")")], reference)
        if parts is None or not _is_dateline(parts):
            continue
        mention = parts.of("date")[0].mention
        if mention is not None:
            span = span_within(first, mention.span)
            return Finding("published", mention.value, span, "the dateline that opens the text", Rank.DATELINE)
    return None


def _labelled(first: Line, opening: str, reference: date | None) -> Finding | None:
    """ "Published August 3 2015 ...": a label, then the date."""
    for mention in find_dates(opening, reference=reference)[:1]:
        before = opening[: mention.span.start].strip(" \t\u00a0:*-–—|([")
        if before and stamp_kind(before) == "published":
            span = span_within(first, Span(mention.span.start, mention.span.end))
            return Finding("published", mention.value, span, "labelled as the date of publication", Rank.DATELINE)
    return None


def _is_dateline(parts: Parts) -> bool:
    """One date, and beside it only short names: of places, agencies, persons."""
    if len(parts.of("date")) != 1 or len(parts.segments) > 5:
        return False
    rest = parts.of("other", "party")
    return all(is_short(segment.text) and _is_name_like(segment.text) for segment in rest)


def _is_name_like(text: str) -> bool:
    """Opens with a capital, in scripts that have them."""
    return not text[:1].islower()
