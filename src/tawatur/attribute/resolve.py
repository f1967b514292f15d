"""Who speaks: the phrase of every statement read, and pronouns, short names and offices led back to a name.

One walk over the statements of a post in their order. Where the words leave a choice, nobody is chosen, and the reasons
say so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tawatur.attribute.classes import Phrase, read_phrase
from tawatur.attribute.found import Found
from tawatur.attribute.resolve_back import Turn, office_holder, pointed_at, whom_pronoun_means, whom_verb_means
from tawatur.attribute.resolve_cast import Cast, Person, cast_of, name_key
from tawatur.attribute.stretches import Stretches
from tawatur.model import Span
from tawatur.model.statement import SpeakerClass
from tawatur.text.naming import name_tables
from tawatur.text.naming_kinds import NameTables
from tawatur.text.words import folded_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Who speaks in one statement."""

    speaker_name: str | None
    speaker_name_at: Span | None
    """Where the post has this name; None where the whole speaker's phrase is it."""
    speaker_class: SpeakerClass | None
    reasons: tuple[str, ...]


NOBODY = Resolved(speaker_name=None, speaker_name_at=None, speaker_class=None, reasons=())


def resolve(text: str, post: Span, found: Sequence[Found]) -> list[Resolved]:
    """For each of `found`, in their order, who speaks.

    Args:
        text: the page's text.
        post: the post with its title; names are looked for in all of it.
        found: the statements of the post in order.
    """
    if not found:
        return []
    tables = name_tables()
    walk = _Walk(text, cast_of(text, post, tables), tables, found)
    return [walk.step(number) for number in range(len(found))]


class _Walk:
    """The statements of one post, one after the other, with who spoke before."""

    __slots__ = ("_cast", "_done", "_found", "_said", "_tables", "_text", "_turns")

    def __init__(self, text: str, cast: Cast, tables: NameTables, found: Sequence[Found]) -> None:
        self._text, self._cast, self._tables, self._found = text, cast, tables, found
        self._said = Stretches(one.content for one in found)
        self._done: list[Resolved] = []
        self._turns: list[Turn] = []

    def step(self, number: int) -> Resolved:
        found = self._found[number]
        before = found.part_of if found.part_of is not None else found.same_as
        if found.speaker_span is None and before is not None and before < number:
            turn = self._turns[before]
            answer = replace(self._done[before], reasons=("speech that goes on",))
        else:
            turn = self._turn(found)
            answer = self._answer(turn, found)
        self._turns.append(turn)
        self._done.append(answer)
        return answer

    def _answer(self, turn: Turn, found: Found) -> Resolved:
        name_at = turn.name_at
        if turn.person is not None and name_at is not None:
            name_at = self._cast.in_script_of(name_at, found.content)
        name = " ".join(name_at.of(self._text).split()) if name_at is not None else None
        if name is not None and name.endswith(("'s", "’s")):
            name = name[:-2]
        whole = name_at is None or name_at == found.speaker_span
        return Resolved(
            speaker_name=name,
            speaker_name_at=None if whole else name_at,
            speaker_class=turn.speaker_class,
            reasons=turn.reasons,
        )

    def _turn(self, found: Found) -> Turn:
        if found.speaker_span is None:
            return whom_verb_means(self._text, found, self._turns, self._cast, self._tables)
        names = self._cast.names_in(found.speaker_span)
        phrase = read_phrase(self._text, found.speaker_span, names, self._tables)
        at = found.speaker_span.start
        if phrase.pronoun is not None:
            return whom_pronoun_means(phrase, found, self._turns, self._cast, self._said)
        if phrase.points_back is not None:
            return pointed_at(phrase, at, self._turns, self._cast)
        if phrase.name is not None and phrase.speaker_class == "person":
            return self._named_person(phrase, at)
        if phrase.speaker_class == "organisation":
            return self._organisation(phrase, at)
        if phrase.speaker_class in ("official", "anonymous") and not phrase.many and not phrase.is_source:
            return office_holder(self._text, phrase, found.speaker_span, self._turns, self._cast, self._tables)
        return _turn_of(phrase, at)

    def _named_person(self, phrase: Phrase, at: int) -> Turn:
        assert phrase.name is not None
        key = name_key(phrase.name.of(self._text))
        short = self._cast.short_forms.get(" ".join(key))
        if short is not None:
            return Turn("organisation", short, at, reasons=("the post explains this short form",))
        known = self._cast.person_at.get(phrase.name.start)
        fitting = [known] if known is not None else self._cast.people_called(key)
        if not fitting and len(key) > 1:
            fitting = [self._cast.add(phrase.name, key, phrase.concept, phrase.gender)]
        if len(fitting) == 1:
            person = fitting[0]
            full = len(person.key) > len(key)
            why = "the full name stands elsewhere in the post" if full else phrase.reasons[0] if phrase.reasons else ""
            return _turn_of_person(person, at, (why,) if why else (), phrase, shown=None if full else phrase.name)
        why = "two people in the post bear this name" if fitting else phrase.reasons[0]
        turn = _turn_of(phrase, at)
        return replace(turn, reasons=(why,))

    def _organisation(self, phrase: Phrase, at: int) -> Turn:
        turn = _turn_of(phrase, at)
        if phrase.name is None:
            return turn
        words = folded_words(phrase.name.of(self._text))
        person = self._cast.with_initials(phrase.name.of(self._text))
        if person is not None:
            return _turn_of_person(person, at, ("the initials of somebody in the post",), phrase)
        long = self._cast.short_forms.get(" ".join(name_key(phrase.name.of(self._text))))
        if long is not None:
            return replace(turn, name_at=long, reasons=("the post explains this short form",))
        if len(words) > 1:
            return turn
        head = words[0].removeprefix("ال")
        fuller = self._cast.fuller_before(head, at)
        if fuller is not None and self._tables.index.is_a(words[0], "bodies"):
            return replace(turn, name_at=fuller.at, reasons=("the full name stands before",))
        return turn


def _turn_of(phrase: Phrase, at: int) -> Turn:
    return Turn(
        phrase.speaker_class,
        phrase.name,
        at,
        head=phrase.head,
        concept=phrase.concept,
        gender=phrase.gender,
        many=phrase.many,
        reasons=phrase.reasons,
    )


def _turn_of_person(
    person: Person, at: int, reasons: tuple[str, ...], phrase: Phrase, shown: Span | None = None
) -> Turn:
    return Turn(
        "person",
        shown or person.name_at,
        at,
        head=phrase.head,
        concept=phrase.concept,
        gender=phrase.gender or person.gender,
        person=person,
        reasons=reasons,
    )
