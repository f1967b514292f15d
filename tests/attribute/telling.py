"""Posts made of a few sentences, and their statements in a form that a test can read."""

from __future__ import annotations

from dataclasses import dataclass

from tawatur.attribute import attribute_page
from tawatur.attribute.found import Found
from tawatur.attribute.plan import find_statements
from tawatur.model import Description, Page, Post, Span, Statement


def page_of(text: str, title: str | None = None) -> tuple[Page, Post]:
    """A page of one post."""
    whole = f"{title}\n{text}" if title is not None else text
    begin = len(whole) - len(text)
    page = Page(
        id="pg", source="page", media_type="text/plain", encoding=None, sha256="", retrieved="", title=None, text=whole,
        made_by="test",
    )  # fmt: skip
    post = Post(
        id="po", page_id="pg", order=0, span=Span(0, len(whole)), body=Span(begin, len(whole)), made_by="test",
        title=Span(0, len(title)) if title is not None else None,
    )  # fmt: skip
    return page, post


def described(lang: str | None) -> Description:
    """What is known of the post: its language."""
    return Description(post_id="po", title=None, byline=None, outlet=None, published=None, lang=lang, made_by="test")


@dataclass(frozen=True, slots=True)
class Told:
    """One statement as words."""

    content: str
    speaker: str | None
    cue: str | None
    found: Found

    @property
    def kind(self) -> str:
        """direct, indirect or mixed."""
        return self.found.kind


def told(text: str, title: str | None = None, lang: str = "en") -> list[Told]:
    """The statements of a post as the frames of its sentences give them."""
    page, post = page_of(text, title)
    return [
        Told(
            found.content.of(page.text),
            found.speaker_span.of(page.text) if found.speaker_span else None,
            found.cue.of(page.text) if found.cue else None,
            found,
        )
        for found in find_statements(page.text, post, described(lang))
    ]


def only(text: str, title: str | None = None, lang: str = "en") -> Told:
    """The one statement of a post."""
    (one,) = told(text, title, lang)
    return one


def contents(text: str, title: str | None = None, lang: str = "en") -> list[str]:
    """What is said, without who says it."""
    return [one.content for one in told(text, title, lang)]


def statements(text: str, lang: str | None = "en") -> list[Statement]:
    """The finished statements of a post."""
    page, post = page_of(text)
    return attribute_page(page, [post], [described(lang)] if lang else [])
