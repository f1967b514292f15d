"""Where the records of a WARC or ARC file start and end, also where some of them are damaged.

WARC 1.0 and 1.1: ISO 28500; ARC: https://archive.org/web/researcher/ArcFileFormat.php
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tawatur.errors import BrokenRecord, ReadError, TooLarge, TruncatedRecord
from tawatur.read.options import ReadOptions
from tawatur.read.window import Window

_MAX_HEADER = 1 << 18
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_WARC_START = re.compile(rb"WARC/[01]\.\d{1,2}\r?\n")
_LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?$", re.I | re.M)
_TYPE = re.compile(rb"^warc-type[ \t]*:[ \t]*(\S{1,40})", re.I | re.M)

_LINE_END = re.compile(rb"\r?\n")
_ARC_START = re.compile(rb"\n(?=[A-Za-z][A-Za-z0-9+.-]{1,20}:[^\s]{1,4096} \S{1,64} \d{14} )")
_ARC_REACH = 4300

# A file that breaks at every step is given up, so that reading it stays in proportion to its size.
_MAX_DAMAGES = 1000
_MAX_REREAD = 1 << 30


@dataclass(frozen=True, slots=True)
class Frame:
    """One record: where it starts in the file, its head (all lines before the content) and its content."""

    offset: int
    head: bytes
    content: bytes
    is_arc: bool
    shares_member: bool
    """True where a packed member holds more than this record, against the standard."""


@dataclass(frozen=True, slots=True)
class Damage:
    """A record that could not be had, and why."""

    offset: int
    error: ReadError


@dataclass(frozen=True, slots=True)
class ArcLine:
    """The line that heads a record of an ARC file."""

    uri: str
    time: str
    """14 digits, UTC."""
    media_type: str
    size: int


def arc_line(head: bytes) -> ArcLine | None:
    """Read `URL IP time type ... length`; the URL may hold blanks, version 2 has five more fields before the length."""
    fields = head.rstrip(b"\r\n").split(b" ")
    if len(fields) < 5 or not fields[-1].isdigit() or len(fields[-1]) > 15 or b":" not in fields[0][:40]:
        return None
    times = [at for at in range(2, len(fields) - 1) if len(fields[at]) == 14 and fields[at].isdigit()]
    if not times:
        return None
    at = next((at for at in times if re.fullmatch(rb"[0-9a-fA-F.:]+", fields[at - 1])), times[0])
    uri = b" ".join(fields[: at - 1]).decode("utf-8", "replace")
    return ArcLine(uri, fields[at].decode(), fields[at + 1].decode("latin-1"), int(fields[-1]))


def patient(frames: Iterator[Frame | Damage | str], window: Window, source: str) -> Iterator[Frame | Damage | str]:
    """`frames`, given up where nearly everything is damaged."""
    damages = 0
    for frame in frames:
        yield frame
        damages += isinstance(frame, Damage)
        if damages >= _MAX_DAMAGES or window.put_back_bytes > _MAX_REREAD:
            why = f"is the {damages:,}th that is damaged; the rest of the file was not looked at"
            yield Damage(window.offset, BrokenRecord(_message(source, window.offset, why)))
            return


def warc_frames(
    window: Window, source: str, options: ReadOptions, wants: Callable[[str], bool]
) -> Iterator[Frame | Damage | str]:
    """Cut a WARC into records.

    Yields a Frame for each record of a type that `wants`, the bare type for each other one, and a Damage for each
    that is broken; reading goes on at the next record that can be found.
    """
    while True:
        window.skip_blank()
        start, alone = window.offset, window.is_aligned
        if not window.fill(1):
            damage = _end_of(window, source, start)
            if damage is None:
                return
            yield damage
            _resume(window)
            continue
        head = window.take_through(_HEADER_END, _MAX_HEADER) if _WARC_START.match(window.peek(12)) else None
        size = _LENGTH.search(head) if head else None
        if head is None or size is None:
            if window.damage is not None:
                yield _broken(source, start, window)
                if not _resume(window):
                    return
                continue
            yield Damage(start, BrokenRecord(_message(source, start, "does not start like a WARC record")))
            window.skip(max(1, len(head or b"")))
            window.skip_to(_WARC_START, reach=12)
            continue
        found = _TYPE.search(head)
        kind = found[1].decode("ascii", "replace").lower() if found else "unknown"
        yield from _content(window, source, options, start, alone, head, int(size[1]), kind, wants(kind))


def arc_frames(window: Window, source: str, options: ReadOptions) -> Iterator[Frame | Damage | str]:
    """Cut an ARC file into records; yields as `warc_frames` does. The file's own description is one `filedesc`."""
    while True:
        window.skip_blank()
        start, alone = window.offset, window.is_aligned
        if not window.fill(1):
            damage = _end_of(window, source, start)
            if damage is None:
                return
            yield damage
            if not _resume(window):
                return
            continue
        head = window.take_through(_LINE_END, 16_384)
        line = arc_line(head) if head else None
        if head is None or line is None:
            yield Damage(start, BrokenRecord(_message(source, start, "does not start like an ARC record")))
            window.put_back(b"\n") if head else window.skip(1)
            window.skip_to(_ARC_START, reach=_ARC_REACH)
            continue
        kind = "filedesc" if head.startswith(b"filedesc:") else "response"
        yield from _content(window, source, options, start, alone, head, line.size, kind, kind == "response")


