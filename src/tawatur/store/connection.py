"""Opening a case file: what it must be, and how one writer and many readers share it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from json import JSONDecodeError
from pathlib import Path
from urllib.parse import quote

from tawatur.errors import CaseError
from tawatur.store.migrations import APPLICATION_ID, latest, migrate
from tawatur.text.fold import fold_text

_HEADER = b"SQLite format 3\x00"
# A writer holds the lock for one page at a time; whoever waits longer than this waits for something broken.
_BUSY_MS = 30_000


def connect(path: Path, *, create: bool) -> sqlite3.Connection:
    """An open connection to the case at `path`, brought up to date.

    Raises: CaseError where there is no case, the file is something else, or a newer program made it.
    """
    empty = _check_file(path, create=create)
    writable = empty or os.access(path, os.W_OK)
    with case_errors(path):
        connection = _open(path, writable=writable)
        try:
            _check_and_update(connection, path, create=create, writable=writable)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def case_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a bad file into a CaseError with a next step."""
    try:
        yield
    except sqlite3.OperationalError as error:
        words = str(error)
        if "locked" in words or "busy" in words:
            step = "Another program has kept it locked; wait until that is done and try again."
        elif "full" in words:
            step = "The disk is full; make room and run the same command again: it goes on where it stopped."
        elif "readonly" in words or "unable to open" in words:
            step = "Check that you may write the file and its folder, or copy the case to where you may."
        else:
            step = "Run `tawatur verify` on it, or take a copy from a backup."
        raise CaseError(f"{path}: the case cannot be used ({error}). {step}") from error
    except (sqlite3.DatabaseError, JSONDecodeError, UnicodeDecodeError) as error:
        # A broken schema breaks even the words in which SQLite says so.
        raise CaseError(
            f"{path}: the case is damaged ({error}). Take a copy from a backup, or read the sources again "
            "into a new case; `tawatur verify` says what is wrong."
        ) from error


def _check_file(path: Path, *, create: bool) -> bool:
    """True where a new case is to be made at `path`."""
    if path.is_dir():
        raise CaseError(f"{path}: this is a folder, not a case. Name a file in it, such as {path / 'case.tawatur'}.")
    try:
        with path.open("rb") as file:
            header = file.read(len(_HEADER))
    except FileNotFoundError:
        if not create:
            raise CaseError(
                f"{path}: there is no case here. `tawatur read SOURCE... --case {path}` makes one."
            ) from None
        if not path.parent.is_dir():
            raise CaseError(f"{path}: the folder {path.parent} does not exist. Make it first.") from None
        return True
    except OSError as error:
        raise CaseError(f"{path}: the case cannot be opened ({error}). Check who may read the file.") from error
    if header == b"" and create:
        return True
    if header != _HEADER:
        raise CaseError(f"{path}: this file is no case. Name one that `tawatur read` made, or a new file.")
    return False


def _open(path: Path, *, writable: bool) -> sqlite3.Connection:
    if writable:
        connection = sqlite3.connect(path, timeout=_BUSY_MS / 1000, isolation_level=None)
    else:
        # Without the right to write no other process of ours can be at work here, so the file stands still.
        uri = f"file:{quote(str(path.resolve()))}?mode=ro&immutable=1"
        connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -16384")  # KiB
    connection.create_function("fold_text", 1, _fold_or_none, deterministic=True)
    return connection


def _check_and_update(connection: sqlite3.Connection, path: Path, *, create: bool, writable: bool) -> None:
    # Tables first: another process may be making this case, and its tables and its mark appear together.
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if application != APPLICATION_ID and (tables or not create):
        raise CaseError(
            f"{path}: this is an SQLite file of another program, not a case. "
            "Name one that `tawatur read` made, or a new file."
        )
    if version > latest():
        raise CaseError(
            f"{path}: the case has version {version}; this program knows up to {latest()}. "
            "Update tawatur (`pip install -U tawatur`) and try again."
        )
    if writable:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        if version < latest():
            migrate(connection)
    elif version < latest():
        raise CaseError(
            f"{path}: the case has version {version} and must be brought to {latest()}, but may not be written. "
            "Copy it to where you may write and use the copy."
        )


def _fold_or_none(text: str | None) -> str | None:
    return None if text is None else fold_text(text)
