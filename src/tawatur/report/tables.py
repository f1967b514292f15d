"""The tables of an export that hold lines of pages: what each is called, what it holds, and which of its fields are lists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

import pyarrow as pa

from tawatur.model import Reading
from tawatur.report.lines import CreditLine, LinkLine, PageLine, PostLine, page_line, post_lines
from tawatur.report.place_lines import PlaceLine, place_lines
from tawatur.report.schemas import PAGE_SCHEMA, PLACE_SCHEMA, POST_SCHEMA, SPEAKER_SCHEMA, STATEMENT_SCHEMA
from tawatur.report.statement_lines import CountedLine, QuotedLine, SpeakerLine, StatementLine, statement_lines

DataLine = PageLine | PostLine | StatementLine | PlaceLine | SpeakerLine
PartLine = CreditLine | LinkLine | QuotedLine | CountedLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Speakers:
    """Who speaks in a case, over all its pages."""

    of: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Id of the speaker, by the id of the statement."""
    lines: Sequence[SpeakerLine] = ()


NOBODY = Speakers()


@dataclass(frozen=True, slots=True, kw_only=True)
class LineTable:
    """One table of an export."""

    name: str
    schema: pa.Schema
    noun: type[DataLine]
    key: str = "id"
    """What the tables of its lists call the line that an entry belongs to."""
    lists: tuple[tuple[str, str, type[PartLine]], ...] = ()
    """Fields that are lists of records: field, the table that CSV has for it, what an entry is."""
    joined: tuple[tuple[str, str], ...] = ()
    """Fields that are lists of words, and what stands between two of them in a cell of CSV."""
    left_out: tuple[str, ...] = ()
    """Fields that CSV leaves to another table."""


PAGES = LineTable(name="pages", schema=PAGE_SCHEMA, noun=PageLine)
POSTS = LineTable(
    name="posts",
    schema=POST_SCHEMA,
    noun=PostLine,
    key="post_id",
    lists=(("credits", "credits", CreditLine), ("links", "links", LinkLine)),
)
STATEMENTS = LineTable(
    name="statements",
    schema=STATEMENT_SCHEMA,
    noun=StatementLine,
    key="statement_id",
    lists=(("quoted", "statement_quotations", QuotedLine),),
    joined=(("reasons", "; "),),
)
PLACES = LineTable(name="places", schema=PLACE_SCHEMA, noun=PlaceLine, joined=(("reasons", "; "),))
SPEAKERS = LineTable(
    name="speakers",
    schema=SPEAKER_SCHEMA,
    noun=SpeakerLine,
    key="speaker_id",
    lists=(
        ("names", "speaker_names", CountedLine),
        ("addressees", "speaker_addressees", CountedLine),
        ("outlets", "speaker_outlets", CountedLine),
    ),
    joined=(("reasons", "; "),),
    left_out=("statement_ids",),  # each statement names its speaker
)
TABLES = (PAGES, POSTS, STATEMENTS, PLACES, SPEAKERS)


def lines_of(readings: Iterable[Reading], speakers: Speakers) -> Iterator[tuple[LineTable, Sequence[DataLine]]]:
    """All lines of all tables, page by page, one page in memory at a time; those of speakers at the end."""
    for reading in readings:
        for table, lines in _OF_PAGE:
            yield table, tuple(lines(reading, speakers))
    yield SPEAKERS, speakers.lines


def lines_in(table: LineTable, readings: Iterable[Reading], speakers: Speakers) -> Iterator[DataLine]:
    """The lines of one table."""
    lines = next((lines for one, lines in _OF_PAGE if one.name == table.name), None)
    if lines is None:
        yield from speakers.lines
        return
    for reading in readings:
        yield from lines(reading, speakers)


def _pages(reading: Reading, _: Speakers) -> Iterable[DataLine]:
    return (page_line(reading.page),)


def _posts(reading: Reading, _: Speakers) -> Iterable[DataLine]:
    return post_lines(reading)


def _statements(reading: Reading, speakers: Speakers) -> Iterable[DataLine]:
    return statement_lines(reading, speakers.of)


def _places(reading: Reading, _: Speakers) -> Iterable[DataLine]:
    return place_lines(reading)


_OF_PAGE: tuple[tuple[LineTable, Callable[[Reading, Speakers], Iterable[DataLine]]], ...] = (
    (PAGES, _pages),
    (POSTS, _posts),
    (STATEMENTS, _statements),
    (PLACES, _places),
)
