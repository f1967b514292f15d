"""The table of runs: what was asked for, with which versions, when, and what came of it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

from tawatur.model.columns import TEXT, WHOLE, column
from tawatur.store.table import Row, Table, packed, storable

RunKind = Literal["read", "reprocess"]
RunState = Literal["running", "done", "interrupted"]

RUNS = Table(
    "runs",
    pa.schema(
        [
            column("id", WHOLE, "id of a run, from 1"),
            column("kind", TEXT, "read or reprocess"),
            column("program", TEXT, "name and version of the program"),
            column("made_by", TEXT, "rooms and versions, in order"),
            column("inputs", TEXT, "JSON: paths and URLs as given"),
            column("options", TEXT, "JSON: name and value of each option"),
            column("started", TEXT, "time, ISO 8601, UTC"),
            column("finished", TEXT, "time, ISO 8601, UTC", null=True),
            column("state", TEXT, "running, done or interrupted"),
            column("done", WHOLE, "pages"),
            column("skipped", WHOLE, "pages"),
            column("failed", WHOLE, "failures"),
            column("posts", WHOLE, "posts"),
            column("captures", WHOLE, "captures in the case at the end"),
            column("seal", TEXT, "SHA-256, 64 hexadecimal digits", null=True),
        ]
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run. A run that says "running" and has no process any more was killed; what it had done is kept."""

    id: int
    kind: RunKind
    program: str
    made_by: str
    inputs: tuple[str, ...]
    options: Mapping[str, Any]
    started: str
    finished: str | None
    state: RunState
    done: int
    skipped: int
    failed: int
    posts: int
    captures: int
    seal: str | None
    """Seal of the last capture at the end: written down elsewhere, it proves later that none was changed since."""


def start_run(
    connection: sqlite3.Connection,
    *,
    kind: RunKind,
    program: str,
    made_by: str,
    inputs: Sequence[str],
    options: Mapping[str, Any],
    started: str,
) -> int:
    """Record that a run begins; gives its id."""
    cursor = connection.execute(
        "INSERT INTO runs (kind, program, made_by, inputs, options, started, state) VALUES (?,?,?,?,?,?,'running')",
        storable((kind, program, made_by, packed(list(inputs)), packed(dict(options)), started)),
    )
    return int(cursor.lastrowid or 0)


def read_runs(connection: sqlite3.Connection) -> Iterator[Run]:
    """All runs, the first one first."""
    for row in connection.execute(f"{RUNS.select} ORDER BY id"):
        yield run_from(row)


def run_from(row: Row) -> Run:
    """The run that a row of `RUNS` holds."""
    fields = dict(zip(RUNS.schema.names, row, strict=True))
    fields["inputs"] = tuple(json.loads(fields["inputs"]))
    fields["options"] = json.loads(fields["options"])
    return Run(**fields)
