"""Lines that a colon parts: "Minister: we will rebuild", "Bridge will open in May: governor"."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.clause import speaks
from tawatur.attribute.frames import Draft
from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.phrases import phrase_after

_LONGEST_NAME = 7
_SHORTEST = 3
# Letters of a name in quotation marks: of a word or two.
_SHORT_NAME = 16


def parted_by_colon(items: Sequence[Item], lex: Lexicon, *, in_title: bool) -> Draft | None:
    """The statement of a line that begins with a speaker and a colon or, in a title, ends with them."""
    colon = next((at for at, item in enumerate(items[: _LONGEST_NAME + 3]) if item.fold == ":"), -1)
    if 0 < colon <= _LONGEST_NAME and (_names(items[:colon], lex) or _quoted_name(items, colon)):
        end = len(items)
        while end > colon + 1 and items[end - 1].fold in {".", ","}:
            end -= 1
        right = items[colon + 1 : end]
        said = [at for at in range(colon + 1, end) if items[at].quote is not None]
        if said and said[0] == colon + 1 and (len(right) == 1 or len(said) == 1):
            return Draft(
                content=(said[0], said[0] + 1), cue=None, speaker=(0, colon), why="a name and a colon before it"
            )
        # Where no list tells a verb by its ending, the words before the colon must name one who speaks.
        says = _says_something(right, lex) or (lex["speaker_heads"] and speaks(items, 0, lex))
        if in_title and len(right) >= _SHORTEST and says:
            return Draft(content=(colon + 1, end), cue=None, speaker=(0, colon), why="a name and a colon before it")
    if in_title and colon == 1 and items[0].quote is not None and not _quoted_name(items, colon):
        end = phrase_after(items, 2, len(items), lex)
        if end > 2:
            return Draft(content=(0, 1), cue=None, speaker=(2, end), why="a quotation and who gives it behind a colon")
    return _at_the_end(items, lex) if in_title else None


def _quoted_name(items: Sequence[Item], colon: int) -> bool:
    """A name in marks before the colon: «المنارة»: ..."""
    quote = items[0].quote
    return colon == 1 and quote is not None and len(quote.inner) <= _SHORT_NAME


def signed(items: Sequence[Item], lex: Lexicon) -> Draft | None:
    """A quotation, a dash and who said it: "Nobody warned us" - Lena Horn, teacher."""
    if len(items) < 3 or items[0].quote is None or items[1].fold != "-" or not items[2].is_capital:
        return None
    end = len(items) - (items[-1].fold == ".")
    if end > _LONGEST_NAME + 4 or any(item.quote is not None or item.fold in lex["finite"] for item in items[2:end]):
        return None
    return Draft(content=(0, 1), cue=None, speaker=(2, end), why="a quotation and a name behind a dash")


def _at_the_end(items: Sequence[Item], lex: Lexicon) -> Draft | None:
    """ "Bridge will open in May: governor", "Bridge will open in May - minister"."""
    at = next((at for at in range(len(items) - 1, max(-1, len(items) - 8), -1) if items[at].fold in {":", "-"}), -1)
    if at < _SHORTEST or at + 1 >= len(items):
        return None
    left, right = items[:at], items[at + 1 :]
    if sense_is_verb(left[-1].fold, lex):
        return None  # what follows the colon is what is said
    if items[at].fold == "-" and right[0].is_capital:
        return None  # the outlet's own name stands there
    if len(right) > 5 or not _names(right, lex) or _says_something(right, lex) or not _says_something(left, lex):
        return None
    return Draft(content=(0, at), cue=None, speaker=(at + 1, len(items)), why="a speaker at the end of a title")


def _names(items: Sequence[Item], lex: Lexicon) -> bool:
    """All words, none of them a verb, and together no label of a page ("Video", "Analysis")."""
    words = [item for item in items if item.is_word]
    if not words or " ".join(item.fold for item in words) in lex["labels"] or words[0].fold in lex["labels"]:
        return False
    if any(item.fold == "," for item in items) or words[0].fold in lex["prepositions"] | lex["questions"]:
        return False
    if any(item.fold[:1].isdigit() or item.fold in lex["finite"] for item in words):
        return False
    if any(item.fold in lex["often_finite"] and not item.is_capital for item in words[1:]):
        return False
    return all(not sense_is_verb(item.fold, lex) for item in words)


def sense_is_verb(fold: str, lex: Lexicon) -> bool:
    """Whether a folded word can carry a sentence as a verb of saying."""
    return any(
        sense.role == "finite" and sense.part == "verbs"
        for entry in lex.cues.get(fold, ())
        if not entry.rest
        for sense in entry.senses
    )


def _is_name(items: Sequence[Item]) -> bool:
    """Few words, each with a capital letter."""
    words = [item for item in items if item.is_word]
    return len(words) <= 4 and all(item.is_capital for item in words)


def _says_something(items: Sequence[Item], lex: Lexicon) -> bool:
    return any(item.fold in lex["finite"] or sense_is_verb(item.fold, lex) for item in items)
