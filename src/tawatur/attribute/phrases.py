"""Noun phrases by tokens alone: where the one who speaks begins and ends, before a cue and after it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon

# A speaker is rarely described in more words; a wall of words is never searched further.
_FAR_BACK = 45
_FAR_ON = 30
_RELATIVE_REACH = 12
_MOST_APPOSITIONS = 3
_LEAD_IN = 12


class Subject(NamedTuple):
    """Items [start, end) name the speaker; `lead` is where the verb's helpers before the cue begin."""

    start: int
    end: int
    lead: int
    negated: bool
    helped: frozenset[str]
    """Helpers between speaker and cue: has, was, will, to."""


def subject_before(items: Sequence[Item], cue: int, floor: int, lex: Lexicon) -> Subject:
    """The subject of a verb at item `cue`, looked for back to item `floor`; empty (start == end) where there is none."""
    lead, negated, helped = _helpers(items, cue, floor, lex)
    end = lead
    least = max(floor, end - _FAR_BACK)
    if end > least and items[end - 1].fold in {",", "-"}:
        start, end = _with_appositions(items, end, least, max(0, end - _FAR_BACK), lex)
    else:
        start, end = _trimmed(items, _back(items, end, least, end, lex), end, lex)
    return Subject(start, end, lead, negated, helped)


def _with_appositions(items: Sequence[Item], end: int, least: int, far: int, lex: Lexicon) -> tuple[int, int]:
    """The phrase before a verb that a comma stands before: "Smith, the mayor, who was there," said.

    `least` is where the clause begins; an apposition may hold a cue of its own, so commas are sought back to `far`.
    """
    comma = _comma_before(items, end - 1, far)
    if comma < 0:
        bare = not _is_clause(items, least, end - 1, lex) and (least > far or least == 0)
        return _trimmed(items, least, end - 1, lex) if bare else (end, end)
    start, stop = _trimmed(items, _back(items, comma, far, comma, lex), comma, lex)
    if start == stop:
        return (end, end)
    for _ in range(_MOST_APPOSITIONS):
        if (
            start - 1 <= far
            or items[start - 1].fold != ","
            or items[start].fold not in lex["articles"] | lex["possessives"]
        ):
            break
        further, stop = _trimmed(items, _back(items, start - 1, far, start - 1, lex), start - 1, lex)
        if further == stop or not items[stop - 1].is_capital or items[further].fold in lex["prepositions"]:
            break
        start = further
    return start, end - 1


def _helpers(items: Sequence[Item], cue: int, floor: int, lex: Lexicon) -> tuple[int, bool, frozenset[str]]:
    at, negated, helped = cue, False, []
    while at > floor:
        fold = items[at - 1].fold
        if fold in lex["negation"]:
            negated = True
        elif fold in lex["auxiliaries"] or fold in lex["modals"] or fold in lex["to"]:
            helped.append(fold)
        elif not (fold in lex["adverbs"] or _is_adverb(items[at - 1], lex)):
            break
        at -= 1
    # An adverb that nothing but the start stands before belongs to no helper: "Later Smith said" is found elsewhere.
    return at, negated, frozenset(helped)


def _is_adverb(item: Item, lex: Lexicon) -> bool:
    return not item.is_capital and lex.ends("adverb_endings", item.fold)


def _comma_before(items: Sequence[Item], comma: int, least: int) -> int:
    """The first item of the apposition that ends at `comma`: behind the comma before it; -1 if there is none."""
    for at in range(comma - 1, least - 1, -1):
        if items[at].fold == items[comma].fold:
            return at
        if items[at].quote is not None or items[at].fold in {";", ":"}:
            break
    return -1


def _back(items: Sequence[Item], at: int, least: int, end: int, lex: Lexicon) -> int:
    """Walk back from item `at` over one noun phrase."""
    while at > least:
        item = items[at - 1]
        fold = item.fold
        if item.quote is not None:
            if item.quote.end - item.quote.start > 40 or at == end or at - 1 == least or not item.raw.isalnum():
                return at
        elif fold == ")":
            opened = next((i for i in range(at - 2, least - 1, -1) if items[i].fold == "("), -1)
            if opened < 0:
                return at
            at = opened
            continue
        elif fold in {"'", "&", "/", "."} and (fold != "." or at < end):
            if fold == ".":
                return at
        elif not item.is_word:
            return at
        elif fold in lex["relatives"] and fold not in lex["that"]:
            pass
        elif fold in lex["speaker_stops"]:
            return at
        elif fold in lex["coordinators"]:
            if fold not in lex["adding"] or _is_clause(items, least, at - 1, lex) or at == end:
                return at
        elif _is_verb(item, lex):
            relative = _relative_before(items, at - 1, least, lex)
            if relative is None:
                return at
            at = relative
            continue
        elif fold in lex["subject_pronouns"] and at < end and fold in lex["people"]:
            return at
        at -= 1
    return at


