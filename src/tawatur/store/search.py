"""Search over the posts of a case: ranked, filtered, and each hit at its exact place in the original words."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from tawatur.model import Post, Span
from tawatur.store.highlight import excerpt, highlights
from tawatur.store.posts import POSTS, post_from
from tawatur.store.query import Query, parse_query
from tawatur.text.fold import fold_text

# Weights of the columns title, words, keys: a word of the title tells most about a post, and a form that is found
# only by taking a letter off counts for less than the word itself.
_RANK = "bm25(search, 4.0, 1.0, 0.5)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """Which posts to look at. `outlet`: words that its name must have. Days are ISO 8601: YYYY, YYYY-MM, YYYY-MM-DD.

    A post dated only "2021" lies within every range that touches that year; a post without a date lies in none.
    """

    lang: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One post that has what was looked for. All spans are of the page's text."""

    post: Post
    source: str
    title: str | None
    outlet: str | None
    published: str | None
    lang: str | None
    score: float
    """Higher is better; comparable only within one search."""
    highlights: tuple[Span, ...]
    """Whole words that were asked for, with all their marks; empty where only a title outside the text has them."""
    excerpt: Span
    excerpt_text: str
    """The words of `excerpt`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The best hits, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


def find(connection: sqlite3.Connection, text: str, filters: Filters, *, limit: int, offset: int) -> Found:
    """The posts that `text` asks for, best first. Raises: UsageError where it holds no word."""
    query = parse_query(text)
    where, arguments = _where(filters)
    arguments = [query.to_fts(), *arguments]
    # Posts and descriptions are looked at only where a filter asks for them, and pages only for the hits that are shown.
    filtered = "JOIN posts ON posts.n = search.rowid LEFT JOIN descriptions d ON d.post_id = posts.id " if where else ""
    matched = f"FROM search {filtered}WHERE search MATCH ?{where}"
    total = connection.execute(f"SELECT count(*) {matched}", arguments).fetchone()[0]
    columns = ", ".join(f'posts."{name}"' for name in POSTS.schema.names)
    rows = connection.execute(
        f"SELECT best.rank, pages.source, d.title, d.outlet, d.published, d.lang, {columns} FROM "
        f"(SELECT search.rowid AS n, {_RANK} AS rank {matched} ORDER BY rank, search.rowid LIMIT ? OFFSET ?) best "
        "JOIN posts ON posts.n = best.n JOIN pages ON pages.id = posts.page_id "
        "LEFT JOIN descriptions d ON d.post_id = posts.id ORDER BY best.rank, best.n",
        [*arguments, limit, offset],
    ).fetchall()
    texts: dict[str, str] = {}
    return Found(hits=tuple(_hit(connection, query, row, texts) for row in rows), total=total)


def _where(filters: Filters) -> tuple[str, list[str]]:
    clauses: list[tuple[str, str | None]] = [
        ("(d.lang = :x OR d.lang LIKE :x || '-%')", filters.lang),
        ("instr(fold_text(d.outlet), :x) > 0", fold_text(filters.outlet) if filters.outlet else None),
        # Both are cut to the shorter precision before they are compared.
        ("substr(d.published, 1, 10) >= substr(:x, 1, length(substr(d.published, 1, 10)))", filters.since),
        ("substr(d.published, 1, length(:x)) <= :x", filters.until),
    ]
    where, arguments = "", []
    for clause, value in clauses:
        if value is not None:
            where += " AND " + clause.replace(":x", "?")
            arguments += [value] * clause.count(":x")
    return where, arguments


def _hit(connection: sqlite3.Connection, query: Query, row: tuple[object, ...], texts: dict[str, str]) -> Hit:
    rank, source, title, outlet, published, lang = row[:6]
    post = post_from(row[6:])
    if post.page_id not in texts:
        texts[post.page_id] = connection.execute("SELECT text FROM pages WHERE id = ?", (post.page_id,)).fetchone()[0]
    text = post.span.of(texts[post.page_id])
    spans = highlights(query, text)
    shown = excerpt(text, spans)
    return Hit(
        post=post,
        source=str(source),
        title=_text(title),
        outlet=_text(outlet),
        published=_text(published),
        lang=_text(lang),
        score=-float(str(rank)),
        highlights=tuple(span.moved(post.span.start) for span in spans),
        excerpt=shown.moved(post.span.start),
        excerpt_text=shown.of(text),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
