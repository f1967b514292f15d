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
