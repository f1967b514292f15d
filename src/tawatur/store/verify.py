"""Is the evidence as it was when it was taken in? Every byte is read again, and every change named."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tawatur.errors import CaseError
from tawatur.model.ids import page_id, sha256_hex
from tawatur.store import chains, judgements, reuse, speakers, stories
from tawatur.store.captures import CAPTURES, FIRST_SEAL, seal_of, unpack
from tawatur.store.connection import case_errors
from tawatur.store.descriptions import DESCRIPTIONS, PARTS
from tawatur.store.pages import PAGES
from tawatur.store.places import PLACES
from tawatur.store.posts import POSTS
from tawatur.store.rows import digest_of
from tawatur.store.sealed import Part, Rows, changed_parts
from tawatur.store.statements import STATEMENTS
from tawatur.store.table import Row, Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is not as it was written."""

    kind: str
    """file, bytes, capture, seal, results or index."""
    page_id: str | None
    source: str | None
    message: str
    """Names the place and the next step."""


_SEALED: dict[Part, Rows] = {
    "reuse": reuse.SEALED,
    "chains": chains.SEALED,
    "speakers": speakers.SEALED,
    "stories": stories.SEALED,
}
_REMEDIES: dict[Part, str] = {
    "reuse": "`tawatur reuse CASE --again` finds it anew.",
    "chains": "`tawatur reuse CASE --again` finds them anew.",
    "speakers": "`tawatur speakers CASE --again` finds them anew.",
}


def verify_case(connection: sqlite3.Connection, path: Path) -> Iterator[Finding]:
    """All changes in the case, the file's own health first. One page in memory at a time."""
    for check in (_file, _bytes, _chain, _runs, _results, _whole, _index, _judgements):
        try:
            with case_errors(path):
                yield from check(connection)
        except CaseError as error:
            yield Finding(kind="file", page_id=None, source=None, message=str(error))


def _file(connection: sqlite3.Connection) -> Iterator[Finding]:
    for (words,) in connection.execute("PRAGMA integrity_check(20)").fetchall():
        if words != "ok":
            yield _of_file(f"the file itself is damaged: {words}. Take a copy from a backup.")
    for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check").fetchmany(20):
        yield _of_file(f"row {row} of {table} points to something that is gone from {parent}.")


