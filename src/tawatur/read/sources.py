"""From what the user named to captures, one after another."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from glob import has_magic
from pathlib import Path
from typing import BinaryIO

from tawatur.errors import ReadError, TooLarge
from tawatur.model import Capture, Failure
from tawatur.read.folders import expand, walk
from tawatur.read.items import Item, captures_of, failure_of
from tawatur.read.options import ReadOptions


def open_sources(sources: Sequence[str], options: ReadOptions | None = None) -> Iterator[Capture | Failure]:
    """Take in everything that `sources` name, lazily and in order.

    Args:
        sources: paths of files and folders, glob patterns, http(s) URLs, or `-` for standard input.
        options: limits and permissions; the defaults refuse private addresses and documents over 64 MiB.
    Returns: a Capture for each document and a Failure for each one that could not be taken in. Archives are
        opened record by record, so that memory stays flat. A file named twice is read once.
    """
    options = options or ReadOptions()
    seen: set[Path] = set()
    for source in sources:
        try:
            yield from _open_source(source, options, seen)
        except (ReadError, OSError) as error:
            yield failure_of(source, error)


def _open_source(source: str, options: ReadOptions, seen: set[Path]) -> Iterator[Capture | Failure]:
    if source == "-":
        yield from captures_of(_standard_input(), options)
        return
    path = Path(source)
    if path.is_dir():
        for file in walk(path, options):
            below = file.relative_to(path).as_posix()
            yield from _open_file(file, str(file), below, options, seen)
    elif path.exists():
        yield from _open_file(path, source, path.name, options, seen)
    elif has_magic(source):
        yield from _open_pattern(source, options, seen)
    else:
        raise ReadError(f"{source}: there is no such file or folder. Check the name, or give a URL in full (https://...).")


def _open_pattern(pattern: str, options: ReadOptions, seen: set[Path]) -> Iterator[Capture | Failure]:
    base, found = expand(pattern)
    if not found:
        raise ReadError(f"{pattern}: no file fits this pattern. Check it, or name the folder itself.")
    for path in found:
        files = walk(path, options) if path.is_dir() else [path]
        for file in files:
            yield from _open_file(file, str(file), file.relative_to(base).as_posix(), options, seen)


def _open_file(
    path: Path, source: str, name: str, options: ReadOptions, seen: set[Path]
) -> Iterator[Capture | Failure]:
    try:
        real = path.resolve()
        if real in seen:
            return
        seen.add(real)
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
        with path.open("rb") as stream:
            yield from captures_of(Item(source=source, name=name, stream=stream, retrieved=changed), options)
    except (ReadError, OSError) as error:
        yield failure_of(source, error)


def _standard_input() -> Item:
    stream: BinaryIO = sys.stdin.buffer
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return Item(source="-", name="-", stream=stream, retrieved=now)


__all__ = ["TooLarge", "open_sources"]
