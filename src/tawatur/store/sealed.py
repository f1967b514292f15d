"""What was found over all posts, sealed as it was written: a digest over its rows, and over the pages it was found in.

The rows of a page carry their digest with the page. What all posts together gave is written in another moment, and a
part of it goes by itself when a page is worked on again; so its digest counts only as long as no page was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from hashlib import sha256
from typing import Literal

from tawatur.store.table import Table

Part = Literal["reuse", "chains", "speakers", "stories"]
Rows = tuple[tuple[Table, str], ...]
"""Tables, each with the columns that put its rows in order."""


def seal_part(connection: sqlite3.Connection, part: Part, rows: Rows) -> None:
    """Note the digest of `rows` as they stand now; inside the transaction that writes them."""
    connection.execute(
        "INSERT OR REPLACE INTO sealed (part, work, digest) VALUES (?, ?, ?)",
        (part, work_state(connection), _digest(connection, rows)),
    )


def break_seal(connection: sqlite3.Connection, part: Part) -> None:
    """Say that `part` is being written, and is not to be held to what was noted."""
    connection.execute("DELETE FROM sealed WHERE part = ?", (part,))


def work_state(connection: sqlite3.Connection) -> str:
    """SHA-256 over the pages and their results: another one as soon as a page was added or worked on again."""
    digest = sha256()
    for row in connection.execute("SELECT page_id, run_id, digest FROM work ORDER BY page_id"):
        digest.update(repr(row).encode())
    return digest.hexdigest()


def changed_parts(connection: sqlite3.Connection, parts: dict[Part, Rows]) -> Iterator[Part]:
    """The parts whose rows are not those that were sealed."""
    now = work_state(connection)
    for part, work, digest in connection.execute("SELECT part, work, digest FROM sealed ORDER BY part").fetchall():
        if work == now and _digest(connection, parts[part]) != digest:
            yield part


def _digest(connection: sqlite3.Connection, rows: Rows) -> str:
    digest = sha256()
    for table, order in rows:
        for row in connection.execute(f"{table.select} ORDER BY {order}"):
            digest.update(repr(row).encode())
    return digest.hexdigest()
