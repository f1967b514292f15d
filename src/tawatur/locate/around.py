"""What stands around a run of words: words that make a place of it, or a person, or an ordinary word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tawatur.locate.laid import Laid
from tawatur.locate.lexicon import Folded, Lexicon
from tawatur.model.place import PlaceKind

LONGEST_PHRASE = 4


def phrases_before(laid: Laid, begin: int, lex: Lexicon) -> Iterator[Folded]:
    """The one to four words in front of word `begin`, the longest first, also without what is glued to the first."""
    for length in range(_joined_before(laid, begin), 0, -1):
        words = tuple(laid.plain[begin - length : begin])
        yield words
        for bare in _bare(words[0], lex):
            yield (bare, *words[1:])


def phrases_after(laid: Laid, end: int) -> Iterator[Folded]:
    """The one to four words behind word `end` (exclusive), the longest first."""
    for length in range(_joined_after(laid, end), 0, -1):
        yield tuple(laid.plain[end : end + length])


def first_in(phrases: Iterator[Folded], held: Collection[Folded]) -> Folded | None:
    """The first of `phrases` that is `held`."""
    return next((phrase for phrase in phrases if phrase in held), None)


def kinds_said(
    phrases: Iterator[Folded], kinds: Mapping[Folded, frozenset[PlaceKind]]
) -> tuple[Folded, frozenset[PlaceKind]] | None:
    """The first of `phrases` that says of what kind a place is, with the kinds."""
    return next(((phrase, kinds[phrase]) for phrase in phrases if phrase in kinds), None)


def _joined_before(laid: Laid, begin: int) -> int:
    length = 0
    while length < LONGEST_PHRASE and begin - length > 0 and laid.joined[begin - length]:
        length += 1
    return length


def _joined_after(laid: Laid, end: int) -> int:
    length = 0
    while length < LONGEST_PHRASE and end + length < len(laid.words) and laid.joined[end + length]:
        length += 1
    return length


def _bare(word: str, lex: Lexicon) -> Iterator[str]:
    """`word` without an article and what else is glued to its front."""
    if word.isascii():
        return
    for letters, has_article in (("", False), *lex.proclitics):
        if word.startswith(letters) and len(word) - len(letters) >= 2:
            rest = word[len(letters) :]
            if letters:
                yield rest
            if not has_article and rest.startswith("ال") and len(rest) >= 4:
                yield rest[2:]
