"""The table of links: addresses that a post points to or shows."""

from __future__ import annotations

import pyarrow as pa

from tawatur.model import Link
from tawatur.model.columns import TEXT, WHOLE, column, span_columns
from tawatur.store.table import Row, Table, ends, span_at, storable

LINKS = Table(
    "links",
    pa.schema(
        [
            column("post_id", TEXT, "id of a post"),
            column("order", WHOLE, "place among the links of the post, from 0"),
            column("kind", TEXT, "link, image, video or audio"),
            column("text", TEXT, "text", null=True),
            column("url", TEXT, "web address"),
            *span_columns(null=True),
        ]
    ),
)


def link_row(post_id: str, order: int, link: Link) -> Row:
    """`link` as a row of `LINKS`."""
    return storable((post_id, order, link.kind, link.text, link.url, *ends(link.span)))


def link_from(row: Row) -> Link:
    """The link that a row of `LINKS` holds."""
    _, _, kind, text, url, start, end = row
    return Link(kind=kind, text=text, url=url, span=span_at(start, end))
