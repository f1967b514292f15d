"""Lines put together into the canonical text of a page, with the blocks and links that stand on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urljoin

from tawatur.model import Block, Link, Span
from tawatur.model.page import LinkKind
from tawatur.read.html_model import Line

MAX_LINKS = 20_000
MAX_MEDIA = 5_000


@dataclass(slots=True)
class Composed:
    """A canonical text; `spans` holds the place of each line that went into it, in order."""

    text: str
    spans: list[Span]
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]


def compose(lines: Sequence[Line], base: str | None) -> Composed:
    """One line of text for each of `lines`, with the blank lines before it that it asks for."""
    parts: list[str] = []
    spans: list[Span] = []
    blocks: list[Block] = []
    links: list[Link] = []
    at = 0
    for number, line in enumerate(lines):
        breaks = "\n" * (1 + line.gap) if number else ""
        at += len(breaks)
        parts += (breaks, line.text)
        span = Span(at, at + len(line.text))
        at = span.end
        spans.append(span)
        if line.after_rule:
            blocks.append(Block(span=Span(span.start, span.start), kind="rule"))
        blocks.append(Block(span=span, kind=line.kind, level=line.level))
        for anchor in line.anchors:
            if len(links) >= MAX_LINKS:
                break
            place = Span(span.start + anchor.start, span.start + anchor.end)
            words = line.text[anchor.start : anchor.end]
            links.append(Link(kind=anchor.kind, text=words, url=absolute(base, anchor.url), span=place))
    if parts:
        parts.append("\n")
    return Composed("".join(parts), spans, tuple(blocks), tuple(links))


def absolute(base: str | None, url: str) -> str:
    """`url` as seen from `base`; as it is where that cannot be told."""
    if not base or "://" in url[:12] or url.startswith(("#", "javascript:", "mailto:", "tel:", "data:")):
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def media_links(media: Sequence[tuple[int, LinkKind, str | None, str]], base: str | None) -> tuple[Link, ...]:
    """Pictures, films and recordings of the page, each address once; they stand on no words."""
    seen: dict[str, Link] = {}
    for _, kind, text, url in media[:MAX_MEDIA]:
        seen.setdefault(url, Link(kind=kind, text=text, url=absolute(base, url), span=None))
    return tuple(seen.values())
