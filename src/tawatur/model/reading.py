"""All that the page-by-page rooms made of one document."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.model.description import Description
from tawatur.model.page import Page
from tawatur.model.place import Place
from tawatur.model.post import Post
from tawatur.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One page, its posts in order, what each post says of itself, who speaks in it and which places it names.

    `descriptions` has one for each post, in the same order; where the room that describes broke on this page,
    there are none.
    """

    page: Page
    posts: tuple[Post, ...] = ()
    descriptions: tuple[Description, ...] = ()
    statements: tuple[Statement, ...] = ()
    """Of all posts, in the order of posts and then of the text."""
    places: tuple[Place, ...] = ()
    """Of all posts, in the order of posts and then of the text."""
