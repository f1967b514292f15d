"""The rooms that need all posts of a case at once: which posts share words. New posts are added to what was found."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from time import monotonic

from tawatur.batch.chaining import find_case_chains
from tawatur.model import ReusePost
from tawatur.reuse import MADE_BY, ReuseOptions, find_reuse, kept_posts
from tawatur.store import CaseStore, open_case
from tawatur.store.reuse import place_of

# A case with less text is searched whole in about a second, so that nothing need be kept beside it.
SMALL_CODE_POINTS = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeSummary:
    """What a look at all posts of a case came to."""

    new: int
    """Posts that had not been searched before."""
    again: bool
    """True where all posts were searched, not only the new ones."""
    pairs: int
    """Pairs of posts that share words, in the whole case."""
    elapsed_s: float


def connect_posts(case: str | Path, *, again: bool = False, memory_mb: int | None = None) -> WholeSummary:
    """Bring the reuse, the directions and the chains of a case up to date; see `find_case_reuse`.

    Raises: CaseError where the case cannot be used.
    """
    with open_case(case) as store:
        summary = find_case_reuse(store, again=again, memory_mb=memory_mb)
        find_case_chains(store, again=summary.again)
    return summary


def waiting_posts(case: str | Path) -> int:
    """How many posts of a case have not been compared with the others."""
    with open_case(case) as store:
        return store.reuse.waiting().new


def index_of(case: Path) -> Path:
    """The folder beside a big case that spares searching old posts again. Safe to remove: it is then made anew."""
    return case.with_name(case.name + ".index")


def find_case_reuse(
    store: CaseStore, *, again: bool = False, memory_mb: int | None = None, small: int = SMALL_CODE_POINTS
) -> WholeSummary:
    """Bring the reuse of a case up to date.

    New posts are compared with all; that costs in proportion to the new ones where the case is big and its index is
    there. Everything is searched anew where posts are gone or were changed, the index is missing, or the program
    finds reuse in another way than before. Each step is whole or not at all; a run that is killed is made up for by
    the next.

    Args:
        again: search all posts, even where nothing is new.
        memory_mb: bound for the search; None: about 24 bytes for each word of the posts that are searched.
        small: code points up to which a case is searched whole, without an index.
    Raises: CaseError where the case cannot be used.
    """
    began = monotonic()
    tables = store.reuse
    waiting, last = tables.waiting(), tables.search()
    if last is None or last.made_by != MADE_BY or not waiting.fits:
        again = True
    folder = index_of(store.path) if tables.code_points() > small else None
    if waiting.new or again:
        if folder is None or last is None or last.index is None or kept_posts(folder) != last.index:
            again = True
        _search(store, folder, afresh=again, memory_mb=memory_mb)
    return WholeSummary(new=waiting.new, again=again, pairs=tables.count(), elapsed_s=round(monotonic() - began, 3))


def _search(store: CaseStore, folder: Path | None, *, afresh: bool, memory_mb: int | None) -> None:
    """Search the posts that wait, or all, and store what is found."""
    if afresh:
        _remove(index_of(store.path))
    seen: list[str] = []

    def noted(texts: Iterator[ReusePost]) -> Iterator[ReusePost]:
        for text in texts:
            seen.append(place_of(text.id)[0])
            yield text

    texts = noted(store.reuse.texts(only_new=not afresh))
    pairs = find_reuse(texts, ReuseOptions(folder=folder, memory_mb=memory_mb))
    # The search itself runs before the case is locked for writing; with a bound on memory, at least its first part.
    first = list(islice(pairs, 1))
    store.reuse.add(
        chain(first, pairs),
        seen,
        made_by=MADE_BY,
        index=lambda: kept_posts(folder) if folder else None,
        afresh=afresh,
    )


def _remove(folder: Path) -> None:
    """Take an index away. A folder of that name which is none is left alone: the search will then refuse it."""
    if (folder / "tokens.column").exists():
        shutil.rmtree(folder, ignore_errors=True)
