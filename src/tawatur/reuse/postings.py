"""Which runs of five words stand in more than one post, and where they stood before.

A posting is one 64-bit number: the hash of five words in the upper half, the number of their first token in the
lower, so that sorting brings equal words together in the order in which they came in. Nothing here depends on
posts that came in later: a post's links are the same whether it is taken in with all others or after them.
"""

# Integers in kernels are of one kind; the stubs of numpy tell them apart.
# mypy: disable-error-code="arg-type,assignment,return-value,no-any-return"

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawatur.reuse.kernel import kernel

WORDS_PER_GRAM = 5
NONE = 0xFFFFFFFF

# A carrier is one 64-bit number: token (32 bits), steps back to the first carrier of its group (23), how many posts
# carried the words up to then (8 bits, 8 * log2), and whether they are boilerplate of this post's outlet (1).
STEPS_SHIFT, CARRIERS_SHIFT, BOILERPLATE_SHIFT = 32, 55, 63
STEPS_MASK, CARRIERS_MASK = (1 << 23) - 1, 255
CARRIERS_PER_OCTAVE = 8

# Words that an outlet's earlier posts carried at least twice, among this many posts that carried them last,
# are its boilerplate. The window keeps words that everybody uses from costing more with every post.
BOILERPLATE_EARLIER = 2
BOILERPLATE_WINDOW = 256


@dataclass(frozen=True, slots=True)
class Carriers:
    """For every run of five words that came in before: its carriers, in order."""

    members: NDArray[np.uint64]
    outlets: NDArray[np.uint32]
    """The outlet of each of `members`."""
    at: NDArray[np.uint32]
    """Per token of the new posts: its place in `members`, or NONE where its five words are new."""


@dataclass(frozen=True, slots=True)
class Run:
    """Sorted postings of posts that came in before."""

    postings: NDArray[np.uint64]
    release: Callable[[], None]
    """Gives back the memory that reading them took."""


def carriers_code(posts: int) -> int:
    """How `posts` carriers are written in a carrier's 8 bits."""
    return min(CARRIERS_MASK, round(CARRIERS_PER_OCTAVE * math.log2(max(1, posts))))


def make_postings(
    hashes: NDArray[np.uint32], bounds: NDArray[np.int64], first_post: int, base: int
) -> NDArray[np.uint64]:
    """The postings of the posts from `first_post` on, not sorted yet.

    Args:
        hashes: tokens of these posts alone.  bounds: first token of every post of all, and the end of the last.
        base: number of the first token in `hashes`.
    """
    lengths = np.diff(bounds[first_post:])
    size = int(np.maximum(lengths - (WORDS_PER_GRAM - 1), 0).sum())
    postings = np.empty(size, dtype=np.uint64)
    _write_postings(hashes, bounds, first_post, base, postings)
    return postings


@kernel
def gram_hash(hashes: NDArray[np.uint32], at: int) -> np.uint64:
    """Hash of the five words from `at` on, in the upper 32 bits."""
    h = np.uint64(hashes[at])
    for step in range(1, WORDS_PER_GRAM):
        h = h * np.uint64(0x9E3779B97F4A7C15) + np.uint64(hashes[at + step])
        h ^= h >> np.uint64(31)
    h *= np.uint64(0xD6E8FEB86659FD93)
    return h & np.uint64(0xFFFFFFFF00000000)


@kernel
def _write_postings(
    hashes: NDArray[np.uint32],
    bounds: NDArray[np.int64],
    first_post: int,
    base: int,
    postings: NDArray[np.uint64],
) -> None:
    n = 0
    for post in range(first_post, len(bounds) - 1):
        for token in range(bounds[post], bounds[post + 1] - (WORDS_PER_GRAM - 1)):
            postings[n] = gram_hash(hashes, token - base) | np.uint64(token)
            n += 1


BLOCK_BITS = 6


def make_blocks(bounds: NDArray[np.int64]) -> NDArray[np.uint32]:
    """Per 64 tokens the post that holds the first of them: what `post_of` starts from."""
    starts = np.arange(0, int(bounds[-1]) + 1, 1 << BLOCK_BITS, dtype=np.int64)
    return (np.searchsorted(bounds, starts, side="right") - 1).astype(np.uint32)


@kernel
def post_of(token: int, bounds: NDArray[np.int64], blocks: NDArray[np.uint32]) -> int:
    """The post that holds `token`."""
    post = np.int64(blocks[token >> BLOCK_BITS])
    while bounds[post + 1] <= token:
        post += 1
    return post


