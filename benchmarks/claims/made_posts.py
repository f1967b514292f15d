"""Texts as the pipeline would hand them over to the room: their statements and places are found, not given."""

from __future__ import annotations

from tawatur.attribute import attribute_page
from tawatur.locate import locate_page
from tawatur.model import ClaimPost, Page, Post, Span


def claim_post(id_: str, text: str, *, lang: str | None, day: str | None = None, title: str | None = None) -> ClaimPost:
    """A text, with its title before it, as a post."""
    whole = f"{title}\n\n{text}" if title else text
    span = Span(0, len(whole))
    head = Span(0, len(title)) if title else None
    body = Span(len(title) + 2, len(whole)) if title else span
    page = Page(
        id=f"pg-{id_}", source=id_, media_type="text/plain", encoding="utf-8", sha256="", retrieved="", title=None,
        text=whole, made_by="benchmark",
    )  # fmt: skip
    post = Post(id=id_, page_id=page.id, order=0, span=span, title=head, body=body, made_by="benchmark")
    return ClaimPost(
        id=id_,
        page_text=whole,
        span=span,
        title=head,
        body=body,
        lang=lang,
        published=day,
        outlet=id_,
        statements=tuple(attribute_page(page, [post], [])),
        places=tuple(locate_page(page, [post], [])),
    )
