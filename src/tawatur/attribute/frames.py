"""The layouts of a sentence: which items are content, speaker and cue of each statement in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.attribute.cues import Cue
from tawatur.attribute.following import Following, Range, following
from tawatur.attribute.items import Item
from tawatur.attribute.judge import Kind
from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.phrases import phrase_after, with_apposition

# Content of indirect speech is cut here; no sentence of prose runs on so long.
_LONGEST = 160
# How far behind its verb a quoted name for a thing may stand: called the plan of the council "a gamble".
_NAMED_WITHIN = 14
# A part of an interrupted clause with fewer words says nothing by itself.
_OWN_PART = 4


@dataclass(slots=True, kw_only=True)
class Draft:
    """One statement of a sentence, in items."""

    content: Range
    cue: Cue | None
    speaker: Range | None
    why: str
    goes_on: bool = False
    """A later part of the utterance of the draft before."""
    same: bool = False
    """Said by the speaker of the draft before."""
    addressee: Range | None = None
    venue: Range | None = None


@dataclass(slots=True)
class Sentence:
    """One sentence laid out for its frames."""

    items: Sequence[Item]
    kinds: dict[int, Kind]
    """What each quotation, by its item, looks like."""
    cues: Sequence[Cue]
    lex: Lexicon
    cuts: Sequence[int]
    """Items at which content of indirect speech ends."""


def frames(items: Sequence[Item], kinds: dict[int, Kind], cues: Sequence[Cue], lex: Lexicon) -> list[Draft]:
    """The statements of one sentence that a cue carries, in the order of cues."""
    sentence = Sentence(items, kinds, cues, lex, _cuts(items, cues, lex))
    drafts: list[Draft] = []
    taken: set[int] = set()
    for number, cue in enumerate(cues):
        found = _frame(sentence, number, cue, taken, drafts)
        for draft in found:
            taken.update(at for at in range(*draft.content) if items[at].quote is not None)
        drafts.extend(found)
    return [draft for draft in drafts if not _is_inside(draft, drafts)]


def _is_inside(draft: Draft, others: Sequence[Draft]) -> bool:
    """The cue stands in the content of another: what somebody says that somebody said is the outer one's statement."""
    return draft.cue is not None and any(
        other is not draft and other.content[0] <= draft.cue.at < other.content[1] for other in others
    )


def _cuts(items: Sequence[Item], cues: Sequence[Cue], lex: Lexicon) -> list[int]:
    """Where a new cue takes over: ", but the mayor said", ", adding that", ", according to"."""
    cuts = []
    for cue in cues:
        begin = cue.subject.start if cue.subject.start < cue.subject.end else cue.subject.lead
        at = begin if cue.role in {"finite", "passive", "quoted", "speaker before"} else cue.at
        if at == 0:
            continue
        before = items[at - 1].fold
        if cue.role in {"gerund", "speaker after"}:
            if before == "," or cue.role == "speaker after":
                cuts.append(at - 1 if before == "," else at)
        elif before in lex["coordinators"] or (before in {"while", "whereas", "although", "though"} and at > 1):
            cuts.append(at - 2 if at > 1 and items[at - 2].fold == "," else at - 1)
    return sorted(cuts)


def _frame(s: Sentence, number: int, cue: Cue, taken: set[int], drafts: list[Draft]) -> list[Draft]:
    if cue.role == "speaker after":
        return _according(s, number, cue, taken)
    if cue.role == "noun":
        return _noun(s, cue)
    floor = s.cues[number - 1].end if number else 0
    ceiling = len(s.items)
    speaker: Range | None = (cue.subject.start, cue.subject.end) if cue.subject.start < cue.subject.end else None
    before = cue.subject.start if speaker else cue.subject.lead
    at = cue.end
    inverted = speaker is None and cue.role == "finite" and _may_invert(s, cue)
    if inverted:
        end = with_apposition(s.items, phrase_after(s.items, at, ceiling, s.lex), ceiling, s.lex)
        if end > at:
            speaker, at = (at, end), end
    after = following(s.items, cue, at, ceiling, s.lex)
    said = _before(s, cue, floor, before, after, taken)
    drafts_here = [] if said is None else [_draft(said, cue, speaker, after, _before_why(s, said))]
    follows, why = _after(s, cue, after, has_before=said is not None)
    if follows is None and said is not None and s.items[said[1] - 1].quote is None:
        follows, why = _interrupted(s, cue, after.at), "the rest of the clause that the cue stands in"
        if follows is not None and said[1] - said[0] < _OWN_PART:
            drafts_here = []
    if follows is not None:
        draft = _draft(follows, cue, speaker, after, why)
        draft.goes_on = bool(drafts_here)
        drafts_here.append(draft)
    for draft in drafts_here:
        draft.same = speaker is None and (cue.role == "gerund" or _is_joined(s, cue)) and bool(drafts)
        if cue.role == "gerund" and speaker is None and not drafts:
            draft.speaker = _main_subject(s, cue)
        if cue.role == "passive" and cue.subject.start < cue.subject.end:
            draft.speaker = _agent(s, cue)
    if cue.role == "infinitive" and speaker is None:
        for draft in drafts_here:
            draft.speaker = _main_subject(s, cue)
    return drafts_here


