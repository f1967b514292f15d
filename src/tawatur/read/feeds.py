"""RSS, Atom, RDF and CDF feeds, read by feedparser with its sanitiser on; nothing is ever fetched."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from typing import Any

import feedparser

from tawatur.errors import BrokenRecord, TooLarge
from tawatur.model import Capture, Page, Stated
from tawatur.read.decode import decode, stated_encoding
from tawatur.read.entries import (
    Entry,
    Feed,
    Words,
    first_words,
    flat_words,
    one_line,
    page_of_feed,
    stated_words,
)
from tawatur.read.times import iso_of

# Reading takes 0.1 microseconds a character, 3 a tag or reference, 90 an entry of nothing else: these limits keep the
# worst feed under ten seconds. A feed of 2,000 whole articles is below half of them.
_MAX_CHARS = 16_000_000
_MAX_MARKS = 400_000
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,400}\?>")
_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml", "cdf": "application/x-cdf"}


def read_feed(capture: Capture) -> Page:
    """The page of an XML feed: one unit an entry.

    Raises: BrokenRecord where there is no feed in it, TooLarge for one that would take too long.
    """
    decoded = decode(capture.raw, (capture.stated_charset, stated_encoding(capture.raw)))
    marks = decoded.text.count("<") + decoded.text.count("&")
    if len(decoded.text) > _MAX_CHARS or marks > _MAX_MARKS:
        raise TooLarge(
            f"{capture.source}: the feed holds {len(decoded.text):,} characters and {marks:,} tags and references, over the "
            f"limit of {_MAX_CHARS:,} or {_MAX_MARKS:,}. Split it into several files."
        )
    parsed = _parsed(decoded.text, capture.uri)
    if not parsed.version and not parsed.entries and not parsed.feed:
        raise BrokenRecord(
            f"{capture.source}: it starts like a feed, but holds none ({_trouble(parsed) or 'no entries'}). "
            "Fetch it again, or save the page of the feed as HTML and read that."
        )
    return page_of_feed(capture, _feed(parsed), decoded)


def _parsed(text: str, uri: str | None) -> Any:
    # The text is in one encoding and says so in one place: what its declaration stated was weighed before.
    clean = _DECLARATION.sub("", _NOT_XML.sub("", text.lstrip("\ufeff")), count=1).lstrip()
    headers = {"content-type": "application/xml; charset=utf-8"}
    if uri is not None and uri.startswith(("http://", "https://")):
        headers["content-location"] = uri
    return feedparser.parse(
        io.BytesIO(clean.encode("utf-8", "replace")),
        response_headers=headers,
        sanitize_html=True,
        resolve_relative_uris=True,
    )


def _feed(parsed: Any) -> Feed:
    head = parsed.feed
    title = _words(head, "title")
    outlet = stated_words("outlet", flat_words(title), "feed title") if title is not None else ()
    notes: tuple[str, ...] = ()
    if parsed.bozo and not isinstance(parsed.get("bozo_exception"), feedparser.CharacterEncodingOverride):
        notes = (f"the feed is malformed ({_trouble(parsed)}); {len(parsed.entries)} entries could be read",)
    return Feed(
        media_type=next(
            (kind for start, kind in _TYPES.items() if (parsed.version or "").startswith(start)), "text/xml"
        ),
        title=(flat_words(title) if title else None) or None,
        entries=tuple(_entry(entry, head, outlet) for entry in parsed.entries),
        stated=tuple(_of_feed(head)),
        notes=notes,
    )


def _trouble(parsed: Any) -> str:
    return one_line(str(parsed.get("bozo_exception") or ""))[:200]


def _of_feed(head: Any) -> Iterator[Stated]:
    title = _words(head, "title")
    if title is not None:
        yield from stated_words("title", flat_words(title), "feed title")
        yield from stated_words("outlet", flat_words(title), "feed title")
    yield from stated_words("byline", _author(head), "feed author")
    yield from stated_words("url", head.get("link"), "feed link")
    yield from stated_words(
        "lang", _lang(head.get("language")) or _detail_lang(head, "title", "subtitle", "info"), "feed language"
    )
    description = first_words([_words(head, name) for name in ("subtitle", "info", "summary")])
    if description is not None:
        yield from stated_words("description", flat_words(description), "feed description")
    yield from _times(head)


def _entry(entry: Any, head: Any, outlet: tuple[Stated, ...]) -> Entry:
    content, summary = _content(entry), first_words([_words(entry, name) for name in ("summary", "subtitle")])
    body = content if content is not None and content.text.strip() else summary
    stated = [
        *_by(entry, head),
        *(_outlet(entry) or outlet),
        *_times(entry),
        *stated_words("url", _link(entry), "feed link"),
        *stated_words("lang", _entry_lang(entry) or _lang(head.get("language")), "feed language"),
    ]
    if summary is not None and summary is not body:
        stated += stated_words("description", flat_words(summary), "feed summary")
    return Entry(title=_words(entry, "title"), body=body, link=_link(entry), stated=tuple(stated))


def _words(part: Any, name: str) -> Words | None:
    value = part.get(name)
    if not isinstance(value, str) or not value.strip():
        return None
    detail = part.get(f"{name}_detail")
    kind = detail.get("type") if isinstance(detail, Mapping) else None
    return Words(value, kind != "text/plain")


def _content(entry: Any) -> Words | None:
    """The longest of an entry's contents: some are offered in two forms, plain and marked up."""
    held = [item for item in entry.get("content", ()) if isinstance(item.get("value"), str)]
    if not held:
        return None
    longest = max(held, key=lambda item: len(item["value"]))
    return Words(longest["value"], longest.get("type") != "text/plain")


