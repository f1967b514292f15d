import gzip
import io
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest
from captures import html, six_pages, taken, warc, written
from test_packed import zipped

from tawatur.model import Capture
from tawatur.read import READ, ReadOptions, open_sources, parse


class Pipe(io.RawIOBase):
    """Standard input as a pipe gives it: in small pieces, and never back."""

    def __init__(self, raw: bytes) -> None:
        super().__init__()
        self._left = io.BytesIO(raw)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        piece = self._left.read(min(len(buffer), 700))
        buffer[: len(piece)] = piece
        return len(piece)


def piped(raw: bytes, monkeypatch: pytest.MonkeyPatch) -> list[Capture]:
    stdin = io.TextIOWrapper(io.BufferedReader(Pipe(raw)))
    monkeypatch.setattr(sys, "stdin", stdin)
    captures, failures = taken("-")
    assert not failures
    return captures


def test_standard_input_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    (capture,) = piped("خبر من المرفأ\r\n".encode() * 2000, monkeypatch)
    assert (capture.source, capture.name) == ("-", "-")
    assert parse(capture).text == "خبر من المرفأ\r\n" * 2000


def test_archives_and_zip_files_come_through_a_pipe_too(monkeypatch: pytest.MonkeyPatch) -> None:
    pages = six_pages()
    assert len(piped(warc(pages), monkeypatch)) == 6
    assert len(piped(gzip.compress(html("t", "p")), monkeypatch)) == 1
    assert len(piped(zipped({"a.txt": b"one", "b.txt": b"two"}), monkeypatch)) == 2


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", b"A report.")
    opened = open_sources([str(path), str(tmp_path / "made-later.txt")])
    assert isinstance(next(opened), Capture)
    written(tmp_path, "made-later.txt", b"Another.")
    assert isinstance(next(opened), Capture)


def test_a_long_archive_never_lies_in_memory(tmp_path: Path) -> None:
    body = html("Report", *("A line of the report, said again and again." for _ in range(400)))
    path = written(tmp_path, "x.warc.gz", warc([(f"https://courier.example/{i}", body) for i in range(300)]))
    tracemalloc.start()
    try:
        count = sum(isinstance(item, Capture) for item in open_sources([str(path)]))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 300
    assert peak < 4_000_000  # all pages together are 6 MB


def test_reading_can_stop_after_so_many_records(tmp_path: Path) -> None:
    path = written(tmp_path, "x", warc(six_pages()))
    assert len(taken(path, options=ReadOptions(max_records=2))[0]) == 2


def test_the_same_input_gives_the_same_pages(tmp_path: Path) -> None:
    written(tmp_path, "a.txt", "خبر".encode("windows-1256"))
    written(tmp_path, "b.html", html("Title", "Words of the page."))
    once, again = ([parse(capture) for capture in taken(tmp_path)[0]] for _ in range(2))
    assert once == again


def test_the_stage_turns_refusals_into_failures_and_goes_on(tmp_path: Path) -> None:
    written(tmp_path, "a.json", b'{"a": 1}')
    written(tmp_path, "b.txt", b"A report.")

    def captures() -> Iterator[Capture]:
        return (item for item in open_sources([str(tmp_path)]) if isinstance(item, Capture))

    refused, page = READ.run(captures())
    assert type(refused).__name__ == "Failure"
    assert type(page).__name__ == "Page"
    assert READ.made_by == parse(next(iter(taken(tmp_path / "b.txt")[0]))).made_by
