"""The tables of raw bytes and captures: what was taken in, packed, and sealed in the order in which it came.

Each capture carries a seal: the SHA-256 of the seal before it and of its own row. A capture that is taken out, put in,
moved or changed afterwards breaks the chain from there on, and `verify` says where.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

import pyarrow as pa
import zstandard

from tawatur.errors import CaseError
from tawatur.model import Capture
from tawatur.model.columns import BYTES, TEXT, WHOLE, column
from tawatur.store.table import Table, packed, storable

FIRST_SEAL = "0" * 64
# Level 3 takes a third of the time of level 6 for 9 % more bytes (web pages, benchmarks/cost.py).
_LEVEL = 3

RAWS = Table(
    "raws",
    pa.schema(
        [
            column("sha256", TEXT, "SHA-256, 64 hexadecimal digits"),
            column("size", WHOLE, "bytes, before packing"),
            column("packed", BYTES, "one Zstandard frame"),
        ]
    ),
)

CAPTURES = Table(
    "captures",
    pa.schema(
        [
            column("n", WHOLE, "order of arrival, from 1"),
            column("id", TEXT, "id of a page"),
            column("sha256", TEXT, "SHA-256 of the raw bytes, 64 hexadecimal digits"),
            column("source", TEXT, "path as given, or URI"),
            column("name", TEXT, "URI, or path below the folder given"),
            column("retrieved", TEXT, "time, ISO 8601 with zone"),
            column("uri", TEXT, "web address", null=True),
            column("stated_type", TEXT, "media type, as a server or an archive states it", null=True),
            column("stated_charset", TEXT, "character encoding, as stated", null=True),
            column("container", TEXT, "path of an archive", null=True),
            column("offset", WHOLE, "bytes into the container", null=True),
            column("seal", TEXT, "SHA-256, 64 hexadecimal digits"),
        ]
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One capture as the case lists it, without its bytes."""

    n: int
    id: str
    sha256: str
    source: str
    name: str
    retrieved: str
    uri: str | None
    stated_type: str | None
    stated_charset: str | None
    container: str | None
    offset: int | None
    seal: str


def storable_capture(capture: Capture) -> Capture:
    """`capture` with names that a case can hold: bytes of a file name that are no UTF-8 become U+FFFD.

    To be called before anything is made of it, because the id of its page comes from its name.
    """
    names = (capture.source, capture.name, capture.uri, capture.container)
    source, name, uri, container = storable(names)
    if (source, name, uri, container) == names:
        return capture
    return replace(capture, source=source, name=name, uri=uri, container=container)


def pack(raw: bytes) -> bytes:
    """Raw bytes as they are kept: one Zstandard frame that states its size."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(raw)


def unpack(packed_raw: bytes, size: int) -> bytes:
    """The raw bytes in a frame. Raises: CaseError where it does not hold `size` bytes."""
    try:
        stated = zstandard.frame_content_size(packed_raw)
        if stated != size:
            raise CaseError(f"a raw document should hold {size} bytes, its frame says {stated}")
        return zstandard.ZstdDecompressor().decompress(packed_raw, max_output_size=max(size, 1))
    except zstandard.ZstdError as error:
        raise CaseError(f"a raw document cannot be unpacked ({error})") from error


def seal_of(before: str, *facts: object) -> str:
    """The seal of a capture, from the seal before it and its own row."""
    return sha256(packed([before, *facts]).encode()).hexdigest()


def last_seal(connection: sqlite3.Connection) -> str:
    """The seal of the capture that came last."""
    row = connection.execute("SELECT seal FROM captures ORDER BY n DESC LIMIT 1").fetchone()
    return str(row[0]) if row else FIRST_SEAL


def write_capture(connection: sqlite3.Connection, id_: str, digest: str, capture: Capture) -> None:
    """Add a capture and its bytes; nothing happens where it is there already."""
    if connection.execute("SELECT 1 FROM captures WHERE id = ?", (id_,)).fetchone():
        return
    if not connection.execute("SELECT 1 FROM raws WHERE sha256 = ?", (digest,)).fetchone():
        connection.execute(RAWS.insert, (digest, len(capture.raw), pack(capture.raw)))
    before = connection.execute("SELECT n, seal FROM captures ORDER BY n DESC LIMIT 1").fetchone()
    n, seal = (before[0] + 1, before[1]) if before else (1, FIRST_SEAL)
    facts = storable(
        (
            n,
            id_,
            digest,
            capture.source,
            capture.name,
            capture.retrieved,
            capture.uri,
            capture.stated_type,
            capture.stated_charset,
            capture.container,
            capture.offset,
        )
    )
    connection.execute(CAPTURES.insert, (*facts, seal_of(seal, *facts)))


def read_taken(connection: sqlite3.Connection, where: str = "", arguments: tuple[Any, ...] = ()) -> Iterator[Taken]:
    """Captures without their bytes, in order of arrival."""
    for row in connection.execute(f"{CAPTURES.select} {where} ORDER BY n", arguments):
        yield Taken(**dict(zip(CAPTURES.schema.names, row, strict=True)))


def read_raw(connection: sqlite3.Connection, digest: str) -> bytes:
    """Raw bytes by their SHA-256. Raises: CaseError where they are missing or damaged."""
    row = connection.execute("SELECT size, packed FROM raws WHERE sha256 = ?", (digest,)).fetchone()
    if row is None:
        raise CaseError(f"the raw document {digest[:12]} is missing. Run `tawatur verify` on the case.")
    return unpack(row[1], row[0])


def capture_from(taken: Taken, raw: bytes) -> Capture:
    """The capture as it was when it was taken in."""
    return Capture(
        source=taken.source,
        name=taken.name,
        raw=raw,
        retrieved=taken.retrieved,
        uri=taken.uri,
        stated_type=taken.stated_type,
        stated_charset=taken.stated_charset,
        container=taken.container,
        offset=taken.offset,
    )
