"""What of a post is searched for places, and what its outlet says of where it may be."""

from __future__ import annotations

from tawatur.model import Description, Post, Span
from tawatur.text.outlets import outlet_named

# Letters from which a line above the body is prose, a lead or a teaser, and no byline.
_PROSE = 60
MOST = 500_000


def zones_of(post: Post, description: Description | None, text: str) -> list[Span]:
    """Title, leads above the body, body, and the captions outside them, in order; the whole post where it has no body.

    Short lines between title and body, and all behind the body, name authors and outlets, and are left alone.
    """
    if post.body is None:
        return [post.span]
    zones = [post.title] if post.title is not None else []
    zones += _leads(post.title.end if post.title is not None else post.span.start, post.body.start, text)
    zones.append(post.body)
    for caption in description.captions if description is not None else ():
        if post.span.holds(caption.span) and not any(zone.touches(caption.span) for zone in zones):
            zones.append(caption.span)
    return sorted(zones)


def windows(zones: list[Span], text: str) -> list[list[Span]]:
    """`zones` in groups of at most `MOST` code points, cut at a blank: what one group holds is settled together.

    A post of that size is none that anybody wrote, and memory must not grow with it.
    """
    groups: list[list[Span]] = [[]]
    room = MOST
    for zone in zones:
        start = zone.start
        while start < zone.end:
            end = zone.end if zone.end - start <= room else _cut(text, start, start + room)
            groups[-1].append(Span(start, end))
            room -= end - start
            start = end
            if start < zone.end:
                groups.append([])
                room = MOST
    return groups


def _cut(text: str, start: int, end: int) -> int:
    blank = text.rfind(" ", max(start + 1, end - 200), end)
    return blank if blank > 0 else end


def _leads(start: int, end: int, text: str) -> list[Span]:
    found: list[Span] = []
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if stop - start >= _PROSE:
            found.append(Span(start, stop))
        start = stop + 1
    return found


def outlet_country(description: Description | None) -> str | None:
    """The country where the post's outlet is edited, if we know the outlet."""
    if description is None or description.outlet is None:
        return None
    outlet = outlet_named(description.outlet)
    return outlet.country if outlet is not None else None
