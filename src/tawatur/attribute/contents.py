"""Where the content of a statement begins and ends, before its cue and behind it."""

from __future__ import annotations

from tawatur.attribute.cues import Cue
from tawatur.attribute.following import Following, Range
from tawatur.attribute.judge import Kind
from tawatur.attribute.phrases import phrase_after
from tawatur.attribute.sentence import Sentence

# Content of indirect speech is cut here; no sentence of prose runs on so long.
_LONGEST = 160
# How far behind its verb a quoted name for a thing may stand: called the plan of the council "a gamble".
_NAMED_WITHIN = 22
_VERB_WITHIN = 40
_ASIDE = 14
_ENDS_SPEECH = frozenset(",.!?؟،…-–—")
_ENDS_CLAUSE = frozenset({",", ".", ";", "-", ":", ")", "!", "?", "؟", "…"})


def content_before(s: Sentence, cue: Cue, floor: int, begin: int, after: Following) -> tuple[Range | None, str]:
    """Content before speaker and cue, which begin at item `begin`: a quotation, or a clause up to a comma."""
    at = begin - 1 if begin > floor and s.fold(begin - 1) in s.lex["as"] else begin
    end = at
    while end > floor and not s.items[end - 1].is_word and not s.is_quote(end - 1):
        end -= 1
    if end <= floor:
        return None, ""
    parted = end < at
    start = content_start(s, floor, end)
    if s.is_quote(end - 1):
        return (_quoted_before(s, cue, start, end, parted=parted), "a quotation before the cue")
    fits = parted and "bare" in cue.takes and cue.role in {"finite", "quoted"} and _closes(s, after.at)
    return ((start, end) if fits and s.has_verb(start, end) else None), "words before the cue"


def _quoted_before(s: Sentence, cue: Cue, start: int, end: int, *, parted: bool) -> Range | None:
    quote, kind = s.items[end - 1], s.kinds[end - 1]
    if not {"quote", "bare"} & cue.takes:
        return None
    if not parted and quote.raw not in _ENDS_SPEECH and kind != Kind.UTTERANCE:
        return None
    if start == end - 1:
        return (start, end) if kind != Kind.NAME or quote.raw in _ENDS_SPEECH or parted else None
    if kind == Kind.NAME:
        return None
    # Words lead up to the quotation: they are content too if they make a clause with it.
    return (start, end) if s.has_verb(start, end - 1) else (end - 1, end)


def content_start(s: Sentence, floor: int, end: int) -> int:
    """The first item of content that ends before item `end`: behind what joins it to the words before `floor`."""
    start = floor
    while (
        start < end
        and not s.is_quote(start)
        and (not s.items[start].is_word or s.fold(start) in s.lex["coordinators"] or s.fold(start) in s.lex["that"])
    ):
        start += 1
    return start


def _closes(s: Sentence, at: int) -> bool:
    """Nothing but the end, or a mark, stands at item `at`."""
    return at >= len(s.items) or s.fold(at) in _ENDS_CLAUSE


def content_after(s: Sentence, cue: Cue, after: Following, *, has_before: bool) -> tuple[Range | None, str]:
    """Content behind cue, speaker and circumstances, and how it begins."""
    items, lex, at = s.items, s.lex, after.at
    at = _past_aside(s, at)
    while s.fold(at) in {",", ":", "-"} and at + 1 < len(items) and _opens(s, at):
        at += 1
    if at >= len(items):
        return None, ""
    if s.is_quote(at):
        return _quoted_after(s, cue, at, has_before=has_before), "a quotation behind the cue"
    if s.fold(at) in lex["that"] and "that" in cue.takes and (s.is_quote(at + 1) or s.is_word(at + 1)):
        return clause(s, at + 1), "a clause with *that* behind the cue"
    if not items[at].is_word or (at > after.at and s.fold(at - 1) == ","):
        return None, ""
    if s.fold(at - 1) == ":":
        fits = {"that", "bare"} & cue.takes and cue.role == "finite"
        return (clause(s, at) if fits else None), "words behind the cue and a colon"
    return (None, "") if has_before else _unmarked_after(s, cue, at)


def _past_aside(s: Sentence, at: int) -> int:
    """Behind words set off by two commas, or two dashes, where "that" or a quotation follows them."""
    mark = s.fold(at)
    if mark not in {",", "-"}:
        return at
    for on in range(at + 1, min(len(s.items) - 1, at + _ASIDE)):
        if s.is_quote(on) or s.fold(on) in s.lex["that"] or any(cue.at == on for cue in s.cues):
            return at
        if s.fold(on) == mark:
            return on + 1 if s.is_quote(on + 1) or s.fold(on + 1) in s.lex["that"] else at
    return at


def _unmarked_after(s: Sentence, cue: Cue, at: int) -> tuple[Range | None, str]:
    """Content that neither a quotation mark nor *that* opens."""
    lex, fold = s.lex, s.fold(at)
    if fold in lex["questions"] and {"that", "quote"} & cue.takes:
        return clause(s, at), "a question behind the cue"
    if "to" in cue.takes and (fold in lex["to"] or (fold in lex["negation"] and s.fold(at + 1) in lex["to"])):
        return clause(s, at), "*to* behind the cue"
    if "as" in cue.takes and (named := _named(s, cue)) is not None:
        return named, "a quotation that says what something is called"
    if cue.role in {"passive", "infinitive"}:
        return None, ""
    if "bare" in cue.takes and _begins_clause(s, at, loose="loose" in cue.takes):
        return clause(s, at), "a clause behind the cue"
    if "of" in cue.takes and fold in lex["prepositions"] and s.is_quote(at + 1):
        return (at + 1, at + 2), "what the cue speaks of"
    if "object" in cue.takes:
        return _object(s, cue, at), "the object of the cue"
    return None, ""


