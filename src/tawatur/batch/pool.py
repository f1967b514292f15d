"""A few processes that work on pages side by side, each on one page at a time.

Each worker holds at most one page and the pool one more, so memory does not grow with the input. A worker that dies or
takes too long costs its page only: the page becomes a failure, the worker is replaced, the run goes on.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import wait
from time import monotonic
from types import TracebackType

from tawatur.batch.options import RunOptions
from tawatur.batch.worker import READY, Job, broken
from tawatur.errors import LanguageDataError, TawaturError
from tawatur.model import Capture
from tawatur.store import PageRows

# Libraries are loaded and language data is read in this time, on a slow and busy machine too.
_START_LIMIT_S = 180.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """One page worked on. `finished` is False where its process ended first, so that a later run tries again."""

    capture: Capture
    rows: PageRows
    finished: bool = True


class _Worker:
    """One process and what it is doing."""

    def __init__(self, job: Job) -> None:
        self.connection, theirs = Pipe()
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tawatur.batch", str(theirs.fileno())],
            pass_fds=[theirs.fileno()],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            # A group of its own: Ctrl-C at the terminal reaches the run, which then ends its workers.
            process_group=0,
            env=_environment(),
        )
        theirs.close()
        self.capture: Capture | None = None
        self.pages = 0
        self.deadline = monotonic() + _START_LIMIT_S
        self.connection.send(job)

    def begin(self, capture: Capture, limit_s: float) -> None:
        """Hand over a page. Raises: OSError where the process is gone."""
        self.connection.send(capture)
        self.capture = capture
        self.pages += 1
        self.deadline = monotonic() + limit_s

    def end(self) -> int:
        """End the process at once; gives its exit code."""
        self.connection.close()
        self.process.kill()
        return self.process.wait()


class Pool:
    """Use it with `with`: at its end no process is left, whatever happened."""

    def __init__(self, options: RunOptions, workers: int) -> None:
        self._options = options
        self._job = Job(recipe=options.recipe, packs=options.packs, memory_limit=options.memory_limit)
        self._starting: list[_Worker] = []
        self._idle: list[_Worker] = []
        self._busy: list[_Worker] = []
        self._count = workers

    def __enter__(self) -> Pool:
        try:
            for _ in range(self._count):
                self._starting.append(_Worker(self._job))
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
                if outcome is not None:
                    yield outcome

    def _begin(self, capture: Capture) -> None:
        worker = self._idle.pop()
        try:
            worker.begin(capture, self._options.page_limit_s)
        except OSError:  # it died while it had nothing to do, so the page is not to blame
            worker.end()
            worker = self._fresh_and_ready()
            worker.begin(capture, self._options.page_limit_s)
        self._busy.append(worker)

    def _ready(self) -> list[_Worker]:
        """Workers that have something to say, or whose time is over."""
        awaited = [*self._starting, *self._busy]
        until = min(worker.deadline for worker in awaited)
        speaking = wait([worker.connection for worker in awaited], max(0.0, until - monotonic()))
        if speaking:
            return [worker for worker in awaited if worker.connection in speaking]
        return [worker for worker in awaited if worker.deadline <= monotonic()]

    def _take(self, worker: _Worker) -> Outcome | None:
        """What `worker` has to say: that it is ready, what it made of its page, or nothing any more."""
        try:
            said = worker.connection.recv() if worker.connection.poll() else None
        except (EOFError, OSError):
            said = EOFError
        if isinstance(said, LanguageDataError):
            raise said
        if worker in self._starting:
            self._starting.remove(worker)
            if said != READY:
                raise _cannot_start(worker.end())
            self._idle.append(worker)
            return None
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
            self._starting.append(_Worker(self._job))

    def _lost(self, worker: _Worker, capture: Capture, *, died: bool) -> Outcome:
        code = worker.end()
        self._starting.append(_Worker(self._job))
        if died:
            kind, what = "WorkerDied", f"the process that worked on this page ended early (exit code {code})"
        else:
            kind, what = "TimeLimit", f"this page took longer than {self._options.page_limit_s:g} s"
        message = f"{what}. Its bytes are kept; the same command tries it again."
        return Outcome(capture, broken(capture, kind, message), finished=False)

    def _fresh_and_ready(self) -> _Worker:
        worker = _Worker(self._job)
        if not worker.connection.poll(_START_LIMIT_S) or worker.connection.recv() != READY:
            raise _cannot_start(worker.end())
        return worker

    def _end_all(self) -> None:
        for worker in (*self._starting, *self._idle, *self._busy):
            worker.end()
        self._starting, self._idle, self._busy = [], [], []


def _cannot_start(code: int) -> TawaturError:
    return TawaturError(
        f"a worker process ended before its first page (exit code {code}). What it said stands above. "
        "With `--workers 0` all is done in one process."
    )


def _environment() -> dict[str, str]:
    """What a worker inherits: where modules are found, and one thread for each, since there is one for each core."""
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "NUMBA_NUM_THREADS"), "1")
    return {**os.environ, **single, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
