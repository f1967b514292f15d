"""The table of failures: what went wrong, with which item, in which run."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

import pyarrow as pa

from tawatur.model import Failure
from tawatur.model.columns import TEXT, WHOLE, column
from tawatur.store.table import Row, Table, storable

FAILURES = Table(
    "failures",
    pa.schema(
        [
            column("run_id", WHOLE, "id of a run"),
            column("page_id", TEXT, "id of a page", null=True),
            column("stage", TEXT, "name of a room"),
            column("source", TEXT, "path as given, or URI"),
            column("offset", WHOLE, "bytes into an archive", null=True),
            column("kind", TEXT, "name of an error class"),
            column("message", TEXT, "sentence for people"),
        ]
    ),
)


def failure_row(run_id: int, page_id: str | None, failure: Failure) -> Row:
    """`failure` as a row of `FAILURES`."""
    return storable((run_id, page_id, failure.stage, failure.source, failure.offset, failure.kind, failure.message))


def failure_from(row: Row) -> Failure:
    """The failure that a row of `FAILURES` holds."""
    _, _, stage, source, offset, kind, message = row
    return Failure(stage=stage, source=source, offset=offset, kind=kind, message=message)


def write_failure(connection: sqlite3.Connection, row: Row) -> None:
    """Add a failure; one that stands there already is counted to the later run."""
    connection.execute(
        f"{FAILURES.insert} ON CONFLICT DO UPDATE SET run_id = excluded.run_id, message = excluded.message",
        row,
    )


def read_failures(connection: sqlite3.Connection, run_id: int | None = None) -> Iterator[Failure]:
    """All failures of the case that still stand, or those of one run, in the order in which they were met."""
    where = "" if run_id is None else "WHERE run_id = ?"
    arguments = () if run_id is None else (run_id,)
    for row in connection.execute(f"{FAILURES.select} {where} ORDER BY n", arguments):
        yield failure_from(row)
