"""Whom a pronoun, a verb without a subject, "the lawyer" or "the same source" leads back to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from tawatur.attribute.classes import Phrase
from tawatur.attribute.found import Found
from tawatur.attribute.resolve_cast import Cast, Person
from tawatur.attribute.stretches import Stretches
from tawatur.model import Span
from tawatur.model.statement import SpeakerClass
from tawatur.text.naming_kinds import Gender, NameTables
from tawatur.text.naming_words import bare
from tawatur.text.words import folded_words

FARTHEST = 2500
"""A pronoun further than this from whoever spoke last, in code points, is left open."""
_LINE_END = re.compile("[\n\r\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Turn:
    """One statement's speaker, as later statements may lead back to it."""

    speaker_class: SpeakerClass | None
    name_at: Span | None
    at: int
    """Where the words for the speaker begin, or the statement where there are none."""
    head: str = ""
    concept: str = ""
    gender: Gender | None = None
    many: bool = False
    person: Person | None = None
    reasons: tuple[str, ...] = ()


def whom_pronoun_means(phrase: Phrase, found: Found, turns: Sequence[Turn], cast: Cast, said: Stretches) -> Turn:
    """The turn that a pronoun repeats; one without a name where the post leaves it open."""
    assert found.speaker_span is not None
    at = found.speaker_span.start
    if phrase.pronoun == "i":
        return Turn("person", None, at, reasons=("somebody speaks of themselves",))
    if phrase.pronoun == "who":
        near = _nearest(cast, at)
        if near is not None:
            return _person_turn(near, at, "the name right before")
        return Turn("person", None, at, reasons=("nobody is named right before",))
    if phrase.pronoun == "it":
        return _it(at, turns, cast)
    if phrase.pronoun == "they":
        before = _last(turns, at, lambda turn: turn.many or turn.speaker_class in ("organisation", "outlet", "reports"))
        if before is not None:
            return _again(before, at, "they: who spoke before")
        return Turn("anonymous", None, at, many=True, reasons=("they: the post does not say who",))
    return _he_or_she(phrase.gender, at, turns, cast, said)


def _he_or_she(gender: Gender | None, at: int, turns: Sequence[Turn], cast: Cast, said: Stretches) -> Turn:
    before = _last(turns, at, lambda turn: _is_one(turn) and _agrees(turn.gender, gender))
    subject = _subject(cast, at, gender, before.at if before is not None else -1, said)
    if subject is not None and (before is None or subject is not before.person):
        return _person_turn(subject, at, "the last person whom the post speaks of")
    if before is not None:
        return _again(before, at, f"{gender or 'the pronoun'}: who spoke before")
    near = _nearest(cast, at, gender)
    if near is not None:
        return _person_turn(near, at, "the last person named before")
    return Turn("person", None, at, gender=gender, reasons=("the post does not say whom the pronoun means",))


def _subject(cast: Cast, at: int, gender: Gender | None, after: int, said: Stretches) -> Person | None:
    """A person named first in a sentence of the same paragraph, since the last turn, outside what is quoted."""
    text = cast.text
    for place, person in cast.named_before(at, after):
        if _LINE_END.search(text, place, at):
            return None
        if not _agrees(person.gender, gender) or not _opens_sentence(text, place):
            continue
        if not said.hold(place):
            return person
    return None


def _opens_sentence(text: str, place: int) -> bool:
    """True where at most a title's length parts the name from the start of its sentence."""
    lead = text[max(0, place - 60) : place]
    stop = max((lead.rfind(mark) for mark in ".!?؟\n\r"), default=-1)
    return (stop >= 0 or place < 60) and "," not in lead[stop + 1 :] and len(lead[stop + 1 :].split()) <= 5


def _it(at: int, turns: Sequence[Turn], cast: Cast) -> Turn:
    before = _last(turns, at, lambda turn: turn.speaker_class in ("organisation", "outlet", "document"))
    if before is not None:
        return _again(before, at, "it: who spoke before")
    body = cast.body_before(at)
    if body is not None:
        return Turn("organisation", body.at, at, reasons=("it: the last organisation named before",))
    return Turn("organisation", None, at, reasons=("the post does not say what the pronoun means",))


def whom_verb_means(text: str, found: Found, turns: Sequence[Turn], cast: Cast, tables: NameTables) -> Turn:
    """Who spoke last, where only the form of a verb says who; its ending may tell a woman or many from a man."""
    at = found.cue.start if found.cue is not None else found.content.start
    if not turns:
        return Turn(None, None, at, reasons=("nothing says who speaks",))
    form = _form(text, found, tables)
    if form == "she":
        # One verb form serves a woman, an organisation with a feminine name and things in the plural.
        before = _last(turns, at, lambda turn: turn.many or turn.gender == "she" or not _is_one(turn))
    elif form == "they":
        before = _last(turns, at, lambda turn: turn.many)
    elif form == "he":
        before = _last(turns, at, lambda turn: turn.gender != "she" and not turn.many)
    else:
        before = turns[-1]
    before = before or turns[-1]
    if at - before.at > 4 * FARTHEST:
        return Turn(None, None, at, reasons=("who spoke last stands too far away",))
    return _again(before, at, "no subject: who spoke before")


