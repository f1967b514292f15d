"""Arrow tables and Parquet files of pages, posts, statements, places and speakers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tawatur.model import Reading
from tawatur.report.files import export_to, whole_file
from tawatur.report.lines import PageLine
from tawatur.report.tables import NOBODY, TABLES, DataLine, LineTable, Speakers, lines_in, lines_of

# A row group of so many code points of text is a few dozen MiB in memory.
_GROUP_CODE_POINTS = 16 << 20
_GROUP_ROWS = 20_000


def arrow_table(table: LineTable, readings: Iterable[Reading], speakers: Speakers = NOBODY) -> pa.Table:
    """All lines of `table` as one Arrow table, columns and units as its schema."""
    lines = lines_in(table, readings, speakers)
    return pa.Table.from_pylist([asdict(line) for line in lines], schema=table.schema)


def write_parquet(readings: Iterable[Reading], out: Path, speakers: Speakers = NOBODY) -> list[Path]:
    """Write pages, posts, statements, places and speakers below the folder `out`, Zstandard inside; gives the paths.

    Memory stays flat: a row group at a time.
    Raises: ExportError where that is not possible; a file that was there before is then as it was.
    """
    paths = {table.name: out / f"{table.name}.parquet" for table in TABLES}
    with export_to(out), ExitStack() as stack:
        files = {table.name: _Writer(stack, paths[table.name], table.schema) for table in TABLES}
        for table, lines in lines_of(readings, speakers):
            files[table.name].add(lines)
        for file in files.values():
            file.flush()
    return list(paths.values())


class _Writer:
    """One file under way: rows are held until they fill a group."""

    def __init__(self, stack: ExitStack, path: Path, schema: pa.Schema) -> None:
        unfinished = stack.enter_context(whole_file(path))
        self._file = stack.enter_context(pq.ParquetWriter(unfinished, schema, compression="zstd"))
        self._schema = schema
        self._held: list[dict[str, Any]] = []
        self._weight = 0

    def add(self, lines: Sequence[DataLine]) -> None:
        """Hold `lines`, and write them out when they are many."""
        self._held.extend(map(asdict, lines))
        self._weight += sum(len(line.text) for line in lines if isinstance(line, PageLine))
        if self._weight >= _GROUP_CODE_POINTS or len(self._held) >= _GROUP_ROWS:
            self.flush()

    def flush(self) -> None:
        """Write what is held as a group."""
        if self._held:
            self._file.write_table(pa.Table.from_pylist(self._held, schema=self._schema))
        self._held, self._weight = [], 0
