"""The same posts at once, one after the other, and in little memory: the same passages."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from invented import found, post, posts, prose

from tawatur.errors import UsageError
from tawatur.model import ReusePost
from tawatur.reuse import ReuseOptions
from tawatur.reuse import options as options_module


def corpus(count: int, seed: int = 3) -> list[ReusePost]:
    """Posts of a few outlets with footers, that copy from each other."""
    rng = random.Random(seed)
    footers = [prose(20, 500 + n) for n in range(6)]
    texts: list[str] = []
    made = []
    for number in range(count):
        text = prose(rng.randint(30, 120), 1000 + number)
        if texts and rng.random() < 0.5:
            words = rng.choice(texts).split()
            at = rng.randrange(len(words))
            text += " " + " ".join(w for w in words[at : at + rng.randint(12, 60)] if rng.random() > 0.05)
        texts.append(text)
        outlet = rng.randrange(6)
        made.append(post(number, f"{text}\n{footers[outlet]}", f"outlet {outlet}"))
    return made


def test_posts_that_come_in_one_after_the_other_give_what_all_at_once_give(tmp_path: Path) -> None:
    items = corpus(160)
    options = ReuseOptions(folder=tmp_path / "index")
    steps = [items[:70], items[70:71], items[71:100], [], items[100:103], items[103:]]
    assert [pair for step in steps for pair in found(step, options)] == found(items)


def test_a_small_memory_gives_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    items = corpus(200, seed=4)
    monkeypatch.setattr(options_module, "_SMALLEST_BATCH", 1500)
    monkeypatch.setattr("tawatur.reuse.plan._PORTION", 4000)
    assert found(items, ReuseOptions(memory_mb=1)) == found(items)


def test_widely_carried_text_is_linked_the_same_in_steps(tmp_path: Path) -> None:
    story = prose(30, 7)
    items = posts(*(f"{prose(20, 100 + n)} {story} {prose(20, 900 + n)}" for n in range(400)))
    options = ReuseOptions(folder=tmp_path / "index")
    steps = [items[:150], items[150:340], items[340:341], items[341:]]
    assert [pair for step in steps for pair in found(step, options)] == found(items)


def test_an_id_of_an_earlier_call_is_refused(tmp_path: Path) -> None:
    options = ReuseOptions(folder=tmp_path / "index")
    found([post(1, "one")], options)
    with pytest.raises(UsageError, match="'p1' was given before"):
        found([post(1, "one")], options)


def test_what_a_killed_run_left_behind_is_cut_off(tmp_path: Path) -> None:
    items, options = corpus(90), ReuseOptions(folder=tmp_path / "index")
    first = found(items[:60], options)
    # The end of a run that took posts in and never came to its commit.
    for name in ("tokens.column", "bounds.column", "ids.column"):
        with (tmp_path / "index" / name).open("ab") as file:
            file.write(b"\x01" * 4096)
    (tmp_path / "index" / "run-99.u64").write_bytes(b"\x02" * 800)
    assert first + found(items[60:], options) == found(items)


def test_a_folder_with_something_else_in_it_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match="not made by a search for reuse"):
        found(posts("one"), ReuseOptions(folder=tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_an_index_of_another_version_is_refused(tmp_path: Path) -> None:
    found(posts("one"), ReuseOptions(folder=tmp_path / "index"))
    state = tmp_path / "index" / "reuse.json"
    state.write_text(json.dumps({**json.loads(state.read_text()), "format": 99}), encoding="utf-8")
    with pytest.raises(UsageError, match="made by another version"):
        found(posts("two"), ReuseOptions(folder=tmp_path / "index"))


def test_runs_stay_few(tmp_path: Path) -> None:
    options = ReuseOptions(folder=tmp_path / "index")
    for item in corpus(40):
        found([item], options)
    assert len(list((tmp_path / "index").glob("run-*"))) <= 8
