"""Captions and links that stand inside a post."""

from __future__ import annotations

from bisect import bisect_left

from tawatur.describe.zones import Zones
from tawatur.model import Caption, Link, Page, Post
from tawatur.text.captions import caption_likeness

# In the head a line under the title may be a caption or a standfirst; in the body a caption must say that it is one.
_IN_HEAD, _IN_BODY = 0.6, 0.8


def captions_of(page: Page, post: Post, zones: Zones) -> tuple[Caption, ...]:
    """Captions that the form marks, and lines that show themselves to be one; in page order."""
    marked = {block.span for block in page.blocks if block.kind == "caption" and post.span.holds(block.span)}
    around = {line.span for line in (*zones.head, *zones.tail) if caption_likeness(line.text) >= _IN_HEAD}
    inside = {line.span for line in zones.body if caption_likeness(line.text) >= _IN_BODY}
    by_words = {span for span in around | inside if not any(span.touches(block) for block in marked)}
    return tuple(Caption(span=span) for span in sorted(marked | by_words))


def links_of(page: Page, post: Post) -> tuple[Link, ...]:
    """The links whose words stand inside the post, in page order."""
    placed = sorted((link for link in page.links if link.span is not None), key=_start)
    first = bisect_left([_start(link) for link in placed], post.span.start)
    return tuple(link for link in placed[first:] if link.span is not None and post.span.holds(link.span))


def _start(link: Link) -> int:
    return link.span.start if link.span is not None else -1
