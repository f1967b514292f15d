"""Stories and claims as JSON Lines, CSV and Parquet: the same lines in three formats."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tawatur.report.files import export_to, whole_file, whole_text
from tawatur.report.reuse_files import cell, write_lines
from tawatur.report.story_lines import CLAIM_SCHEMA, STORY_SCHEMA, Line

_SCHEMAS = {"stories": STORY_SCHEMA, "claims": CLAIM_SCHEMA}
_REPORT_COLUMNS = (
    "claim_id", "story_id", "kind", "about", "slot", "variant", "value", "independent_origins", "anonymous_only",
    "party_only", "post_id", "statement_id", "start", "end", "about_start", "about_end", "speaker", "anonymous", "party",
)  # fmt: skip
_STORY_COLUMNS = ("id", "title", "posts", "langs", "first", "last", "places", "loose", "ties")


def write_stories(stories: Iterable[Line], claims: Iterable[Line], out: Path, *, to: str) -> list[Path]:
    """Write the lines of `stories` and of `claims` below the folder `out`; gives the paths.

    Args:
        to: "jsonl", "csv" or "parquet". In CSV a claim has one row for each of its reports.
    Raises: ExportError where that is not possible; a file that was there before is then as it was.
    """
    tables = {"stories": list(stories), "claims": list(claims)}
    with export_to(out):
        return [_WRITERS[to](name, lines, out) for name, lines in tables.items()]


def stories_table(lines: Iterable[Line]) -> pa.Table:
    """All stories as one Arrow table, columns and units as `story_lines.STORY_SCHEMA`."""
    return pa.Table.from_pylist(list(lines), schema=STORY_SCHEMA)


def claims_table(lines: Iterable[Line]) -> pa.Table:
    """All claims as one Arrow table, columns and units as `story_lines.CLAIM_SCHEMA`."""
    return pa.Table.from_pylist(list(lines), schema=CLAIM_SCHEMA)


def _jsonl(name: str, lines: list[Line], out: Path) -> Path:
    path = out / f"{name}.jsonl"
    with whole_text(path) as file:
        write_lines(lines, file)
    return path


def _parquet(name: str, lines: list[Line], out: Path) -> Path:
    path = out / f"{name}.parquet"
    with whole_file(path) as unfinished:
        pq.write_table(pa.Table.from_pylist(lines, schema=_SCHEMAS[name]), unfinished, compression="zstd")
    return path


def _csv(name: str, lines: list[Line], out: Path) -> Path:

    path = out / f"{name}.csv"
    rows = (row for line in lines for row in (_story_rows(line) if name == "stories" else _claim_rows(line)))
    with whole_text(path, encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_STORY_COLUMNS if name == "stories" else _REPORT_COLUMNS)
        writer.writerows([cell(value) for value in row] for row in rows)
    return path


def _story_rows(line: Line) -> Iterable[list[object]]:
    ties = "; ".join(tie["what"] for tie in line["ties"])
    lists = {name: "; ".join(line[name]) for name in ("posts", "langs", "places", "loose")}
    yield [{**line, **lists, "ties": ties}[name] for name in _STORY_COLUMNS]


def _claim_rows(line: Line) -> Iterable[list[object]]:
    for number, variant in enumerate(line["variants"], 1):
        for report in variant["reports"]:
            row = {**line, **variant, **report, "claim_id": line["id"], "variant": number}
            yield [row[name] for name in _REPORT_COLUMNS]


_WRITERS = {"jsonl": _jsonl, "csv": _csv, "parquet": _parquet}
