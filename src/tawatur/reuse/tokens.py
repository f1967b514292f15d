"""Text to tokens: folded, hashed, and each with the place it came from. No Python object per word."""

# Integers in kernels are of one kind; the stubs of numpy tell them apart.
# mypy: disable-error-code="arg-type,assignment,return-value,no-any-return"

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawatur.reuse.kernel import kernel
from tawatur.reuse.letters import (
    ALONE,
    DIGIT,
    DROPPED,
    HAMZA_MARK,
    JOINS_DIGITS,
    LETTER,
    SEVERAL,
    letters,
)

# A "word" longer than this is no word; it is cut, so that its length fits 16 bits.
_LONGEST = 60_000
_YA, _WAW, _HAMZA, _SEAT = ord("ي"), ord("و"), ord("ء"), ord("ئ")
_ASCII_ZERO, _ASCII_NINE = ord("0"), ord("9")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of some posts, one post after the other."""

    hashes: NDArray[np.uint32]
    """Equal for words that fold alike. The lowest bit is set for a number."""
    starts: NDArray[np.uint32]
    """First code point in the post's text."""
    lengths: NDArray[np.uint16]
    """Code points."""
    counts: NDArray[np.int64]
    """Tokens per post."""


def tokenise(texts: Sequence[str]) -> Tokens:
    """The tokens of `texts`. Runs of letters and runs of digits are tokens; all else parts them.

    Folding follows `tawatur.text.fold`; letters of scripts written without spaces are tokens of their own.
    """
    table = letters()
    raw = [text.encode("utf-8", "surrogatepass") for text in texts]
    bounds = np.zeros(len(raw) + 1, dtype=np.int64)
    np.cumsum([len(part) for part in raw], out=bounds[1:])
    data = np.frombuffer(b"".join(raw) + b"    ", dtype=np.uint8)
    size = int(bounds[-1]) + 1
    hashes, starts = np.empty(size, np.uint32), np.empty(size, np.uint32)
    lengths, counts = np.empty(size, np.uint16), np.zeros(len(raw), np.int64)
    n = _walk(data, bounds, table.codes, table.first, table.several, hashes, starts, lengths, counts)
    return Tokens(hashes[:n].copy(), starts[:n].copy(), lengths[:n].copy(), counts)


@kernel
def _mix(h: np.uint64, letter: np.uint64) -> np.uint64:
    return (h ^ letter) * np.uint64(0x9E3779B97F4A7C15) ^ (h >> np.uint64(29))


@kernel
def _finish(h: np.uint64, number: bool) -> np.uint32:
    h ^= h >> np.uint64(32)
    h *= np.uint64(0xD6E8FEB86659FD93)
    h ^= h >> np.uint64(32)
    return np.uint32((h & np.uint64(0xFFFFFFFE)) | np.uint64(1 if number else 0))


@kernel
def _settle(h: np.uint64, held: int, follower: int, before: int) -> np.uint64:
    """Hash the letter that was held back until its follower was known: hamza seats are spelt by habit."""
    if held == _YA:
        return _mix(h, np.uint64(_YA))
    if follower == _WAW:
        return _mix(h, np.uint64(_WAW))
    if held == _SEAT:
        return _mix(h, np.uint64(_YA))
    if before == _YA:
        return h
    return _mix(h, np.uint64(_HAMZA))


@kernel
def _digit_at(data: NDArray[np.uint8], at: int, end: int) -> bool:
    """Whether an ASCII or an Arabic or Persian digit stands at byte `at`."""
    if at >= end:
        return False
    byte = data[at]
    if _ASCII_ZERO <= byte <= _ASCII_NINE:
        return True
    if at + 1 >= end:
        return False
    after = data[at + 1]
    return (byte == 0xD9 and 0xA0 <= after <= 0xA9) or (byte == 0xDB and 0xB0 <= after <= 0xB9)


