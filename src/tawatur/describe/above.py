"""Date lines that stand above the titles of a page, post after post, outside of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from tawatur.describe.finding import Finding, Rank
from tawatur.model import Page, Post
from tawatur.text.dates import date_share, find_dates
from tawatur.text.lines import Line, lines

# One date line above one title may be the page's own; a habit takes two, and most of the posts.
_LEAST_POSTS, _LEAST_SHARE = 2, 0.6
_DATE_LINE = 0.9
_LOOK_BACK = 400


def dates_above(page: Page, posts: Sequence[Post], reference: date | None) -> Mapping[str, tuple[Finding, ...]]:
    """By post id: the date on the line above its title, where that is the habit of the page."""
    found: dict[str, tuple[Finding, ...]] = {}
    end = 0
    for post in posts:
        line = _line_above(page, max(end, post.span.start - _LOOK_BACK), post.span.start)
        end = post.span.end
        if line is None or date_share(line.text) < _DATE_LINE:
            continue
        for mention in find_dates(line.text, reference=reference)[:1]:
            span = mention.span.moved(line.span.start)
            why = "the date line above its title, as above the other posts of the page"
            found[post.id] = (Finding("published", mention.value, span, why, Rank.ABOVE),)
    enough = len(found) >= _LEAST_POSTS and len(found) >= _LEAST_SHARE * len(posts)
    return found if enough else {}


def _line_above(page: Page, start: int, end: int) -> Line | None:
    above = lines(page.text[start:end])
    if not above:
        return None
    return Line(above[-1].span.moved(start), above[-1].text, above[-1].blanks_before)
