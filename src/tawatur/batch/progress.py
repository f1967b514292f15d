"""How far a run has come, and what it came to."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from tawatur.model import Capture

_EVERY_S = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """A moment of a run. Pages are counted, except where a name says otherwise."""

    done: int
    skipped: int
    failed: int
    """Failures."""
    posts: int
    total: int | None
    """All pages there are to do, where that is known beforehand."""
    share: float | None
    """Part of the input that has been gone through, 0 to 1; None where its size is unknown (addresses, standard input)."""
    pages_per_s: float
    remaining_s: float | None
    source: str | None
    """What was worked on last."""


ProgressCallback = Callable[[Progress], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class RunSummary:
    """What a run came to."""

    case: str
    run_id: int
    kind: str
    done: int
    """Pages worked on now."""
    skipped: int
    """Pages that the case had already, made by the same versions."""
    failed: int
    """Failures met now; the case lists each with its source, place and next step."""
    posts: int
    """Posts found now."""
    interrupted: bool
    elapsed_s: float
    pages_in_case: int
    posts_in_case: int
    failures_in_case: int
    seal: str
    """Seal of the last capture: noted elsewhere, it proves later that no evidence was changed since."""

    def to_json(self) -> dict[str, Any]:
        """The summary as plain values."""
        return asdict(self)


class Tally:
    """Counts of a run under way; tells `callback` of them, at most ten times a second."""

    def __init__(self, callback: ProgressCallback | None, extent: Extent | None, total: int | None) -> None:
        self.done = self.skipped = self.failed = self.posts = 0
        self._callback = callback
        self._extent = extent
        self._total = total
        self._source: str | None = None
        self._began = monotonic()
        self._told = 0.0

    @property
    def elapsed_s(self) -> float:
        """Seconds since the run began."""
        return monotonic() - self._began

    def took_in(self, capture: Capture) -> None:
        """A capture came in."""
        if self._extent is not None:
            self._extent.reached(capture)

    def went_on(self, source: str | None = None, *, last: bool = False) -> None:
        """Something was counted."""
        self._source = source or self._source
        now = monotonic()
        if self._callback is not None and (last or now - self._told >= _EVERY_S):
            self._told = now
            self._callback(self._now(last=last))

    def _now(self, *, last: bool) -> Progress:
        gone = self.done + self.skipped
        elapsed = max(self.elapsed_s, 1e-9)
        share = self._extent.share if self._extent is not None else None
        if self._total:
            share = gone / self._total
        if last:
            share = 1.0
        return Progress(
            done=self.done,
            skipped=self.skipped,
            failed=self.failed,
            posts=self.posts,
            total=gone if last else self._total,
            share=share,
            pages_per_s=gone / elapsed,
            remaining_s=elapsed * (1 - share) / share if share else None,
            source=self._source,
        )


class Extent:
    """How much of the named files has been gone through, by bytes: an archive counts by the place of its records."""

    def __init__(self, sizes: dict[str, int]) -> None:
        self._sizes = sizes
        self._all = sum(sizes.values())
        self._passed: set[str] = set()
        self._passed_bytes = 0
        self._current: str | None = None
        self._inside = 0

    @property
    def share(self) -> float | None:
        """From 0 to 1; None for nothing at all."""
        return min(1.0, (self._passed_bytes + self._inside) / self._all) if self._all else None

    def reached(self, capture: Capture) -> None:
        """A capture came in; whatever came before it has been gone through."""
        file = capture.container or capture.source
        if file != self._current:
            if self._current is not None and self._current not in self._passed:
                self._passed.add(self._current)
                self._passed_bytes += self._sizes.get(self._current, 0)
            self._current, self._inside = file, 0
        if capture.container is not None and capture.offset is not None:
            self._inside = min(capture.offset, self._sizes.get(file, 0))


def extent_of(sources: Sequence[str]) -> Extent | None:
    """The sizes of all files that `sources` name; None where one of them is no file or folder."""
    sizes: dict[str, int] = {}
    for source in sources:
        path = Path(source)
        try:
            if path.is_dir():
                sizes.update(_sizes_below(path))
            elif path.is_file():
                sizes[source] = path.stat().st_size
            else:
                return None
        except OSError:
            return None
    return Extent(sizes)


def _sizes_below(folder: Path) -> dict[str, int]:
    found: dict[str, int] = {}
    for base, _, names in os.walk(folder):
        for name in names:
            file = Path(base, name)
            try:
                found[str(file)] = file.stat().st_size
            except OSError:
                continue  # gone meanwhile, or a dead link: the reader will say so
    return found
