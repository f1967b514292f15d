"""`tawatur show`: the case as a list, one post in full, its statements, its places, or what failed."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer

import tawatur
from tawatur.cli.app import app, examples
from tawatur.cli.options import (
    CaseArgument,
    ClassOption,
    JsonOption,
    LangOption,
    OutletOption,
    PlaceOption,
    SinceOption,
    SpeakerOption,
    UntilOption,
)
from tawatur.cli.output import results, say, show_json, show_json_lines
from tawatur.errors import UsageError

if TYPE_CHECKING:
    from tawatur.case import Case


@app.command(
    epilog=examples(
        "tawatur show affair.tawatur",
        "tawatur show affair.tawatur 12",
        "tawatur show affair.tawatur po-5e1f --json",
        "tawatur show affair.tawatur --lang ar --since 2024-05",
        "tawatur show affair.tawatur --statements --speaker halwan",
        "tawatur show affair.tawatur 12 --statements",
        "tawatur show affair.tawatur --statements --class anonymous --json",
        "tawatur show affair.tawatur --places --place qamari",
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
    statements: Annotated[bool, typer.Option("--statements", help="List who says what.")] = False,
    places: Annotated[bool, typer.Option("--places", help="List the places that are named.")] = False,
    speaker: SpeakerOption = None,
    speaker_class: ClassOption = None,
    place: PlaceOption = None,
    only: Annotated[str | None, typer.Option("--post", metavar="POST", help="The same as POST.")] = None,
    limit: Annotated[int, typer.Option("--limit", min=0, metavar="N", help="List at most N; 0: all.")] = 200,
    failures: Annotated[bool, typer.Option("--failures", help="List what could not be read, and why.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Show a case: its posts, one post in full, its statements, its places, or its failures.

    Every field of a post stands with the reason it is believed; a dash means that the page does not say. A statement
    stands with its speaker and his class, the words that introduce it, and the post; a mention of a place with the
    place it stands for, and why. With --json, posts, statements, places and failures come one a line.
    """
    from tawatur.cli.views import show_failures, show_overview, show_post

    post = post or only
    posts = {"lang": lang, "outlet": outlet, "since": since, "until": until}
    if (speaker or speaker_class) and not statements:
        raise UsageError("--speaker and --class choose statements: add --statements, or run `tawatur speakers`.")
    if place and not (statements or places):
        raise UsageError("--place chooses statements or places: add --statements or --places.")
    with tawatur.open(case) as opened:
        if statements:
            asked = {"post": post, "speaker": speaker, "speaker_class": speaker_class, "place": place, **posts}
            _show_statements(opened, asked, limit or None, as_json=as_json)
        elif places:
            _show_places(opened, {"post": post, "place": place, **posts}, limit or None, as_json=as_json)
        elif post is not None:
            chosen = opened.post(post)
            if as_json:
                show_json({**chosen.as_dict(), "text": chosen.text, "reasons": chosen.reasons})
            else:
                show_post(results(), chosen, list(opened.statements(chosen)), list(opened.places(chosen)))
        elif failures:
            show_json_lines(map(asdict, opened.failures)) if as_json else show_failures(results(), opened.failures)
        elif as_json:
            show_json_lines(one.as_dict() for one in opened.select(**posts))
        else:
            show_overview(results(), opened, opened.select(**posts), limit or None)
    if failures and post:
        say("--failures was left aside: a post was named.")


def _show_statements(case: Case, asked: dict[str, Any], limit: int | None, *, as_json: bool) -> None:
    from tawatur.cli.statement_views import show_statements

    found = case.statements(**asked)
    if as_json:
        show_json_lines(one.as_dict() for one in found)
    elif not show_statements(results(), found, limit):
        say(_none(case, "statement", case.counts.statements))


def _show_places(case: Case, asked: dict[str, Any], limit: int | None, *, as_json: bool) -> None:
    from tawatur.cli.place_views import show_places

    found = case.places(**asked)
    if as_json:
        show_json_lines(one.as_dict() for one in found)
    elif not show_places(results(), found, limit):
        say(_none(case, "place", case.counts.places))


def _none(case: Case, noun: str, in_case: int) -> str:
    """Nothing is like that, or nothing was looked for."""
    if in_case:
        return f"No {noun} is like that."
    return f"{case.path} has no {noun}s. If it was read by an earlier version: tawatur read --again --case {case.path}"
