"""A buffered view of an archive's bytes that knows where each of them stands in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from io import SEEK_END
from typing import BinaryIO

from tawatur.read.packed import Damaged, Packed

_READ = 1 << 17


class Window:
    """Bytes of an archive, unpacked where it is packed, read forward with a look ahead.

    The window ends at the end of the archive or where it cannot be unpacked any further; `damage` tells which, and
    `resume` goes on behind the damage.
    """

    def __init__(self, stream: BinaryIO, packed: Packed | None, head: bytes = b"") -> None:
        """`head`: unpacked bytes that were already taken from `packed` (or from `stream`, where that is None)."""
        self.damage: Damaged | None = None
        self.position = 0
        """Unpacked bytes passed so far."""
        self.put_back_bytes = 0
        """Bytes put back so far: work done twice."""
        self._stream = stream
        self._packed = packed
        self._buffer = bytearray(head)
        self._ended = False
        self._size = _size_of(stream) if packed is None else None
        # Where unpacked bytes come from: starts of members, unpacked and in the file.
        self._starts = [0]
        self._offsets = [packed.member_start if packed is not None else 0]

    @property
    def offset(self) -> int:
        """Byte offset in the file of the next byte: of the member that holds it, in a packed file."""
        if self._packed is None:
            return self.position
        return self._offsets[bisect_right(self._starts, self.position) - 1]

    @property
    def is_aligned(self) -> bool:
        """True where a member of a packed file starts here; always true of a plain file."""
        return self._packed is None or self._starts[bisect_right(self._starts, self.position) - 1] == self.position

    @property
    def is_packed(self) -> bool:
        """True where the file is packed."""
        return self._packed is not None

    def can_hold(self, count: int) -> bool:
        """False where the file is known to end before `count` more bytes."""
        return self._size is None or self.position + count <= self._size

    def fill(self, count: int) -> int:
        """Have `count` bytes ready, or as many as there are; returns how many are."""
        while len(self._buffer) < count and self._more():
            pass
        return min(len(self._buffer), count)

    def peek(self, count: int) -> bytes:
        """The next `count` bytes, or what is left, without passing them."""
        self.fill(count)
        return bytes(self._buffer[:count])

    def take(self, count: int) -> bytes:
        """Pass the next `count` bytes, or what is left."""
        self.fill(count)
        taken = bytes(self._buffer[:count])
        self._pass(len(taken))
        return taken

    def skip(self, count: int) -> int:
        """Pass `count` bytes without keeping them; returns how many there were."""
        passed = 0
        while passed < count:
            step = self.fill(min(count - passed, _READ))
            if step == 0:
                break
            self._pass(step)
            passed += step
        return passed

    def take_through(self, mark: re.Pattern[bytes], limit: int) -> bytes | None:
        """Pass everything through the first match of `mark`; None, passing nothing, where the next `limit` bytes hold none."""
        looked = 0
        while True:
            found = mark.search(self._buffer, max(0, looked - 4), limit)
            if found is not None:
                return self.take(found.end())
            looked = len(self._buffer)
            if looked >= limit or not self._more():
                return None

    def skip_to(self, mark: re.Pattern[bytes], *, reach: int) -> bool:
        """Pass everything before the next match of `mark`, which matches at most `reach` bytes."""
        while True:
            found = mark.search(self._buffer)
            if found is not None and (found.end() < len(self._buffer) or not self._more()):
                self._pass(found.start())
                return True
            if found is None:
                self._pass(max(0, len(self._buffer) - reach))
                if not self._more():
                    self._pass(len(self._buffer))
                    return False

    def skip_blank(self) -> int:
        """Pass line ends and NULs (padding); returns how many there were."""
        passed = 0
        while self.fill(1) and self._buffer[0] in b"\r\n\x00":
            stripped = len(self._buffer) - len(self._buffer.lstrip(b"\r\n\x00"))
            self._pass(stripped)
            passed += stripped
        return passed

    def holds(self, count: int) -> bool:
        """True where `count` bytes lie ready without reading on."""
        return len(self._buffer) >= count

    def put_back(self, data: bytes) -> None:
        """Take back bytes that were passed, the last ones first."""
        self._buffer[:0] = data
        self.position -= len(data)
        self.put_back_bytes += len(data)

    def resume(self) -> bool:
        """Go on behind the damage, at the next member; False where there is none."""
        self.damage = None
        self._pass(len(self._buffer))
        self._ended = self._packed is None or not self._packed.resume()
        return not self._ended

    def drop_member(self) -> None:
        """Leave the member at hand without unpacking the rest of it."""
        self.damage = Damaged(self.offset, "left unread")

    def _pass(self, count: int) -> None:
        del self._buffer[:count]
        self.position += count
        keep = bisect_right(self._starts, self.position) - 1
        # Some starts behind the position are kept: bytes may be put back.
        if keep > 4096:
            del self._starts[: keep - 64], self._offsets[: keep - 64]

    def _more(self) -> bool:
        if self._ended or self.damage is not None:
            return False
        if self._packed is None:
            piece = self._stream.read(_READ)
        else:
            try:
                piece = self._packed.piece()
            except Damaged as damage:
                self.damage = damage
                return False
            if piece and self._packed.fresh:
                self._starts.append(self.position + len(self._buffer))
                self._offsets.append(self._packed.member_start)
        self._ended = not piece
        self._buffer += piece
        return bool(piece)


def _size_of(stream: BinaryIO) -> int | None:
    """Size of a file in bytes; None for a pipe."""
    if not stream.seekable():
        return None
    here = stream.tell()
    size = stream.seek(0, SEEK_END)
    stream.seek(here)
    return size
