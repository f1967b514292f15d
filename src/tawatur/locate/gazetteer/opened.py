"""Opens a gazetteer: the arrays are mapped into memory, so that nothing is read before it is asked for."""

from __future__ import annotations

import json
import mmap
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tawatur.errors import LanguageDataError
from tawatur.locate.gazetteer.arrays import ABOUT, FORMAT, NAMES, NUMBERS, PLACES, ROWS, SEEN

HOME = Path(__file__).parent / "world"


@dataclass(frozen=True, slots=True)
class Hits:
    """Which of the numbers that were looked up are names. Parallel arrays, in the order of the numbers."""

    which: NDArray[np.int64]
    """Places in the array that was looked up."""
    begin: NDArray[np.int64]
    """First of its names."""
    end: NDArray[np.int64]


class Gazetteer:
    """Places and their names. Immutable; processes that open the same folder share its pages."""

    __slots__ = ("_blob", "_ids", "_shift", "numbers", "places", "rows", "seen")

    def __init__(
        self,
        places: NDArray[np.void],
        numbers: NDArray[np.uint64],
        rows: NDArray[np.uint32],
        seen: NDArray[np.uint8],
        blob: bytes | mmap.mmap,
    ) -> None:
        self.places = places
        self.numbers = numbers
        self.rows = rows
        self.seen = seen
        self._blob = blob
        self._ids: NDArray[np.uint32] | None = None
        self._shift = np.uint64(64 - (len(seen) * 8 - 1).bit_length())

    def find(self, numbers: NDArray[np.uint64]) -> Hits:
        """Which of `numbers` are names of places."""
        top = numbers >> self._shift
        bits = self.seen[top >> np.uint64(3)] >> (top & np.uint64(7)).astype(np.uint8)
        which = np.flatnonzero(bits & np.uint8(1))
        asked = numbers[which]
        begin = np.searchsorted(self.numbers, asked, side="left")
        end = np.searchsorted(self.numbers, asked, side="right")
        held = begin < end
        return Hits(which[held], begin[held], end[held])

    def row_of(self, number: int) -> int | None:
        """The record of the place that GeoNames gives `number`."""
        if self._ids is None:
            # Records lie in the order of schemes, then numbers; those of GeoNames come first.
            self._ids = np.ascontiguousarray(self.places["id"][self.places["scheme"] == 0])
        at = int(np.searchsorted(self._ids, np.uint32(number)))
        return at if at < len(self._ids) and int(self._ids[at]) == number else None

    def names(self, row: int) -> tuple[str, str | None]:
        """The name of a place, and the one in Arabic letters, if it has one."""
        begin = int(self.places["name_at"][row])
        end = self._blob.find(b"\n", begin)
        name, _, name_ar = bytes(self._blob[begin:end]).decode("utf-8").partition("\t")
        return name, name_ar or None


@lru_cache(maxsize=8)
def open_gazetteer(folder: Path) -> Gazetteer:
    """The gazetteer in `folder`. Raises: LanguageDataError where it is none, or a newer program wrote it."""
    try:
        about = json.loads((folder / ABOUT).read_text(encoding="utf-8"))
        if about["format"] != FORMAT:
            raise LanguageDataError(
                f"{folder}: this gazetteer has format {about['format']}, this program reads format {FORMAT}. "
                "Build it again with the program that is to read it."
            )
        arrays = [np.load(folder / name, mmap_mode="r") for name in (PLACES, NUMBERS, ROWS, SEEN)]
        with (folder / NAMES).open("rb") as file:
            blob = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError, KeyError, TypeError) as cause:
        raise LanguageDataError(
            f"{folder}: this is no gazetteer ({cause}). Give the folder that `tawatur places import` wrote."
        ) from cause
    # Plain arrays on the same pages: looking into a memmap costs more on every access.
    places, numbers, rows, seen = (np.asarray(array) for array in arrays)
    return Gazetteer(places, numbers, rows, seen, blob)


def world() -> Gazetteer:
    """The places of the world that come with the program."""
    return open_gazetteer(HOME)
