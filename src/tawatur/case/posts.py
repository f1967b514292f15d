"""The posts of a case as the library gives them: with their page, and with what they say of themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from itertools import islice
from typing import Any, overload

from tawatur.model import Credit, Description, Link, Page, Post, Reading, Span
from tawatur.report.lines import post_lines
from tawatur.store import CaseStore


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePost:
    """One post of a case, with its page and what it says of itself. None means that the page does not say."""

    number: int
    """Place in the case, from 1: the number that `tawatur show` lists."""
    page: Page
    post: Post
    description: Description | None

    @property
    def id(self) -> str:
        """The post's id; the same input gives the same id anywhere."""
        return self.post.id

    @property
    def title(self) -> str | None:
        """The title."""
        if self.description:
            return self.description.title
        return self.post.title.of(self.page.text) if self.post.title else None

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        return self.description.outlet if self.description else None

    @property
    def byline(self) -> str | None:
        """Who signed it, in the words of the page."""
        return self.description.byline if self.description else None

    @property
    def published(self) -> str | None:
        """When: ISO 8601, as precise as the page has it (`YYYY`, `YYYY-MM`, `YYYY-MM-DD` or a time)."""
        return self.description.published if self.description else None

    @property
    def lang(self) -> str | None:
        """Language of most of the post, as a BCP 47 tag."""
        return self.description.lang if self.description else None

    @property
    def text(self) -> str:
        """All of the post's words: the slice `span` of the page's text."""
        return self.post.span.of(self.page.text)

    @property
    def body(self) -> str | None:
        """The article's words without title, byline and credits; None where it has none."""
        return self.post.body.of(self.page.text) if self.post.body else None

    @property
    def span(self) -> Span:
        """Where the post stands in `page.text`, in code points."""
        return self.post.span

    @property
    def credits(self) -> tuple[Credit, ...]:
        """The debts it acknowledges: source, first published by, translation, photo, agency, via."""
        return self.description.credits if self.description else ()

    @property
    def links(self) -> tuple[Link, ...]:
        """The addresses inside it."""
        return self.description.links if self.description else ()

    @property
    def captions(self) -> tuple[str, ...]:
        """Words under its pictures and videos."""
        return tuple(one.span.of(self.page.text) for one in self.description.captions) if self.description else ()

    @property
    def reasons(self) -> dict[str, tuple[str, ...]]:
        """For each field, why it is believed."""
        evidence = self.description.evidence if self.description else ()
        fields = dict.fromkeys(one.field for one in evidence)
        return {field: tuple(one.why for one in evidence if one.field == field) for field in fields}

    def as_dict(self) -> dict[str, Any]:
        """The post as plain values: the fields of a line of `posts.jsonl`, and its `number`."""
        described = (self.description,) if self.description else ()
        (line,) = post_lines(Reading(page=self.page, posts=(self.post,), descriptions=described))
        return {"number": self.number, **asdict(line)}


class Posts(Sequence[CasePost]):
    """The posts of a case in order. Going through them holds one page in memory at a time."""

    def __init__(self, store: CaseStore, keep: Callable[[CasePost], bool] | None = None) -> None:
        self._store, self._keep = store, keep

    def __iter__(self) -> Iterator[CasePost]:
        for post in numbered(self._store.readings()):
            if self._keep is None or self._keep(post):
                yield post

    def __len__(self) -> int:
        return self._length

    @cached_property
    def _length(self) -> int:
        return self._store.counts().posts if self._keep is None else sum(1 for _ in self)

    @overload
    def __getitem__(self, place: int) -> CasePost: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[CasePost]: ...
    def __getitem__(self, place: int | slice) -> CasePost | Sequence[CasePost]:
        if isinstance(place, slice):
            return list(self)[place]
        wanted = place if place >= 0 else len(self) + place
        post = next(islice(self, wanted, None), None) if wanted >= 0 else None
        if post is None:
            raise IndexError(f"there are {len(self)} posts; there is none at {place}")
        return post

    def __repr__(self) -> str:
        return f"<{len(self)} posts of {self._store.path}>"


def brief(post: CasePost) -> dict[str, Any]:
    """What names a post in a listing."""
    return {
        "number": post.number,
        "id": post.id,
        "title": post.title,
        "outlet": post.outlet,
        "published": post.published,
        "lang": post.lang,
    }


def numbered(readings: Iterator[Reading]) -> Iterator[CasePost]:
    """Every post of `readings` with its number."""
    number = 0
    for reading in readings:
        described = {one.post_id: one for one in reading.descriptions}
        for post in reading.posts:
            number += 1
            yield CasePost(number=number, page=reading.page, post=post, description=described.get(post.id))
