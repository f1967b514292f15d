"""CSV for spreadsheets: pages, posts, and the credits and links of posts as tables of their own."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from tawatur.model import Reading
from tawatur.report.files import export_to, whole_text
from tawatur.report.lines import CreditLine, LinkLine, PageLine, PostLine, page_line, post_lines

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


_POST_COLUMNS = [field.name for field in fields(PostLine) if field.name not in ("credits", "links")]
_TABLES: dict[str, list[str]] = {
    "pages": [field.name for field in fields(PageLine)],
    "posts": _POST_COLUMNS,
    "credits": ["post_id", *(field.name for field in fields(CreditLine))],
    "links": ["post_id", *(field.name for field in fields(LinkLine))],
}


def write_csv(readings: Iterable[Reading], out: Path, options: CsvOptions | None = None) -> list[Path]:
    """Write pages.csv, posts.csv, credits.csv and links.csv below the folder `out`; gives the paths.

    UTF-8, commas, quotation marks where needed, lines end in CR LF as RFC 4180 has it; unknown is an empty cell.
    Raises: ExportError where that is not possible; a file that was there before is then as it was.
    """
    options = options or CsvOptions()
    paths = {name: out / f"{name}.csv" for name in _TABLES}
    with export_to(out), ExitStack() as stack:
        tables = {}
        for name, path in paths.items():
            encoding = "utf-8-sig" if options.bom else "utf-8"
            tables[name] = _Table(stack.enter_context(whole_text(path, encoding=encoding, newline="")), options)
            tables[name].writer.writerow(_TABLES[name])
        for reading in readings:
            tables["pages"].add(_cells(page_line(reading.page), _TABLES["pages"]))
            for post in post_lines(reading):
                tables["posts"].add(_cells(post, _POST_COLUMNS))
                for credit in post.credits:
                    tables["credits"].add([post.id, *_cells(credit, _TABLES["credits"][1:])])
                for link in post.links:
                    tables["links"].add([post.id, *_cells(link, _TABLES["links"][1:])])
    return list(paths.values())


class _Table:
    """One file under way."""

    def __init__(self, file: Any, options: CsvOptions) -> None:
        self.writer = csv.writer(file)
        self._guard = options.guard

    def add(self, cells: list[Any]) -> None:
        self.writer.writerow([guarded(cell) if self._guard and isinstance(cell, str) else cell for cell in cells])


def guarded(cell: str) -> str:
    """`cell`, with an apostrophe before it where a spreadsheet would run it."""
    return f"'{cell}" if cell.startswith(_STARTS) or cell.lstrip().startswith(_FORMULA) else cell


def _cells(line: object, columns: list[str]) -> list[Any]:
    return [getattr(line, column) for column in columns]
