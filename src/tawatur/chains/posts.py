"""A post as the page-by-page rooms leave it, made ready for the search for origins."""

from __future__ import annotations

from urllib.parse import urlsplit

from tawatur.model import ChainPost, Credit, Description, Link, Page, Post, Span


def chain_post(page: Page, post: Post, description: Description, publisher: str | None = None) -> ChainPost:
    """The post with its text cut out of the page; all spans are of that text.

    `publisher`: the outlet of the page or feed. None: what the page states of itself, where it does.
    """
    start = post.span.start
    stated = {one.name: one.value for one in reversed(page.stated)}
    return ChainPost(
        id=post.id,
        text=post.span.of(page.text),
        body=post.body.moved(-start) if post.body is not None else None,
        outlet=description.outlet,
        publisher=publisher if publisher is not None else stated.get("outlet"),
        site=_host(page.uri),
        byline=description.byline,
        published=description.published,
        lang=description.lang,
        credits=tuple(_credit(one, -start) for one in description.credits if post.span.holds(one.span)),
        links=tuple(_link(one, -start) for one in description.links if one.span and post.span.holds(one.span)),
    )


def _host(uri: str | None) -> str | None:
    try:
        return urlsplit(uri).hostname or None if uri else None
    except ValueError:
        return None


def _credit(one: Credit, by: int) -> Credit:
    cue = one.cue.moved(by) if one.cue is not None and one.cue.start + by >= 0 else None
    return Credit(kind=one.kind, to=one.to, span=one.span.moved(by), cue=cue)


def _link(one: Link, by: int) -> Link:
    span: Span | None = one.span.moved(by) if one.span is not None else None
    return Link(kind=one.kind, text=one.text, url=one.url, span=span)
