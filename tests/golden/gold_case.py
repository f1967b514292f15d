"""The sample case as a perfect reader would store it: readings made from `gold.json`, for tests of what shows them."""

from __future__ import annotations

import json
from typing import Any

from tawatur.model import Credit, Description, Evidence, Page, Post, Reading, Span
from tawatur.model.ids import page_id, post_id, sha256_hex
from tawatur.sample import sample_gold, sample_pages

MADE_BY = "gold"


def gold_readings() -> list[Reading]:
    """The two plain-text pages of the sample, with every post and every field that the gold has."""
    pages = {path.name: path for path in sample_pages()}
    gold = json.loads(sample_gold().read_text(encoding="utf-8"))["pages"]
    return [_reading(entry, pages[entry["source"]].read_bytes()) for entry in gold if entry["source"].endswith(".txt")]


def _reading(entry: dict[str, Any], raw: bytes) -> Reading:
    page = Page(
        id=page_id(sha256_hex(raw), entry["source"]),
        source=entry["source"],
        media_type="text/plain",
        encoding="utf-8",
        sha256=sha256_hex(raw),
        retrieved="2021-02-13T09:00:00+03:00",
        title=None,
        text=raw.decode("utf-8-sig"),
        made_by=MADE_BY,
    )
    posts = tuple(_post(page, order, post) for order, post in enumerate(entry["posts"]))
    described = tuple(_description(page, post, gold) for post, gold in zip(posts, entry["posts"], strict=True))
    return Reading(page=page, posts=posts, descriptions=described)


def _post(page: Page, order: int, gold: dict[str, Any]) -> Post:
    title = Span(gold["start"], gold["start"] + len(gold["title"]))
    return Post(
        id=post_id(page.id, gold["start"], gold["title"]),
        page_id=page.id,
        order=order,
        span=Span(gold["start"], gold["end"]),
        title=title,
        body=Span(gold["body_start"], gold["body_end"]) if gold["body_start"] is not None else None,
        reasons=("the gold says so",),
        made_by=MADE_BY,
    )


def _description(page: Page, post: Post, gold: dict[str, Any]) -> Description:
    named = [(field, gold[field]) for field in ("byline", "outlet") if gold[field]]
    evidence = [Evidence(field="title", span=post.title, why="the first line of the post")]
    evidence += [
        Evidence(field=field, span=_find(page, post, words), why="named in the post") for field, words in named
    ]
    return Description(
        post_id=post.id,
        title=gold["title"],
        byline=gold["byline"],
        outlet=gold["outlet"],
        published=gold["published"],
        lang=gold["lang"],
        credits=tuple(
            Credit(kind=credit["kind"], to=credit["to"], span=_find(page, post, credit["to"]))
            for credit in gold["credits"]
        ),
        evidence=tuple(evidence),
        made_by=MADE_BY,
    )


def _find(page: Page, post: Post, words: str) -> Span:
    """The last place in the post where `words` stand: credits come last."""
    start = page.text.rindex(words, post.span.start, post.span.end)
    return Span(start, start + len(words))
