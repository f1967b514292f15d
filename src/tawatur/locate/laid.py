"""A post laid out for looking up names: its words, what stands between them, and the numbers they are found under."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tawatur.locate.keys import LONGEST, join_next, plain_word, without_article, word_number
from tawatur.model import Span
from tawatur.text.words import words_of

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
# A line longer than this is read in pieces, so that no list of words grows with one line of a hostile page.
_PIECE = 20_000
_INVISIBLE = "\u00ad\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_JOINED = re.compile(rf"[ \t\u00a0\u2009\u202f{_INVISIBLE}]*(?:[\-\u2010\u2011'’ʼ_]?[ \u00a0{_INVISIBLE}]?)?")
_STOPPED = re.compile(r"\.[ \u00a0]?-?")
_ENDS = re.compile(r"[.!?؟:;؛…\"“”«»‹›|–—•(\[]")


@dataclass(frozen=True, slots=True)
class Laid:
    """Words of a post in order. Parallel lists, one entry a word."""

    text: str
    """Of the page."""
    starts: list[int]
    """Code points of the page."""
    ends: list[int]
    raw: list[str]
    plain: list[str]
    joined: list[bool]
    """True where nothing between this word and the one before it would part a name."""
    opens: list[bool]
    """True for the first word of a sentence or line."""
    shouted: list[bool]
    """True for the words of a line in capitals only, or in lower case only: its case says nothing."""

    def __len__(self) -> int:
        return len(self.starts)

    def gap(self, word: int) -> str:
        """What stands between `word` and the one before it."""
        return self.text[self.ends[word - 1] : self.starts[word]] if word else ""

    def surface(self, begin: int, end: int) -> str:
        """The words from `begin` to `end` (exclusive) as printed."""
        return self.text[self.starts[begin] : self.ends[end - 1]]


def lay_out(text: str, zones: Iterable[Span]) -> Laid:
    """The words of `zones` of a page's `text`, in order. Linear in the zones."""
    laid = Laid(text, [], [], [], [], [], [], [])
    for zone in zones:
        for line in _LINE.finditer(text, zone.start, zone.end):
            for start in range(line.start(), line.end(), _PIECE):
                _lay_piece(laid, start, text[start : min(start + _PIECE, line.end())])
    return laid


def _lay_piece(laid: Laid, offset: int, piece: str) -> None:
    words = words_of(piece)
    if not words:
        return
    # Column by column: a post has thousands of words, and most gaps are one blank.
    starts, ends, folded, raw = zip(*words, strict=True)
    gaps = [piece[end:start] for end, start in zip(ends, starts[1:], strict=False)]
    plain = [plain_word(word) for word in folded]
    joined = [gap == " " for gap in gaps]
    opens = [False] * len(gaps)
    for at, gap in enumerate(gaps):
        if gap != " ":
            joined[at] = _parts_nothing(gap, plain[at])
            opens[at] = not joined[at] and _ENDS.search(gap) is not None
    laid.shouted.extend([_says_nothing(raw)] * len(words))
    laid.joined.extend((False, *joined))
    laid.opens.extend((True, *opens))
    laid.plain.extend(plain)
    laid.raw.extend(raw)
    laid.starts.extend([start + offset for start in starts])
    laid.ends.extend([end + offset for end in ends])


def _parts_nothing(gap: str, before: str) -> bool:
    if _JOINED.fullmatch(gap):
        return True
    # "St. Louis", "U.S.": a full stop behind a short word ends no sentence.
    return len(before) <= 2 and _STOPPED.fullmatch(gap) is not None


def _says_nothing(words: Sequence[str]) -> bool:
    """True for three words or more, all in capitals, or none with one."""
    first = "".join([raw[0] for raw in words])
    if first.islower():  # all that have a case
        return sum(map(str.islower, first)) >= 6
    return (
        first.isupper()
        and sum(map(str.isupper, first)) >= 3
        and all(raw.isupper() for raw in words if raw[0].isupper())
    )


