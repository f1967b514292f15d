"""Credits of a post, and the outlet and author that they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tawatur.describe.around import tidy
from tawatur.describe.finding import Finding, Rank
from tawatur.describe.zones import MOST_BODY_LINES, Zones, edges, span_within
from tawatur.model import Credit, Span
from tawatur.text.captions import caption_likeness
from tawatur.text.credit_tails import pictured
from tawatur.text.credits import CreditMention, read_credits
from tawatur.text.lines import Line

# A paragraph in the middle of a body may end in a name in brackets without owing it anything: there only whole lines
# and captions count.
_SURE_CAPTION = 0.75
_OPENING_LENGTH = 140
_LONGEST_CAPTION = 320
_OUTLET_KINDS = ("source", "first published by", "via", "agency")


@dataclass(frozen=True, slots=True)
class Owed:
    """A credit with the lines it stands on and what it says of the post's outlet and author."""

    credit: Credit
    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]


def read_owed(zones: Zones) -> list[Owed]:
    """The credits in the lines around the body, at its edges, in its captions and on whole lines inside it."""
    ordered = sorted((*zones.head, *edges(zones.body, MOST_BODY_LINES), *zones.tail), key=lambda line: line.span)
    owed = []
    last = zones.body[-1].span if zones.body else None
    for mention in read_credits([_as_read(line, zones, last) for line in ordered]):
        line = ordered[mention.line]
        if _counts(mention, line, zones):
            owed.append(_owed(mention, line, ordered[mention.cue_line], zones))
    owed.extend(_pictured(zones.head, {one.credit.span for one in owed}))
    return sorted(owed, key=lambda one: one.credit.span)


def _pictured(head: Sequence[Line], taken: set[Span]) -> Iterator[Owed]:
    """Credits at the end of captions above the body, to names that no list holds."""
    for line in head:
        tail = pictured(line.text) if not any(line.span.touches(span) for span in taken) else None
        if tail is not None:
            span = span_within(line, tail.to)
            yield Owed(Credit(kind=tail.kind, to=tidy(tail.to.of(line.text)), span=span), (), ())


def _as_read(line: Line, zones: Zones, last: Span | None) -> str:
    """The words of a line; of prose inside the body, where a credit would not count, a full stop to keep its place."""
    within = last is not None and zones.body[0].span.start < line.span.start < last.start
    return "." if within and len(line.text) > _LONGEST_CAPTION else line.text


def _counts(mention: CreditMention, line: Line, zones: Zones) -> bool:
    if mention.whole or not zones.body or not zones.body[0].span.start <= line.span.start <= zones.body[-1].span.start:
        return True
    if line is zones.body[-1] or _opens_body(mention, line, zones):
        return True
    return mention.kind == "photo" and caption_likeness(line.text) >= _SURE_CAPTION


def _opens_body(mention: CreditMention, line: Line, zones: Zones) -> bool:
    return bool(zones.body) and line is zones.body[0] and mention.to.start < _OPENING_LENGTH


def _owed(mention: CreditMention, line: Line, cue_line: Line, zones: Zones) -> Owed:
    to = _whole_name(mention, line)
    credit = Credit(
        kind=mention.kind,
        to=tidy(to.of(line.text)),
        span=span_within(line, to),
        cue=span_within(cue_line, mention.cue) if mention.cue is not None else None,
    )
    return Owed(credit, (line, cue_line) if mention.whole else (), tuple(_findings(mention, line, credit, zones)))


def _whole_name(mention: CreditMention, line: Line) -> Span:
    """The name with the word that says what it is: of «المصدر: صحيفة كذا» both words behind the colon."""
    if mention.cue is None or mention.cue_line != mention.line or mention.cue.end > mention.to.start:
        return mention.to
    colon = mention.cue.of(line.text).rfind(":")
    behind = line.text[mention.cue.start + colon + 1 : mention.to.start]
    if colon < 0 or not behind.strip():
        return mention.to
    return Span(mention.to.start - len(behind.lstrip()), mention.to.end)


def _findings(mention: CreditMention, line: Line, credit: Credit, zones: Zones) -> Iterator[Finding]:
    if mention.kind in _OUTLET_KINDS:
        yield Finding("outlet", credit.to, credit.span, _why(mention, line), _rank(mention, line, zones))
    if mention.author is not None:
        span = span_within(line, mention.author)
        yield Finding("byline", tidy(mention.author.of(line.text)), span, "signed at the end", Rank.CREDITED)


def _rank(mention: CreditMention, line: Line, zones: Zones) -> Rank:
    if mention.whole:
        # A credit around the body is the post's; one inside it may be the debt of a paragraph or a picture.
        inside = bool(zones.body) and zones.body[0].span.start <= line.span.start <= zones.body[-1].span.start
        return Rank.TAIL if inside else Rank.CREDITED
    return Rank.DATELINE if _opens_body(mention, line, zones) else Rank.AGENCY


def _why(mention: CreditMention, line: Line) -> str:
    if mention.author is not None:
        return "signed at the end"
    if mention.cue is not None:
        return f"credit: {mention.kind}"
    return "named in a credit without a cue" if mention.whole else "named in brackets or at the edge of the text"


def outside(lines: Sequence[Line], owed: Sequence[Owed]) -> list[Line]:
    """The lines that no credit takes up whole."""
    taken = {line.span for one in owed for line in one.lines}
    return [line for line in lines if line.span not in taken]
