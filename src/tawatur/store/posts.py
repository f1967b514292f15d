"""The table of posts: where each begins, what its title and body are, and why it was cut there."""

from __future__ import annotations

import json

import pyarrow as pa

from tawatur.model import Post, Span
from tawatur.model.columns import TEXT, WHOLE, column, span_columns
from tawatur.store.table import Row, Table, ends, packed, span_at, stated_from, stated_list, storable

POSTS = Table(
    "posts",
    pa.schema(
        [
            column("id", TEXT, "id of a post"),
            column("page_id", TEXT, "id of a page"),
            column("order", WHOLE, "place among the posts of its page, from 0"),
            *span_columns(),
            *span_columns("title", null=True),
            *span_columns("body", null=True),
            column("stated", TEXT, "JSON: [name, value, where, start, end] each, code points"),
            column("reasons", TEXT, "JSON: sentences for people"),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)


def post_row(post: Post) -> Row:
    """`post` as a row of `POSTS`."""
    return storable(
        (
            post.id,
            post.page_id,
            post.order,
            *ends(post.span),
            *ends(post.title),
            *ends(post.body),
            packed(stated_list(post.stated)),
            packed(post.reasons),
            post.made_by,
        )
    )


def post_from(row: Row) -> Post:
    """The post that a row of `POSTS` holds."""
    (
        id_,
        page_id,
        order,
        start,
        end,
        title_start,
        title_end,
        body_start,
        body_end,
        stated,
        reasons,
        made_by,
    ) = row
    return Post(
        id=id_,
        page_id=page_id,
        order=order,
        span=Span(start, end),
        title=span_at(title_start, title_end),
        body=span_at(body_start, body_end),
        stated=stated_from(json.loads(stated)),
        reasons=tuple(json.loads(reasons)),
        made_by=made_by,
    )
