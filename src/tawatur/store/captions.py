"""The table of captions: words under pictures and videos."""

from __future__ import annotations

import pyarrow as pa

from tawatur.model import Caption, Span
from tawatur.model.columns import TEXT, WHOLE, column, span_columns
from tawatur.store.table import Row, Table, ends

CAPTIONS = Table(
    "captions",
    pa.schema(
        [
            column("post_id", TEXT, "id of a post"),
            column("order", WHOLE, "place among the captions of the post, from 0"),
            *span_columns(),
        ]
    ),
)


def caption_row(post_id: str, order: int, caption: Caption) -> Row:
    """`caption` as a row of `CAPTIONS`."""
    return (post_id, order, *ends(caption.span))


def caption_from(row: Row) -> Caption:
    """The caption that a row of `CAPTIONS` holds."""
    return Caption(span=Span(row[2], row[3]))
