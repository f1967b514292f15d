"""Against a plain, quadratic reference."""

from __future__ import annotations

import random
import re

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import found, lexicon, posts

from tawatur.model import ReusePost
from tawatur.reuse.postings import Run, drop_repeats, find_carriers, make_blocks, make_postings

WORDS = lexicon(4000)


@st.composite
def corpora(draw: st.DrawFn) -> list[ReusePost]:
    """A handful of posts; some hold runs of words of others."""
    rng = random.Random(draw(st.integers(0, 10**6)))
    texts: list[list[str]] = []
    for _ in range(draw(st.integers(2, 7))):
        text = [rng.choice(WORDS) for _ in range(rng.randint(0, 60))]
        for source in rng.sample(texts, min(len(texts), rng.randint(0, 2))):
            begin = rng.randrange(len(source) + 1)
            at = rng.randrange(len(text) + 1)
            text[at:at] = source[begin : begin + rng.randint(0, 30)]
        texts.append(text)
    return posts(*(" ".join(text) for text in texts))


def common_runs(a: list[str], b: list[str], least: int) -> list[tuple[int, int, int]]:
    """Every longest run of equal words of at least `least`: place in a, place in b, words."""
    length = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    runs = []
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            if a[i] == b[j]:
                length[i][j] = length[i + 1][j + 1] + 1
                first = i == 0 or j == 0 or a[i - 1] != b[j - 1]
                if first and length[i][j] >= least:
                    runs.append((i, j, length[i][j]))
    return runs


def repeats(words: list[str], begin: int, size: int) -> bool:
    """Whether five words of the run stand in the post at another place too."""
    grams = [tuple(words[at : at + 5]) for at in range(len(words) - 4)]
    return any(grams.count(grams[at]) > 1 for at in range(begin, begin + size - 4))


def longest_common(a: list[str], b: list[str]) -> int:
    """Most words that two lists have in common, in order."""
    row = [0] * (len(b) + 1)
    for word in a:
        before = 0
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], before + 1 if word == other else max(row[j], row[j - 1])
    return row[-1]


@settings(max_examples=60, deadline=None)
@given(corpora())
def test_every_long_run_is_found_and_every_passage_is_what_it_says(items: list[ReusePost]) -> None:
    pairs = {(pair.a, pair.b): pair for pair in found(items)}
    for n, b in enumerate(items):
        for a in items[:n]:
            passages = pairs[a.id, b.id].passages if (a.id, b.id) in pairs else ()
            a_words, b_words = a.text.split(), b.text.split()
            b_starts = [hit.start() for hit in re.finditer(r"\S+", b.text)]
            for i, j, size in common_runs(a_words, b_words, 12):
                if repeats(a_words, i, size) or repeats(b_words, j, size):
                    continue  # of what a post says twice, one is lined up: the first, or the one in the longer passage
                end = b_starts[j] + len(" ".join(b_words[j : j + size]))
                assert any(passage.b.start <= b_starts[j] and end <= passage.b.end for passage in passages), (
                    a.text,
                    b.text,
                    i,
                    j,
                    size,
                )
            for passage in passages:
                assert 9 <= passage.words <= longest_common(passage.a.of(a.text).split(), passage.b.of(b.text).split())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.integers(0, 2), max_size=12), min_size=1, max_size=6), st.integers(0, 6))
def test_carriers_are_the_earlier_posts_with_the_same_five_words(texts: list[list[int]], cut: int) -> None:
    tokens = np.array([2 * word for text in texts for word in text], dtype=np.uint32)
    bounds = np.zeros(len(texts) + 1, dtype=np.int64)
    np.cumsum([len(text) for text in texts], out=bounds[1:])
    blocks, outlets = make_blocks(bounds), np.zeros(len(texts), dtype=np.uint32)
    cut = min(cut, len(texts))
    base = int(bounds[cut])
    older = make_postings(tokens[:base], bounds[: cut + 1], 0, 0)
    older.sort()
    older = older[: drop_repeats(older, bounds, blocks)]
    newer = make_postings(tokens[base:], bounds, cut, base)
    newer.sort()
    newer = newer[: drop_repeats(newer, bounds, blocks)]

    runs = [Run(older, lambda: None)] if len(older) else []
    carriers = find_carriers(newer, runs, bounds, blocks, outlets, base, len(tokens) - base)
    got = {}
    for token in range(base, len(tokens)):
        place = int(carriers.at[token - base])
        if place != 0xFFFFFFFF:
            steps = int(carriers.members[place] >> np.uint64(32)) & ((1 << 23) - 1)
            before = carriers.members[place - steps : place] & np.uint64(0xFFFFFFFF)
            if steps:
                got[token] = before.tolist()
    assert got == _carriers_plainly(texts, bounds.tolist(), cut)


def _carriers_plainly(texts: list[list[int]], bounds: list[int], cut: int) -> dict[int, list[int]]:
    first: dict[tuple[int, ...], list[int]] = {}
    expected = {}
    for number, text in enumerate(texts):
        seen = set()
        for at in range(len(text) - 4):
            gram = tuple(text[at : at + 5])
            if gram in seen:
                continue
            seen.add(gram)
            before = first.setdefault(gram, [])
            if before and number >= cut:
                expected[bounds[number] + at] = list(before)
            before.append(bounds[number] + at)
    return expected
