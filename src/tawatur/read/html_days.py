"""Is a day that a library found really stated by the page? A bare year or month is often filled up to its first day."""

from __future__ import annotations

import re
from typing import Any

from tawatur.read.html_model import Flat
from tawatur.text.dates import find_dates

_FILLED = re.compile(r"(\d{4})-(\d{2})-01")
LONGEST_LINE = 2_000
MOST_LINES = 400
"""Lines with the year in them that are searched for the day; each costs some 0.1 ms."""
MOST_ELEMENTS = 20_000
_TAGS = ("meta", "time", "abbr", "span", "link", "script")
_ATTRIBUTES = ("content", "datetime", "title", "href")
_FIGURES = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")


def stated_day(day: str | None, tree: Any, flat: Flat, url: str | None) -> str | None:
    """`day` where the page states it, and None where it may only have been filled up from a year or a month.

    Only the first of a month is in doubt. It is stated where it stands in the address of the page, in an attribute or
    a script, or in the visible text, in any of the forms that dates are written in.
    """
    found = _FILLED.fullmatch(day or "")
    if day is None or found is None:
        return day
    year, month = found.groups()
    written = _written(year, month)
    if written.search(url or "") or _in_markup(tree, written, year):
        return day
    return day if _in_text(flat, day, year) else None


def _written(year: str, month: str) -> re.Pattern[str]:
    """The day in figures: year first, day first, month first."""
    m, d, sep = f"0?{int(month)}", "0?1", r"\s?[-/._]\s?"
    forms = (f"{year}{sep}{m}{sep}{d}", f"{year}{month}01", f"{d}{sep}{m}{sep}{year}", f"{m}{sep}{d}{sep}{year}")
    return re.compile(rf"(?<!\d)(?:{'|'.join(forms)})(?!\d)")


def _in_markup(tree: Any, written: re.Pattern[str], year: str) -> bool:
    """An attribute or a script has the day in figures."""
    for el, _ in zip(tree.iter(*_TAGS), range(MOST_ELEMENTS), strict=False):
        values = (el.text,) if el.tag == "script" else map(el.get, _ATTRIBUTES)
        if any(value and year in value and written.search(value) for value in values):
            return True
    return False


def _in_text(flat: Flat, day: str, year: str) -> bool:
    """A line of the page prints the day, in figures or in words."""
    with_year = (line.text for line in flat.lines if year in line.text.translate(_FIGURES))
    for text, _ in zip(with_year, range(MOST_LINES), strict=False):
        if any(mention.value.startswith(day) for mention in find_dates(text[:LONGEST_LINE])):
            return True
    return False
