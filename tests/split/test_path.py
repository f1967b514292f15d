import itertools

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.split.labels import ALLOWED, ENDS, STARTS
from tawatur.split.path import best_path


def by_brute_force(scores, transitions, gaps):
    best = -np.inf
    for path in itertools.product(range(6), repeat=len(scores)):
        if not (STARTS[path[0]] and ENDS[path[-1]] and all(ALLOWED[a, b] for a, b in itertools.pairwise(path))):
            continue
        total = sum(scores[i, b] for i, b in enumerate(path)) + sum(
            transitions[gaps[i], path[i - 1], path[i]] for i in range(1, len(path))
        )
        best = max(best, total)
    return best


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 4), st.integers(0, 10**6))
def test_the_path_found_is_the_best_of_all_paths(n: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    scores = rng.normal(size=(n, 6)).astype(np.float32)
    transitions = rng.normal(size=(4, 6, 6)).astype(np.float32)
    gaps = rng.integers(0, 4, n)
    path, total = best_path(scores, transitions, gaps)
    assert all(ALLOWED[a, b] for a, b in itertools.pairwise(path))
    assert abs(total - by_brute_force(scores, transitions, gaps)) < 1e-4


def test_no_lines_make_no_path() -> None:
    assert len(best_path(np.zeros((0, 6), np.float32), np.zeros((4, 6, 6), np.float32), np.zeros(0, np.int64))[0]) == 0
