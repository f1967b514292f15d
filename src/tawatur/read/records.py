"""The records of web archives: what was captured, from where, when, and with which answer of the server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from fastwarc.warc import WarcRecord

from tawatur.errors import BrokenRecord, ReadError, TooLarge
from tawatur.read.bodies import decode_body
from tawatur.read.frames import Damage, Frame, arc_frames, arc_line, patient, warc_frames
from tawatur.read.options import ReadOptions
from tawatur.read.window import Window

CAPTURED = frozenset({"response", "resource", "conversion"})
_CHARSET = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9._:-]{2,40})""", re.I)


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record of a web archive. `payload` is the body, without transfer and content encoding."""

    offset: int
    """Byte offset in the archive's file; of the packed member that holds the record, where it is packed."""
    kind: str
    """response, resource, conversion, request, revisit, warcinfo, metadata, filedesc."""
    uri: str | None
    date: str | None
    """ISO 8601 with zone."""
    status: int | None
    media_type: str | None
    charset: str | None
    payload: bytes
    shares_member: bool
    cut_short: str | None = None
    """What is missing of the payload, where something is."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A record that was passed over, because it holds no document: "request", "revisit", "metadata"."""

    kind: str


def read_records(
    window: Window, source: str, options: ReadOptions, *, is_arc: bool, kinds: frozenset[str] = CAPTURED
) -> Iterator[Record | Unread | Damage]:
    """Every record of an archive, in order; those that are damaged as a Damage, those not of `kinds` as Unread."""
    if is_arc:
        frames = arc_frames(window, source, options)
    else:
        frames = warc_frames(window, source, options, kinds.__contains__)
    for frame in patient(frames, window, source):
        if isinstance(frame, str):
            yield Unread(frame)
        elif isinstance(frame, Damage):
            yield frame
        else:
            yield _record(frame, source, options)


def _record(frame: Frame, source: str, options: ReadOptions) -> Record | Damage:
    try:
        return _read(frame, options)
    except TooLarge as error:
        return Damage(frame.offset, TooLarge(f"{source}: the record at byte {frame.offset} {error}"))
    except (ReadError, OSError, ValueError) as error:
        message = (
            f"{source}: the record at byte {frame.offset} cannot be read ({error}). "
            "The records around it were kept; fetch the page again, or go on without it."
        )
        return Damage(frame.offset, BrokenRecord(message))


def _read(frame: Frame, options: ReadOptions) -> Record:
    # An ARC record is put in a WARC record's clothes, so that one parser reads the server's answer in both.
    head = _warc_head(frame) if frame.is_arc else frame.head
    record = WarcRecord.from_bytes(head + frame.content)
    headers = record.headers
    date = headers.get("WARC-Date")
    uri = headers.get("WARC-Target-URI")
    status = media_type = charset = None
    cut_short = None
    if record.is_http:
        record.parse_http(auto_decode="none", quirks_mode=True)
        answer = record.http_headers
        body = record.reader.read()
        if answer is not None:
            status = answer.status_code
            media_type, charset = split_type(answer.get("Content-Type"))
            body, cut_short = decode_body(
                body, answer.get("Transfer-Encoding"), answer.get("Content-Encoding"), options
            )
    else:
        body = frame.content
        media_type, charset = split_type(headers.get("Content-Type"))
    return Record(
        offset=frame.offset,
        kind=(headers.get("WARC-Type") or "unknown").lower(),
        # wget writes the address in angle brackets, as the grammar of WARC 1.0 has it.
        uri=uri.strip().removeprefix("<").removesuffix(">") if uri else None,
        date=iso_time(date),
        status=status,
        media_type=media_type,
        charset=charset,
        payload=body,
        shares_member=frame.shares_member,
        cut_short=cut_short,
    )


def _warc_head(frame: Frame) -> bytes:
    line = arc_line(frame.head)
    if line is None:
        raise BrokenRecord("its head line is no ARC line")
    is_answer = frame.content[:5] == b"HTTP/"
    stated = "application/http; msgtype=response" if is_answer else line.media_type
    lines = (
        "WARC/1.0",
        f"WARC-Type: {'response' if is_answer else 'resource'}",
        f"WARC-Target-URI: {line.uri}",
        f"WARC-Date: {line.time}",
        f"Content-Type: {stated}",
        f"Content-Length: {len(frame.content)}",
    )
    return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n"


def split_type(stated: str | None) -> tuple[str | None, str | None]:
    """Media type and charset of a Content-Type header."""
    if not stated:
        return None, None
    charset = _CHARSET.search(stated)
    return stated.split(";")[0].strip().lower() or None, charset[1] if charset else None


def iso_time(stated: str | None) -> str | None:
    """ISO 8601 time of a WARC date, or of the 14 digits of an ARC one; None for anything else."""
    if not stated:
        return None
    stated = stated.strip()
    try:
        if stated.isdigit() and len(stated) == 14:
            return datetime.strptime(stated, "%Y%m%d%H%M%S").replace(tzinfo=UTC).isoformat()
        time = datetime.fromisoformat(stated)
    except ValueError:
        return None
    return (time if time.tzinfo else time.replace(tzinfo=UTC)).isoformat()
