"""Words as a language with glued prepositions writes them, taken apart where a layout needs the parts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon, Sense

# «ال» after a glued «ل» loses its first letter: للصحافيين is ل and الصحافيين.
_ARTICLE = "ال"
_LEAST = 3
_TATWEEL = "ـ"
_YA = "\u064a"
# No folded word holds this sign: a spelling with it is in no list.
_DOUBLED = "\u0651"
Stems = frozenset[tuple[str, str]]
"""(letter of the preposition, the word before the stem; "" where the stem opens the phrase)."""
_NOUN_FRONTS = ("بال", "ال", "ب", "لل", "ل", "وال", "وب", "وبال", "فال", "فب")


def unglued(text: str, items: Sequence[Item], lex: Lexicon) -> list[Item]:
    """`items` with a glued preposition made an item of its own where it opens an addressee or ends a phrase.

    Quotations keep their words as `raw`.
    """
    glue = lex["glued_prepositions"]
    letters = glue | lex["glued_before"]
    after = _phrase_stems(lex)
    made: list[Item] = []
    for number, item in enumerate(items):
        if number and _hurried_stop(text, items[number - 1], item):
            made.append(Item(item.start - 1, item.start, ".", "."))
        if item.quote is not None:
            made.append(item._replace(raw=item.quote.inner.of(text)))
            continue
        if item.fold in lex["dotted_names"] and item.raw.endswith(_YA):
            made.append(item._replace(fold=item.fold + _DOUBLED))
            continue
        if item.fold[:1] not in letters:
            made.append(item)
            continue
        before = items[number - 1] if number else None
        earlier = items[number - 2].fold if number > 1 else ""
        parts = _joined(item, before, lex) or _parted(item, before, earlier, glue, after, lex)
        made.extend(parts or (item,))
    return made


def _hurried_stop(text: str, before: Item, item: Item) -> bool:
    """A full stop without a blank between two words, and no abbreviation: «غداً.وأضاف»."""
    return (
        item.start - before.end == 1
        and text[before.end] == "."
        and before.is_word
        and item.is_word
        and len(before.fold) >= _LEAST
        and not item.raw[0].isdigit()
        and not (before.raw + item.raw).isascii()
    )


def _parted(
    item: Item, before: Item | None, earlier: str, glue: frozenset[str], after: dict[str, Stems], lex: Lexicon
) -> tuple[Item, Item] | None:
    letter = item.fold[:1]
    if letter not in glue or len(item.fold) < _LEAST or item.fold in lex["object_pronouns"]:
        return None
    rest = _ARTICLE + item.fold[2:] if item.fold[1] == letter else item.fold[1:]
    stems = after.get(before.fold) if before is not None else None
    asked = stems is not None and (letter, earlier) in stems or stems is not None and (letter, "") in stems
    if not asked and rest not in lex["media"]:
        return None
    return _cut(item, letter, rest)


def _joined(item: Item, before: Item | None, lex: Lexicon) -> tuple[Item, Item] | None:
    """«والوزارة تقول» at the front of a clause: "and", and the one who speaks."""
    letter, rest = item.fold[:1], item.fold[1:]
    if before is not None and before.is_word or letter not in lex["glued_before"] or item.fold in lex.cues:
        return None
    if rest[:2] == _ARTICLE and len(rest) > _LEAST + 1 or rest in lex["speaker_heads"]:
        return _cut(item, letter, rest)
    return None


def _cut(item: Item, letter: str, rest: str) -> tuple[Item, Item]:
    cut = item.start + 1
    while item.raw[cut - item.start] == _TATWEEL and cut + 1 < item.end:
        cut += 1
    return Item(item.start, cut, letter, item.raw[: cut - item.start]), Item(
        cut, item.end, rest, item.raw[cut - item.start :]
    )


@lru_cache(maxsize=8)
def _phrase_stems(lex: Lexicon) -> dict[str, Stems]:
    """Words behind which a phrase asks for a glued preposition: «وفقاً ل», «في تصريح ل»; with the word before them."""
    found: dict[str, set[tuple[str, str]]] = {}
    glue = lex["glued_prepositions"]
    for first, entries in lex.cues.items():
        for entry in entries:
            if entry.rest and entry.rest[-1] in glue:
                words = (first, *entry.rest)
                found.setdefault(words[-2], set()).add((words[-1], words[-3] if len(words) > 2 else ""))
    return {word: frozenset(letters) for word, letters in found.items()}


@lru_cache(maxsize=1 << 15)
def noun_senses(fold: str, lex: Lexicon) -> tuple[Sense, ...]:
    """The senses of a noun of saying with article and prepositions written on: «بالقول»، «بتأكيده»."""
    for front in _NOUN_FRONTS:
        if fold.startswith(front) and len(fold) - len(front) >= _LEAST:
            entries = lex.cues.get(fold[len(front) :], ())
            senses = tuple(
                sense for entry in entries if not entry.rest for sense in entry.senses if sense.role in _NOUNS
            )
            if senses:
                return senses
    return ()


_NOUNS = frozenset({"noun", "noun his"})
