"""Writing files so that each is whole or not there: under another name first, then moved into place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

from tawatur.errors import ExportError


@contextmanager
def export_to(out: Path) -> Iterator[None]:
    """Make the folder `out` and turn what the system says against writing in it into an ExportError."""
    try:
        out.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise ExportError(
            f"{error.filename or out}: the export could not be written ({error.strerror or error}). "
            "Check that the folder may be written and the disk has room, and run the same command again."
        ) from error


@contextmanager
def whole_text(path: Path, *, encoding: str = "utf-8", newline: str = "\n") -> Iterator[IO[str]]:
    """A text file that appears at `path` when it is written to the end."""
    with whole_file(path) as unfinished, unfinished.open("w", encoding=encoding, newline=newline) as file:
        yield file
        _to_disk(file)


@contextmanager
def whole_file(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to, which becomes `path` at the end; nothing is left behind on an error."""
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        yield unfinished
        unfinished.replace(path)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise


def _to_disk(file: IO[Any]) -> None:
    file.flush()
    os.fsync(file.fileno())
