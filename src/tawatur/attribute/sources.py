"""Sources that are no subject of a verb: "according to S", "S's claim that", "a warning by S that"."""

from __future__ import annotations

from tawatur.attribute.contents import clause, content_start
from tawatur.attribute.cues import Cue
from tawatur.attribute.following import Following, Range, following
from tawatur.attribute.phrases import phrase_after, with_apposition
from tawatur.attribute.sentence import Draft, Sentence, drafted

# A part of an interrupted clause with fewer words says nothing by itself.
OWN_PART = 4


def according(s: Sentence, cue: Cue) -> list[Draft]:
    """ "according to S": content before it, or behind the comma that ends S."""
    end = phrase_after(s.items, cue.end, len(s.items), s.lex)
    if end == cue.end:
        return []
    beyond = with_apposition(s.items, end, len(s.items), s.lex)
    begin = 0
    while begin < cue.at and s.fold(begin) in s.lex["coordinators"]:
        begin += 1
    if cue.at > begin or s.fold(beyond) == ",":
        end = beyond
    after = following(s.items, cue, end, len(s.items), s.lex)
    return _around_source(s, cue, (cue.end, end), after)


def _around_source(s: Sentence, cue: Cue, speaker: Range, after: Following) -> list[Draft]:
    made = []
    before = cue.at
    while before > 0 and not s.items[before - 1].is_word and not s.is_quote(before - 1):
        before -= 1
    start = content_start(s, 0, before)
    if start < before and (
        s.has_verb(start, before) or s.is_quote(before - 1) or not s.has_verb(after.at, len(s.items))
    ):
        made.append(drafted((start, before), cue, speaker, after, "words before the source"))
    begin = after.at + 1 if s.fold(after.at) in {",", ":"} else after.at
    if begin < len(s.items) and (begin > after.at or not made):
        content = clause(s, begin)
        if content is not None and (not made or (s.has_verb(*content) and content[1] - content[0] >= OWN_PART)):
            draft = drafted(content, cue, speaker, after, "words behind the source")
            draft.goes_on = bool(made)
            made.append(draft)
    return made


def said_by_noun(s: Sentence, cue: Cue) -> list[Draft]:
    """ "S's claim that C", "the warning by S that C", "unconfirmed reports that C"."""
    at = cue.end
    speaker: Range | None = None
    if s.fold(at) in s.lex["by"]:
        end = phrase_after(s.items, at + 1, len(s.items), s.lex)
        if end > at + 1:
            speaker, at = (at + 1, end), end
    content = None
    if s.fold(at) in s.lex["that"] and "that" in cue.takes:
        content = clause(s, at + 1)
    elif s.fold(at) in s.lex["to"] and "to" in cue.takes and speaker is None:
        content = clause(s, at)
    speaker = speaker or _owner(s, cue) or _speaks_itself(s, cue)
    if content is None or speaker is None:
        return []
    return [drafted(content, cue, speaker, Following(at), "words behind a noun of saying")]


def _speaks_itself(s: Sentence, cue: Cue) -> Range | None:
    """The noun is all that is named: "there were unconfirmed reports that"."""
    if s.fold(cue.at) not in s.lex["speaking_nouns"]:
        return None
    start = cue.at
    while start > max(0, cue.at - 4) and s.items[start - 1].is_word and s.fold(start - 1) not in s.lex["finite"]:
        if s.fold(start - 1) in s.lex["prepositions"] | s.lex["coordinators"]:
            break
        start -= 1
    return (start, cue.end)


def _owner(s: Sentence, cue: Cue) -> Range | None:
    """Whose claim it is: "the minister's", "his"."""
    for at in range(cue.at - 1, max(-1, cue.at - 5), -1):
        if s.fold(at) in s.lex["possessives"]:
            return (at, at + 1)
        if s.fold(at) in {"'s", "'"} and at:
            return _possessor(s, at)
        if not s.items[at].is_word:
            return None
    return None


def _possessor(s: Sentence, end: int) -> Range | None:
    """The noun phrase that ends before the 's at item `end`."""
    start = end
    stops = s.lex["finite"] | s.lex["prepositions"] | s.lex["coordinators"] | s.lex["that"]
    while start > max(0, end - 10) and s.items[start - 1].is_word and s.fold(start - 1) not in stops:
        start -= 1
        if s.fold(start) in s.lex["articles"]:
            break
        if s.lex.at(s.items, start):
            start += 1
            break
    return (start, end) if start < end else None