def _relative_before(items: Sequence[Item], verb: int, least: int, lex: Lexicon) -> int | None:
    """Item of the "who" that `verb` belongs to, with no comma between them."""
    for at in range(verb - 1, max(least, verb - _RELATIVE_REACH) - 1, -1):
        item = items[at]
        if item.fold in lex["relatives"]:
            return at
        if not item.is_word or item.fold in lex["speaker_stops"] or item.fold in lex["coordinators"]:
            return None
    return None


def _is_clause(items: Sequence[Item], start: int, end: int, lex: Lexicon) -> bool:
    """A finite verb stands in items [start, end) behind the last mark."""
    for at in range(end - 1, start - 1, -1):
        if items[at].quote is not None or items[at].fold in {",", ";", ":"}:
            return False
        if _is_verb(items[at], lex) or _says(items[at], lex):
            return True
    return False


def _is_verb(item: Item, lex: Lexicon) -> bool:
    """A finite verb that is nothing else: not the month of May."""
    return item.fold in lex["finite"] and not (item.is_capital and item.fold in lex["time"])


def _says(item: Item, lex: Lexicon) -> bool:
    return any(sense.role == "finite" for entry in lex.cues.get(item.fold, ()) for sense in entry.senses)


def _trimmed(items: Sequence[Item], start: int, end: int, lex: Lexicon) -> tuple[int, int]:
    """Items [start, end) without what leads up to the noun phrase: and, however, on Monday, in a statement."""
    if end - start > 1 and items[end - 1].fold in lex["people"]:
        return end - 1, end
    while start < end:
        item = items[start]
        if (
            not item.is_word
            and item.quote is None
            or end - start > 1
            and (item.fold in lex["relatives"] or item.fold in lex["questions"])
            or item.fold in lex["coordinators"]
            or item.fold in lex["speaker_stops"]
            or _leads(items, start, end, lex)
        ):
            start += 1
        elif item.fold in lex["prepositions"]:
            skipped = _past_adverbial(items, start, end, lex)
            if skipped >= end:
                break
            start = skipped
        else:
            break
    return start, end


def _leads(items: Sequence[Item], start: int, end: int, lex: Lexicon) -> bool:
    fold = items[start].fold
    if fold in lex["time"] or fold in lex["adverbs"]:
        return start + 1 < end and fold not in lex["subject_pronouns"] and fold not in lex["determiners"]
    return _is_adverb(items[start], lex) and start + 1 < end


def _past_adverbial(items: Sequence[Item], at: int, end: int, lex: Lexicon) -> int:
    """Behind a short adverbial that begins with a preposition: "on Monday", "in a statement"; `end` if it has no end."""
    found = lex.at(items, at)
    if found is not None and any(sense.role == "venue" for sense in found[1]):
        return found[0]
    for on in range(at + 1, min(end, at + 6)):
        if items[on].fold in lex["time"] and (on + 1 >= end or items[on + 1].fold not in lex["time"]):
            return on + 1
    return end


def phrase_after(items: Sequence[Item], at: int, ceiling: int, lex: Lexicon) -> int:
    """Where the noun phrase that begins at item `at` ends; `at` itself if none does. Appositions are not taken in."""
    begin = at
    most = min(ceiling, at + _FAR_ON)
    while at < most:
        item = items[at]
        fold = item.fold
        if item.quote is not None:
            if item.quote.end - item.quote.start > 40 or at == begin:
                break
        elif fold == "(":
            closing = next((i for i in range(at + 1, most) if items[i].fold == ")"), -1)
            if closing < 0:
                break
            at = closing
        elif fold in {"'", "&", "/"}:
            pass
        elif (
            not item.is_word
            or _is_verb(item, lex)
            or fold in lex["speaker_stops"]
            or fold in lex["that"]
            or fold in lex["negation"]
            or fold in lex["relatives"]
            or (at > begin and _ends_phrase(items, at, begin, lex))
        ):
            break
        at += 1
    while at > begin and any(items[at - 1].fold in lex[name] for name in ("coordinators", "prepositions", "articles")):
        at -= 1
    return at