def _object(s: Sentence, cue: Cue, at: int) -> Range | None:
    if cue.role != "finite":
        return None
    if s.fold(at) in s.lex["that"]:
        return (at, at + 1)  # "disputed that."
    return clause(s, at) if s.lex.ends("gerund_endings", s.fold(at)) else _phrase(s, at)


def _opens(s: Sentence, at: int) -> bool:
    """Behind the mark at item `at` a quotation follows, or "that", or the mark is a colon."""
    return s.is_quote(at + 1) or s.fold(at) == ":" or s.fold(at + 1) in s.lex["that"]


def _quoted_after(s: Sentence, cue: Cue, at: int, *, has_before: bool) -> Range | None:
    parted = s.fold(at - 1) in {",", ":", "-"}
    follows = at + 1 < len(s.items) and s.items[at + 1].is_word
    as_clause = follows and not parted and not has_before and "bare" in cue.takes and _begins_clause(s, at + 1)
    if as_clause and s.kinds[at] != Kind.UTTERANCE:
        return clause(s, at)
    if "as" in cue.takes and _is_naming(s, cue, at):
        return None  # "a plan called “New Dawn”": a name
    fits = {"quote", "bare", "as"} & cue.takes
    return (at, at + 1) if fits and (parted or s.kinds[at] != Kind.NAME or "as" in cue.takes) else None


def clause(s: Sentence, at: int) -> Range | None:
    """Content from item `at` to the end of its clause, marks at the end left out."""
    end = min(len(s.items), at + _LONGEST)
    end = next((cut for cut in s.cuts if at + 1 < cut < end), end)
    end = next((on for on in range(at, end) if s.fold(on) == ";"), end)
    while (
        end > at and not s.is_quote(end - 1) and not s.items[end - 1].is_word and s.fold(end - 1) not in {")", "?", "!"}
    ):
        end -= 1
    return (at, end) if end > at else None


def _phrase(s: Sentence, at: int) -> Range | None:
    """The noun phrase at item `at`, or the quotation there."""
    if s.fold(at) in s.lex["coordinators"] or s.fold(at) in s.lex["prepositions"]:
        return None
    end = phrase_after(s.items, at, len(s.items), s.lex)
    if s.is_quote(end) and (end == at or s.fold(end - 1) != ","):
        return (end, end + 1)
    return (at, end) if end > at else None


def _named(s: Sentence, cue: Cue) -> Range | None:
    """The quotation that a thing is called by."""
    for on in range(cue.end, min(len(s.items), cue.end + _NAMED_WITHIN)):
        if s.is_quote(on):
            return (
                None if _is_naming(s, cue, on) or (cue.role == "passive" and not _has_agent(s, cue)) else (on, on + 1)
            )
        if (
            s.fold(on) in {".", ";", "-"}
            or s.fold(on) in s.lex["that"]
            or (s.fold(on) == ":" and not s.is_quote(on + 1))
        ):
            return None
        if any(other.at == on and other.role in {"finite", "gerund"} for other in s.cues):
            return None
    return None


def _is_naming(s: Sentence, cue: Cue, at: int) -> bool:
    """ "a plan called “New Dawn”": what has the name stands before the verb, and nobody speaks; not "which he calls"."""
    before = s.fold(cue.subject.start - 1)
    governed = before in s.lex["relatives"] or before in s.lex["questions"]
    return "quote" not in cue.takes and at == cue.end and not governed


def _has_agent(s: Sentence, cue: Cue) -> bool:
    return s.fold(cue.end) in s.lex["by"]


def _begins_clause(s: Sentence, at: int, *, loose: bool = True) -> bool:
    """A noun phrase and its finite verb stand at item `at`; for "say" a verb further on will do."""
    if s.fold(at) in s.lex["prepositions"] or s.fold(at) in s.lex["coordinators"] or s.fold(at) in s.lex["negation"]:
        return False
    if s.fold(at) in s.lex["finite"] or s.fold(at) in s.lex["people"]:
        return True
    parts = (
        s.lex["relatives"]
        | s.lex["speaker_stops"]
        | s.lex["that"]
        | s.lex["subordinators"]
        | (s.lex["subject_pronouns"] - s.lex["determiners"] - s.lex["plurals"] if not loose else frozenset())
    )
    for on in range(at + 1, min(len(s.items), at + _VERB_WITHIN)):
        if s.is_finite(on):
            return True
        # A pronoun begins another clause: what stood before it was an object.
        if s.fold(on) in {".", ";", ",", "("} or s.fold(on) in parts:
            break
    return loose and (_is_plain(s, at) or s.has_verb(at, min(len(s.items), at + _VERB_WITHIN)))


def _is_plain(s: Sentence, at: int) -> bool:
    """Three words or more follow up to the next mark: a clause whose verb we do not know."""
    return all(s.is_word(on) for on in range(at, at + 3))
