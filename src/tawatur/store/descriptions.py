"""The table of descriptions, and the tables that hang on it: credits, links, captions, evidence, sentences."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

import pyarrow as pa

from tawatur.model import Description
from tawatur.model.columns import TEXT, column
from tawatur.store.captions import CAPTIONS, caption_from, caption_row
from tawatur.store.credits import CREDITS, credit_from, credit_row
from tawatur.store.evidence import EVIDENCE, evidence_from, evidence_row
from tawatur.store.links import LINKS, link_from, link_row
from tawatur.store.sentences import SENTENCES, sentence_from, sentence_row
from tawatur.store.table import Row, Table, storable

DESCRIPTIONS = Table(
    "descriptions",
    pa.schema(
        [
            column("post_id", TEXT, "id of a post"),
            column("title", TEXT, "text", null=True),
            column("byline", TEXT, "names, as the page has them", null=True),
            column("outlet", TEXT, "name of an outlet", null=True),
            column("published", TEXT, "ISO 8601, as precise as printed", null=True),
            column("lang", TEXT, "language, BCP 47", null=True),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)

# Field of a description that is a list, its table, and the way there and back.
PARTS: tuple[tuple[str, Table, Callable[[str, int, Any], Row], Callable[[Row], object]], ...] = (
    ("credits", CREDITS, credit_row, credit_from),
    ("links", LINKS, link_row, link_from),
    ("captions", CAPTIONS, caption_row, caption_from),
    ("evidence", EVIDENCE, evidence_row, evidence_from),
    ("sentences", SENTENCES, sentence_row, sentence_from),
)


def description_row(description: Description) -> Row:
    """`description` as a row of `DESCRIPTIONS`."""
    return storable(
        (
            description.post_id,
            description.title,
            description.byline,
            description.outlet,
            description.published,
            description.lang,
            description.made_by,
        )
    )


def part_rows(descriptions: Sequence[Description]) -> list[list[Row]]:
    """The rows of each table of `PARTS`, in its order."""
    return [
        [
            to_row(description.post_id, order, part)
            for description in descriptions
            for order, part in enumerate(getattr(description, field))
        ]
        for field, _, to_row, _ in PARTS
    ]


def read_description(connection: sqlite3.Connection, post_id: str) -> Description | None:
    """What the case holds of the description of a post."""
    row = connection.execute(f"{DESCRIPTIONS.select} WHERE post_id = ?", (post_id,)).fetchone()
    if row is None:
        return None
    parts: dict[str, Any] = {
        field: tuple(
            from_row(part)
            for part in connection.execute(f'{table.select} WHERE post_id = ? ORDER BY "order"', (post_id,))
        )
        for field, table, _, from_row in PARTS
    }
    return Description(**dict(zip(DESCRIPTIONS.schema.names, row, strict=True)), **parts)
