"""Sets and knots."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.chains.graph import Sets, knots

EDGES = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")), max_size=20)


def reach(start: str, edges: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    work = [start]
    while work:
        for target in edges.get(work.pop(), []):
            if target not in found:
                found.add(target)
                work.append(target)
    return found


@given(EDGES)
def test_a_knot_is_whoever_reaches_each_other_and_comes_after_all_it_points_at(
    pairs: list[tuple[str, str]],
) -> None:
    edges: dict[str, list[str]] = {}
    for source, target in pairs:
        edges.setdefault(source, []).append(target)
    found = knots("abcdefgh", edges)
    place = {name: at for at, knot in enumerate(found) for name in knot}
    assert sorted(place) == list("abcdefgh")
    for one in "abcdefgh":
        for other in reach(one, edges):
            assert place[other] <= place[one]
            assert (place[other] == place[one]) == (one in reach(other, edges) or one == other)


def test_ten_thousand_in_a_row_need_no_deep_stack() -> None:
    edges = {str(n): [str(n + 1)] for n in range(10_000)}
    assert len(knots(edges, edges)) == 10_001


def test_the_least_name_stands_for_a_set() -> None:
    sets = Sets()
    sets.join("c", "b")
    sets.join("b", "a")
    assert {sets.of(name) for name in "abc"} == {"a"}
    assert sets.of("d") == "d"
