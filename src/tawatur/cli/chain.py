"""`tawatur chain` and `tawatur origins`: where a post's words come from, and how many beginnings some posts have."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

import tawatur
from tawatur.cli.app import app, examples
from tawatur.cli.comparing import compare_posts
from tawatur.cli.options import CaseArgument, JsonOption
from tawatur.cli.output import results, show_json


@app.command(
    epilog=examples(
        "tawatur chain affair.tawatur 12",
        "tawatur chain affair.tawatur po-5e1f --json",
    )
)
def chain(
    case: CaseArgument,
    post: Annotated[
        str, typer.Argument(metavar="POST", help="Its number in the list of `show`, or the start of its id.")
    ],
    as_json: JsonOption = False,
) -> None:
    """Walk one post back to where its words come from.

    Each step says what it is (copies, credits, cites, quotes), whom it leads to, which words show it, and why. With
    --json: the post's line of `chains.jsonl`.
    """
    from tawatur.cli.chain_views import show_chain

    with _connected(case) as opened:
        found = opened.chain(post)
        show_json(found.line) if as_json else show_chain(results(), found)


@app.command(
    epilog=examples(
        "tawatur origins affair.tawatur",
        "tawatur origins affair.tawatur 3 9 12",
        "tawatur origins affair.tawatur --json | jq .independent_origins",
    )
)
def origins(
    case: CaseArgument,
    posts: Annotated[
        list[str] | None,
        typer.Argument(metavar="POST", help="Numbers or ids of posts; none: all of the case."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Count the independent origins of some posts, with a reason for each post.

    Posts that carry one agency's text, one release or one post's words are one origin. Where it is not known where a
    post has its words from, it adds none as long as it may have them from one that is counted.
    """
    from tawatur.cli.chain_views import show_origins

    with _connected(case) as opened:
        found = opened.independent_origins(posts or None)
        show_json(found.as_dict()) if as_json else show_origins(results(), found)


def _connected(case: Path) -> tawatur.Case:
    """The case, its posts compared where that was left out so far."""
    compare_posts(case)
    return tawatur.open(case)
