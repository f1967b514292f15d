"""The index of speakers: who speaks how often, under which names, in which posts and outlets, told to whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from tawatur.report.html_told import Phrase, because, excerpt
from tawatur.report.html_words import Words
from tawatur.report.statement_lines import CountedLine, SpeakerLine

# Whoever speaks less than all of these is in the case and its exports.
MOST_SPEAKERS = 400
_MOST_FORMS, _MOST_OUTLETS, _MOST_LINKS = 24, 24, 300
_LONGEST_NAME = 90


@dataclass(frozen=True, slots=True)
class SaidAt:
    """Where a statement stands: the post, and the statement's number in it."""

    post_number: int
    post_id: str
    outlet: Phrase | None
    number: int


@dataclass(frozen=True, slots=True)
class PostOf:
    """A post in which somebody speaks, with the numbers of what they say there."""

    number: int
    id: str
    outlet: Phrase | None
    statements: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """A name and how many statements go with it."""

    name: Phrase
    times: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerView:
    """One speaker of the index."""

    number: int
    name: Phrase
    other_name: Phrase | None
    """The most used form in the other script, where there is one."""
    class_: str
    statements: int
    posts: int
    forms: tuple[Counted, ...]
    outlets: tuple[Counted, ...]
    addressees: tuple[Counted, ...]
    where: tuple[PostOf, ...]
    why: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class UnnamedView:
    """All speakers of one class that the posts do not name."""

    class_: str
    statements: int
    speakers: tuple[SpeakerView, ...]


@dataclass(frozen=True, slots=True)
class SpeakersView:
    """The whole index. `speakers` None: names were not brought together."""

    named: tuple[SpeakerView, ...]
    unnamed: tuple[UnnamedView, ...]
    more: int
    without: int
    """Statements of which nothing says whose they are."""


def speaker_numbers(lines: Sequence[SpeakerLine]) -> dict[str, int]:
    """The number of the speaker of each statement, by the statement's id."""
    return {id_: n for n, line in enumerate(lines[:MOST_SPEAKERS], 1) for id_ in line.statement_ids}


def speakers_view(lines: Sequence[SpeakerLine], at: Mapping[str, SaidAt], words: Words) -> SpeakersView:
    """The index of all speakers; `at`: where each statement stands, by its id."""
    views = [_view(line, n, at, words) for n, line in enumerate(lines[:MOST_SPEAKERS], 1)]
    both = list(zip(lines, views, strict=False))
    classes = dict.fromkeys(line.speaker_class for line, _ in both if not line.is_named)
    unnamed = [
        (class_, tuple(view for line, view in both if line.speaker_class == class_ and not line.is_named))
        for class_ in classes
    ]
    credited = {id_ for line in lines for id_ in line.statement_ids}
    return SpeakersView(
        named=tuple(view for line, view in both if line.is_named),
        unnamed=tuple(
            UnnamedView(words["speaker_classes"].get(class_, class_), sum(view.statements for view in held), held)
            for class_, held in unnamed
        ),
        more=max(0, len(lines) - MOST_SPEAKERS),
        without=sum(id_ not in credited for id_ in at),
    )


def _view(line: SpeakerLine, number: int, at: Mapping[str, SaidAt], words: Words) -> SpeakerView:
    name = excerpt(line.name, None, longest=_LONGEST_NAME)
    forms = tuple(_counted(line.names, _MOST_FORMS))
    return SpeakerView(
        number=number,
        name=name,
        other_name=next((form.name for form in forms if form.name.is_rtl != name.is_rtl), None),
        class_=words["speaker_classes"].get(line.speaker_class, line.speaker_class),
        statements=line.statements,
        posts=line.posts,
        forms=forms,
        outlets=tuple(_counted(line.outlets, _MOST_OUTLETS)),
        addressees=tuple(_counted(line.addressees, _MOST_OUTLETS)),
        where=_where([at[id_] for id_ in line.statement_ids if id_ in at][:_MOST_LINKS]),
        why=because(line.reasons, words),
    )


def _counted(lines: Iterable[CountedLine], most: int) -> Iterable[Counted]:
    for line in list(lines)[:most]:
        yield Counted(excerpt(line.name, None, longest=_LONGEST_NAME), line.statements)


def _where(said: Iterable[SaidAt]) -> tuple[PostOf, ...]:
    """The posts in order, each with its statements."""
    posts: dict[int, list[SaidAt]] = {}
    for one in said:
        posts.setdefault(one.post_number, []).append(one)
    return tuple(
        PostOf(number, held[0].post_id, held[0].outlet, tuple(sorted(one.number for one in held)))
        for number, held in sorted(posts.items())
    )
