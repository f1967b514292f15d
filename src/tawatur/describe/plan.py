"""Post -> Description: every reading of every field, and the one that goes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from tawatur.describe.above import dates_above
from tawatur.describe.around import (
    bare_bylines,
    dates_around,
    marked_bylines,
    named_around,
    short_only,
    sure_only,
)
from tawatur.describe.dateline import dateline_date
from tawatur.describe.finding import Finding, Rank, best, evidence, is_bare_host
from tawatur.describe.languages import Spoken, as_neighbours, read_languages
from tawatur.describe.meta import Habits, MetaLine, habits_of, meta_lines
from tawatur.describe.owed import Owed, outside, read_owed
from tawatur.describe.pageday import page_day
from tawatur.describe.pictures import Placed, captions_of, links_of, placed_on
from tawatur.describe.selfnamed import self_named
from tawatur.describe.sitename import site_named
from tawatur.describe.stated import is_account, stated_findings, stated_lang, stated_title
from tawatur.describe.zones import Zones, zones_of
from tawatur.model import Description, Evidence, Link, Page, Post
from tawatur.stage import each
from tawatur.text.lines import Line

# Lines at the edge of a body that may have been meant for the head or the tail.
_EDGE_HEAD, _EDGE_TAIL = 3, 2


@dataclass(frozen=True, slots=True)
class Reading:
    """One post laid out: its zones, its credits, the lines around the body that no credit takes up, its language."""

    post: Post
    zones: Zones
    owed: tuple[Owed, ...]
    head: tuple[MetaLine, ...]
    edge: tuple[MetaLine, ...]
    """First and last lines of the body that are no prose: the body may be an article with its own head in it."""
    tail: tuple[MetaLine, ...]
    spoken: Spoken


def describe_page(page: Page, posts: Sequence[Post]) -> list[Description]:
    """What each of the `posts` of `page` says of itself, in their order. A field that the page does not tell is None."""
    reference = page_day(page, posts)
    readings = [_read(page, post, reference, alone=len(posts) == 1) for post in posts]
    habits = habits_of((*reading.head, *reading.edge, *reading.tail) for reading in readings)
    above = dates_above(page, posts, reference)
    languages = [reading.spoken.lang for reading in readings]
    placed = placed_on(page)
    return [
        _description(
            page,
            reading,
            [*_findings(page, reading, habits, reference, alone=len(posts) == 1), *above.get(reading.post.id, ())],
            placed,
            reading.spoken if reading.spoken.lang is not None else as_neighbours(reading.zones, languages),
        )
        for reading in readings
    ]


def _read(page: Page, post: Post, reference: date | None, *, alone: bool) -> Reading:
    zones = zones_of(page, post)
    owed = tuple(read_owed(zones))
    tail = meta_lines(outside(zones.tail, owed), "tail", reference)
    head = meta_lines(outside(zones.head, owed), "head", reference)
    edge = [
        *sure_only(meta_lines(short_only(outside(zones.body[:_EDGE_HEAD], owed)), "head", reference)),
        *sure_only(meta_lines(short_only(outside(zones.body[-_EDGE_TAIL:], owed)), "tail", reference)),
    ]
    stated = stated_lang((*post.stated, *(page.stated if alone else ())))
    spoken = read_languages(zones, stated.value if stated is not None else None)
    return Reading(post, zones, owed, tuple(head), tuple(edge), tuple(tail), spoken)


def _rim(zones: Zones) -> tuple[Line, ...]:
    """The first and last lines of the body, each once."""
    if len(zones.body) <= _EDGE_HEAD + _EDGE_TAIL:
        return zones.body
    return (*zones.body[:_EDGE_HEAD], *zones.body[-_EDGE_TAIL:])


def _findings(
    page: Page, reading: Reading, habits: Habits, reference: date | None, *, alone: bool
) -> Iterator[Finding]:
    """Everything that says something of byline, outlet or date; which goes first is the ranks' business."""
    zones, owed = reading.zones, reading.owed
    head, tail = outside(zones.head, owed), outside(zones.tail, owed)
    edge = outside(_rim(zones), owed)
    yield from marked_bylines(head, Rank.LABELLED)
    yield from named_around(reading.head, habits, Rank.HEAD)
    yield from bare_bylines(head, Rank.HEAD)
    yield from dates_around(reading.head, Rank.HEAD)
    yield from (found for one in owed for found in one.findings)
    yield from marked_bylines(tail, Rank.CREDITED)
    yield from named_around(reading.tail, habits, Rank.TAIL)
    yield from bare_bylines(tail, Rank.TAIL)
    yield from dates_around(reading.tail, Rank.TAIL)
    yield from marked_bylines(edge, Rank.DATELINE)
    yield from named_around(reading.edge, habits, Rank.DATELINE)
    yield from dates_around(reading.edge, Rank.DATELINE)
    yield from stated_findings(reading.post.stated, of_page=False)
    if alone:
        yield from stated_findings(page.stated, of_page=True)
        site = site_named(page, zones.title)
        if site is not None:
            yield site
    if zones.body:
        dated = dateline_date(zones.body[0], reference)
        named = self_named(reading.post.body.of(page.text), reading.post.body.start) if reading.post.body else None
        yield from (found for found in (dated, named) if found is not None)


