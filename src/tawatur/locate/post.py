"""What of a post is searched for places, and what its outlet says of where it may be."""

from __future__ import annotations

from tawatur.model import Description, Post, Span
from tawatur.text.outlets import outlet_named


def zones_of(post: Post, description: Description | None) -> list[Span]:
    """Title, body and the captions outside them, in order; the whole post where it has neither title nor body.

    Bylines, dates and credits between and behind them name authors and outlets, and are left alone.
    """
    zones = [zone for zone in (post.title, post.body) if zone is not None]
    if not zones:
        return [post.span]
    for caption in description.captions if description is not None else ():
        if post.span.holds(caption.span) and not any(zone.touches(caption.span) for zone in zones):
            zones.append(caption.span)
    return sorted(zones)


def outlet_country(description: Description | None) -> str | None:
    """The country where the post's outlet is edited, if we know the outlet."""
    if description is None or description.outlet is None:
        return None
    outlet = outlet_named(description.outlet)
    return outlet.country if outlet is not None else None
