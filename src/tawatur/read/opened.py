"""What an opened source holds: one document, one packed document, or an archive of many."""

from __future__ import annotations

import io
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from tawatur.errors import BrokenRecord, ReadError, TooLarge, TruncatedRecord, UnknownFormat
from tawatur.model import Capture, Failure
from tawatur.read.archives import archive_captures
from tawatur.read.fetch import fetch
from tawatur.read.items import TROUBLES, Item, capture_of, failure_of, read_up_to, too_large
from tawatur.read.opml import feed_urls
from tawatur.read.options import ReadOptions
from tawatur.read.packed import Damaged, Packed, Packing
from tawatur.read.sniff import HEAD_BYTES, opened_kind, sniff
from tawatur.read.window import Window
from tawatur.read.zipped import is_web_archive, open_zip, zip_members

_MAX_DEPTH = 2
_PACKINGS: dict[str, Packing] = {"gzip": "gzip", "zstd": "zstd", "bzip2": "bzip2", "xz": "xz"}
_SPOOL_BYTES = 1 << 24
_MAX_SPOOL_BYTES = 1 << 33


def captures_of(item: Item, options: ReadOptions, tally: Counter[str]) -> Iterator[Capture | Failure]:
    """Take in one opened source: a Capture for each document inside it, a Failure for each that is damaged.

    Raises: UnknownFormat, TooLarge, TruncatedRecord, BrokenRecord where nothing of it can be had.
    """
    head = read_up_to(item.stream, HEAD_BYTES)
    opened = opened_kind(head)
    kind = opened.kind if opened is not None else "document"
    if kind in ("warc", "arc"):
        yield from archive_captures(item, Window(item.stream, None, head), options, tally, is_arc=kind == "arc")
    elif kind in _PACKINGS:
        yield from _packed(replace(item, packing=_PACKINGS[kind]), head, options, tally)
    elif kind == "zip":
        yield from _zipped(item, head, options, tally)
    elif opened is not None:
        raise UnknownFormat(
            f"{item.source}: this is {opened.words}, which is not read. "
            f"{'Unpack it and read the folder.' if kind == 'tar' else 'Save it as HTML or plain text and read that.'}"
        )
    else:
        yield from _listed(_whole(item, head, options), options, tally)


def _listed(capture: Capture, options: ReadOptions, tally: Counter[str]) -> Iterator[Capture | Failure]:
    """`capture`, or the feeds that it lists, where it is a subscription list and the user wants them."""
    if not options.follow_opml or sniff(capture.raw, capture.stated_type).kind != "opml":
        yield capture
        return
    unfollowed = replace(options, follow_opml=False)  # a list inside a list is shown, not followed
    for url in feed_urls(capture):
        try:
            yield from captures_of(fetch(url, options), unfollowed, tally)
        except TROUBLES as error:
            yield failure_of(url, error)


def _whole(item: Item, head: bytes, options: ReadOptions) -> Capture:
    raw = head + read_up_to(item.stream, options.max_bytes - len(head) + 1)
    if len(raw) > options.max_bytes:
        raise too_large(item.source, options)
    return capture_of(item, raw)


def _packed(item: Item, head: bytes, options: ReadOptions, tally: Counter[str]) -> Iterator[Capture | Failure]:
    assert item.packing is not None
    packed = Packed(item.stream, item.packing, head)
    try:
        first = packed.piece()
    except Damaged as damage:
        raise _damaged(item, damage) from damage
    inner = opened_kind(first)
    if inner is not None and inner.kind in ("warc", "arc"):
        yield from archive_captures(
            item, Window(item.stream, packed, first), options, tally, is_arc=inner.kind == "arc"
        )
        return
    if inner is not None:
        words = inner.words or f"another {inner.kind} file"
        raise UnknownFormat(
            f"{item.source}: packed in it is {words}, which is not read. Unpack it, and read what you get."
        )
    yield capture_of(replace(item, container=item.source), _unpacked(item, packed, first, options))


def _unpacked(item: Item, packed: Packed, first: bytes, options: ReadOptions) -> bytes:
    parts, size = [first], len(first)
    try:
        while piece := packed.piece():
            parts.append(piece)
            size += len(piece)
            if size > options.max_bytes:
                raise too_large(item.source, options, unpacked=True)
            if size > options.free_bytes and size > options.max_ratio * packed.taken:
                raise TooLarge(
                    f"{item.source}: it unpacks to more than {options.max_ratio} times its size, as no text does. "
                    "If you trust it, unpack it yourself and read what you get."
                )
    except Damaged as damage:
        raise _damaged(item, damage) from damage
    return b"".join(parts)


def _damaged(item: Item, damage: Damaged) -> ReadError:
    if "ends in the middle" in damage.why:
        return TruncatedRecord(f"{item.source}: the file is cut short. Fetch it again.")
    return BrokenRecord(f"{item.source}: it cannot be unpacked ({damage.why}). Fetch it again.")


def _zipped(item: Item, head: bytes, options: ReadOptions, tally: Counter[str]) -> Iterator[Capture | Failure]:
    if item.depth >= _MAX_DEPTH:
        raise UnknownFormat(
            f"{item.source}: a zip file inside packed files is not read. Unpack it, and read the folder."
        )
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL_BYTES) as spool:
        stream = item.stream
        if item.depth == 0 and stream.seekable():
            stream.seek(0)
        else:
            # A zip file is read from its end: what comes through a pipe has to lie somewhere first.
            _spool(item, head, spool, options)
            stream = spool  # type: ignore[assignment]
        archive = open_zip(item, stream, options)
        for member in zip_members(item, archive, options, only_archives=is_web_archive(archive)):
            if isinstance(member, Failure):
                yield member
                continue
            try:
                yield from captures_of(member, options, tally)
            except TROUBLES as error:
                yield failure_of(member.source, error)


def _spool(item: Item, head: bytes, spool: tempfile.SpooledTemporaryFile[bytes], options: ReadOptions) -> None:
    limit = options.max_bytes if item.depth else _MAX_SPOOL_BYTES
    spool.write(head)
    size = len(head)
    while piece := item.stream.read(io.DEFAULT_BUFFER_SIZE * 16):
        size += len(piece)
        if size > limit:
            raise too_large(item.source, options)
        spool.write(piece)
    spool.seek(0)
