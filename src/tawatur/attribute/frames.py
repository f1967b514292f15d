"""The layouts of a sentence: which items are content, speaker and cue of each statement in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.attribute.contents import clause, content_after, content_before
from tawatur.attribute.cues import Cue
from tawatur.attribute.following import Following, Range, following
from tawatur.attribute.items import Item
from tawatur.attribute.judge import Kind
from tawatur.attribute.lexicon import Lexicon
from tawatur.attribute.phrases import leading_phrase, phrase_after, subject_before, with_apposition
from tawatur.attribute.sentence import Draft, Sentence, drafted
from tawatur.attribute.sources import OWN_PART, according, said_by_noun

__all__ = ["Draft", "frames"]


def frames(items: Sequence[Item], kinds: dict[int, Kind], cues: Sequence[Cue], lex: Lexicon) -> list[Draft]:
    """The statements of one sentence that a cue carries, in the order of cues."""
    if not cues:
        return []
    sentence = Sentence(items, kinds, cues, lex)
    drafts = _drafts(sentence, once=False)
    # Only a cue that carries content of its own ends the content before it.
    speaking = {draft.cue.at for draft in drafts if draft.cue is not None}
    sentence.cuts = _cuts(sentence, speaking)
    drafts = _drafts(sentence, once=True)
    return [draft for draft in drafts if not _is_inside(draft, drafts)]


def _drafts(s: Sentence, *, once: bool) -> list[Draft]:
    """One draft after the other; `once`: no quotation belongs to two."""
    drafts: list[Draft] = []
    taken: set[int] = set()
    for cue in s.cues:
        for draft in _frame(s, cue, drafts):
            quotes = {at for at in range(*draft.content) if s.is_quote(at)}
            if once and quotes and quotes <= taken:
                continue
            taken |= quotes
            drafts.append(draft)
    return drafts


def _cuts(s: Sentence, speaking: set[int]) -> list[int]:
    """Where a new cue takes over: ", but the mayor said", ", adding that", ", according to".

    One without a subject of its own does so only if it has content: it is among `speaking`.
    """
    cuts = set()
    for cue in s.cues:
        if cue.role == "noun" or (cue.at not in speaking and (cue.role != "finite" or _speaker(cue) is None)):
            continue
        begin = cue.subject.start if cue.subject.start < cue.subject.end else cue.subject.lead
        at = begin if cue.role in {"finite", "passive", "quoted", "speaker before"} else cue.at
        before = s.fold(at - 1)
        if at == 0:
            continue
        if cue.role in {"gerund", "speaker after", "cited"}:
            if before == "," or cue.role != "gerund":
                cuts.add(at - 1 if before == "," else at)
        elif before == "-" and cue.at in speaking and _speaker(cue) is not None:
            cuts.add(at - 1)
        elif before in s.lex["coordinators"] or before in s.lex["contrast"]:
            cuts.add(at - 2 if s.fold(at - 2) == "," else at - 1)
    return sorted(cuts)


def _is_inside(draft: Draft, others: Sequence[Draft]) -> bool:
    """The cue stands in the content of another: what somebody says that somebody said is the outer one's statement.

    "Citing officials, the paper said that ..." is the paper's.
    """
    if draft.cue is None:
        return False
    for other in others:
        if other is draft or other.cue is None:
            continue
        holds = draft.content[0] <= other.cue.at < draft.content[1]
        if other.content[0] <= draft.cue.at < other.content[1] and other.cue.role != "cited":
            return not (holds and draft.cue.at >= draft.content[1])  # ", the court heard" speaks for all before it
        if draft.cue.role == "cited" and holds:
            return True
    return False


def _frame(s: Sentence, cue: Cue, drafts: Sequence[Draft]) -> list[Draft]:
    if cue.role in {"speaker after", "cited"}:
        return according(s, cue)
    if cue.role == "noun":
        return said_by_noun(s, cue)
    return _verb(s, cue, drafts)


def _verb(s: Sentence, cue: Cue, drafts: Sequence[Draft]) -> list[Draft]:
    """Speaker, cue, content in each order."""
    speaker = _speaker(cue)
    at = cue.end
    if speaker is None and _may_invert(s, cue):
        end = phrase_after(s.items, at, len(s.items), s.lex)
        if end > at:
            end = with_apposition(s.items, end, len(s.items), s.lex)
            speaker, at = (at, end), end
    if speaker is not None and speaker[1] - speaker[0] == 1 and s.fold(speaker[0]) in s.lex["own_voice"]:
        return []
    after = following(s.items, cue, at, len(s.items), s.lex)
    floor = max((_end_of(draft) for draft in drafts if _end_of(draft) <= cue.at), default=0)
    begin = min(cue.subject.lead, cue.subject.start) if _speaker(cue) else cue.subject.lead
    made = _parts(s, cue, floor, begin, speaker, after)
    if speaker is None:
        made = [draft for draft in made if _find_speaker(s, cue, draft, drafts)]
    elif cue.role == "passive":
        for draft in made:
            draft.speaker = _agent(s, cue)
    return made


def _parts(s: Sentence, cue: Cue, floor: int, begin: int, speaker: Range | None, after: Following) -> list[Draft]:
    """The statement before the cue and the one behind it."""
    said, why_before = content_before(s, cue, floor, begin, after)
    if said is None and floor and after.at >= len(s.items) - 1:
        # A source that ends the sentence speaks for all of it: "It signals "the end" for us, said Haddad."
        said, why_before = content_before(s, cue, 0, begin, after)
    made = [] if said is None else [drafted(said, cue, speaker, after, why_before)]
    follows, why = content_after(s, cue, after, has_before=said is not None)
    if follows is None and said is None and s.fold(begin - 1) in s.lex["as"] and s.fold(after.at) == ",":
        follows, why = clause(s, after.at + 1), "the clause that *as X said* leads up to"
    if follows is not None and made and not s.is_quote(made[0].content[1] - 1):
        made = []  # "Asked why, she replied: ..."
    parted = speaker is not None and "bare" in cue.takes and s.fold(begin - 1) in {",", "-"} and begin > floor
    if follows is None and (parted if said is None else not s.is_quote(said[1] - 1)):
        follows, why = _interrupted(s, after.at), "the rest of the clause that the cue stands in"
        if follows is not None and said is not None and said[1] - said[0] < OWN_PART:
            made = []
    if follows is not None:
        draft = drafted(follows, cue, speaker, after, why)
        draft.goes_on = bool(made)
        made.append(draft)
        made.extend(_listed(s, draft))
    return made


def _listed(s: Sentence, first: Draft) -> list[Draft]:
    """More quotations that the same cue governs: "called it “a gift” and “a relief”"."""
    if first.content[1] - first.content[0] != 1 or not s.is_quote(first.content[0]):
        return []
    more = []
    at = first.content[1]
    while s.fold(at) in s.lex["adding"] or s.fold(at) == ",":
        at += 1
        if s.is_quote(at) and s.kinds[at] != Kind.NAME:
            more.append(replace(first, content=(at, at + 1)))
            at += 1
    return more


def _speaker(cue: Cue) -> Range | None:
    return (cue.subject.start, cue.subject.end) if cue.subject.start < cue.subject.end else None


def _end_of(draft: Draft) -> int:
    """Behind everything that belongs to a draft."""
    ends = [draft.content[1], draft.cue.end if draft.cue is not None else 0]
    return max([*ends, *(held[1] for held in (draft.speaker, draft.addressee, draft.venue) if held is not None)])


def _find_speaker(s: Sentence, cue: Cue, draft: Draft, drafts: Sequence[Draft]) -> bool:
    """Whose words a cue without a subject gives; False where nobody's: then it is no statement."""
    if cue.role == "passive":
        draft.speaker = _agent(s, cue)
        return draft.speaker is not None or s.fold(draft.content[0] - 1) in s.lex["that"]
    if drafts and (cue.role == "gerund" or _is_joined(s, cue)):
        draft.same = True
        return True
    if cue.role == "infinitive":
        matrix = subject_before(s.items, max(0, cue.subject.lead - 1), 0, s.lex) if cue.subject.lead else cue.subject
        draft.speaker = (matrix.start, matrix.end) if matrix.start < matrix.end else _main_subject(s, cue)
        return True
    if cue.role == "gerund" or s.fold(cue.subject.lead - 1) in s.lex["coordinators"]:
        draft.speaker = _main_subject(s, cue)
        return True
    return s.is_quote(draft.content[0]) and _is_joined(s, cue)