@dataclass(frozen=True, slots=True)
class Runs:
    """Every run of words that could be a name, with its number. Parallel arrays."""

    numbers: NDArray[np.uint64]
    begin: NDArray[np.int64]
    length: NDArray[np.int64]
    cut: NDArray[np.int64]
    """Letters written on to the front of the first word that are no part of the name."""
    article: NDArray[np.bool_]
    """True where the Arabic article was taken off the first word."""


def runs_of(laid: Laid, proclitics: tuple[tuple[str, bool], ...]) -> Runs:
    """The runs of `laid`. `proclitics`: (letters, whether they end in the article), longest first."""
    numbers = np.array([word_number(plain) for plain in laid.plain], np.uint64)
    joined = np.array(laid.joined, np.bool_)
    begin, first, cut, article = _beginnings(laid, proclitics)
    grown: list[tuple[NDArray[np.uint64], NDArray[np.int64], int]] = []
    alive = np.arange(len(begin))
    value = first
    for length in range(1, LONGEST + 1):
        grown.append((value, alive, length))
        ahead = begin[alive] + length
        fits = ahead < len(numbers)
        fits[fits] = joined[ahead[fits]]
        alive, ahead = alive[fits], ahead[fits]
        value = join_next(value[fits], numbers[ahead])
    which = np.concatenate([alive for _, alive, _ in grown]) if grown else np.zeros(0, np.int64)
    return Runs(
        np.concatenate([value for value, _, _ in grown]),
        begin[which],
        np.concatenate([np.full(len(alive), length, np.int64) for _, alive, length in grown]),
        cut[which],
        article[which],
    )


def _beginnings(
    laid: Laid, proclitics: tuple[tuple[str, bool], ...]
) -> tuple[NDArray[np.int64], NDArray[np.uint64], NDArray[np.int64], NDArray[np.bool_]]:
    begin: list[int] = []
    readings: list[_Reading] = []
    low = [raw[0].islower() for raw in laid.raw] + [True, True]
    read = _reader(proclitics)
    for at, plain in enumerate(laid.plain):
        if low[at] and low[at + 1] and low[at + 2] and not laid.shouted[at]:
            continue  # no name begins with three words in lower case
        found = read(plain)
        begin += [at] * len(found)
        readings += found
    first, cut, article = zip(*readings, strict=True) if readings else ((), (), ())
    return (
        np.array(begin, np.int64),
        np.array(first, np.uint64),
        np.array(cut, np.int64),
        np.array(article, np.bool_),
    )


_Reading = tuple[int, int, bool]
"""(number of the word, letters cut off its front, whether an article went with them)."""


@lru_cache(maxsize=4)
def _reader(proclitics: tuple[tuple[str, bool], ...]) -> Callable[[str], tuple[_Reading, ...]]:
    """What gives the readings of a word as the first of a name, remembered: the word whole, and without its glue."""

    @lru_cache(maxsize=1 << 15)
    def read(plain: str) -> tuple[_Reading, ...]:
        if not plain or plain[0].isdigit():
            return ()
        readings = [(0, plain, False)] if plain.isascii() else _glued(plain, proclitics)
        return tuple((word_number(rest), letters, has_article) for letters, rest, has_article in readings)

    return read


def _glued(plain: str, proclitics: tuple[tuple[str, bool], ...]) -> list[tuple[int, str, bool]]:
    rest = without_article(plain)
    readings = [(0, plain if rest is None else rest, rest is not None)]
    for letters, has_article in proclitics:
        if len(plain) - len(letters) >= 3 and plain.startswith(letters):
            behind = plain[len(letters) :]
            inner = without_article(behind)
            if has_article:
                readings.append((len(letters), behind, True))
            elif inner is not None:
                readings.append((len(letters), inner, True))
            else:
                readings.append((len(letters), behind, False))
    return list(dict.fromkeys(readings))
