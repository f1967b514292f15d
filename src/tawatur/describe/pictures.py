"""Captions and links that stand inside a post."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.describe.zones import MOST_BODY_LINES, Zones, edges
from tawatur.model import Caption, Link, Page, Post, Span
from tawatur.text.captions import caption_likeness

# In the head a line under the title may be a caption or a standfirst; in the body a caption must say that it is one.
_IN_HEAD, _IN_BODY = 0.6, 0.8


@dataclass(frozen=True, slots=True)
class Placed:
    """The links and marked captions of a page by where they start; sorted once, however many posts ask."""

    link_starts: Sequence[int]
    links: Sequence[Link]
    captions: Sequence[Span]


def placed_on(page: Page) -> Placed:
    """The links that stand on words of the page, and the captions that its form marks, in page order."""
    links = sorted(((link.span.start, number) for number, link in enumerate(page.links) if link.span is not None))
    return Placed(
        link_starts=[start for start, _ in links],
        links=[page.links[number] for _, number in links],
        captions=sorted(block.span for block in page.blocks if block.kind == "caption"),
    )


def captions_of(post: Post, zones: Zones, placed: Placed) -> tuple[Caption, ...]:
    """Captions that the form marks, and lines that show themselves to be one; in page order."""
    first = bisect_left(placed.captions, Span(post.span.start, post.span.start))
    last = bisect_left(placed.captions, Span(post.span.end, post.span.end))
    marked = {span for span in placed.captions[first:last] if post.span.holds(span)}
    by_words = [
        line.span
        for lines, least in (
            (zones.head, _IN_HEAD),
            (edges(zones.body, MOST_BODY_LINES), _IN_BODY),
            (zones.tail, _IN_HEAD),
        )
        for line in lines
        if caption_likeness(line.text) >= least
    ]
    own = (span for span in by_words if not _is_among(span, placed.captions))
    return tuple(Caption(span=span) for span in sorted({*marked, *own}))


def links_of(post: Post, placed: Placed) -> tuple[Link, ...]:
    """The links whose words stand inside the post, in page order."""
    first = bisect_left(placed.link_starts, post.span.start)
    last = bisect_left(placed.link_starts, post.span.end)
    return tuple(link for link in placed.links[first:last] if link.span is not None and link.span.end <= post.span.end)


def _is_among(span: Span, sorted_spans: Sequence[Span]) -> bool:
    """True where `span` touches one of the spans, which are in order and do not overlap."""
    at = bisect_left(sorted_spans, span)
    return any(span.touches(other) for other in sorted_spans[max(0, at - 1) : at + 2])