@kernel
def drop_repeats(postings: NDArray[np.uint64], bounds: NDArray[np.int64], blocks: NDArray[np.uint32]) -> int:
    """Keep the first of the postings that one post has for the same words, in place; returns how many are left.

    A post that says the same thing a million times thus counts as one carrier, and costs as one.
    """
    kept = 0
    last_hash, last_post = np.uint64(0), -1
    for at in range(len(postings)):
        posting = postings[at]
        h = posting >> np.uint64(32)
        token = np.int64(posting & np.uint64(0xFFFFFFFF))
        if at > 0 and h == last_hash:
            if last_post < 0:
                last_post = post_of(np.int64(postings[kept - 1] & np.uint64(0xFFFFFFFF)), bounds, blocks)
            post = post_of(token, bounds, blocks)
            if post == last_post:
                continue
            last_post = post
        else:
            last_hash, last_post = h, -1
        postings[kept] = posting
        kept += 1
    return kept


def find_carriers(
    postings: NDArray[np.uint64],
    older: list[Run],
    bounds: NDArray[np.int64],
    blocks: NDArray[np.uint32],
    outlets: NDArray[np.uint32],
    base: int,
    tokens: int,
) -> Carriers:
    """Bring the new `postings` (sorted, without repeats) together with the same words in `older` runs of postings.

    Args:
        older: sorted runs, oldest first; each is searched, not scanned, where it is much longer.
        outlets: per post the number of its outlet.  base, tokens: first new token and how many there are.
    """
    at = np.full(tokens, NONE, dtype=np.uint32)
    code_of = np.array([carriers_code(n) for n in range(4097)], dtype=np.uint8)
    counts = np.zeros(int(outlets.max(initial=0)) + 1, dtype=np.int32)
    groups = np.zeros(0, np.int32), np.zeros(0, np.uint32)
    members = postings  # the members take the place of the postings, which are then no longer needed
    if older and len(postings):
        groups = _collect(postings, older)
        members = np.empty(len(groups[1]) + len(postings), dtype=np.uint64)
    whose = np.empty(len(members), dtype=np.uint32)  # memory is taken only for what is written
    n = _group(postings, *groups, members, whose, at, base, bounds, blocks, outlets, counts, code_of)
    return Carriers(members[:n], whose[:n], at)


# Of the older carriers of widely used words so many are kept: the first ones, and the last before the new posts.
_FIRST_KEPT = 4
_MOST_KEPT = _FIRST_KEPT + BOILERPLATE_WINDOW
# Postings that are searched for in the older runs at a time: bounds the memory this takes.
_SLICE = 1 << 20


def _collect(postings: NDArray[np.uint64], older: list[Run]) -> tuple[NDArray[np.int32], NDArray[np.uint32]]:
    """The older carriers of each group of new postings: how many there truly are, and the tokens of those kept."""
    totals: list[NDArray[np.int32]] = []
    kept: list[NDArray[np.uint32]] = []
    from_ = [0] * len(older)
    begin = 0
    while begin < len(postings):
        # A slice ends where a group does.
        end = begin + _SLICE
        if end < len(postings):
            last = (postings[end] >> np.uint64(32)) << np.uint64(32)
            end = begin + int(np.searchsorted(postings[begin:end], last))
        if end == begin:  # one group alone is longer than a slice
            after = postings[begin] | np.uint64(0xFFFFFFFF)
            end = begin + int(np.searchsorted(postings[begin:], after, side="right"))
        hashes = postings[begin:end] & np.uint64(0xFFFFFFFF00000000)
        # They are sorted, which makes this far faster than np.unique.
        keys = hashes[np.flatnonzero(np.diff(hashes, prepend=~hashes[:1]))]
        ranges = np.zeros((len(older), 2, len(keys)), dtype=np.int64)
        for number, run in enumerate(older):
            from_[number] = _search(keys, run.postings, from_[number], ranges[number, 0], ranges[number, 1])
        found = (ranges[:, 1] - ranges[:, 0]).sum(axis=0)
        bounds = np.zeros(len(keys) + 1, dtype=np.int64)
        np.cumsum(np.minimum(found, _MOST_KEPT), out=bounds[1:])
        tokens = np.empty(int(bounds[-1]), dtype=np.uint32)
        seen = np.zeros(len(keys), dtype=np.int64)
        for number, run in enumerate(older):
            _copy_kept(run.postings, ranges[number, 0], ranges[number, 1], found, seen, bounds, tokens)
            run.release()
        totals.append(found.astype(np.int32))
        kept.append(tokens)
        begin = end
    return np.concatenate(totals), np.concatenate(kept)


