"""From the raw bytes of one document to its page."""

from __future__ import annotations

from dataclasses import replace

from tawatur.errors import UnknownFormat
from tawatur.model import Capture, Page
from tawatur.read.decode import decode, stated_encoding
from tawatur.read.html import read_html
from tawatur.read.plain import read_plain
from tawatur.read.sniff import sniff


def parse(capture: Capture) -> Page:
    """The page that `capture` holds; what it is, is told by its bytes.

    Raises: UnknownFormat for bytes of no kind that we read, BrokenRecord for a document too damaged to read.
    """
    sniffed = sniff(capture.raw, capture.stated_type)
    match sniffed.kind:
        case "html":
            return _read_html(capture)
        case "text" | "empty":
            return read_plain(capture)
        case _:
            raise UnknownFormat(
                f"{capture.source}: this is {sniffed.words or sniffed.kind}, which is not read. "
                "Save it as HTML or plain text and read that."
            )


def _read_html(capture: Capture) -> Page:
    decoded = decode(capture.raw, (capture.stated_charset, stated_encoding(capture.raw)))
    page = read_html(capture, decoded.text, decoded.encoding)
    return replace(page, notes=(*decoded.notes, *page.notes)) if decoded.notes else page
