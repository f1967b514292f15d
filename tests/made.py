"""Captures, pages, posts and descriptions made by hand for tests of what stores, runs and writes them."""

from __future__ import annotations

from dataclasses import replace

from tawatur.model import (
    Block,
    Caption,
    Capture,
    Credit,
    Description,
    Evidence,
    Link,
    Page,
    Place,
    Post,
    Reading,
    SentenceLanguage,
    Span,
    Stated,
    Statement,
    Unit,
)
from tawatur.model.ids import page_id, post_id, sha256_hex, statement_id

TIME = "2031-05-04T10:00:00+00:00"


def capture_of(text: str, name: str = "page.txt") -> Capture:
    """A capture of a plain-text file."""
    return Capture(source=f"clippings/{name}", name=name, raw=text.encode("utf-8", "surrogatepass"), retrieved=TIME)


def page_of(capture: Capture) -> Page:
    """The page of a plain-text capture."""
    digest = sha256_hex(capture.raw)
    return Page(
        id=page_id(digest, capture.name),
        source=capture.source,
        media_type="text/plain",
        encoding="utf-8",
        sha256=digest,
        retrieved=capture.retrieved,
        title=None,
        text=capture.raw.decode("utf-8", "replace"),
        made_by="read@1",
    )


def reading_of(capture: Capture) -> Reading:
    """A page cut at blank lines; the first line of each post is its title, `key: value` lines describe it."""
    page = page_of(capture)
    posts, descriptions, start = [], [], 0
    for order, piece in enumerate(page.text.split("\n\n")):
        post, described = _post_of(page, order, start, piece)
        posts.append(post)
        descriptions.append(described)
        start += len(piece) + 2
    return Reading(page=page, posts=tuple(posts), descriptions=tuple(descriptions))


def _post_of(page: Page, order: int, start: int, piece: str) -> tuple[Post, Description]:
    title, _, rest = piece.partition("\n")
    facts = dict(line.split(": ", 1) for line in rest.splitlines() if ": " in line)
    body = Span(start + len(title) + 1, start + len(piece)) if rest else None
    id_ = post_id(page.id, start, title)
    post = Post(
        id=id_,
        page_id=page.id,
        order=order,
        span=Span(start, start + len(piece)),
        title=Span(start, start + len(title)),
        body=body,
        made_by="split@1",
    )
    described = Description(
        post_id=id_,
        title=title,
        byline=facts.get("by"),
        outlet=facts.get("outlet"),
        published=facts.get("date"),
        lang=facts.get("lang"),
        made_by="describe@1",
    )
    return post, described


def full_reading(capture: Capture) -> Reading:
    """A reading in which every field of every noun holds something."""
    reading = reading_of(capture)
    span = Span(0, 3)
    stated = (Stated(name="outlet", value="The Harbour Lamp", where="opengraph", span=span),)
    link = Link(kind="image", text=None, url="https://lamp.example/a.png", span=span)
    page = replace(
        reading.page,
        title="Front page",
        uri="https://lamp.example/",
        blocks=(Block(span=span, kind="heading", level=2), Block(span=Span(3, 4), kind="paragraph")),
        units=(Unit(span=Span(0, 4), title=span, body=None, stated=stated, made_by="h-entry"),),
        stated=stated,
        links=(link,),
        notes=("decoded with replacement characters",),
    )
    posts = (replace(reading.posts[0], stated=stated, reasons=("the page begins",)), *reading.posts[1:])
    described = replace(
        reading.descriptions[0],
        byline="Rana Halwan",
        outlet="The Harbour Lamp",
        published="2031-05",
        lang="en",
        sentences=(SentenceLanguage(span=span, lang="ar"),),
        credits=(
            Credit(kind="photo", to="The", span=span, cue=Span(3, 4)),
            Credit(kind="via", to="The", span=span),
        ),
        links=(link, Link(kind="link", text="The", url="https://lamp.example/b", span=None)),
        captions=(Caption(span=span),),
        evidence=(
            Evidence(field="lang", span=None, why="most letters"),
            Evidence(field="title", span=span, why="x"),
        ),
    )
    return Reading(
        page=page,
        posts=posts,
        descriptions=(described, *reading.descriptions[1:]),
        statements=(full_statement(posts[0].id), bare_statement(posts[0].id)),
        places=(full_place(posts[0].id), bare_place(posts[0].id)),
    )


def full_statement(post: str, span: Span = Span(0, 3)) -> Statement:  # noqa: B008 - frozen
    """A statement in which every field holds something."""
    return Statement(
        id=statement_id(post, span.start, "full"),
        post_id=post,
        order=0,
        kind="mixed",
        content=span,
        quoted=(Span(span.start, span.start + 1), Span(span.start + 2, span.end)),
        speaker=Span(0, 2),
        speaker_name="Rana Halwan",
        speaker_name_at=Span(1, 3),
        speaker_class="person",
        cue=Span(2, 3),
        verb_class="denies",
        negated=True,
        addressee="The Harbour Lamp",
        addressee_at=Span(0, 1),
        venue=Span(1, 2),
        lang="en",
        reasons=("a cue stands before it", "x"),
        made_by="attribute@1",
    )


def bare_statement(post: str, order: int = 1) -> Statement:
    """A statement of which nothing is known but its words."""
    return Statement(
        id=statement_id(post, 1, f"bare {order}"),
        post_id=post,
        order=order,
        kind="indirect",
        content=Span(1, 4),
        speaker=None,
        speaker_name=None,
        speaker_class=None,
        cue=None,
        verb_class="says",
        lang=None,
        made_by="attribute@1",
    )


def full_place(post: str, order: int = 0) -> Place:
    """A mention of a place in which every field holds something."""
    return Place(
        post_id=post,
        order=order,
        span=Span(0, 3),
        form="name",
        name="Port Qamari",
        name_ar="مرفأ القمري",
        place_id="gn:7",
        geonames_id=7,
        kind="port",
        lat=35,
        lon=-36.25,
        radius_km=2,
        country="SY",
        others=3,
        reasons=("the only one in a country that the post names",),
        made_by="locate@1",
    )


def bare_place(post: str, order: int = 1) -> Place:
    """A mention of a place without a point."""
    return Place(
        post_id=post,
        order=order,
        span=Span(1, 4),
        form="demonym",
        name="The Upper Valley",
        place_id="tw:upper-valley",
        kind="region",
        lat=None,
        lon=None,
        made_by="locate@1",
    )