@kernel
def _search(
    keys: NDArray[np.uint64],
    run: NDArray[np.uint64],
    at: int,
    low: NDArray[np.int64],
    high: NDArray[np.int64],
) -> int:
    """Where each of the sorted `keys` (hash in the upper half) begins and ends in the sorted `run`, from `at` on.

    Returns: where the last one ends.
    """
    size = len(run)
    for number in range(len(keys)):
        key = keys[number]
        # Gallop from the last hit: short hops where keys are dense, long ones where they are few.
        hop = 1
        left = at
        while left + hop < size and run[left + hop] < key:
            left += hop
            hop *= 2
        right = min(size, left + hop)
        while left < right:
            middle = (left + right) >> 1
            if run[middle] < key:
                left = middle + 1
            else:
                right = middle
        low[number] = left
        last = key | np.uint64(0xFFFFFFFF)
        hop = 1
        at = left
        while at + hop < size and run[at + hop] <= last:
            at += hop
            hop *= 2
        right = min(size, at + hop)
        while at < right:
            middle = (at + right) >> 1
            if run[middle] <= last:
                at = middle + 1
            else:
                right = middle
        high[number] = at
    return at


@kernel
def _copy_kept(
    run: NDArray[np.uint64],
    low: NDArray[np.int64],
    high: NDArray[np.int64],
    totals: NDArray[np.int64],
    seen: NDArray[np.int64],
    bounds: NDArray[np.int64],
    kept: NDArray[np.uint32],
) -> None:
    for group in range(len(low)):
        found = high[group] - low[group]
        if found == 0:
            continue
        total, size = totals[group], bounds[group + 1] - bounds[group]
        for n in range(found):
            rank = seen[group] + n
            if total <= size or rank < _FIRST_KEPT:
                place = rank
            elif rank >= total - (size - _FIRST_KEPT):
                place = rank - total + size
            else:
                continue
            kept[bounds[group] + place] = np.uint32(run[low[group] + n] & np.uint64(0xFFFFFFFF))
        seen[group] += found


@kernel
def _group(
    postings: NDArray[np.uint64],
    totals: NDArray[np.int32],
    kept: NDArray[np.uint32],
    members: NDArray[np.uint64],
    whose: NDArray[np.uint32],
    at: NDArray[np.uint32],
    base: int,
    bounds: NDArray[np.int64],
    blocks: NDArray[np.uint32],
    outlets: NDArray[np.uint32],
    counts: NDArray[np.int32],
    code_of: NDArray[np.uint8],
) -> int:
    """Write the carriers of every group of two or more to `members`; returns how many.

    `members` may be `postings` itself: a group is never longer than what was read of it.
    """
    n, group, taken, begin, size = 0, 0, 0, 0, len(postings)
    older = len(totals) > 0
    while begin < size:
        h = postings[begin] >> np.uint64(32)
        end = begin + 1
        while end < size and postings[end] >> np.uint64(32) == h:
            end += 1
        total = np.int64(totals[group]) if older else 0
        if total + end - begin < 2:
            # Nobody had these words before, so that nothing of `kept` is theirs.
            begin, group = end, group + 1
            continue
        head = n
        if older:
            for _ in range(min(total, _MOST_KEPT)):
                members[n] = np.uint64(kept[taken])
                whose[n] = outlets[post_of(np.int64(kept[taken]), bounds, blocks)]
                n += 1
                taken += 1
        # Count carriers per outlet over the window that ends at the posting in hand.
        low = max(head, n - BOILERPLATE_WINDOW)
        for place in range(low, n):
            counts[whose[place]] += 1
        for place in range(begin, end):
            token = np.int64(postings[place] & np.uint64(0xFFFFFFFF))
            outlet = outlets[post_of(token, bounds, blocks)]
            boilerplate = np.uint64(1 if outlet > 0 and counts[outlet] >= BOILERPLATE_EARLIER else 0)
            carriers = total + place - begin + 1
            code = code_of[min(carriers, len(code_of) - 1)]
            if carriers >= len(code_of):
                code = np.uint8(min(CARRIERS_MASK, np.int64(CARRIERS_PER_OCTAVE * np.log2(carriers) + 0.5)))
            members[n] = (
                np.uint64(token)
                | np.uint64(min(n - head, STEPS_MASK)) << np.uint64(STEPS_SHIFT)
                | np.uint64(code) << np.uint64(CARRIERS_SHIFT)
                | boilerplate << np.uint64(BOILERPLATE_SHIFT)
            )
            whose[n] = outlet
            at[token - base] = n
            n += 1
            counts[outlet] += 1
            if n - low > BOILERPLATE_WINDOW:
                counts[whose[low]] -= 1
                low += 1
        for place in range(low, n):
            counts[whose[place]] = 0
        begin, group = end, group + 1
    return n
