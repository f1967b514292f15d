"""`tawatur show`: the case as a list, one post in full, or what failed."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

import tawatur
from tawatur.cli.app import app, examples
from tawatur.cli.options import CaseArgument, JsonOption, LangOption, OutletOption, SinceOption, UntilOption
from tawatur.cli.output import results, say, show_json, show_json_lines


@app.command(
    epilog=examples(
        "tawatur show affair.tawatur",
        "tawatur show affair.tawatur 12",
        "tawatur show affair.tawatur po-5e1f --json",
        "tawatur show affair.tawatur --lang ar --since 2024-05",
        "tawatur show affair.tawatur --failures",
    )
)
def show(
    case: CaseArgument,
    post: Annotated[
        str | None,
        typer.Argument(metavar="POST", help="One post: its number in the list, or the start of its id."),
    ] = None,
    lang: LangOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="N", help="List at most N posts; 0: all.")] = 200,
    failures: Annotated[bool, typer.Option("--failures", help="List what could not be read, and why.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Show a case: its posts, one post in full, or its failures.

    Every field of a post stands with the reason it is believed; a dash means that the page does not say. With --json,
    posts and failures come one a line.
    """
    from tawatur.cli.views import show_failures, show_overview, show_post

    with tawatur.open(case) as opened:
        if post is not None:
            chosen = opened.post(post)
            show_json({**chosen.as_dict(), "text": chosen.text, "reasons": chosen.reasons}) if as_json else show_post(
                results(), chosen
            )
        elif failures:
            show_json_lines(map(asdict, opened.failures)) if as_json else show_failures(results(), opened.failures)
        else:
            posts = opened.select(lang=lang, outlet=outlet, since=since, until=until)
            if as_json:
                show_json_lines(one.as_dict() for one in posts)
            else:
                show_overview(results(), opened, posts, limit or None)
    if failures and post:
        say("--failures was left aside: a post was named.")