def _by(entry: Any, head: Any) -> tuple[Stated, ...]:
    own = stated_words("byline", _author(entry), "feed author")
    # RFC 4287, 4.2.1: an entry without author has the author of its source, or else of the feed.
    source = entry.get("source") or {}
    return own or stated_words("byline", _author(source) or _author(head), "author of the whole feed")


def _author(part: Any) -> str | None:
    people = [person for person in part.get("authors", ()) if isinstance(person, Mapping)]
    names = [_whole_name(one_line(str(person.get("name") or person.get("email") or ""))) for person in people]
    names = list(dict.fromkeys(name for name in names if name))
    if names:
        return ", ".join(names)
    detail = part.get("author_detail")
    name = detail.get("name") if isinstance(detail, Mapping) else None
    return _whole_name(str(name or part.get("author") or "")) or None


def _whole_name(name: str) -> str:
    """`name` without the end of a mail address: the library takes `a@b.agency (Name)` apart after four letters."""
    return name.rsplit("(", 1)[1].strip() if name.count("(") > name.count(")") else name


def _outlet(entry: Any) -> tuple[Stated, ...]:
    source = entry.get("source")
    named = _words(source, "title") if isinstance(source, Mapping) else None
    if named is not None:
        return stated_words("outlet", flat_words(named), "feed entry source")
    publisher = entry.get("publisher") or entry.get("dc_publisher")
    return stated_words("outlet", publisher, "dc publisher")


def _times(part: Any) -> Iterator[Stated]:
    published = next((name for name in ("published", "created") if name in part), None)
    if published is not None:
        yield from stated_words(
            "published", iso_of(part.get(published), part.get(f"{published}_parsed")), f"feed {published}"
        )
    if "updated" in part:
        updated = iso_of(part.get("updated"), part.get("updated_parsed"))
        if published is None:
            # Atom asks for this time only, and RDF feeds have one date: readers take it for the time of publication.
            yield from stated_words("published", updated, "feed updated")
        yield from stated_words("modified", updated, "feed updated")


def _link(entry: Any) -> str | None:
    link = entry.get("link")
    if not link:
        link = next((link.get("href") for link in entry.get("links", ()) if link.get("href")), None)
    return link if isinstance(link, str) else None


def _entry_lang(entry: Any) -> str | None:
    for item in entry.get("content", ()):
        lang = _lang(item.get("language"))
        if lang:
            return lang
    return _detail_lang(entry, "summary", "title") or _lang(entry.get("language"))


def _detail_lang(part: Any, *names: str) -> str | None:
    for name in names:
        detail = part.get(f"{name}_detail")
        if isinstance(detail, Mapping):
            lang = _lang(detail.get("language"))
            if lang:
                return lang
    return None


def _lang(value: Any) -> str | None:
    """A BCP 47 tag; None for what can be none."""
    if not isinstance(value, str):
        return None
    tag = value.strip().replace("_", "-")
    return tag if re.fullmatch(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,6}", tag) else None
