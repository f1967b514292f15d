"""Claims are made anew only for stories of which something changed, and come out as if all were."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawatur.batch import RunOptions, run_read, telling
from tawatur.batch.telling import tell_case_stories
from tawatur.store import open_case

SLIDE = "Landslide in Dalma kills {n}\n\nFebruary 10, 2021\n\nA landslide in the village of Dalma killed {n} people on Monday.\n"
FERRY = "Ferry aground off Marwada\n\nMarch 2, 2021\n\nThe ferry Najma ran aground off Marwada with {n} passengers on board.\n"


@pytest.fixture
def case(tmp_path: Path) -> Path:
    for name, text in (("a", SLIDE.format(n=12)), ("b", SLIDE.format(n=17)), ("c", FERRY.format(n=186))):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    path = tmp_path / "own.tawatur"
    run_read(path, [str(tmp_path / f"{name}.txt") for name in "abc"], RunOptions(workers=0))
    tell_case_stories(path)
    return path


def told(path: Path) -> list[object]:
    with open_case(path) as store:
        return [*store.stories.stories(), *store.stories.claims()]


def test_a_second_look_finds_nothing_to_do(case: Path) -> None:
    assert tell_case_stories(case) is False


def test_only_the_story_that_got_a_post_is_compared_again(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again: list[int] = []
    found = telling.find_claims

    def counted(posts, *rest):  # type: ignore[no-untyped-def]
        again.append(len(posts))
        return found(posts, *rest)

    monkeypatch.setattr(telling, "find_claims", counted)
    more = case.parent / "d.txt"
    more.write_text(FERRY.format(n=210), encoding="utf-8")
    run_read(case, [str(more)], RunOptions(workers=0))
    assert tell_case_stories(case)
    assert again == [2]
    before = told(case)
    tell_case_stories(case, again=True)
    assert told(case) == before
