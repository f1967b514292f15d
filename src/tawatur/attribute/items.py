"""A sentence as a row of items: words, marks, and each quotation as one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tawatur.attribute.quotes import Quote
from tawatur.text.fold import fold_text
from tawatur.text.words import WORD, fold_word

# Marks that mean something here; others are passed over.
_TOKEN = re.compile(rf"(?:[^\W\d_]\.){{2,}}|{WORD}|--+|\.\.\.+|[,،;؛:.…!?؟()\[\]–—―&/'’-]")
_MARKS = frozenset(",،;؛:.…!?؟()[]–—―&/'’-")
_APOSTROPHES = ("'", "’")
_SAME_MARK = {"،": ",", "؛": ";", "؟": "?", "–": "-", "—": "-", "―": "-", "--": "-", "’": "'", "[": "(", "]": ")"}
_ABBREVIATED = re.compile(r"\s?\w")
# More than any sentence of prose; a longer run is taken in pieces, so that work stays in proportion to the text.
MOST_ITEMS = 240
# A longer run of letters is no word of any list; it is not worth a place in the cache.
_LONGEST_WORD = 60


class Item(NamedTuple):
    """One word, mark or quotation; spans are of the page's text.

    Of a quotation `fold` is "" and `raw` its last sign.
    """

    start: int
    end: int
    fold: str
    raw: str
    quote: Quote | None = None
    glued: bool = False
    """A hyphen joins it to the word before: "Portuguese-speaking"."""

    @property
    def is_word(self) -> bool:
        """True for words and numbers."""
        return self.quote is None and (self.fold[:1].isalnum() or self.fold == "'s")

    @property
    def is_capital(self) -> bool:
        """True where the first letter is upper case."""
        return self.raw[:1].isupper()


def items_of(text: str, start: int, end: int, quotes: Sequence[Quote], keep_whole: frozenset[str]) -> list[Item]:
    """The items of `text[start:end]`, where `quotes` are the outermost quotations in it, in order."""
    items: list[Item] = []
    at = start
    for quote in quotes:
        _plain(items, text, at, quote.start, keep_whole)
        items.append(Item(quote.start, quote.end, "", text[quote.inner.end - 1], quote))
        at = quote.end
    _plain(items, text, at, end, keep_whole)
    return items


def _plain(items: list[Item], text: str, start: int, end: int, keep_whole: frozenset[str]) -> None:
    """Add the items of `text[start:end]`, in which no quotation stands."""
    # One pass over every sign of every post: what most words do not need is asked of their signs first, and an item
    # is made as the tuple that it is.
    add, make = items.append, tuple.__new__
    for match in _TOKEN.finditer(text, start, end):
        raw = match[0]
        begin, stop = match.span()
        fold, sort = _read(raw) if stop - begin <= _LONGEST_WORD else (fold_text(raw[:_LONGEST_WORD]), _sort_of(raw))
        if sort == _WORD:
            if fold:
                glued = begin > start + 1 and text[begin - 1] == "-" and text[begin - 2].isalnum()
                add(make(Item, (begin, stop, fold, raw, None, glued)))
        elif sort == _MARK:
            mark = _mark(text, raw, begin, stop, end)
            if mark is not None:
                add(mark)
        elif fold not in keep_whole:
            add(Item(begin, stop - 2, fold[:-2], raw[:-2]))
            add(Item(stop - 2, stop, "'s", raw[-2:]))
        elif fold:
            glued = begin > start + 1 and text[begin - 1] == "-" and text[begin - 2].isalnum()
            add(Item(begin, stop, fold, raw, None, glued))


_WORD, _MARK, _POSSESSIVE = range(3)


def _sort_of(raw: str) -> int:
    if raw[0] in _MARKS:
        return _MARK
    return _POSSESSIVE if raw[-1] in "sS" and raw[-2:-1] in _APOSTROPHES else _WORD


@lru_cache(maxsize=1 << 15)
def _read(raw: str) -> tuple[str, int]:
    """The folded spelling of a token, and what sort of token it is."""
    sort = _sort_of(raw)
    fold = "" if sort == _MARK else fold_word(raw)
    return (fold.rstrip(".") if raw[-1] == "." else fold), sort


def _mark(text: str, raw: str, begin: int, stop: int, end: int) -> Item | None:
    """The item of a mark; None for a hyphen inside a word and for the stop of an abbreviation."""
    if raw == "." and _ABBREVIATED.match(text, stop, end) is not None:
        return None  # the sentence goes on: Gen. Strond, N. Ostrova
    if raw == "-" and not _stands_free(text, begin, stop):
        return None
    return Item(begin, stop, _SAME_MARK.get(raw, raw)[:1], raw)


def _stands_free(text: str, start: int, end: int) -> bool:
    """A hyphen with blanks around it is a dash."""
    return text[start - 1 : start].isspace() and text[end : end + 1].isspace()
