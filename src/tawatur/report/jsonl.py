"""JSON Lines: pages, posts, statements and places, as the export contract has them; and speakers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from tawatur.model import Reading
from tawatur.report.files import export_to, whole_text
from tawatur.report.tables import NOBODY, TABLES, DataLine, Speakers, lines_of

# JSON allows these inside a string, but many programs that read lines take them for the end of one.
LINE_ENDS = str.maketrans({"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def write_jsonl(readings: Iterable[Reading], out: Path, speakers: Speakers = NOBODY) -> list[Path]:
    """Write all pages, posts, statements, places and speakers below the folder `out`, UTF-8; gives the paths written.

    Raises: ExportError where that is not possible; a file that was there before is then as it was.
    """
    paths = {table.name: out / f"{table.name}.jsonl" for table in TABLES}
    with export_to(out), ExitStack() as stack:
        files = {name: stack.enter_context(whole_text(path)) for name, path in paths.items()}
        for table, lines in lines_of(readings, speakers):
            files[table.name].writelines(map(json_line, lines))
    return list(paths.values())


def json_line(line: DataLine) -> str:
    """One object as one line, with its end; unknown is null."""
    return json.dumps(asdict(line), ensure_ascii=False).translate(LINE_ENDS) + "\n"
