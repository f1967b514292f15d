"""Made posts taken through the real rooms: described as pages are, compared as posts are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from random import Random

from stories import Made
from tawatur.chains import chain_post
from tawatur.describe import describe_page
from tawatur.model import ChainPost, Page, Post, Reuse, ReusePost, Span
from tawatur.reuse import find_reuse


def as_read(made: Made, how: Random) -> ChainPost:
    """The post as it comes out of the rooms; its outlet is known from its page or feed, as dates are.

    Half of them come as posts of a file, where the outlet is the post's own; the other half as pages of a site.
    """
    lines = [made.title, *made.head]
    head = "\n".join(lines) + "\n\n"
    body = "\n".join(made.body)
    tail = "\n\n" + "\n".join(made.tail) if made.tail else ""
    text = head + body + tail
    page = Page(id="pg-" + made.id, source=made.id, media_type="text/plain", encoding="utf-8", sha256="", retrieved="",
                title=None, text=text, made_by="made")  # fmt: skip
    post = Post(id=made.id, page_id=page.id, order=0, span=Span(0, len(text)), title=Span(0, len(made.title)),
                body=Span(len(head), len(head) + len(body)), made_by="made")  # fmt: skip
    [described] = describe_page(page, [post])
    read = chain_post(page, post, described, publisher=made.outlet)
    if how.random() < 0.5:
        read = replace(read, outlet=made.outlet, publisher=None)
    return replace(read, published=made.published)


def compared(posts: Iterable[ChainPost]) -> list[Reuse]:
    """The real search for reuse over the posts."""
    return list(
        find_reuse(
            ReusePost(id=p.id, outlet=p.publisher or p.outlet, lang=p.lang, date=p.published, text=p.text)
            for p in posts
        )
    )
