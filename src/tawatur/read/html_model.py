"""A page as flat tables: its lines of visible text and its block elements, each by number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tawatur.model.page import BlockKind, LinkKind
from tawatur.read.html_names import names_author


@dataclass(slots=True)
class Anchor:
    """A link inside one line, in code points of that line."""

    kind: LinkKind
    url: str
    start: int
    end: int


@dataclass(slots=True)
class Mark:
    """Words of one line in an inline element with class names, in code points of that line."""

    names: str
    start: int
    end: int


@dataclass(slots=True)
class Node:
    """One block element: its place in the tree by number, and the half-open range of lines it holds."""

    el: Any
    parent: int
    tag: str
    look: str
    """Tag and class names without counters and states: siblings made by one template share it."""
    zone: str | None
    """The kind of page furniture that this element is in, by its tag or the names its author gave it."""
    first: int
    last: int


@dataclass(slots=True)
class Line:
    """One line of visible text."""

    text: str
    kind: BlockKind
    level: int | None
    gap: int
    """Blank lines before it."""
    node: int
    after_rule: bool
    strong: int
    """Code points at the start of the line that stand in bold; 0 for none."""
    names: str
    """Class names of the inline and block elements that begin with this line, lower case."""
    anchors: list[Anchor] = field(default_factory=list)
    when: str | None = None
    """What a time element in it states."""
    marks: list[Mark] = field(default_factory=list)
    """Words inside it that the page's author gave a name to."""

    @property
    def signed(self) -> tuple[int, int] | None:
        """Where words inside it stand that the page's author named as who wrote, in code points of the line."""
        return next(((mark.start, mark.end) for mark in self.marks if names_author(mark.names)), None)


@dataclass(slots=True)
class Flat:
    """A page as flat tables."""

    lines: list[Line]
    nodes: list[Node]
    media: list[tuple[int, LinkKind, str | None, str]]
    """Pictures and films: the line they stand before, kind, text, address."""
    cut: bool
    """True where the page had more lines than are kept."""

    def ancestors(self, node: int) -> list[int]:
        """Numbers of `node` and of all that hold it, innermost first."""
        chain = []
        while node >= 0:
            chain.append(node)
            node = self.nodes[node].parent
        return chain
