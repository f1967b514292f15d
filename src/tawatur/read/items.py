"""One opened source, and the limits that hold for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import BinaryIO

from tawatur.errors import ReadError, TooLarge
from tawatur.model import Capture, Failure
from tawatur.read.options import ReadOptions
from tawatur.read.packed import Packing

_STEP = 1 << 20

# What may go wrong with one source without ending the run: errors of ours, the system's, and defects met on a
# stranger's file.
TROUBLES = (ReadError, OSError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


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
    packing: Packing | None = None
    """How `stream` is packed, once that is known."""
    depth: int = 0
    """How many packed files or archives this one was taken out of."""


def failure_of(source: str, error: Exception, offset: int | None = None) -> Failure:
    """What went wrong with `source`, for the run's summary."""
    if isinstance(error, ReadError):
        return Failure(stage="read", source=source, offset=offset, kind=type(error).__name__, message=str(error))
    if isinstance(error, OSError):
        why = error.strerror or str(error)
        message = f"{source}: it cannot be opened ({why}). Check that it is there and that you may read it."
        return Failure(stage="read", source=source, offset=offset, kind="ReadError", message=message)
    message = (
        f"{source}: reading broke on it ({type(error).__name__}: {error}). The rest was read. "
        "Please report this with the file, if you may share it."
    )
    return Failure(stage="read", source=source, offset=offset, kind=type(error).__name__, message=message)


def capture_of(item: Item, raw: bytes) -> Capture:
    """A capture of `raw`, with what `item` says of it."""
    return Capture(
        source=item.source,
        name=item.name,
        raw=raw,
        retrieved=item.retrieved,
        uri=item.uri,
        stated_type=item.stated_type,
        stated_charset=item.stated_charset,
        container=item.container,
    )


def too_large(source: str, options: ReadOptions, *, unpacked: bool = False) -> TooLarge:
    """The error for a document over the limit."""
    verb = "unpacks to" if unpacked else "holds"
    return TooLarge(
        f"{source}: it {verb} more than {options.max_bytes:,} bytes, the limit for one document. "
        "Split it, or raise the limit with --max-mib."
    )


def read_up_to(stream: BinaryIO, count: int) -> bytes:
    """`count` bytes, or what there is: a pipe hands over less than asked for."""
    parts = []
    while count > 0:
        part = stream.read(min(count, _STEP))
        if not part:
            break
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
