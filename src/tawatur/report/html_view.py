"""What the templates of the report show: one frozen view for each thing, every decision already taken."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tawatur.model import Page
from tawatur.report.html_marks import Line
from tawatur.report.html_named import NamedView
from tawatur.report.html_said import SaidView
from tawatur.report.html_told import Phrase

# Squares for single posts stay legible up to about here; a bigger case has its table.
_MOST_DAYS, _MOST_SQUARES = 45, 400


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a field says what it says, and the exact words where they are not the value itself."""

    why: Phrase
    words: Phrase | None


@dataclass(frozen=True, slots=True)
class Field:
    """One row of what is known: `value` None is shown as not stated."""

    name: str
    label: str
    value: Phrase | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class CreditView:
    """One credit: its kind in the report's language, the name, and the words that make it a credit."""

    kind: str
    to: Phrase
    cue: Phrase | None


@dataclass(frozen=True, slots=True)
class LinkView:
    """One address; `href` only where following it is harmless."""

    kind: str
    text: Phrase | None
    url: str
    href: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PostView:
    """One post, ready to be shown."""

    number: int
    id: str
    title: Phrase | None
    outlet: Phrase | None
    byline: Phrase | None
    published: str | None
    published_words: str | None
    lang: str | None
    lang_name: str | None
    fields: tuple[Field, ...]
    credits: tuple[CreditView, ...]
    captions: tuple[Phrase, ...]
    links: tuple[LinkView, ...]
    more_links: int
    begins: tuple[Phrase, ...]
    has_body: bool
    lines: tuple[Line, ...]
    cut: int
    said: tuple[SaidView, ...]
    more_said: int
    named: tuple[NamedView, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One post in the table and in the calendar."""

    number: int
    id: str
    title: Phrase | None
    outlet: Phrase | None
    byline: Phrase | None
    published: str | None
    lang: str | None
    page: str


@dataclass(slots=True)
class Overview:
    """What is counted while the pages go by."""

    pages: int = 0
    outlets: Counter[str] = field(default_factory=Counter)
    langs: Counter[str] = field(default_factory=Counter)
    rows: list[Row] = field(default_factory=list)

    def add(self, page: Page, posts: Sequence[PostView]) -> None:
        """Count one page and its posts."""
        self.pages += 1
        for post in posts:
            if post.outlet:
                self.outlets[post.outlet.text] += 1
            if post.lang:
                self.langs[post.lang] += 1
            row = Row(
                post.number,
                post.id,
                post.title,
                post.outlet,
                post.byline,
                post.published,
                post.lang,
                page.source,
            )
            self.rows.append(row)

    @property
    def days(self) -> list[tuple[str, list[Row]]]:
        """Posts by day in order, then by no day at all; empty where there are too many to draw."""
        by_day: dict[str, list[Row]] = {}
        for row in self.rows:
            if row.published and len(row.published) >= 10:
                by_day.setdefault(row.published[:10], []).append(row)
        if not by_day or len(by_day) > _MOST_DAYS or len(self.rows) > _MOST_SQUARES:
            return []
        return sorted(by_day.items())

    @property
    def undated(self) -> list[Row]:
        """Posts whose day is not known."""
        return [row for row in self.rows if not row.published or len(row.published) < 10]

    @property
    def dates(self) -> tuple[str, str] | None:
        """First and last date, as precise as they are."""
        known = sorted(row.published[:10] for row in self.rows if row.published)
        return (known[0], known[-1]) if known else None

    @property
    def without_outlet(self) -> int:
        """How many posts do not say who published them."""
        return sum(row.outlet is None for row in self.rows)
