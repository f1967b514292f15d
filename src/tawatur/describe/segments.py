"""A line of the head taken apart: dates, and the names that marks set apart from each other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from tawatur.model import Span
from tawatur.text.bylines import BylineMention, name_likeness, read_byline
from tawatur.text.dates import DateMention, date_share, find_dates
from tawatur.text.matchers import matchers
from tawatur.text.outlets import outlet_likeness
from tawatur.text.stamps import is_section, stamp_kind
from tawatur.text.words import words_of

Role = Literal["date", "name", "outlet", "section", "stamp", "party", "other"]
# A byline or an outlet's line is short; what is longer is prose.
LONGEST_META_LINE = 200
MOST_PARTS = 7
SURE_NAME = 0.75
SURE_OUTLET = 0.6
_PARTS = re.compile(
    r"\s*[|•·―‖¦»›>,،;؛/\\]+\s*|\s*[()\[\]]+\s*|\s+[-–—−:~*]+\s+|\s*(?:--+|[–—]+)\s*|:\s+|^\s*[-–—*•:]+\s*|\s[-–—:]+$|(?<=\S):$"
)
_EDGE = ' \t\u00a0\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff.,،;؛:|–—-*•()[]{}"“”«»'
_LABELS = ("markers", "weak_markers", "roles", "special", "collective")
_MOST_PLACE_WORDS = 3
# Before "wrote on" two words that no list holds are a name.
_WRITER = 0.42
# Whose the picture or the page is, where no credit could be read; not who publishes.
_RIGHTS = "©℗"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a line between marks. `name` and `outlet` say how much it looks like either, 0 to 1."""

    span: Span
    text: str
    role: Role
    name: float = 0.0
    outlet: float = 0.0
    marked: bool = False
    mention: DateMention | None = None


@dataclass(frozen=True, slots=True)
class Parts:
    """A line as its segments, and the shape they make: "X | D" for a name and a date."""

    segments: tuple[Segment, ...]
    shape: str

    def of(self, *roles: Role) -> list[Segment]:
        """The segments with one of `roles`, in order."""
        return [segment for segment in self.segments if segment.role in roles]


def take_apart(line: str, reference: date | None) -> Parts | None:
    """The segments of a short line; None for a line that is prose."""
    if len(line) > LONGEST_META_LINE:
        return None
    segments = list(_segments(line, reference))
    if not segments or len(segments) > MOST_PARTS:
        return None
    return Parts(tuple(segments), _shape(line, segments))


def _segments(line: str, reference: date | None) -> Iterator[Segment]:
    at = 0
    for mention in find_dates(line, reference=reference):
        if mention.relative and _names_outlet(line, mention.span):
            continue
        yield from _named(line, at, _before_date(line, at, mention.span.start))
        yield Segment(mention.span, mention.span.of(line), "date", mention=mention)
        at = mention.span.end
    yield from _named(line, at, len(line))


def _names_outlet(line: str, span: Span) -> bool:
    """The word of time closes the name of an outlet: «ترسا اليوم», "Ozmara Now", «عين اليوم – جدة»."""
    known = matchers()
    if not known.phrases_of("outlet_words.moments").whole(words_of(span.of(line), 3)):
        return False
    start = max((mark.end() for mark in _PARTS.finditer(line, 0, span.start)), default=0)
    end = next((mark.start() for mark in _PARTS.finditer(line, span.end)), len(line))
    before = words_of(line[start : span.start], _MOST_PLACE_WORDS + 1)
    if outlet_likeness(line[start:end]) >= SURE_OUTLET:
        return True
    labelled = stamp_kind(line[start : span.start]) is not None or known.phrases_of("bylines.places").whole(before)
    return (
        1 <= len(before) <= _MOST_PLACE_WORDS
        and span.end == end
        and not labelled
        and before[-1].end + 1 >= span.start - start
    )


def _named(line: str, start: int, end: int) -> Iterator[Segment]:
    """The parts between the marks of line[start:end]."""
    at = start
    for mark in _PARTS.finditer(line, start, end):
        yield from _one(line, at, mark.start())
        at = mark.end()
    yield from _one(line, at, end)


def _one(line: str, start: int, end: int) -> Iterator[Segment]:
    while start < end and line[start] in _EDGE:
        start += 1
    while end > start and line[end - 1] in _EDGE and not _is_initial(line, start, end):
        end -= 1
    if start < end:
        segment = classified(line[start:end], start)
        yield segment
        tail = _behind_author(line[start:end]) if segment.marked else None
        if tail is not None:
            yield classified(tail.of(line[start:end]), start + tail.start)


