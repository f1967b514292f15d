"""One article inside a page."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.page import Stated
from tawatur.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One article inside a page; a page of a single article is a page with one post.

    All spans are ranges of the page's canonical text. `title` is None where no words of the page are the title
    (a feed entry without one); `body` is None where the post has no body. What stands between title and body
    (byline, date, caption) and after the body (credits) belongs to the post's span.
    """

    id: str
    page_id: str
    order: int
    """Place among the posts of its page, from 0."""
    span: Span
    title: Span | None
    body: Span | None
    stated: tuple[Stated, ...] = ()
    reasons: tuple[str, ...] = ()
    """Why a post begins here, for people: "a title that its own article repeats", "follows a line that recurs"."""
    made_by: str
