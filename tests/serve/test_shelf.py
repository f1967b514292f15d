"""What is kept in memory between requests."""

from __future__ import annotations

import os
import time
from pathlib import Path

from tawatur.serve.shelf import Shelf


def test_a_part_is_made_once_while_the_file_stays_as_it_is(tmp_path: Path) -> None:
    file = tmp_path / "case"
    file.write_bytes(b"1")
    made: list[int] = []
    shelf = Shelf(file)
    for _ in range(3):
        assert shelf.part("n", lambda: made.append(1) or len(made)) == 1


def test_a_part_is_made_anew_when_the_file_or_its_journal_changed(tmp_path: Path) -> None:
    file = tmp_path / "case"
    file.write_bytes(b"1")
    shelf = Shelf(file)
    assert shelf.part("n", file.read_bytes) == b"1"
    file.write_bytes(b"22")
    assert shelf.part("n", file.read_bytes) == b"22"
    (tmp_path / "case-wal").write_bytes(b"more")
    os.utime(file)
    made: list[int] = []
    shelf.part("n", lambda: made.append(1) or b"")
    assert made


def test_what_takes_long_is_made_behind_the_reader(tmp_path: Path) -> None:
    file = tmp_path / "case"
    file.write_bytes(b"1")
    shelf = Shelf(file)

    def slow() -> bytes:
        time.sleep(0.12)
        return file.read_bytes()

    assert shelf.part("n", slow) == b"1"
    file.write_bytes(b"22")
    # Asked again at once the old part is there: the new one is made later, and not while it was made just now.
    assert shelf.part("n", slow) == b"1"