def _ends_phrase(items: Sequence[Item], at: int, begin: int, lex: Lexicon) -> bool:
    fold = items[at].fold
    if (
        fold in lex["time"]
        and not items[at].glued
        and not (items[at].is_capital and items[at - 1].fold in lex["prepositions"])
    ):
        return True
    if fold in lex["clause_starters"] and not _goes_on(items[at - 1], lex):
        return True
    if fold in lex["prepositions"]:
        named = fold in lex["venue_prepositions"] and items[at - 1].is_capital
        if named and at + 1 < len(items) and items[at + 1].fold in lex["possessives"]:
            return True  # Horn on her page
        found = lex.at(items, at)
        if found is not None and any(sense.role in {"venue", "addressee"} for sense in found[1]):
            return True
        return at + 1 < len(items) and items[at + 1].fold in lex["time"]
    if (
        lex.ends("finite_endings", fold)
        and not items[at].glued
        and not _goes_on(items[at - 1], lex)
        and _takes_object(items, at, lex)
    ):
        return True
    named = items[at].is_capital and items[at - 1].is_capital
    found = lex.at(items, at) if not items[at].glued and not named else None
    return found is not None and any(sense.part == "verbs" and sense.role in {"finite", "gerund"} for sense in found[1])


def _takes_object(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """Behind a word in -ed an article follows: it is the verb of the clause."""
    return at + 1 < len(items) and items[at + 1].fold in lex["articles"] | lex["possessives"] | lex["object_pronouns"]


def _goes_on(before: Item, lex: Lexicon) -> bool:
    """Behind this word a noun phrase goes on with an article: of the, and the, all the."""
    fold = before.fold
    return fold not in {")", "'"} and (
        not before.is_word or any(fold in lex[name] for name in ("prepositions", "coordinators", "determiners"))
    )


def leading_phrase(items: Sequence[Item], ceiling: int, lex: Lexicon) -> tuple[int, int] | None:
    """The noun phrase that a sentence begins with, or that follows what leads up to it and a comma."""
    start = 0
    if ceiling and (items[0].fold in lex["prepositions"] or items[0].fold in lex["adverbs"]):
        for at in range(min(ceiling, _LEAD_IN)):
            if items[at].fold == ",":
                start = at + 1
                break
    end = phrase_after(items, start, ceiling, lex)
    for at in range(start + 1, end):
        # The main verb of a clause of which we know no more than its ending.
        if lex.ends("finite_endings", items[at].fold) and not items[at].glued and not _goes_on(items[at - 1], lex):
            end = at
            break
    begin, end = _trimmed(items, start, end, lex)
    return (begin, end) if end > begin else None


def with_apposition(items: Sequence[Item], at: int, ceiling: int, lex: Lexicon) -> int:
    """`at`, or the end of ", the ministry's spokesman," behind a name that ends at item `at`, without its last comma."""
    if at >= ceiling or items[at].fold != ",":
        return at
    if at + 1 >= ceiling:
        return at
    first = items[at + 1]
    opens = first.fold in lex["articles"] or first.fold in lex["possessives"] or first.fold in lex["relatives"]
    if not opens and (not first.is_word or first.is_capital or not _is_role(items, at, ceiling, lex)):
        return at
    relative = items[at + 1].fold in lex["relatives"]
    for on in range(at + 1, min(ceiling, at + 1 + _FAR_ON)):
        if items[on].fold in {",", "."}:
            return on
        if items[on].quote is not None or (not relative and items[on].fold in lex["finite"]):
            return at
    return ceiling if ceiling - at <= _FAR_ON else at


def _is_role(items: Sequence[Item], comma: int, ceiling: int, lex: Lexicon) -> bool:
    """Behind the comma a few words of no clause follow up to a mark: "Smith, director of the centre,"."""
    return any(items[on].fold in lex["part_of"] for on in range(comma + 1, min(ceiling, comma + 6)))
