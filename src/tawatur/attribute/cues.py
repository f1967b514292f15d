"""Cues of a sentence: the forms of saying that stand where a verb, a noun or a phrase of saying can stand."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple, cast

from tawatur.attribute.items import Item
from tawatur.attribute.lexicon import Lexicon, Sense
from tawatur.attribute.phrases import Subject, subject_before
from tawatur.model.statement import VerbClass

# "was quoted by the morning paper of the party as saying"
_QUOTED_WITHIN = 14
CueRole = Literal[
    "finite", "gerund", "infinitive", "passive", "noun", "speaker after", "cited", "speaker before", "quoted"
]


class Cue(NamedTuple):
    """Items [at, end) say that somebody speaks."""

    at: int
    end: int
    role: CueRole
    verb_class: VerbClass
    takes: frozenset[str]
    subject: Subject


def find_cues(items: Sequence[Item], lex: Lexicon) -> list[Cue]:
    """The cues of one sentence, in order. Each looks for its subject back to the cue before it."""
    cues: list[Cue] = []
    at = floor = 0
    while at < len(items):
        item = items[at]
        found = lex.at(items, at) if item.fold in lex.cues and item.quote is None and not item.glued else None
        cue = _cue(items, at, *found, floor, lex) if found is not None else None
        if cue is not None and cues and _completes(cues[-1], cue, items, lex):
            cue = cues.pop()._replace(end=cue.end, takes=cue.takes)
        if cue is not None:
            cues.append(cue)
            if _parts_clauses(items, cue, lex):
                floor = cue.end
            at = cue.end
        elif found is not None and any(sense.role == "no statement" for sense in found[1]):
            at = found[0]
        else:
            at += 1
    return cues


def _completes(first: Cue, second: Cue, items: Sequence[Item], lex: Lexicon) -> bool:
    """Two cues are one: "declined to say"."""
    joined = second.at == first.end + 1 and items[first.end].fold in lex["to"]
    return joined and second.role == "infinitive" and first.verb_class == "declines"


def _parts_clauses(items: Sequence[Item], cue: Cue, lex: Lexicon) -> bool:
    """No subject reaches back over this cue. It may over a noun, and over "a letter published in March"."""
    if cue.role == "noun" or cue.end >= len(items):
        return False
    after = items[cue.end].fold
    if cue.role != "finite" or cue.subject.helped or (after in lex["to"] and "to" in cue.takes):
        return True
    return after not in lex["prepositions"] and after not in lex["time"]


def _cue(items: Sequence[Item], at: int, end: int, senses: Sequence[Sense], floor: int, lex: Lexicon) -> Cue | None:
    phrases = [sense for sense in senses if sense.part == "phrases"]
    if phrases:
        return _phrase(items, at, end, phrases[0], floor, lex)
    verbs = [sense for sense in senses if sense.part == "verbs"]
    cue = _verb(items, at, end, verbs, floor, lex, also_noun=len(verbs) < len(senses)) if verbs else None
    nouns = [sense for sense in senses if sense.part == "nouns"]
    if cue is None and nouns:
        return _made(at, end, "noun", nouns, Subject(at, at, at, False, frozenset()))
    return cue


def _phrase(items: Sequence[Item], at: int, end: int, sense: Sense, floor: int, lex: Lexicon) -> Cue | None:
    if sense.role in {"speaker after", "cited"}:
        return Cue(at, end, cast(CueRole, sense.role), sense.verb_class, frozenset({"quote", "bare"}), _nobody(at))
    if sense.role == "speaker before":
        takes = frozenset({"that", "quote", "to", "bare"} if sense.verb_class != "declines" else {"of", "to", "object"})
        return Cue(at, end, "speaker before", sense.verb_class, takes, subject_before(items, at, floor, lex))
    if sense.role == "quoted":
        takes = frozenset({"that", "quote", "bare"})
        return Cue(at, end, "quoted", sense.verb_class, takes, subject_before(items, at, floor, lex))
    return None


def _verb(
    items: Sequence[Item],
    at: int,
    end: int,
    senses: Sequence[Sense],
    floor: int,
    lex: Lexicon,
    *,
    also_noun: bool,
) -> Cue | None:
    if at and items[at - 1].fold in lex["as"] and all(sense.role == "gerund" for sense in senses):
        subject = _quoted_as(items, at, floor, lex)
    elif at and all(sense.role == "gerund" for sense in senses) and not _has_own_subject(items, at, lex):
        subject = _nobody(at)  # ", adding that": whoever the sentence is about speaks
    else:
        subject = subject_before(items, at, floor, lex)
    role = _role(items, at, end, {sense.role for sense in senses}, subject, lex, also_noun=also_noun)
    if role is None:
        return None
    wanted = {"finite": ("finite", "base", "participle", "gerund"), "infinitive": ("base",), "gerund": ("gerund",)}
    kept = [sense for sense in senses if sense.role in wanted.get(role, ("participle", "passive"))]
    return _made(at, end, role, kept or list(senses), subject)


def _made(at: int, end: int, role: CueRole, senses: Sequence[Sense], subject: Subject) -> Cue:
    marked = [sense.verb_class for sense in senses if sense.verb_class != "says"]
    takes = frozenset(take for sense in senses for take in sense.takes)
    return Cue(at, end, role, marked[0] if marked else "says", takes, subject)


def _nobody(at: int) -> Subject:
    return Subject(at, at, at, False, frozenset())


def _role(
    items: Sequence[Item], at: int, end: int, roles: set[str], subject: Subject, lex: Lexicon, *, also_noun: bool
) -> CueRole | None:
    """What the form does here; None where it is no verb: a noun behind an article, an adjective."""
    before = items[at - 1] if at else None
    helped = subject.helped
    if before is not None and not helped and _makes_noun(before, lex, also_noun=also_noun):
        return None
    if "passive" in roles:
        return "passive"
    is_passive = bool(helped & lex["passive_auxiliaries"]) and not helped <= {"'s"}
    if (
        "gerund" in roles
        and not is_passive
        and (at == 0 or not (subject.start < subject.end or _goes_on(items, at, lex)))
    ):
        return None  # "Considering the weather, ..."
    if "gerund" in roles:
        return "finite" if is_passive else "gerund"
    if "participle" in roles and is_passive:
        return "passive"
    if "finite" in roles:
        if (
            lex.ends("plural_endings", items[at].fold)
            and subject.start < subject.end
            and items[subject.start].fold in lex["plurals"]
        ):
            return None  # two states that
        return None if also_noun and _reads_as_noun(items, at, end, subject, lex) else "finite"
    if "base" in roles:
        return _base_role(items, subject, helped, lex, also_noun=also_noun)
    return "finite" if helped & lex["auxiliaries"] else None


def _base_role(
    items: Sequence[Item], subject: Subject, helped: frozenset[str], lex: Lexicon, *, also_noun: bool
) -> CueRole | None:
    if helped & lex["to"]:
        return "infinitive"
    if helped & (lex["modals"] | lex["auxiliaries"]):
        return "finite"
    if subject.start == subject.end or subject.end != subject.lead and items[subject.lead - 1].fold != ",":
        return None
    last = items[subject.end - 1]
    if last.fold in lex["subject_pronouns"]:
        return "finite"
    plural = (
        _is_plural(last, lex)
        or (last.is_capital and _joined(items, subject, lex))
        or _head_is_plural(items, subject, lex)
    )
    return "finite" if plural and not (also_noun and not lex.ends("plural_endings", last.fold)) else None


def _is_plural(item: Item, lex: Lexicon) -> bool:
    if item.fold in lex["object_pronouns"] or item.fold in lex["possessives"] or item.fold in lex["determiners"]:
        return item.fold in lex["plurals"]
    return lex.ends("plural_endings", item.fold) or item.fold in lex["plurals"]


def _head_is_plural(items: Sequence[Item], subject: Subject, lex: Lexicon) -> bool:
    """ "People familiar with the matter": a plural before the first preposition or relative."""
    for item in items[subject.start : subject.end]:
        if item.fold in lex["prepositions"] or item.fold in lex["relatives"]:
            return False
        if _is_plural(item, lex):
            return True
    return False


def _joined(items: Sequence[Item], subject: Subject, lex: Lexicon) -> bool:
    return any(item.fold in lex["adding"] for item in items[subject.start : subject.end])


def _quoted_as(items: Sequence[Item], at: int, floor: int, lex: Lexicon) -> Subject:
    """Who is "quoted as saying": the object of the verb before, or its subject where the verb is passive."""
    for on in range(at - 2, max(-1, at - _QUOTED_WITHIN), -1):
        found = lex.at(items, on)
        if found is None or not any(sense.part == "verbs" and sense.role == "participle" for sense in found[1]):
            continue
        subject = subject_before(items, on, 0, lex)
        if subject.helped & lex["passive_auxiliaries"]:
            return subject._replace(lead=at)
        return Subject(found[0], at - 1, at, False, frozenset()) if found[0] < at - 1 else _nobody(at)
    return _nobody(at)


def _has_own_subject(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A form in -ing of a noun of its own: "a statement saying", "with voters saying", "he is saying"."""
    before = items[at - 1]
    if before.fold in lex["auxiliaries"] or before.fold in lex["adverbs"]:
        return True
    if any(sense.part == "nouns" for entry in lex.cues.get(before.fold, ()) for sense in entry.senses):
        return True
    return any(items[on].fold in lex["with"] for on in range(max(0, at - 6), at))


