"""One run: captures come in one after another, are worked on side by side, and are stored by one writer."""

from __future__ import annotations

import os
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from datetime import UTC, datetime
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path

from tawatur.batch.options import RunOptions
from tawatur.batch.pool import Outcome, Pool
from tawatur.batch.progress import Extent, ProgressCallback, RunSummary, Tally, extent_of
from tawatur.batch.worker import work_on
from tawatur.languages import use_packs
from tawatur.model import Capture, Failure
from tawatur.model.ids import page_id, sha256_hex
from tawatur.read import open_sources
from tawatur.store import CaseStore, open_case, storable_capture
from tawatur.store.runs import RunKind, RunState

# Starting workers takes a second or two; so few small pages are done in less.
_FEW = 8
_SMALL = 1 << 20


def run_read(
    case_path: str | Path,
    sources: Sequence[str],
    options: RunOptions | None = None,
    *,
    progress: ProgressCallback | None = None,
) -> RunSummary:
    """Take `sources` into the case, which is made where there is none; what it has already is passed over.

    Pages that an earlier version of a room had worked on are worked on again. Ctrl-C ends the run with what is done
    kept; the next run goes on from there.
    Raises: CaseError where the case cannot be used. What goes wrong with a source is a failure in the case instead.
    """
    options = options or RunOptions()
    with open_case(case_path, create=True) as store:
        arriving = open_sources(sources, options.read)
        return _Run(store, options, progress).carry_out("read", sources, arriving, extent_of(sources), None)


def reprocess(
    case_path: str | Path, options: RunOptions | None = None, *, progress: ProgressCallback | None = None
) -> RunSummary:
    """Work again on all pages that an earlier version of a room had worked on, from their stored bytes.

    With `options.again`, on all pages. Raises: CaseError where the case cannot be used.
    """
    options = options or RunOptions()
    with open_case(case_path) as store:
        ids = [one.id for one in store.taken()] if options.again else list(store.outdated(options.made_by))
        stored = (store.capture(id_) for id_ in ids)
        arriving = (capture for capture in stored if capture is not None)
        return _Run(store, options, progress).carry_out("reprocess", [], arriving, None, len(ids))


class _Run:
    """A run under way: the one writer of the case, and its counts."""

    def __init__(self, store: CaseStore, options: RunOptions, progress: ProgressCallback | None) -> None:
        self._store = store
        self._options = options
        self._progress = progress
        self._under_way: set[str] = set()
        self._failed = store.failed_sources()
        self._healed: set[str] = set()
        self._made_by = options.made_by

    def carry_out(
        self,
        kind: RunKind,
        inputs: Sequence[str],
        arriving: Iterator[Capture | Failure],
        extent: Extent | None,
        total: int | None,
    ) -> RunSummary:
        """Work through `arriving` and record the run."""
        use_packs(self._options.packs)
        self._tally = tally = Tally(self._progress, extent, total)
        self._run_id = self._store.start_run(
            kind=kind,
            program=f"tawatur {version('tawatur')}",
            made_by=self._made_by,
            inputs=inputs,
            options=self._options.to_json(),
            started=_now(),
        )
        state: RunState = "interrupted"
        try:
            with closing(_worked_on(self._wanted(arriving), self._options)) as outcomes:
                for outcome in outcomes:
                    self._keep(outcome)
            # What could not be taken in before, and now could, is no failure any more.
            self._store.shed_failures(self._healed, run_id=self._run_id)
            tally.went_on(last=True)
            state = "done"
        except KeyboardInterrupt:
            pass  # what is done is kept; the summary says that there is more
        finally:
            # A run that an error ended has kept what it did, too.
            self._store.finish_run(
                self._run_id,
                state=state,
                finished=_now(),
                done=tally.done,
                skipped=tally.skipped,
                failed=tally.failed,
                posts=tally.posts,
            )
        return self._summary(kind, state)

    def _wanted(self, arriving: Iterator[Capture | Failure]) -> Iterator[Capture]:
        """The captures that must be worked on; failures are stored and known pages passed over on the way."""
        for item in arriving:
            if isinstance(item, Failure):
                self._store.add_failure(item, run_id=self._run_id)
                self._tally.failed += 1
                self._tally.went_on(item.source)
                continue
            capture = storable_capture(item)
            self._tally.took_in(capture)
            self._healed.update({capture.source, capture.container or ""} & self._failed)
            digest = sha256_hex(capture.raw)
            id_ = page_id(digest, capture.name)
            if id_ in self._under_way or self._is_done(id_):
                self._tally.skipped += 1
                self._tally.went_on(capture.source)
                continue
            self._under_way.add(id_)
            self._store.take_in(id_, digest, capture)
            yield capture

    def _is_done(self, id_: str) -> bool:
        return not self._options.again and self._store.made_by(id_) == self._made_by

    def _keep(self, outcome: Outcome) -> None:
        rows = outcome.rows
        made_by = self._made_by if outcome.finished else None
        self._store.add(outcome.capture, rows, run_id=self._run_id, made_by=made_by)
        self._under_way.discard(rows.id)
        self._tally.done += 1
        self._tally.failed += len(rows.failures)
        self._tally.posts += len(rows.posts)
        self._tally.went_on(outcome.capture.source)

    def _summary(self, kind: RunKind, state: RunState) -> RunSummary:
        counts = self._store.counts()
        tally = self._tally
        return RunSummary(
            case=str(self._store.path),
            run_id=self._run_id,
            kind=kind,
            done=tally.done,
            skipped=tally.skipped,
            failed=tally.failed,
            posts=tally.posts,
            interrupted=state == "interrupted",
            elapsed_s=round(tally.elapsed_s, 3),
            pages_in_case=counts.pages,
            posts_in_case=counts.posts,
            failures_in_case=counts.failures,
            seal=self._store.seal(),
        )


def _worked_on(captures: Iterator[Capture], options: RunOptions) -> Generator[Outcome, None, None]:
    """What becomes of each capture: in this process where they are few and small, otherwise on all cores."""
    workers = _cores() if options.workers is None else options.workers
    first = list(islice(captures, _FEW)) if workers else []
    few = len(first) < _FEW and all(len(capture.raw) <= _SMALL for capture in first)
    if not workers or (few and options.workers is None):
        for capture in chain(first, captures):
            yield Outcome(capture, work_on(capture, options.recipe))
        return
    with Pool(options, min(workers, max(len(first), 1))) as pool:
        yield from pool.work(chain(first, captures))


def _cores() -> int:
    if not hasattr(os, "fork"):
        return 0  # the pool hands sockets down to its processes, which only Unix can
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
