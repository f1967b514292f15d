"""The choices a reader of sources can make, as one frozen object."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadOptions:
    """Limits and permissions of one reading. Sizes are bytes, times seconds."""

    max_bytes: int = 64 * MIB
    """Largest document, after unpacking and content decoding. A larger one becomes a TooLarge failure."""
    max_ratio: int = 300
    """How many times its packed size a document may unpack to, once it is over `free_bytes`."""
    free_bytes: int = 8 * MIB
    """Up to this size a document may unpack to whatever it likes: short texts pack well."""
    max_records: int | None = None
    """Stop after so many captures of one archive; None reads all of them."""
    max_members: int = 200_000
    """Most members that a zip file may list."""
    allow_private: bool = False
    """Fetch from private, loopback and link-local addresses too."""
    follow_opml: bool = False
    """Fetch the feeds that a subscription list (OPML) names."""
    timeout_s: float = 30.0
    """Longest silence of a server, and longest wait for a connection."""
    max_fetch_s: float = 300.0
    """Longest time that one fetched document may take in all."""
    max_redirects: int = 5
    ignore_name: str = ".tawaturignore"
    """Name of the files that list what a folder walk leaves out, in the manner of .gitignore."""
    hidden: bool = False
    """Walk into hidden files and folders too."""
