"""What the export contract says of a statement and of a speaker: one frozen object a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tawatur.model import Reading, Span, Speaker, Statement

NOT_NAMED = ("anonymous", "reports")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedLine:
    """A part of a statement that stands in quotation marks."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementLine:
    """Words that a post credits to somebody. Offsets are code points of its page's text; unknown is None."""

    id: str
    post_id: str
    kind: str
    start: int
    end: int
    speaker: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker_name: str | None
    speaker_class: str | None
    cue: str | None
    cue_start: int | None
    cue_end: int | None
    verb_class: str
    addressee: str | None
    lang: str | None
    content: str
    negated: bool
    speaker_id: str | None
    speaker_name_start: int | None
    speaker_name_end: int | None
    addressee_start: int | None
    addressee_end: int | None
    venue: str | None
    venue_start: int | None
    venue_end: int | None
    quoted: tuple[QuotedLine, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedLine:
    """A name, and how many statements it goes with."""

    name: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerLine:
    """Somebody who speaks in a case, over all posts and scripts. Unknown is None."""

    id: str
    name: str
    """The fullest name that the posts use most."""
    speaker_class: str
    statements: int
    posts: int
    """Posts with these statements."""
    first: str | None
    """The earliest date of these posts, as precise as they have it."""
    last: str | None
    names: tuple[CountedLine, ...]
    """All names, in both scripts, with the statements that use each, the most used first."""
    addressees: tuple[CountedLine, ...]
    outlets: tuple[CountedLine, ...]
    statement_ids: tuple[str, ...]
    reasons: tuple[str, ...]
    """Why these names are one speaker."""

    @property
    def is_named(self) -> bool:
        """False for sources without a name, and for reports without an author."""
        return self.speaker_class not in NOT_NAMED


def statement_lines(reading: Reading, speaker_of: Mapping[str, str]) -> Iterator[StatementLine]:
    """What the export says of each statement of a page, in order; `speaker_of`: speaker's id by statement's id."""
    for one in reading.statements:
        yield statement_line(one, reading.page.text, speaker_of.get(one.id))


def statement_line(one: Statement, text: str, speaker_id: str | None) -> StatementLine:
    """What the export says of `one`, which stands in `text`."""
    speaker_start, speaker_end = _ends(one.speaker)
    cue_start, cue_end = _ends(one.cue)
    name_start, name_end = _ends(one.speaker_name_at)
    addressee_start, addressee_end = _ends(one.addressee_at)
    venue_start, venue_end = _ends(one.venue)
    return StatementLine(
        id=one.id,
        post_id=one.post_id,
        kind=one.kind,
        start=one.content.start,
        end=one.content.end,
        speaker=_words(one.speaker, text),
        speaker_start=speaker_start,
        speaker_end=speaker_end,
        speaker_name=one.speaker_name or None,
        speaker_class=one.speaker_class,
        cue=_words(one.cue, text),
        cue_start=cue_start,
        cue_end=cue_end,
        verb_class=one.verb_class,
        addressee=one.addressee or None,
        lang=one.lang,
        content=one.content.of(text),
        negated=one.negated,
        speaker_id=speaker_id,
        speaker_name_start=name_start,
        speaker_name_end=name_end,
        addressee_start=addressee_start,
        addressee_end=addressee_end,
        venue=_words(one.venue, text),
        venue_start=venue_start,
        venue_end=venue_end,
        quoted=tuple(QuotedLine(start=span.start, end=span.end) for span in one.quoted),
        reasons=one.reasons,
    )


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _words(span: Span | None, text: str) -> str | None:
    return (span.of(text) or None) if span is not None else None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement with what is counted of it for its speaker."""

    post_id: str
    addressee: str | None
    outlet: str | None
    published: str | None


def speaker_lines(speakers: Iterable[Speaker], spoken: Mapping[str, Spoken]) -> list[SpeakerLine]:
    """What the export says of each speaker; `spoken`: what is counted of each statement, by its id."""
    return [
        _speaker_line(speaker, [spoken[id_] for id_ in speaker.statements if id_ in spoken]) for speaker in speakers
    ]


def _speaker_line(speaker: Speaker, spoken: list[Spoken]) -> SpeakerLine:
    days = sorted({one.published for one in spoken if one.published})
    return SpeakerLine(
        id=speaker.id,
        name=speaker.name,
        speaker_class=speaker.speaker_class,
        statements=len(speaker.statements),
        posts=len({one.post_id for one in spoken}),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        names=tuple(CountedLine(name=name, statements=count) for name, count in speaker.names),
        addressees=_counted(one.addressee for one in spoken),
        outlets=_counted(one.outlet for one in spoken),
        statement_ids=speaker.statements,
        reasons=speaker.reasons,
    )


def _counted(names: Iterable[str | None]) -> tuple[CountedLine, ...]:
    counts = Counter(name for name in names if name)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(CountedLine(name=name, statements=count) for name, count in ordered)
