"""Packed streams (gzip, zstd, bzip2, xz), unpacked piece by piece, with the places where their members start."""

from __future__ import annotations

import bz2
import lzma
import re
import zlib
from typing import BinaryIO, Literal, Protocol

import zstandard

Packing = Literal["gzip", "zstd", "bzip2", "xz"]

PIECE = 1 << 18
_READ = 1 << 16
# zstandard hands over all that an input holds: 3 bytes can stand for 128 KiB, so that inputs have to be small.
_ZSTD_READ = 256
_ZSTD_WINDOW = 1 << 27
_MAX_SKIPPABLE = 1 << 24

_ZSTD = b"\x28\xb5\x2f\xfd"
# The fixed head of a gzip member: magic, deflate, no reserved flags, a time, a known level and system.
_GZIP_START = re.compile(rb"\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff]", re.S)
_ZSTD_START = re.compile(re.escape(_ZSTD) + rb".{6}", re.S)
_START_BYTES = 10
_ERRORS = (zlib.error, zstandard.ZstdError, lzma.LZMAError, OSError, ValueError, EOFError)


class Damaged(Exception):
    """A member of a packed stream cannot be unpacked any further; `offset` is where it starts."""

    def __init__(self, offset: int, why: str) -> None:
        super().__init__(why)
        self.offset = offset
        self.why = why


class _Unpacker(Protocol):
    eof: bool

    def feed(self, data: bytes) -> tuple[bytes, bytes]:
        """Unpack `data`: some output, and the input that is still to be fed."""
        ...


class _Gzip:
    def __init__(self) -> None:
        self._inner = zlib.decompressobj(31)
        self.eof = False

    def feed(self, data: bytes) -> tuple[bytes, bytes]:
        out = self._inner.decompress(data, PIECE)
        self.eof = self._inner.eof
        return out, self._inner.unused_data if self.eof else self._inner.unconsumed_tail


class _Zstd:
    def __init__(self, dictionary: bytes | None) -> None:
        table = zstandard.ZstdCompressionDict(dictionary) if dictionary else None
        self._inner = zstandard.ZstdDecompressor(dict_data=table, max_window_size=_ZSTD_WINDOW).decompressobj()
        self.eof = False

    def feed(self, data: bytes) -> tuple[bytes, bytes]:
        out = self._inner.decompress(data[:_ZSTD_READ])
        self.eof = self._inner.eof
        return out, (self._inner.unused_data if self.eof else b"") + data[_ZSTD_READ:]


class _Whole:
    """bzip2 and xz, whose library objects share one interface."""

    def __init__(self, inner: bz2.BZ2Decompressor | lzma.LZMADecompressor) -> None:
        self._inner = inner
        self.eof = False

    def feed(self, data: bytes) -> tuple[bytes, bytes]:
        out = self._inner.decompress(data, PIECE)
        self.eof = self._inner.eof
        return out, self._inner.unused_data if self.eof else b""


class Packed:
    """A packed stream as one stream of unpacked pieces.

    After a Damaged error, `resume` looks for the next member and goes on there.
    """

    def __init__(self, stream: BinaryIO, packing: Packing, head: bytes = b"") -> None:
        """`head`: bytes that were already read from `stream`."""
        self.packing = packing
        self.member_start = 0
        """Offset of the first byte of the member that the last piece came from."""
        self.fresh = False
        """True where the last piece is the first of its member."""
        self.taken = len(head)
        """Packed bytes read so far."""
        self._stream = stream
        self._pending = head
        self._member: _Unpacker | None = None
        self._dictionary: bytes | None = None
        self._begun = False

    def piece(self) -> bytes:
        """The next unpacked bytes, at most a few MiB; empty at the end. Raises Damaged."""
        while True:
            if not self._pending:
                self._read()
            if self._member is None and not self._begin():
                return b""
            if not self._pending and not self._needs_no_input():
                start, self._member = self.member_start, None
                raise Damaged(start, "the stream ends in the middle of it")
            out = self._feed()
            if out:
                self.fresh, self._begun = not self._begun, True
                return out

    def resume(self) -> bool:
        """Go on at the next place where a member seems to start; False where there is none."""
        self._member = None
        start = _ZSTD_START if self.packing == "zstd" else _GZIP_START
        if self.packing in ("bzip2", "xz"):
            return False
        self._pending = self._pending or self._read()
        if self.taken - len(self._pending) <= self.member_start:
            self._pending = self._pending[1:]
        while True:
            found = start.search(self._pending)
            if found is not None:
                self._pending = self._pending[found.start() :]
                return True
            kept = self._pending[-(_START_BYTES - 1) :]
            more = self._stream.read(_READ)
            self.taken += len(more)
            self._pending = kept + more
            if not more:
                return False

    def _needs_no_input(self) -> bool:
        """bzip2 and xz may hold back output that needs no further input."""
        inner = getattr(self._member, "_inner", None)
        return inner is not None and getattr(inner, "needs_input", True) is False

    def _read(self) -> bytes:
        more = self._stream.read(_READ)
        self.taken += len(more)
        self._pending += more
        return more

    def _begin(self) -> bool:
        """Start the next member; False at the end, where only padding follows."""
        while not self._pending.strip(b"\x00"):
            self._pending = b""
            if not self._read():
                return False
        if self.packing == "zstd":
            self._pass_skippable()
            if not self._pending:
                return False
        self.member_start = self.taken - len(self._pending)
        self._begun = False
        match self.packing:
            case "gzip":
                self._member = _Gzip()
            case "zstd":
                self._member = _Zstd(self._dictionary)
            case "bzip2":
                self._member = _Whole(bz2.BZ2Decompressor())
            case "xz":
                self._member = _Whole(lzma.LZMADecompressor(memlimit=1 << 28))
        return True

    def _feed(self) -> bytes:
        member = self._member
        assert member is not None
        before = len(self._pending)
        try:
            out, self._pending = member.feed(self._pending)
        except (*_ERRORS, MemoryError) as error:
            self._member = None
            # The bytes that broke it stay pending: the next member may start among them.
            raise Damaged(self.member_start, str(error) or type(error).__name__) from error
        if member.eof:
            self._member = None
        elif before and not out and len(self._pending) == before:
            self._read()
        return out

    def _pass_skippable(self) -> None:
        """Skippable frames; one of kind 5D holds the dictionary of a WARC (IIPC, Zstandard for WARC 1.0)."""
        while True:
            while len(self._pending) < 8 and self._read():
                pass
            head = self._pending[:8]
            if len(head) < 8 or head[1:4] != b"\x2a\x4d\x18" or head[0] >> 4 != 5:
                return
            size = int.from_bytes(head[4:8], "little")
            if size > _MAX_SKIPPABLE:
                raise Damaged(self.taken - len(self._pending), f"a skippable frame of {size:,} bytes")
            while len(self._pending) < 8 + size and self._read():
                pass
            frame, self._pending = self._pending[8 : 8 + size], self._pending[8 + size :]
            if head[0] == 0x5D:
                self._dictionary = _dictionary_of(frame)


def _dictionary_of(frame: bytes) -> bytes:
    if not frame.startswith(_ZSTD):
        return frame
    try:
        reader = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).stream_reader(frame)
        return reader.read(_MAX_SKIPPABLE)
    except zstandard.ZstdError as error:
        raise Damaged(0, f"its dictionary cannot be unpacked: {error}") from error
