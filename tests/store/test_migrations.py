"""Steps from one version of the case to the next run in order, once, and whole or not at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tawatur.store import migrations
from tawatur.store.migrations import migrate, steps


def connect(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, isolation_level=None)


def version(connection: sqlite3.Connection) -> int:
    found: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return found


def test_versions_run_from_one_without_a_gap() -> None:
    assert [number for number, _ in steps()] == list(range(1, len(steps()) + 1))


def test_an_older_case_is_brought_up_step_by_step_and_keeps_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = connect(tmp_path / "a")
    monkeypatch.setattr(migrations, "steps", lambda: [(1, "CREATE TABLE t (x);\nINSERT INTO t VALUES ('a;b');")])
    migrate(connection)
    assert version(connection) == 1
    monkeypatch.setattr(
        migrations,
        "steps",
        lambda: [(1, "CREATE TABLE t (x);"), (2, "ALTER TABLE t ADD y;"), (3, "UPDATE t SET y = 3;")],
    )
    migrate(connection)
    migrate(connection)
    assert version(connection) == 3
    assert connection.execute("SELECT x, y FROM t").fetchall() == [("a;b", 3)]
    connection.close()


def test_a_step_that_breaks_leaves_the_version_before_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = connect(tmp_path / "a")
    monkeypatch.setattr(
        migrations,
        "steps",
        lambda: [(1, "CREATE TABLE t (x);"), (2, "CREATE TABLE u (x);\nCREATE TABLE t (x);")],
    )
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection)
    assert version(connection) == 1
    assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == [("t",)]
    connection.close()
