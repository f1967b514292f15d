"""What stands around a run of words: words that make a place of it, or a person, or an ordinary word."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from tawatur.locate.keys import ARTICLE
from tawatur.locate.laid import Laid
from tawatur.locate.lexicon import Folded, Lexicon
from tawatur.model.place import PlaceKind

LONGEST_PHRASE = 4


def phrases_before(laid: Laid, begin: int, lex: Lexicon) -> list[Folded]:
    """The one to four words in front of word `begin`, the longest first, also without what is glued to the first."""
    length = 0
    while length < LONGEST_PHRASE and begin > length and laid.joined[begin - length]:
        length += 1
    found: list[Folded] = []
    for first in range(begin - length, begin):
        words = tuple(laid.plain[first:begin])
        found.append(words)
        if not words[0].isascii():
            found.extend((bare, *words[1:]) for bare in _bare(words[0], lex.proclitics))
    return found


def past_directions(laid: Laid, begin: int, lex: Lexicon) -> list[Folded]:
    """The phrases in front of the directions before word `begin`: of "in" for "in northern X"; empty without any."""
    moved = begin
    while begin - moved < 2 and moved and laid.joined[moved] and lex.has("directions before", (laid.plain[moved - 1],)):
        moved -= 1
    return phrases_before(laid, moved, lex) if moved != begin else []


def phrases_after(laid: Laid, end: int) -> list[Folded]:
    """The one to four words behind word `end` (exclusive), the longest first."""
    length = 0
    while length < LONGEST_PHRASE and end + length < len(laid) and laid.joined[end + length]:
        length += 1
    return [tuple(laid.plain[end : end + count]) for count in range(length, 0, -1)]


def first_in(phrases: Iterable[Folded], held: Collection[Folded]) -> Folded | None:
    """The first of `phrases` that is `held`."""
    return next((phrase for phrase in phrases if phrase in held), None)


def kinds_said(
    phrases: Iterable[Folded], kinds: Mapping[Folded, frozenset[PlaceKind]]
) -> tuple[Folded, frozenset[PlaceKind]] | None:
    """The first of `phrases` that says of what kind a place is, with the kinds."""
    return next(((phrase, kinds[phrase]) for phrase in phrases if phrase in kinds), None)


@lru_cache(maxsize=1 << 14)
def _bare(word: str, proclitics: tuple[tuple[str, bool], ...]) -> tuple[str, ...]:
    """`word` without an article and what else is glued to its front."""
    found: list[str] = []
    for letters, has_article in (("", False), *proclitics):
        if word.startswith(letters) and len(word) - len(letters) >= 2:
            rest = word[len(letters) :]
            if letters:
                found.append(rest)
            if not has_article and rest.startswith(ARTICLE) and len(rest) >= 4:
                found.append(rest[len(ARTICLE) :])
    return tuple(found)
