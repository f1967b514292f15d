"""What views of the whole case need again and again, kept in memory as long as the case's file stays as it is.

While another process writes, a part may be some seconds old: readers get what is there at once, and one thread makes the
part anew behind them. What takes long to make is made more seldom.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from tawatur.errors import TawaturError

_Part = TypeVar("_Part")
_State = tuple[tuple[int, int], ...]
# What is made faster than this is made while the reader waits.
_SOON = 0.1
# A part that takes a second to make is made anew every so many seconds at the most.
_REST = 20.0


@dataclass(slots=True)
class _Kept:
    value: Any
    state: _State
    made: float
    took: float
    making: bool = False


class Shelf:
    """The parts of one case, each under a name. Any number of threads may ask."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._parts: dict[str, _Kept] = {}
        self._lock = threading.Lock()
        self._first: dict[str, threading.Lock] = {}

    def part(self, name: str, make: Callable[[], _Part]) -> _Part:
        """The part `name`, made by `make` where there is none or the case has changed since."""
        with self._lock:
            kept = self._parts.get(name)
            first = self._first.setdefault(name, threading.Lock())
        if kept is None:
            with first:
                kept = self._parts.get(name) or self._make(name, make)
        elif kept.state != self._state():
            kept = self._renewed(name, kept, make)
        value: _Part = kept.value
        return value

    def _renewed(self, name: str, kept: _Kept, make: Callable[[], Any]) -> _Kept:
        if kept.took < _SOON:
            return self._make(name, make)
        with self._lock:
            if kept.making or time.monotonic() - kept.made < kept.took * _REST:
                return kept
            kept.making = True
        threading.Thread(target=self._behind, args=(name, kept, make), daemon=True).start()
        return kept

    def _behind(self, name: str, kept: _Kept, make: Callable[[], Any]) -> None:
        try:
            self._make(name, make)
        except TawaturError:
            # The next view that reads the case itself says what is wrong with it.
            kept.making, kept.made = False, time.monotonic()

    def _make(self, name: str, make: Callable[[], Any]) -> _Kept:
        # The state from before: what is written meanwhile makes the part old, never wrongly new.
        state, begin = self._state(), time.monotonic()
        value = make()
        end = time.monotonic()
        kept = _Kept(value, state, end, end - begin)
        with self._lock:
            self._parts[name] = kept
        return kept

    def _state(self) -> _State:
        """Time and size of the file and of what was written beside it."""
        found = []
        for path in (self._path, self._path.with_name(self._path.name + "-wal")):
            try:
                stat = path.stat()
            except OSError:
                continue
            # An empty journal is left or taken away by readers too.
            if stat.st_size:
                found.append((stat.st_mtime_ns, stat.st_size))
        return tuple(found)
