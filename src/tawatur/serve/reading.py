"""The places of a case, gathered page by page as the report gathers them."""

from __future__ import annotations

from tawatur.case import Case
from tawatur.report.html_index import CaseIndex, Found
from tawatur.report.html_posts import page_posts
from tawatur.report.html_words import Words


def one_page(case: Case, words: Words) -> Found:
    """The indexes of the whole case."""
    index = CaseIndex(words, None, {})
    number = 1
    for reading in case.readings():
        views = page_posts(reading, words, number=number, around=index.around)
        index.add(reading, views)
        number += len(views)
    return index.found()
