"""The whole search on one screen: posts come in, passages go out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tawatur.model import ReusePost
from tawatur.reuse.boilerplate import own_share
from tawatur.reuse.differences import FROM_A, FROM_B, NUMBER, ROW, TO_A, TO_B, find_differences
from tawatur.reuse.edges import take_in_figures
from tawatur.reuse.found import Found
from tawatur.reuse.offsets import locate
from tawatur.reuse.options import ReuseOptions
from tawatur.reuse.passages import MARGIN_BITS, MIN_COMMON, blocks_of, similarity, weigh
from tawatur.reuse.phases import Phases
from tawatur.reuse.postings import drop_repeats, find_carriers, make_postings
from tawatur.reuse.runs import Index, open_index
from tawatur.reuse.seeds import (
    A_HIGH,
    A_LOW,
    A_POST,
    B_HIGH,
    B_LOW,
    B_POST,
    COMMON,
    find_passages,
)

# Texts are tokenised in portions of about so many code points.
_PORTION = 4_000_000


def search(posts: Iterable[ReusePost], options: ReuseOptions, phases: Phases) -> Iterator[Found]:
    """Take in `posts`, and find what each shares with the posts before it."""
    with _index_for(options) as index:
        for _ in _take_in_batches(index, posts, options, phases):
            with phases("sort the n-grams"):
                first, base = index.searched_posts, int(index["bounds"][index.searched_posts])
                postings = make_postings(index["tokens"][base:], index["bounds"], first, base)
                postings.sort()
            with phases("find carriers"):
                bounds, blocks, outlets = index["bounds"], index["blocks"], index["outlets"]
                postings = postings[: drop_repeats(postings, bounds, blocks)]
                index.keep(postings)
                carriers = find_carriers(
                    postings, index.older_runs(), bounds, blocks, outlets, base, index.tokens - base
                )
            with phases("extend seeds"):
                raw = find_passages(
                    first, index["tokens"], bounds, blocks, outlets, carriers.members, carriers.outlets, carriers.at, base,
                    MIN_COMMON, MARGIN_BITS, index.words, index.pairs, np.zeros(2, np.int64),
                )  # fmt: skip
            with phases("weigh"):
                rows = weigh(raw, own_share(raw, carriers, bounds, outlets, base), bounds)
                del carriers, postings
                take_in_figures(rows, index["tokens"], bounds)
            with phases("locate and compare"):
                found = _locate(index, rows, options)
            with phases("commit"):
                index.commit()
            yield found


@contextmanager
def _index_for(options: ReuseOptions) -> Iterator[Index]:
    if options.folder is not None or options.memory_mb is None:
        yield open_index(options.folder)
    else:
        with tempfile.TemporaryDirectory(prefix="tawatur-reuse-") as folder:
            yield open_index(Path(folder))


def _take_in_batches(index: Index, posts: Iterable[ReusePost], options: ReuseOptions, phases: Phases) -> Iterator[None]:
    """Take posts in until a batch is full, yield, and go on."""
    portion: list[ReusePost] = []
    size = 0
    for post in posts:
        portion.append(post)
        size += len(post.text)
        if size >= _PORTION:
            with phases("tokenise, fold, hash"):
                index.take_in(portion)
            portion, size = [], 0
            waiting = index.waiting_tokens()
            most = options.batch_tokens(index.tokens - waiting)
            if most is not None and waiting >= most:
                yield
    if portion:
        with phases("tokenise, fold, hash"):
            index.take_in(portion)
    if index.searched_posts < index.posts:
        yield


def _locate(index: Index, rows: NDArray[np.int64], options: ReuseOptions) -> Found:
    """Rows of tokens to columns of code points."""
    a_begin, b_begin = index["bounds"][rows[:, A_POST]], index["bounds"][rows[:, B_POST]]
    changes = find_differences(rows, index["tokens"]) if options.differences else np.empty((0, 6), np.int64)
    at = changes[:, ROW]
    return Found(
        index,
        rows[:, A_POST],
        rows[:, B_POST],
        *_span(index, rows[:, A_LOW], rows[:, A_HIGH], a_begin),
        *_span(index, rows[:, B_LOW], rows[:, B_HIGH], b_begin),
        rows[:, COMMON],
        similarity(rows),
        blocks_of(rows),
        at,
        np.stack(_span(index, changes[:, FROM_A], changes[:, TO_A], a_begin[at]), axis=1),
        np.stack(_span(index, changes[:, FROM_B], changes[:, TO_B], b_begin[at]), axis=1),
        changes[:, NUMBER].astype(np.bool_),
    )


def _span(
    index: Index, low: NDArray[np.int64], high: NDArray[np.int64], begin: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Code points from the start of token `low` to the end of the token before `high`.

    An empty range (words that only the other side has) lies at the end of the word before it.
    """
    first, last = np.empty((2, len(low)), np.int64), np.empty((2, len(low)), np.int64)
    packed = index["gaps"], index["lengths"], index["listed"], index["places"]
    empty = low == high
    locate(np.where(empty, low - 1, low), begin, *packed, first[0], first[1])
    locate(high - 1, begin, *packed, last[0], last[1])
    return np.where(empty, last[1], first[0]), last[1]
