"""What the export contract says of a page and of a post: one frozen object a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tawatur.model import Credit, Description, Link, Page, Post, Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One captured document. Offsets of everything else count code points of `text`."""

    id: str
    source: str
    media_type: str
    sha256: str
    retrieved: str
    title: str | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CreditLine:
    """A debt that a post acknowledges, and where."""

    kind: str
    to: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """An address that a post points to or shows."""

    kind: str
    text: str | None
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    """One article. Offsets are code points of its page's text, end exclusive; unknown is None."""

    id: str
    page_id: str
    source: str
    start: int
    end: int
    title: str | None
    body_start: int | None
    body_end: int | None
    byline: str | None
    outlet: str | None
    published: str | None
    lang: str | None
    credits: tuple[CreditLine, ...]
    links: tuple[LinkLine, ...]


def page_line(page: Page) -> PageLine:
    """What the export says of `page`."""
    return PageLine(
        id=page.id,
        source=page.source,
        media_type=page.media_type,
        sha256=page.sha256,
        retrieved=page.retrieved,
        title=page.title or None,
        text=page.text,
    )


def post_lines(reading: Reading) -> Iterator[PostLine]:
    """What the export says of each post of a page, in order."""
    described = {one.post_id: one for one in reading.descriptions}
    for post in reading.posts:
        yield _post_line(reading.page, post, described.get(post.id))


def _post_line(page: Page, post: Post, described: Description | None) -> PostLine:
    title = described.title if described else post.title.of(page.text) if post.title else None
    return PostLine(
        id=post.id,
        page_id=post.page_id,
        source=page.source,
        start=post.span.start,
        end=post.span.end,
        title=title or None,
        body_start=post.body.start if post.body else None,
        body_end=post.body.end if post.body else None,
        byline=(described.byline or None) if described else None,
        outlet=(described.outlet or None) if described else None,
        published=(described.published or None) if described else None,
        lang=(described.lang or None) if described else None,
        credits=tuple(map(_credit_line, described.credits)) if described else (),
        links=tuple(map(_link_line, described.links)) if described else (),
    )


def _credit_line(credit: Credit) -> CreditLine:
    return CreditLine(kind=credit.kind, to=credit.to, start=credit.span.start, end=credit.span.end)


def _link_line(link: Link) -> LinkLine:
    return LinkLine(kind=link.kind, text=link.text or None, url=link.url)
