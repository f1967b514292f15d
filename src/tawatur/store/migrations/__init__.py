"""The shape of a case, step by step: each file brings a case from the version before it to its own."""

from __future__ import annotations

import sqlite3
from importlib.resources import files

APPLICATION_ID = 0x74617774
"""Stands in the header of every case file: "tawt"."""


def steps() -> list[tuple[int, str]]:
    """Version and SQL of every migration, in order. Versions run from 1 without a gap."""
    found = sorted(entry.name for entry in files(__name__).iterdir() if entry.name.endswith(".sql"))
    return [(int(name.split("_")[0]), files(__name__).joinpath(name).read_text("utf-8")) for name in found]


def latest() -> int:
    """The version of the case that this program writes."""
    return steps()[-1][0]


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the case up to the latest version; each step is whole or not at all."""
    for version, sql in steps():
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked inside the transaction: another process may have taken this step meanwhile.
            if connection.execute("PRAGMA user_version").fetchone()[0] < version:
                for statement in _statements(sql):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {version}")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")


def _statements(sql: str) -> list[str]:
    """The statements of a script, one by one, since `executescript` would end our transaction."""
    found, open_ = [], ""
    for line in sql.splitlines(keepends=True):
        open_ += line
        if sqlite3.complete_statement(open_):
            found.append(open_)
            open_ = ""
    return found
