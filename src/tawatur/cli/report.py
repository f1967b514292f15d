"""`tawatur report`: the case as one HTML file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import tawatur
from tawatur.cli.app import app, examples
from tawatur.cli.options import CaseArgument
from tawatur.cli.output import show_line


@app.command(
    epilog=examples(
        "tawatur report affair.tawatur --out affair.html",
        "tawatur report affair.tawatur --out affair.ar.html --lang ar",
    )
)
def report(
    case: CaseArgument,
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.")] = Path("report.html"),
    lang: Annotated[
        str, typer.Option("--lang", metavar="TAG", help="Language of the report's own words: en or ar.")
    ] = "en",
) -> None:
    """Write a case as one HTML file that needs no network.

    Every post stands there with its fields and the reason for each, marked in its text.
    """
    with tawatur.open(case) as opened:
        show_line(str(opened.report(out, lang=lang)))
