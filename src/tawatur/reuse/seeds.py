"""Post by post: from the words it shares with earlier posts to the passages it shares with them.

A seed is a run of five words in the post in hand and in an earlier one. Its diagonal is how far the two places lie
apart, counted in tokens over all posts: seeds of one passage lie on nearly the same diagonal, whoever the other
post is, so that a small table of the diagonals seen lately is all the bookkeeping there is.
"""

# Integers in kernels are of one kind; the stubs of numpy tell them apart.
# mypy: disable-error-code="arg-type,assignment,return-value,no-any-return"

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from tawatur.reuse.extend import DROP, FIRST_DROP, WIDTH, extend
from tawatur.reuse.kernel import kernel
from tawatur.reuse.postings import (
    BOILERPLATE_SHIFT,
    CARRIERS_MASK,
    CARRIERS_PER_OCTAVE,
    CARRIERS_SHIFT,
    NONE,
    STEPS_MASK,
    STEPS_SHIFT,
    WORDS_PER_GRAM,
    post_of,
)
from tawatur.reuse.surprise import count_post, measure_post

# Up to so many earlier carriers of the same words, a post is compared with all of them.
ALL_CARRIERS = 100
# Above, with these: the first ones hold a story together, the last ones are the likeliest sources.
FIRST_CARRIERS, LAST_CARRIERS = 2, 2

# Two seeds of one passage: at most so many words apart, and on diagonals at most so far apart.
WINDOW = 48
_BUCKET_BITS = 5

SLOTS = 1 << 12
_WAYS = 4
# _FROM, _TO: tokens of the post that an entry was followed up in. Short posts lie close together, and so do their
# diagonals: what covers the words of one says nothing of the next.
_KEY, _LAST, _COVERED, _PASSAGE, _CODE, _RUN, _FROM, _TO = 0, 1, 2, 3, 4, 5, 6, 7

# Columns of a passage row.
A_POST, B_POST, A_LOW, A_HIGH, B_LOW, B_HIGH, COMMON, SCORE2, RAREST, BITS, DIFFERENCES = range(11)
COLUMNS = 11

# Bits that a changed, added or missing word takes away: where it may have been is a choice that chance has too.
DIFFERENCE_COST = 3
# After a first look around it, so many bits less.
LOOK_BITS = 10.0
# A passage that tells so many times what it needs is a copy beyond doubt: its words are not counted once more.
SURE_COPY = 1.5
# Bits are kept as whole numbers of this fraction.
BITS_SCALE = 16
# A single run of equal words is followed up where it alone tells at most so many bits less than a passage needs;
# one that stands near another run, at most twice as many.
SLACK_BITS = 27.0


@kernel
def _slot_of(table: NDArray[np.uint32], bucket: int, token: int, begin: int, other: int) -> int:
    """The live entry of `bucket` that may be about the post of token `other`, or -1."""
    home = ((bucket * 0x9E3779B1) >> 7) & (SLOTS - 1)
    for way in range(_WAYS):
        slot = (home + way) & (SLOTS - 1)
        if (
            table[slot, _KEY] == np.uint32(bucket)
            and table[slot, _LAST] >= begin
            and table[slot, _FROM] <= other < table[slot, _TO]
            and (token - table[slot, _LAST] <= WINDOW or table[slot, _COVERED] > token)
        ):
            return slot
    return -1


@kernel
def _new_slot(table: NDArray[np.uint32], bucket: int, token: int, begin: int) -> int:
    """An entry for `bucket`: a dead one, or else the one that was seen longest ago."""
    home = ((bucket * 0x9E3779B1) >> 7) & (SLOTS - 1)
    chosen, oldest = home, np.uint32(NONE)
    for way in range(_WAYS):
        slot = (home + way) & (SLOTS - 1)
        last = table[slot, _LAST]
        if last < begin or (token - last > WINDOW and table[slot, _COVERED] <= token):
            chosen = slot
            break
        if last < oldest:
            chosen, oldest = slot, last
    table[chosen, _KEY] = bucket
    table[chosen, _LAST] = token
    table[chosen, _COVERED] = 0
    table[chosen, _PASSAGE] = NONE
    table[chosen, _CODE] = CARRIERS_MASK
    table[chosen, _RUN] = token
    table[chosen, _FROM] = 0
    table[chosen, _TO] = NONE
    return chosen


