"""Statements, places and speakers come back as they were stored, and go with the posts they are about."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from made import bare_place, bare_statement, capture_of, full_place, full_reading, full_statement, reading_of
from tawatur.model import Place, Span, Speaker, Statement
from tawatur.store import CaseStore, open_case, prepare

TEXT = "The ferry is late\nIt waits.\n\nعبّارة تتأخر\nlang: ar"


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseStore]:
    with open_case(tmp_path / "a.tawatur", create=True) as store:
        yield store


def add(
    case: CaseStore, statements: tuple[Statement, ...] = (), places: tuple[Place, ...] = (), name: str = "a"
) -> None:
    capture = capture_of(TEXT, name)
    reading = replace(reading_of(capture), statements=statements, places=places)
    run = case.start_run(kind="read", program="t", made_by="t", inputs=[], options={}, started="2031")
    case.add(capture, prepare(capture, reading), run_id=run, made_by="t")


def posts_of(name: str = "a") -> list[str]:
    return [post.id for post in reading_of(capture_of(TEXT, name)).posts]


def speaker(*statements: str) -> Speaker:
    return Speaker(
        id="sp-1",
        name="Rana Halwan",
        speaker_class="person",
        names=(("Rana Halwan", 2), ("رنا حلوان", 1)),
        statements=statements,
        reasons=("same letters in both scripts",),
        made_by="people@1",
    )


def test_what_goes_in_comes_out(case: CaseStore) -> None:
    capture = capture_of(TEXT)
    run = case.start_run(kind="read", program="t", made_by="t", inputs=[], options={}, started="2031")
    case.add(capture, prepare(capture, full_reading(capture)), run_id=run, made_by="t")
    (reading,) = case.readings()
    assert reading.statements == full_reading(capture).statements
    assert reading.places == full_reading(capture).places
    assert (case.counts().statements, case.counts().places) == (2, 2)
    assert list(case.verify()) == []


def test_they_come_in_the_order_of_posts_and_then_of_the_text(case: CaseStore) -> None:
    first, second = posts_of()
    add(case, (bare_statement(second, 0), bare_statement(first), full_statement(first)), (full_place(second),))
    (reading,) = case.readings()
    assert [(one.post_id, one.order) for one in reading.statements] == [(first, 0), (first, 1), (second, 0)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"content": Span(0, 10_000)},
        {"quoted": (Span(3, 10_000),)},
        {"venue": Span(10_000, 10_001)},
        {"post_id": "po-of-nobody"},
        {"order": 1},
    ],
)
def test_statements_that_leave_their_page_are_a_failure_and_the_posts_are_kept(
    case: CaseStore, wrong: dict[str, object]
) -> None:
    first, _ = posts_of()
    add(case, (replace(full_statement(first), **wrong), bare_statement(first)), (full_place(first),))
    assert [failure.kind for failure in case.failures()] == ["BrokenPromise"]
    counts = case.counts()
    assert (counts.posts, counts.statements, counts.places) == (2, 0, 1)


@pytest.mark.parametrize(
    "wrong", [{"span": Span(0, 10_000)}, {"lat": float("nan")}, {"lat": 91.0}, {"lon": None}, {"radius_km": -1.0}]
)
def test_places_off_the_page_or_the_globe_are_a_failure_and_the_posts_are_kept(
    case: CaseStore, wrong: dict[str, object]
) -> None:
    first, _ = posts_of()
    add(case, (full_statement(first),), (replace(full_place(first), **wrong), bare_place(first)))
    assert [failure.kind for failure in case.failures()] == ["BrokenPromise"]
    counts = case.counts()
    assert (counts.posts, counts.statements, counts.places) == (2, 1, 0)


def test_a_page_that_is_worked_on_again_takes_what_it_had_with_it(case: CaseStore) -> None:
    first, _ = posts_of()
    add(case, (full_statement(first),), (full_place(first),))
    case.speakers.put([speaker(full_statement(first).id)], "state")
    add(case)
    assert (case.counts().statements, case.counts().places) == (0, 0)
    (left,) = case.speakers.speakers()
    assert left.statements == ()
    assert list(case.verify()) == []


def test_speakers_come_back_whoever_says_most_first(case: CaseStore) -> None:
    first, second = posts_of()
    said = (full_statement(first), bare_statement(first), bare_statement(second, 0))
    add(case, said)
    most = speaker(said[2].id, said[0].id)
    least = replace(speaker(said[1].id), id="sp-0", names=(("She", 1),))
    case.speakers.put([least, most], "state")
    assert list(case.speakers.speakers()) == [most, least]
    assert case.speakers.speaker_of() == {said[0].id: "sp-1", said[2].id: "sp-1", said[1].id: "sp-0"}
    assert case.speakers.state() == "state"
    case.speakers.put([], "later")
    assert list(case.speakers.speakers()) == []


def test_a_statement_that_is_gone_meanwhile_is_left_out(case: CaseStore) -> None:
    first, _ = posts_of()
    add(case, (full_statement(first),))
    case.speakers.put([speaker("st-gone", full_statement(first).id)], "state")
    (one,) = case.speakers.speakers()
    assert one.statements == (full_statement(first).id,)


def test_the_state_of_the_work_changes_with_every_page(case: CaseStore) -> None:
    seen = {case.speakers.work_state()}
    for name in ("a", "b", "a"):
        add(case, name=name)
        seen.add(case.speakers.work_state())
    assert len(seen) == 4


def test_an_sqlite_tool_sees_statements_in_words(case: CaseStore) -> None:
    first, _ = posts_of()
    add(case, (full_statement(first, Span(4, 9)), bare_statement(first)))
    rows = sqlite3.connect(case.path).execute("SELECT speaker, cue, content, negated FROM said ORDER BY id").fetchall()
    assert sorted(rows, key=str) == sorted([("Th", "e", "ferry", 1), (None, None, "he ", 0)], key=str)
