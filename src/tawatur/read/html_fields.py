"""Title, byline, outlet and date of a page's one article: what the head states, what the library found, what is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tawatur.model import Span, Stated
from tawatur.read.html_lines import Line
from tawatur.read.metadata import HeadData, one_line


def settle_title(fields: Any, head: HeadData) -> str | None:
    """The article's title without the site's name."""
    title = getattr(fields, "title", None)
    return one_line(title) if title else head.first("title")


def article_fields(
    fields: Any, head: HeadData, title: str | None, title_span: Span | None, shown: Sequence[tuple[Line, Span]]
) -> tuple[Stated, ...]:
    """Fields of the article, the settled value of each name first."""
    found: list[Stated] = []
    if title:
        found.append(Stated(name="title", value=title, where="main title", span=title_span))
    for name, value in (
        ("byline", getattr(fields, "author", None)),
        ("published", getattr(fields, "date", None)),
        ("outlet", getattr(fields, "sitename", None)),
        ("url", getattr(fields, "url", None)),
    ):
        if value:
            found.append(Stated(name=name, value=value, where="page metadata"))
    found += [s for s in head.stated if s.name != "description"]
    return tuple(dict.fromkeys(found))
