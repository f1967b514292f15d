"""Reuse and chains as JSON Lines, CSV and Parquet: the same lines in three formats."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq

from tawatur.report.csv import guarded
from tawatur.report.files import export_to, whole_file, whole_text
from tawatur.report.jsonl import LINE_ENDS
from tawatur.report.reuse_lines import Line
from tawatur.report.schemas import CHAIN_SCHEMA, REUSE_SCHEMA

_GROUP_ROWS = 20_000
Lines = Iterable[Line]


def write_reuse(reuse: Lines, chains: Lines, out: Path, *, to: str) -> list[Path]:
    """Write the lines of `reuse` and of `chains` below the folder `out`; gives the paths.

    Args:
        to: "jsonl", "csv" or "parquet". CSV has a table of its own for what is a list in the others.
    Raises: ExportError where that is not possible; a file that was there before is then as it was.
    """
    with export_to(out):
        return _WRITERS[to](reuse, chains, out)


def write_reuse_lines(lines: Lines, out: str | Path) -> int:
    """Write the lines of reuse alone, as JSON Lines, to a file or to standard output ("-"); gives their number.

    Raises: ExportError where that is not possible.
    """
    if str(out) == "-":
        return write_lines(lines, sys.stdout)
    path = Path(out)
    with export_to(path.parent), whole_text(path) as file:
        return write_lines(lines, file)


def write_lines(lines: Lines, file: IO[str]) -> int:
    """Write `lines` as JSON Lines; gives their number."""
    count = 0
    for line in lines:
        file.write(json.dumps(line, ensure_ascii=False).translate(LINE_ENDS) + "\n")
        count += 1
    return count


def _jsonl(reuse: Lines, chains: Lines, out: Path) -> list[Path]:
    paths = []
    for name, lines in (("reuse", reuse), ("chains", chains)):
        with whole_text(out / f"{name}.jsonl") as file:
            write_lines(lines, file)
        paths.append(out / f"{name}.jsonl")
    return paths


def _parquet(reuse: Lines, chains: Lines, out: Path) -> list[Path]:
    paths = []
    for name, lines, schema in (("reuse", reuse, REUSE_SCHEMA), ("chains", chains, CHAIN_SCHEMA)):
        with ExitStack() as stack:
            unfinished = stack.enter_context(whole_file(out / f"{name}.parquet"))
            file = stack.enter_context(pq.ParquetWriter(unfinished, schema, compression="zstd"))
            waiting = iter(lines)
            while group := list(islice(waiting, _GROUP_ROWS)):
                file.write_table(pa.Table.from_pylist(group, schema=schema))
        paths.append(out / f"{name}.parquet")
    return paths


def _csv(reuse: Lines, chains: Lines, out: Path) -> list[Path]:
    with ExitStack() as stack:
        tables = {name: _Csv(stack, out / f"{name}.csv", columns) for name, columns in _CSV_COLUMNS.items()}
        for line in reuse:
            tables["reuse"].add(line)
            key = {name: line[name] for name in ("a", "b")}
            for one in line["differences"]:
                tables["reuse_differences"].add({**key, **one})
            # A pair has one direction; its reasons would repeat for every passage.
            if line["reasons"] and tables["reuse_reasons"].is_new((line["a"], line["b"])):
                for one in line["reasons"]:
                    tables["reuse_reasons"].add({**key, **one})
        for line in chains:
            tables["chains"].add({**line, "roots": "; ".join(line["roots"]), "reasons": " ".join(line["reasons"])})
            for link in line["links"]:
                row = {**link, **link["evidence"], "evidence_post_id": link["evidence"]["post_id"]}
                tables["chain_links"].add({**row, "post_id": line["post_id"]})
    return [out / f"{name}.csv" for name in _CSV_COLUMNS]


_CSV_COLUMNS: dict[str, list[str]] = {
    "reuse": [name for name in REUSE_SCHEMA.names if name not in ("differences", "reasons")],
    "reuse_differences": ["a", "a_start", "a_end", "b", "b_start", "b_end", "number"],
    "reuse_reasons": ["a", "b", "name", "says", "why", "post_id", "start", "end"],
    "chains": [name for name in CHAIN_SCHEMA.names if name != "links"],
    "chain_links": ["post_id", "from", "to", "to_name", "kind", "evidence_post_id", "start", "end", "why"],
}


class _Csv:
    """One CSV file under way, with a byte order mark and guarded cells like the other tables."""

    def __init__(self, stack: ExitStack, path: Path, columns: list[str]) -> None:
        self._file = csv.writer(stack.enter_context(whole_text(path, encoding="utf-8-sig", newline="")))
        self._columns = columns
        self._last: object = None
        self._file.writerow(columns)

    def add(self, line: Line) -> None:
        self._file.writerow([cell(line[column]) for column in self._columns])

    def is_new(self, key: object) -> bool:
        """False for the key that was asked for last."""
        was, self._last = self._last, key
        return was != key


def cell(value: Any) -> Any:
    """A value as CSV has it: true and false in words, text that no spreadsheet takes for a formula."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return guarded(value) if isinstance(value, str) else value


def reuse_table(lines: Lines) -> pa.Table:
    """All passages as one Arrow table, columns and units as `schemas.REUSE_SCHEMA`."""
    return pa.Table.from_pylist(list(lines), schema=REUSE_SCHEMA)


def chains_table(lines: Lines) -> pa.Table:
    """All chains as one Arrow table, columns and units as `schemas.CHAIN_SCHEMA`."""
    return pa.Table.from_pylist(list(lines), schema=CHAIN_SCHEMA)


_WRITERS: dict[str, Callable[[Lines, Lines, Path], list[Path]]] = {
    "jsonl": _jsonl,
    "csv": _csv,
    "parquet": _parquet,
}
