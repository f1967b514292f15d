"""Fields that the markup of an article's head sets apart: a name, a date, an outlet in an element of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.read.html_model import Flat, Line
from tawatur.read.html_signals import is_date, is_furniture
from tawatur.text.bylines import name_likeness, read_byline
from tawatur.text.dates import find_dates
from tawatur.text.outlets import outlet_likeness

_IN_BRACKETS = re.compile(r"\s*[(\[]\s*([^()\[\]]{2,60}?)\s*[)\]]\s*$")
# Behind a title, in brackets, the shape of a name is enough.
LEAST_OUTLET = 0.25
SURE_OUTLET = 0.5
LONGEST_FIELD = 60
LEAST_KNOWN = 0.5
"""Share of the words in one kind of element that are outlets, from which all of them are."""
LEAST_SEEN = 2
_DATES = re.compile(r"(?:^|[\s_-])(?:date|dateline|time|timestamp|published|pubdate|updated)(?=$|[\s_-])", re.I)
_AUTHORS = re.compile(r"(?:^|[\s_-])(?:authors?|byline|by-line|by|writer)(?:$|[\s_-]|name)", re.I)
_OUTLETS = re.compile(
    r"(?:^|[\s_-])(?:source|outlet|publisher|publication|agency|newspaper|sitename|site-name)(?=$|[\s_-])", re.I
)
_MAYBE = re.compile(
    r"(?:^|[\s_-])(?:cat|category|label|kicker|tag|via|from|origin|site|provider|feed)(?=$|[\s_-])", re.I
)
_HOST = re.compile(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?")
_EDGE = re.compile(r"^[\W_]+|[^\w)\]»”\"']+$")


@dataclass(frozen=True, slots=True)
class Shown:
    """A field that the markup sets apart inside a line: the line's number, and code points of it."""

    name: str
    where: str
    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Head:
    """The lines of one article from its title to its body, and where the title ends in its line."""

    title: int
    title_end: int
    body: int


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a head in an element of their own, or between such elements."""

    line: int
    start: int
    end: int
    text: str
    kind: str
    """The class names of the element; "link" for a link to another site; empty between elements."""
    host: str = ""
    """Where the link leads."""


def shown_in(flat: Flat, heads: Sequence[Head]) -> dict[int | None, tuple[Shown, ...]]:
    """For each article, by the line of its title: byline, outlet and date as its head sets them apart.

    A class name that may mean anything ("cat"), and a link, name the outlet where most of their kind on the page do;
    so do links that lead to several sites, and to the same one under the same words.
    """
    pieces = {head.title: [*_pieces(flat, head)] for head in heads}
    outlets = _outlet_kinds([piece for found in pieces.values() for piece in found])
    return {head.title: (*_fields(pieces[head.title], outlets), *_in_brackets(flat, head)) for head in heads}


def _pieces(flat: Flat, head: Head) -> Iterator[Piece]:
    for number in range(head.title + 1, head.body):
        line = flat.lines[number]
        spans = sorted(_elements(line))
        at = 0
        for start, end, kind, host in spans:
            if start < at:
                continue
            yield from _piece(line, number, at, start, "")
            yield from _piece(line, number, start, end, kind, host)
            at = end
        if spans:
            yield from _piece(line, number, at, len(line.text), "")


def _elements(line: Line) -> Iterator[tuple[int, int, str, str]]:
    for mark in line.marks:
        yield mark.start, mark.end, mark.names, ""
    for anchor in line.anchors:
        if "://" in anchor.url and not any(m.start <= anchor.start < m.end for m in line.marks):
            yield anchor.start, anchor.end, "link", anchor.url.split("://", 1)[1].split("/", 1)[0].lower()


def _piece(line: Line, number: int, start: int, end: int, kind: str, host: str = "") -> Iterator[Piece]:
    text = line.text[start:end]
    left = _EDGE.match(text)
    start += left.end() if left and left.start() == 0 and left.end() < len(text) else 0
    text = line.text[start:end]
    right = next((m for m in _EDGE.finditer(text) if m.end() == len(text)), None)
    end -= len(text) - right.start() if right and right.start() else 0
    text = line.text[start:end]
    if text.strip() and len(text) <= LONGEST_FIELD:
        yield Piece(number, start, end, text, kind, host)


def _outlet_kinds(pieces: Sequence[Piece]) -> frozenset[str]:
    """The kinds of element that hold the outlet on this page."""
    seen: dict[str, set[str]] = {}
    for piece in pieces:
        if piece.kind and _may_be_outlet(piece.text):
            seen.setdefault(piece.kind, set()).add(piece.text)
    sure = set()
    for kind, texts in seen.items():
        known = sum(outlet_likeness(text) >= SURE_OUTLET for text in texts)
        if (
            _OUTLETS.search(kind)
            or (kind == "link" and _lead_home(pieces))
            or (
                (kind == "link" or _MAYBE.search(kind))
                and len(texts) >= LEAST_SEEN
                and known >= LEAST_KNOWN * len(texts)
            )
        ):
            sure.add(kind)
    return frozenset(sure)


def _lead_home(pieces: Sequence[Piece]) -> bool:
    """Links with different words lead to different sites, and with the same words to the same one."""
    homes: dict[str, set[str]] = {}
    for piece in pieces:
        if piece.host and _may_be_outlet(piece.text):
            homes.setdefault(piece.text, set()).add(piece.host)
    hosts = {host for home in homes.values() for host in home}
    return len(homes) >= LEAST_SEEN and len(hosts) >= LEAST_SEEN and all(len(home) == 1 for home in homes.values())


def _may_be_outlet(text: str) -> bool:
    byline = read_byline(text)
    if _HOST.fullmatch(text) or _is_day(text) or is_furniture(text) or (byline is not None and byline.marked):
        return False
    return outlet_likeness(text) >= LEAST_OUTLET or name_likeness(text) < 0.7


def _is_day(text: str) -> bool:
    """A date that can be told without another one: "today" may be the name of a paper."""
    return is_date(text) and bool(find_dates(text))


def _fields(pieces: Sequence[Piece], outlets: frozenset[str]) -> Iterator[Shown]:
    """The first of each field; words between elements count where an element stands beside them."""
    found: dict[str, Shown] = {}
    for piece in pieces:
        if _is_day(piece.text):
            found.setdefault("published", Shown("published", "element of its own", piece.line, piece.start, piece.end))
        elif piece.kind in outlets and _may_be_outlet(piece.text):
            found.setdefault(
                "outlet", Shown("outlet", "element named or used for outlets", piece.line, piece.start, piece.end)
            )
        elif _AUTHORS.search(piece.kind) and not _DATES.search(piece.kind):
            byline = read_byline(piece.text)
            if byline is not None:
                at = piece.start + byline.name.start
                end = piece.start + byline.name.end
                found.setdefault("byline", Shown("byline", "element named for authors", piece.line, at, end))
    yield from found.values()


def _in_brackets(flat: Flat, head: Head) -> Iterator[Shown]:
    """An outlet in brackets beside the bold words of the title."""
    beside = _IN_BRACKETS.match(flat.lines[head.title].text, head.title_end)
    if beside and outlet_likeness(beside[1]) >= LEAST_OUTLET:
        yield Shown("outlet", "in brackets beside the title", head.title, beside.start(1), beside.end(1))
