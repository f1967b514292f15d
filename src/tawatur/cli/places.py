"""`tawatur places`: every place of a case with its counts, and gazetteers of your own."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

import tawatur
from tawatur.cli.app import app, examples
from tawatur.cli.options import JsonOption, LangOption, OutletOption, SinceOption, UntilOption
from tawatur.cli.output import results, say, show_json, show_json_lines, show_line, some
from tawatur.cli.terminal import inline
from tawatur.errors import UsageError

_IMPORT = "import"


@app.command(
    epilog=examples(
        "tawatur places affair.tawatur",
        "tawatur places affair.tawatur --place قمري",
        "tawatur places affair.tawatur --json | jq -r '[.name, .posts] | @tsv'",
        "tawatur places import SY.txt --out villages/",
        "tawatur read clippings/ --case affair.tawatur --pack villages/pack.yaml",
    )
)
def places(
    what: Annotated[
        list[str],
        typer.Argument(metavar="CASE | import FILE", help="A case; or `import` and a dump of GeoNames, unzipped."),
    ],
    place: Annotated[
        str | None,
        typer.Option("--place", metavar="NAME", help="Only the places that bear this name, in any spelling."),
    ] = None,
    lang: LangOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="N", help="List at most N places; 0: all.")] = 50,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="DIR", help="import: folder for the gazetteer and its pack.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """List the places that a case names: in how many posts, how often, where they are, in which words and outlets.

    With --json, one place a line. `tawatur show CASE --places` lists each mention with the reason for its place.

    With `import`, a dump of GeoNames (download.geonames.org/export/dump: SY.txt, allCountries.txt) becomes a gazetteer
    of your own, villages and all, and a pack that takes it into use: `tawatur read ... --pack DIR/pack.yaml`.
    """
    if what[0] == _IMPORT and len(what) == 2:
        _import(Path(what[1]), out, as_json=as_json)
        return
    if len(what) != 1:
        raise UsageError("name one case, or `import` and one file.")
    if out is not None:
        raise UsageError("--out goes with `tawatur places import FILE`.")
    from tawatur.cli.place_views import show_place_index

    with tawatur.open(what[0]) as case:
        found = case.place_index(place=place, lang=lang, outlet=outlet, since=since, until=until)
        if as_json:
            show_json_lines(map(asdict, found))
        elif found:
            show_place_index(results(), found, limit or None)
        else:
            say("No place is named here.")


def _import(file: Path, out: Path | None, *, as_json: bool) -> None:
    """A gazetteer and its pack, made of a dump."""
    from tawatur.batch.gazetteer import import_places

    if out is None:
        raise UsageError("name a folder for the gazetteer with --out.")
    if not file.is_file():
        raise UsageError(f"{file}: no file is there. download.geonames.org/export/dump has one for each country.")
    count, pack = import_places(file, out)
    if as_json:
        show_json({"places": count, "pack": str(pack)})
    else:
        show_line(f"{some(count, 'place')}. Take them into use with --pack {inline(str(pack))}")
