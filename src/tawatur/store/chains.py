"""The tables of chains: which way reuse went, what each post rests on, and the parties that are no posts."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from itertools import groupby
from pathlib import Path

import pyarrow as pa

from tawatur.model import Chain, ChainLink, DirectedReuse, Party, Reason, Span, Stated
from tawatur.model.columns import CODE_POINTS, TEXT, WHOLE, column, span_columns
from tawatur.store.connection import case_errors
from tawatur.store.sealed import Rows, break_seal, seal_part
from tawatur.store.table import Row, Table, ends, packed, span_at, stated_from, storable

DIRECTIONS = Table(
    "directions",
    pa.schema(
        [
            column("a", TEXT, "id of a post"),
            column("b", TEXT, "id of a post"),
            column("direction", TEXT, "a->b (b has it from a), b->a or unknown"),
            column("siblings_of", TEXT, "id of the post or party that both have it from", null=True),
            column("kind", TEXT, "agency copy, release copy, outlet copy, shared quotation or formula"),
            column("a_share", pa.float64(), "share of a's body that stands in b, 0 to 1"),
            column("b_share", pa.float64(), "share of b's body that stands in a, 0 to 1"),
            column("words", WHOLE, "words in common, in order"),
            *span_columns("a_span"),
            *span_columns("b_span"),
            column("reasons", TEXT, f"JSON: [name, says, why, post_id, start, end] each; {CODE_POINTS}"),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)
PARTIES = Table(
    "parties",
    pa.schema(
        [
            column("id", TEXT, "id of a party: its kind, a colon, its name"),
            column("kind", TEXT, "agency, outlet, release or unnamed"),
            column("name", TEXT, "name, as the world knows it or as a page has it"),
        ]
    ),
)
CHAINS = Table(
    "chains",
    pa.schema(
        [
            column("post_id", TEXT, "id of a post"),
            column("origin_id", TEXT, "id of the post or party where it ends", null=True),
            column("roots", TEXT, "JSON: ids of the posts and parties it may rest on"),
            column("reasons", TEXT, "JSON: sentences for people"),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)
CHAIN_LINKS = Table(
    "chain_links",
    pa.schema(
        [
            column("source", TEXT, "id of the post that owes"),
            column("order", WHOLE, "place among the links of the post, from 0; the main one first"),
            column("to", TEXT, "id of a post or party"),
            column("kind", TEXT, "copies, credits, cites or quotes"),
            column("post_id", TEXT, "id of the post whose words show it"),
            *span_columns(null=True),
            column("why", TEXT, "sentence for people"),
        ]
    ),
)
SEALED: Rows = (
    (DIRECTIONS, "a, b"),
    (PARTIES, "id"),
    (CHAINS, "post_id"),
    (CHAIN_LINKS, 'source, "order"'),
)


_NOT_FORMULA = """NOT EXISTS (
    SELECT 1 FROM directions WHERE directions.a = reuse.a AND directions.b = reuse.b AND kind = 'formula')"""
_NEAR = (
    f"SELECT b FROM reuse WHERE a = ? AND {_NOT_FORMULA} UNION ALL SELECT a FROM reuse WHERE b = ? AND {_NOT_FORMULA}"
)


class ChainTables:
    """The chains that a case holds. `writing` is the case's own transaction: whole or not at all."""

    def __init__(
        self, path: Path, connection: sqlite3.Connection, writing: Callable[[], AbstractContextManager[None]]
    ) -> None:
        self._path, self._connection, self._writing = path, connection, writing

    def directions(self, post_id: str | None = None) -> Iterator[DirectedReuse]:
        """All pairs with their direction, or those of one post; spans are code points of the posts' pages."""
        with case_errors(self._path):
            if post_id is None:
                rows = self._connection.execute(f"{DIRECTIONS.select} ORDER BY a, b")
            else:
                rows = self._connection.execute(
                    f"{DIRECTIONS.select} WHERE a = ? UNION ALL {DIRECTIONS.select} WHERE b = ?",
                    (post_id,) * 2,
                )
            yield from map(_direction_from, rows)

    def direction(self, a: str, b: str) -> DirectedReuse | None:
        """What is known of one pair, in the order of the case; None where the two share nothing."""
        with case_errors(self._path):
            row = self._connection.execute(f"{DIRECTIONS.select} WHERE a = ? AND b = ?", (a, b)).fetchone()
            return None if row is None else _direction_from(row)

    def chain(self, post_id: str) -> Chain | None:
        """What one post rests on; None where that was not looked for."""
        with case_errors(self._path):
            row = self._connection.execute(f"{CHAINS.select} WHERE post_id = ?", (post_id,)).fetchone()
            if row is None:
                return None
            links = self._connection.execute(f'{CHAIN_LINKS.select} WHERE source = ? ORDER BY "order"', (post_id,))
            return _chain_from(row, links)

    def chains(self) -> Iterator[Chain]:
        """All chains, in the order of their posts' ids."""
        with case_errors(self._path):
            links = {
                source: list(rows)
                for source, rows in groupby(
                    self._connection.execute(f'{CHAIN_LINKS.select} ORDER BY source, "order"'),
                    key=lambda row: row[0],
                )
            }
            for row in self._connection.execute(f"{CHAINS.select} ORDER BY post_id"):
                yield _chain_from(row, links.get(row[0], ()))

    def walk(self, post_id: str) -> tuple[ChainLink, ...]:
        """The way from a post to its origin: all its own links, then the main link of each post that the way leads to."""
        found: list[ChainLink] = []
        seen = {post_id}
        chain = self.chain(post_id)
        found += chain.links if chain else ()
        while chain is not None and chain.links and chain.links[0].to not in seen:
            seen.add(chain.links[0].to)
            chain = self.chain(chain.links[0].to)
            found += chain.links[:1] if chain else ()
        return tuple(found)

    def parties(self) -> dict[str, Party]:
        """Everybody outside the posts that a chain leads to, by id."""
        with case_errors(self._path):
            rows = self._connection.execute(PARTIES.select)
            return {row[0]: Party(id=row[0], kind=row[1], name=row[2]) for row in rows}

    def state(self) -> str | None:
        """What the chains were made from and by, as `put` was told; None where there are none."""
        with case_errors(self._path):
            row = self._connection.execute("SELECT state FROM chained").fetchone()
            return None if row is None else str(row[0])

    def waiting(self) -> list[str]:
        """Ids of the posts whose chain was not looked for, in the order of the case."""
        with case_errors(self._path):
            rows = self._connection.execute(
                "SELECT posts.id FROM posts JOIN captures ON captures.id = page_id "
                'WHERE posts.id NOT IN (SELECT post_id FROM chains) ORDER BY captures.n, "order"'
            )
            return [row[0] for row in rows.fetchall()]

    def connected(self, posts: Iterable[str]) -> Iterator[list[str]]:
        """Each set of posts that reuse connects, directly or over others, and that one of `posts` belongs to.

        Pairs known for formulas connect nobody.
        """
        seen: set[str] = set()
        with case_errors(self._path):
            for post in posts:
                if post in seen:
                    continue
                seen.add(post)
                found = [post]
                for one in found:
                    near = self._connection.execute(_NEAR, (one, one)).fetchall()
                    fresh = [other for (other,) in near if other not in seen]
                    seen.update(fresh)
                    found += fresh
                yield found

    def outlets(self) -> Iterator[tuple[str | None, tuple[Stated, ...], str | None]]:
        """Every outlet that posts name, with what its page states and the page's address; each once."""
        with case_errors(self._path):
            rows = self._connection.execute(
                "SELECT DISTINCT outlet, stated, uri FROM pages LEFT JOIN "
                "(SELECT page_id, outlet FROM posts JOIN descriptions ON post_id = posts.id) ON page_id = pages.id"
            )
            for outlet, stated, uri in rows.fetchall():
                yield outlet, stated_from(json.loads(stated)), uri

    def begin(self, *, afresh: bool) -> None:
        """Say that chains are being made; until `finish`, `state` is empty. With `afresh`, take out all there are."""
        with self._writing():
            for table in ("chain_links", "chains", "parties", "directions") if afresh else ():
                self._connection.execute(f"DELETE FROM {table}")
            self._set_state("")
            break_seal(self._connection, "chains")

    def finish(self, state: str) -> None:
        """Say that every post has its chain, and what made them."""
        with self._writing():
            self._set_state(state)
            seal_part(self._connection, "chains", SEALED)

    def put(self, directions: Iterable[DirectedReuse], chains: Iterable[Chain], parties: Iterable[Party]) -> None:
        """Store the chains and directions of some posts in the place of those that they had. All of it or nothing."""
        run = self._connection.executemany
        with self._writing():
            run("INSERT OR REPLACE INTO parties (id, kind, name) VALUES (?, ?, ?)",
                (storable((one.id, one.kind, one.name)) for one in parties))  # fmt: skip
            for one in directions:
                # Another process may have taken a post away meanwhile.
                if self._connection.execute("SELECT 1 FROM reuse WHERE a = ? AND b = ?", (one.a, one.b)).fetchone():
                    self._connection.execute("DELETE FROM directions WHERE a = ? AND b = ?", (one.a, one.b))
                    self._connection.execute(DIRECTIONS.insert, _direction_row(one))
            for chain in chains:
                if self._connection.execute("SELECT 1 FROM posts WHERE id = ?", (chain.post_id,)).fetchone():
                    self._connection.execute("DELETE FROM chains WHERE post_id = ?", (chain.post_id,))
                    self._connection.execute(CHAINS.insert, _chain_row(chain))
                    run(CHAIN_LINKS.insert, (_link_row(n, link) for n, link in enumerate(chain.links)))

    def _set_state(self, state: str) -> None:
        self._connection.execute("INSERT OR REPLACE INTO chained (only, state) VALUES (1, ?)", (state,))


