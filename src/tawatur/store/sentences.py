"""The table of sentences whose language was decided on their own words."""

from __future__ import annotations

import pyarrow as pa

from tawatur.model import SentenceLanguage, Span
from tawatur.model.columns import TEXT, WHOLE, column, span_columns
from tawatur.store.table import Row, Table, ends, storable

SENTENCES = Table(
    "sentences",
    pa.schema(
        [
            column("post_id", TEXT, "id of a post"),
            column("order", WHOLE, "place among the sentences of the post that stand here, from 0"),
            *span_columns(),
            column("lang", TEXT, "language, BCP 47"),
        ]
    ),
)


def sentence_row(post_id: str, order: int, sentence: SentenceLanguage) -> Row:
    """`sentence` as a row of `SENTENCES`."""
    return storable((post_id, order, *ends(sentence.span), sentence.lang))


def sentence_from(row: Row) -> SentenceLanguage:
    """The sentence that a row of `SENTENCES` holds."""
    _, _, start, end, lang = row
    return SentenceLanguage(span=Span(start, end), lang=lang)
