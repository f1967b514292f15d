"""One reading of one field, with the words it rests on and how far it goes before others."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from tawatur.model import Evidence, Span

_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,12}\.?", re.I)

Field = Literal["byline", "outlet", "published"]


class Rank(IntEnum):
    """Which reading goes first where several are found; lower goes first."""

    SET_APART = 3
    """An element of its own in the post's head holds just these words, by the names of the markup."""
    LABELLED = 5
    """The post's own words say what they are: "By X", "Published: ..."."""
    STATED = 10
    """The form of the page says it of this post."""
    HEAD = 20
    """A line of its own above the body."""
    CREDITED = 30
    """A credit below the body: "Source: X", "-- X, Y"."""
    TAIL = 40
    """A bare line below the body."""
    PAGE_STATED = 50
    """The form of the page says it of the page, and the page has one post."""
    PAGE_TITLE = 55
    """The title of the page names it beside the title of its one article."""
    DATELINE = 60
    """The opening words of the body: "BEIRUT (X) -"."""
    AGENCY = 70
    """An agency in brackets somewhere at the end of the text."""
    UPDATED = 75
    """The only date printed is that of a change."""
    ABOVE = 80
    """A date line above the title, as above its neighbours on the page."""
    SELF_NAMED = 90
    """The paper that people in the text spoke to, again and again."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A value for a field. `span` is of the page; None where only the form of the page says it."""

    field: Field
    value: str
    span: Span | None
    why: str
    rank: Rank


def best(findings: Iterable[Finding], field: Field) -> Finding | None:
    """The finding for `field` that goes first; among equals the one found first."""
    return min((found for found in findings if found.field == field), key=lambda found: found.rank, default=None)


def is_bare_host(found: Finding) -> bool:
    """The address of a site alone on a line; where it is a link, it says where the article is, not who published it."""
    return (
        found.field == "outlet"
        and found.rank in (Rank.LABELLED, Rank.HEAD, Rank.TAIL)
        and bool(_HOST.fullmatch(found.value))
    )


def evidence(found: Finding) -> Evidence:
    """The finding as the evidence that a description carries."""
    return Evidence(field=found.field, span=found.span, why=found.why)
