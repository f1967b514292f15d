"""`tawatur export`: the case as files that other programs read."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

import tawatur
from tawatur.cli.app import app, examples
from tawatur.cli.options import CaseArgument
from tawatur.cli.output import show_line


class Format(StrEnum):
    """What a case can be written as."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    GEOJSON = "geojson"


@app.command(
    epilog=examples(
        "tawatur export affair.tawatur --to jsonl --out affair/",
        "tawatur export affair.tawatur --to csv --out tables/",
        "tawatur export affair.tawatur --to parquet --out tables/",
        "tawatur export affair.tawatur --to geojson --out maps/",
    )
)
def export(
    case: CaseArgument,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder to write into; made where it is missing.")],
    to: Annotated[Format, typer.Option("--to", help="The format.")] = Format.JSONL,
) -> None:
    """Write a case as JSON Lines, CSV or Parquet files, or its places as GeoJSON.

    Prints the name of each file written. Offsets are code points of the page's text, from 0, end exclusive. CSV files
    open in a spreadsheet (UTF-8 with a byte order mark; no cell can start a formula). GeoJSON opens in QGIS: a layer of
    all mentions of places, and one of the places with their counts.
    """
    with tawatur.open(case) as opened:
        for path in opened.export(out, to=to.value):
            show_line(str(path))
