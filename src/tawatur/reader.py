"""`tawatur.read([...])`: sources become an open case.

Apart from `case.py`, so that who only opens a case does not wait for what reads pages to load.
"""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from tawatur.batch import ProgressCallback, RunOptions, run_read
from tawatur.batch.people import link_case_speakers
from tawatur.batch.whole import connect_posts
from tawatur.case import Case
from tawatur.read import ReadOptions
from tawatur.store import open_case


def read(
    sources: str | Path | Sequence[str | Path],
    *,
    case: str | Path | None = None,
    options: ReadOptions | None = None,
    packs: Sequence[str | Path] = (),
    workers: int | None = None,
    reuse: bool = True,
    progress: ProgressCallback | None = None,
) -> Case:
    """Read sources into a case, and open it.

    Args:
        sources: files, folders, patterns, web addresses, or `-` for standard input; one or several.
        case: the file to make or to add to. None: a case of its own that is gone when it is closed.
        options: limits and permissions of reading.
        packs: folders or files with language data of your own.
        workers: processes to use beside this one; None: one for each core, none for a handful of pages.
        reuse: compare the new posts with all others at the end: who shares words with whom, and who has them from whom.
        progress: called with a `tawatur.batch.Progress` now and then.
    Returns: the case; its `summary` says how many pages, posts and failures this reading came to. What could not be
        read is in `case.failures`. Ctrl-C ends the reading: `summary.interrupted` is then true and what was done is kept.
    Raises: CaseError where the case cannot be used, LanguageDataError where a pack breaks its own rules.
    """
    named = [sources] if isinstance(sources, str | Path) else sources
    folder = tempfile.TemporaryDirectory(prefix="tawatur-") if case is None else None
    path = Path(folder.name, "case.tawatur") if folder else Path(case or "")
    run = RunOptions(read=options or ReadOptions(), packs=tuple(map(Path, packs)), workers=workers)
    summary = run_read(path, [str(source) for source in named], run, progress=progress)
    if reuse and not summary.interrupted:
        connect_posts(path)
    if not summary.interrupted:
        link_case_speakers(path)
    return Case(open_case(path), summary=summary, folder=folder)
