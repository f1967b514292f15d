"""The Arrow schemas of the exported lines, a unit on every column; a test holds them to `lines.py`."""

from __future__ import annotations

import pyarrow as pa

from tawatur.model.columns import CODE_POINTS, TEXT, WHOLE, column, span_columns

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

CLASSES = "person, organisation, outlet, official, anonymous, reports or document"

QUOTED = pa.struct(span_columns())

STATEMENT_SCHEMA = pa.schema(
    [
        column("id", TEXT, "id of a statement"),
        column("post_id", TEXT, "id of a post"),
        column("kind", TEXT, "direct, indirect or mixed"),
        *span_columns(),
        column("speaker", TEXT, "who said it, as the page has it", null=True),
        *span_columns("speaker", null=True),
        column("speaker_name", TEXT, "who that is, as fully as the post names them elsewhere", null=True),
        column("speaker_class", TEXT, CLASSES, null=True),
        column("cue", TEXT, "words that introduce it: said, according to", null=True),
        *span_columns("cue", null=True),
        column("verb_class", TEXT, "says, claims, confirms, denies, warns, promises or declines"),
        column("addressee", TEXT, "told to whom: an outlet in most cases", null=True),
        column("lang", TEXT, "language, BCP 47", null=True),
        column("content", TEXT, "what was said: the words from start to end"),
        column("negated", pa.bool_(), "true where the cue stands under a negation: did not deny"),
        column("speaker_id", TEXT, "id of a speaker", null=True),
        *span_columns("speaker_name", null=True),
        *span_columns("addressee", null=True),
        column("venue", TEXT, "where or how it was said, as the page has it", null=True),
        *span_columns("venue", null=True),
        column("quoted", pa.list_(pa.field("item", QUOTED, nullable=False)), "list; the parts in quotation marks"),
        column("reasons", pa.list_(pa.field("item", TEXT, nullable=False)), "sentences for people"),
    ]
)

COUNTED = pa.struct([column("name", TEXT, "name, as posts have it"), column("statements", WHOLE, "statements")])
_COUNTED = pa.list_(pa.field("item", COUNTED, nullable=False))

SPEAKER_SCHEMA = pa.schema(
    [
        column("id", TEXT, "id of a speaker"),
        column("name", TEXT, "the fullest name that the posts use most"),
        column("speaker_class", TEXT, CLASSES),
        column("statements", WHOLE, "statements"),
        column("posts", WHOLE, "posts with these statements"),
        column("first", TEXT, "earliest date of these posts, ISO 8601", null=True),
        column("last", TEXT, "latest date of these posts, ISO 8601", null=True),
        column("names", _COUNTED, "list; names in both scripts, the most used first"),
        column("addressees", _COUNTED, "list; told to whom, the most frequent first"),
        column("outlets", _COUNTED, "list; outlets of these posts, the most frequent first"),
        column("statement_ids", pa.list_(pa.field("item", TEXT, nullable=False)), "ids of statements, in order"),
        column("reasons", pa.list_(pa.field("item", TEXT, nullable=False)), "why these names are one speaker"),
    ]
)

PLACE_SCHEMA = pa.schema(
    [
        column("post_id", TEXT, "id of a post"),
        *span_columns(),
        column("text", TEXT, "the words from start to end"),
        column("name", TEXT, "name, as the gazetteer has it"),
        column("geonames_id", WHOLE, "id, GeoNames", null=True),
        column("lat", pa.float64(), "degrees north, WGS 84", null=True),
        column("lon", pa.float64(), "degrees east, WGS 84", null=True),
        column("kind", TEXT, "city, province, country, river, dam ..."),
        column("form", TEXT, "name, demonym or nickname"),
        column("name_ar", TEXT, "name in Arabic letters, as the gazetteer has it", null=True),
        column("place_id", TEXT, "id of a place: gn: and a GeoNames id, tw: and a word, or as a pack has it"),
        column("radius_km", pa.float64(), "kilometres: how far from the point it may reach", null=True),
        column("country", TEXT, "country, ISO 3166-1 alpha-2", null=True),
        column("others", WHOLE, "other places of the gazetteer with this name"),
        column("reasons", pa.list_(pa.field("item", TEXT, nullable=False)), "sentences for people"),
    ]
)

_SHARE = "share of the body's code points, 0 to 1"

DIFFERENCE = pa.struct(
    [
        *span_columns("a"),
        *span_columns("b"),
        column("number", pa.bool_(), "true where digits differ: a figure was changed, added or left out"),
    ]
)

REASON = pa.struct(
    [
        column("name", TEXT, "kind of reason in a word: date, credit, citation, containment, cuts, sibling ..."),
        column("says", TEXT, "a->b, b->a, siblings or unknown"),
        column("why", TEXT, "sentence for people"),
        column("post_id", TEXT, "id of the post whose words show it", null=True),
        *span_columns(null=True),
    ]
)

REUSE_SCHEMA = pa.schema(
    [
        column("a", TEXT, "id of a post, the one that the case took in first"),
        *span_columns("a"),
        column("b", TEXT, "id of a post"),
        *span_columns("b"),
        column("similarity", pa.float64(), "words in common divided by the words of the longer side, 0 to 1"),
        column("direction", TEXT, "a->b (b has it from a), b->a or unknown"),
        column("why", TEXT, "names of the reasons that decide, with commas between", null=True),
        column("words", WHOLE, "words that both have, in order"),
        column("block", WHOLE, "number; passages of a pair with the same one lie close together"),
        column("differences", pa.list_(pa.field("item", DIFFERENCE, nullable=False)), "list"),
        column("number_changed", pa.bool_(), "true where a figure differs inside the passage"),
        column("same_outlet", pa.bool_(), "true where both posts name one outlet"),
        column("kind", TEXT, "agency copy, release copy, outlet copy, shared quotation or formula", null=True),
        column("siblings_of", TEXT, "id of the post or party that both have it from", null=True),
        column("a_share", pa.float64(), f"{_SHARE}: what of a stands in b", null=True),
        column("b_share", pa.float64(), f"{_SHARE}: what of b stands in a", null=True),
        column("reasons", pa.list_(pa.field("item", REASON, nullable=False)), "list"),
    ]
)

EVIDENCE = pa.struct([column("post_id", TEXT, "id of the post whose words show it"), *span_columns(null=True)])

CHAIN_LINK = pa.struct(
    [
        column("from", TEXT, "id of the post that owes"),
        column("to", TEXT, "id of a post or party"),
        column("to_name", TEXT, "name of the party; null for a post", null=True),
        column("kind", TEXT, "copies, credits, cites or quotes"),
        pa.field("evidence", EVIDENCE, nullable=False, metadata={"unit": "the words that show it"}),
        column("why", TEXT, "sentence for people"),
    ]
)

CHAIN_SCHEMA = pa.schema(
    [
        column("post_id", TEXT, "id of a post"),
        column("origin_id", TEXT, "id of the post or party where the main line ends", null=True),
        column("origin_name", TEXT, "name of that party; null for a post", null=True),
        column(
            "links",
            pa.list_(pa.field("item", CHAIN_LINK, nullable=False)),
            "list; the post's own links, then one a step",
        ),
        column(
            "roots",
            pa.list_(pa.field("item", TEXT, nullable=False)),
            "ids of the posts and parties it may rest on, for counting",
        ),
        column("reasons", pa.list_(pa.field("item", TEXT, nullable=False)), "sentences for people"),
    ]
)
