"""The tables of speakers: who speaks in a case, under which names, in which statements."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import groupby
from pathlib import Path

import pyarrow as pa

from tawatur.model import Speaker
from tawatur.model.columns import TEXT, WHOLE, column
from tawatur.store.connection import case_errors
from tawatur.store.sealed import Rows, seal_part, work_state
from tawatur.store.table import Row, Table, packed, storable

SPEAKERS = Table(
    "speakers",
    pa.schema(
        [
            column("id", TEXT, "id of a speaker"),
            column("name", TEXT, "the fullest name that the posts use most"),
            column("speaker_class", TEXT, "person, organisation, outlet, official, anonymous, reports or document"),
            column("reasons", TEXT, "JSON: sentences for people"),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)
SPEAKER_NAMES = Table(
    "speaker_names",
    pa.schema(
        [
            column("speaker_id", TEXT, "id of a speaker"),
            column("order", WHOLE, "place among the names of the speaker, from 0; the most used first"),
            column("name", TEXT, "name, as posts have it"),
            column("statements", WHOLE, "statements that use it"),
        ]
    ),
)
SPEAKER_STATEMENTS = Table(
    "speaker_statements",
    pa.schema(
        [
            column("statement_id", TEXT, "id of a statement"),
            column("speaker_id", TEXT, "id of a speaker"),
            column("order", WHOLE, "place among the statements of the speaker, from 0"),
        ]
    ),
)
SEALED: Rows = ((SPEAKERS, "id"), (SPEAKER_NAMES, 'speaker_id, "order"'), (SPEAKER_STATEMENTS, "statement_id"))


class SpeakerTables:
    """The speakers that a case holds. `writing` is the case's own transaction: whole or not at all."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, writing: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._path, self._connection, self._writing = path, connection, writing

    def speakers(self) -> Iterator[Speaker]:
        """All speakers, whoever has most statements first."""
        with case_errors(self._path):
            names = _grouped(self._connection, SPEAKER_NAMES, "speaker_id")
            statements = _grouped(self._connection, SPEAKER_STATEMENTS, "speaker_id")
            rows = self._connection.execute(f"{SPEAKERS.select} ORDER BY id").fetchall()
        rows.sort(key=lambda row: -len(statements.get(row[0], ())))
        for id_, name, class_, reasons, made_by in rows:
            yield Speaker(
                id=id_,
                name=name,
                speaker_class=class_,
                names=tuple((row[2], row[3]) for row in names.get(id_, ())),
                statements=tuple(row[0] for row in statements.get(id_, ())),
                reasons=tuple(json.loads(reasons)),
                made_by=made_by,
            )

    def most(self, count: int) -> list[tuple[str, int]]:
        """The names of those who speak most, sources without a name left out, and how many statements each makes."""
        with case_errors(self._path):
            return self._connection.execute(
                "SELECT name, count(*) FROM speaker_statements JOIN speakers ON speakers.id = speaker_id "
                "WHERE speaker_class NOT IN ('anonymous', 'reports') "
                "GROUP BY speaker_id ORDER BY 2 DESC, 1 LIMIT ?",
                (count,),
            ).fetchall()

    def speaker_of(self) -> dict[str, str]:
        """Id of the speaker for the id of each statement that has one."""
        with case_errors(self._path):
            return dict(self._connection.execute("SELECT statement_id, speaker_id FROM speaker_statements"))

    def spoken(self) -> Iterator[tuple[str, str, str | None, str | None, str | None]]:
        """Every statement: its id, its post, whom it was told, and that post's outlet and date."""
        with case_errors(self._path):
            yield from self._connection.execute(
                "SELECT id, statements.post_id, addressee, outlet, published "
                "FROM statements LEFT JOIN descriptions USING (post_id)"
            )

    def state(self) -> str | None:
        """What the speakers were made from and by, as `put` was told; None where they were not looked for."""
        with case_errors(self._path):
            row = self._connection.execute("SELECT state FROM linked").fetchone()
            return None if row is None else str(row[0])

    def work_state(self) -> str:
        """A digest that is another one as soon as a page was added or worked on again."""
        with case_errors(self._path):
            return work_state(self._connection)

    def put(self, speakers: Iterable[Speaker], state: str) -> None:
        """Store all speakers of the case in the place of those that it had. All of it or nothing."""
        with self._writing():
            for table in (SPEAKER_STATEMENTS, SPEAKER_NAMES, SPEAKERS):
                self._connection.execute(f"DELETE FROM {table.name}")
            # Another process may have taken posts away meanwhile.
            there = {row[0] for row in self._connection.execute("SELECT id FROM statements")}
            for speaker in speakers:
                self._put(speaker, there)
            self._connection.execute("INSERT OR REPLACE INTO linked (only, state) VALUES (1, ?)", (state,))
            seal_part(self._connection, "speakers", SEALED)

    def _put(self, speaker: Speaker, there: set[str]) -> None:
        run = self._connection.executemany
        self._connection.execute(SPEAKERS.insert, _row(speaker))
        run(SPEAKER_NAMES.insert, (storable((speaker.id, n, *name)) for n, name in enumerate(speaker.names)))
        run(
            SPEAKER_STATEMENTS.insert,
            ((said, speaker.id, n) for n, said in enumerate(speaker.statements) if said in there),
        )


def _row(speaker: Speaker) -> Row:
    return storable((speaker.id, speaker.name, speaker.speaker_class, packed(speaker.reasons), speaker.made_by))


def _grouped(connection: sqlite3.Connection, table: Table, by: str) -> dict[str, list[Row]]:
    at = table.schema.get_field_index(by)
    rows = connection.execute(f'{table.select} ORDER BY {by}, "order"')
    return {key: list(found) for key, found in groupby(rows, key=lambda row: row[at])}
