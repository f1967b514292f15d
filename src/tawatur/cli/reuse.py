"""`tawatur reuse`: which posts carry the same words."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from tawatur.cli.app import DONE_WITH_FAILURES, app, examples
from tawatur.cli.options import JsonOption
from tawatur.cli.output import say, show_json, show_line, some
from tawatur.reuse import ReuseOptions, reuse_file

_MOST_FAILURES_SAID = 5


@app.command(
    epilog=examples(
        "tawatur reuse posts.jsonl --out pairs.jsonl",
        "tawatur reuse today.jsonl --out new-pairs.jsonl --keep index/",
        "zcat posts.jsonl.gz | tawatur reuse - --out - | jq -c '[.a, .b, .words]'",
    )
)
def reuse(
    posts: Annotated[
        str,
        typer.Argument(
            metavar="POSTS.jsonl", help="One post a line: id, text; outlet, lang, date where known."
        ),
    ],
    out: Annotated[
        str, typer.Option("--out", metavar="PAIRS.jsonl", help="File for the shared passages, one a line.")
    ],
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep", metavar="DIR", help="Keep what was read here, and compare with what was kept before."
        ),
    ] = None,
    memory_mb: Annotated[
        int | None, typer.Option("--memory-mb", min=500, metavar="N", help="Stay below N MB, over files.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Find the passages that posts share, copied or edited.

    For posts that are posts already, from whatever source; - is standard input or output. Each line of the result names
    two posts and a span in each, in code points of its text, the similarity of the words, and what was changed between
    them; changed figures are marked. Spelling is folded as in search.
    """
    summary = reuse_file(posts, out, ReuseOptions(folder=keep, memory_mb=memory_mb))
    if as_json and out != "-":
        show_json(asdict(summary))
    else:
        said = f"{some(summary.posts, 'post')}: {some(summary.passages, 'shared passage')} in {some(summary.pairs, 'pair')}"
        (say if out == "-" else show_line)(f"{said}; {some(summary.number_changes, 'changed figure')}.")
    for failure in summary.failures[:_MOST_FAILURES_SAID]:
        say(f"- {failure.message}")
    if summary.failures:
        say(f"{some(len(summary.failures), 'line')} left out.")
        raise typer.Exit(DONE_WITH_FAILURES)
