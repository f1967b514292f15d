"""Words that stand in two posts, lined up."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class ReusePost:
    """A post as the search for reuse takes it: who published which words."""

    id: str
    outlet: str | None
    """None: the outlet is unknown. Two unknown outlets are never taken for one."""
    lang: str | None
    """BCP 47 tag; not used for matching, which knows no language."""
    date: str | None
    """ISO 8601, as precise as known; not used for matching, kept for direction."""
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A place inside a passage where the two posts part: words changed, added or left out.

    Spans are code points of the two posts' texts. One of them is empty where the other post has words more.
    """

    a: Span
    b: Span
    number: bool
    """True where the digits differ: a figure was changed, added or left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Two spans, one in each post, with mostly the same words in the same order."""

    a: Span
    b: Span
    words: int
    """How many words the two have in common, in order."""
    similarity: float
    """`words` divided by the words of the longer span: 1.0 where nothing was changed."""
    block: int
    """Passages of one pair with the same number lie close together, in the same order: shown as one block."""
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reuse:
    """Two posts that share passages. `a` came in before `b`; that says nothing of who copied whom."""

    a: str
    b: str
    same_outlet: bool
    passages: tuple[Passage, ...]
    """In the order of `b`."""
    made_by: str
