"""Long columns of numbers that grow at the end, in memory or in a file."""

from __future__ import annotations

import mmap
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

# Numbers of room kept ready at the end of a column in memory.
_MOST_SPARE = 1 << 22


class Column:
    """One column. `view()` is all of it; it must not be used after the next `append`."""

    def __init__(self, dtype: DTypeLike, path: Path | None = None, rows: int = 0, width: int = 1) -> None:
        """An empty column in memory, or the first `rows` rows of the file at `path` (what follows is dropped).

        Args:
            width: numbers per row; from 2 on the view has two dimensions.
        """
        self._dtype, self._width, self._path = np.dtype(dtype), width, path
        self._rows = rows
        self._memory: NDArray[Any] = np.empty(0, dtype=self._dtype)
        self._mapped: NDArray[Any] | None = None
        self._map: mmap.mmap | None = None
        if path is not None:
            path.touch()
            with path.open("r+b") as file:
                file.truncate(rows * width * self._dtype.itemsize)

    def __len__(self) -> int:
        return self._rows

    def append(self, rows: NDArray[Any]) -> None:
        """Add `rows` at the end."""
        flat = np.ascontiguousarray(rows, dtype=self._dtype).reshape(-1)
        if self._path is not None:
            self.release()
            with self._path.open("ab") as file:
                file.write(flat.data)
        else:
            begin = self._rows * self._width
            if begin + len(flat) > len(self._memory):
                # Grown in place where the system can (mremap), so that the old and the new are not both held.
                spare = min(max(len(self._memory) // 4, 4096), _MOST_SPARE)
                self._memory.resize(begin + len(flat) + spare, refcheck=False)
            self._memory[begin : begin + len(flat)] = flat
        self._rows += len(flat) // self._width

    def view(self) -> NDArray[Any]:
        """All rows. A file is mapped, not read."""
        if self._path is None:
            flat = self._memory[: self._rows * self._width]
        elif self._rows == 0:
            flat = np.empty(0, dtype=self._dtype)
        else:
            if self._mapped is None:
                self._map, self._mapped = map_file(self._path, self._dtype)
            flat = self._mapped
        return flat.reshape(self._rows, self._width) if self._width > 1 else flat

    def release(self) -> None:
        """Let go of the mapped file; the next `view` maps it anew."""
        self._mapped = self._map = None


def map_file(path: Path, dtype: DTypeLike) -> tuple[mmap.mmap, NDArray[Any]]:
    """The numbers of the file at `path`, mapped. Changes would stay in memory, and none are made."""
    with path.open("rb") as file:
        mapped = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY)
    return mapped, np.frombuffer(mapped, dtype=dtype)


def give_back(mapped: mmap.mmap) -> None:
    """Give back the memory that reading `mapped` took. It can still be read, from the disk again."""
    if hasattr(mmap, "MADV_DONTNEED"):
        mapped.madvise(mmap.MADV_DONTNEED)
