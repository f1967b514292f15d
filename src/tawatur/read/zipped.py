"""Zip files: web archives collections (WACZ) and plain ones, with a watch on what they unpack to."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BufferedReader, RawIOBase
from typing import IO, BinaryIO, cast

from tawatur.errors import BrokenRecord, TooLarge, UnknownFormat
from tawatur.model import Failure
from tawatur.read.items import Item, failure_of, too_large
from tawatur.read.options import ReadOptions

_ARCHIVE_ENDS = (".warc", ".warc.gz", ".warc.zst", ".arc", ".arc.gz")
_OFFICE_MARKS = {
    "[Content_Types].xml": "an Office document",
    "META-INF/container.xml": "an EPUB book",
    "META-INF/MANIFEST.MF": "a Java program",
    "content.xml": "an OpenDocument file",
}
_ERRORS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, ValueError)


def open_zip(item: Item, stream: BinaryIO, options: ReadOptions) -> zipfile.ZipFile:
    """The zip file in `stream`. Raises BrokenRecord, TooLarge, UnknownFormat (a document that is a zip inside)."""
    try:
        archive = zipfile.ZipFile(stream)
        members = archive.infolist()
    except (*_ERRORS, OSError) as error:
        raise BrokenRecord(f"{item.source}: its table of contents cannot be read ({error}). Fetch it again.") from error
    if len(members) > options.max_members:
        raise TooLarge(
            f"{item.source}: it lists {len(members):,} members, over the limit of {options.max_members:,}. "
            "Unpack it yourself, and read the folder."
        )
    names = {member.filename for member in members}
    for mark, words in _OFFICE_MARKS.items():
        if mark in names:
            raise UnknownFormat(f"{item.source}: this is {words}, which is not read. Save it as HTML or plain text.")
    return archive


def is_web_archive(archive: zipfile.ZipFile) -> bool:
    """True for a WACZ: a `datapackage.json` beside WARC files in `archive/`."""
    names = archive.namelist()
    return "datapackage.json" in names and any(
        name.startswith("archive/") and name.lower().endswith(_ARCHIVE_ENDS) for name in names
    )


def zip_members(
    item: Item, archive: zipfile.ZipFile, options: ReadOptions, *, only_archives: bool
) -> Iterator[Item | Failure]:
    """Each file of `archive` as an opened item, in the order of their names; nothing is ever written to disk."""
    budget = _Budget(item, options, sum(member.compress_size for member in archive.infolist()))
    for member in sorted(archive.infolist(), key=lambda member: member.filename):
        name = member.filename
        if member.is_dir() or name.split("/")[-1].startswith(".") or name.startswith("__MACOSX/"):
            continue
        if only_archives and not (name.startswith("archive/") and name.lower().endswith(_ARCHIVE_ENDS)):
            continue
        source = f"{item.source}/{name}"
        try:
            with archive.open(member) as inner:
                yield Item(
                    source=source,
                    name=name,
                    stream=cast(BinaryIO, BufferedReader(_Member(inner, source, budget))),
                    retrieved=_time(member) or item.retrieved,
                    container=item.source,
                    depth=item.depth + 1,
                )
        except (*_ERRORS, OSError) as error:
            why = "it is encrypted" if "encrypted" in str(error) else str(error)
            yield failure_of(source, BrokenRecord(f"{source}: it cannot be unpacked ({why}). Unpack it yourself."))


class _Budget:
    """How much all members of one zip file may unpack to: overlapping members share packed bytes."""

    def __init__(self, item: Item, options: ReadOptions, packed: int) -> None:
        self._item = item
        self._options = options
        self._left = options.free_bytes + options.max_ratio * packed

    def spend(self, count: int) -> None:
        """Raises TooLarge once the budget is spent."""
        self._left -= count
        if self._left < 0:
            raise too_large(self._item.source, self._options, unpacked=True)


class _Member(RawIOBase):
    """A member's unpacked bytes; damage becomes an error of ours, with the member's name."""

    def __init__(self, inner: IO[bytes], source: str, budget: _Budget) -> None:
        super().__init__()
        self._inner = inner
        self._source = source
        self._budget = budget

    def readable(self) -> bool:
        """Always."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Unpack into `buffer`."""
        try:
            piece = self._inner.read(len(buffer))
        except (*_ERRORS, OSError) as error:
            raise BrokenRecord(f"{self._source}: it cannot be unpacked ({error}). Fetch the file again.") from error
        self._budget.spend(len(piece))
        buffer[: len(piece)] = piece
        return len(piece)


def _time(member: zipfile.ZipInfo) -> str | None:
    try:
        # Zip files keep local times without a zone; they are taken as UTC, so that all machines read the same.
        return datetime(*member.date_time, tzinfo=UTC).isoformat()
    except ValueError:
        return None
