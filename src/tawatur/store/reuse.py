"""The tables of reuse: pairs of posts that share words, the passages, and which posts have been searched."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import pyarrow as pa

from tawatur.model import Difference, Passage, Reuse, ReusePost, Span
from tawatur.model.columns import CODE_POINTS, TEXT, WHOLE, column, span_columns
from tawatur.store.connection import case_errors
from tawatur.store.sealed import Rows, seal_part
from tawatur.store.table import Row, Table, packed, storable

REUSE = Table(
    "reuse",
    pa.schema(
        [
            column("a", TEXT, "id of a post, the one that the case took in first"),
            column("b", TEXT, "id of a post"),
            column("same_outlet", WHOLE, "1: both posts name one outlet, 0: they do not"),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)
PASSAGES = Table(
    "passages",
    pa.schema(
        [
            column("a", TEXT, "id of a post"),
            column("b", TEXT, "id of a post"),
            column("order", WHOLE, "place among the passages of the pair, from 0"),
            *span_columns("a"),
            *span_columns("b"),
            column("words", WHOLE, "words that both have, in order"),
            column("similarity", pa.float64(), "words in common divided by the words of the longer side, 0 to 1"),
            column("block", WHOLE, "number; passages of a pair with the same one lie close together"),
            column(
                "differences",
                TEXT,
                f"JSON: [a_start, a_end, b_start, b_end, number 0 or 1] each; {CODE_POINTS}",
            ),
        ]
    ),
)
SEALED: Rows = ((REUSE, "a, b"), (PASSAGES, 'a, b, "order"'))


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What the last search for reuse had gone through."""

    made_by: str
    posts: int
    last_capture: int
    """`captures.n` of the last post: new posts come after it, or all are searched again."""
    index: str | None
    """Digest of the index beside the case that holds the same posts; None: none was kept."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """What is to be searched before the reuse of a case is whole."""

    new: int
    """Posts that have not been searched."""
    fits: bool
    """True where the new posts follow on the searched ones, and none of those is gone."""


class ReuseTables:
    """The reuse that a case holds. `writing` is the case's own transaction: whole or not at all."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, writing: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._path, self._connection, self._writing = path, connection, writing

    # --- what is there ---

    def pairs(self, post_id: str | None = None) -> Iterator[Reuse]:
        """All pairs with their passages, or those of one post; spans are code points of the two posts' pages."""
        with case_errors(self._path):
            if post_id is None:
                yield from self._read("", ())
                return
            # One side after the other: passages are in the order of a, and of b only the pairs have an index.
            yield from self._read("WHERE a = ?", (post_id,))
            yield from self._read("WHERE a IN (SELECT a FROM reuse WHERE b = ?) AND b = ?", (post_id, post_id))

    def pairs_from(self, post_id: str) -> Iterator[Reuse]:
        """The pairs in which this post is the one that the case took in first."""
        with case_errors(self._path):
            yield from self._read("WHERE a = ?", (post_id,))

    def between(self, a: str, b: str) -> Reuse | None:
        """What two posts share, whichever is named first; None where that is nothing."""
        with case_errors(self._path):
            found = (next(self._read("WHERE a = ? AND b = ?", pair), None) for pair in ((a, b), (b, a)))
            return next((pair for pair in found if pair is not None), None)

    def count(self) -> int:
        """How many pairs there are."""
        with case_errors(self._path):
            return int(self._connection.execute("SELECT count(*) FROM reuse").fetchone()[0])

    def links(self) -> list[tuple[str, str]]:
        """The ids of the two posts of every pair."""
        with case_errors(self._path):
            return self._connection.execute("SELECT a, b FROM reuse ORDER BY a, b").fetchall()

    def search(self) -> Search | None:
        """What the last search had gone through; None where there was none."""
        with case_errors(self._path):
            row = self._connection.execute('SELECT made_by, posts, last_capture, "index" FROM searches').fetchone()
        return None if row is None else Search(made_by=row[0], posts=row[1], last_capture=row[2], index=row[3])

    def waiting(self) -> Waiting:
        """Which posts wait for a search, and whether they can be added to those that were searched."""
        last = self.search()
        with case_errors(self._path):
            searched = self._connection.execute("SELECT count(*) FROM searched").fetchone()[0]
            new, first = self._connection.execute(
                "SELECT count(*), min(captures.n) FROM posts JOIN captures ON captures.id = page_id "
                "WHERE posts.id NOT IN (SELECT post_id FROM searched)"
            ).fetchone()
        if last is None:
            return Waiting(new, fits=False)
        return Waiting(new, fits=searched == last.posts and (first is None or first > last.last_capture))

    def code_points(self) -> int:
        """Length of all text that takes part in the search."""
        with case_errors(self._path):
            row = self._connection.execute(
                "SELECT total(ifnull(body_end - body_start, 0) + ifnull(title_end - title_start, 0)) FROM posts"
            ).fetchone()
        return int(row[0])

    def texts(self, *, only_new: bool = False) -> Iterator[ReusePost]:
        """Title and body of each post, as the search takes them, in the order in which the case took them in.

        Title and body are searched apart, since lines that belong to neither may stand between them. The id of each
        says where in the page it begins (`place_of`). A post without either comes with an empty text.
        """
        which = "NOT IN (SELECT post_id FROM searched)" if only_new else "NOT NULL"
        with case_errors(self._path):
            # All rows at once: an open cursor would hold the case as it was, and nothing could be written after it.
            rows = self._connection.execute(_TEXTS.format(which)).fetchall()
            for page, posts in groupby(rows, key=lambda row: row[0]):
                found = self._connection.execute("SELECT text FROM pages WHERE id = ?", (page,)).fetchone()
                for post in posts if found else ():
                    yield from _texts_of(found[0], *post[1:])

    # --- writing ---

    def add(
        self,
        pairs: Iterable[Reuse],
        posts: Iterable[str],
        *,
        made_by: str,
        index: Callable[[], str | None],
        afresh: bool = False,
    ) -> None:
        """Store what one search found, and that the posts with these ids have been searched. All of it or nothing.

        Args:
            pairs: as the search gives them for `texts()`: passages of titles and bodies.
            posts: gone through after `pairs`.
            index: asked after `pairs` for the digest of the index beside the case.
            afresh: take out all that was there before.
        """
        with self._writing():
            if afresh:
                self._forget()
            # Another process may have taken posts away while they were searched.
            there = {row[0] for row in self._connection.execute("SELECT id FROM posts")}
            for _, near in groupby(pairs, key=lambda pair: place_of(pair.b)[0]):
                for pair in _joined(near):
                    if pair.a in there and pair.b in there:
                        self._add_pair(pair)
            self._connection.executemany(
                "INSERT OR IGNORE INTO searched (post_id) VALUES (?)",
                ((post,) for post in posts if post in there),
            )
            self._connection.execute("DELETE FROM searches")
            self._connection.execute(
                'INSERT INTO searches (only, made_by, posts, last_capture, "index") SELECT 1, ?, '
                "(SELECT count(*) FROM searched), ifnull(max(captures.n), 0), ? FROM searched "
                "JOIN posts ON posts.id = post_id JOIN captures ON captures.id = page_id",
                (made_by, index()),
            )
            seal_part(self._connection, "reuse", SEALED)

    def _forget(self) -> None:
        for table in ("passages", "reuse", "searched", "searches"):
            self._connection.execute(f"DELETE FROM {table}")

    def _add_pair(self, pair: Reuse) -> None:
        new = self._connection.execute(
            "INSERT OR IGNORE INTO reuse (a, b, same_outlet, made_by) VALUES (?, ?, ?, ?)",
            storable((pair.a, pair.b, int(pair.same_outlet), pair.made_by)),
        ).rowcount
        first, block = 0, 0
        if not new:
            # A batch ended between the title and the body of this post.
            first, block = self._connection.execute(
                "SELECT count(*), max(block) + 1 FROM passages WHERE a = ? AND b = ?", (pair.a, pair.b)
            ).fetchone()
        self._connection.executemany(
            PASSAGES.insert,
            (_passage_row(pair, first + n, block, passage) for n, passage in enumerate(pair.passages)),
        )

    def _read(self, where: str, values: tuple[str, ...]) -> Iterator[Reuse]:
        rows = self._connection.execute(f'{PASSAGES.select} {where} ORDER BY a, b, "order"', values)
        for (a, b), passages in groupby(rows.fetchall() if where else rows, key=lambda row: row[:2]):
            same, made_by = self._connection.execute(
                "SELECT same_outlet, made_by FROM reuse WHERE a = ? AND b = ?", (a, b)
            ).fetchone()
            yield Reuse(
                a=a,
                b=b,
                same_outlet=bool(same),
                made_by=made_by,
                passages=tuple(map(_passage_from, passages)),
            )


