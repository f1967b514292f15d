"""What was taken in, before anything is understood of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """The raw bytes of one document and where they came from.

    `source` is what the export shows: the path as given, or the URI of an archived or fetched page.
    `name` identifies the document among captures with equal bytes, the same on every machine: the URI,
    or the path below the folder that was named.
    """

    source: str
    name: str
    raw: bytes
    retrieved: str
    """Time of capture, ISO 8601 with zone: the archive's or the server's word where there is one, else the file's."""
    uri: str | None = None
    """The web address the bytes were served from, where known."""
    stated_type: str | None = None
    """Media type as a server or an archive stated it. A hint only: content is sniffed."""
    stated_charset: str | None = None
    container: str | None = None
    """Path of the archive that holds the record; None for a plain file."""
    offset: int | None = None
    """Byte offset of the record in `container`."""
