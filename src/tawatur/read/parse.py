"""From the raw bytes of one document to its page."""

from __future__ import annotations

from dataclasses import replace

from tawatur.errors import UnknownFormat
from tawatur.model import Capture, Page
from tawatur.read.decode import decode, stated_encoding
from tawatur.read.feeds import read_feed
from tawatur.read.html import read_html
from tawatur.read.jsonfeed import read_json_feed
from tawatur.read.opml import not_followed
from tawatur.read.plain import read_plain
from tawatur.read.sniff import Sniffed, sniff


def parse(capture: Capture) -> Page:
    """The page that `capture` holds; what it is, is told by its bytes.

    Raises: UnknownFormat for bytes of no kind that we read, BrokenRecord for a document too damaged to read,
        TooLarge for one over the limit of its format.
    """
    sniffed = sniff(capture.raw, capture.stated_type)
    match sniffed.kind:
        case "text" | "empty":
            return read_plain(capture)
        case "html":
            return _read_html(capture)
        case "feed":
            return read_feed(capture)
        case "json feed" | "json":
            return read_json_feed(capture)
        case "opml":
            raise not_followed(capture)
        case _:
            raise _unknown(capture, sniffed)


def _read_html(capture: Capture) -> Page:
    decoded = decode(capture.raw, (capture.stated_charset, stated_encoding(capture.raw)))
    page = read_html(capture, decoded.text, decoded.encoding)
    return replace(page, notes=(*decoded.notes, *page.notes)) if decoded.notes else page


def _unknown(capture: Capture, sniffed: Sniffed) -> UnknownFormat:
    words = sniffed.words or f"a packed file ({sniffed.kind})"
    return UnknownFormat(
        f"{capture.source}: this is {words}, which is not read. Save it as HTML or plain text and read that."
    )