def _content(
    window: Window,
    source: str,
    options: ReadOptions,
    start: int,
    alone: bool,
    head: bytes,
    size: int,
    kind: str,
    wanted: bool,
) -> Iterator[Frame | Damage | str]:
    is_arc = not head.startswith(b"WARC/")
    if size > options.max_bytes and not window.can_hold(size):
        yield Damage(start, TruncatedRecord(_message(source, start, f"is not {size:,} bytes long as it says")))
        _search_again(window, b"", is_arc)
        return
    if size > options.max_bytes:
        # Nothing of this size is unpacked only to be thrown away: a packed member is left at once.
        if wanted:
            why = f"holds {size:,} bytes, over the limit of {options.max_bytes:,} for one document"
            yield Damage(start, TooLarge(_message(source, start, why, "Raise the limit with --max-mib to read it.")))
        else:
            yield kind
        if window.is_packed and alone and not window.holds(size):
            window.drop_member()
            _resume(window)
        else:
            window.skip(size)
        return
    content = window.take(size)
    if len(content) < size and window.damage is None and _answer_is_whole(content):
        # Only the record's own length is wrong: the server's answer inside it is all there.
        yield Frame(start, head, content, is_arc, not alone) if wanted else kind
        return
    if len(content) < size:
        yield _cut_short(window, source, start, len(content), size)
        if window.damage is None:
            _search_again(window, content, is_arc)
        else:
            _resume(window)
        return
    blanks = window.skip_blank()
    after = window.peek(12)
    own_damage = window.damage is not None and window.damage.offset == start and not after
    if own_damage:
        yield _broken(source, start, window)
        _resume(window)
        return
    if after and not _next_starts(after, blanks, is_arc):
        yield Damage(start, BrokenRecord(_message(source, start, f"is not {size:,} bytes long as it says")))
        _search_again(window, content, is_arc)
        return
    if not wanted:
        yield kind
        return
    shares = not alone or not (window.is_aligned or not after)
    yield Frame(start, head, content, is_arc, shares)


def _answer_is_whole(content: bytes) -> bool:
    end = _HEADER_END.search(content, 0, _MAX_HEADER)
    if end is None or content[:5] != b"HTTP/":
        return False
    stated = _LENGTH.search(content, 0, end.end())
    return stated is not None and len(content) - end.end() >= int(stated[1])


def _search_again(window: Window, content: bytes, is_arc: bool) -> None:
    """Look for the next record inside what a wrong length made us take for content."""
    window.put_back(content)
    window.skip_to(_ARC_START if is_arc else _WARC_START, reach=_ARC_REACH if is_arc else 12)


def _next_starts(after: bytes, blanks: int, is_arc: bool) -> bool:
    if is_arc:
        return blanks > 0 and re.match(rb"[A-Za-z][A-Za-z0-9+.-]*:|[A-Za-z][A-Za-z0-9+.-]{11}", after) is not None
    return _WARC_START.match(after) is not None


def _end_of(window: Window, source: str, start: int) -> Damage | None:
    """What is wrong where the window has nothing more: None at a true end."""
    return None if window.damage is None else _broken(source, window.damage.offset, window)


def _broken(source: str, start: int, window: Window) -> Damage:
    why = window.damage.why if window.damage is not None else "it ends early"
    if "ends in the middle" in why:
        return Damage(
            start, TruncatedRecord(_message(source, start, "is cut short: the file ends in the middle of it"))
        )
    return Damage(start, BrokenRecord(_message(source, start, f"cannot be unpacked ({why})")))


def _cut_short(window: Window, source: str, start: int, got: int, size: int) -> Damage:
    if window.damage is not None and "ends in the middle" not in window.damage.why:
        return _broken(source, start, window)
    why = f"is cut short: {got:,} of its {size:,} bytes are there"
    return Damage(start, TruncatedRecord(_message(source, start, why)))


def _resume(window: Window) -> bool:
    return window.damage is not None and window.resume()


def _message(source: str, offset: int, why: str, step: str = "") -> str:
    step = step or "The records around it were kept; fetch the archive again, or go on without this record."
    return f"{source}: the record at byte {offset} {why}. {step}"
