"""The case: one SQLite file with the evidence, what was read from it, and how."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Literal

from tawatur.model import Capture, ClaimPost, Description, Failure, Page, Place, Post, Reading, Statement
from tawatur.store.captures import Taken, capture_from, last_seal, read_raw, read_taken, write_capture
from tawatur.store.chains import ChainTables
from tawatur.store.connection import case_errors, connect
from tawatur.store.descriptions import DESCRIPTIONS, PARTS, read_description
from tawatur.store.failures import failure_row, read_failures, write_failure
from tawatur.store.judgements import JudgementTables
from tawatur.store.pages import PAGES, page_from
from tawatur.store.places import PLACES, place_from
from tawatur.store.posts import POSTS, post_from
from tawatur.store.reuse import ReuseTables
from tawatur.store.rows import PageRows
from tawatur.store.runs import Run, RunKind, RunState, read_runs, start_run
from tawatur.store.search import Filters, Found, find
from tawatur.store.speakers import SpeakerTables
from tawatur.store.statements import STATEMENTS, statement_from
from tawatur.store.stories import StoryTables
from tawatur.store.table import Row, Table
from tawatur.store.verify import Finding, verify_case


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the case holds. `raw_bytes`: bytes of the documents before packing, each content once."""

    captures: int
    raw_bytes: int
    pages: int
    posts: int
    statements: int
    places: int
    """Mentions of places."""
    failures: int
    runs: int
    langs: Mapping[str, int]
    """Posts by language; posts without one are not counted."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A post as lists show it. Unknown is None."""

    id: str
    title: str | None
    byline: str | None
    outlet: str | None
    published: str | None
    lang: str | None
    source: str


