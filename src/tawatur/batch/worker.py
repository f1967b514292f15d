"""One page's work, and the process that does it page after page.

A worker is forked by the nursery (`nursery.py`) and speaks over the socket that it inherits. It knows nothing of the
case: captures come in, rows go out. It ends when the other side closes.
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

# Worked on before the first page, so that all tables are there: a script and a language a line.
_FIRST = (
    "“The bridge is open,” the mayor of Paris said on Monday, 3 May 2021.",
    "قال عمدة باريس أمس الاثنين إنّ الجسر «مفتوح أمام الجميع».",
)


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


def load(job: Job) -> None:
    """Load all that the job's pages will need. Raises: LanguageDataError where data of a pack break their own rules."""
    # Without a handler, what libraries log would go to the terminal, into the progress bar.
    logging.getLogger().addHandler(logging.NullHandler())
    use_packs(job.packs)
    for text in _FIRST:
        capture = Capture(source="", name="", raw=text.encode(), retrieved="2021-05-04T00:00:00+00:00")
        work_on(capture, job.recipe)


def serve(connection: Connection, job: Job) -> None:
    """Work on what comes over `connection` until it closes."""
    _limit_memory(job.memory_limit)
    try:
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
