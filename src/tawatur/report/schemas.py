"""The Arrow schemas of the exported lines, a unit on every column; a test holds them to `lines.py`."""

from __future__ import annotations

import pyarrow as pa

from tawatur.model.columns import CODE_POINTS, TEXT, column, span_columns

PAGE_SCHEMA = pa.schema(
    [
        column("id", TEXT, "id of a page"),
        column("source", TEXT, "path as given, or URI"),
        column("media_type", TEXT, "media type, IANA"),
        column("sha256", TEXT, "SHA-256 of the raw bytes, 64 hexadecimal digits"),
        column("retrieved", TEXT, "time, ISO 8601 with zone"),
        column("title", TEXT, "text", null=True),
        column("text", TEXT, "text; all offsets count its code points"),
    ]
)

CREDIT = pa.struct(
    [
        column("kind", TEXT, "source, first published by, translation, photo, agency or via"),
        column("to", TEXT, "name, as the page has it"),
        *span_columns(),
    ]
)

LINK = pa.struct(
    [
        column("kind", TEXT, "link, image, video or audio"),
        column("text", TEXT, "text", null=True),
        column("url", TEXT, "web address"),
    ]
)

POST_SCHEMA = pa.schema(
    [
        column("id", TEXT, "id of a post"),
        column("page_id", TEXT, "id of a page"),
        column("source", TEXT, "path as given, or URI"),
        *span_columns(),
        column("title", TEXT, "text", null=True),
        *span_columns("body", null=True),
        column("byline", TEXT, "names, as the page has them", null=True),
        column("outlet", TEXT, "name of an outlet", null=True),
        column("published", TEXT, "ISO 8601, as precise as printed", null=True),
        column("lang", TEXT, "language, BCP 47", null=True),
        column("credits", pa.list_(pa.field("item", CREDIT, nullable=False)), f"list; {CODE_POINTS}"),
        column("links", pa.list_(pa.field("item", LINK, nullable=False)), "list"),
    ]
)
