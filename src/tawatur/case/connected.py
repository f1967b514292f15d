"""Posts of a case that share words, and where these lead: pairs, chains, origins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from tawatur.case.posts import CasePost, brief
from tawatur.model import ChainLink, Difference, DirectedReuse, Party, Passage, Reuse
from tawatur.report.reuse_lines import reuse_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseReuse:
    """Two posts that share words. `a` is the one that the case took in first."""

    a: CasePost
    b: CasePost
    reuse: Reuse
    """The passages, their spans in code points of the two pages."""
    directed: DirectedReuse | None
    """Who had the words from whom, as far as the evidence goes; None: nothing was looked for."""

    @property
    def passages(self) -> tuple[Passage, ...]:
        """The passages, in the order of `b`."""
        return self.reuse.passages

    @property
    def words(self) -> int:
        """Words in common in all passages."""
        return sum(passage.words for passage in self.reuse.passages)

    @property
    def figure_changes(self) -> tuple[Difference, ...]:
        """Where a figure was changed, added or left out inside a passage."""
        return tuple(one for passage in self.reuse.passages for one in passage.differences if one.number)

    @property
    def direction(self) -> str:
        """`a->b` (b has the words from a), `b->a`, or `unknown`."""
        return self.directed.direction if self.directed else "unknown"

    @property
    def reasons(self) -> tuple[str, ...]:
        """What speaks for the direction, or against deciding."""
        return tuple(reason.why for reason in self.directed.reasons) if self.directed else ()

    def as_dict(self) -> dict[str, Any]:
        """The pair as plain values: both posts in short, direction and reasons, and its lines of `reuse.jsonl`."""
        lines = list(reuse_lines(self.reuse, self.directed))
        shared = {name: lines[0][name] for name in _OF_PAIR} if lines else {}
        return {
            "a": brief(self.a),
            "b": brief(self.b),
            **shared,
            "passages": [{name: line[name] for name in line if name not in _OF_PAIR} for line in lines],
        }


_OF_PAIR = ("direction", "why", "same_outlet", "kind", "siblings_of", "a_share", "b_share", "reasons")


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseLink:
    """One step from a post towards where its words come from."""

    source: CasePost
    to: CasePost | Party
    link: ChainLink
    words: str | None
    """The words that show it; None where only the form of the page does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseChain:
    """What a post rests on."""

    post: CasePost
    origin: CasePost | Party | None
    """Where the main line ends; the post itself where the words are its own. None: not known."""
    links: tuple[CaseLink, ...]
    """The post's own links, the main one first, then one for each further step to the origin."""
    roots: tuple[CasePost | Party, ...]
    """All that it may rest on; what counts when origins are counted."""
    reasons: tuple[str, ...]
    line: dict[str, Any]
    """The same as a line of `chains.jsonl`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginGroup:
    """One independent origin, and the posts that rest on it."""

    id: str
    origin: CasePost | Party | None
    """None: a post that is not among those that were asked for, or nobody in particular."""
    posts: tuple[tuple[CasePost, str], ...]
    """Each with the reason why it belongs here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseOrigins:
    """The independent origins of some posts."""

    groups: tuple[OriginGroup, ...]
    """Most posts first."""

    @property
    def count(self) -> int:
        """How many independent origins."""
        return len(self.groups)

    @property
    def posts(self) -> int:
        """How many posts were asked for."""
        return sum(len(group.posts) for group in self.groups)

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values."""
        return {
            "independent_origins": self.count,
            "posts": self.posts,
            "origins": [
                {
                    "id": group.id,
                    "name": group.origin.name if isinstance(group.origin, Party) else None,
                    "posts": [{**brief(post), "why": why} for post, why in group.posts],
                }
                for group in self.groups
            ],
        }