def _before_date(line: str, start: int, end: int) -> int:
    """Where the words before a date end, less the small ones that lead to it: "X on 3 May", «X بتاريخ 3 أيار»."""
    words = words_of(line[start:end])
    links = matchers().phrases_of("bylines.links")
    at = len(words)
    while at > 1 and (words[at - 1].folded in links or stamp_kind(words[at - 1].raw) is not None):
        at -= 1
    return start + words[at - 1].end if at < len(words) else end


def _behind_author(text: str) -> Span | None:
    """The words behind the author, where they name an outlet: "by Nadia Haddad in Harbour Post"."""
    byline = read_byline(text)
    if byline is None or byline.tail is None:
        return None
    words = words_of(byline.tail.of(text), 9)
    first = 1 if len(words) > 1 and words[0].folded in matchers().phrases_of("bylines.links") else 0
    tail = Span(byline.tail.start + words[first].start, byline.tail.end) if words else byline.tail
    return tail if outlet_likeness(tail.of(text)) >= SURE_OUTLET else None


def _is_initial(line: str, start: int, end: int) -> bool:
    """The full stop of "Jr." or "A.F.P." belongs to the name."""
    return line[end - 1] == "." and end - start >= 3 and line[start : end - 1].count(".") >= 1


def classified(text: str, start: int) -> Segment:
    """A part of a line with the role it plays as far as it shows by itself."""
    span = Span(start, start + len(text))
    if stamp_kind(text) is not None:
        return Segment(span, text, "stamp")
    if text[0] in _RIGHTS:
        return Segment(span, text, "other")
    if date_share(text) >= 0.9:
        return Segment(span, text, "date")
    if is_section(text) or is_label(text) or is_place(text):
        return Segment(span, text, "section")
    byline = read_byline(text)
    if byline is not None and tells_of_page(text, byline):
        return Segment(span, text, "section")
    if byline is not None and byline.marked:
        return Segment(byline.name.moved(start), byline.name.of(text), "name", name=1.0, marked=True)
    writer = _who_wrote(text)
    if writer is not None:
        return Segment(writer.moved(start), writer.of(text), "name", name=1.0, marked=True)
    name, outlet = name_likeness(text), outlet_likeness(text)
    if outlet >= SURE_OUTLET and outlet >= name:
        return Segment(span, text, "outlet", name, outlet)
    if name >= SURE_NAME:
        return Segment(span, text, "name", name, outlet)
    role: Role = "party" if max(name, outlet) >= 0.25 else "other"
    return Segment(span, text, role, name, outlet)


def tells_of_page(text: str, byline: BylineMention) -> bool:
    """ "Posted by Editor": who runs the page, not who wrote the post."""
    if not byline.collective or byline.marker is None:
        return False
    return matchers().phrases_of("bylines.weak_markers").whole(words_of(byline.marker.of(text), 6))


def _who_wrote(text: str) -> Span | None:
    """The name in "Nadia Haddad wrote on", «نادر الخطيب كتب بتاريخ»."""
    words = words_of(text, 9)
    begin = matchers().phrases_of("bylines.verbs_after").ending(words, len(words))
    if not begin or begin < 2:
        return None
    name = Span(words[0].start, words[begin - 1].end)
    return name if name_likeness(name.of(text)) >= _WRITER else None


def is_label(text: str) -> bool:
    """True for what a writer is called, and for words that only introduce one: "Editor", «بقلم», "Exclusive"."""
    words = words_of(text, 6)
    return any(matchers().phrases_of(f"bylines.{name}").whole(words) for name in _LABELS)


def is_place(text: str) -> bool:
    """True for a town or country that bylines are dated from."""
    return matchers().phrases_of("bylines.places").whole(words_of(text, 6))


def _shape(line: str, segments: list[Segment]) -> str:
    """The segments as letters with the marks between them: D a date, B a marked byline, S a label, X any name."""
    letters = {"date": "D", "stamp": "S", "section": "R"}
    shape = ""
    at = 0
    for segment in segments:
        shape += re.sub(r"[\w\s]+", "", line[at : segment.span.start])
        shape += "B" if segment.marked else letters.get(segment.role, "X")
        at = segment.span.end
    return shape + re.sub(r"[\w\s]+", "", line[at:])


def is_short(text: str) -> bool:
    """Few enough words for a place or a label."""
    return len(words_of(text, _MOST_PLACE_WORDS + 1)) <= _MOST_PLACE_WORDS
