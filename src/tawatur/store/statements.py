"""The table of statements: content, cue, speaker and addressee of what posts credit to somebody."""

from __future__ import annotations

import json

import pyarrow as pa

from tawatur.model import Span, Statement
from tawatur.model.columns import CODE_POINTS, TEXT, WHOLE, column, span_columns
from tawatur.store.table import Row, Table, ends, packed, span_at, storable

STATEMENTS = Table(
    "statements",
    pa.schema(
        [
            column("id", TEXT, "id of a statement"),
            column("post_id", TEXT, "id of a post"),
            column("order", WHOLE, "place among the statements of the post, from 0"),
            column("kind", TEXT, "direct, indirect or mixed"),
            *span_columns("content"),
            column("quoted", TEXT, f"JSON: [start, end] of each part in quotation marks; {CODE_POINTS}"),
            *span_columns("speaker", null=True),
            column("speaker_name", TEXT, "name, as fully as the post has it", null=True),
            *span_columns("speaker_name_at", null=True),
            column(
                "speaker_class",
                TEXT,
                "person, organisation, outlet, official, anonymous, reports or document",
                null=True,
            ),
            *span_columns("cue", null=True),
            column("verb_class", TEXT, "says, claims, confirms, denies, warns, promises or declines"),
            column("negated", WHOLE, "1: the cue stands under a negation, 0: it does not"),
            column("addressee", TEXT, "told to whom, as the page has it", null=True),
            *span_columns("addressee_at", null=True),
            *span_columns("venue", null=True),
            column("lang", TEXT, "language, BCP 47", null=True),
            column("reasons", TEXT, "JSON: sentences for people"),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)


def statement_row(one: Statement) -> Row:
    """`one` as a row of `STATEMENTS`."""
    return storable(
        (
            one.id,
            one.post_id,
            one.order,
            one.kind,
            *ends(one.content),
            packed([ends(span) for span in one.quoted]),
            *ends(one.speaker),
            one.speaker_name,
            *ends(one.speaker_name_at),
            one.speaker_class,
            *ends(one.cue),
            one.verb_class,
            int(one.negated),
            one.addressee,
            *ends(one.addressee_at),
            *ends(one.venue),
            one.lang,
            packed(one.reasons),
            one.made_by,
        )
    )


def statement_from(row: Row) -> Statement:
    """The statement that a row of `STATEMENTS` holds."""
    id_, post_id, order, kind, start, end, quoted, *who, negated, addressee = row[:18]
    speaker_start, speaker_end, name, name_start, name_end, class_, cue_start, cue_end, verb_class = who
    to_start, to_end, venue_start, venue_end, lang, reasons, made_by = row[18:]
    return Statement(
        id=id_,
        post_id=post_id,
        order=order,
        kind=kind,
        content=Span(start, end),
        quoted=tuple(Span(*part) for part in json.loads(quoted)),
        speaker=span_at(speaker_start, speaker_end),
        speaker_name=name,
        speaker_name_at=span_at(name_start, name_end),
        speaker_class=class_,
        cue=span_at(cue_start, cue_end),
        verb_class=verb_class,
        negated=bool(negated),
        addressee=addressee,
        addressee_at=span_at(to_start, to_end),
        venue=span_at(venue_start, venue_end),
        lang=lang,
        reasons=tuple(json.loads(reasons)),
        made_by=made_by,
    )


def spans_of(one: Statement) -> list[Span]:
    """Every span of a statement."""
    known = (one.content, *one.quoted, one.speaker, one.speaker_name_at, one.cue, one.addressee_at, one.venue)
    return [span for span in known if span is not None]
