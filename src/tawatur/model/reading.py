"""All that the page-by-page rooms made of one document."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.description import Description
from tawatur.model.page import Page
from tawatur.model.post import Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One page, its posts in order, and what each post says of itself.

    `descriptions` has one for each post, in the same order; where the room that describes broke on this page,
    there are none.
    """

    page: Page
    posts: tuple[Post, ...] = ()
    descriptions: tuple[Description, ...] = ()