def _description(
    page: Page, reading: Reading, findings: Sequence[Finding], placed: Placed, spoken: Spoken
) -> Description:
    post = reading.post
    links = links_of(post, placed)
    findings = [
        found
        for found in findings
        if not (is_bare_host(found) and _leads_away(found, page, links))
        and not (found.field == "byline" and is_account(found.value))
    ]
    byline, outlet, published = (best(findings, field) for field in ("byline", "outlet", "published"))
    published = _to_the_minute(published, findings)
    title, from_title = _title(page, post)
    chosen = [found for found in (byline, outlet, published) if found is not None]
    return Description(
        post_id=post.id,
        title=title,
        byline=byline.value if byline else None,
        outlet=outlet.value if outlet else None,
        published=published.value if published else None,
        lang=spoken.lang,
        sentences=spoken.sentences,
        credits=tuple(one.credit for one in reading.owed),
        links=links,
        captions=captions_of(post, reading.zones, placed),
        evidence=(*from_title, *map(evidence, chosen), *spoken.evidence),
        made_by=DESCRIBE.made_by,
    )


def _leads_away(found: Finding, page: Page, links: Sequence[Link]) -> bool:
    """The words of `found` are a link of the page, or stand on a page whose form says itself who publishes it."""
    stated = any(one.name == "outlet" for one in page.stated)
    linked = found.span is not None and any(link.span is not None and link.span.touches(found.span) for link in links)
    return stated or linked


def _to_the_minute(chosen: Finding | None, findings: Sequence[Finding]) -> Finding | None:
    """The same day with its time, where another reading has it."""
    if chosen is None or len(chosen.value) != 10:
        return chosen
    finer = (found for found in findings if found.field == "published" and found.value.startswith(chosen.value + "T"))
    return next(finer, chosen)


def _title(page: Page, post: Post) -> tuple[str | None, tuple[Evidence, ...]]:
    if post.title is not None:
        words = " ".join(post.title.of(page.text).split())
        return words or None, (Evidence(field="title", span=post.title, why="the line that the post begins with"),)
    stated = stated_title(post.stated)
    if stated is None:
        return None, ()
    return " ".join(stated.value.split()), (Evidence(field="title", span=stated.span, why=stated.where),)


def _describe(item: tuple[Page, Sequence[Post]]) -> list[Description]:
    return describe_page(*item)


def _source(item: tuple[Page, Sequence[Post]]) -> str:
    return item[0].source


DESCRIBE = each("describe", _describe, version=2, source_of=_source)
