"""A post as paragraphs, sentences that no quotation straddles, and their items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.attribute.items import MOST_ITEMS, Item, items_of
from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.quotes import Quote, quotes_of
from tawatur.model import Span
from tawatur.text.sentences import sentences

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")


@dataclass(slots=True)
class Unit:
    """One sentence, or several that a quotation holds together."""

    span: Span
    items: list[Item]
    paragraph: int
    first: bool
    """It begins its paragraph."""
    lex: Lexicon


def paragraphs_of(text: str, span: Span) -> list[Span]:
    """The lines of `text[span]` that hold anything printed."""
    return [Span(*match.span()) for match in _LINE.finditer(text, span.start, span.end) if not match.group().isspace()]


def units_of(text: str, paragraphs: list[Span], spoken: Sequence[Lexicon | None]) -> Iterator[Unit]:
    """The sentences of those `paragraphs` whose language has a lexicon in `spoken`, in order."""
    for number, (paragraph, quotes) in enumerate(zip(paragraphs, quotes_of(text, paragraphs), strict=True)):
        first, lex = True, spoken[number]
        if lex is None:
            continue
        for span, inside in _sentences(text, paragraph, quotes, lex.lang):
            items = items_of(text, span.start, span.end, inside, lex["finite"])
            for begin in range(0, len(items), MOST_ITEMS):
                piece = items[begin : begin + MOST_ITEMS]
                whole = span if len(items) <= MOST_ITEMS else Span(piece[0].start, piece[-1].end)
                yield Unit(whole, piece, number, first, lex)
                first = False


def _sentences(text: str, paragraph: Span, quotes: Sequence[Quote], lang: str) -> Iterator[tuple[Span, list[Quote]]]:
    """Sentences with their quotations; sentences that one quotation runs through are one."""
    at, start, inside = 0, -1, []
    for sentence in sentences(text[paragraph.start : paragraph.end], lang):
        begin, end = sentence.start + paragraph.start, sentence.end + paragraph.start
        start = begin if start < 0 else start
        while at < len(quotes) and quotes[at].start < end:
            inside.append(quotes[at])
            at += 1
        if inside and inside[-1].end > end:
            continue
        yield Span(start, end), inside
        start, inside = -1, []
    if start >= 0:
        yield Span(start, max(paragraph.end, inside[-1].end) if inside else paragraph.end), inside
