"""The reuse of a whole case: found once, kept up with what comes and goes, never half-written."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from made import capture_of, full_statement, reading_of
from tawatur.batch import whole
from tawatur.batch.chaining import find_case_chains
from tawatur.batch.whole import find_case_reuse, index_of
from tawatur.model import Reuse, ReusePost, Span
from tawatur.reuse import ReuseOptions, find_reuse, kept_posts
from tawatur.store import CaseStore, open_case, prepare

WIRE = (
    "Some of the dockers at the grain terminal laid down their hooks on Monday after a crane cable snapped over "
    "the third berth and sent 19 sacks of millet into the water beside the pilot launch"
)
OTHER = (
    "The council of the upper town voted by nine to four to keep the old lighthouse lit through the winter although "
    "no ship has asked for it since the new beacon began to turn"
)


def article(title: str, body: str, outlet: str) -> str:
    """One post as `reading_of` reads it."""
    return f"{title}\noutlet: {outlet}\n{body}"


def add(store: CaseStore, *articles: str, name: str) -> None:
    """Store a page with these articles, as a run would."""
    capture = capture_of("\n\n".join(articles), name)
    run = store.start_run(kind="read", program="t", made_by="t", inputs=[], options={}, started="2031-05-04")
    store.add(capture, prepare(capture, reading_of(capture)), run_id=run, made_by="t")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseStore]:
    with open_case(tmp_path / "a.tawatur", create=True) as store:
        yield store


def words(store: CaseStore) -> list[tuple[str, str]]:
    """The passages of every pair, in the words of the two pages."""
    found = []
    for pair in store.reuse.pairs():
        a, b = (page_text(store, post) for post in (pair.a, pair.b))
        found += [(passage.a.of(a), passage.b.of(b)) for passage in pair.passages]
    return found


def page_text(store: CaseStore, post_id: str) -> str:
    post = store.post(post_id)
    assert post is not None
    page = store.page(post.page_id)
    assert page is not None
    return page.text


def fill(store: CaseStore) -> None:
    add(
        store,
        article("Unloading stops", WIRE, "Quay Wire"),
        article("A light stays", OTHER, "Hill Gazette"),
        name="1",
    )
    add(
        store,
        article("At the port", "It was said. " + WIRE.replace("19", "21"), "Lamp"),
        name="2",
    )


def test_spans_are_those_of_the_page(case: CaseStore) -> None:
    fill(case)
    assert find_case_reuse(case).pairs == 1
    (one,) = words(case)
    assert one[0].endswith("the pilot launch") and one[1].endswith("the pilot launch")


def test_a_changed_number_is_a_difference(case: CaseStore) -> None:
    fill(case)
    find_case_reuse(case)
    (pair,) = case.reuse.pairs()
    a, b = page_text(case, pair.a), page_text(case, pair.b)
    changed = [(one.a.of(a), one.b.of(b), one.number) for passage in pair.passages for one in passage.differences]
    assert changed == [("19", "21", True)]


def test_a_title_is_compared_apart_from_the_body_below_its_byline(case: CaseStore) -> None:
    title = "Dockers walk out of the grain terminal after a crane cable snaps above the third berth"
    add(case, article(title, WIRE, "Quay Wire"), name="1")
    add(case, article(title, WIRE, "Lamp"), name="2")
    find_case_reuse(case)
    assert all("outlet:" not in side or side.startswith("outlet:") for pair in words(case) for side in pair)
    (pair,) = case.reuse.pairs()
    assert len(pair.passages) == 2
    assert [passage.block for passage in pair.passages] == [0, 1]


@pytest.mark.parametrize("small", [0, 5_000_000], ids=["with an index", "without"])
def test_step_by_step_finds_what_one_search_finds(tmp_path: Path, small: int) -> None:
    found = []
    for name, steps in (("a", True), ("b", False)):
        with open_case(tmp_path / name, create=True) as store:
            for n in range(6):
                add(store, article(f"Post {n}", f"{n} {WIRE} and {n}", f"Outlet {n}"), name=str(n))
                if steps:
                    find_case_reuse(store, small=small)
            find_case_reuse(store, small=small)
            found.append(list(store.reuse.pairs()))
            posts = list(store.posts())
    assert found[0] == found[1]
    assert {pair.b for pair in found[0]} >= {post.id for post in posts[1:]}


def test_new_posts_alone_are_searched_where_an_index_is_kept(case: CaseStore) -> None:
    fill(case)
    assert find_case_reuse(case, small=0).again
    add(case, article("Elsewhere", WIRE, "Third"), name="3")
    summary = find_case_reuse(case, small=0)
    assert (summary.new, summary.again, summary.pairs) == (1, False, 3)
    assert find_case_reuse(case, small=0).new == 0


def test_a_small_case_stays_one_file(case: CaseStore) -> None:
    fill(case)
    find_case_reuse(case)
    assert not index_of(case.path).exists()


def test_a_page_that_is_worked_on_again_takes_its_reuse_with_it(case: CaseStore) -> None:
    fill(case)
    find_case_reuse(case, small=0)
    again = capture_of(article("At the port", "It was said. " + WIRE.replace("19", "21"), "Lamp"), "2")
    # The same capture, of which a new version of the rooms makes nothing but a page without posts.
    rows = prepare(again, None)
    case.add(again, rows, run_id=1, made_by="t2")
    assert list(case.reuse.pairs()) == []
    assert find_case_reuse(case, small=0).again
    assert list(case.reuse.pairs()) == []
    assert list(case.verify()) == []


def test_a_missing_or_foreign_index_is_made_anew(case: CaseStore) -> None:
    fill(case)
    find_case_reuse(case, small=0)
    before = list(case.reuse.pairs())
    folder = index_of(case.path)
    (folder / "reuse.json").write_text('{"format": 0}', encoding="utf-8")
    add(case, article("Elsewhere", OTHER, "Third"), name="3")
    assert find_case_reuse(case, small=0).again
    assert set(before) < set(case.reuse.pairs())
    assert kept_posts(folder) is not None


def test_a_run_that_is_killed_while_it_writes_leaves_what_was_there(
    case: CaseStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(case)
    find_case_reuse(case, small=0)
    before = list(case.reuse.pairs())
    add(case, article("Elsewhere", f"{WIRE} {OTHER}", "Third"), name="3")

    def breaks(texts: Iterable[ReusePost], options: ReuseOptions) -> Iterator[Reuse]:
        yield from islice(find_reuse(texts, options), 1)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(whole, "find_reuse", breaks)
        find_case_reuse(case, small=0)
    assert list(case.reuse.pairs()) == before
    assert find_case_reuse(case, small=0).pairs == 4


def test_what_a_statement_quotes_is_a_quotation_for_chains_too(case: CaseStore) -> None:
    """Here no mark shows where the words begin; the statement does."""
    for name, lead in (("1", "The pilot spoke at noon"), ("2", "Asked again, the pilot repeated himself")):
        capture = capture_of(article(name, f"{lead}: {WIRE}”", f"Outlet {name}"), name)
        reading = reading_of(capture)
        start = reading.page.text.index(WIRE)
        said = full_statement(reading.posts[0].id, Span(start, start + len(WIRE)))
        said = replace(said, kind="direct", quoted=(said.content,))
        run = case.start_run(kind="read", program="t", made_by="t", inputs=[], options={}, started="2031-05-04")
        case.add(capture, prepare(capture, replace(reading, statements=(said,))), run_id=run, made_by="t")
    find_case_reuse(case)
    find_case_chains(case)
    (directed,) = case.chains.directions()
    assert directed.kind == "shared quotation"


def test_a_copy_of_a_case_needs_nothing_else(case: CaseStore, tmp_path: Path) -> None:
    fill(case)
    find_case_reuse(case, small=0)
    copy = tmp_path / "elsewhere.tawatur"
    connection = sqlite3.connect(case.path)
    connection.execute(f"VACUUM INTO '{copy}'")
    connection.close()
    with open_case(copy) as store:
        assert list(store.reuse.pairs()) == list(case.reuse.pairs())
        assert find_case_reuse(store, small=0).new == 0


def test_an_empty_case_has_no_reuse(case: CaseStore) -> None:
    assert find_case_reuse(case).pairs == 0
    assert list(case.reuse.pairs()) == []


def test_posts_without_words_are_searched_once(case: CaseStore) -> None:
    add(case, "", "", name="1")
    find_case_reuse(case, small=0)
    assert find_case_reuse(case, small=0).new == 0