def _is_joined(s: Sentence, cue: Cue) -> bool:
    """The verb stands behind "and" with no subject of its own, or begins what is left of a sentence."""
    before = s.fold(cue.subject.lead - 1)
    return cue.subject.lead > 0 and (
        before in s.lex["coordinators"] or before == "," or s.is_quote(cue.subject.lead - 1)
    )


def _main_subject(s: Sentence, cue: Cue) -> Range | None:
    """The noun phrase that the sentence begins with, or that follows what leads up to it and a comma."""
    return leading_phrase(s.items, cue.at, s.lex)


def _agent(s: Sentence, cue: Cue) -> Range | None:
    """By whom: behind a passive."""
    if s.fold(cue.end) not in s.lex["by"]:
        return None
    end = phrase_after(s.items, cue.end + 1, len(s.items), s.lex)
    return (cue.end + 1, end) if end > cue.end + 1 else None


def _may_invert(s: Sentence, cue: Cue) -> bool:
    """The verb follows a quotation or a comma, or begins the sentence, and somebody is named behind it."""
    lead = cue.subject.lead
    if cue.role != "finite" or cue.end >= len(s.items) or cue.subject.helped:
        return False
    if lead and not (s.is_quote(lead - 1) or s.fold(lead - 1) in {",", "-"}):
        return False
    item = s.items[cue.end]
    if (
        not item.is_word
        or item.fold in s.lex["that"]
        or item.fold in s.lex["object_pronouns"] - s.lex["subject_pronouns"]
    ):
        return False
    return lead > 0 or item.is_capital


def _interrupted(s: Sentence, at: int) -> Range | None:
    """The rest of a clause that speaker and cue stand in: "The plan, Smith said, is doomed"."""
    begin = at + 1
    if at + OWN_PART >= len(s.items) or s.fold(at) not in {",", "-"} or s.is_quote(begin):
        return None
    if s.fold(begin) in s.lex["coordinators"] or any(cue.at == begin for cue in s.cues):
        return None
    found = clause(s, begin)
    return found if found is not None and s.has_verb(*found) and s.fold(begin) not in s.lex["prepositions"] else None