_TEXTS = """
SELECT page_id, posts.id, title_start, title_end, body_start, body_end, outlet, lang, published
FROM posts JOIN captures ON captures.id = page_id LEFT JOIN descriptions ON post_id = posts.id
WHERE posts.id {} ORDER BY captures.n, "order"
"""


def _texts_of(
    text: str,
    post: str,
    title_start: int | None,
    title_end: int | None,
    body_start: int | None,
    body_end: int | None,
    outlet: str | None,
    lang: str | None,
    date: str | None,
) -> Iterator[ReusePost]:
    title_start, title_end = _outside(title_start, title_end, body_start, body_end)
    parts = [
        (start, end)
        for start, end in ((title_start, title_end), (body_start, body_end))
        if start is not None and end is not None
    ]
    for start, end in dict.fromkeys(parts or [(0, 0)]):
        yield ReusePost(id=f"{post}:{start}", outlet=outlet, lang=lang, date=date, text=text[start:end])


def _outside(
    start: int | None, end: int | None, body_start: int | None, body_end: int | None
) -> tuple[int | None, int | None]:
    """A title that stands inside the body is searched with it and not twice."""
    if start is None or end is None or body_start is None or body_end is None:
        return start, end
    return (None, None) if start < body_end and body_start < end else (start, end)


