"""From what the user named to captures, one after another."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from glob import has_magic
from pathlib import Path
from typing import BinaryIO

from tawatur.errors import ReadError
from tawatur.model import Capture, Failure
from tawatur.read.fetch import fetch
from tawatur.read.folders import Unreadable, expand, walk
from tawatur.read.items import TROUBLES, Item, failure_of
from tawatur.read.opened import captures_of
from tawatur.read.options import ReadOptions

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://")


@dataclass(frozen=True, slots=True)
class _Run:
    options: ReadOptions
    tally: Counter[str]
    seen: set[Path]
    """Files already taken in, links resolved."""


def open_sources(
    sources: Sequence[str], options: ReadOptions | None = None, *, tally: Counter[str] | None = None
) -> Iterator[Capture | Failure]:
    """Take in everything that `sources` name, lazily and in order.

    Args:
        sources: paths of files and folders, glob patterns, http(s) URLs, or `-` for standard input.
        options: limits and permissions; the defaults refuse private addresses and documents over 64 MiB.
        tally: counts what archives hold beside documents and is passed over ("request", "status 404", "image/png").
    Returns: a Capture for each document and a Failure for each one that could not be taken in. Archives are
        opened record by record, so that memory stays flat. A file named twice is read once.
    """
    run = _Run(options or ReadOptions(), Counter() if tally is None else tally, set())
    for source in sources:
        try:
            yield from _open_source(source, run)
        except TROUBLES as error:
            yield failure_of(_printable(source), error)


def _open_source(source: str, run: _Run) -> Iterator[Capture | Failure]:
    if source == "-":
        yield from captures_of(_standard_input(), run.options, run.tally)
        return
    if _ADDRESS.match(source):
        yield from captures_of(fetch(source, run.options), run.options, run.tally)
        return
    path = Path(source)
    if path.is_dir():
        for file in walk(path, run.options):
            yield from _open_walked(file, path, source, run)
    elif path.exists():
        yield from _open_file(path, source, path.name, run)
    elif has_magic(source):
        yield from _open_pattern(source, run)
    else:
        raise ReadError(
            f"{source}: there is no such file or folder. Check the name, or give a URL in full (https://...)."
        )


def _open_pattern(pattern: str, run: _Run) -> Iterator[Capture | Failure]:
    base, found = expand(pattern)
    if not found:
        raise ReadError(f"{pattern}: no file fits this pattern. Check it, or name the folder itself.")
    for path in found:
        files = walk(path, run.options) if path.is_dir() else [path]
        for file in files:
            yield from _open_walked(file, base, str(base), run)


def _open_walked(file: Path | Unreadable, base: Path, given: str, run: _Run) -> Iterator[Capture | Failure]:
    """A file found below the folder `base`, which the user gave as `given`."""
    if isinstance(file, Unreadable):
        yield failure_of(_printable(str(file.path)), file.error)
        return
    below = file.relative_to(base).as_posix()
    source = below if given == "." and base == Path() else f"{given.rstrip('/')}/{below}"
    yield from _open_file(file, source, below, run)


def _open_file(path: Path, source: str, name: str, run: _Run) -> Iterator[Capture | Failure]:
    source, name = _printable(source), _printable(name)
    try:
        real = path.resolve()
        if real in run.seen:
            return
        run.seen.add(real)
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
        with path.open("rb") as stream:
            item = Item(source=source, name=name, stream=stream, retrieved=changed)
            yield from captures_of(item, run.options, run.tally)
    except TROUBLES as error:
        yield failure_of(source, error)


def _printable(name: str) -> str:
    """A file's name without the stand-ins for bytes that are no UTF-8, which nothing could store or print."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _standard_input() -> Item:
    stream: BinaryIO = sys.stdin.buffer
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Item(source="-", name="-", stream=stream, retrieved=now)
