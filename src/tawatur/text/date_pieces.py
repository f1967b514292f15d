"""The pieces of a line with what each can mean in a date; phrases of several words are one piece."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from tawatur.text.date_tokens import INVISIBLE, LONGEST_WORD, MARK, NUMBER, WORD, Token, tokens_of
from tawatur.text.date_words import Meaning, date_words
from tawatur.text.fold import fold_text

EMPTY: Meaning = {}


class Piece(NamedTuple):
    """A number, a mark, or a word or phrase; offsets are code points of the line."""

    kind: int
    start: int
    end: int
    text: str
    value: int
    meaning: Meaning

    @property
    def digits(self) -> int:
        """How many digits a number is written with."""
        return self.end - self.start if self.kind == NUMBER else 0

    def is_mark(self, marks: str) -> bool:
        """True for a single sign that is one of `marks`."""
        return self.kind == MARK and self.text in marks


_PADDING = [Piece(MARK, 0, 0, "\0", -1, EMPTY)] * 24


class Pieces(list[Piece]):
    """The pieces of one line; reading a little past either end gives a piece that means nothing."""

    __slots__ = ("size", "text")

    def __init__(self, text: str) -> None:
        found = _read_pieces(text)
        # No pattern looks farther ahead than the padding, and index -1 falls into it too.
        super().__init__([*found, *_PADDING])
        self.size = len(found)
        self.text = text

    def touch(self, at: int) -> bool:
        """True where no blank stands between piece `at` and the one after it; direction marks do not part them."""
        here, there = self[at].end, self[at + 1].start
        return at >= 0 and (here == there or (here < there and not self.text[here:there].strip(INVISIBLE)))

    def has(self, at: int, role: str) -> bool:
        """True where piece `at` can play `role`."""
        return role in self[at].meaning


def _read_pieces(text: str) -> list[Piece]:
    tokens = tokens_of(text)
    pieces: list[Piece] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        if token.kind == WORD and token.end - token.start <= LONGEST_WORD:
            length, meaning = _phrase_at(tokens, at)
            if length > 1:
                last = tokens[at + length - 1]
                pieces.append(Piece(WORD, token.start, last.end, text[token.start : last.end], -1, meaning))
                at += length
                continue
            pieces.append(Piece(WORD, token.start, token.end, token.text, -1, _meaning_of(token.text)))
        else:
            pieces.append(Piece(token.kind, token.start, token.end, token.text, token.value, EMPTY))
        at += 1
    return pieces


def _phrase_at(tokens: list[Token], at: int) -> tuple[int, Meaning]:
    """Length in tokens and meaning of the longest phrase that starts at `at`; (0, nothing) where none does."""
    folded = _folded(tokens[at].text)
    for phrase, meaning in date_words().phrases.get(folded, ()):
        if len(phrase) <= len(tokens) - at and all(
            _folded(token.text) == part for token, part in zip(tokens[at : at + len(phrase)], phrase, strict=True)
        ):
            return len(phrase), meaning
    return 0, EMPTY


@lru_cache(maxsize=1 << 16)
def _folded(word: str) -> str:
    return fold_text(word) if len(word) <= LONGEST_WORD else ""


@lru_cache(maxsize=1 << 16)
def _meaning_of(word: str) -> Meaning:
    tables = date_words()
    folded = fold_text(word)
    meaning = tables.words.get(folded, EMPTY)
    if not meaning or word in tables.not_words:
        return EMPTY
    if folded in tables.only_capitalised and word[0].islower():
        return EMPTY
    return meaning
