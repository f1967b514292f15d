"""The case: one SQLite file that holds the evidence, what was read from it, and how.

in:   captures with what the rooms made of them, page by page (`prepare`, `CaseStore.add`)
out:  pages, posts, descriptions, failures and runs as model objects; search with exact spans; `verify`
"""

from tawatur.store.captures import Taken, storable_capture
from tawatur.store.case import Brief, CaseStore, Counts, open_case
from tawatur.store.rows import PageRows, prepare
from tawatur.store.runs import Run
from tawatur.store.search import Filters, Found, Hit
from tawatur.store.verify import Finding

__all__ = [
    "Brief",
    "CaseStore",
    "Counts",
    "Filters",
    "Finding",
    "Found",
    "Hit",
    "PageRows",
    "Run",
    "Taken",
    "open_case",
    "prepare",
    "storable_capture",
]
