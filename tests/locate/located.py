"""Posts and what is found in them, for the tests of places."""

from __future__ import annotations

from tawatur.languages import Languages
from tawatur.locate import locate_page
from tawatur.model import Description, Page, Place, Post, Span


def page_of(text: str) -> Page:
    """A page of plain text."""
    return Page(
        id="page", source="page.txt", media_type="text/plain", encoding="utf-8", sha256="0" * 64,
        retrieved="2031-05-04T10:00:00+00:00", title=None, text=text, made_by="test",
    )  # fmt: skip


def post_of(text: str) -> Post:
    """All of `text` as the body of one post."""
    whole = Span(0, len(text))
    return Post(id="post", page_id="page", order=0, span=whole, title=None, body=whole, made_by="test")


def places(text: str, description: Description | None = None, languages: Languages | None = None) -> list[Place]:
    """The places of `text` as one post."""
    given = [description] if description is not None else []
    return locate_page(page_of(text), [post_of(text)], given, languages=languages)


def named(text: str) -> list[tuple[str, str]]:
    """(toponym, name of the place) of every mention that is no demonym."""
    return [(place.span.of(text), place.name) for place in places(text) if place.form == "name"]


def toponyms(text: str) -> list[str]:
    """The toponyms of `text`, demonyms left out."""
    return [toponym for toponym, _ in named(text)]


def the(toponym: str, text: str) -> Place:
    """The place that `toponym` stands for in `text`."""
    return next(place for place in places(text) if place.span.of(text) == toponym)
