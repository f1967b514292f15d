"""Arrow tables and Parquet files of pages and posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from tawatur.model import Reading
from tawatur.report.files import export_to, whole_file
from tawatur.report.lines import PageLine, PostLine, page_line, post_lines
from tawatur.report.schemas import PAGE_SCHEMA, POST_SCHEMA

# A row group of so many code points of text is a few dozen MiB in memory.
_GROUP_CODE_POINTS = 16 << 20
_GROUP_ROWS = 20_000


def pages_table(readings: Iterable[Reading]) -> pa.Table:
    """All pages as one Arrow table, columns and units as `schemas.PAGE_SCHEMA`."""
    return _table((page_line(reading.page) for reading in readings), PAGE_SCHEMA)


def posts_table(readings: Iterable[Reading]) -> pa.Table:
    """All posts as one Arrow table, columns and units as `schemas.POST_SCHEMA`."""
    return _table((line for reading in readings for line in post_lines(reading)), POST_SCHEMA)


def write_parquet(readings: Iterable[Reading], out: Path) -> list[Path]:
    """Write pages.parquet and posts.parquet below the folder `out`, Zstandard inside; gives the paths.

    Memory stays flat: a row group at a time.
    Raises: ExportError where that is not possible; a file that was there before is then as it was.
    """
    pages, posts = out / "pages.parquet", out / "posts.parquet"
    with export_to(out), ExitStack() as stack:
        page_writer = _Writer(stack, pages, PAGE_SCHEMA)
        post_writer = _Writer(stack, posts, POST_SCHEMA)
        for reading in readings:
            page_writer.add([page_line(reading.page)], weight=len(reading.page.text))
            post_writer.add(list(post_lines(reading)), weight=0)
        page_writer.flush()
        post_writer.flush()
    return [pages, posts]


class _Writer:
    """One file under way: rows are held until they fill a group."""

    def __init__(self, stack: ExitStack, path: Path, schema: pa.Schema) -> None:
        unfinished = stack.enter_context(whole_file(path))
        self._file = stack.enter_context(pq.ParquetWriter(unfinished, schema, compression="zstd"))
        self._schema = schema
        self._held: list[dict[str, Any]] = []
        self._weight = 0

    def add(self, lines: Iterable[PageLine | PostLine], *, weight: int) -> None:
        """Hold `lines`, whose text has `weight` code points."""
        self._held.extend(map(asdict, lines))
        self._weight += weight
        if self._weight >= _GROUP_CODE_POINTS or len(self._held) >= _GROUP_ROWS:
            self.flush()

    def flush(self) -> None:
        """Write what is held as a group."""
        if self._held:
            self._file.write_table(pa.Table.from_pylist(self._held, schema=self._schema))
        self._held, self._weight = [], 0


def _table(lines: Iterator[PageLine | PostLine], schema: pa.Schema) -> pa.Table:
    return pa.Table.from_pylist([asdict(line) for line in lines], schema=schema)
