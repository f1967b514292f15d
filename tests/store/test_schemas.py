"""Every stored table has one Arrow schema; table, schema and dataclass say the same, and every column has a unit."""

from __future__ import annotations

import sqlite3
import typing
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from types import UnionType

import pyarrow as pa
import pytest

from tawatur.model import (
    Caption,
    ChainLink,
    Credit,
    Description,
    DirectedReuse,
    Evidence,
    Failure,
    Link,
    Page,
    Party,
    Place,
    Post,
    SentenceLanguage,
    Span,
    Speaker,
    Statement,
)
from tawatur.model.columns import unit_of
from tawatur.store import Run, Taken, open_case
from tawatur.store.captions import CAPTIONS
from tawatur.store.captures import CAPTURES, RAWS
from tawatur.store.chains import CHAIN_LINKS, CHAINS, DIRECTIONS, PARTIES
from tawatur.store.credits import CREDITS
from tawatur.store.descriptions import DESCRIPTIONS, PARTS
from tawatur.store.evidence import EVIDENCE
from tawatur.store.failures import FAILURES
from tawatur.store.links import LINKS
from tawatur.store.pages import PAGES
from tawatur.store.places import PLACES
from tawatur.store.posts import POSTS
from tawatur.store.reuse import PASSAGES, REUSE
from tawatur.store.runs import RUNS
from tawatur.store.sentences import SENTENCES
from tawatur.store.speakers import SPEAKER_NAMES, SPEAKER_STATEMENTS, SPEAKERS
from tawatur.store.statements import STATEMENTS
from tawatur.store.table import Table

TABLES = [
    CAPTIONS,
    CAPTURES,
    CHAINS,
    CHAIN_LINKS,
    CREDITS,
    DESCRIPTIONS,
    DIRECTIONS,
    EVIDENCE,
    FAILURES,
    LINKS,
    PAGES,
    PARTIES,
    PASSAGES,
    PLACES,
    POSTS,
    RAWS,
    REUSE,
    RUNS,
    SENTENCES,
    SPEAKERS,
    SPEAKER_NAMES,
    SPEAKER_STATEMENTS,
    STATEMENTS,
]
NOUNS: list[tuple[Table, type, set[str]]] = [
    # table, dataclass, columns that only the table has
    (CAPTIONS, Caption, {"post_id", "order"}),
    (CAPTURES, Taken, set()),
    (CREDITS, Credit, {"post_id", "order"}),
    (CHAIN_LINKS, ChainLink, {"order"}),
    (DESCRIPTIONS, Description, set()),
    (DIRECTIONS, DirectedReuse, set()),
    (EVIDENCE, Evidence, {"post_id", "order"}),
    (FAILURES, Failure, {"run_id", "page_id"}),
    (LINKS, Link, {"post_id", "order"}),
    (PAGES, Page, set()),
    (PARTIES, Party, set()),
    (PLACES, Place, set()),
    (POSTS, Post, set()),
    (RUNS, Run, set()),
    (SENTENCES, SentenceLanguage, {"post_id", "order"}),
    (SPEAKERS, Speaker, set()),
    (STATEMENTS, Statement, set()),
]
# Lists that are tables of their own.
APART = {Description: {field for field, *_ in PARTS}, Speaker: {"names", "statements"}}
SQL = {pa.string(): "TEXT", pa.int64(): "INTEGER", pa.binary(): "BLOB", pa.float64(): "REAL"}


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    path: Path = tmp_path_factory.mktemp("schemas") / "a.tawatur"
    open_case(path, create=True).close()
    connection = sqlite3.connect(path)
    yield connection
    connection.close()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_and_its_schema_have_the_same_columns(table: Table, connection: sqlite3.Connection) -> None:
    rows = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
    stored = {name: (kind, not (not_null or key)) for _, name, kind, not_null, _, key in rows}
    # "n" of posts and failures is the row itself; it never leaves the case.
    hidden = {"n"} - set(table.schema.names)
    assert {name: kind for name, kind in stored.items() if name not in hidden} == {
        field.name: (SQL[field.type], field.nullable) for field in table.schema
    }


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_has_a_unit(table: Table) -> None:
    assert [field.name for field in table.schema if not unit_of(field)] == []


@pytest.mark.parametrize(("table", "noun", "own"), NOUNS, ids=lambda value: getattr(value, "name", None))
def test_a_noun_and_its_table_have_the_same_fields(table: Table, noun: type, own: set[str]) -> None:
    columns = {field.name: field.nullable for field in table.schema if field.name not in own}
    assert columns == dict(_columns_of(noun))


def test_the_lists_of_a_description_are_tables_of_their_own() -> None:
    lists = {field.name for field in fields(Description) if str(field.type).startswith("tuple")}
    assert lists == {field for field, *_ in PARTS}


def _columns_of(noun: type) -> Iterator[tuple[str, bool]]:
    """Column names that a dataclass asks for, and whether they may be unknown."""
    assert is_dataclass(noun)
    hints = typing.get_type_hints(noun)
    for field in fields(noun):
        if field.name in APART.get(noun, ()):
            continue
        hint = hints[field.name]
        options = typing.get_args(hint) if typing.get_origin(hint) in (UnionType, typing.Union) else (hint,)
        null = type(None) in options
        if Span in options:
            lead = "" if field.name == "span" else f"{field.name}_"
            yield f"{lead}start", null
            yield f"{lead}end", null
        else:
            yield field.name, null
