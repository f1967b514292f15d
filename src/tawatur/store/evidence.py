"""The table of evidence: the words, or the part of the form, that each field of a description rests on."""

from __future__ import annotations

import pyarrow as pa

from tawatur.model import Evidence
from tawatur.model.columns import TEXT, WHOLE, column, span_columns
from tawatur.store.table import Row, Table, ends, span_at, storable

EVIDENCE = Table(
    "evidence",
    pa.schema(
        [
            column("post_id", TEXT, "id of a post"),
            column("order", WHOLE, "place among the evidence of the post, from 0"),
            column("field", TEXT, "title, byline, outlet, published or lang"),
            *span_columns(null=True),
            column("why", TEXT, "sentence for people"),
        ]
    ),
)


def evidence_row(post_id: str, order: int, evidence: Evidence) -> Row:
    """`evidence` as a row of `EVIDENCE`."""
    return storable((post_id, order, evidence.field, *ends(evidence.span), evidence.why))


def evidence_from(row: Row) -> Evidence:
    """The evidence that a row of `EVIDENCE` holds."""
    _, _, field, start, end, why = row
    return Evidence(field=field, span=span_at(start, end), why=why)