def _form(text: str, found: Found, tables: NameTables) -> str:
    if found.cue is None:
        return ""
    words = folded_words(found.cue.of(text))
    if not words or words[0][0] < "\u0600" or not words[0][0].isalpha():
        return ""
    verb = words[0]
    endings = tables.endings
    if verb.endswith(endings["verb_endings_she"]):
        return "she"
    return "they" if verb.endswith(endings["verb_endings_they"]) else "he"


def pointed_at(phrase: Phrase, at: int, turns: Sequence[Turn], cast: Cast) -> Turn:
    """The turn that "the same source", "the latter" or «المصدر ذاته» leads back to."""
    if phrase.points_back == "same":
        fitting = (
            _latest(turns, lambda turn: _same_head(turn, phrase))
            or _latest(turns, lambda turn: turn.speaker_class == phrase.speaker_class)
            or _latest(turns, lambda turn: bool(phrase.concept) and turn.concept == phrase.concept)
        )
        if fitting is not None:
            return _again(fitting, at, "the words say that it is the same")
        return Turn(phrase.speaker_class, None, at, head=phrase.head, reasons=phrase.reasons)
    last = next((person for _, person in cast.named_before(at)), None)
    if phrase.points_back == "latter" and last is not None:
        return _person_turn(last, at, "the last person named before")
    other = next((person for _, person in cast.named_before(at) if person is not last), None)
    if phrase.points_back == "former" and other is not None:
        return _person_turn(other, at, "the first of the two people named before")
    return Turn("person", None, at, reasons=("the post does not say who is meant",))


def office_holder(text: str, phrase: Phrase, span: Span, turns: Sequence[Turn], cast: Cast, tables: NameTables) -> Turn:
    """The named holder of an office in the post ("the lawyer", «المتحدث»); an office without a name else."""
    at = span.start
    bare_turn = Turn(
        phrase.speaker_class,
        phrase.name,
        at,
        head=phrase.head,
        concept=phrase.concept,
        gender=phrase.gender,
        many=phrase.many,
        reasons=phrase.reasons,
    )
    if not phrase.definite:
        return bare_turn
    words = frozenset(bare(word) for word in folded_words(span.of(text)))
    holders = [
        person
        for person in cast.holding(phrase.concept)
        if _agrees(person.gender, phrase.gender) and _same_office(words, person.offices[phrase.concept], phrase, tables)
    ]
    if len(holders) > 1:
        known = {id(person) for person in holders}
        spoke = _latest(turns, lambda turn: turn.person is not None and id(turn.person) in known)
        holders = [spoke.person] if spoke is not None and spoke.person is not None else []
        if not holders:
            return replace(bare_turn, reasons=("more than one person in the post holds this office",))
    if holders:
        return _person_turn(holders[0], at, "the post names who holds this office")
    if phrase.size <= 3:
        generic = tables.index.is_a(phrase.concept, "generic") or phrase.speaker_class == "anonymous"
        before = _last(turns, at, lambda turn: _is_one(turn) and _agrees(turn.gender, phrase.gender))
        if before is not None and generic and _may_hold(before, phrase):
            return _again(before, at, "a word for the person who spoke before")
    before = _last(turns, at, lambda turn: turn.concept == phrase.concept and _is_one(turn))
    if before is not None and not _of_what(words, phrase, tables):
        return _again(before, at, "the same office spoke before")
    return bare_turn


def _may_hold(turn: Turn, phrase: Phrase) -> bool:
    """True unless the post gives whoever spoke an office of another sort."""
    if turn.person is None:
        return not turn.concept or turn.concept == phrase.concept
    return not phrase.concept or not turn.person.offices or phrase.concept in turn.person.offices


def _same_office(words: frozenset[str], office: frozenset[str], phrase: Phrase, tables: NameTables) -> bool:
    """True unless both say of what the office is and have no word in common."""
    own = _of_what(words, phrase, tables)
    return not own or not office or bool(own & office)


def _of_what(words: frozenset[str], phrase: Phrase, tables: NameTables) -> set[str]:
    """The words that say of what an office is: "the union's spokesman"."""
    own = {word for word in words if word not in tables.names.small and word != bare(phrase.head)}
    return {word for word in own if not tables.index.is_a(word, "articles", "cuts", "qualities", "offices", "people")}


def _same_head(turn: Turn, phrase: Phrase) -> bool:
    return bool(turn.head) and bare(turn.head) == bare(phrase.head)


def _is_one(turn: Turn) -> bool:
    return turn.speaker_class in ("person", "official", "anonymous") and not turn.many


def _agrees(one: Gender | None, other: Gender | None) -> bool:
    return one is None or other is None or one == other


def _last(turns: Sequence[Turn], at: int, fits: Callable[[Turn], bool]) -> Turn | None:
    for turn in reversed(turns):
        if abs(at - turn.at) > FARTHEST:
            return None
        if fits(turn):
            return turn
    return None


def _latest(turns: Sequence[Turn], fits: Callable[[Turn], bool]) -> Turn | None:
    return next(filter(fits, reversed(turns)), None)


def _nearest(cast: Cast, at: int, gender: Gender | None = None) -> Person | None:
    near = cast.named_before(at, at - FARTHEST - 1)
    return next((person for _, person in near if _agrees(person.gender, gender)), None)


def _person_turn(person: Person, at: int, why: str) -> Turn:
    return Turn("person", person.name_at, at, gender=person.gender, person=person, reasons=(why,))


def _again(turn: Turn, at: int, why: str) -> Turn:
    return replace(turn, at=at, reasons=(why,))
