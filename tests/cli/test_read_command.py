"""`tawatur read`: from sources to a case, and what it says of that."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from running import Run

PAGE = """<html lang="en"><head><title>Ferry left without leave</title></head><body><article>
<h1>Ferry left without leave</h1><p>By Rana Halwan</p><time datetime="2031-05-04">4 May 2031</time>
<p>The ferry left its berth at nine in the evening, the harbour master said on Monday, although the port was closed.</p>
<p>Nobody on the quay had seen a permit, and nobody in the office had signed one, he said.</p></article></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one page that can be read and one file that cannot."""
    clippings = tmp_path / "clippings"
    clippings.mkdir()
    (clippings / "ferry.html").write_text(PAGE, encoding="utf-8")
    (clippings / "cut.gz").write_bytes(b"\x1f\x8b\x08\x00 this is not the rest of it")
    return clippings


def test_what_could_not_be_read_is_said_and_the_rest_is_kept(tawatur: Run, folder: Path) -> None:
    case = folder.parent / "affair.tawatur"
    ended = tawatur("read", folder, "--case", case)
    assert ended.returncode == 1
    assert ended.stdout.startswith("Read 1 page with 1 post; 1 failure.")
    assert "cut.gz" in ended.stderr
    assert "Ferry left without leave" in tawatur("show", case).stdout


def test_a_second_run_doubles_nothing(tawatur: Run, folder: Path) -> None:
    case = folder.parent / "affair.tawatur"
    (folder / "cut.gz").unlink()
    assert tawatur("read", folder, "--case", case).returncode == 0
    again = json.loads(tawatur("read", folder, "--case", case, "--json").stdout)
    assert (again["done"], again["skipped"], again["posts_in_case"]) == (0, 1, 1)


def test_a_case_is_worked_on_again_from_its_own_bytes(tawatur: Run, folder: Path) -> None:
    case = folder.parent / "affair.tawatur"
    tawatur("read", folder / "ferry.html", "--case", case)
    (folder / "ferry.html").unlink()
    again = json.loads(tawatur("read", "--again", "--case", case, "--json").stdout)
    assert (again["done"], again["failed"], again["posts_in_case"]) == (1, 0, 1)


def test_a_source_that_is_not_there_is_a_failure(tawatur: Run, tmp_path: Path) -> None:
    ended = tawatur("read", tmp_path / "nothing.html", "--case", tmp_path / "a.tawatur")
    assert ended.returncode == 1
    assert "nothing.html" in ended.stderr


def test_a_pack_with_a_mistake_is_named_before_anything_is_read(tawatur: Run, folder: Path) -> None:
    pack = folder.parent / "pack.yaml"
    pack.write_text("outlest:\n  - name: The Lamp\n", encoding="utf-8")
    ended = tawatur("read", folder, "--case", folder.parent / "a.tawatur", "--pack", pack)
    assert ended.returncode == 1
    assert "pack.yaml" in ended.stderr
    assert ended.stderr.count("\n") == 1