def _draft(content: Range, cue: Cue, speaker: Range | None, after: Following, why: str) -> Draft:
    return Draft(
        content=content, cue=cue, speaker=speaker, why=why, addressee=after.addressee, venue=after.venue
    )


def _is_joined(s: Sentence, cue: Cue) -> bool:
    """The verb stands behind "and" with no subject of its own."""
    return cue.subject.lead > 0 and s.items[cue.subject.lead - 1].fold in s.lex["coordinators"] | {","}


def _main_subject(s: Sentence, cue: Cue) -> Range | None:
    """The noun phrase that the sentence begins with."""
    end = phrase_after(s.items, 0, cue.at, s.lex)
    return (0, end) if end else None


def _agent(s: Sentence, cue: Cue) -> Range | None:
    """By whom: behind a passive."""
    if cue.end < len(s.items) and s.items[cue.end].fold in s.lex["by"]:
        end = phrase_after(s.items, cue.end + 1, len(s.items), s.lex)
        return (cue.end + 1, end) if end > cue.end + 1 else None
    return None


def _may_invert(s: Sentence, cue: Cue) -> bool:
    """The verb follows a quotation or a comma, or begins the sentence, and somebody is named behind it."""
    lead = cue.subject.lead
    if lead and not (s.items[lead - 1].quote is not None or s.items[lead - 1].fold in {",", "-"}):
        return False
    if cue.end >= len(s.items):
        return False
    item = s.items[cue.end]
    if item.quote is not None or not item.is_word or item.fold in s.lex["that"]:
        return False
    return lead > 0 or item.is_capital


def _before(s: Sentence, cue: Cue, floor: int, begin: int, after: Following, taken: set[int]) -> Range | None:
    """Content before speaker and cue: a quotation, or words up to a comma."""
    at = begin
    if at > floor and s.items[at - 1].fold == "as":
        at -= 1
    end = at
    while end > floor and not s.items[end - 1].is_word and s.items[end - 1].quote is None:
        end -= 1
    if end <= floor:
        return None
    parted = end < at
    last = s.items[end - 1]
    if last.quote is not None:
        if end - 1 in taken or not ({"quote", "bare"} & cue.takes):
            return None
        if s.kinds[end - 1] == Kind.NAME and not parted:
            return None
        if not parted and not _ends_like_speech(last) and s.kinds[end - 1] != Kind.UTTERANCE:
            return None
        start = _content_start(s, floor, end - 1)
        return (start, end)
    if not parted or not ({"bare", "quote"} & cue.takes) or cue.role in {"gerund", "infinitive"}:
        return None
    if not _closes(s, after.at):
        return None
    start = _content_start(s, floor, end)
    return (start, end) if end - start >= 2 else None


def _before_why(s: Sentence, said: Range) -> str:
    return "a quotation before the cue" if s.items[said[1] - 1].quote is not None else "words before the cue"


def _ends_like_speech(item: Item) -> bool:
    return item.raw in ",.!?؟،…-–—"


def _content_start(s: Sentence, floor: int, end: int) -> int:
    """The first item of content that ends before item `end`: behind the cue before and what joins it."""
    start = floor
    while start < end and s.items[start].quote is None and (
        not s.items[start].is_word or s.items[start].fold in s.lex["coordinators"] or s.items[start].fold in s.lex["that"]
    ):
        start += 1
    return start


def _closes(s: Sentence, at: int) -> bool:
    """Nothing but the end, or a comma, stands at item `at`."""
    return at >= len(s.items) or s.items[at].fold in {",", ".", ";", "-", ":", ")", "!", "?", "؟", "…"}


