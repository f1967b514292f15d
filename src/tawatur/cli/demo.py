"""`tawatur demo`: the sample case, from its pages to its report."""

from __future__ import annotations

import os
import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

import tawatur
from tawatur.cli.app import app, examples
from tawatur.cli.output import results, show_line
from tawatur.cli.terminal import inline

# When the pages of the story would have been saved; the same on every machine, and so is the case.
_SAVED = datetime(2021, 2, 15, 12, tzinfo=UTC).timestamp()


@app.command(epilog=examples("tawatur demo", "tawatur demo --out somewhere/"))
def demo(
    out: Annotated[
        Path, typer.Option("--out", metavar="DIR", help="Folder for the pages, the case and the report.")
    ] = Path("demo"),
) -> None:
    """Read the sample case, show what is in it, write its report.

    It comes with tawatur. Its pages, in Arabic and English, tell of an accident that never happened, as messily as real ones would.
    """
    from tawatur.cli.comparing import bring_up_to_date
    from tawatur.cli.views import show_overview
    from tawatur.sample import sample_pack, sample_pages

    pages, file = out / "pages", out / "case.tawatur"
    pages.mkdir(parents=True, exist_ok=True)
    for page in sample_pages():
        shutil.copyfile(page, pages / page.name)
        os.utime(pages / page.name, (_SAVED, _SAVED))
    # So few pages are done before other processes would have started.
    with tawatur.read(pages, case=file, packs=[sample_pack()], workers=0, reuse=False) as case:
        bring_up_to_date(file)
        show_overview(results(), case, case.posts, limit=None)
        report = case.report(out / "report.html")
    name = inline(str(file))
    for line in (
        "",
        f"The report, every field marked in its text: {inline(str(report))}",
        "",
        "Try next:",
        f"  tawatur serve {name}",
        f"  tawatur claims {name} --conflicts",
        f"  tawatur stories {name}",
        f'  tawatur check {name} "The ferry left without a clearance"',
        f"  tawatur show {name} 4",
        f"  tawatur show {name} --statements --class anonymous",
        f"  tawatur speakers {name}",
        f"  tawatur places {name}",
        f"  tawatur search {name} ferry",
        f"  tawatur search {name} الإذن",
        f"  tawatur reuse {name} --figures",
        f"  tawatur origins {name}",
        f"  tawatur export {name} --to csv --out {inline(str(out / 'tables'))}",
        "  tawatur read YOUR-FOLDER --case my.tawatur",
    ):
        show_line(line)
