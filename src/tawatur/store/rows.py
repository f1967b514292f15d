"""Everything that the case stores of one page, made ready apart from the case: in the process that read the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from tawatur.model import Capture, Description, Failure, Reading
from tawatur.model.ids import page_id, sha256_hex
from tawatur.store.descriptions import description_row, part_rows
from tawatur.store.pages import page_row
from tawatur.store.places import place_row
from tawatur.store.posts import post_row
from tawatur.store.promises import wrong_places, wrong_reading, wrong_statements
from tawatur.store.statements import statement_row
from tawatur.store.table import Row, packed
from tawatur.store.tokens import index_row


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRows:
    """The rows of one page in all tables. Small to send from one process to another: tuples and strings only."""

    id: str
    sha256: str
    page: Row | None
    posts: tuple[Row, ...]
    descriptions: tuple[Row, ...]
    parts: tuple[tuple[Row, ...], ...]
    """The rows of credits, links, captions, evidence and sentences, in the order of `descriptions.PARTS`."""
    search: tuple[tuple[str, str, str], ...]
    """One row of the search index for each post."""
    statements: tuple[Row, ...]
    places: tuple[Row, ...]
    failures: tuple[Failure, ...]
    digest: str


def prepare(capture: Capture, reading: Reading | None, failures: Sequence[Failure] = ()) -> PageRows:
    """The rows of what was made of `capture`. What does not keep to its page becomes a failure, not a row."""
    digest = sha256_hex(capture.raw)
    id_ = page_id(digest, capture.name)
    broken: tuple[Failure, ...] = ()
    if reading is not None:
        reading, broken = _kept(capture, id_, reading)
    page = None if reading is None else page_row(reading.page)
    posts = tuple(map(post_row, reading.posts)) if reading else ()
    described = _in_order(reading) if reading else ()
    descriptions = tuple(map(description_row, described))
    parts = tuple(tuple(rows) for rows in part_rows(described))
    statements = tuple(map(statement_row, reading.statements)) if reading else ()
    places = tuple(map(place_row, reading.places)) if reading else ()
    return PageRows(
        id=id_,
        sha256=digest,
        page=page,
        posts=posts,
        descriptions=descriptions,
        parts=parts,
        search=tuple(_index_rows(reading)) if reading else (),
        statements=statements,
        places=places,
        failures=(*failures, *broken),
        digest=digest_of(page, posts, descriptions, parts, statements, places),
    )


def digest_of(
    page: Row | None,
    posts: Sequence[Row],
    descriptions: Sequence[Row],
    parts: Sequence[Sequence[Row]],
    statements: Sequence[Row],
    places: Sequence[Row],
) -> str:
    """SHA-256 over all rows of a page, so that a later change to any of them is found."""
    rows: list[object] = [page, posts, descriptions, parts]
    # Pages that were read before there were statements keep the digest that they were given then.
    if statements or places:
        rows += [statements, places]
    return sha256(packed(rows).encode()).hexdigest()


def _kept(capture: Capture, id_: str, reading: Reading) -> tuple[Reading | None, tuple[Failure, ...]]:
    """What of `reading` keeps its promises, and what is left out."""
    wrong = next(wrong_reading(id_, reading), None)
    if wrong is not None:
        page = Reading(page=reading.page) if reading.page.id == id_ else None
        return page, (_broken_promise(capture, wrong, "Its bytes and text are kept, its posts are not."),)
    failures = []
    if (wrong := next(wrong_statements(reading), None)) is not None:
        failures.append(_broken_promise(capture, wrong, "Its posts are kept, its statements are not."))
        reading = replace(reading, statements=())
    if (wrong := next(wrong_places(reading), None)) is not None:
        failures.append(_broken_promise(capture, wrong, "Its posts are kept, its places are not."))
        reading = replace(reading, places=())
    order = {post.id: place for place, post in enumerate(reading.posts)}
    return replace(
        reading,
        statements=tuple(sorted(reading.statements, key=lambda one: (order[one.post_id], one.order))),
        places=tuple(sorted(reading.places, key=lambda one: (order[one.post_id], one.order))),
    ), tuple(failures)


def _in_order(reading: Reading) -> tuple[Description, ...]:
    place = {post.id: order for order, post in enumerate(reading.posts)}
    return tuple(sorted(reading.descriptions, key=lambda described: place[described.post_id]))


def _index_rows(reading: Reading) -> Iterator[tuple[str, str, str]]:
    titles = {described.post_id: described.title for described in reading.descriptions}
    for post in reading.posts:
        title = titles.get(post.id) or (post.title.of(reading.page.text) if post.title else None)
        yield index_row(title, post.span.of(reading.page.text))


def _broken_promise(capture: Capture, what: str, kept: str) -> Failure:
    return Failure(
        stage="store",
        source=capture.source,
        offset=capture.offset,
        kind="BrokenPromise",
        message=f"{capture.source}: {what}. {kept} Please report this with the page, if you may share it.",
    )
