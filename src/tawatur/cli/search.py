"""`tawatur search`: posts with these words, however they are spelt."""

from __future__ import annotations

from typing import Annotated

import typer

import tawatur
from tawatur.cli.app import app, examples
from tawatur.cli.options import CaseArgument, JsonOption, LangOption, OutletOption, SinceOption, UntilOption
from tawatur.cli.output import results, say, show_json_lines


@app.command(
    epilog=examples(
        "tawatur search affair.tawatur ferry",
        "tawatur search affair.tawatur 'الهيئة البحرية' --lang ar",
        "tawatur search affair.tawatur '\"harbour master\"' --since 2021-02-10",
        "tawatur search affair.tawatur إذن --json | jq -r .title",
    )
)
def search(
    case: CaseArgument,
    query: Annotated[
        list[str],
        typer.Argument(metavar="WORDS", help='Words that must all occur; "in quotes": side by side.'),
    ],
    lang: LangOption = None,
    outlet: OutletOption = None,
    since: SinceOption = None,
    until: UntilOption = None,
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Show at most N posts.")] = 20,
    as_json: JsonOption = False,
) -> None:
    """Find the posts that hold these words, best first.

    Spelling is folded: case, short vowels, tatweel, the forms of alef, ya, ta marbuta and hamza, presentation forms, and
    Arabic or Persian digits make no difference. With --json, one post a line; `highlights` are code points of the page.
    """
    from tawatur.cli.views import show_hits

    with tawatur.open(case) as opened:
        hits = opened.search(" ".join(query), lang=lang, outlet=outlet, since=since, until=until, limit=limit)
        if as_json:
            show_json_lines(hit.as_dict() for hit in hits)
        elif hits:
            show_hits(results(), hits)
        else:
            say(f"No post has {' '.join(query)}.")
