"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def _existing_case(path: Path) -> Path:
    """`path`, where a file is there; a wrong use otherwise."""
    if not path.is_file():
        raise typer.BadParameter(f"{path}: no case is there. Make one with `tawatur read SOURCE... --case {path}`.")
    return path


CaseArgument = Annotated[
    Path,
    typer.Argument(metavar="CASE", help="The case: a file that `tawatur read` made.", callback=_existing_case),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Write JSON, for programs.")]
LangOption = Annotated[
    str | None, typer.Option("--lang", metavar="TAG", help="Only posts in this language: ar, en ...")
]
OutletOption = Annotated[
    str | None, typer.Option("--outlet", metavar="WORDS", help="Only posts whose outlet has these words.")
]
SinceOption = Annotated[
    str | None,
    typer.Option("--since", metavar="DATE", help="Only posts published on or after this date (2024, 2024-05 ...)."),
]
UntilOption = Annotated[
    str | None, typer.Option("--until", metavar="DATE", help="Only posts published on or before this date.")
]
SpeakerOption = Annotated[
    str | None,
    typer.Option("--speaker", metavar="NAME", help="Only of whoever bears this name, in any spelling and script."),
]
ClassOption = Annotated[
    str | None,
    typer.Option(
        "--class",
        metavar="CLASS",
        help="Only of speakers of this class: person, organisation, outlet, official, anonymous, reports, document.",
    ),
]
PlaceOption = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="Only where a place with this name is named.")
]
PackOption = Annotated[
    list[Path] | None,
    typer.Option("--pack", metavar="PATH", help="Language data of your own; may be given more than once."),
]