def _after(s: Sentence, cue: Cue, after: Following, *, has_before: bool) -> tuple[Range | None, str]:
    """Content behind cue, speaker and circumstances, and how it begins."""
    items, lex, at = s.items, s.lex, after.at
    while at < len(items) and items[at].fold in {",", ":", "-"} and at + 1 < len(items) and _opens(s, at):
        at += 1
    if at >= len(items):
        return None, ""
    item = items[at]
    if item.quote is not None:
        return _quoted_after(s, cue, at, has_before=has_before), "a quotation behind the cue"
    if item.fold in lex["that"] and "that" in cue.takes:
        return _clause(s, cue, at + 1), "a clause with *that* behind the cue"
    if not item.is_word or (at > after.at and items[at - 1].fold == ","):
        return None, ""
    if items[at - 1].fold == ":":
        fits = {"that", "bare"} & cue.takes and cue.role in {"finite", "gerund"}
        return (_clause(s, cue, at) if fits else None), "words behind the cue and a colon"
    return (None, "") if has_before else _unmarked_after(s, cue, at)


def _unmarked_after(s: Sentence, cue: Cue, at: int) -> tuple[Range | None, str]:
    """Content that neither a quotation mark nor *that* opens."""
    lex, fold = s.lex, s.items[at].fold
    if fold in lex["questions"] and ("that" in cue.takes or "quote" in cue.takes):
        return _clause(s, cue, at), "a question behind the cue"
    if fold in lex["to"] and "to" in cue.takes:
        return _clause(s, cue, at), "*to* behind the cue"
    named = _named(s, cue, cue.end) if "as" in cue.takes else None
    if named is not None:
        return named, "a quotation that says what something is called"
    if cue.role == "passive":
        return None, ""
    if "bare" in cue.takes and _begins_clause(s, at):
        return _clause(s, cue, at), "a clause behind the cue"
    if "of" in cue.takes and fold in lex["prepositions"] and fold not in lex["to"]:
        return _phrase(s, at + 1), "what the cue speaks of"
    if "object" in cue.takes and cue.role in {"finite", "gerund"}:
        return _phrase(s, at), "the object of the cue"
    return None, ""


def _interrupted(s: Sentence, cue: Cue, at: int) -> Range | None:
    """The rest of a clause that speaker and cue stand in: "The plan, Smith said, is doomed"."""
    if at + _OWN_PART >= len(s.items) or s.items[at].fold != "," or s.items[at + 1].quote is not None:
        return None
    begin = at + 1
    if s.items[begin].fold in s.lex["coordinators"] or any(cue.at == begin for cue in s.cues):
        return None
    return _clause(s, cue, begin)


def _opens(s: Sentence, at: int) -> bool:
    """Behind the mark at item `at` a quotation follows, or "that", or the mark is a colon."""
    nxt = s.items[at + 1]
    return nxt.quote is not None or s.items[at].fold == ":" or nxt.fold in s.lex["that"]


def _quoted_after(s: Sentence, cue: Cue, at: int, *, has_before: bool) -> Range | None:
    if s.kinds[at] == Kind.NAME and not (s.items[at - 1].fold in {",", ":"} or "as" in cue.takes):
        return _clause(s, cue, at) if "bare" in cue.takes and _begins_clause(s, at) and not has_before else None
    goes_on = at + 1 < len(s.items) and s.items[at + 1].is_word and s.items[at - 1].fold not in {",", ":"}
    if goes_on and "bare" in cue.takes and s.kinds[at] != Kind.UTTERANCE and _begins_clause(s, at + 1):
        return _clause(s, cue, at)
    return (at, at + 1)


def _clause(s: Sentence, cue: Cue, at: int) -> Range | None:
    """Content from item `at` to the end of its clause, marks at the end left out."""
    end = min(len(s.items), at + _LONGEST)
    for cut in s.cuts:
        if cut > at + 1 and cut < end:
            end = cut
            break
    return _tidy(s, at, end)


def _tidy(s: Sentence, at: int, end: int) -> Range | None:
    while end > at and s.items[end - 1].quote is None and not s.items[end - 1].is_word and s.items[end - 1].fold not in {")", "?", "!", "'"}:
        end -= 1
    return (at, end) if end > at else None


def _phrase(s: Sentence, at: int) -> Range | None:
    """The noun phrase at item `at`, or the quotation there."""
    end = phrase_after(s.items, at, len(s.items), s.lex)
    if end < len(s.items) and s.items[end].quote is not None and (end == at or s.items[end - 1].fold != ","):
        return (end, end + 1)
    return (at, end) if end > at else None


def _named(s: Sentence, cue: Cue, at: int) -> Range | None:
    """The quotation that a thing is called by."""
    for on in range(at, min(len(s.items), at + _NAMED_WITHIN)):
        item = s.items[on]
        if item.quote is not None:
            return (on, on + 1)
        if item.fold in {".", ";", ":", "-"} or item.fold in s.lex["that"] or any(cue.at == on for cue in s.cues):
            return None
    return None


