"""The speakers of a whole case: found once, made anew when a page or the shared text changed, skipped otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from made import capture_of, full_statement, reading_of
from tawatur.batch.people import _stories, find_case_speakers
from tawatur.batch.whole import find_case_reuse
from tawatur.model import Span
from tawatur.store import CaseStore, open_case, prepare


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseStore]:
    with open_case(tmp_path / "a.tawatur", create=True) as store:
        yield store


def add(store: CaseStore, name: str, *, page: str) -> str:
    """Store a page on which somebody with this name speaks; gives the id of the statement."""
    capture = capture_of(f"Title\n{name} spoke", page)
    reading = reading_of(capture)
    start = reading.page.text.index(name)
    one = full_statement(reading.posts[0].id)
    one = replace(one, speaker=Span(start, start + len(name)), speaker_name=name, speaker_name_at=None)
    run = store.start_run(kind="read", program="t", made_by="t", inputs=[], options={}, started="2031")
    store.add(capture, prepare(capture, replace(reading, statements=(one,))), run_id=run, made_by="t")
    return one.id


def test_one_person_is_one_speaker_over_all_posts_and_scripts(case: CaseStore) -> None:
    ids = [add(case, "Rana Halwan", page="1"), add(case, "رنا حلوان", page="2"), add(case, "Rana Halwan", page="3")]
    other = add(case, "Samer Tilmas", page="4")
    assert find_case_speakers(case)
    found = list(case.speakers.speakers())
    assert [one.statements for one in found] == [tuple(ids), (other,)]
    assert [name for name, _ in found[0].names] == ["Rana Halwan", "رنا حلوان"]
    assert list(case.verify()) == []


def test_nothing_is_done_twice(case: CaseStore) -> None:
    add(case, "Rana Halwan", page="1")
    assert find_case_speakers(case)
    assert not find_case_speakers(case)
    assert find_case_speakers(case, again=True)


def test_a_new_page_or_a_comparison_of_posts_brings_them_up_to_date(case: CaseStore) -> None:
    add(case, "Rana Halwan", page="1")
    find_case_speakers(case)
    add(case, "Samer Tilmas", page="2")
    assert find_case_speakers(case)
    find_case_reuse(case)
    assert find_case_speakers(case)
    assert {one.name for one in case.speakers.speakers()} == {"Rana Halwan", "Samer Tilmas"}


def test_an_empty_case_has_no_speakers(case: CaseStore) -> None:
    assert find_case_speakers(case)
    assert list(case.speakers.speakers()) == []
    assert not find_case_speakers(case)


def test_posts_that_share_words_over_others_are_one_story() -> None:
    stories = _stories([("a", "b"), ("c", "d"), ("b", "e")])
    assert stories == {"a": "a", "b": "a", "e": "a", "c": "c", "d": "c"}


def test_what_connects_very_many_posts_is_no_story() -> None:
    assert _stories((f"{n:03}", f"{n + 1:03}") for n in range(60)) == {}
