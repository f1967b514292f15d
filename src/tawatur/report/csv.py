"""CSV for spreadsheets: a table for each kind of line, and one for each list of records inside it."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from tawatur.model import Reading
from tawatur.report.files import export_to, whole_text
from tawatur.report.tables import NOBODY, TABLES, DataLine, LineTable, Speakers, lines_of

# What makes a spreadsheet take a cell for a formula, also in the wide forms that some of them accept.
_FORMULA = tuple("=+-@＝＋－＠")
_STARTS = ("\t", "\r", "\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class CsvOptions:
    """How the files are written."""

    bom: bool = True
    """Begin with a byte order mark. Without one, Excel shows Arabic as gibberish; other programs do not mind it."""
    guard: bool = True
    """Put an apostrophe before cells that a spreadsheet would run as a formula. Other programs see the apostrophe."""


def write_csv(
    readings: Iterable[Reading], out: Path, speakers: Speakers = NOBODY, options: CsvOptions | None = None
) -> list[Path]:
    """Write pages, posts, statements, places, speakers, and the lists inside these, below the folder `out`; gives the paths.

    UTF-8, commas, quotation marks where needed, lines end in CR LF as RFC 4180 has it; unknown is an empty cell.
    Raises: ExportError where that is not possible; a file that was there before is then as it was.
    """
    options = options or CsvOptions()
    columns = dict(pair for table in TABLES for pair in columns_of(table))
    paths = {name: out / f"{name}.csv" for name in columns}
    with export_to(out), ExitStack() as stack:
        files = {name: _Table(stack, path, columns[name], options) for name, path in paths.items()}
        for table, lines in lines_of(readings, speakers):
            for line in lines:
                _add(files, table, line)
    return list(paths.values())


def columns_of(table: LineTable) -> Iterator[tuple[str, list[str]]]:
    """The name and the columns of each CSV table that `table` becomes."""
    apart = {field for field, *_ in table.lists}.union(table.left_out)
    yield table.name, [field.name for field in fields(table.noun) if field.name not in apart]
    for _, name, noun in table.lists:
        yield name, [table.key, *(field.name for field in fields(noun))]


def _add(files: dict[str, _Table], table: LineTable, line: DataLine) -> None:
    """One line as a row of its table, and a row for each record in its lists."""
    joined = {field: between.join(getattr(line, field)) for field, between in table.joined}
    files[table.name].add(line, joined)
    for field, name, _ in table.lists:
        for part in getattr(line, field):
            files[name].add(part, {table.key: getattr(line, "id", None)})


class _Table:
    """One file under way."""

    def __init__(self, stack: ExitStack, path: Path, columns: list[str], options: CsvOptions) -> None:
        encoding = "utf-8-sig" if options.bom else "utf-8"
        self._file = csv.writer(stack.enter_context(whole_text(path, encoding=encoding, newline="")))
        self._columns = columns
        self._guard = options.guard
        self._file.writerow(columns)

    def add(self, line: object, given: dict[str, Any]) -> None:
        """A row with the fields of `line`, and those that are `given`."""
        cells = (given[name] if name in given else getattr(line, name) for name in self._columns)
        self._file.writerow([self._cell(cell) for cell in cells])

    def _cell(self, value: Any) -> Any:
        if isinstance(value, bool):
            return "true" if value else "false"
        return guarded(value) if self._guard and isinstance(value, str) else value


def guarded(cell: str) -> str:
    """`cell`, with an apostrophe before it where a spreadsheet would run it."""
    return f"'{cell}" if cell.startswith(_STARTS) or cell.lstrip().startswith(_FORMULA) else cell