def _begins_clause(s: Sentence, at: int) -> bool:
    """A finite verb stands between item `at` and the next mark that parts sentences."""
    if s.items[at].quote is None and s.items[at].fold in s.lex["prepositions"] and s.items[at].fold not in s.lex["time"]:
        return False
    for item in s.items[at + 1 : at + 40]:
        if item.fold in {".", ";"}:
            return False
        if item.fold in s.lex["finite"] or item.fold in s.lex["finite"]:
            return True
        if item.is_word and not item.is_capital and item.fold.endswith("ed"):
            return True
        found = s.lex.cues.get(item.fold)
        if found is not None and any(sense.role == "finite" for entry in found for sense in entry.senses):
            return True
    return False


def _according(s: Sentence, number: int, cue: Cue, taken: set[int]) -> list[Draft]:
    """"according to S": content before it, or behind the comma that ends S."""
    end = phrase_after(s.items, cue.end, len(s.items), s.lex)
    if end == cue.end:
        return []
    beyond = with_apposition(s.items, end, len(s.items), s.lex)
    if cue.at > 1 or (beyond < len(s.items) and s.items[beyond].fold == ","):
        end = beyond
    speaker = (cue.end, end)
    floor = s.cues[number - 1].end if number else 0
    after = following(s.items, cue, end, len(s.items), s.lex)
    made = []
    before_end = cue.at
    while before_end > 0 and not s.items[before_end - 1].is_word and s.items[before_end - 1].quote is None:
        before_end -= 1
    if before_end > 0:
        start = _content_start(s, 0 if before_end - floor < 2 else _clause_floor(s, floor, before_end), before_end)
        if start < before_end:
            made.append(_draft((start, before_end), cue, speaker, after, "words before the source"))
    at = after.at
    if at < len(s.items) and (s.items[at].fold == "," or not made):
        begin = at + 1 if s.items[at].fold in {",", ":"} else at
        content = _clause(s, cue, begin) if begin < len(s.items) else None
        if content is not None and (not made or content[1] - content[0] >= 4):
            if made and content[1] - content[0] > made[0].content[1] - made[0].content[0] and not _has_verb(s, made[0].content):
                made = []
            draft = _draft(content, cue, speaker, after, "words behind the source")
            draft.goes_on = bool(made)
            made.append(draft)
    return made


def _clause_floor(s: Sentence, floor: int, end: int) -> int:
    return 0 if floor == 0 else 0


def _has_verb(s: Sentence, content: Range) -> bool:
    return any(s.items[at].fold in s.lex["finite"] or s.items[at].fold.endswith("ed") for at in range(*content))


def _noun(s: Sentence, cue: Cue) -> list[Draft]:
    """"S's claim that C", "the warning by S that C"."""
    at = cue.end
    speaker: Range | None = None
    if at < len(s.items) and s.items[at].fold in s.lex["by"] | {"from"}:
        end = phrase_after(s.items, at + 1, len(s.items), s.lex)
        if end > at + 1:
            speaker, at = (at + 1, end), end
    if at >= len(s.items):
        return []
    if s.items[at].fold in s.lex["that"] and "that" in cue.takes:
        content = _clause(s, cue, at + 1)
    elif s.items[at].fold in s.lex["to"] and "to" in cue.takes and speaker is None:
        content = _clause(s, cue, at)
    else:
        return []
    speaker = speaker or _owner(s, cue)
    if content is None or speaker is None:
        return []
    return [_draft(content, cue, speaker, Following(at), "words behind a noun of saying")]


def _owner(s: Sentence, cue: Cue) -> Range | None:
    """Whose claim it is: "the minister's", "his"."""
    for at in range(cue.at - 1, max(-1, cue.at - 5), -1):
        item = s.items[at]
        if item.fold in s.lex["possessives"]:
            return (at, at + 1)
        if item.fold in {"'s", "'"} and at:
            start = at
            while start > max(0, at - 10) and s.items[start - 1].is_word and s.items[start - 1].fold not in s.lex["finite"]:
                start -= 1
                if s.items[start].fold in s.lex["determiners"]:
                    break
                if s.items[start].fold in s.lex["prepositions"] or s.items[start].fold in s.lex["coordinators"] or s.lex.at(s.items, start):
                    start += 1
                    break
            return (start, at) if start < at else None
        if not item.is_word:
            return None
    return None
