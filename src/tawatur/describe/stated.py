"""What the form of a page, not its prose, says of a post."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tawatur.describe.around import tidy
from tawatur.describe.finding import Field, Finding, Rank
from tawatur.model import Stated
from tawatur.text.dates import find_dates
from tawatur.text.fold import fold_text

_PARTIAL = re.compile(r"\d{4}(?:-\d{2})?")
_ADDRESS = re.compile(r"https?://|www\.|@")
_NO_ONE = frozenset(
    {"admin", "administrator", "editor", "webmaster", "root", "user", "author", "unknown", "none", "guest"}
)
_FIELDS: dict[str, Field] = {"byline": "byline", "outlet": "outlet", "source": "outlet", "published": "published"}


def stated_findings(stated: Iterable[Stated], *, of_page: bool) -> Iterator[Finding]:
    """Byline, outlet and date from metadata and markup.

    Args:
        stated: the fields of the post's own unit, or of a page that has only this post.
        of_page: True for the latter: its outlet is where the page stands, which a credit in the text overrules.
    """
    stated = tuple(stated)
    for one in stated:
        field = _FIELDS.get(one.name)
        value = _value(one) if field is not None else None
        if field is None or value is None:
            continue
        rank = Rank.PAGE_STATED if of_page and field == "outlet" else Rank.STATED
        if one.span is not None and not of_page:
            rank = Rank.SET_APART
        yield Finding(field, value, one.span, one.where, rank)
    for one in stated:
        day = stated_date(one.value) if one.name == "modified" else None
        if day is not None:
            yield Finding("published", day, one.span, f"{one.where}: the date of the last change", Rank.UPDATED)


def stated_date(value: str) -> str | None:
    """The date in a metadata field as ISO 8601; None where it holds none."""
    value = value.strip()[:80]
    mentions = find_dates(value)
    if mentions:
        return mentions[0].value
    return value if _PARTIAL.fullmatch(value) else None


def stated_title(stated: Iterable[Stated]) -> Stated | None:
    """The title that the form gives, for a post whose title stands nowhere in the text."""
    return next((one for one in stated if one.name == "title" and one.value.strip()), None)


def stated_lang(stated: Iterable[Stated]) -> Stated | None:
    """The language that the form gives."""
    return next((one for one in stated if one.name == "lang" and one.value.strip()), None)


def is_account(name: str) -> bool:
    """True for the name of an account that no person goes by: "admin"."""
    return fold_text(name) in _NO_ONE


def _value(one: Stated) -> str | None:
    """The value as it may stand in a description; a byline that is an account or an address is none."""
    if one.name == "published":
        return stated_date(one.value)
    value = tidy(one.value)
    if one.name == "byline" and (_ADDRESS.search(value) or is_account(value)):
        return None
    return value or None
