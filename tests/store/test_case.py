"""The case keeps what it is given, whole, and says plainly what it cannot open."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from made import capture_of, full_reading, reading_of
from tawatur.errors import CaseError
from tawatur.model import Capture, Failure, Span
from tawatur.store import CaseStore, open_case, prepare, storable_capture
from tawatur.store.migrations import APPLICATION_ID, latest

TEXT = "The ferry is late\nby: Rana Halwan\nIt waits.\n\nعبّارة تتأخر\nlang: ar\nالركاب ينتظرون"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseStore]:
    with open_case(tmp_path / "a.tawatur", create=True) as store:
        yield store


def begin(store: CaseStore) -> int:
    return store.start_run(
        kind="read",
        program="tawatur 0",
        made_by="x@1",
        inputs=["a"],
        options={"n": 1},
        started="2031-01-01T00:00:00Z",
    )


def add(store: CaseStore, capture: Capture, made_by: str | None = "x@1") -> None:
    store.add(capture, prepare(capture, full_reading(capture)), run_id=begin(store), made_by=made_by)


def test_what_goes_in_comes_out_the_same(case: CaseStore) -> None:
    capture = replace(
        capture_of(TEXT),
        uri="https://x.example/",
        stated_type="text/html",
        stated_charset="utf-8",
        container="a.warc",
        offset=7,
    )
    add(case, capture)
    reading = full_reading(capture)
    assert list(case.readings()) == [reading]
    assert case.page(reading.page.id) == reading.page
    assert list(case.posts()) == list(reading.posts)
    assert case.post(reading.posts[1].id) == reading.posts[1]
    assert case.description(reading.posts[0].id) == reading.descriptions[0]
    assert case.capture(reading.page.id) == capture


def test_an_unknown_id_is_none(case: CaseStore) -> None:
    assert case.page("pg-0") is case.post("po-0") is case.description("po-0") is case.capture("pg-0") is None


def test_adding_a_page_again_replaces_its_results_and_doubles_nothing(case: CaseStore) -> None:
    capture = capture_of(TEXT)
    add(case, capture)
    first = reading_of(capture)
    shorter = replace(first, posts=first.posts[:1], descriptions=first.descriptions[:1])
    case.add(capture, prepare(capture, shorter), run_id=begin(case), made_by="x@2")
    counts = case.counts()
    assert (counts.captures, counts.pages, counts.posts) == (1, 1, 1)
    assert case.made_by(first.page.id) == "x@2"
    assert list(case.verify()) == []
    assert case.search("الركاب").total == 0


def test_equal_bytes_under_two_names_are_two_pages_and_kept_once(case: CaseStore) -> None:
    add(case, capture_of(TEXT, "one.txt"))
    add(case, capture_of(TEXT, "two.txt"))
    assert case.counts().pages == 2
    assert case.counts().raw_bytes == len(TEXT.encode())


def test_a_page_that_broke_keeps_its_bytes_and_its_failure(case: CaseStore) -> None:
    capture = capture_of("broken")
    failure = Failure(stage="read", source=capture.source, offset=None, kind="BrokenRecord", message="m")
    case.add(capture, prepare(capture, None, [failure]), run_id=begin(case), made_by="x@1")
    (taken,) = case.taken()
    restored = case.capture(taken.id)
    assert restored is not None and restored.raw == b"broken"
    assert list(case.failures()) == [failure]
    assert list(case.pages()) == []


def test_a_page_that_is_worked_on_with_success_sheds_its_failure(case: CaseStore) -> None:
    capture = capture_of(TEXT)
    failure = Failure(stage="read", source=capture.source, offset=None, kind="TimeLimit", message="m")
    case.add(capture, prepare(capture, None, [failure]), run_id=begin(case), made_by=None)
    add(case, capture)
    assert list(case.failures()) == []


def test_the_same_failure_met_again_is_one_failure_of_the_later_run(case: CaseStore) -> None:
    failure = Failure(stage="read", source="a.warc", offset=512, kind="BrokenRecord", message="m")
    first, second = begin(case), begin(case)
    case.add_failure(failure, run_id=first)
    case.add_failure(failure, run_id=second)
    assert list(case.failures()) == [failure]
    assert list(case.failures(first)) == []


def test_spans_that_leave_the_page_are_a_failure_and_the_text_is_kept(case: CaseStore) -> None:
    capture = capture_of(TEXT)
    reading = reading_of(capture)
    wild = replace(reading, posts=(replace(reading.posts[0], span=Span(0, 10_000)), *reading.posts[1:]))
    case.add(capture, prepare(capture, wild), run_id=begin(case), made_by="x@1")
    assert [failure.kind for failure in case.failures()] == ["BrokenPromise"]
    assert case.counts().pages == 1
    assert case.counts().posts == 0


def test_lone_surrogates_and_nuls_in_names_and_titles_are_storable(case: CaseStore) -> None:
    capture = storable_capture(capture_of("a\0b", "bad\udcff.txt"))
    reading = reading_of(capture)
    reading = replace(reading, page=replace(reading.page, title="half \ud800"))
    case.add(capture, prepare(capture, reading), run_id=begin(case), made_by="x@1")
    (page,) = case.pages()
    assert page.title == "half \ufffd"
    assert page.text == "a\0b"
    assert list(case.verify()) == []


def test_a_run_is_recorded_with_its_end_and_the_seal(case: CaseStore) -> None:
    run_id = begin(case)
    capture = capture_of(TEXT)
    case.add(capture, prepare(capture, reading_of(capture)), run_id=run_id, made_by="x@1")
    case.finish_run(run_id, state="done", finished="2031-01-01T00:00:09Z", done=1, skipped=0, failed=0, posts=2)
    (run,) = case.runs()
    assert (run.inputs, run.options, run.state, run.captures) == (("a",), {"n": 1}, "done", 1)
    assert run.seal == case.seal()


def test_a_change_that_fails_in_the_middle_leaves_nothing(case: CaseStore) -> None:
    capture = capture_of(TEXT)
    rows = prepare(capture, reading_of(capture))
    twice = replace(rows, posts=(rows.posts[0], rows.posts[0]))
    with pytest.raises(CaseError):
        case.add(capture, twice, run_id=begin(case), made_by="x@1")
    assert case.counts().captures == 0
    assert case.counts().pages == 0


def test_readers_see_whole_pages_while_a_writer_is_at_work(tmp_path: Path) -> None:
    path = tmp_path / "a.tawatur"
    stop = threading.Event()
    seen: list[int] = []
    wrong: list[str] = []

    def read() -> None:
        with open_case(path) as reader:
            while not stop.is_set():
                for reading in reader.readings():
                    if len(reading.posts) != 2 or len(reading.descriptions) != 2:
                        wrong.append(reading.page.id)
                seen.append(reader.counts().pages)

    with open_case(path, create=True) as writer:
        readers = [threading.Thread(target=read) for _ in range(3)]
        for thread in readers:
            thread.start()
        for n in range(60):
            add(writer, capture_of(TEXT, f"{n}.txt"))
        stop.set()
        for thread in readers:
            thread.join()
    assert wrong == []
    assert len(seen) >= 3
    assert seen[-1] <= 60


def test_a_closed_case_is_one_file(tmp_path: Path) -> None:
    with open_case(tmp_path / "a.tawatur", create=True) as store:
        add(store, capture_of(TEXT))
    assert [path.name for path in tmp_path.iterdir()] == ["a.tawatur"]


def test_a_case_that_may_only_be_read_opens_for_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.tawatur"
    with open_case(path, create=True) as store:
        add(store, capture_of(TEXT))
    monkeypatch.setattr("os.access", lambda *_: False)  # root may write whatever the mode says
    with open_case(path) as store:
        assert store.counts().posts == 2
        with pytest.raises(CaseError, match="readonly"):
            begin(store)


def test_no_case_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="tawatur read"):
        open_case(tmp_path / "none.tawatur")


@pytest.mark.parametrize("content", [b"hello, this is a text file", b"SQLite format 2\0 and then some"])
def test_another_kind_of_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    with pytest.raises(CaseError, match="no case"):
        open_case(path, create=True)
    assert path.read_bytes() == content


def test_a_foreign_sqlite_file_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE t (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(CaseError, match="another program"):
        open_case(path, create=True)
    assert path.read_bytes() == before


def test_a_case_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tawatur"
    open_case(path, create=True).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {latest() + 1}")
    connection.close()
    with pytest.raises(CaseError, match="Update tawatur"):
        open_case(path)


def test_a_truncated_case_is_refused_with_a_next_step(tmp_path: Path) -> None:
    path = tmp_path / "a.tawatur"
    with open_case(path, create=True) as store:
        add(store, capture_of(TEXT * 200))
    path.write_bytes(path.read_bytes()[:6000])
    with pytest.raises(CaseError, match="backup"), open_case(path) as store:
        list(store.readings())


def test_a_folder_is_no_case(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match="folder"):
        open_case(tmp_path)


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.tawatur"
    open_case(path, create=True).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert connection.execute("PRAGMA user_version").fetchone()[0] == latest()
    connection.close()
