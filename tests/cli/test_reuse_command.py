"""`tawatur reuse CASE`, `chain` and `origins`: pairs, changes and origins in words, in JSON, and safe on a terminal."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from running import Run

from made import TIME, capture_of, reading_of
from tawatur.cli.terminal import FSI, PDI
from tawatur.languages import use_packs
from tawatur.store import open_case, prepare

WIRE = "The tug pulled 19 barges through the lock before noon and the lock keeper counted each of them aloud twice"
ARABIC = "سحبت القاطرة تسع عشرة صندلاً عبر الهويس قبل الظهر وعدّ حارس الهويس كلاً منها بصوت عالٍ مرتين أمام الواقفين"
POSTS = (
    f"Barges pass\noutlet: Lock Wire\ndate: 2031-05-04\n{WIRE}",
    f"Many barges\x1b[31m\n{WIRE.replace('19', '21')}\noutlet: Quay Post\ndate: 2031-05-06",
    f"صنادل تعبر\noutlet: صحيفة الهويس\ndate: 2031-05-04\n{ARABIC}",
    f"عبور الصنادل\n{ARABIC.replace('قبل', 'بعد')}\noutlet: بريد الرصيف\ndate: 2031-05-07",
    "Nothing alike\noutlet: Lock Wire\nA short word.",
)


@pytest.fixture
def barges(tmp_path: Path) -> Path:
    """A case of five posts in two languages; each copy has one change."""
    path = tmp_path / "barges.tawatur"
    with open_case(path, create=True) as store:
        run = store.start_run(kind="read", program="t", made_by="t", inputs=[], options={}, started=TIME)
        for n, text in enumerate(POSTS):
            capture = capture_of(text, f"{n}.txt")
            store.add(capture, prepare(capture, reading_of(capture)), run_id=run, made_by="t")
    return path


def test_pairs_are_listed_with_their_way_and_its_reason(tawatur: Run, barges: Path) -> None:
    shown = tawatur("reuse", barges)
    assert shown.returncode == 0
    assert shown.stdout.startswith("2 pairs of posts share words.")
    assert "1 → 2" in shown.stdout
    assert "3 → 4" in shown.stdout
    assert "One of the two is dated before the other." in shown.stdout


def test_changes_stand_side_by_side_each_in_its_own_direction(tawatur: Run, barges: Path) -> None:
    lines = tawatur("reuse", barges, "--changes").stdout.splitlines()
    assert any("pulled [19] barges" in line for line in lines)
    assert any("pulled [21] barges" in line for line in lines)
    arabic = [line for line in lines if "[قبل]" in line or "[بعد]" in line]
    assert len(arabic) == 2
    assert all(line[7] == FSI and line.endswith(PDI) for line in arabic)


def test_only_pairs_with_a_changed_figure(tawatur: Run, barges: Path) -> None:
    shown = tawatur("reuse", barges, "--figures").stdout
    assert shown.startswith("1 pair of posts")
    assert "[21]" in shown


@pytest.mark.parametrize("arguments", [["--post", "4"], ["--outlet", "الرصيف"]])
def test_pairs_of_one_post_or_outlet(tawatur: Run, barges: Path, arguments: list[str]) -> None:
    shown = tawatur("reuse", barges, *arguments).stdout
    assert shown.startswith("1 pair of posts")
    assert "3 → 4" in shown


def test_json_gives_a_pair_a_line(tawatur: Run, barges: Path) -> None:
    pairs = [json.loads(line) for line in tawatur("reuse", barges, "--json").stdout.splitlines()]
    assert [(pair["a"]["number"], pair["direction"], pair["b"]["number"]) for pair in pairs] in (
        [(1, "a->b", 2), (3, "a->b", 4)],
        [(3, "a->b", 4), (1, "a->b", 2)],
    )
    assert sum(passage["number_changed"] for pair in pairs for passage in pair["passages"]) == 1


def test_nothing_a_page_says_steers_the_terminal(tawatur: Run, barges: Path) -> None:
    for arguments in (
        ["reuse", barges, "--changes"],
        ["reuse", barges, "--json"],
        ["chain", barges, "2"],
        ["origins", barges],
    ):
        shown = tawatur(*arguments)
        assert shown.returncode == 0
        assert "\x1b" not in shown.stdout


def test_the_passages_of_a_case_can_go_to_a_file(tawatur: Run, barges: Path, tmp_path: Path) -> None:
    out = tmp_path / "pairs.jsonl"
    assert tawatur("reuse", barges, "--out", out).stdout == "2 shared passages written.\n"
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert {line["direction"] for line in lines} == {"a->b"}
    assert tawatur("reuse", barges, "--out", "-").stdout == out.read_text(encoding="utf-8")


def test_a_chain_leads_back_to_its_origin_with_the_words_that_show_it(tawatur: Run, barges: Path) -> None:
    shown = tawatur("chain", barges, "2").stdout
    assert "copies  1  2031-05-04  Lock Wire  Barges pass" in shown
    assert "“The tug pulled 21 barges" in shown
    line = json.loads(tawatur("chain", barges, "2", "--json").stdout)
    assert line["links"][0]["kind"] == "copies"
    assert line["links"][0]["to"] == line["origin_id"]


def test_origins_are_fewer_than_posts_where_some_are_copies(tawatur: Run, barges: Path) -> None:
    found = json.loads(tawatur("origins", barges, "1", "2", "3", "--json").stdout)
    assert (found["posts"], found["independent_origins"]) == (3, 2)
    assert all(post["why"] for origin in found["origins"] for post in origin["posts"])
    assert tawatur("origins", barges, "1", "2").stdout.startswith("2 posts rest on 1 independent origin.")


def test_a_post_that_is_not_there_is_wrong_use(tawatur: Run, barges: Path) -> None:
    for command in ("chain", "origins"):
        ended = tawatur(command, barges, "99")
        assert ended.returncode == 2
        assert "tawatur show" in ended.stderr


def test_a_file_of_posts_needs_a_place_for_its_passages(tawatur: Run, tmp_path: Path) -> None:
    posts = tmp_path / "posts.jsonl"
    posts.write_text("{}", encoding="utf-8")
    ended = tawatur("reuse", posts)
    assert ended.returncode == 2
    assert "--out" in ended.stderr


def test_reading_compares_unless_it_is_told_not_to(tawatur: Run, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for n, text in enumerate(POSTS[:2]):
        (folder / f"{n}.txt").write_text(text.replace("\x1b[31m", ""), encoding="utf-8")
    without = tawatur("read", folder, "--case", tmp_path / "a", "--no-reuse", "--workers", "0", "--json")
    assert json.loads(without.stdout)["reuse"] is None
    read = tawatur("read", folder, "--case", tmp_path / "b", "--workers", "0", "--json")
    assert json.loads(read.stdout)["reuse"]["pairs"] == 1


@pytest.fixture
def no_packs_after() -> Iterator[None]:
    """What a command takes into use stays for its process, which here is that of all tests."""
    yield
    use_packs(())


@pytest.mark.usefixtures("no_packs_after")
def test_a_pack_says_who_is_an_agency(tawatur: Run, barges: Path, tmp_path: Path) -> None:
    def kinds(*arguments: object) -> set[str]:
        return {json.loads(line)["kind"] for line in tawatur("reuse", barges, "--json", *arguments).stdout.splitlines()}

    pack = tmp_path / "locks.yaml"
    pack.write_text("outlets:\n  - name: صحيفة الهويس\n    kind: agency\n", encoding="utf-8")
    assert kinds() == {"agency copy", "outlet copy"}
    assert kinds("--pack", pack, "--again") == {"agency copy"}
    broken = tmp_path / "broken.yaml"
    broken.write_text("outlet:\n  - Lock Wire\n", encoding="utf-8")
    assert "unknown part of a pack" in tawatur("reuse", barges, "--pack", broken).stderr
