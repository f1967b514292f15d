"""From one JSON Lines file to another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from invented import prose

from tawatur.errors import ExportError, ReadError
from tawatur.reuse import reuse_file

STORY = prose(60, 7)


def write(path: Path, lines: list[str]) -> Path:
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def row(number: int, text: str, **more: object) -> str:
    return json.dumps({"id": f"p{number}", "outlet": f"o{number}", "text": text, **more}, ensure_ascii=False)


def test_each_shared_passage_is_a_line(tmp_path: Path) -> None:
    source = write(tmp_path / "posts.jsonl", [row(0, f"{STORY} end 35"), row(1, f"so it went: {STORY}", date=None)])
    summary = reuse_file(source, tmp_path / "pairs.jsonl")
    (line,) = (tmp_path / "pairs.jsonl").read_text(encoding="utf-8").splitlines()
    passage = json.loads(line)
    assert {key: passage[key] for key in ("a", "a_start", "a_end", "b", "b_start", "b_end", "similarity")} == {
        "a": "p0", "a_start": 0, "a_end": len(STORY), "b": "p1", "b_start": 12, "b_end": 12 + len(STORY),
        "similarity": 1.0,
    }  # fmt: skip
    assert (summary.posts, summary.pairs, summary.passages, summary.failures) == (2, 1, 1, [])


def test_a_bad_line_is_left_out_and_named(tmp_path: Path) -> None:
    source = write(
        tmp_path / "posts.jsonl",
        [
            row(0, STORY),
            "{not json",
            '["a list"]',
            '{"id": 7, "text": "x"}',
            '{"id": "p5"}',
            '{"id": "p6", "text": "x", "outlet": 3}',
            row(0, "again"),
            "",
            "[" * 100_000,
            row(1, STORY),
        ],
    )
    summary = reuse_file(source, tmp_path / "pairs.jsonl")
    assert (summary.posts, summary.passages) == (2, 1)
    numbers = [int(failure.message.split("line ")[1].split(":")[0]) for failure in summary.failures]
    assert numbers == [2, 3, 4, 5, 6, 7, 9]
    assert all(str(source) in failure.message for failure in summary.failures)


def test_bytes_that_are_no_utf_8_are_a_failure(tmp_path: Path) -> None:
    source = tmp_path / "posts.jsonl"
    source.write_bytes(b'{"id": "p0", "text": "\xff"}\n')
    assert len(reuse_file(source, tmp_path / "pairs.jsonl").failures) == 1


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be opened"):
        reuse_file(tmp_path / "none.jsonl", tmp_path / "pairs.jsonl")
    assert list(tmp_path.iterdir()) == []


def test_a_place_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    source = write(tmp_path / "posts.jsonl", [row(0, STORY)])
    with pytest.raises(ExportError, match="cannot be written"):
        reuse_file(source, tmp_path / "no such folder" / "pairs.jsonl")


def test_an_empty_file_gives_an_empty_file(tmp_path: Path) -> None:
    source = write(tmp_path / "posts.jsonl", [])
    assert reuse_file(source, tmp_path / "pairs.jsonl").posts == 0
    assert (tmp_path / "pairs.jsonl").read_text() == ""
