"""One captured document: its canonical text and what its form says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tawatur.model.span import Span

BlockKind = Literal["heading", "paragraph", "item", "quote", "caption", "cell", "rule", "pre"]
LinkKind = Literal["link", "image", "video", "audio"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of text that the form of the page sets apart, in page order, never overlapping another."""

    span: Span
    kind: BlockKind
    level: int | None = None
    """1 to 6 for a heading, None otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address that the page holds, and the words it stands on."""

    kind: LinkKind
    text: str | None
    url: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One field that the form (metadata, markup), not the prose, gives of a page or a unit.

    `name` is one of: title, byline, outlet, published, modified, lang, url, description, source.
    `where` says which part of the form: "json-ld", "opengraph", "meta author", "time element", "feed author".
    `span` is set where the same words stand in the canonical text.
    """

    name: str
    value: str
    where: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """An article that the form of the page marks as one: a feed entry, an `article` element, a repeated block."""

    span: Span
    title: Span | None
    body: Span | None
    stated: tuple[Stated, ...] = ()
    made_by: str
    """"feed entry", "h-entry", "json-ld", "article element", "repeated block", "main content"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The canonical text of one captured document, plus what its form says.

    Plain text stays character for character: `text` is the decoded file. For HTML, feeds and archives it is the
    text that the reader extracted, one block a line. `blocks` and `units` are empty for plain text.
    """

    id: str
    source: str
    media_type: str
    encoding: str | None
    sha256: str
    retrieved: str
    title: str | None
    text: str
    uri: str | None = None
    blocks: tuple[Block, ...] = ()
    units: tuple[Unit, ...] = ()
    stated: tuple[Stated, ...] = ()
    links: tuple[Link, ...] = ()
    notes: tuple[str, ...] = ()
    """What had to be mended or left out while reading ("decoded with replacement characters"), for people."""
    made_by: str
