"""`tawatur stories`, `tawatur claims`, `tawatur check`: what is told in a case, and how far the reports agree."""

from __future__ import annotations

from typing import Annotated

import typer

import tawatur
from tawatur.cli.app import app, examples
from tawatur.cli.comparing import bring_up_to_date
from tawatur.cli.options import CaseArgument, JsonOption
from tawatur.cli.output import results, say, show_json, show_json_lines

LimitOption = Annotated[int, typer.Option("--limit", min=0, metavar="N", help="List at most N; 0: all.")]
AgainOption = Annotated[bool, typer.Option("--again", help="Find them out anew.")]


@app.command(
    epilog=examples(
        "tawatur stories affair.tawatur",
        "tawatur stories affair.tawatur --json | jq -r '[.id, (.posts | length), .title] | @tsv'",
    )
)
def stories(
    case: CaseArgument,
    limit: LimitOption = 50,
    again: AgainOption = False,
    as_json: JsonOption = False,
) -> None:
    """List the stories of a case: which posts tell of the same happening, in any language, and what ties them.

    With --json, one story a line, as `stories.jsonl` of an export has them.
    """
    from tawatur.cli.told_views import show_stories

    bring_up_to_date(case, again=again)
    with tawatur.open(case) as opened:
        if as_json:
            show_json_lines(opened.story_lines())
            return
        found = list(enumerate(opened.stories(), 1))
        show_stories(results(), found, opened.post_with, limit or None)


@app.command(
    epilog=examples(
        "tawatur claims affair.tawatur",
        "tawatur claims affair.tawatur --story 1 --conflicts",
        "tawatur claims affair.tawatur --json | jq 'select(.slot == \"number\")'",
    )
)
def claims(
    case: CaseArgument,
    story: Annotated[
        str | None,
        typer.Option(
            "--story", metavar="STORY", help="Only of this story: its number in `tawatur stories`, or its id."
        ),
    ] = None,
    conflicts: Annotated[bool, typer.Option("--conflicts", help="Only where the reports do not agree.")] = False,
    limit: LimitOption = 50,
    again: AgainOption = False,
    as_json: JsonOption = False,
) -> None:
    """List what several posts report: the variants side by side, and from how many independent origins each comes.

    Nothing is called true or false. A variant that only nameless sources give, or only a party to the event, is marked.
    With --json, one claim a line, as `claims.jsonl` of an export has them.
    """
    from tawatur.cli.told_views import show_claims

    bring_up_to_date(case, again=again)
    with tawatur.open(case) as opened:
        if as_json:
            show_json_lines(opened.claim_lines(story=story, conflicts=conflicts))
            return
        found = opened.claims(story=story, conflicts=conflicts)
        if found:
            show_claims(results(), found, opened.post_with, limit or None)
        else:
            say("No two posts report the same here." if not conflicts else "No reports contradict each other here.")


@app.command(
    epilog=examples(
        'tawatur check affair.tawatur "The ferry left without a clearance"',
        'tawatur check affair.tawatur "غادرت العبّارة من دون إذن" --json',
    )
)
def check(
    case: CaseArgument,
    claim: Annotated[str, typer.Argument(metavar="CLAIM", help="One sentence, in any language of the case.")],
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="N", help="List at most N of each; 0: all.")] = 10,
    as_json: JsonOption = False,
) -> None:
    """Ask a case about a claim: which reports support it, deny it, or only speak of it, and from how many origins.

    The claim may be put in one language and the reports be in another. The words of each report are shown.
    """
    from tawatur.cli.told_views import show_check

    bring_up_to_date(case)
    with tawatur.open(case) as opened:
        answer = opened.check(claim)
        if as_json:
            show_json(answer.as_dict())
        elif answer.findings:
            show_check(results(), answer, limit or None)
        else:
            say("No report speaks of this.")
