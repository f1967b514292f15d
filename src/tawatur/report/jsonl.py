"""JSON Lines: `pages.jsonl` and `posts.jsonl`, as the export contract has them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from tawatur.model import Reading
from tawatur.report.files import export_to, whole_text
from tawatur.report.lines import PageLine, PostLine, page_line, post_lines

# JSON allows these inside a string, but many programs that read lines take them for the end of one.
LINE_ENDS = str.maketrans({"\u0085": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def write_jsonl(readings: Iterable[Reading], out: Path) -> list[Path]:
    """Write all pages and posts below the folder `out`, UTF-8; gives the paths written.

    Raises: ExportError where that is not possible; a file that was there before is then as it was.
    """
    pages, posts = out / "pages.jsonl", out / "posts.jsonl"
    with export_to(out), whole_text(pages) as page_file, whole_text(posts) as post_file:
        for reading in readings:
            page_file.write(json_line(page_line(reading.page)))
            post_file.writelines(map(json_line, post_lines(reading)))
    return [pages, posts]


def json_line(line: PageLine | PostLine) -> str:
    """One object as one line, with its end; unknown is null."""
    return json.dumps(asdict(line), ensure_ascii=False).translate(LINE_ENDS) + "\n"
