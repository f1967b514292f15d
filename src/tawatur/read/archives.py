"""From the records of a web archive to captures: pages and feeds are kept, what carries them is counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import urlsplit

from tawatur.errors import BrokenRecord, TruncatedRecord
from tawatur.model import Capture, Failure
from tawatur.read.frames import Damage
from tawatur.read.items import Item, failure_of
from tawatur.read.options import ReadOptions
from tawatur.read.records import Record, Unread, read_records
from tawatur.read.sniff import sniff
from tawatur.read.window import Window

# What a server may call a document that is worth sniffing. Scripts, styles and data are text too, but nobody's news.
_DOCUMENT_TYPES = frozenset(
    [
        "text/html",
        "application/xhtml+xml",
        "text/plain",
        "text/xml",
        "application/xml",
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "text/x-opml",
        "text/rss",
        "text/atom",
        "application/x-rss+xml",
        "application/octet-stream",
        "application/unknown",
        "unknown/unknown",
        "unk",
        "no-type",
        "text",
    ]
)
_UNNAMED_TYPES = frozenset(
    {None, "application/octet-stream", "application/unknown", "unknown/unknown", "unk", "no-type", "text"}
)
_MARKUP_KINDS = frozenset({"html", "feed", "json feed", "opml"})
# Notes that crawlers keep about themselves beside what they captured.
_CRAWLER_SCHEMES = ("urn:", "metadata:", "dns:", "whois:", "screenshot:", "filedesc:")


def archive_captures(
    item: Item, window: Window, options: ReadOptions, tally: Counter[str], *, is_arc: bool
) -> Iterator[Capture | Failure]:
    """A Capture for each page, feed or text that the archive holds, a Failure for each damaged record.

    What is passed over is counted in `tally`: "request", "revisit", "status 404", "image/png".
    """
    kept = 0
    bundled: int | None = None
    for record in read_records(window, item.source, options, is_arc=is_arc):
        if isinstance(record, Unread):
            tally[record.kind] += 1
            continue
        if isinstance(record, Damage):
            yield failure_of(item.source, record.error, record.offset)
            continue
        if record.shares_member and bundled is None:
            bundled = record.offset
        passed = passed_over(record)
        if passed is not None:
            tally[passed] += 1
            continue
        if record.cut_short is not None:
            yield failure_of(item.source, _cut_short(item, record), record.offset)
        yield _capture(item, record)
        kept += 1
        if options.max_records is not None and kept >= options.max_records:
            return
    if bundled is not None and item.packing == "gzip":
        yield failure_of(item.source, _bundled(item, bundled), bundled)


def passed_over(record: Record) -> str | None:
    """Why a record makes no page ("status 404", "image/png", "note of the crawler"); None where it makes one."""
    uri = record.uri or ""
    if uri.startswith(_CRAWLER_SCHEMES):
        return "note of the crawler"
    if record.status is not None and record.status != 200:
        return f"status {record.status}"
    if record.kind == "conversion":
        return None
    kind = sniff(record.payload, record.media_type).kind
    if kind == "empty":
        return "no content"
    stated = record.media_type
    if kind in _MARKUP_KINDS and (stated in _DOCUMENT_TYPES or stated is None or stated.endswith(("xml", "json"))):
        return None
    if stated in _UNNAMED_TYPES or stated not in _DOCUMENT_TYPES or kind != "text":
        return stated or "no media type"
    # Robots Exclusion Protocol (RFC 9309): the one plain text that every crawl holds and nobody wrote to be read.
    return "robots.txt" if urlsplit(uri.replace("[", "").replace("]", "")).path == "/robots.txt" else None


def _capture(item: Item, record: Record) -> Capture:
    name = record.uri or f"{item.name}#{record.offset}"
    return Capture(
        source=record.uri or f"{item.source}#{record.offset}",
        name=name,
        raw=record.payload,
        retrieved=record.date or item.retrieved,
        uri=record.uri,
        stated_type=record.media_type,
        stated_charset=record.charset,
        container=item.source,
        offset=record.offset,
    )


def _cut_short(item: Item, record: Record) -> TruncatedRecord:
    return TruncatedRecord(
        f"{item.source}: in the record at byte {record.offset} ({record.uri}) {record.cut_short}. "
        "What is there of it was kept as a page; fetch the page again if the rest matters."
    )


def _bundled(item: Item, offset: int) -> BrokenRecord:
    return BrokenRecord(
        f"{item.source}: from byte {offset} on, several records share one gzip member, against the WARC standard. "
        "All of them were read; recompress the file record by record to make single records retrievable by offset."
    )
