"""Posts that tell of one happening."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TieKind = Literal["name", "place", "country", "number", "meaning", "word"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPost:
    """A post as the search for stories takes it."""

    id: str
    title: str | None
    text: str
    """The body; empty where there is none."""
    lang: str | None
    published: str | None
    """ISO 8601, as precise as printed."""
    places: tuple[tuple[str, str, str], ...] = ()
    """(id of the place, its name, its kind) for every mention; demonyms left out."""
    opinion: bool = False
    """A comment on a happening rather than a report of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Something that posts of a story have in common and other posts of the case mostly have not."""

    kind: TieKind
    what: str
    """As a reader would say it: a name, a number, a word in the languages it stands in."""
    posts: tuple[str, ...]
    """The posts of the story that have it."""
    weight: float
    """Share of what holds the story together that rests on it; 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Posts on one happening, in any language."""

    id: str
    title: str | None
    """The title of the post nearest to all others; None where no post has one."""
    posts: tuple[str, ...]
    """In the order of their days, then of their ids; undated posts last."""
    loose: tuple[str, ...] = ()
    """Those of `posts` that speak of the same affair without telling the same happening: opinion, background."""
    langs: tuple[str, ...]
    """BCP 47 tags, the most used first."""
    first: str | None
    """Day or time of the earliest dated post; ISO 8601, as printed."""
    last: str | None
    places: tuple[str, ...] = ()
    """Names of the places that most of its posts name, the most named first."""
    ties: tuple[Tie, ...] = ()
    """What holds it together, the strongest first."""
    made_by: str