def _bytes(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Raw bytes against their own SHA-256, and captures against theirs."""
    for row, digest in connection.execute("SELECT rowid, sha256 FROM raws ORDER BY rowid").fetchall():
        wrong = _wrong_bytes(connection, row, digest)
        if wrong is None:
            continue
        users = connection.execute("SELECT id, source FROM captures WHERE sha256 = ? ORDER BY n", (digest,)).fetchall()
        for id_, source in users or [(None, None)]:
            yield Finding(
                kind="bytes",
                page_id=id_,
                source=source,
                message=f"the raw bytes of {source or digest[:12]} are not those that were taken in: {wrong}. "
                "They are no evidence any more; take them from a backup.",
            )
    for id_, source, digest in connection.execute(
        "SELECT id, source, sha256 FROM captures WHERE sha256 NOT IN (SELECT sha256 FROM raws) ORDER BY n"
    ).fetchall():
        yield _changed("bytes", id_, source, f"its raw bytes ({digest[:12]}) are gone")


def _wrong_bytes(connection: sqlite3.Connection, row: int, digest: str) -> str | None:
    # By row, not by its SHA-256: the index over those may be what is damaged.
    size, packed = connection.execute("SELECT size, packed FROM raws WHERE rowid = ?", (row,)).fetchone()
    try:
        found = sha256_hex(unpack(packed, size))
    except CaseError as error:
        return str(error)
    return None if found == digest else f"their SHA-256 is {found[:12]}, not {digest[:12]}"


def _chain(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Each capture against its id and its seal."""
    before, expected = FIRST_SEAL, 1
    for n, id_, digest, source, name, *rest, seal in connection.execute(f"{CAPTURES.select} ORDER BY n"):
        if page_id(digest, name) != id_:
            yield _changed("capture", id_, source, "its id does not fit its bytes and name")
        if n != expected:
            missing = f"capture {expected}" if n == expected + 1 else f"captures {expected} to {n - 1}"
            yield _of_file(f"{missing} of this case were taken out.", kind="seal")
        elif seal_of(before, n, id_, digest, source, name, *rest) != seal:
            yield _changed("seal", id_, source, "it, or the capture before it, was changed, swapped or put in later")
        before, expected = seal, n + 1


def _judgements(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Each decision of a reader against its seal."""
    for n in judgements.changed(connection):
        yield _of_file(f"judgement {n}, or one before it, was changed, taken out or put in later.", kind="seal")


def _runs(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Captures that stood there when a run ended must stand there still, under the same seal."""
    for run, captures, seal in connection.execute(
        "SELECT id, captures, seal FROM runs WHERE state != 'running' AND captures > 0 ORDER BY id"
    ).fetchall():
        row = connection.execute("SELECT seal FROM captures WHERE n = ?", (captures,)).fetchone()
        if row is None:
            yield _of_file(f"run {run} ended with {captures} captures, of which the last are gone.", kind="seal")
        elif row[0] != seal:
            yield _of_file(f"the captures are not those that run {run} ended with: the seals differ.", kind="seal")


def _results(connection: sqlite3.Connection) -> Iterator[Finding]:
    """Text of each page and what was found in it against the digest taken when they were written."""
    for id_, digest, source in connection.execute(
        "SELECT page_id, digest, source FROM work JOIN captures ON captures.id = page_id ORDER BY n"
    ).fetchall():
        what = _wrong_results(connection, id_, digest)
        if what is not None:
            yield Finding(
                kind="results",
                page_id=id_,
                source=source,
                message=f"{source}: {what} after they were written. Its raw bytes are judged apart; "
                "`tawatur read --again` makes the results anew from them.",
            )
    for id_, source in connection.execute(
        "SELECT id, source FROM pages WHERE id NOT IN (SELECT page_id FROM work) ORDER BY rowid"
    ).fetchall():
        yield _changed("results", id_, source, "no run of this program wrote this page")


def _wrong_results(connection: sqlite3.Connection, id_: str, digest: str) -> str | None:
    try:
        rows = _rows_of(connection, id_)
    except sqlite3.OperationalError as error:  # bytes that are no UTF-8 any more
        return f"its text, or what was found in it, cannot be read ({error}), so they were changed"
    if digest_of(*rows) == digest:
        return None
    return "its page is gone" if rows[0] is None else "its text, or what was found in it, was changed"


def _rows_of(
    connection: sqlite3.Connection, id_: str
) -> tuple[Row | None, list[Row], list[Row], list[list[Row]], list[Row], list[Row]]:
    page = connection.execute(f"{PAGES.select} WHERE id = ?", (id_,)).fetchone()
    posts = connection.execute(f"{POSTS.select} WHERE page_id = ? ORDER BY n", (id_,)).fetchall()
    ids = [post[0] for post in posts]

    def of_posts(table: Table, order: str = 'ORDER BY "order"') -> list[Row]:
        sql = f"{table.select} WHERE post_id = ? {order}"
        return [row for post in ids for row in connection.execute(sql, (post,)).fetchall()]

    parts = [of_posts(table) for _, table, _, _ in PARTS]
    return page, posts, of_posts(DESCRIPTIONS, ""), parts, of_posts(STATEMENTS), of_posts(PLACES)


def _whole(connection: sqlite3.Connection) -> Iterator[Finding]:
    """What was found over all posts, against the digest taken when it was written."""
    for part in changed_parts(connection, _SEALED):
        yield _of_file(f"the tables of {part} were changed after they were written; {_REMEDIES[part]}", "results")


def _index(connection: sqlite3.Connection) -> Iterator[Finding]:
    """The search index against itself and against the posts."""
    missing = connection.execute("SELECT count(*) FROM posts WHERE n NOT IN (SELECT rowid FROM search)").fetchone()[0]
    extra = connection.execute("SELECT count(*) FROM search WHERE rowid NOT IN (SELECT n FROM posts)").fetchone()[0]
    if missing or extra:
        yield _of_file(
            f"the search index lacks {missing} posts and has {extra} that are gone; "
            "`tawatur read --again` builds it anew.",
            kind="index",
        )


def _of_file(message: str, kind: str = "file") -> Finding:
    return Finding(kind=kind, page_id=None, source=None, message=message)


def _changed(kind: str, id_: str, source: str, what: str) -> Finding:
    return Finding(kind=kind, page_id=id_, source=source, message=f"{source}: {what}. Take a copy from a backup.")