def _direction_row(one: DirectedReuse) -> Row:
    reasons = [[r.name, r.says, r.why, r.post_id, *ends(r.span)] for r in one.reasons]
    return storable(
        (
            one.a,
            one.b,
            one.direction,
            one.siblings_of,
            one.kind,
            one.a_share,
            one.b_share,
            one.words,
            *ends(one.a_span),
            *ends(one.b_span),
            packed(reasons),
            one.made_by,
        )
    )


def _direction_from(row: Row) -> DirectedReuse:
    a, b, direction, siblings_of, kind, a_share, b_share, words, a0, a1, b0, b1, reasons, made_by = row
    return DirectedReuse(
        a=a,
        b=b,
        direction=direction,
        siblings_of=siblings_of,
        kind=kind,
        a_share=a_share,
        b_share=b_share,
        words=words,
        a_span=Span(a0, a1),
        b_span=Span(b0, b1),
        reasons=tuple(
            Reason(name=name, says=says, why=why, post_id=post, span=span_at(start, end))
            for name, says, why, post, start, end in json.loads(reasons)
        ),
        made_by=made_by,
    )


def _chain_row(chain: Chain) -> Row:
    return storable(
        (
            chain.post_id,
            chain.origin_id,
            packed(list(chain.roots)),
            packed(list(chain.reasons)),
            chain.made_by,
        )
    )


def _link_row(order: int, link: ChainLink) -> Row:
    return storable((link.source, order, link.to, link.kind, link.post_id, *ends(link.span), link.why))


def _chain_from(row: Row, links: Iterable[Row]) -> Chain:
    post_id, origin_id, roots, reasons, made_by = row
    return Chain(
        post_id=post_id,
        origin_id=origin_id,
        roots=tuple(json.loads(roots)),
        reasons=tuple(json.loads(reasons)),
        made_by=made_by,
        links=tuple(
            ChainLink(source=source, to=to, kind=kind, post_id=post, span=span_at(start, end), why=why)
            for source, _, to, kind, post, start, end, why in links
        ),
    )
