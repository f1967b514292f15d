"""The day a page speaks from, for words that count from it ("yesterday", "Sept 20")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from tawatur.describe.stated import stated_date
from tawatur.model import Page, Post
from tawatur.text.dates import date_share, find_dates
from tawatur.text.lines import lines

# The date of a page stands near its top, if anywhere; a very long page is not searched for it.
_TOP_LENGTH = 4000
_DATE_LINE = 0.9
_DIGIT = re.compile(r"\d")


def page_day(page: Page, posts: Sequence[Post]) -> date | None:
    """The day of the page: the date line above its first post, else what its form states, else the day it was fetched.

    A plain file has no day of its own: when it was last written says nothing of the page. None where nothing tells.
    """
    return _printed(page, posts) or _stated(page) or _fetched(page)


def _printed(page: Page, posts: Sequence[Post]) -> date | None:
    top = posts[0].span.start if posts else len(page.text)
    for line in lines(page.text[: min(top, _TOP_LENGTH)]):
        if _DIGIT.search(line.text) and date_share(line.text) >= _DATE_LINE:
            day = _whole_day(next((mention.value for mention in find_dates(line.text)), None))
            if day is not None:
                return day
    return None


def _stated(page: Page) -> date | None:
    for name in ("published", "modified"):
        for one in page.stated:
            day = _whole_day(stated_date(one.value)) if one.name == name else None
            if day is not None:
                return day
    return None


def _fetched(page: Page) -> date | None:
    return _whole_day(page.retrieved) if page.uri is not None else None


def _whole_day(value: str | None) -> date | None:
    """The day of an ISO 8601 value; None where it is only a month or a year."""
    if value is None or len(value) < 10:
        return None
    try:
        return date.fromisoformat(value[:10])
    except ValueError:
        return None
