"""What the rooms promise of their results, checked before anything is stored: spans inside the page, ids once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.model import Description, Place, Post, Reading, Span, Statement
from tawatur.store.statements import spans_of as spans_of_statement


def wrong_reading(id_: str, reading: Reading) -> Iterator[str]:
    """What is wrong with the page `id_`, its posts and descriptions, if anything."""
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


def wrong_statements(reading: Reading) -> Iterator[str]:
    """What is wrong with the statements of a page, if anything."""
    whole = Span(0, len(reading.page.text))
    known = {post.id for post in reading.posts}
    if len({one.id for one in reading.statements}) != len(reading.statements):
        yield "two statements have one id"
    yield from _wrong_order(reading.statements, "statements")
    for one in reading.statements:
        if one.post_id not in known or not all(whole.holds(span) for span in spans_of_statement(one)):
            yield f"statement {one.id} points outside its page"


def wrong_places(reading: Reading) -> Iterator[str]:
    """What is wrong with the places of a page, if anything."""
    whole = Span(0, len(reading.page.text))
    known = {post.id for post in reading.posts}
    yield from _wrong_order(reading.places, "places")
    for place in reading.places:
        if place.post_id not in known or not whole.holds(place.span):
            yield f"{place.name} of {place.post_id} points outside its page"
        if not _on_the_globe(place):
            yield f"{place.name} of {place.post_id} lies nowhere on the globe"


def spans_of(described: Description) -> Iterator[Span]:
    """Every span of a description."""
    yield from (part.span for part in described.credits)
    yield from (part.span for part in described.captions)
    yield from (part.span for part in described.sentences)
    yield from (link.span for link in described.links if link.span is not None)
    yield from (evidence.span for evidence in described.evidence if evidence.span is not None)


def _spans_of_post(post: Post) -> Iterator[Span]:
    yield from (span for span in (post.span, post.title, post.body) if span is not None)


def _wrong_order(ones: Sequence[Statement] | Sequence[Place], what: str) -> Iterator[str]:
    if len({(one.post_id, one.order) for one in ones}) != len(ones):
        yield f"two {what} of a post stand at one place in its order"


def _on_the_globe(place: Place) -> bool:
    """True where the point is none or one that a map has; what is not a number is no point."""
    if place.lat is None or place.lon is None:
        return place.lat is place.lon
    return -90 <= place.lat <= 90 and -180 <= place.lon <= 180 and (place.radius_km is None or place.radius_km >= 0)
