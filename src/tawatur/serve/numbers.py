"""The posts of a case in short, as lists show them."""

from __future__ import annotations

from tawatur.case import Case
from tawatur.report.html_told import phrase
from tawatur.report.html_view import Row


def rows_of(case: Case) -> list[Row]:
    """Every post with its number, title, outlet and date; no text is read."""
    return [
        Row(
            number,
            brief.id,
            phrase(brief.title, brief.lang) if brief.title else None,
            phrase(brief.outlet, brief.lang) if brief.outlet else None,
            phrase(brief.byline, brief.lang) if brief.byline else None,
            brief.published,
            brief.lang,
            brief.source,
        )
        for number, brief in enumerate(case.briefs(), 1)
    ]
