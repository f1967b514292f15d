"""Posts from units: articles that the form of the page marks as such."""

from __future__ import annotations

from tawatur.model import Page, Post, Unit
from tawatur.model.ids import post_id


def posts_from_units(page: Page, made_by: str) -> list[Post]:
    """One post a unit, in page order; a unit inside another one is dropped, for the outer one holds its words."""
    posts: list[Post] = []
    end = 0
    for unit in sorted(page.units, key=lambda u: (u.span.start, -u.span.end)):
        if posts and unit.span.start < end:
            continue
        posts.append(_post(page, unit, len(posts), made_by))
        end = unit.span.end
    return posts


def _post(page: Page, unit: Unit, order: int, made_by: str) -> Post:
    title = unit.title.of(page.text) if unit.title else next((s.value for s in unit.stated if s.name == "title"), "")
    return Post(
        id=post_id(page.id, unit.span.start, title),
        page_id=page.id,
        order=order,
        span=unit.span,
        title=unit.title,
        body=unit.body,
        stated=unit.stated,
        reasons=(f"the page marks it: {unit.made_by}",),
        made_by=made_by,
    )
