"""One page's work, and the process that does it page after page.

A worker is started as `python -m tawatur.batch FD` and speaks over the socket that it inherits. It knows nothing
of the case: captures come in, rows go out. It ends when the other side closes.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from tawatur.errors import LanguageDataError
from tawatur.languages import use_packs
from tawatur.model import Capture, Failure
from tawatur.pipeline import Recipe
from tawatur.store import PageRows, prepare

READY = "ready"


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What a worker must know before its first page."""

    recipe: Recipe
    packs: tuple[Path, ...]
    memory_limit: int


def work_on(capture: Capture, recipe: Recipe) -> PageRows:
    """All that the case will store of `capture`. Whatever breaks becomes a failure beside the raw bytes.

    Raises: LanguageDataError, which every page after this one would meet too.
    """
    try:
        processed = recipe.process(capture)
        return prepare(capture, processed.reading, processed.failures)
    except LanguageDataError:
        raise
    except Exception as error:  # noqa: BLE001 - the edge of one page: no defect of ours or of a library ends the run
        return prepare(capture, None, (_defect(capture, error),))


def broken(capture: Capture, kind: str, message: str) -> PageRows:
    """The rows of a page that could not be worked on to the end: its bytes, and why."""
    return prepare(
        capture,
        None,
        (
            Failure(
                stage="batch",
                source=capture.source,
                offset=capture.offset,
                kind=kind,
                message=f"{capture.source}: {message}",
            ),
        ),
    )


def _defect(capture: Capture, error: Exception) -> Failure:
    return Failure(
        stage="batch",
        source=capture.source,
        offset=capture.offset,
        kind=type(error).__name__,
        message=f"{capture.source}: this page could not be worked on ({type(error).__name__}: {error}). "
        "Its bytes are kept. Please report this with the page, if you may share it.",
    )


def serve(connection: Connection) -> None:
    """Work on what comes over `connection` until it closes."""
    # Without a handler, what libraries log would go to the terminal, into the progress bar.
    logging.getLogger().addHandler(logging.NullHandler())
    try:
        job: Job = connection.recv()
        _limit_memory(job.memory_limit)
        use_packs(job.packs)
        connection.send(READY)
        while (capture := connection.recv()) is not None:
            connection.send(work_on(capture, job.recipe))
    except LanguageDataError as error:
        connection.send(error)
    except (EOFError, ConnectionError):
        return  # the run is over, or was killed


def _limit_memory(limit: int) -> None:
    try:
        import resource
    except ImportError:  # no such thing on this system
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard == resource.RLIM_INFINITY or hard > limit:
        resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))
