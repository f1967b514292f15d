"""Steps from one version of the case to the next run in order, once, and whole or not at all."""

from __future__ import annotations

import re
import sqlite3
from pathlib import Path

import pytest

from made import capture_of, full_reading, reading_of
from tawatur.store import migrations, open_case, prepare
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


def test_a_case_from_before_there_were_statements_is_brought_up_and_filled(tmp_path: Path) -> None:
    path, capture = tmp_path / "old.tawatur", capture_of("The ferry is late\nIt waits.")
    with open_case(path, create=True) as store:
        run = store.start_run(kind="read", program="t", made_by="t@1", inputs=[], options={}, started="2031")
        store.add(capture, prepare(capture, reading_of(capture)), run_id=run, made_by="t@1")
    take_back_to(3, path)
    with open_case(path) as store:
        assert (store.counts().posts, store.counts().statements) == (1, 0)
        assert list(store.verify()) == []
        assert list(store.outdated("t@2")) == [reading_of(capture).page.id]
        store.add(capture, prepare(capture, full_reading(capture)), run_id=run, made_by="t@2")
        assert store.counts().statements == 2


def take_back_to(wanted: int, path: Path) -> None:
    """Make the case one of an earlier version, which had none of the later tables."""
    connection = connect(path)
    for number, sql in steps():
        if number > wanted:
            for kind, name in re.findall(r"^CREATE (TABLE|VIEW) (\w+)", sql, re.MULTILINE):
                connection.execute(f"DROP {kind} IF EXISTS {name}")
    connection.execute(f"PRAGMA user_version = {wanted}")
    connection.close()
