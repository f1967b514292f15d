"""`tawatur speakers`: who speaks in a case, how often, to whom, in which outlets."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

import tawatur
from tawatur.cli.app import app, examples
from tawatur.cli.comparing import link_speakers
from tawatur.cli.options import CaseArgument, ClassOption, JsonOption, SpeakerOption
from tawatur.cli.output import results, say, show_json_lines


@app.command(
    epilog=examples(
        "tawatur speakers affair.tawatur",
        "tawatur speakers affair.tawatur --class anonymous",
        "tawatur speakers affair.tawatur --speaker حلوان",
        "tawatur speakers affair.tawatur --json | jq -r '[.name, .statements] | @tsv'",
    )
)
def speakers(
    case: CaseArgument,
    speaker: SpeakerOption = None,
    speaker_class: ClassOption = None,
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="N", help="List at most N speakers; 0: all.")] = 50,
    again: Annotated[bool, typer.Option("--again", help="Find out anew whose names belong together.")] = False,
    as_json: JsonOption = False,
) -> None:
    """List who speaks in a case: how often, under which names, in which outlets, told to whom.

    One person or body under several names, in both scripts, is one speaker; why is kept with it. Sources without a name
    are counted as such. With --json, one speaker a line, as `speakers.jsonl` of an export has them.
    """
    from tawatur.cli.statement_views import show_speakers

    link_speakers(case, again=again)
    with tawatur.open(case) as opened:
        found = opened.speakers(speaker=speaker, speaker_class=speaker_class)
        if as_json:
            show_json_lines(map(asdict, found))
        elif found:
            show_speakers(results(), found, limit or None)
        else:
            say("Nobody speaks here." if speaker is speaker_class is None else "No speaker is like that.")
