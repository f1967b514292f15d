"""Nothing in a case can be changed, taken out or put in without `verify` naming it."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from made import capture_of, full_reading
from tawatur.errors import CaseError
from tawatur.store import Finding, open_case, prepare


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A case of five pages, made in one run that ended well."""
    path = tmp_path / "a.tawatur"
    with open_case(path, create=True) as store:
        run = store.start_run(
            kind="read", program="p", made_by="x@1", inputs=[], options={}, started="2031-01-01T00:00:00Z"
        )
        for n in range(5):
            capture = capture_of(f"Ferry {n} is late\nIt waits {n}.\n\nعبّارة تتأخر {n}\nlang: ar", f"{n}.txt")
            store.add(capture, prepare(capture, full_reading(capture)), run_id=run, made_by="x@1")
        store.finish_run(run, state="done", finished="2031-01-01T00:00:01Z", done=5, skipped=0, failed=0, posts=10)
    return path


def change(path: Path, sql: str, *arguments: object) -> None:
    """What somebody with an SQLite tool could do."""
    connection = sqlite3.connect(path)
    connection.execute(sql, arguments)
    connection.commit()
    connection.close()


def verify(path: Path) -> list[Finding]:
    with open_case(path) as store:
        return list(store.verify())


def test_an_untouched_case_has_no_findings(path: Path) -> None:
    assert verify(path) == []


def test_changed_raw_bytes_are_named_with_their_source(path: Path) -> None:
    (raw, digest) = sqlite3.connect(path).execute("SELECT packed, sha256 FROM raws WHERE rowid = 3").fetchone()
    flipped = bytearray(raw)
    flipped[-3] ^= 1
    change(path, "UPDATE raws SET packed = ? WHERE sha256 = ?", bytes(flipped), digest)
    assert [(finding.kind, finding.source) for finding in verify(path)] == [("bytes", "clippings/2.txt")]


@pytest.mark.parametrize(
    ("sql", "kind"),
    [
        ("UPDATE pages SET text = replace(text, 'late', 'early') WHERE source LIKE '%/1.txt'", "results"),
        (
            "UPDATE posts SET start = start + 1 WHERE page_id = (SELECT id FROM pages LIMIT 1 OFFSET 1)",
            "results",
        ),
        ("UPDATE descriptions SET outlet = 'The Other Lamp' WHERE outlet IS NOT NULL", "results"),
        ("UPDATE credits SET \"to\" = 'Nobody' WHERE kind = 'via'", "results"),
        ("DELETE FROM evidence", "results"),
        ("DELETE FROM posts WHERE n = 4", "results"),
        ("UPDATE captures SET source = 'elsewhere' WHERE n = 2", "seal"),
        ("UPDATE captures SET retrieved = '2001-01-01T00:00:00Z' WHERE n = 5", "seal"),
        ("UPDATE captures SET name = 'x' WHERE n = 2", "capture"),
        ("DELETE FROM raws WHERE rowid = 2", "bytes"),
        ("DELETE FROM search", "index"),
    ],
)
def test_an_edited_row_is_found(path: Path, sql: str, kind: str) -> None:
    change(path, sql)
    assert kind in {finding.kind for finding in verify(path)}


@pytest.mark.parametrize("n", [1, 3, 5])
def test_a_capture_that_was_taken_out_is_found(path: Path, n: int) -> None:
    connection = sqlite3.connect(path)
    (id_,) = connection.execute("SELECT id FROM captures WHERE n = ?", (n,)).fetchone()
    connection.close()
    for sql in (
        "DELETE FROM work WHERE page_id = ?",
        "DELETE FROM pages WHERE id = ?",
        "DELETE FROM captures WHERE id = ?",
    ):
        change(path, sql, id_)
    assert "seal" in {finding.kind for finding in verify(path)}


def test_two_captures_that_changed_places_are_found(path: Path) -> None:
    change(path, "UPDATE captures SET n = 99 WHERE n = 2")
    change(path, "UPDATE captures SET n = 2 WHERE n = 3")
    change(path, "UPDATE captures SET n = 3 WHERE n = 99")
    assert "seal" in {finding.kind for finding in verify(path)}


def test_a_flipped_byte_of_the_file_never_goes_unseen_where_it_matters(path: Path, tmp_path: Path) -> None:
    """Flips all over the file: each is found, or the case still gives every page and byte as it was."""
    with open_case(path) as store:
        before = (list(store.readings()), [store.capture(one.id) for one in store.taken()])
    content = path.read_bytes()
    chance = random.Random(7)
    for _ in range(60):
        changed = bytearray(content)
        at = chance.randrange(len(content))
        changed[at] ^= 1 << chance.randrange(8)
        copy = tmp_path / "copy.tawatur"
        copy.write_bytes(bytes(changed))
        try:
            with open_case(copy) as store:
                if list(store.verify()):
                    continue
                after = (list(store.readings()), [store.capture(one.id) for one in store.taken()])
        except CaseError:
            continue
        assert after == before, f"byte {at}"