@kernel
def _walk(
    data: NDArray[np.uint8],
    bounds: NDArray[np.int64],
    codes: NDArray[np.uint32],
    first: NDArray[np.uint32],
    several: NDArray[np.uint32],
    hashes: NDArray[np.uint32],
    starts: NDArray[np.uint32],
    lengths: NDArray[np.uint16],
    counts: NDArray[np.int64],
) -> int:
    n = 0
    for post in range(len(bounds) - 1):
        at, end = bounds[post], bounds[post + 1]
        before_post = n
        place = 0  # in code points
        kind = 0  # of the open token: 0 none, 1 letters, 2 digits
        h = np.uint64(0)
        held, before = 0, 0
        start, stop = 0, 0
        while at < end:
            byte = np.uint32(data[at])
            if byte < 0x80:
                point = byte
                at += 1
            elif byte < 0xE0:
                point = (byte & np.uint32(0x1F)) << np.uint32(6) | (np.uint32(data[at + 1]) & np.uint32(0x3F))
                at += 2
            elif byte < 0xF0:
                point = (
                    (byte & np.uint32(0x0F)) << np.uint32(12)
                    | (np.uint32(data[at + 1]) & np.uint32(0x3F)) << np.uint32(6)
                    | (np.uint32(data[at + 2]) & np.uint32(0x3F))
                )
                at += 3
            else:
                point = (
                    (byte & np.uint32(0x07)) << np.uint32(18)
                    | (np.uint32(data[at + 1]) & np.uint32(0x3F)) << np.uint32(12)
                    | (np.uint32(data[at + 2]) & np.uint32(0x3F)) << np.uint32(6)
                    | (np.uint32(data[at + 3]) & np.uint32(0x3F))
                )
                at += 4
            code = np.int64(codes[point])
            low, high = np.int64(0), np.int64(1)
            if code & SEVERAL:
                low, high = np.int64(first[code ^ SEVERAL]), np.int64(first[(code ^ SEVERAL) + 1])
            for step in range(low, high):
                if high - low > 1:
                    code = np.int64(several[step])
                if code < 32:
                    if code == DROPPED or code == HAMZA_MARK:  # noqa: SIM109 - a tuple is slower here
                        if code == HAMZA_MARK and held == _YA:
                            held = _SEAT
                        if kind:
                            stop = place + 1
                        continue
                    if code == JOINS_DIGITS and kind == 2 and _digit_at(data, at, end):
                        continue
                    if kind:
                        if held:
                            h = _settle(h, held, 0, before)
                            held = 0
                        hashes[n], starts[n], lengths[n] = _finish(h, kind == 2), start, stop - start
                        n += 1
                        kind = 0
                    continue
                new = 2 if code & DIGIT else 1
                if kind and (new != kind or code & ALONE or place - start >= _LONGEST):
                    if held:
                        h = _settle(h, held, 0, before)
                        held = 0
                    hashes[n], starts[n], lengths[n] = _finish(h, kind == 2), start, stop - start
                    n += 1
                    kind = 0
                if kind == 0:
                    kind, start, h, before = new, place, np.uint64(0x51ED270B), 0
                stop = place + 1
                letter = code & LETTER
                if held:
                    h = _settle(h, held, letter, before)
                    before, held = (_YA if held == _SEAT else held), 0
                if letter == _YA or letter == _SEAT or letter == _HAMZA:  # noqa: SIM109 - likewise
                    held = letter
                else:
                    h = _mix(h, np.uint64(letter))
                    before = letter
                if code & ALONE:
                    hashes[n], starts[n], lengths[n] = _finish(h, False), start, stop - start
                    n += 1
                    kind = 0
            place += 1
        if kind:
            if held:
                h = _settle(h, held, 0, before)
            hashes[n], starts[n], lengths[n] = _finish(h, kind == 2), start, stop - start
            n += 1
        counts[post] = n - before_post
    return n
