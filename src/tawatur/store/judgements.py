"""What a reader decided: kept apart from all that runs find, sealed in the order in which it came, undone but never lost."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa

from tawatur.model.columns import TEXT, WHOLE, column
from tawatur.store.captures import FIRST_SEAL, seal_of
from tawatur.store.connection import case_errors
from tawatur.store.table import Row, Table, packed, storable

JudgementKind = Literal["not the same", "wrong speaker", "wrong split", "note", "undone"]
Target = Literal["claim", "statement", "post", "judgement"]
Words = tuple[str, int, int]
"""Id of a post, and a range of its page's text."""

LONGEST_NOTE = 2_000
JUDGEMENTS = Table(
    "judgements",
    pa.schema(
        [
            column("n", WHOLE, "order of arrival, from 1"),
            column("made", TEXT, "ISO 8601"),
            column("kind", TEXT, "not the same, wrong speaker, wrong split, note or undone"),
            column("on", TEXT, "claim, statement, post or judgement"),
            column("target", TEXT, "id of what it is about; for undone the number of a judgement"),
            column("story_id", TEXT, "id of a story", null=True),
            column("words", TEXT, "JSON: post id, start and end of all that it is about"),
            column("note", TEXT, "in the reader's words", null=True),
            column("seal", TEXT, "SHA-256, 64 hexadecimal digits"),
        ]
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision of a reader."""

    n: int
    made: str
    kind: JudgementKind
    on: Target
    target: str
    story_id: str | None
    words: tuple[Words, ...]
    """What it is about, which stays when ids change with the next run."""
    note: str | None
    is_undone: bool = False

    def as_dict(self) -> dict[str, Any]:
        """The same as plain values: a line of `judgements.jsonl`."""
        return {
            "n": self.n,
            "made": self.made,
            "kind": self.kind,
            "on": self.on,
            "target": self.target,
            "story_id": self.story_id,
            "words": [{"post_id": post, "start": start, "end": end} for post, start, end in self.words],
            "note": self.note,
            "undone": self.is_undone,
        }


class JudgementTables:
    """The judgements of a case. `writing` is the case's own transaction: whole or not at all."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, writing: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._path, self._connection, self._writing = path, connection, writing

    def all(self) -> list[Judgement]:
        """All that were made, in order; those that were undone say so."""
        with case_errors(self._path):
            rows = self._connection.execute(f"{JUDGEMENTS.select} ORDER BY n").fetchall()
        undone = {target for _, _, kind, _, target, *_ in rows if kind == "undone"}
        return [_judgement(row, undone) for row in rows if row[2] != "undone"]

    def standing(self) -> list[Judgement]:
        """Those that were not undone."""
        return [one for one in self.all() if not one.is_undone]

    def add(
        self,
        kind: JudgementKind,
        on: Target,
        target: str,
        *,
        made: str,
        words: Iterable[Words] = (),
        story_id: str | None = None,
        note: str | None = None,
    ) -> int:
        """Keep a decision; gives its number."""
        note = (note or "").strip()[:LONGEST_NOTE] or None
        with self._writing():
            last = self._connection.execute("SELECT n, seal FROM judgements ORDER BY n DESC LIMIT 1").fetchone()
            n, before = (last[0] + 1, last[1]) if last else (1, FIRST_SEAL)
            facts = storable((n, made, kind, on, target, story_id, packed([list(one) for one in words]), note))
            self._connection.execute(JUDGEMENTS.insert, (*facts, seal_of(before, *facts)))
        return int(n)

    def undo(self, n: int, *, made: str) -> bool:
        """Take a decision back; it stays in the case as taken back. False where there is none, or it was before."""
        if not any(one.n == n for one in self.standing()):
            return False
        self.add("undone", "judgement", str(n), made=made)
        return True


def applies(judgement: Judgement, id_: str, words: Sequence[Words]) -> bool:
    """True where a judgement on a claim is about this one, also when a later run has made it anew under another id.

    It is the same where two of its reports at least, and half of them, stand together again.
    """
    if judgement.target == id_:
        return True
    again = len(set(judgement.words) & set(words))
    return again >= 2 and 2 * again >= len(judgement.words)


def changed(connection: sqlite3.Connection) -> Iterator[int]:
    """The numbers of the judgements whose seal does not fit: changed, taken out or put in afterwards."""
    before, expected = FIRST_SEAL, 1
    for n, *facts, seal in connection.execute(f"{JUDGEMENTS.select} ORDER BY n"):
        if n != expected or seal_of(before, n, *facts) != seal:
            yield n
        before, expected = seal, n + 1


def _judgement(row: Row, undone: set[str]) -> Judgement:
    n, made, kind, on, target, story_id, words, note, _ = row
    return Judgement(
        n=n,
        made=made,
        kind=kind,
        on=on,
        target=target,
        story_id=story_id,
        words=tuple((post, start, end) for post, start, end in json.loads(words)),
        note=note,
        is_undone=str(n) in undone,
    )
