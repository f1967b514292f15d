"""The whole decision on one screen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tawatur.model import Page, Post
from tawatur.model.ids import post_id
from tawatur.split.alone import part_titles
from tawatur.split.clues import clues
from tawatur.split.habits import habits
from tawatur.split.labels import BODY, GAPS, LABELS, TITLE
from tawatur.split.model import load_weights
from tawatur.split.path import best_path
from tawatur.split.posts import post_of, stretches
from tawatur.split.reasons import reasons
from tawatur.split.seen import Seen, look
from tawatur.split.units import posts_from_units
from tawatur.split.wrapped import paragraphs
from tawatur.stage import each
from tawatur.text.lines import Line, filled, lines

VERSION = 1
MADE_BY = f"split@{VERSION}"
# A page of more lines than this is a log or a table, not news: labelling it would take minutes.
MOST_LINES = 20_000
# The habits are judged again by the titles that they brought out; a third round changed nothing on made pages.
ROUNDS = 2
NO_TITLE = np.where(np.arange(len(LABELS)) == TITLE, np.float32(-1e6), np.float32(0))


def split_page(page: Page) -> list[Post]:
    """Cut `page` wherever a new post begins.

    Returns: posts in page order, spans apart from each other. A page without any words has none.
    """
    if page.units:
        return posts_from_units(page, MADE_BY)
    found = lines(page.text, most=MOST_LINES + 1)
    if not found:
        return []
    if len(found) > MOST_LINES:
        return [whole_page(page, "the page has too many lines to be cut")]
    found = paragraphs(found, page.text)
    seen = look(found)
    path, evidence = label(found, seen)
    if not (path == TITLE).any():
        return _untitled(page, seen, path)
    title_weights = load_weights()[1].clue[:, TITLE]
    return [
        post_of(page, found, stretch, order, reasons(evidence[stretch.first], title_weights), MADE_BY)
        for order, stretch in enumerate(stretches(seen, path))
    ]


def label(found: Sequence[Line], seen: Sequence[Seen]) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
    """The part that each line plays, and the clues it was told by: shapes (n,) and (n, columns)."""
    first, second = load_weights()
    shown = clues(found, seen)
    gaps = np.array([min(GAPS - 1, line.blanks_before) for line in found])
    # A clock or a number alone is no title, however it is set apart.
    wordless = np.array([not line.tokens for line in seen])[:, None] * NO_TITLE
    path, _ = best_path(shown @ first.clue + wordless, first.move, gaps)
    for _ in range(ROUNDS):
        evidence = np.hstack([shown, habits(found, seen, path)])
        path, _ = best_path(evidence @ second.clue + wordless, second.move, gaps)
    return part_titles(found, evidence, path), evidence


def _untitled(page: Page, seen: Sequence[Seen], path: NDArray[np.int64]) -> list[Post]:
    """A page on which no line is a title: one post if it holds prose, none if it is furniture alone."""
    if not (path == BODY).any() and not any(s.words > (6 if s.stop else 12) and not s.furniture for s in seen):
        return []
    return [whole_page(page, "no line of the page is a title")]


def whole_page(page: Page, why: str) -> Post:
    """The page as one post without a title."""
    span = filled(page.text)
    return Post(
        id=post_id(page.id, span.start, ""),
        page_id=page.id,
        order=0,
        span=span,
        title=None,
        body=span,
        reasons=(why,),
        made_by=MADE_BY,
    )


SPLIT = each("split", split_page, version=VERSION, source_of=lambda page: page.source)
