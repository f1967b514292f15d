"""The whole comparison on one screen: the posts of a story come in, claims go out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tawatur.corroborate.claims import claims_of
from tawatur.corroborate.events import events_of
from tawatur.corroborate.fillers import actor_spans, fillers_of
from tawatur.corroborate.gather import Gathering
from tawatur.corroborate.inherit import inherited_events, pointed_at, with_inherited
from tawatur.corroborate.units import units_of
from tawatur.model.claim import Claim
from tawatur.model.claim_post import ClaimPost

# One post alone neither agrees nor disagrees.
_FEWEST = 2

CountOrigins = Callable[[Sequence[str]], tuple[tuple[str, ...], int]]
"""Ids of posts -> (the origins they end at, how many independent ones that is for certain)."""


def find_claims(posts: Sequence[ClaimPost], origins: CountOrigins, story_id: str | None = None) -> list[Claim]:
    """What the posts of one story report more than once, and where the reports do not agree.

    Args:
        posts: of one story, in any order, in any mix of languages.
        origins: counts the independent origins of some of these posts.
    Returns: claims, conflicts first, then by the number of their posts.
    """
    if len(posts) < _FEWEST:
        return []
    units = units_of(sorted(posts, key=lambda post: (post.published or "9", post.id)))
    found = [events_of(unit) for unit in units]
    points = pointed_at(units, found)
    events = inherited_events(found, points)
    fillers = [fillers_of(unit, told) for unit, told in zip(units, events, strict=True)]
    # Two reports of one event by two actors are alike in all but the actor; so they are compared without him as well.
    bare = [unit.without(actor_spans(told)) for unit, told in zip(units, fillers, strict=True)]
    gathering = Gathering(with_inherited(units, points), with_inherited(bare, points), events, fillers)
    return claims_of(gathering.sets(), gathering.near, units, events, fillers, origins, story_id)
