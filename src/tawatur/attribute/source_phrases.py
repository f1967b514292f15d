"""Sources beside the content: «بحسب فلان», «كما قال فلان», and the words they stand by."""

from __future__ import annotations

from collections.abc import Sequence

from tawatur.attribute.before_verb import past_lead
from tawatur.attribute.clause import is_source
from tawatur.attribute.following import Range
from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.spotting import NAME_WORDS, adverb_at, bare, is_definite, that_at, words_in

_SPEAKER_WORDS = 24
_APPOSITION = 9
_LEAST_QUOTED = 3
_BRACKETED = 10


def source_end(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """Where the noun phrase that begins at item `at` ends, with a name between commas that belongs to it."""
    begin = at
    while at < min(len(items), begin + _SPEAKER_WORDS):
        past = _past_one(items, at, begin, lex)
        if past == at:
            break
        at = past
    while (
        at > begin
        and items[at - 1].quote is None
        and (items[at - 1].fold in lex["prepositions"] or (not items[at - 1].is_word and items[at - 1].fold != ")"))
    ):
        at -= 1
    return _with_apposition(items, at, lex) if at > begin else at


def _past_one(items: Sequence[Item], at: int, begin: int, lex: Lexicon) -> int:
    """Behind the word, the quoted name or the bracket at item `at`; `at` itself where the phrase ends."""
    item = items[at]
    if item.quote is not None:
        return at + (words_in(item) <= NAME_WORDS)
    if item.fold == "(":
        closing = next((i for i in range(at, min(len(items), at + _BRACKETED)) if items[i].fold == ")"), -1)
        return closing + 1 if closing > 0 else at
    if not item.is_word or that_at(items, at, lex) or adverb_at(items, at, lex):
        return at
    if any(item.fold in lex[name] for name in ("finite", "time", "negation", "content_openers", "glued_prepositions")):
        return at
    if item.fold in lex["prepositions"]:
        return at + (item.fold in lex["joins"] and _joins(items, at + 1, lex))
    if item.fold in lex["relatives"] or at > begin and _begins_other(items, at, lex):
        return at
    return at + 1


def _joins(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    return at < len(items) and items[at].fold not in lex["venue_nouns"] and items[at].fold not in lex["time"]


def _begins_other(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A verb of saying, or a circumstance, begins at item `at`."""
    found = lex.at(items, at)
    if found is None or any(sense.role == "noun" for sense in found[1]):
        return False
    return any(
        sense.role in {"venue", "addressee", "speaker after"}
        or (sense.part == "verbs" and sense.role in {"finite", "gerund"} and "near" not in sense.takes)
        for sense in found[1]
    )


def _with_apposition(items: Sequence[Item], stop: int, lex: Lexicon) -> int:
    """«وفقاً لرئيس القسم، المهندس فلان، فإنّ»: the name between commas before the content belongs to the source."""
    if stop >= len(items) or items[stop].fold != ",":
        return stop
    comma = next((at for at in range(stop + 1, min(len(items), stop + _APPOSITION)) if items[at].fold == ","), -1)
    if comma < 0 or comma + 1 >= len(items) or any(items[at].fold in lex["finite"] for at in range(stop, comma)):
        return stop
    after = items[comma + 1].fold
    opens = after in lex["content_openers"] or (
        after[:1] in lex["theme_answers"] and after[1:] in lex["clause_starters"]
    )
    return comma if opens else stop


def is_rule(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """«وفقاً للقانون», «حسب رغبتهم»: a rule or a measure, and nobody who speaks."""
    item = items[at]
    if item.quote is not None:
        return False
    folds = {item.fold, *(article + item.fold[1:] for article in lex["article"] if item.fold[:1] == article[-1:])}
    if folds & lex["not_speakers"]:
        return True
    owned = any(item.raw.endswith(end) and item.fold.endswith(end) for end in lex["owned_endings"])
    return owned and not is_definite(item.fold, lex) and item.fold not in lex["speaker_heads"]


def past_openers(items: Sequence[Item], at: int, lex: Lexicon) -> int:
    """Behind the comma after a source and the particle that opens the content."""
    while at < len(items) and items[at].quote is None:
        wide = adverb_at(items, at, lex) if items[at].is_word else 0
        if not wide and items[at].fold not in {",", ":", "-"} and items[at].fold not in lex["content_openers"]:
            break
        at += wide or 1
    return at


def clause_before(items: Sequence[Item], at: int, floor: int, lex: Lexicon) -> Range | None:
    """The clause, or the quotation, that ends before item `at`."""
    end = at
    while end > floor and items[end - 1].quote is None and not items[end - 1].is_word:
        end -= 1
    if end <= floor:
        return None
    if items[end - 1].quote is not None and words_in(items[end - 1]) >= _LEAST_QUOTED:
        return (end - 1, end)
    start = floor
    for on in range(floor, end - 1):
        if items[on].fold == ";" or (items[on].fold == "," and items[on + 1].fold in lex["contrasts"]):
            start = on + 1
    start = past_lead(items, start, end, lex)
    while start < end and items[start].quote is None and (not items[start].is_word or that_at(items, start, lex)):
        start += 1
    alone = end - start == 1 and items[start].quote is not None and words_in(items[start]) >= 2
    return (start, end) if end - start >= 2 or alone else None


def as_said(items: Sequence[Item], lead: int, floor: int, lex: Lexicon) -> int | None:
    """The first item of «كما» or «وفق ما» before a verb whose helpers begin at item `lead`; None if none stands there."""
    at = lead - 1
    if at < 0 or items[at].quote is not None:
        return None
    fold = items[at].fold
    if fold not in lex["as_said"] and bare(fold, lex) not in lex["as_said"]:
        return None
    if bare(fold, lex) not in lex["said_what"]:
        return at
    for begin in range(at - 1, max(floor, at - 3) - 1, -1):
        if is_source(items, begin, lex) or (begin == at - 1 and items[begin].fold in lex["on_what"]):
            return begin
    return None
