"""Small questions about one place in a sentence of a language whose verb stands first: what opens here, what ends."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon

NAME_WORDS = 5
"""A quotation of more words is no name."""
_AHEAD = 30
_SOON = 5
_NEAR = 9


def bare(fold: str, lex: Lexicon) -> str:
    """`fold` without an "and" that may be written on to it."""
    return fold[1:] if fold[:1] in lex["glued_before"] else fold


def is_definite(fold: str, lex: Lexicon) -> bool:
    """The article is written on to this word."""
    return fold.startswith(tuple(lex["article"]))


@lru_cache(maxsize=64)
def first_words(lex: Lexicon, name: str) -> frozenset[str]:
    """The first words of the entries of a list that hold several."""
    return frozenset(entry.partition(" ")[0] for entry in lex[name] if " " in entry)


def that_at(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """How many items from `at` on are a word that opens a reported clause, with its preposition; 0 for none."""
    fold = items[at].fold
    if fold in first_words(lex, "that") and at + 1 < len(items) and f"{fold} {items[at + 1].fold}" in lex["that"]:
        return 2
    return 1 if fold in lex["that"] else 0


def question_at(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """How many items from `at` on open a question as content; 0 for none."""
    fold = items[at].fold
    two = fold in first_words(lex, "questions") and at + 1 < len(items)
    if two and f"{fold} {items[at + 1].fold}" in lex["questions"]:
        return 2
    return 1 if fold in lex["questions"] else 0


def adverb_at(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """How many items from `at` on are one adverb of the lists, "and" written on or not; 0 for none."""
    fold = items[at].fold
    adverbs, longer = lex["adverbs"], first_words(lex, "adverbs")
    for first in (fold, fold[1:]) if fold[:1] in lex["glued_before"] else (fold,):
        for width in (4, 3, 2) if first in longer else ():
            if " ".join([first, *(item.fold for item in items[at + 1 : at + width])]) in adverbs:
                return width
        if first in adverbs:
            return 1
    return 0


def opens_later(items: Sequence[Item], at: int, ceiling: int, lex: Lexicon) -> bool:
    """Whether a clause, a colon or a long quotation follows before another verb of saying or the sentence's end."""
    commas = 0
    for on in range(at, min(len(items), ceiling, at + _AHEAD)):
        item = items[on]
        if item.quote is not None:
            if words_in(item) > NAME_WORDS:
                return True
            continue
        if item.fold == ":":
            return True
        if item.is_word and that_at(items, on, lex) and items[on - 1].fold not in lex["no_that_after"]:
            return True
        if item.fold in {";", "?", "!", "…"}:
            return False
        if item.fold == ",":
            commas += 1
            if commas > 2 or on + 1 < len(items) and contrasts_at(items, on + 1, lex):
                return False
        if item.is_word and on > at and begins_anew(items, on, lex):
            return False
    return False


def contrasts_at(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A word that sets another clause against this one stands at item `at`: «فيما»."""
    fold = items[at].fold
    return fold in lex["contrasts"] or bare(fold, lex) in lex["contrasts"]


def begins_anew(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A verb of saying with "and" written on, or a participle of saying, stands at item `at` and takes over."""
    item = items[at]
    if item.fold not in lex.cues:
        return False
    found = lex.at(items, at)
    senses = found[1] if found is not None else ()
    gerunds = [s for s in senses if s.part == "verbs" and s.role == "gerund"]
    if gerunds and item.fold not in lex["repeats"]:
        # Many participles are adjectives too: one that says something stands behind a comma or opens content.
        marked = at > 0 and not items[at - 1].is_word
        if all("near" in s.takes for s in gerunds):
            return marked and opens_soon(items, at + 1, lex)
        return marked or opens_soon(items, at + 1, lex)
    return is_glued(item.fold, lex) and any(
        s.part == "verbs" and s.role in {"finite", "passive"} and "near" not in s.takes for s in senses
    )


def is_participle(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A form that may be a participle of a verb of saying: «مطالبةً»."""
    found = lex.at(items, at) if items[at].fold in lex.cues else None
    return found is not None and any(sense.role == "gerund" for sense in found[1])


def opens_soon(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """Content opens within a few words of item `at`, with nobody named before it."""
    for on in range(at, min(len(items), at + _SOON)):
        item = items[on]
        if item.fold == ":" or (item.quote is not None and words_in(item) > 2):
            return True
        if item.quote is not None or not item.is_word:
            return False
        if that_at(items, on, lex):
            return True
    return False


def is_glued(fold: str, lex: Lexicon) -> bool:
    """ "And" or its like is written on to this form of saying; no letter of its own: «وقال», but not «وعد»."""
    glue = lex["glued_before"]
    return fold[:1] in glue and fold[1:] in lex.cues and all(letter + fold not in lex.cues for letter in glue)


def fits(fold: str, shape: str) -> bool:
    """`fold` has the letters of `shape`, in which 0 is any letter."""
    return all(mine in ("0", letter) for mine, letter in zip(shape, fold, strict=True))


def words_in(item: Item) -> int:
    """How many words a quotation holds."""
    return len(item.raw[:400].split())


def speaks_at(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A finite verb of saying, no everyday word, stands at item `at`: «لكنه شدد»."""
    found = lex.at(items, at) if at < len(items) and items[at].fold in lex.cues else None
    return found is not None and any(
        sense.part == "verbs" and sense.role == "finite" and "near" not in sense.takes for sense in found[1]
    )


def takes_over(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """ "And" with a verb of saying, an everyday word too, whose content opens soon: «ورأى أنّ»."""
    if not is_glued(items[at].fold, lex):
        return False
    found = lex.at(items, at)
    finite = found is not None and any(s.part == "verbs" and s.role in {"finite", "passive"} for s in found[1])
    return found is not None and finite and opens_later(items, found[0], found[0] + _NEAR, lex)
