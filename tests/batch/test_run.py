"""A run loses no page, doubles none, outlives what pages do to it, and goes on where it stopped."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from recipes import GOOD, NEWER

from tawatur.batch import Progress, RunOptions, RunSummary, reprocess, run_read
from tawatur.errors import CaseError, LanguageDataError
from tawatur.store import open_case

HERE = Path(__file__).parent


@pytest.fixture
def folder(tmp_path: Path) -> Callable[..., Path]:
    """Makes a folder of pages: each text is one file, named in order."""

    def make(*texts: str, name: str = "pile") -> Path:
        pile = tmp_path / name
        pile.mkdir(exist_ok=True)
        for n, text in enumerate(texts):
            (pile / f"{n:03}.txt").write_text(text, encoding="utf-8")
        return pile

    return make


def options(workers: int | None, **more: object) -> RunOptions:
    return RunOptions(recipe=GOOD, workers=workers, **more)  # type: ignore[arg-type]


def pages(count: int, first: str = "fine") -> list[str]:
    return [f"{first}\nPage {n}\n\nSecond {n}\nbody" for n in range(count)]


@pytest.mark.parametrize("workers", [0, 2])
def test_every_page_is_in_the_case_once(folder: Callable[..., Path], tmp_path: Path, workers: int) -> None:
    pile = folder(*pages(30))
    summary = run_read(tmp_path / "a.tawatur", [str(pile)], options(workers))
    assert (summary.done, summary.skipped, summary.failed, summary.posts) == (30, 0, 0, 60)
    assert (summary.pages_in_case, summary.posts_in_case, summary.interrupted) == (30, 60, False)
    with open_case(tmp_path / "a.tawatur") as case:
        assert list(case.verify()) == []
        (run,) = case.runs()
    assert (run.state, run.done, run.inputs, run.seal) == ("done", 30, (str(pile),), summary.seal)


def test_any_number_of_workers_gives_the_same_results(folder: Callable[..., Path], tmp_path: Path) -> None:
    # The first page takes longest, and still comes first.
    pile = folder(*pages(1, first="slow"), *pages(20)[1:])
    seen = []
    for workers in (0, 3):
        run_read(tmp_path / f"{workers}.tawatur", [str(pile)], options(workers))
        with open_case(tmp_path / f"{workers}.tawatur") as case:
            seen.append(list(case.readings()))
    assert seen[0] == seen[1]


def test_a_second_run_passes_over_what_is_there(folder: Callable[..., Path], tmp_path: Path) -> None:
    pile = folder(*pages(5))
    run_read(tmp_path / "a.tawatur", [str(pile)], options(0))
    folder(*pages(7))
    summary = run_read(tmp_path / "a.tawatur", [str(pile)], options(0))
    assert (summary.done, summary.skipped, summary.posts_in_case) == (2, 5, 14)


def test_pages_made_by_an_older_version_are_worked_on_again(folder: Callable[..., Path], tmp_path: Path) -> None:
    pile = folder(*pages(3))
    run_read(tmp_path / "a.tawatur", [str(pile)], options(0))
    newer = RunOptions(recipe=NEWER, workers=0)
    assert run_read(tmp_path / "a.tawatur", [str(pile)], newer).done == 3
    assert run_read(tmp_path / "a.tawatur", [str(pile)], newer).skipped == 3


def test_stored_bytes_are_worked_on_again_without_the_sources(folder: Callable[..., Path], tmp_path: Path) -> None:
    pile = folder(*pages(3))
    run_read(tmp_path / "a.tawatur", [str(pile)], options(0))
    for file in pile.iterdir():
        file.unlink()
    newer = RunOptions(recipe=NEWER, workers=0)
    assert reprocess(tmp_path / "a.tawatur", newer).done == 3
    assert reprocess(tmp_path / "a.tawatur", newer).done == 0
    again = reprocess(tmp_path / "a.tawatur", RunOptions(recipe=NEWER, workers=0, again=True))
    assert (again.done, again.posts_in_case) == (3, 6)


@pytest.mark.parametrize("workers", [0, 2])
def test_a_page_that_breaks_is_a_failure_and_the_rest_goes_on(
    folder: Callable[..., Path], tmp_path: Path, workers: int
) -> None:
    pile = folder("raise\n", *pages(9), "broken\n")
    summary = run_read(tmp_path / "a.tawatur", [str(pile)], options(workers))
    assert (summary.done, summary.failed, summary.pages_in_case) == (11, 2, 9)
    with open_case(tmp_path / "a.tawatur") as case:
        assert {failure.kind for failure in case.failures()} == {"RuntimeError", "BrokenRecord"}
        assert case.counts().captures == 11
    second = run_read(tmp_path / "a.tawatur", [str(pile)], options(workers))
    assert (second.done, second.skipped, second.failures_in_case) == (0, 11, 2)


def test_a_page_that_kills_its_process_costs_only_itself(folder: Callable[..., Path], tmp_path: Path) -> None:
    pile = folder("die\n", *pages(12))
    summary = run_read(tmp_path / "a.tawatur", [str(pile)], options(2))
    assert (summary.failed, summary.pages_in_case) == (1, 12)
    with open_case(tmp_path / "a.tawatur") as case:
        (failure,) = case.failures()
    assert failure.kind == "WorkerDied"
    assert "000.txt" in failure.message
    # Whatever killed it may have been the machine's doing: the next run tries it again.
    assert run_read(tmp_path / "a.tawatur", [str(pile)], options(1)).failed == 1


def test_a_page_that_takes_too_long_costs_only_itself(folder: Callable[..., Path], tmp_path: Path) -> None:
    pile = folder("hang\n", *pages(12))
    summary = run_read(tmp_path / "a.tawatur", [str(pile)], options(2, page_limit_s=0.5))
    assert summary.pages_in_case == 12
    with open_case(tmp_path / "a.tawatur") as case:
        assert [failure.kind for failure in case.failures()] == ["TimeLimit"]


def test_a_page_that_eats_memory_costs_only_itself(folder: Callable[..., Path], tmp_path: Path) -> None:
    pile = folder("eat\n", *pages(8))
    summary = run_read(tmp_path / "a.tawatur", [str(pile)], options(2, memory_limit=2 << 30))
    assert summary.pages_in_case == 8
    with open_case(tmp_path / "a.tawatur") as case:
        assert [failure.kind for failure in case.failures()] == ["MemoryError"]


def test_workers_are_replaced_after_their_share(folder: Callable[..., Path], tmp_path: Path) -> None:
    pile = folder(*pages(10))
    assert run_read(tmp_path / "a.tawatur", [str(pile)], options(1, pages_per_worker=4)).done == 10


def test_a_source_that_is_not_there_is_a_failure_of_the_run(tmp_path: Path) -> None:
    summary = run_read(tmp_path / "a.tawatur", [str(tmp_path / "nothing")], options(None))
    assert (summary.done, summary.failed) == (0, 1)
    again = run_read(tmp_path / "a.tawatur", [str(tmp_path / "nothing")], options(None))
    assert (again.failed, again.failures_in_case) == (1, 1)


def test_a_source_that_can_be_read_later_sheds_its_failure(folder: Callable[..., Path], tmp_path: Path) -> None:
    late, case = tmp_path / "late.txt", tmp_path / "a.tawatur"
    assert run_read(case, [str(late), str(tmp_path / "never")], options(0)).failures_in_case == 2
    late.write_text("Late\nbut here", encoding="utf-8")
    assert run_read(case, [str(late)], options(0)).failures_in_case == 1
    with open_case(case) as store:
        assert [Path(failure.source).name for failure in store.failures()] == ["never"]


def test_progress_is_told_and_ends_with_all_of_it(folder: Callable[..., Path], tmp_path: Path) -> None:
    told: list[Progress] = []
    summary = run_read(tmp_path / "a.tawatur", [str(folder(*pages(6)))], options(0), progress=told.append)
    assert (told[-1].done, told[-1].total, told[-1].share) == (summary.done, 6, 1.0)
    assert all(0 <= (moment.share or 0) <= 1 for moment in told)
    assert [moment.done for moment in told] == sorted(moment.done for moment in told)


def test_ctrl_c_ends_cleanly_and_keeps_what_is_done(folder: Callable[..., Path], tmp_path: Path) -> None:
    pile = folder(*pages(40, first="slow"))

    def stop(moment: Progress) -> None:
        if moment.done >= 3:
            raise KeyboardInterrupt

    summary = run_read(tmp_path / "a.tawatur", [str(pile)], options(2), progress=stop)
    assert summary.interrupted
    assert 3 <= summary.pages_in_case < 40
    with open_case(tmp_path / "a.tawatur") as case:
        assert [run.state for run in case.runs()] == ["interrupted"]
        assert list(case.verify()) == []
    assert run_read(tmp_path / "a.tawatur", [str(pile)], options(2)).pages_in_case == 40


SCRIPT = """
import sys
from pathlib import Path
sys.path[:0] = [{here!r}, {tests!r}]
from recipes import GOOD
from tawatur.batch import RunOptions, run_read
summary = run_read({case!r}, [{pile!r}], RunOptions(recipe=GOOD, workers={workers}))
print(summary.to_json())
"""


def script(case: Path, pile: Path, workers: int) -> str:
    return SCRIPT.format(here=str(HERE), tests=str(HERE.parent), case=str(case), pile=str(pile), workers=workers)


def wait_for_pages(path: Path, count: int) -> None:
    """Until the case has that many pages, at most a minute."""
    for _ in range(600):
        try:
            with open_case(path) as case:
                if case.counts().pages >= count:
                    return
        except CaseError:
            pass
        time.sleep(0.1)
    pytest.fail("the run did not get going")


@pytest.mark.parametrize("workers", [0, 2])
def test_a_killed_run_loses_at_most_the_page_in_hand(folder: Callable[..., Path], tmp_path: Path, workers: int) -> None:
    pile, path = folder(*pages(60, first="slow")), tmp_path / "a.tawatur"
    run = subprocess.Popen([sys.executable, "-c", script(path, pile, workers)], start_new_session=True)
    wait_for_pages(path, 4)
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    with open_case(path) as case:
        assert list(case.verify()) == []
        kept = case.counts()
        assert kept.posts == 2 * kept.pages
        # The bytes of the pages in hand are there already.
        assert kept.pages <= kept.captures <= kept.pages + workers + 2
        assert [recorded.state for recorded in case.runs()] == ["running"]
    summary = run_read(path, [str(pile)], options(2))
    assert (summary.pages_in_case, summary.skipped) == (60, kept.pages)


def test_no_worker_is_left_behind_by_a_killed_run(folder: Callable[..., Path], tmp_path: Path) -> None:
    pile, path = folder(*pages(60, first="slow")), tmp_path / "a.tawatur"
    run = subprocess.Popen([sys.executable, "-c", script(path, pile, 2)])
    wait_for_pages(path, 2)
    (nursery,) = (int(pid) for pid in children_of(run.pid))
    workers = [nursery, *(int(pid) for pid in children_of(nursery))]
    assert len(workers) == 3
    run.kill()
    run.wait()
    for _ in range(100):
        if not any(Path(f"/proc/{pid}").exists() for pid in workers):
            return
        time.sleep(0.1)
    pytest.fail("workers outlived their run")


def children_of(pid: int) -> list[str]:
    children = Path(f"/proc/{pid}/task/{pid}/children")
    if not children.exists():
        pytest.skip("this system does not list the children of a process")
    return children.read_text().split()


def test_a_script_without_a_main_guard_can_use_workers(folder: Callable[..., Path], tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, "-c", script(tmp_path / "a.tawatur", folder(*pages(12)), 2)],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "'pages_in_case': 12" in run.stdout


@pytest.mark.parametrize("workers", [0, 2])
def test_broken_language_data_ends_the_run_and_is_not_laid_at_a_pages_door(
    folder: Callable[..., Path], tmp_path: Path, workers: int
) -> None:
    with pytest.raises(LanguageDataError, match=r"pack\.yaml, line 3"):
        run_read(tmp_path / "a.tawatur", [str(folder("data\n", *pages(9)))], options(workers))
    with open_case(tmp_path / "a.tawatur") as case:
        assert list(case.failures()) == []
        assert [run.state for run in case.runs()] == ["interrupted"]


def test_pages_made_with_other_packs_count_as_made_by_another_version(tmp_path: Path) -> None:
    pack = tmp_path / "pack.yaml"
    pack.write_text("names: []\n", encoding="utf-8")
    assert options(0, packs=(pack,)).made_by != options(0).made_by
    pack_before = options(0, packs=(pack,)).made_by
    pack.write_text("names: []\n\n", encoding="utf-8")
    assert options(0, packs=(pack,)).made_by != pack_before


def test_a_summary_has_a_json_form(folder: Callable[..., Path], tmp_path: Path) -> None:
    summary = run_read(tmp_path / "a.tawatur", [str(folder("a\nb"))], options(0))
    assert isinstance(summary, RunSummary)
    assert summary.to_json()["posts_in_case"] == 1
