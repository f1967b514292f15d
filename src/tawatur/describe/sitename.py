"""The outlet that the title of a page adds to the title of its article: "Dam reopens | Harbour Post"."""

from __future__ import annotations

import re

from tawatur.describe.around import tidy
from tawatur.describe.finding import Finding, Rank
from tawatur.model import Page
from tawatur.text.fold import fold_text
from tawatur.text.outlets import outlet_likeness
from tawatur.text.stamps import is_section

_BETWEEN = re.compile(r"\s+[-–—|:»«•·~]+\s+|\s*[|»«•]+\s*|\s*::\s*|\s*[–—]\s+")
_LONGEST_TITLE = 400
# The place says that it is the site; a name that could be one is enough.
_LEAST = 0.4


def site_named(page: Page, title: str | None) -> Finding | None:
    """What stands beside the article's own title in the title of the page, where it can be an outlet's name.

    Args:
        page: its `title` is what the form gives, None for plain text.
        title: the title of the only post on the page.
    """
    if page.title is None or title is None or len(page.title) > _LONGEST_TITLE:
        return None
    parts = [part for part in _BETWEEN.split(page.title) if part.strip()]
    own = fold_text(title)
    others = [part for part in parts if fold_text(tidy(part)) not in own and not is_section(part)]
    if len(parts) < 2 or not own or len(others) != 1 or others[0] not in (parts[0], parts[-1]):
        return None
    name = tidy(others[0])
    if outlet_likeness(name) < _LEAST:
        return None
    return Finding("outlet", name, None, "beside the article's title in the title of the page", Rank.PAGE_TITLE)
