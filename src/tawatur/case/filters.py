"""Which posts are asked for: by language, outlet and days."""

from __future__ import annotations

import re

from tawatur.case.posts import CasePost
from tawatur.errors import UsageError
from tawatur.store import Filters
from tawatur.text.fold import fold_text

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def filters_of(lang: str | None, outlet: str | None, since: str | None, until: str | None) -> Filters:
    """The filters as the store takes them. Raises: UsageError for a day that is none."""
    for day in filter(None, (since, until)):
        if not _DAY.fullmatch(day):
            raise UsageError(f"{day}: not a day. Write it as 2024, 2024-05 or 2024-05-31.")
    return Filters(lang=lang, outlet=outlet, since=since, until=until)


def passes(post: CasePost, filters: Filters) -> bool:
    """True where `post` is one that `filters` let through; the same posts as a search with them looks at."""
    if filters.lang and post.lang != filters.lang and not (post.lang or "").startswith(f"{filters.lang}-"):
        return False
    if filters.outlet and fold_text(filters.outlet) not in fold_text(post.outlet or ""):
        return False
    day = (post.published or "")[:10]
    if (filters.since or filters.until) and not day:
        return False
    # Both are cut to the shorter precision before they are compared.
    too_early = filters.since is not None and day < filters.since[: len(day)]
    too_late = filters.until is not None and day[: len(filters.until)] > filters.until
    return not too_early and not too_late