def _goes_on(items: Sequence[Item], at: int, lex: Lexicon) -> bool:
    """A form in -ing goes on from what stands before: a comma, a quotation, "and", "by"."""
    before = items[at - 1]
    return (
        before.quote is not None
        or not before.is_word
        or before.fold in lex["coordinators"]
        or before.fold in lex["by"]
        or before.fold in lex["adverbs"]
    )


def _makes_noun(before: Item, lex: Lexicon, *, also_noun: bool) -> bool:
    """Behind this word a form of saying is a noun: the claim, her report, of complaints."""
    fold = before.fold
    if fold in lex["subject_pronouns"] and not (also_noun and fold in lex["determiners"]):
        return False
    if before.is_capital and fold not in lex["articles"] and fold not in lex["possessives"]:
        return False  # part of a name: Channel Nine
    return (
        fold == "'s"
        or fold in lex["determiners"]
        or fold in lex["possessives"]
        or (fold in lex["prepositions"] and fold not in lex["to"] and fold not in lex["subordinators"])
    )


def _reads_as_noun(items: Sequence[Item], at: int, end: int, subject: Subject, lex: Lexicon) -> bool:
    """A form that may be noun or verb ("reports", "claims") is a noun before a verb or a preposition."""
    if lex.ends("finite_endings", items[at].fold) or (at and items[at - 1].fold in lex["people"]):
        return False
    if subject.start and items[subject.start - 1].fold in lex["auxiliaries"]:
        return True  # there were unconfirmed reports
    if end >= len(items):
        return True
    after = items[end]
    if after.fold in lex["finite"] or after.fold in lex["behind_nouns"]:
        return True
    found = lex.at(items, end) if after.is_word else None
    return found is not None and any(sense.role in {"finite", "base"} and sense.part == "verbs" for sense in found[1])
