"""Plain text: the canonical text is the decoded file, character for character."""

from __future__ import annotations

from tawatur.model import Capture, Page
from tawatur.model.ids import page_id, sha256_hex
from tawatur.read.decode import Decoded, decode

MADE_BY = "read@1"


def read_plain(capture: Capture) -> Page:
    """The page of a plain-text document. Line ends stay as they are; only a byte order mark is dropped."""
    decoded = decode(capture.raw, (capture.stated_charset,))
    return page_of(capture, decoded.text, decoded, media_type="text/plain")


def page_of(capture: Capture, text: str, decoded: Decoded, *, media_type: str) -> Page:
    """A page of `capture` with nothing but its text."""
    digest = sha256_hex(capture.raw)
    nuls = text.count("\x00")
    notes = (*decoded.notes, f"{nuls} NUL characters kept as they are") if nuls else decoded.notes
    return Page(
        id=page_id(digest, capture.name),
        source=capture.source,
        media_type=media_type,
        encoding=decoded.encoding,
        sha256=digest,
        retrieved=capture.retrieved,
        title=None,
        text=text,
        uri=capture.uri,
        notes=notes,
        made_by=MADE_BY,
    )
