"""Directions, chains and parties come back as they were stored, and go with the posts they are about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from made import capture_of, reading_of
from tawatur.model import Chain, ChainLink, DirectedReuse, Party, Passage, Reason, Reuse, Span
from tawatur.store import CaseStore, open_case, prepare

PARTY = Party(id="agency:lock wire", kind="agency", name="Lock Wire")


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseStore]:
    with open_case(tmp_path / "a.tawatur", create=True) as store:
        run = store.start_run(kind="read", program="t", made_by="t", inputs=[], options={}, started="2031")
        for name in "abc":
            capture = capture_of(f"Title {name}\nWords of {name}", name)
            store.add(capture, prepare(capture, reading_of(capture)), run_id=run, made_by="t")
        yield store


def filled(case: CaseStore) -> tuple[DirectedReuse, list[Chain]]:
    a, b, c = (post.id for post in case.posts())
    passage = Passage(a=Span(0, 5), b=Span(0, 5), words=1, similarity=1.0, block=0)
    pair = Reuse(a=f"{a}:0", b=f"{b}:0", same_outlet=True, passages=(passage,), made_by="reuse@1")
    case.reuse.add([pair], [a, b, c], made_by="reuse@1", index=lambda: None)
    reason = Reason(name="date", says="a->b", why="Why.", post_id=b, span=Span(1, 3))
    direction = DirectedReuse(
        a=a, b=b, direction="a->b", siblings_of=None, kind="agency copy", a_share=0.5, b_share=1.0, words=1,
        a_span=Span(0, 5), b_span=Span(0, 5), reasons=(reason, Reason(name="cuts", says="b->a", why="No.")),
        made_by="chains@1",
    )  # fmt: skip
    links = (
        ChainLink(source=b, to=a, kind="copies", post_id=b, span=Span(0, 5), why="Why."),
        ChainLink(source=b, to=PARTY.id, kind="credits", post_id=b, span=None, why="Form."),
    )
    chains = [
        Chain(post_id=a, origin_id=PARTY.id, roots=(PARTY.id,), reasons=("R.",), made_by="chains@1",
              links=(ChainLink(source=a, to=PARTY.id, kind="credits", post_id=a, span=Span(0, 2), why="C."),)),
        Chain(post_id=b, origin_id=a, links=links, roots=(PARTY.id,), reasons=("R.",), made_by="chains@1"),
        Chain(post_id=c, origin_id=None, made_by="chains@1"),
    ]  # fmt: skip
    case.chains.begin(afresh=True)
    case.chains.put([direction], chains, [PARTY])
    case.chains.finish("chains@1")
    return direction, chains


def test_what_goes_in_comes_out(case: CaseStore) -> None:
    direction, chains = filled(case)
    assert list(case.chains.directions()) == [direction]
    assert case.chains.direction(direction.a, direction.b) == direction
    assert list(case.chains.directions(direction.b)) == [direction]
    assert sorted(case.chains.chains(), key=lambda one: one.post_id) == sorted(chains, key=lambda one: one.post_id)
    assert case.chains.chain(chains[1].post_id) == chains[1]
    assert case.chains.parties() == {PARTY.id: PARTY}
    assert case.chains.state() == "chains@1"
    assert list(case.verify()) == []


def test_a_walk_has_all_links_of_the_post_and_the_main_ones_after_it(case: CaseStore) -> None:
    _, chains = filled(case)
    assert case.chains.walk(chains[1].post_id) == (*chains[1].links, chains[0].links[0])


def test_a_walk_that_comes_back_to_itself_ends(case: CaseStore) -> None:
    _, (first, second, _) = filled(case)
    back = ChainLink(source=first.post_id, to=second.post_id, kind="copies", post_id=first.post_id, span=None, why="B.")
    case.chains.put([], [Chain(post_id=first.post_id, origin_id=None, links=(back,), made_by="t")], [])
    assert [link.to for link in case.chains.walk(first.post_id)] == [second.post_id, first.post_id]


def test_posts_that_reuse_connects_come_together(case: CaseStore) -> None:
    filled(case)
    a, b, c = (post.id for post in case.posts())
    assert list(case.chains.connected([b, c])) == [[b, a], [c]]


def test_a_post_that_goes_takes_its_direction_and_chain_with_it(case: CaseStore) -> None:
    filled(case)
    b = list(case.posts())[1].id
    gone = capture_of("Title b\nWords of b", "b")
    case.add(gone, prepare(gone, None), run_id=1, made_by="t2")
    assert list(case.chains.directions()) == []
    assert case.chains.chain(b) is None
    assert list(case.verify()) == []


def test_posts_without_a_chain_wait_for_one(case: CaseStore) -> None:
    assert len(case.chains.waiting()) == 3
    filled(case)
    assert case.chains.waiting() == []


def test_a_pair_known_for_a_formula_connects_nobody(case: CaseStore) -> None:
    direction, _ = filled(case)
    assert sorted(next(case.chains.connected([direction.a]))) == sorted([direction.a, direction.b])
    case.chains.put([replace(direction, kind="formula", direction="unknown")], [], [])
    assert next(case.chains.connected([direction.a])) == [direction.a]
