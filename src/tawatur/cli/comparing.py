"""The look at all posts of a case together, which `read` ends with and `reuse` begins with."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tawatur.cli.output import say, some

if TYPE_CHECKING:
    from tawatur.batch.whole import WholeSummary


def compare_posts(
    case: Path, *, again: bool = False, memory_mb: int | None = None, quiet: bool = False
) -> WholeSummary:
    """Bring reuse and chains of a case up to date; on a terminal, say that this is going on."""
    from tawatur.batch.whole import connect_posts, waiting_posts

    waiting = waiting_posts(case)
    if waiting and sys.stderr.isatty() and not quiet:
        say(
            f"Comparing {some(waiting, 'post')} with all others (the first time ever takes half a minute) ..."
        )
    return connect_posts(case, again=again, memory_mb=memory_mb)
