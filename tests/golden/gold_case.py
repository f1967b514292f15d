"""The sample case as a perfect reader would store it: readings made from `gold.json`, for tests of what shows them."""

from __future__ import annotations

import json
from typing import Any

import yaml

from tawatur.model import Credit, Description, Evidence, Page, Place, Post, Reading, Span, Statement
from tawatur.model.ids import page_id, post_id, sha256_hex
from tawatur.people import link_speakers, said_of
from tawatur.report.statement_lines import SpeakerLine, Spoken, speaker_lines
from tawatur.sample import sample_gold, sample_pack, sample_pages

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
    said = [
        _statement(page, post, n, one)
        for post, gold in zip(posts, entry["posts"], strict=True)
        for n, one in enumerate(gold["statements"])
    ]
    named = [place for post in posts for place in _places(page, post)]
    return Reading(page=page, posts=posts, descriptions=described, statements=tuple(said), places=tuple(named))


def gold_speakers(readings: list[Reading]) -> list[SpeakerLine]:
    """Who speaks in these readings, as a case has it."""
    known = {one.post_id: one for reading in readings for one in reading.descriptions}
    said = [(one, reading.page.text) for reading in readings for one in reading.statements]
    speakers = link_speakers([said_of(one, text) for one, text in said])
    spoken = {
        one.id: Spoken(one.post_id, one.addressee, known[one.post_id].outlet, known[one.post_id].published)
        for one, _ in said
    }
    return speaker_lines(sorted(speakers, key=lambda one: -len(one.statements)), spoken)


def _statement(page: Page, post: Post, order: int, gold: dict[str, Any]) -> Statement:
    return Statement(
        id=f"{post.id}-{order}",
        post_id=post.id,
        order=order,
        kind=gold["kind"],
        content=Span(gold["start"], gold["end"]),
        speaker=_stands(page, post, gold["speaker"]),
        speaker_name=gold["name"],
        speaker_class=gold["class"],
        cue=_stands(page, post, gold["cue"]),
        verb_class="says",
        addressee=gold["to"],
        addressee_at=_stands(page, post, gold["to"]),
        lang=None,
        reasons=("words behind the verb",),
        made_by=MADE_BY,
    )


def _stands(page: Page, post: Post, words: str | None) -> Span | None:
    """The first place in the post where `words` stand."""
    start = page.text.find(words, post.span.start, post.span.end) if words else -1
    return Span(start, start + len(words)) if words and start >= 0 else None


def _places(page: Page, post: Post) -> list[Place]:
    """Every time that the post names a place of the sample's pack."""
    found = []
    for entry in yaml.safe_load(sample_pack().read_text(encoding="utf-8"))["places"]:
        for name in (entry["name_en"], entry["name_ar"]):
            start = page.text.find(name, post.span.start, post.span.end)
            while start >= 0:
                found.append((Span(start, start + len(name)), entry))
                start = page.text.find(name, start + 1, post.span.end)
    return [
        Place(
            post_id=post.id,
            order=n,
            span=span,
            form="name",
            name=entry["name_en"],
            name_ar=entry["name_ar"],
            place_id=f"tw:{entry['id']}",
            kind=entry["kind"],
            lat=entry["lat"],
            lon=entry["lon"],
            radius_km=entry["radius_km"],
            reasons=("the only place of this name",),
            made_by=MADE_BY,
        )
        for n, (span, entry) in enumerate(sorted(found, key=lambda one: one[0]))
    ]


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
