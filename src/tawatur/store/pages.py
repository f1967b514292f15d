"""The table of pages: canonical text, and what the form of each page says, as compact JSON."""

from __future__ import annotations

import json
from typing import Any

import pyarrow as pa

from tawatur.model import Block, Page, Span, Unit
from tawatur.model.columns import TEXT, column
from tawatur.store.table import (
    Row,
    Table,
    ends,
    link_list,
    links_from,
    packed,
    span_at,
    stated_from,
    stated_list,
    storable,
)

PAGES = Table(
    "pages",
    pa.schema(
        [
            column("id", TEXT, "id of a page"),
            column("source", TEXT, "path as given, or URI"),
            column("media_type", TEXT, "media type, IANA"),
            column("encoding", TEXT, "character encoding, IANA name", null=True),
            column("sha256", TEXT, "SHA-256 of the raw bytes, 64 hexadecimal digits"),
            column("retrieved", TEXT, "time, ISO 8601 with zone"),
            column("title", TEXT, "text, as the form of the page states it", null=True),
            column("text", TEXT, "text; all offsets count its code points"),
            column("uri", TEXT, "web address", null=True),
            column("blocks", TEXT, "JSON: [start, end, kind, level] each, code points"),
            column("units", TEXT, "JSON: [start, end, title, body, stated, made_by] each, code points"),
            column("stated", TEXT, "JSON: [name, value, where, start, end] each, code points"),
            column("links", TEXT, "JSON: [kind, text, url, start, end] each, code points"),
            column("notes", TEXT, "JSON: sentences for people"),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)


def page_row(page: Page) -> Row:
    """`page` as a row of `PAGES`."""
    return storable(
        (
            page.id,
            page.source,
            page.media_type,
            page.encoding,
            page.sha256,
            page.retrieved,
            page.title,
            page.text,
            page.uri,
            packed([[*ends(block.span), block.kind, block.level] for block in page.blocks]),
            packed([_unit_list(unit) for unit in page.units]),
            packed(stated_list(page.stated)),
            packed(link_list(page.links)),
            packed(page.notes),
            page.made_by,
        )
    )


def page_from(row: Row) -> Page:
    """The page that a row of `PAGES` holds."""
    id_, source, media_type, encoding, sha256, retrieved, title, text, uri = row[:9]
    blocks, units, stated, links, notes = (json.loads(part) for part in row[9:14])
    return Page(
        id=id_,
        source=source,
        media_type=media_type,
        encoding=encoding,
        sha256=sha256,
        retrieved=retrieved,
        title=title,
        text=text,
        uri=uri,
        blocks=tuple(Block(span=Span(start, end), kind=kind, level=level) for start, end, kind, level in blocks),
        units=tuple(_unit_from(unit) for unit in units),
        stated=stated_from(stated),
        links=links_from(links),
        notes=tuple(notes),
        made_by=row[14],
    )


def _unit_list(unit: Unit) -> list[object]:
    return [*ends(unit.span), ends(unit.title), ends(unit.body), stated_list(unit.stated), unit.made_by]


def _unit_from(row: list[Any]) -> Unit:
    start, end, title, body, stated, made_by = row
    return Unit(
        span=Span(start, end),
        title=span_at(*title),
        body=span_at(*body),
        stated=stated_from(stated),
        made_by=made_by,
    )
