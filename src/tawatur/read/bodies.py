"""The body of a server's answer, without transfer and content encoding, never larger than the limit."""

from __future__ import annotations

import io
import re
import zlib

import zstandard
from fastwarc.stream_io import BrotliReader

from tawatur.errors import BrokenRecord, TooLarge
from tawatur.read.options import ReadOptions

_CHUNK_SIZE = re.compile(rb"[ \t]*([0-9A-Fa-f]{1,8})[ \t]*(?:;[^\r\n]{0,1024})?\r?\n")
_MAX_ENCODINGS = 3
_ZSTD_STEP = 256  # see packed.py: three bytes can stand for 128 KiB


def decode_body(
    body: bytes, transfer: str | None, content: str | None, options: ReadOptions
) -> tuple[bytes, str | None]:
    """Undo chunks and content encodings.

    Returns: the body, and what is missing of it where it is cut short (None where it is whole).
    Raises: TooLarge for a body over the limits, BrokenRecord for one of which nothing can be decoded.
    """
    cut_short = None
    if "chunked" in (transfer or "").lower():
        body, cut_short = dechunk(body)
    names = [name.strip().lower() for name in (content or "").split(",") if name.strip()]
    if len(names) > _MAX_ENCODINGS:
        raise BrokenRecord(f"its body is encoded {len(names)} times over")
    for name in reversed(names):
        body, missing = _undo(body, name, options)
        cut_short = cut_short or missing
    return body, cut_short


def dechunk(body: bytes) -> tuple[bytes, str | None]:
    """Join the chunks of a body. One that does not start with a chunk is taken as it is: some tools store it so."""
    parts: list[bytes] = []
    at = 0
    while True:
        size = _CHUNK_SIZE.match(body, at)
        if size is None:
            if at == 0:
                return body, None
            # Servers and tools close with a broken last chunk; what stands behind it is no chunk any more.
            return b"".join(parts), "its last chunks are missing"
        count = int(size[1], 16)
        if count == 0:
            return b"".join(parts), None
        parts.append(body[size.end() : size.end() + count])
        at = size.end() + count
        if at > len(body):
            return b"".join(parts), "its last chunk is cut short"
        if body.startswith(b"\r\n", at):
            at += 2
        elif body.startswith(b"\n", at):
            at += 1
        elif at < len(body):
            return (b"".join(parts), "its chunks are not as long as they say") if len(parts) > 1 else (body, None)


def _undo(body: bytes, name: str, options: ReadOptions) -> tuple[bytes, str | None]:
    limit = options.max_bytes
    if not body or name in ("identity", "none", "utf-8"):
        return body, None
    match name:
        case "gzip" | "x-gzip":
            if not body.startswith(b"\x1f\x8b"):
                return body, None  # stored decoded, under the header of the encoded one
            return _inflate(body, 31, limit)
        case "deflate":
            return _deflate(body, limit)
        case "br":
            return _brotli(body, limit)
        case "zstd":
            return _zstd(body, limit)
        case _:
            return body, None


def _deflate(body: bytes, limit: int) -> tuple[bytes, str | None]:
    try:
        return _inflate(body, 15, limit)
    except BrokenRecord:
        return _inflate(body, -15, limit)  # many servers send the bare stream without its zlib frame


def _inflate(body: bytes, window_bits: int, limit: int) -> tuple[bytes, str | None]:
    inner = zlib.decompressobj(window_bits)
    try:
        out = inner.decompress(body, limit + 1)
    except zlib.error:
        return _inflate_bytewise(body, window_bits, limit)
    _check(len(out), limit)
    return out, None if inner.eof else "its packed body is cut short"


def _inflate_bytewise(body: bytes, window_bits: int, limit: int) -> tuple[bytes, str | None]:
    """What stands before the damage of a packed body."""
    inner = zlib.decompressobj(window_bits)
    parts: list[bytes] = []
    size = 0
    try:
        for at in range(0, len(body), 512):
            parts.append(inner.decompress(body[at : at + 512], limit + 1 - size))
            size += len(parts[-1])
            _check(size, limit)
    except zlib.error as error:
        if size == 0:
            raise BrokenRecord(f"its packed body cannot be unpacked: {error}") from error
    return b"".join(parts), "its packed body is damaged"


def _brotli(body: bytes, limit: int) -> tuple[bytes, str | None]:
    parts: list[bytes] = []
    size = 0
    reader = BrotliReader(io.BytesIO(body))
    try:
        while piece := reader.read(1 << 16):
            parts.append(piece)
            size += len(piece)
            _check(size, limit)
    except OSError as error:
        if size == 0:
            raise BrokenRecord(f"its packed body cannot be unpacked: {error}") from error
        return b"".join(parts), "its packed body is damaged"
    return b"".join(parts), None


def _zstd(body: bytes, limit: int) -> tuple[bytes, str | None]:
    inner = zstandard.ZstdDecompressor(max_window_size=1 << 27).decompressobj()
    parts: list[bytes] = []
    size = 0
    try:
        for at in range(0, len(body), _ZSTD_STEP):
            parts.append(inner.decompress(body[at : at + _ZSTD_STEP]))
            size += len(parts[-1])
            _check(size, limit)
            if inner.eof:
                return b"".join(parts), None
    except zstandard.ZstdError as error:
        if size == 0:
            raise BrokenRecord(f"its packed body cannot be unpacked: {error}") from error
    return b"".join(parts), "its packed body is damaged"


def _check(size: int, limit: int) -> None:
    if size > limit:
        raise TooLarge(
            f"unpacks to more than {limit:,} bytes, the limit for one document. "
            "Raise the limit with --max-mib to read it."
        )
