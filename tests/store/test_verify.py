"""Nothing in a case can be changed, taken out or put in without `verify` naming it."""

from __future__ import annotations

import random
import sqlite3
from hashlib import sha256
from pathlib import Path

import pytest

from made import capture_of, full_reading, reading_of
from tawatur.errors import CaseError
from tawatur.model import Chain, ChainLink, Passage, Reuse, Span, Speaker
from tawatur.store import Finding, open_case, prepare
from tawatur.store.table import packed


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
        ("UPDATE statements SET speaker_name = 'Somebody else' WHERE negated", "results"),
        ("DELETE FROM statements", "results"),
        ("UPDATE places SET lat = 36", "results"),
        ("DELETE FROM places WHERE form = 'demonym'", "results"),
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


@pytest.fixture
def compared(path: Path) -> Path:
    """The case with something in every table that is made over all posts."""
    with open_case(path) as store:
        a, b, *_ = (post.id for post in store.posts())
        passage = Passage(a=Span(0, 5), b=Span(0, 5), words=1, similarity=1.0, block=0)
        pair = Reuse(a=f"{a}:0", b=f"{b}:0", same_outlet=True, passages=(passage,), made_by="reuse@1")
        store.reuse.add([pair], [a, b], made_by="reuse@1", index=lambda: None)
        store.chains.begin(afresh=True)
        link = ChainLink(source=b, to=a, kind="copies", post_id=b, span=None, why="Why.")
        store.chains.put([], [Chain(post_id=b, origin_id=a, links=(link,), made_by="chains@1")], [])
        store.chains.finish("chains@1")
        (said, *_) = store.statements(a)
        speaker = Speaker(
            id="sp-1", name="R", speaker_class="person", names=(("R", 1),), statements=(said.id,), made_by="people@1"
        )
        store.speakers.put([speaker], "state")
    return path


def test_what_was_found_over_all_posts_is_read_again_too(compared: Path) -> None:
    assert verify(compared) == []


@pytest.mark.parametrize(
    ("sql", "part"),
    [
        ("UPDATE passages SET words = 2", "reuse"),
        ("DELETE FROM passages", "reuse"),
        ("UPDATE chains SET origin_id = NULL", "chains"),
        ("DELETE FROM chain_links", "chains"),
        ("UPDATE speaker_names SET name = 'Somebody else'", "speakers"),
        ("DELETE FROM speaker_statements", "speakers"),
    ],
)
def test_a_changed_row_of_what_was_found_over_all_posts_is_found(compared: Path, sql: str, part: str) -> None:
    change(compared, sql)
    (finding,) = verify(compared)
    assert f"tables of {part} were changed" in finding.message


def test_what_goes_because_a_page_is_worked_on_again_is_no_finding(compared: Path) -> None:
    with open_case(compared) as store:
        run = store.start_run(kind="reprocess", program="p", made_by="x@2", inputs=[], options={}, started="2031")
        (first, *_) = store.taken()
        capture = store.capture(first.id)
        assert capture is not None
        store.add(capture, prepare(capture, full_reading(capture)), run_id=run, made_by="x@2")
        assert list(store.reuse.pairs()) == []
    assert verify(compared) == []


def test_a_case_from_before_there_were_statements_keeps_its_digests(path: Path) -> None:
    """Such a page has neither, and its digest was made without them."""
    with open_case(path) as store:
        run = store.start_run(kind="read", program="p", made_by="x@1", inputs=[], options={}, started="2031")
        capture = capture_of("An old page\nwith a body", "old.txt")
        rows = prepare(capture, reading_of(capture))
        assert (
            rows.digest == sha256(packed([rows.page, rows.posts, rows.descriptions, rows.parts]).encode()).hexdigest()
        )
        store.add(capture, rows, run_id=run, made_by="x@1")
    assert verify(path) == []


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