class CaseStore:
    """An open case. Use it with `with`, from one thread; any number of processes may read while one writes.

    Every method raises CaseError where the file turns out to be damaged or locked.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self.reuse = ReuseTables(path, connection, self._writing)
        """Which posts share words."""
        self.chains = ChainTables(path, connection, self._writing)
        """Who had the words from whom."""
        self.speakers = SpeakerTables(path, connection, self._writing)
        """Who speaks, over all posts."""
        self.stories = StoryTables(path, connection, self._writing)
        """Which posts tell of one happening, and what their reports say."""
        self.judgements = JudgementTables(path, connection, self._writing)
        """What a reader decided."""

    def __enter__(self) -> CaseStore:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the file; what is committed stays."""
        self._connection.close()

    # --- reading ---

    def counts(self) -> Counts:
        """How much the case holds."""
        with case_errors(self.path):
            one = {
                table: self._one(f"SELECT count(*) FROM {table}")
                for table in ("captures", "pages", "posts", "statements", "places", "failures", "runs")
            }
            langs = self._connection.execute(
                "SELECT lang, count(*) FROM descriptions WHERE lang IS NOT NULL GROUP BY lang ORDER BY 2 DESC, 1"
            ).fetchall()
            return Counts(**one, raw_bytes=self._one("SELECT total(size) FROM raws"), langs=dict(langs))

    def pages(self) -> Iterator[Page]:
        """All pages, in the order in which they were taken in."""
        with case_errors(self.path):
            for (id_,) in self._ids():
                page = self.page(id_)
                if page is not None:
                    yield page

    def readings(self) -> Iterator[Reading]:
        """All pages with all that was found in them, one page in memory at a time."""
        for page in self.pages():
            yield self._reading(page)

    def reading(self, page_id: str) -> Reading | None:
        """One page with all that was found in it; None where the case has none with this id."""
        page = self.page(page_id)
        return None if page is None else self._reading(page)

    def _reading(self, page: Page) -> Reading:
        posts = tuple(self.posts(page.id))
        described = (self.description(post.id) for post in posts)
        return Reading(
            page=page,
            posts=posts,
            descriptions=tuple(one for one in described if one is not None),
            statements=tuple(one for post in posts for one in self.statements(post.id)),
            places=tuple(one for post in posts for one in self.places(post.id)),
        )

    def page(self, page_id: str) -> Page | None:
        """One page; None where the case has none with this id."""
        row = self._row(f"{PAGES.select} WHERE id = ?", page_id)
        return None if row is None else page_from(row)

    def posts(self, page_id: str | None = None) -> Iterator[Post]:
        """The posts of one page, or of all pages, in the order of their pages and on them."""
        if page_id is None:
            for page in self._ids():
                yield from self.posts(page[0])
            return
        with case_errors(self.path):
            rows = self._connection.execute(f'{POSTS.select} WHERE page_id = ? ORDER BY "order"', (page_id,))
            yield from map(post_from, rows.fetchall())

    def post(self, post_id: str) -> Post | None:
        """One post; None where the case has none with this id."""
        row = self._row(f"{POSTS.select} WHERE id = ?", post_id)
        return None if row is None else post_from(row)

    def description(self, post_id: str) -> Description | None:
        """What a post says of itself; None where it was not described."""
        with case_errors(self.path):
            return read_description(self._connection, post_id)

    def statements(self, post_id: str) -> list[Statement]:
        """Who says what in one post, in the order of its text."""
        return [statement_from(row) for row in self._of_post(STATEMENTS, post_id)]

    def places(self, post_id: str) -> list[Place]:
        """The mentions of places in one post, in the order of its text."""
        return [place_from(row) for row in self._of_post(PLACES, post_id)]

    def statements_with_text(self) -> Iterator[tuple[Statement, str]]:
        """All statements, each with the text of its page, in the order of the case; one page in memory at a time."""
        with case_errors(self.path):
            pages = self._connection.execute(
                "SELECT id FROM captures WHERE id IN (SELECT page_id FROM posts WHERE id IN "
                "(SELECT post_id FROM statements)) ORDER BY n"
            ).fetchall()
            for (page,) in pages:
                found = self._connection.execute("SELECT text FROM pages WHERE id = ?", (page,)).fetchone()
                rows = self._connection.execute(
                    f'{STATEMENTS.select} JOIN (SELECT id AS post, "order" AS place FROM posts WHERE page_id = ?) '
                    'ON post_id = post ORDER BY place, "order"',
                    (page,),
                ).fetchall()
                for row in rows if found else ():
                    yield statement_from(row), found[0]

    def briefs(self) -> Iterator[Brief]:
        """All posts in short, in the order of `posts`; no text is read."""
        with case_errors(self.path):
            rows = self._connection.execute(
                "SELECT posts.id, d.title, d.byline, d.outlet, d.published, d.lang, captures.source FROM captures "
                "JOIN posts ON posts.page_id = captures.id LEFT JOIN descriptions d ON d.post_id = posts.id "
                'ORDER BY captures.n, posts."order"'
            )
            yield from (Brief(*row) for row in rows.fetchall())

    def post_ids(self) -> list[str]:
        """Ids of all posts, in the order of `posts`."""
        with case_errors(self.path):
            rows = self._connection.execute(
                'SELECT posts.id FROM captures JOIN posts ON page_id = captures.id ORDER BY captures.n, posts."order"'
            )
            return [row[0] for row in rows]

    def places_with_words(self) -> Iterator[tuple[Place, str]]:
        """All mentions of places with the words that name them, page by page."""
        names = ", ".join(f'places."{name}"' for name in PLACES.schema.names)
        # A page comes as one row: a thread that reads beside others gives way at every row.
        of_page = (
            'SELECT json_group_array(json_array(posts."order", places."order", '
            f'substr(text, places.start + 1, places."end" - places.start), {names})) '
            "FROM pages JOIN posts ON page_id = pages.id JOIN places ON post_id = posts.id WHERE pages.id = ?"
        )
        with case_errors(self.path):
            for (id_,) in self._ids():
                (found,) = self._connection.execute(of_page, (id_,)).fetchone()
                for _, _, words, *row in sorted(json.loads(found), key=lambda one: one[:2]):
                    yield place_from(tuple(row)), words

    def statement_places(self, ids: Sequence[str]) -> dict[str, tuple[str, int]]:
        """For each statement its post, and its place among the statements of that post, from 0."""
        found: dict[str, tuple[str, int]] = {}
        with case_errors(self.path):
            for start in range(0, len(ids), 500):
                part = ids[start : start + 500]
                rows = self._connection.execute(
                    f'SELECT id, post_id, "order" FROM statements WHERE id IN ({",".join("?" * len(part))})', part
                )
                found.update((id_, (post, order)) for id_, post, order in rows)
        return found

    def claim_post(self, post_id: str, speakers: Mapping[str, str]) -> ClaimPost | None:
        """A post with all that was found in it; None where the case has no such post.

        Args:
            speakers: id of the speaker for the id of each statement that has one.
        """
        post = self.post(post_id)
        page = self.page(post.page_id) if post is not None else None
        if post is None or page is None:
            return None
        described = self.description(post_id)
        statements = tuple(self.statements(post_id))
        return ClaimPost(
            id=post.id,
            page_text=page.text,
            span=post.span,
            title=post.title,
            body=post.body,
            lang=described.lang if described is not None else None,
            published=described.published if described is not None else None,
            outlet=described.outlet if described is not None else None,
            statements=statements,
            places=tuple(self.places(post_id)),
            speakers=tuple((one.id, speakers[one.id]) for one in statements if one.id in speakers),
        )

    def posts_with(self, table: Literal["statements", "places"]) -> list[str]:
        """Ids of the posts that have any statements, or name any places, in the order of the case."""
        with case_errors(self.path):
            rows = self._connection.execute(
                "SELECT posts.id FROM posts JOIN captures ON captures.id = page_id "
                f'WHERE posts.id IN (SELECT post_id FROM {table}) ORDER BY captures.n, "order"'
            )
            return [row[0] for row in rows.fetchall()]

    def most_named(self, count: int) -> list[tuple[str, int]]:
        """The places that most posts name, and how many posts; demonyms do not count."""
        with case_errors(self.path):
            rows = self._connection.execute(
                "SELECT min(name), count(DISTINCT post_id) FROM places WHERE form != 'demonym' "
                "GROUP BY place_id ORDER BY 2 DESC, 1 LIMIT ?",
                (count,),
            )
            return rows.fetchall()

    def taken(self) -> Iterator[Taken]:
        """All captures without their bytes, in order of arrival."""
        with case_errors(self.path):
            yield from read_taken(self._connection)

    def capture(self, page_id: str) -> Capture | None:
        """The raw bytes of a page and where they came from, as they were taken in; None for an unknown id."""
        with case_errors(self.path):
            taken = next(read_taken(self._connection, "WHERE id = ?", (page_id,)), None)
            return None if taken is None else capture_from(taken, read_raw(self._connection, taken.sha256))

    def failures(self, run_id: int | None = None) -> Iterator[Failure]:
        """What could not be done and still stands; of one run, or of all."""
        with case_errors(self.path):
            yield from read_failures(self._connection, run_id)

    def runs(self) -> Iterator[Run]:
        """What was asked of this case, the first time first."""
        with case_errors(self.path):
            yield from read_runs(self._connection)

    def search(self, query: str, filters: Filters | None = None, *, limit: int = 20, offset: int = 0) -> Found:
        """The posts that `query` asks for, best first; its language is described in `store/query.py`.

        Raises: UsageError where the query holds no word.
        """
        with case_errors(self.path):
            return find(self._connection, query, filters or Filters(), limit=limit, offset=offset)

    def verify(self) -> Iterator[Finding]:
        """Whatever was changed since it was written; nothing where all is as it was. Reads every byte."""
        yield from verify_case(self._connection, self.path)

    def seal(self) -> str:
        """The seal of the last capture: noted elsewhere, it proves later that no capture was changed since."""
        with case_errors(self.path):
            return last_seal(self._connection)

    # --- writing ---

    def made_by(self, page_id: str) -> str | None:
        """The rooms and versions that last worked on a page to the end; None where none did."""
        row = self._row("SELECT made_by FROM work WHERE page_id = ?", page_id)
        return None if row is None else str(row[0])

    def outdated(self, made_by: str) -> Iterator[str]:
        """Ids of the pages that were not made by `made_by`, in order of arrival."""
        with case_errors(self.path):
            rows = self._connection.execute(
                "SELECT id FROM captures LEFT JOIN work ON work.page_id = id WHERE made_by IS NOT ? ORDER BY n",
                (made_by,),
            )
            yield from (row[0] for row in rows.fetchall())

    def start_run(
        self,
        *,
        kind: RunKind,
        program: str,
        made_by: str,
        inputs: Sequence[str],
        options: Mapping[str, Any],
        started: str,
    ) -> int:
        """Record that a run begins; gives its id."""
        with self._writing():
            return start_run(
                self._connection,
                kind=kind,
                program=program,
                made_by=made_by,
                inputs=inputs,
                options=options,
                started=started,
            )

    def finish_run(
        self, run_id: int, *, state: RunState, finished: str, done: int, skipped: int, failed: int, posts: int
    ) -> None:
        """Record how a run ended."""
        with self._writing():
            self._connection.execute(
                "UPDATE runs SET state = ?, finished = ?, done = ?, skipped = ?, failed = ?, posts = ?, seal = ?, "
                "captures = (SELECT count(*) FROM captures) WHERE id = ?",
                (state, finished, done, skipped, failed, posts, last_seal(self._connection), run_id),
            )

    def take_in(self, id_: str, digest: str, capture: Capture) -> None:
        """Keep the bytes of a page that is about to be worked on, under its id and the SHA-256 of its bytes.

        Pages stand in the case in the order in which they are taken in, however long each is worked on.
        """
        with self._writing():
            write_capture(self._connection, id_, digest, capture)

    def failed_sources(self) -> set[str]:
        """The sources of which something could not even be taken in."""
        with case_errors(self.path):
            rows = self._connection.execute("SELECT DISTINCT source FROM failures WHERE page_id IS NULL")
            return {row[0] for row in rows}

    def shed_failures(self, sources: Iterable[str], *, run_id: int) -> None:
        """Take out that these sources could not be taken in, where that was so before the run `run_id` but not in it."""
        with self._writing():
            self._connection.executemany(
                "DELETE FROM failures WHERE page_id IS NULL AND source = ? AND run_id < ?",
                ((source, run_id) for source in sources),
            )

    def add(self, capture: Capture, rows: PageRows, *, run_id: int, made_by: str | None) -> None:
        """Store one page whole: bytes, text, posts, descriptions, failures, index. All of it or nothing.

        What an earlier version had made of the same capture is replaced. `made_by` None: the page was not worked on
        to the end (its process died), so a later run takes it up again.
        """
        with self._writing():
            write_capture(self._connection, rows.id, rows.sha256, capture)
            self._forget(rows.id)
            self._write_reading(rows)
            for failure in rows.failures:
                write_failure(self._connection, failure_row(run_id, rows.id, failure))
            if made_by is not None:
                self._connection.execute(
                    "INSERT INTO work (page_id, made_by, run_id, digest) VALUES (?, ?, ?, ?)",
                    (rows.id, made_by, run_id, rows.digest),
                )

    def add_failure(self, failure: Failure, *, run_id: int) -> None:
        """Store that something could not even be taken in."""
        with self._writing():
            write_failure(self._connection, failure_row(run_id, None, failure))

    def _write_reading(self, rows: PageRows) -> None:
        if rows.page is None:
            return
        self._connection.execute(PAGES.insert, rows.page)
        for post, words in zip(rows.posts, rows.search, strict=True):
            n = self._connection.execute(POSTS.insert, post).lastrowid
            self._connection.execute("INSERT INTO search (rowid, title, words, keys) VALUES (?,?,?,?)", (n, *words))
        self._connection.executemany(DESCRIPTIONS.insert, rows.descriptions)
        for (_, table, _, _), part in zip(PARTS, rows.parts, strict=True):
            self._connection.executemany(table.insert, part)
        self._connection.executemany(STATEMENTS.insert, rows.statements)
        self._connection.executemany(PLACES.insert, rows.places)

    def _forget(self, page_id: str) -> None:
        """Take out what was made of a page; its capture and bytes stay."""
        known = self._connection.execute("SELECT 1 FROM work WHERE page_id = ?", (page_id,)).fetchone()
        self._connection.execute("DELETE FROM failures WHERE page_id = ?", (page_id,))
        if (
            known is None
            and self._connection.execute("SELECT 1 FROM pages WHERE id = ?", (page_id,)).fetchone() is None
        ):
            return
        self._connection.execute(
            "DELETE FROM search WHERE rowid IN (SELECT n FROM posts WHERE page_id = ?)", (page_id,)
        )
        self._connection.execute("DELETE FROM pages WHERE id = ?", (page_id,))
        self._connection.execute("DELETE FROM work WHERE page_id = ?", (page_id,))

    # --- inner ---

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One short transaction, whole or not at all, also under Ctrl-C."""
        with case_errors(self.path):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")

    def _ids(self) -> list[Row]:
        with case_errors(self.path):
            return self._connection.execute("SELECT pages.id FROM pages JOIN captures USING (id) ORDER BY n").fetchall()

    def _of_post(self, table: Table, post_id: str) -> list[Row]:
        with case_errors(self.path):
            sql = f'{table.select} WHERE post_id = ? ORDER BY "order"'
            return self._connection.execute(sql, (post_id,)).fetchall()

    def _row(self, sql: str, *arguments: Any) -> Row | None:
        with case_errors(self.path):
            row: Row | None = self._connection.execute(sql, arguments).fetchone()
            return row

    def _one(self, sql: str) -> int:
        return int(self._connection.execute(sql).fetchone()[0])


def open_case(path: str | Path, *, create: bool = False) -> CaseStore:
    """Open the case at `path`; with `create`, make it where there is none yet.

    Raises: CaseError where there is no case, the file is something else, damaged, or of a newer program.
    """
    where = Path(path)
    return CaseStore(where, connect(where, create=create))
