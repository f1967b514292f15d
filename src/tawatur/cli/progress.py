"""How far a run has come, on a terminal and only where it takes long enough to wonder."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import PurePath
from time import monotonic

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn
from rich.text import Text

from tawatur.batch import Progress as Moment
from tawatur.batch import ProgressCallback
from tawatur.cli.terminal import fitted, inline, one_line

# Shorter work is over before a bar could be read.
_PATIENCE_S = 1.0
_SOURCE_CELLS = 24


@contextmanager
def progress_on_terminal(*, quiet: bool) -> Iterator[ProgressCallback | None]:
    """A callback that draws a bar on standard error; None where that cannot be drawn on or the user wants quiet."""
    if quiet or not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield None
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.close()


class _Bar:
    """One line that is drawn once the work has taken a second, and taken away at its end."""

    def __init__(self) -> None:
        self._began = monotonic()
        self._progress: Progress | None = None

    def __call__(self, moment: Moment) -> None:
        """Draw how far the run has come."""
        if self._progress is None:
            if monotonic() - self._began < _PATIENCE_S:
                return
            self._progress = Progress(
                BarColumn(bar_width=18),
                TextColumn("{task.description}"),
                console=Console(stderr=True),
                transient=True,
            )
            self._progress.add_task("", total=None)
            self._progress.start()
        task = self._progress.task_ids[0]
        total = None if moment.share is None else 1.0
        self._progress.update(task, total=total, completed=moment.share or 0.0, description=described(moment))

    def close(self) -> None:
        """Take the bar away."""
        if self._progress is not None:
            self._progress.stop()


def described(moment: Moment) -> str:
    """A moment in words: `1,204 pages, 96/s, 0:02:10 left, 2 failures  feed.xml`."""
    pages = moment.done + moment.skipped
    parts = [f"{pages:,} pages", f"{moment.pages_per_s:.0f}/s"]
    if moment.remaining_s is not None:
        parts.append(f"{clock(moment.remaining_s)} left")
    if moment.failed:
        parts.append(f"{moment.failed:,} failed")
    name = PurePath(moment.source).name if moment.source else ""
    return Text(", ".join(parts) + "  " + inline(fitted(one_line(name), _SOURCE_CELLS))).markup


def clock(seconds: float) -> str:
    """Seconds as `0:42`, `12:05` or `3:04:05`."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
