"""The zones of a post: what stands above its body, the body, and what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.model import Page, Post, Span
from tawatur.text.credits import read_credits
from tawatur.text.dates import find_dates
from tawatur.text.fold import fold_text
from tawatur.text.furniture import furniture
from tawatur.text.lines import Line, lines
from tawatur.text.words import folded_words

# Furniture that may name whom the post is from: "Read more at X", "From: X", "Copyright X".
_NAMING = frozenset({"readmore", "mail", "rights", "forum", "media", "posted", "related", "contents"})
# An address alone is whom a post is from, whatever words are in it: "NewsRoom.net".
_ADDRESS = re.compile(r"(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,20}){1,3}")
_WHOLE_DATE = len("2017-09-21")
# What stands around an article is a handful of lines. Of a row of hundreds, which no article has, the ends are read.
MOST_AROUND = 80
# A body has tens of paragraphs; of one with thousands of lines the ends are searched for credits and captions.
MOST_BODY_LINES = 2000


@dataclass(frozen=True, slots=True)
class Zones:
    """The lines of one post, as spans of the page. Repeats of the title and page furniture are left out."""

    title: str | None
    head: tuple[Line, ...]
    """Between title and body, above the title inside the post, and all lines but the title where there is no body."""
    body: tuple[Line, ...]
    tail: tuple[Line, ...]


def zones_of(page: Page, post: Post) -> Zones:
    """Lay the lines of `post` into its zones."""
    title = post.title.of(page.text) if post.title else None
    within = [_moved(line, post.span.start) for line in lines(post.span.of(page.text))]
    body: list[Line] = []
    around: list[Line] = []
    for line in within:
        (body if post.body is not None and line.span.touches(post.body) else around).append(line)
    rest = [
        line for line in edges(around, 2 * MOST_AROUND) if not _is_title(line, post, title) and not _is_furniture(line)
    ]
    below = post.body.end if post.body is not None else post.span.end
    return Zones(
        title,
        head=edges([line for line in rest if line.span.start < below], MOST_AROUND),
        body=tuple(body),
        tail=edges([line for line in rest if line.span.start >= below], MOST_AROUND),
    )


def edges(lines: Sequence[Line], most: int) -> tuple[Line, ...]:
    """All the lines, or where there are more than `most` the first and the last of them."""
    if len(lines) <= most:
        return tuple(lines)
    return (*lines[: most // 2], *lines[-(most // 2) :])


def texts(zone: Sequence[Line]) -> list[str]:
    """The words of each line."""
    return [line.text for line in zone]


def _moved(line: Line, by: int) -> Line:
    return Line(line.span.moved(by), line.text, line.blanks_before)


def _is_title(line: Line, post: Post, title: str | None) -> bool:
    if post.title is not None and line.span.touches(post.title):
        return True
    return title is not None and len(line.text) <= 2 * len(title) + 20 and _same_words(line.text, title)


def _same_words(one: str, other: str) -> bool:
    return fold_text(one) == fold_text(other) or folded_words(one) == folded_words(other)


def _is_furniture(line: Line) -> bool:
    """Furniture of the page; a line inside a post that prints a date is the post's own, but for a month of an archive."""
    match = furniture(line.text)
    if match is None or not match.whole or _ADDRESS.fullmatch(line.text):
        return False
    shortest = _WHOLE_DATE if match.kind == "archive" else 1
    if any(len(mention.value) >= shortest for mention in find_dates(line.text)):
        return False
    return not (match.kind in _NAMING and any(credit.whole for credit in read_credits((line.text,))))


def span_within(line: Line, part: Span) -> Span:
    """A span of a line's text as a span of the page."""
    return part.moved(line.span.start)
