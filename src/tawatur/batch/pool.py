"""A few processes that work on pages side by side, each on one page at a time.

Each worker holds at most one page and the pool one more, so memory does not grow with the input. A worker that dies or
takes too long costs its page only: the page becomes a failure, the worker is replaced, the run goes on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import wait
from time import monotonic
from types import TracebackType

from tawatur.batch.nursery import Nursery
from tawatur.batch.options import RunOptions
from tawatur.batch.worker import Job, broken
from tawatur.errors import LanguageDataError
from tawatur.model import Capture
from tawatur.store import PageRows


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page worked on. `finished` is False where its process ended first, so that a later run tries again."""

    capture: Capture
    rows: PageRows
    finished: bool = True


class _Worker:
    """One process and what it is doing."""

    def __init__(self, nursery: Nursery) -> None:
        self._nursery = nursery
        self.connection, self._pid = nursery.hatch()
        self.capture: Capture | None = None
        self.pages = 0
        self.deadline = monotonic()

    def begin(self, capture: Capture, limit_s: float) -> None:
        """Hand over a page. Raises: OSError where the process is gone."""
        self.connection.send(capture)
        self.capture = capture
        self.pages += 1
        self.deadline = monotonic() + limit_s

    def end(self) -> int:
        """End the process at once; gives its exit code."""
        self.connection.close()
        return self._nursery.end(self._pid)


class Pool:
    """Use it with `with`: at its end no process is left, whatever happened."""

    def __init__(self, options: RunOptions, workers: int) -> None:
        self._options = options
        self._count = workers
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []
        self._nursery = Nursery(Job(recipe=options.recipe, packs=options.packs, memory_limit=options.memory_limit))

    def __enter__(self) -> Pool:
        try:
            self._nursery.wait()
            self._idle = [_Worker(self._nursery) for _ in range(self._count)]
        except BaseException:
            self._end_all()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end_all()

    def work(self, captures: Iterator[Capture]) -> Iterator[Outcome]:
        """What became of each of `captures`, in the order in which they get done."""
        upcoming = next(captures, None)
        while upcoming is not None or self._busy:
            while upcoming is not None and self._idle:
                self._begin(upcoming)
                upcoming = next(captures, None)
            for worker in self._ready():
                outcome = self._take(worker)
                # The next page goes out before this one is stored, so that no worker waits for the disk.
                if upcoming is not None and self._idle:
                    self._begin(upcoming)
                    upcoming = next(captures, None)
                yield outcome

    def _begin(self, capture: Capture) -> None:
        worker = self._idle.pop()
        try:
            worker.begin(capture, self._options.page_limit_s)
        except OSError:  # it died while it had nothing to do, so the page is not to blame
            worker.end()
            worker = _Worker(self._nursery)
            worker.begin(capture, self._options.page_limit_s)
        self._busy.append(worker)

    def _ready(self) -> list[_Worker]:
        """Workers that have something to say, or whose time is over."""
        until = min(worker.deadline for worker in self._busy)
        speaking = wait([worker.connection for worker in self._busy], max(0.0, until - monotonic()))
        if speaking:
            return [worker for worker in self._busy if worker.connection in speaking]
        return [worker for worker in self._busy if worker.deadline <= monotonic()]

    def _take(self, worker: _Worker) -> Outcome:
        """What `worker` has to say: what it made of its page, or nothing any more."""
        try:
            said = worker.connection.recv() if worker.connection.poll() else None
        except (EOFError, OSError):
            said = EOFError
        if isinstance(said, LanguageDataError):
            raise said
        self._busy.remove(worker)
        capture = worker.capture
        assert capture is not None
        if isinstance(said, PageRows):
            self._retire_or_keep(worker)
            return Outcome(capture, said)
        return self._lost(worker, capture, died=said is EOFError)

    def _retire_or_keep(self, worker: _Worker) -> None:
        worker.capture = None
        if worker.pages < self._options.pages_per_worker:
            self._idle.append(worker)
        else:
            worker.end()
            self._idle.append(_Worker(self._nursery))

    def _lost(self, worker: _Worker, capture: Capture, *, died: bool) -> Outcome:
        code = worker.end()
        self._idle.append(_Worker(self._nursery))
        if died:
            kind, what = "WorkerDied", f"the process that worked on this page ended early (exit code {code})"
        else:
            kind, what = "TimeLimit", f"this page took longer than {self._options.page_limit_s:g} s"
        message = f"{what}. Its bytes are kept; the same command tries it again."
        return Outcome(capture, broken(capture, kind, message), finished=False)

    def _end_all(self) -> None:
        for worker in (*self._idle, *self._busy):
            worker.connection.close()
        self._idle, self._busy = [], []
        self._nursery.close()
