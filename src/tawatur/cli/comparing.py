"""The look at all posts of a case together, which `read` ends with and `reuse` begins with."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from tawatur.cli.output import some

if TYPE_CHECKING:
    from tawatur.batch.whole import WholeSummary


def compare_posts(
    case: Path,
    *,
    again: bool = False,
    memory_mb: int | None = None,
    packs: Sequence[Path] = (),
    quiet: bool = False,
) -> WholeSummary:
    """Bring reuse and chains of a case up to date; on a terminal, one line says so while it goes on."""
    from tawatur.batch.whole import connect_posts, waiting_posts
    from tawatur.languages import use_packs

    if packs:
        use_packs(tuple(packs))
    waiting = 0 if quiet else waiting_posts(case)
    with _waiting_line(waiting):
        return connect_posts(case, again=again, memory_mb=memory_mb)


def link_speakers(case: Path, *, again: bool = False) -> None:
    """Bring the speakers of a case up to date."""
    from tawatur.batch.people import link_case_speakers

    link_case_speakers(case, again=again)


def bring_up_to_date(case: Path, *, again: bool = False) -> None:
    """Bring all that rests on the posts together up to date: reuse, chains, speakers, stories and claims."""
    from tawatur.batch.telling import tell_case_stories

    compare_posts(case, quiet=True)
    link_speakers(case)
    tell_case_stories(case, again=again)


def _waiting_line(posts: int) -> AbstractContextManager[object]:
    """A line on standard error that goes away at the end; nothing where there is nothing to wait for, or no terminal."""
    if not posts or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        return nullcontext()
    # What finds shared text is compiled for this machine when it first runs, and kept.
    words = f"Comparing {some(posts, 'post')} with all others (half a minute the first time after an installation)"
    return Console(file=sys.stderr, highlight=False, markup=False).status(words)