@kernel
def find_passages(
    first_post: int,
    tokens: NDArray[np.uint32],
    bounds: NDArray[np.int64],
    blocks: NDArray[np.uint32],
    outlets: NDArray[np.uint32],
    members: NDArray[np.uint64],
    whose: NDArray[np.uint32],
    at: NDArray[np.uint32],
    base: int,
    min_common: int,
    margin: float,
    words: NDArray[np.uint32],
    pairs: NDArray[np.uint32],
    counters: NDArray[np.int64],
) -> NDArray[np.int64]:
    """The passages of the posts from `first_post` on, with earlier posts.

    Args:
        tokens, bounds, blocks, outlets: of all posts, older ones included.
        members, whose, at, base: the carriers of the new posts' words, and the number of the first new token. Where
            three quarters of a post are boilerplate by their marks, they are none: the marks are taken off.
        min_common: words that the two sides of a passage must have in common.
        margin: bits that a passage must tell beyond what chance gives in a text of that many words.
        words, pairs: counts of words and pairs of words; the new posts are added to them one by one.
        counters: int64; seeds met and extensions made are added to its first two.
    Returns: one row per passage, shape (n, COLUMNS), in the order of the later post. `passages.weigh` judges them.
    """
    table = np.zeros((SLOTS, 8), np.uint32)
    found = np.empty((1024, COLUMNS), np.int64)
    scratch = np.empty((4, WIDTH), np.int64)
    right, left = np.empty(5, np.int64), np.empty(5, np.int64)
    bits = np.empty((2, WIDTH), np.float64)
    longest = 0
    for number in range(first_post, len(bounds) - 1):
        longest = max(longest, bounds[number + 1] - bounds[number])
    alone, sums = np.empty(longest, np.float32), np.empty(longest + 1, np.float64)
    copied = np.empty(longest, np.bool_)
    gathered = np.empty(longest, np.uint64)
    n, post, posts = 0, first_post, len(bounds) - 1
    all_code = np.int64(CARRIERS_PER_OCTAVE * np.log2(ALL_CARRIERS + 1) + 0.5)
    seeds, extensions = 0, 0
    while post < posts:
        begin, end = bounds[post], bounds[post + 1]
        measure_post(tokens, begin, end, words, pairs, alone, sums)
        post_n = n
        needed = 2 * np.log2(np.float64(end)) - 1 + margin
        flagged = 0
        # All at once, so that the processor waits for many of these far-apart places together.
        for token in range(begin, end):
            place = np.int64(at[token - base])
            gathered[token - begin] = np.uint64(0) if place == NONE else members[place]
            if gathered[token - begin] >> np.uint64(BOILERPLATE_SHIFT):
                flagged += 1
        if 4 * flagged > 3 * (end - begin):
            # Three quarters of the post: published again and again, not printed under something else.
            for token in range(begin, end):
                if gathered[token - begin] >> np.uint64(BOILERPLATE_SHIFT):
                    gathered[token - begin] &= np.uint64((1 << BOILERPLATE_SHIFT) - 1)
                    members[at[token - base]] = gathered[token - begin]
        for token in range(begin, end):
            member = gathered[token - begin]
            if member == 0:
                continue
            place = np.int64(at[token - base])
            steps = np.int64(member >> np.uint64(STEPS_SHIFT)) & STEPS_MASK
            if steps == 0:
                continue
            code = np.int64(member >> np.uint64(CARRIERS_SHIFT)) & CARRIERS_MASK
            boilerplate = member >> np.uint64(BOILERPLATE_SHIFT)
            skip_from, skip_to = steps, np.int64(0)
            if code > all_code:
                skip_from, skip_to = steps - FIRST_CARRIERS, np.int64(LAST_CARRIERS)
            back = steps
            while back > 0:
                if skip_to < back <= skip_from and code > all_code:
                    back = skip_to
                    continue
                other = np.int64(members[place - back] & np.uint64(0xFFFFFFFF))
                back -= 1
                if boilerplate and whose[place - back - 1] == outlets[post]:
                    continue
                seeds += 1
                diagonal = token - other
                bucket = diagonal >> _BUCKET_BITS
                near = bucket + (1 if (diagonal >> (_BUCKET_BITS - 1)) & 1 else -1)
                slot = _slot_of(table, bucket, token, begin, other)
                beside = _slot_of(table, near, token, begin, other)
                known = slot if slot >= 0 else beside
                if slot >= 0 and beside >= 0 and table[beside, _COVERED] > table[slot, _COVERED]:
                    known = beside
                if known >= 0 and table[known, _COVERED] > token:
                    passage = table[known, _PASSAGE]
                    if passage != NONE and code < found[passage, RAREST]:
                        found[passage, RAREST] = code
                    if slot >= 0:
                        table[slot, _LAST] = token
                    continue
                rarest, run, apart = code, token, False
                if known >= 0:
                    rarest = min(code, np.int64(table[known, _CODE]))
                    apart = table[known, _LAST] + 1 != token
                    if not apart:
                        run = np.int64(table[known, _RUN])
                if slot < 0:
                    slot = _new_slot(table, bucket, token, begin)
                table[slot, _LAST] = token
                table[slot, _CODE] = rarest
                table[slot, _RUN] = run
                told = alone[run - begin] + sums[token + WORDS_PER_GRAM - begin] - sums[run + 1 - begin]
                if told + (2 * SLACK_BITS if apart else SLACK_BITS) < needed:
                    continue
                extensions += 1
                a_post = post_of(other, bounds, blocks)
                a_begin, a_end = bounds[a_post], bounds[a_post + 1]
                start_a, start_b = other, token
                while start_a > a_begin and start_b > begin and tokens[start_a - 1] == tokens[start_b - 1]:
                    start_a -= 1
                    start_b -= 1
                a_room, b_room = a_end - start_a, end - start_b
                a_back, b_back = start_a - a_begin, start_b - begin
                for drop in (FIRST_DROP, DROP):
                    told = extend(
                        tokens,
                        start_a,
                        start_b,
                        a_room,
                        b_room,
                        1,
                        drop,
                        alone,
                        sums,
                        begin,
                        scratch,
                        bits,
                        right,
                    )
                    told += extend(
                        tokens,
                        start_a - 1,
                        start_b - 1,
                        a_back,
                        b_back,
                        -1,
                        drop,
                        alone,
                        sums,
                        begin,
                        scratch,
                        bits,
                        left,
                    )
                    if not apart and told + LOOK_BITS < needed:
                        break
                table[slot, _COVERED] = start_b + right[1]
                table[slot, _FROM], table[slot, _TO] = a_begin, a_end
                score2 = right[3] + left[3]
                if right[2] + left[2] < min_common or told < needed + DIFFERENCE_COST * (right[4] + left[4]):
                    continue
                if n == len(found):
                    more = np.empty((2 * n, COLUMNS), np.int64)
                    more[:n] = found
                    found = more
                found[n, A_POST], found[n, B_POST] = a_post, post
                found[n, A_LOW], found[n, A_HIGH] = start_a - left[0], start_a + right[0]
                found[n, B_LOW], found[n, B_HIGH] = start_b - left[1], start_b + right[1]
                found[n, BITS], found[n, DIFFERENCES] = np.int64(told * BITS_SCALE), right[4] + left[4]
                found[n, COMMON], found[n, SCORE2] = right[2] + left[2], score2
                found[n, RAREST] = rarest
                table[slot, _PASSAGE] = n
                # Where the passage drifted to another diagonal, later seeds meet it there.
                drift = (found[n, B_HIGH] - found[n, A_HIGH]) >> _BUCKET_BITS
                if drift != bucket:
                    other_slot = _new_slot(table, drift, token, begin)
                    table[other_slot, _COVERED] = start_b + right[1]
                    table[other_slot, _PASSAGE] = n
                    table[other_slot, _FROM], table[other_slot, _TO] = a_begin, a_end
                n += 1
        copied[: end - begin] = False
        for row in range(post_n, n):
            if found[row, BITS] < SURE_COPY * BITS_SCALE * needed:
                continue
            copied[found[row, B_LOW] - begin : found[row, B_HIGH] - begin] = True
        count_post(tokens, begin, end, copied, words, pairs)
        post += 1
    counters[0] += seeds
    counters[1] += extensions
    return found[:n].copy()
