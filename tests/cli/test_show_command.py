"""`tawatur show`."""

from __future__ import annotations

import json
from pathlib import Path

from running import Run

from tawatur.cli.terminal import FSI, PDI, RLI


def test_the_overview_counts_and_lists(tawatur: Run, case: Path) -> None:
    shown = tawatur("show", case)
    assert shown.returncode == 0
    assert "2 pages, 3 posts, 1 failure" in shown.stdout
    assert "2031-05 to 2031-05-04" in shown.stdout
    assert "1  2031-05-04  en   The Harbour Lamp" in shown.stdout


def test_a_list_that_is_not_for_a_terminal_is_not_cut(tawatur: Run, case: Path) -> None:
    assert "Ferry left without leave, port says" in tawatur("show", case).stdout
    assert all("…" not in line for line in tawatur("show", case).stdout.splitlines())


def test_nothing_a_page_says_steers_the_terminal(tawatur: Run, case: Path) -> None:
    for arguments in (["3"], [], ["--json"], ["--failures"]):
        shown = tawatur("show", case, *arguments).stdout
        assert shown
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(shown)


def test_a_post_is_shown_with_its_fields_and_its_words(tawatur: Run, case: Path) -> None:
    shown = tawatur("show", case, "2").stdout
    assert f"outlet      {FSI}صحيفة المرفأ{PDI}" in shown
    assert "published   2031-05\n" in shown
    assert f"{RLI}قالت الهيئة إنّ العبّارة" in shown


def test_a_post_is_found_by_the_beginning_of_its_id(tawatur: Run, case: Path) -> None:
    post = json.loads(tawatur("show", case, "1", "--json").stdout)
    assert json.loads(tawatur("show", case, post["id"][:9], "--json").stdout) == post
    assert post["outlet"] == "The Harbour Lamp"
    assert post["text"].startswith("Ferry left")


def test_a_post_that_is_not_there_is_wrong_use(tawatur: Run, case: Path) -> None:
    missing = tawatur("show", case, "99")
    assert missing.returncode == 2
    assert missing.stdout == ""
    assert missing.stderr.startswith("tawatur: 99: no post has this number or id.")
    assert missing.stderr.count("\n") == 1


def test_filters_choose_the_posts(tawatur: Run, case: Path) -> None:
    def titles(*arguments: str) -> list[str]:
        return [
            json.loads(line)["title"][:5] for line in tawatur("show", case, "--json", *arguments).stdout.splitlines()
        ]

    assert titles("--lang", "ar") == ["الهيئ"]
    assert titles("--outlet", "harbour") == ["Ferry"]
    assert titles("--since", "2031-05-05") == ["الهيئ"]
    assert titles("--until", "2031-04") == []


def test_a_day_of_no_known_form_is_wrong_use(tawatur: Run, case: Path) -> None:
    assert tawatur("show", case, "--since", "yesterday").returncode == 2


def test_a_long_list_says_that_there_is_more(tawatur: Run, case: Path) -> None:
    assert "... and 2 more: --limit 0 lists all" in tawatur("show", case, "--limit", "1").stdout


def test_failures_are_listed_with_the_next_step(tawatur: Run, case: Path) -> None:
    assert "Fetch the file again." in tawatur("show", case, "--failures").stdout
    assert json.loads(tawatur("show", case, "--failures", "--json").stdout)["offset"] == 1204


def test_a_case_that_is_not_there_is_wrong_use_and_says_how_to_make_one(tawatur: Run, tmp_path: Path) -> None:
    missing = tawatur("show", tmp_path / "none.tawatur")
    assert missing.returncode == 2
    assert "tawatur read" in missing.stderr


def test_a_file_that_is_no_case_ends_in_one_line(tawatur: Run, tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("only notes, and long enough to be taken for something")
    shown = tawatur("show", other)
    assert shown.returncode == 1
    assert shown.stderr.count("\n") == 1
    assert "Traceback" not in shown.stderr
    assert "Traceback" in tawatur("--debug", "show", other).stderr


def test_a_reader_that_leaves_early_is_not_an_error(case: Path) -> None:
    import subprocess
    import sys

    program = "from tawatur.cli import main; main()"
    with subprocess.Popen(
        [sys.executable, "-c", program, "show", str(case), "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as shown:
        assert shown.stdout is not None
        assert shown.stderr is not None
        shown.stdout.close()
        assert shown.stderr.read() == b""