def place_of(text_id: str) -> tuple[str, int]:
    """The post that an id of `texts()` belongs to, and the code point of its page at which that text begins."""
    post, _, start = text_id.rpartition(":")
    return post, int(start)


def _joined(pairs: Iterable[Reuse]) -> Iterator[Reuse]:
    """Pairs of titles and bodies with one later post as pairs of posts, spans counted in their pages."""
    by_earlier: dict[str, list[Reuse]] = {}
    for pair in pairs:
        by_earlier.setdefault(place_of(pair.a)[0], []).append(pair)
    for a, parts in by_earlier.items():
        b = place_of(parts[0].b)[0]
        if a == b:
            continue  # a body that says its own title once more
        passages: list[Passage] = []
        for part in parts:
            block = passages[-1].block + 1 if passages else 0
            passages += (
                _in_page(passage, place_of(part.a)[1], place_of(part.b)[1], block) for passage in part.passages
            )
        yield Reuse(a=a, b=b, same_outlet=parts[0].same_outlet, passages=tuple(passages), made_by=parts[0].made_by)


def _in_page(passage: Passage, a: int, b: int, block: int) -> Passage:
    return Passage(
        a=passage.a.moved(a),
        b=passage.b.moved(b),
        words=passage.words,
        similarity=passage.similarity,
        block=passage.block + block,
        differences=tuple(
            Difference(a=one.a.moved(a), b=one.b.moved(b), number=one.number) for one in passage.differences
        ),
    )


def _passage_row(pair: Reuse, order: int, block: int, passage: Passage) -> Row:
    differences = [[one.a.start, one.a.end, one.b.start, one.b.end, int(one.number)] for one in passage.differences]
    return (
        pair.a,
        pair.b,
        order,
        passage.a.start,
        passage.a.end,
        passage.b.start,
        passage.b.end,
        passage.words,
        passage.similarity,
        passage.block + block,
        packed(differences),
    )


def _passage_from(row: Row) -> Passage:
    _, _, _, a_start, a_end, b_start, b_end, words, similarity, block, differences = row
    return Passage(
        a=Span(a_start, a_end),
        b=Span(b_start, b_end),
        words=words,
        similarity=similarity,
        block=block,
        differences=tuple(
            Difference(a=Span(one[0], one[1]), b=Span(one[2], one[3]), number=bool(one[4]))
            for one in json.loads(differences)
        ),
    )
