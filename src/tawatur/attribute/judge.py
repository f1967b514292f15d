"""What a quotation is: an utterance, a fragment, or no words of anybody's: a name, the title of a work."""

from __future__ import annotations

from enum import IntEnum

from tawatur.attribute.lexicon import Lexicon, Sense
from tawatur.attribute.quotes import Quote
from tawatur.text.words import Word, words_of

# Longer quotations are somebody's words however they are built; shorter ones without a verb may be terms.
_SURELY_SAID = 10
# Scripts without capitals print names in marks instead; those are short.
_SURELY_SAID_UNCASED = 5
_LONGEST_NAME = 9
_LOOK = 40


class Kind(IntEnum):
    """How much a quotation by itself looks like something said."""

    NAME = 0
    FRAGMENT = 1
    UTTERANCE = 2


def kind_of(text: str, quote: Quote, lex: Lexicon, *, in_title: bool = False) -> Kind:
    """What `quote` is by its own words: their number, a finite verb among them, the punctuation and capitals inside.

    A title may have capitals on all words, so there they tell nothing.
    """
    inner = text[quote.inner.start : min(quote.inner.end, quote.inner.start + 12 * _LOOK)]
    words = words_of(inner, _LOOK)
    if not words:
        return Kind.NAME
    if len(words) >= (_SURELY_SAID if _has_case(words) else _SURELY_SAID_UNCASED):
        return Kind.UTTERANCE
    has_verb = any(_is_finite(word, lex) for word in words)
    last = text[quote.inner.end - 1]
    if len(words) >= 3 and has_verb:
        return Kind.UTTERANCE
    if last in ".!?؟…" and (len(words) >= 3 or has_verb):
        return Kind.UTTERANCE
    if len(words) <= _LONGEST_NAME and not in_title and _all_capitals(words, lex):
        return Kind.NAME
    return Kind.FRAGMENT


def _has_case(words: list[Word]) -> bool:
    return any(word.raw[0].isupper() or word.raw[0].islower() for word in words)


def _is_finite(word: Word, lex: Lexicon) -> bool:
    return (
        word.folded in lex["finite"]
        or word.folded in lex["often_finite"]
        or any(sense.role == "finite" for sense in _senses(word.folded, lex))
    )


def _senses(folded: str, lex: Lexicon) -> tuple[Sense, ...]:
    entries = lex.cues.get(folded, ())
    return tuple(sense for entry in entries if not entry.rest for sense in entry.senses)


def _all_capitals(words: list[Word], lex: Lexicon) -> bool:
    """All words but the small ones begin with a capital letter; never so in scripts without capitals."""
    big = [word for word in words if word.folded not in lex["prepositions"] and word.folded not in lex["determiners"]]
    return bool(big) and all(word.raw[0].isupper() or word.raw[0].isdigit() for word in big)
