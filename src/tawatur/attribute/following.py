"""What follows a cue: who is told, where and when, and at which item the content can begin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.attribute.cues import Cue
from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.phrases import phrase_after

Range = tuple[int, int]


@dataclass(slots=True)
class Following:
    """`at`: the item behind all that stands between cue and content."""

    at: int
    addressee: Range | None = None
    venue: Range | None = None


def following(items: Sequence[Item], cue: Cue, at: int, ceiling: int, lex: Lexicon) -> Following:
    """Pass over addressee, venue and time behind a cue, from item `at` on."""
    here = Following(at)
    if "person" in cue.takes and cue.role != "passive":
        _person(items, here, ceiling, lex, of_what="of" in cue.takes)
    while here.at < ceiling and _step(items, here, ceiling, lex, infinitive="to" in cue.takes):
        pass
    return here


def _person(items: Sequence[Item], here: Following, ceiling: int, lex: Lexicon, *, of_what: bool) -> None:
    """The one told, as the object of the verb; `of_what`: behind "of" stands what is told, no part of a name.

    "warned the council of floods", where "told the head of the council" has one phrase.
    """
    if here.at >= ceiling or not items[here.at].is_word or items[here.at].fold in lex["that"]:
        if not (here.at < ceiling and items[here.at].quote is not None and _short(items[here.at])):
            return
        if here.at + 1 >= ceiling or items[here.at + 1].fold in {",", "."}:
            return
    if items[here.at].fold in lex["object_pronouns"]:
        end = here.at + 1
    elif items[here.at].fold in lex["people"] or items[here.at].fold in lex["prepositions"]:
        return
    else:
        end = phrase_after(items, here.at, ceiling, lex)
    end = _to_the_name(items, here.at, end, lex, of_what=of_what)
    if end > here.at and _is_told(items, here.at, end, ceiling, lex):
        here.addressee = (here.at, end)
        here.at = end


def _is_told(items: Sequence[Item], at: int, end: int, ceiling: int, lex: Lexicon) -> bool:
    """Items [at, end) can be the one told: a name, "the council", "us", or a plural that content follows."""
    first = items[at]
    if first.quote is not None or first.fold in lex["object_pronouns"] or first.is_capital:
        return True
    known = any(first.fold in lex[name] for name in ("determiners", "possessives", "articles"))
    if end < ceiling and (items[end].quote is not None or items[end].fold in lex["that"]):
        return True
    follows = end >= ceiling or items[end].fold in lex["prepositions"] or _content_may_begin(items, end, ceiling, lex)
    return follows and (known or lex.ends("plural_endings", items[end - 1].fold))


def _to_the_name(items: Sequence[Item], at: int, end: int, lex: Lexicon, *, of_what: bool = False) -> int:
    """The one told without what else was there: "reporters" of "reporters after the meeting"; `at` if it is nobody."""
    for on in range(at + 1, end):
        if items[on].fold in lex["prepositions"] and (of_what or items[on].fold not in lex["part_of"]):
            return on
    return end


def _short(item: Item) -> bool:
    return item.end - item.start <= 40


def _step(items: Sequence[Item], here: Following, ceiling: int, lex: Lexicon, *, infinitive: bool) -> bool:
    """Pass over one thing; False where the content may begin."""
    at, fold = here.at, items[here.at].fold
    if fold == "(":
        closing = next((on for on in range(at + 1, min(ceiling, at + 12)) if items[on].fold == ")"), -1)
        here.at = closing + 1 if closing > 0 else at
        return closing > 0
    found = lex.at(items, at) if items[at].quote is None else None
    kinds = {sense.role for sense in found[1]} if found is not None else set()
    if found is not None and "venue" in kinds:
        here.venue, here.at = here.venue or (at, found[0]), found[0]
        return True
    if found is not None and "addressee" in kinds:
        end = _to_the_name(items, found[0], phrase_after(items, found[0], ceiling, lex), lex)
        here.addressee = here.addressee or ((found[0], end) if end > found[0] else None)
        here.at = max(end, found[0])
        return True
    ahead = items[at + 1].fold if at + 1 < ceiling else ""
    is_time = fold in lex["time"] and (fold not in lex["determiners"] or ahead in lex["time"])
    if (fold in lex["adverbs"] and fold not in lex["negation"]) or is_time or lex.ends("adverb_endings", fold):
        here.at += 1
        return True
    if fold in lex["addressee"] and at + 1 < ceiling and _is_someone(items[at + 1], lex, infinitive=infinitive):
        end = _to_the_name(items, at + 1, phrase_after(items, at + 1, ceiling, lex), lex)
        if end > at + 1:
            here.addressee = here.addressee or (at + 1, end)
            here.at = end
            return True
    if fold in lex["venue_prepositions"] and at + 1 < ceiling:
        return _circumstance(items, here, ceiling, lex)
    if fold in lex["prepositions"] and fold not in lex["to"]:
        return _topic(items, here, ceiling, lex)
    return False


def _is_someone(item: Item, lex: Lexicon, *, infinitive: bool) -> bool:
    fold = item.fold
    known = fold in lex["determiners"] or fold in lex["possessives"] or fold in lex["object_pronouns"]
    return known or item.is_capital or (item.is_word and lex.ends("plural_endings", fold) and not infinitive)


def _topic(items: Sequence[Item], here: Following, ceiling: int, lex: Lexicon) -> bool:
    """Pass over "of the bridge", "after the vote" where the sentence ends, or a comma and a quotation follow."""
    end = phrase_after(items, here.at + 1, ceiling, lex)
    parted = end + 1 < ceiling and items[end].fold in {",", ":"} and items[end + 1].quote is not None
    if end > here.at + 1 and (parted or end >= ceiling or items[end].fold == "."):
        here.at = end
        return True
    return False


def _circumstance(items: Sequence[Item], here: Following, ceiling: int, lex: Lexicon) -> bool:
    """Pass over "on Monday", "in Geneva", "at a gathering of farmers" if something that can be content follows."""
    at = here.at
    end = at + 1
    while end < ceiling and items[end].fold in lex["time"] or (end < ceiling and items[end].fold.isdigit()):
        end += 1
    if end == at + 1:
        end = phrase_after(items, at + 1, ceiling, lex)
        if end == at + 1 or not _content_may_begin(items, end, ceiling, lex):
            return False
    if any(items[i].fold in lex["venue_nouns"] for i in range(at + 1, end)):
        here.venue = here.venue or (at, end)
    here.at = end
    return True


def _content_may_begin(items: Sequence[Item], at: int, ceiling: int, lex: Lexicon) -> bool:
    if at >= ceiling:
        return True
    item = items[at]
    return (
        item.quote is not None
        or not item.is_word
        or item.fold in lex["that"]
        or item.fold in lex["questions"]
        or item.fold in lex["negation"]
        or item.fold in lex["clause_starters"]
        or item.fold in lex["time"]
        or item.fold in lex["venue_prepositions"]
        or item.fold in lex["to"]
    )
