"""From labelled lines to posts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawatur.model import Page, Post, Span
from tawatur.model.ids import post_id
from tawatur.split.labels import BODY, FURNITURE, TITLE
from tawatur.split.seen import Seen
from tawatur.text.lines import Line

# A standfirst and a caption may stand between title and byline; a fourth line is body.
LINES_ABOVE_BYLINE = 3
LONGEST_STANDFIRST = 600
_MARKER = re.compile(r"^(?:[#•»■▪►▶*>\-–—]+\s+|\(?\d{1,3}[.)]\s+)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines first..last (inclusive) of one post, the title first, and its body lines where it has any."""

    first: int
    last: int
    body_first: int | None
    body_last: int | None


def stretches(seen: Sequence[Seen], path: NDArray[np.int64]) -> list[Stretch]:
    """The posts as runs of lines: each begins at a title and ends before page furniture or the next title."""
    found = []
    titles = [int(i) for i in np.flatnonzero(path == TITLE)]
    for start, stop in zip(titles, [*titles[1:], len(path)], strict=True):
        lines = [i for i in range(start, stop) if path[i] != FURNITURE]
        body = [i for i in lines if path[i] == BODY]
        body = _above_address(seen, _below_byline(seen, start, body, lines[-1]))
        found.append(Stretch(start, lines[-1], body[0] if body else None, body[-1] if body else None))
    return found


def _above_address(seen: Sequence[Seen], body: list[int]) -> list[int]:
    """Body lines, less a last short one that tells how to reach or follow the writer."""
    while len(body) > 1 and seen[body[-1]].mail and not seen[body[-1]].stop:
        body = body[:-1]
    return body


def _below_byline(seen: Sequence[Seen], title: int, body: list[int], last: int) -> list[int]:
    """Body lines, less the standfirst and captions that stand above a byline."""
    for i in range(title + 1, min(title + 2 + LINES_ABOVE_BYLINE, last)):
        above = [j for j in body if j < i]
        if signs(seen[i]) and above and all(seen[j].chars <= LONGEST_STANDFIRST for j in above):
            below = [j for j in body if j > i]
            if sum(seen[j].chars for j in below) > 2 * sum(seen[j].chars for j in above):
                return below
    return body


def signs(line: Seen) -> bool:
    """The line says who wrote, or when, and nothing else."""
    return line.byline or line.dated > 0.85 or (line.name > 0.75 and line.words <= 5 and not line.stop)


def post_of(
    page: Page, lines: Sequence[Line], stretch: Stretch, order: int, reasons: tuple[str, ...], made_by: str
) -> Post:
    """The post that a stretch of lines makes."""
    title = lines[stretch.first].span
    marker = _MARKER.match(title.of(page.text))
    shown = Span(title.start + marker.end(), title.end) if marker and marker.end() < len(title) else title
    body = None
    if stretch.body_first is not None and stretch.body_last is not None:
        body = Span(lines[stretch.body_first].span.start, lines[stretch.body_last].span.end)
    span = Span(title.start, lines[stretch.last].span.end)
    return Post(
        id=post_id(page.id, span.start, shown.of(page.text)),
        page_id=page.id,
        order=order,
        span=span,
        title=shown,
        body=body,
        reasons=reasons,
        made_by=made_by,
    )
