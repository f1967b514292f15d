"""What stands before a verb: its helpers, and the one who speaks where a clause begins with the name."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.behind import Verb, Walk
from tawatur.attribute.following import Range
from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.spotting import adverb_at, bare, is_definite, is_glued, that_at

_MOST_SUBJECT = 14
_MAIN_WORDS = 10


def helpers(items: Sequence[Item], at: int, floor: int, lex: Lexicon) -> tuple[int, bool, bool]:
    """(first item of what helps the verb at item `at`, negated, helped by «قد» and its like)."""
    negated = helped = False
    while at > floor:
        fold = items[at - 1].fold
        plain = bare(fold, lex)
        if fold in lex["negation"] or plain in lex["negation"]:
            negated = True
        elif fold in lex["auxiliaries"] or plain in lex["auxiliaries"]:
            helped = True
        else:
            break
        at -= 1
    return at, negated, helped


def opens_clause(items: Sequence[Item], lead: int, floor: int, lex: Lexicon) -> bool:
    """A clause can begin with item `lead`: behind a mark, an adverb, "and" or a word that opens clauses."""
    if lead <= floor or is_glued(items[lead].fold, lex) or not items[lead - 1].is_word:
        return True
    start = lead
    while start > floor and items[start - 1].is_word:
        start -= 1
    opener = items[start].fold
    return past_lead(items, start, lead, lex) >= lead or bare(opener, lex) in lex["prepositions"]


def subject_before_verb(items: Sequence[Item], lead: int, floor: int, lex: Lexicon) -> Range | None:
    """The noun phrase before the verb, where a clause begins with it: «سلو أكّد أنّ»."""
    if is_glued(items[lead].fold, lex):
        return _theme(items, lead, floor, lex)
    if lead > floor + 1 and items[lead - 1].fold in lex["relatives"] - lex["prepositions"]:
        # «الخبير فلان، الذي يرى»: the name before the relative
        lead -= 1
        lead -= items[lead - 1].fold == ","
    start = lead
    while (
        start > floor
        and items[start - 1].fold not in lex["coordinators"]
        and (items[start - 1].is_word or items[start - 1].quote is not None or items[start - 1].fold in "()")
    ):
        start -= 1
    apposition = _apposition(items, start, lead, floor, lex)
    start = past_lead(items, start if apposition is None else apposition, lead, lex)
    while start < lead and bare(items[start].fold, lex) in lex["auxiliaries"]:
        start += 1
    end = lead
    while end > start and items[end - 1].fold in lex["relatives"]:
        end -= 1
    return (start, end) if start < end and names_speaker(items, start, end, lex) else None


def answers_theme(items: Sequence[Item], lead: int, subject: Range, lex: Lexicon) -> bool:
    """«أما الوزير فقال»: the verb answers the noun phrase that was set before it."""
    return is_glued(items[lead].fold, lex) and items[lead].fold[:1] in lex["theme_answers"] and subject[1] <= lead


def _theme(items: Sequence[Item], lead: int, floor: int, lex: Lexicon) -> Range | None:
    start = lead
    while start > floor and items[start - 1].fold not in lex["themes"]:
        if not items[start - 1].is_word and items[start - 1].fold not in {"(", ")", ","}:
            return None
        start -= 1
    if start <= floor or lead - start > _MOST_SUBJECT or items[lead].fold[:1] not in lex["theme_answers"]:
        return None
    end = lead - 1 if items[lead - 1].fold == "," else lead
    return (start, end) if start < end and items[start].fold not in lex["prepositions"] else None


def _apposition(items: Sequence[Item], start: int, lead: int, floor: int, lex: Lexicon) -> int | None:
    """The first item of «فلان، الناطق باسم كذا،» before a verb."""
    if start != lead or start - 1 <= floor or items[start - 1].fold != ",":
        return None
    comma = next((at for at in range(start - 2, floor, -1) if items[at].fold in {",", "."}), -1)
    if comma < 0 or items[comma].fold != "," or start - comma > _MOST_SUBJECT:
        return None
    begin = comma
    while begin > floor and (items[begin - 1].is_word or items[begin - 1].quote is not None):
        begin -= 1
    first = past_lead(items, begin, comma, lex)
    return begin if begin < comma and names_speaker(items, first, comma, lex) else None


def past_lead(items: Sequence[Item], start: int, end: int, lex: Lexicon) -> int:
    """Behind adverbs, numbers, coordinators and the words that open a clause."""
    while start < end:
        item = items[start]
        if item.quote is not None:
            break
        wide = adverb_at(items, start, lex) if item.is_word else 1
        two = f"{item.fold} {items[start + 1].fold}" if start + 1 < end else ""
        if wide:
            start += wide
        elif two in lex["subordinators"] or two in lex["contrasts"]:
            start += 2
        elif item.raw[:1].isdigit() or any(
            item.fold in lex[name] for name in ("subordinators", "coordinators", "time", "themes")
        ):
            start += 1
        else:
            break
    return min(start, end)


def names_speaker(items: Sequence[Item], start: int, end: int, lex: Lexicon) -> bool:
    """Items [start, end) can be a noun phrase: no preposition opens it, and no verb stands in it before a relative."""
    if start >= end or end - start > _MOST_SUBJECT:
        return False
    first = items[start]
    plain = bare(first.fold, lex)
    if first.quote is None and (not first.is_word or first.fold in lex["prepositions"] or that_at(items, start, lex)):
        return False
    if any(plain in lex[name] for name in ("negation", "prepositions", "finite")):
        return False
    relative = False
    for at in range(start, end):
        item = items[at]
        if item.quote is not None or not item.is_word:
            continue
        relative = relative or item.fold in lex["relatives"] - lex["prepositions"]
        if not relative and (item.fold in lex["finite"] or _speaks(item.fold, lex)) or that_at(items, at, lex):
            return False
    return True


def _speaks(fold: str, lex: Lexicon) -> bool:
    return any(
        sense.role == "finite" and "near" not in sense.takes
        for entry in lex.cues.get(fold, ())
        if not entry.rest
        for sense in entry.senses
    )


def main_subject(items: Sequence[Item], at: int, lex: Lexicon, floor: int = 0) -> Range | None:
    """Whom the sentence up to item `at` is about: the noun phrase behind its first word, taken for a verb, or before it."""
    start = past_lead(items, floor if floor < at else 0, at, lex)
    while (
        start < at
        and items[start].quote is None
        and (not items[start].is_word or items[start].fold in lex["auxiliaries"])
    ):
        start += 1
    if start >= at:
        return None
    plain = bare(items[start].fold, lex)
    if plain in lex["prepositions"] or plain in lex["demonstratives"]:
        return None
    begin = start if items[start].quote is not None or is_definite(plain, lex) else start + 1
    verb = Verb(takes=frozenset({"object"}), governs=frozenset(), source=frozenset(), has_subject=False)
    found = Walk(items, begin, at, verb, lex).run().speaker if begin < at else None
    return found if found is None or found[1] - found[0] <= _MAIN_WORDS else None
