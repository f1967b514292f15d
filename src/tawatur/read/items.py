"""One opened source: a document as it is, something packed, or an archive of many."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from tawatur.errors import ReadError, TooLarge
from tawatur.model import Capture, Failure
from tawatur.read.options import ReadOptions
from tawatur.read.sniff import HEAD_BYTES


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A stream of bytes and what is known of it before a byte is read."""

    source: str
    name: str
    stream: BinaryIO
    retrieved: str
    uri: str | None = None
    stated_type: str | None = None
    stated_charset: str | None = None
    container: str | None = None


def failure_of(source: str, error: ReadError | OSError, offset: int | None = None) -> Failure:
    """What went wrong with `source`, for the run's summary."""
    if isinstance(error, ReadError):
        return Failure(stage="read", source=source, offset=offset, kind=type(error).__name__, message=str(error))
    why = error.strerror or str(error)
    message = f"{source}: it cannot be opened ({why}). Check that it is there and that you may read it."
    return Failure(stage="read", source=source, offset=offset, kind="ReadError", message=message)


def captures_of(item: Item, options: ReadOptions) -> Iterator[Capture | Failure]:
    """Take in one opened source: a Capture for each document inside it, a Failure for each that is damaged."""
    head = read_up_to(item.stream, HEAD_BYTES)
    yield capture_whole(item, head, options)


def capture_whole(item: Item, head: bytes, options: ReadOptions) -> Capture:
    """The whole of a document whose first bytes are `head`."""
    rest = read_up_to(item.stream, options.max_bytes - len(head) + 1)
    raw = head + rest
    if len(raw) > options.max_bytes:
        raise TooLarge(
            f"{item.source}: it is larger than {options.max_bytes:,} bytes, the limit for one document. "
            "Split it, or raise the limit with --max-bytes."
        )
    return capture_of(item, raw)


def capture_of(item: Item, raw: bytes, *, name: str | None = None, source: str | None = None) -> Capture:
    """A capture of `raw`, with what `item` says of it."""
    return Capture(
        source=source or item.source,
        name=name or item.name,
        raw=raw,
        retrieved=item.retrieved,
        uri=item.uri,
        stated_type=item.stated_type,
        stated_charset=item.stated_charset,
        container=item.container,
    )


def read_up_to(stream: BinaryIO, count: int) -> bytes:
    """`count` bytes, or what there is: a pipe hands over less than asked for."""
    parts = []
    while count > 0:
        part = stream.read(min(count, 1 << 20))
        if not part:
            break
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
