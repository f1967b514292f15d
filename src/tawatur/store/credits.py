"""The table of credits: whom a post names as its source, translator, photographer."""

from __future__ import annotations

import pyarrow as pa

from tawatur.model import Credit, Span
from tawatur.model.columns import TEXT, WHOLE, column, span_columns
from tawatur.store.table import Row, Table, ends, span_at, storable

CREDITS = Table(
    "credits",
    pa.schema(
        [
            column("post_id", TEXT, "id of a post"),
            column("order", WHOLE, "place among the credits of the post, from 0"),
            column("kind", TEXT, "source, first published by, translation, photo, agency or via"),
            column("to", TEXT, "name, as the page has it"),
            *span_columns(),
            *span_columns("cue", null=True),
        ]
    ),
)


def credit_row(post_id: str, order: int, credit: Credit) -> Row:
    """`credit` as a row of `CREDITS`."""
    return storable((post_id, order, credit.kind, credit.to, *ends(credit.span), *ends(credit.cue)))


def credit_from(row: Row) -> Credit:
    """The credit that a row of `CREDITS` holds."""
    _, _, kind, to, start, end, cue_start, cue_end = row
    return Credit(kind=kind, to=to, span=Span(start, end), cue=span_at(cue_start, cue_end))
