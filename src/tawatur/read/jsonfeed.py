"""JSON Feed 1.0 and 1.1: https://www.jsonfeed.org/version/1.1/"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tawatur.errors import BrokenRecord, TooLarge, UnknownFormat
from tawatur.model import Capture, Page, Stated
from tawatur.read.decode import decode
from tawatur.read.entries import Entry, Feed, Words, first_words, one_line, page_of_feed, stated_words
from tawatur.read.times import iso_of

_MAX_ITEMS = 30_000  # a tenth of a millisecond each: a larger feed is an export, not a feed
_FEED_FIELDS = frozenset({"home_page_url", "feed_url", "version"})


def read_json_feed(capture: Capture) -> Page:
    """The page of a JSON Feed: one unit an item. Raises: BrokenRecord, UnknownFormat for JSON that is no feed."""
    decoded = decode(capture.raw, (capture.stated_charset,))
    try:
        top = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        raise BrokenRecord(f"{capture.source}: it starts like JSON, but is none ({error}). Fetch it again.") from error
    if not isinstance(top, Mapping) or not isinstance(top.get("items", []), list) or not _FEED_FIELDS & top.keys():
        raise UnknownFormat(
            f"{capture.source}: this is JSON that is no JSON Feed, which is not read. Save its texts as HTML or plain text."
        )
    if len(top.get("items", ())) > _MAX_ITEMS:
        raise TooLarge(
            f"{capture.source}: the feed holds {len(top['items']):,} items, over the limit of {_MAX_ITEMS:,}. "
            "Split it into several files."
        )
    return page_of_feed(capture, _feed(top), decoded)


def _feed(top: Mapping[str, Any]) -> Feed:
    items = [item for item in top.get("items", ()) if isinstance(item, Mapping)]
    return Feed(
        media_type="application/feed+json",
        title=_words(top.get("title")),
        entries=tuple(_entry(item, top) for item in items),
        stated=tuple(_of_feed(top)),
    )


def _of_feed(top: Mapping[str, Any]) -> Iterator[Stated]:
    yield from stated_words("title", top.get("title"), "feed title")
    yield from stated_words("outlet", top.get("title"), "feed title")
    yield from stated_words("byline", _author(top), "feed author")
    yield from stated_words("url", top.get("home_page_url"), "feed link")
    yield from stated_words("lang", top.get("language"), "feed language")
    yield from stated_words("description", top.get("description"), "feed description")


def _entry(item: Mapping[str, Any], top: Mapping[str, Any]) -> Entry:
    markup, plain, summary = item.get("content_html"), item.get("content_text"), item.get("summary")
    body = first_words(
        [
            Words(markup, True) if isinstance(markup, str) else None,
            Words(plain, False) if isinstance(plain, str) else None,
            Words(summary, False) if isinstance(summary, str) else None,
        ]
    )
    title = item.get("title")
    link = item.get("url") or item.get("external_url")
    stated = [
        *(
            stated_words("byline", _author(item), "feed author")
            or stated_words("byline", _author(top), "author of the whole feed")
        ),
        *stated_words("outlet", top.get("title"), "feed title"),
        *stated_words("published", iso_of(item.get("date_published")), "feed published"),
        *stated_words("modified", iso_of(item.get("date_modified")), "feed updated"),
        *stated_words("url", link, "feed link"),
        *stated_words("lang", item.get("language") or top.get("language"), "feed language"),
    ]
    if isinstance(summary, str) and body is not None and body.text != summary:
        stated += stated_words("description", summary, "feed summary")
    return Entry(
        title=Words(title, False) if isinstance(title, str) else None,
        body=body,
        link=link if isinstance(link, str) else None,
        stated=tuple(stated),
    )


def _author(part: Mapping[str, Any]) -> str | None:
    people = part.get("authors") if isinstance(part.get("authors"), list) else [part.get("author")]
    names = [
        person["name"] for person in people or () if isinstance(person, Mapping) and isinstance(person.get("name"), str)
    ]
    return ", ".join(name for name in names if name.strip()) or None


def _words(value: Any) -> str | None:
    return one_line(value) or None if isinstance(value, str) else None
