"""Stories and claims as lines of an export: what the contract says of them, and what else is known."""

from __future__ import annotations

from typing import Any

import pyarrow as pa

from tawatur.model import Claim, Report, Story
from tawatur.model.columns import TEXT, WHOLE, column, span_columns

Line = dict[str, Any]


def _texts(unit: str) -> pa.DataType:
    return pa.list_(pa.field("item", TEXT, nullable=False, metadata={"unit": unit}))


TIE = pa.struct(
    [
        column("kind", TEXT, "name, place, country, number, meaning or word"),
        column("what", TEXT, "as a reader would say it"),
        column("posts", _texts("id of a post"), "list; the posts of the story that have it"),
        column("weight", pa.float64(), "share of what holds the story together, 0 to 1"),
    ]
)
STORY_SCHEMA = pa.schema(
    [
        column("id", TEXT, "id of a story"),
        column("title", TEXT, "title of the post nearest to all others", null=True),
        column("posts", _texts("id of a post"), "list; by their days, undated ones last"),
        column("langs", _texts("language, BCP 47"), "list; the most used first"),
        column("first", TEXT, "ISO 8601, as precise as printed", null=True),
        column("last", TEXT, "ISO 8601, as precise as printed", null=True),
        column("places", _texts("name of a place"), "list; the most named first"),
        column("loose", _texts("id of a post"), "list; posts that speak of the affair without telling the happening"),
        column("ties", pa.list_(pa.field("item", TIE, nullable=False)), "list; the strongest first"),
    ]
)
REPORT = pa.struct(
    [
        column("post_id", TEXT, "id of a post"),
        column("statement_id", TEXT, "id of a statement; null in the post's own voice", null=True),
        *span_columns(),
        *span_columns("about"),
        column("speaker", TEXT, "who says so", null=True),
        column("anonymous", pa.bool_(), "true where the source has no name"),
        column("party", pa.bool_(), "true where one of those it is about says it"),
    ]
)
VARIANT = pa.struct(
    [
        column("value", TEXT, "as the first report has it"),
        column("reports", pa.list_(pa.field("item", REPORT, nullable=False)), "list"),
        column("origins", _texts("id of a post or party"), "list; where its reports begin"),
        column("independent_origins", WHOLE, "starts, for certain"),
        column("anonymous_only", pa.bool_(), "true where all reports rest on sources without a name"),
        column("party_only", pa.bool_(), "true where all reports are a party's own"),
    ]
)
CLAIM_SCHEMA = pa.schema(
    [
        column("id", TEXT, "id of a claim"),
        column("story_id", TEXT, "id of a story", null=True),
        column("about", TEXT, "what it is about, in the words of a report"),
        column("slot", TEXT, "actor, target, place, number, time or polarity; null where all agree", null=True),
        column("variants", pa.list_(pa.field("item", VARIANT, nullable=False)), "list; most independent origins first"),
        column("kind", TEXT, "utterance or happening"),
        column("reasons", _texts("sentence for people"), "list"),
    ]
)


def story_line(story: Story) -> Line:
    """A story as a line of `stories.jsonl`."""
    return {
        "id": story.id,
        "title": story.title,
        "posts": list(story.posts),
        "langs": list(story.langs),
        "first": story.first,
        "last": story.last,
        "places": list(story.places),
        "loose": list(story.loose),
        "ties": [
            {"kind": tie.kind, "what": tie.what, "posts": list(tie.posts), "weight": tie.weight} for tie in story.ties
        ],
    }


def claim_line(claim: Claim) -> Line:
    """A claim as a line of `claims.jsonl`."""
    return {
        "id": claim.id,
        "story_id": claim.story_id,
        "about": claim.about,
        "slot": claim.slot,
        "variants": [
            {
                "value": variant.value,
                "reports": [_report(report) for report in variant.reports],
                "origins": list(variant.origins),
                "independent_origins": variant.independent_origins,
                "anonymous_only": variant.anonymous_only,
                "party_only": variant.party_only,
            }
            for variant in claim.variants
        ],
        "kind": claim.kind,
        "reasons": list(claim.reasons),
    }


def _report(report: Report) -> Line:
    return {
        "post_id": report.post_id,
        "statement_id": report.statement_id,
        "start": report.span.start,
        "end": report.span.end,
        "about_start": report.about.start,
        "about_end": report.about.end,
        "speaker": report.speaker,
        "anonymous": report.anonymous,
        "party": report.party,
    }
