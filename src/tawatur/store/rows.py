"""Everything that the case stores of one page, made ready apart from the case: in the process that read the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from tawatur.model import Capture, Description, Failure, Post, Reading, Span
from tawatur.model.ids import page_id, sha256_hex
from tawatur.store.captures import pack
from tawatur.store.descriptions import description_row, part_rows
from tawatur.store.pages import page_row
from tawatur.store.posts import post_row
from tawatur.store.table import Row, packed
from tawatur.store.tokens import index_row


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRows:
    """The rows of one page in all tables. Small to send from one process to another: tuples and strings only."""

    id: str
    sha256: str
    packed_raw: bytes
    page: Row | None
    posts: tuple[Row, ...]
    descriptions: tuple[Row, ...]
    parts: tuple[tuple[Row, ...], ...]
    """The rows of credits, links, captions, evidence and sentences, in the order of `descriptions.PARTS`."""
    search: tuple[tuple[str, str, str], ...]
    """One row of the search index for each post."""
    failures: tuple[Failure, ...]
    digest: str


def prepare(capture: Capture, reading: Reading | None, failures: Sequence[Failure] = ()) -> PageRows:
    """The rows of what was made of `capture`. A post whose spans leave its page becomes a failure, not a row."""
    digest = sha256_hex(capture.raw)
    id_ = page_id(digest, capture.name)
    failures = tuple(failures)
    if reading is not None:
        wrong = next(_wrong(id_, reading), None)
        if wrong is not None:
            failures = (*failures, _broken_promise(capture, wrong))
            reading = Reading(page=reading.page) if reading.page.id == id_ else None
    page = None if reading is None else page_row(reading.page)
    posts = tuple(map(post_row, reading.posts)) if reading else ()
    described = _in_order(reading) if reading else ()
    descriptions = tuple(map(description_row, described))
    parts = tuple(tuple(rows) for rows in part_rows(described))
    return PageRows(
        id=id_,
        sha256=digest,
        packed_raw=pack(capture.raw),
        page=page,
        posts=posts,
        descriptions=descriptions,
        parts=parts,
        search=tuple(_index_rows(reading)) if reading else (),
        failures=failures,
        digest=digest_of(page, posts, descriptions, parts),
    )


def digest_of(
    page: Row | None, posts: Sequence[Row], descriptions: Sequence[Row], parts: Sequence[Sequence[Row]]
) -> str:
    """SHA-256 over all rows of a page, so that a later change to any of them is found."""
    return sha256(packed([page, posts, descriptions, parts]).encode()).hexdigest()


def _in_order(reading: Reading) -> tuple[Description, ...]:
    place = {post.id: order for order, post in enumerate(reading.posts)}
    return tuple(sorted(reading.descriptions, key=lambda described: place[described.post_id]))


def _index_rows(reading: Reading) -> Iterator[tuple[str, str, str]]:
    titles = {described.post_id: described.title for described in reading.descriptions}
    for post in reading.posts:
        title = titles.get(post.id) or (post.title.of(reading.page.text) if post.title else None)
        yield index_row(title, post.span.of(reading.page.text))


def _wrong(id_: str, reading: Reading) -> Iterator[str]:
    """What a room promised of its results and did not keep, if anything."""
    page = reading.page
    if page.id != id_:
        yield f"its page calls itself {page.id}"
    whole = Span(0, len(page.text))
    known = {post.id for post in reading.posts}
    if len(known) != len(reading.posts):
        yield "two posts have one id"
    for post in reading.posts:
        if post.page_id != page.id or not all(whole.holds(span) for span in _spans_of_post(post)):
            yield f"post {post.order} does not lie in its page"
    if len({described.post_id for described in reading.descriptions}) != len(reading.descriptions):
        yield "a post is described twice"
    for described in reading.descriptions:
        if described.post_id not in known or not all(whole.holds(span) for span in spans_of(described)):
            yield f"the description of {described.post_id} points outside its page"


def _spans_of_post(post: Post) -> Iterator[Span]:
    yield from (span for span in (post.span, post.title, post.body) if span is not None)


def spans_of(described: Description) -> Iterator[Span]:
    """Every span of a description."""
    yield from (part.span for part in described.credits)
    yield from (part.span for part in described.captions)
    yield from (part.span for part in described.sentences)
    yield from (link.span for link in described.links if link.span is not None)
    yield from (evidence.span for evidence in described.evidence if evidence.span is not None)


def _broken_promise(capture: Capture, what: str) -> Failure:
    return Failure(
        stage="store",
        source=capture.source,
        offset=capture.offset,
        kind="BrokenPromise",
        message=f"{capture.source}: {what}. Its bytes and text are kept, its posts are not. "
        "Please report this with the page, if you may share it.",
    )
