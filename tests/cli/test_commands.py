"""What all commands share: help, exit codes, quick starts."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from running import Run

COMMANDS = ("read", "show", "search", "report", "export", "verify", "reuse", "demo")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_examples(tawatur: Run, command: str) -> None:
    shown = tawatur(command, "--help")
    assert shown.returncode == 0
    assert f"  tawatur {command}" in shown.stdout.split("Examples:")[1]


def test_help_waits_for_nothing_heavy() -> None:
    program = (
        "import sys, tawatur.cli; "
        "print(sorted({'numba', 'numpy', 'pyarrow', 'trafilatura', 'lxml', 'feedparser'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True).stdout.strip() == "[]"


def test_the_version_is_shown(tawatur: Run) -> None:
    assert tawatur("--version").stdout.startswith("tawatur 0.")


def test_an_unknown_command_is_wrong_use(tawatur: Run) -> None:
    assert tawatur("shwo").returncode == 2


def test_nothing_to_read_is_wrong_use(tawatur: Run, tmp_path: Path) -> None:
    assert tawatur("read", "--case", tmp_path / "x.tawatur").returncode == 2
    assert not (tmp_path / "x.tawatur").exists()


@pytest.mark.parametrize(
    ("to", "names"),
    [
        ("jsonl", {"pages.jsonl", "posts.jsonl"}),
        ("csv", {"pages.csv", "posts.csv", "credits.csv", "links.csv"}),
        ("parquet", {"pages.parquet", "posts.parquet"}),
    ],
)
def test_export_names_the_files_it_wrote(tawatur: Run, case: Path, to: str, names: set[str]) -> None:
    shown = tawatur("export", case, "--to", to, "--out", case.parent / "out")
    written = {Path(line).name for line in shown.stdout.splitlines()}
    assert names <= written
    assert {path.name for path in (case.parent / "out").iterdir()} == written


def test_verify_says_that_all_is_well(tawatur: Run, case: Path) -> None:
    shown = tawatur("verify", case)
    assert shown.returncode == 0
    assert "all 2 captures are as they were taken in" in shown.stdout


def test_verify_finds_a_changed_byte(tawatur: Run, case: Path) -> None:
    with sqlite3.connect(case) as connection:
        connection.execute("UPDATE pages SET text = replace(text, 'nine', 'five')")
    changed = tawatur("verify", case, "--json")
    assert changed.returncode == 1
    assert json.loads(changed.stdout)["findings"][0]["source"] == "clippings/lamp.txt"


def test_a_report_is_written_where_it_was_asked_for(tawatur: Run, case: Path) -> None:
    out = case.parent / "affair.html"
    shown = tawatur("report", case, "--out", out)
    assert shown.stdout == f"{out}\n"
    assert "The Harbour Lamp" in out.read_text(encoding="utf-8")


def test_a_report_in_a_language_it_does_not_speak_is_wrong_use(tawatur: Run, case: Path) -> None:
    assert tawatur("report", case, "--out", case.parent / "x.html", "--lang", "tlh").returncode == 2


def test_reuse_writes_the_shared_passages(tawatur: Run, tmp_path: Path) -> None:
    words = "The ferry left its berth at nine in the evening although the harbour master had closed the port"
    posts = [
        {"id": "a", "outlet": "The Lamp", "text": f"{words}."},
        {"id": "b", "outlet": "Quay", "text": f"Say: {words}!"},
    ]
    file = tmp_path / "posts.jsonl"
    file.write_text("".join(json.dumps(post) + "\n" for post in posts) + "{broken\n", encoding="utf-8")
    shown = tawatur("reuse", file, "--out", tmp_path / "pairs.jsonl")
    assert shown.returncode == 1
    assert shown.stdout.startswith("2 posts: 1 shared passage in 1 pair")
    assert "line 3" in shown.stderr
    (pair,) = map(json.loads, (tmp_path / "pairs.jsonl").read_text(encoding="utf-8").splitlines())
    assert posts[1]["text"][pair["b_start"] : pair["b_end"]].startswith("The ferry left")
