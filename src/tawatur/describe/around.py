"""What the lines around a body say: byline, outlet, date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from tawatur.describe.finding import Field, Finding, Rank
from tawatur.describe.meta import SURE_CAPTION, Habits, MetaLine, opens_report, settle
from tawatur.describe.segments import SURE_OUTLET, is_place, tells_of_page
from tawatur.describe.zones import span_within
from tawatur.model import Span
from tawatur.text.bylines import BylineMention, name_likeness, read_byline
from tawatur.text.captions import caption_likeness
from tawatur.text.dates import date_spans
from tawatur.text.lines import Line
from tawatur.text.outlets import outlet_likeness, outlet_named
from tawatur.text.stamps import is_section, stamp_kind

# The last word of a name, and one that lost the blank before it.
_LAST_WORD = re.compile(r"(?<=\s)\w{2,30}$")
_GLUED_WORD = re.compile(r"(?<=[a-zà-ÿ])[A-ZÀ-Ý][a-zà-ÿ]{2,30}$")


# A date, an outlet, an author and a town; what is longer, at the edge of a body, is its first sentence.
_LONGEST_EDGE = 110
_WHERE = {Rank.HEAD: "above the body", Rank.DATELINE: "at the edge of the body"}


def marked_bylines(lines: Sequence[Line], rank: Rank) -> Iterator[Finding]:
    """Lines such as "By X", «بقلم: X», and the outlet that such a line may name behind the author."""
    for line in lines:
        byline = read_byline(line.text)
        if byline is not None and byline.marked and byline.marker is not None and not tells_of_page(line.text, byline):
            words = byline.marker.of(line.text)
            if _is_outlet(byline.name.of(line.text)):
                yield _named(line, byline.name, "outlet", f"an outlet behind {words!r}", max(rank, Rank.CREDITED))
                if not byline.collective or rank != Rank.LABELLED:
                    continue
            yield _named(line, byline.name, "byline", f"marked by {words!r}", rank)
            yield from _outlet_beside(line, byline, rank)


def _without_date(line: str, name: Span) -> Span:
    """The name less the date or the label of one that runs on from it: "Nadia Haddad Dec 20", "Nadia HaddadPublished"."""
    end = name.end
    for date in date_spans(line):
        if name.start <= date.start < end:
            end = date.start
    words = line[name.start : end]
    for label in (_GLUED_WORD.search(words), _LAST_WORD.search(words)):
        if label is not None and stamp_kind(label[0]) is not None:
            end = name.start + label.start()
            break
    kept = line[name.start : end].rstrip(" \t\u00a0,،|-–—")
    return Span(name.start, name.start + len(kept)) if kept else name


def _is_outlet(name: str) -> bool:
    """ "From: The Eastern Gazette": the marker opens the line, but no person follows."""
    likeness = outlet_likeness(name)
    return likeness >= SURE_OUTLET and likeness > name_likeness(name)


def bare_bylines(lines: Sequence[Line], rank: Rank) -> Iterator[Finding]:
    """Lines that are a name, with no more than a place, a role or an outlet beside it."""
    for line in lines:
        byline = read_byline(line.text)
        if byline is None or byline.marked or byline.collective or caption_likeness(line.text) >= SURE_CAPTION:
            continue
        if byline.place is not None and not _says_where(byline.place.of(line.text)):
            continue
        yield _named(line, byline.name, "byline", "a name on a line of its own", rank)
        yield from _outlet_beside(line, byline, rank)


def _says_where(words: str) -> bool:
    """A place, an outlet or a rubric before a name; a role there makes the person one of the story."""
    return is_place(words) or is_section(words) or outlet_likeness(words) >= SURE_OUTLET


def _outlet_beside(line: Line, byline: BylineMention, rank: Rank) -> Iterator[Finding]:
    for part in (byline.place, byline.tail):
        if part is not None and outlet_named(part.of(line.text)) is not None:
            yield _named(line, part, "outlet", "beside the byline", rank)


def named_around(lines: Sequence[MetaLine], habits: Habits, rank: Rank) -> Iterator[Finding]:
    """Names and outlets on lines that hold nothing but names, dates and labels."""
    where = _WHERE.get(rank, "below the body")
    for meta in lines:
        for segment, settled in settle(meta, habits):
            if segment.marked:
                labelled = Rank.LABELLED if rank == Rank.HEAD else rank
                yield _named(meta.line, segment.span, "byline", f"marked as the author, {where}", labelled)
            elif settled == "name":
                yield _named(meta.line, segment.span, "byline", f"a name set apart {where}", rank)
            else:
                own = Rank.DATELINE if rank == Rank.HEAD and opens_report(meta) else rank
                yield _named(meta.line, segment.span, "outlet", f"an outlet set apart {where}", own)


def dates_around(lines: Sequence[MetaLine], rank: Rank) -> Iterator[Finding]:
    """Dates on such lines; a date behind "updated" goes last."""
    where = _WHERE.get(rank, "below the body")
    for meta in lines:
        label = None
        for segment in meta.parts.segments:
            if segment.role == "stamp":
                label = stamp_kind(segment.text)
            elif segment.mention is not None:
                why, own = f"a date set apart {where}", rank
                if label == "published":
                    why, own = "labelled as the date of publication", rank if rank == Rank.DATELINE else Rank.LABELLED
                elif label == "updated":
                    why, own = "the date of the last change; no other is printed", Rank.UPDATED
                if segment.mention.relative:
                    why += ", counted from the day of the page"
                yield Finding("published", segment.mention.value, span_within(meta.line, segment.span), why, own)
                label = None


def _named(line: Line, part: Span, field: Field, why: str, rank: Rank) -> Finding:
    if field == "byline":
        part = _without_date(line.text, part)
    return Finding(field, tidy(part.of(line.text)), span_within(line, part), why, rank)


def tidy(name: str) -> str:
    """A name as printed, its blanks made plain and direction marks dropped."""
    return " ".join(name.replace("\u200f", "").replace("\u200e", "").split()).strip(" ,،;؛|-–—")


def short_only(lines: Iterable[Line]) -> list[Line]:
    """Of lines at the edge of a body, those short enough to be set apart from the prose."""
    return [line for line in lines if len(line.text) <= _LONGEST_EDGE]


def sure_only(lines: Iterable[MetaLine]) -> list[MetaLine]:
    """Of lines at the edge of a body, those that are surely not prose: a date, or a date with sure names."""
    return [
        meta
        for meta in lines
        if meta.parts.of("date")
        and not meta.parts.of("other", "party")
        or any(segment.marked for segment in meta.parts.segments)
    ]
