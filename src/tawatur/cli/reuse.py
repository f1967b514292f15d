"""`tawatur reuse`: which posts carry the same words, in a case or in a file of posts."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tawatur
from tawatur.cli.app import DONE_WITH_FAILURES, app, examples
from tawatur.cli.comparing import compare_posts
from tawatur.cli.options import JsonOption, OutletOption, PackOption
from tawatur.cli.output import results, say, show_json, show_json_lines, show_line, some
from tawatur.errors import UsageError
from tawatur.reuse import ReuseOptions, reuse_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tawatur.case import Case, CaseReuse

_MOST_FAILURES_SAID = 5
_CASE_BEGINS = b"SQLite format 3\x00"


@app.command(
    epilog=examples(
        "tawatur reuse affair.tawatur",
        "tawatur reuse affair.tawatur --post 12 --changes",
        "tawatur reuse affair.tawatur --figures",
        "tawatur reuse affair.tawatur --json | jq -c '[.a.outlet, .direction, .b.outlet]'",
        "tawatur reuse posts.jsonl --out pairs.jsonl",
        "tawatur reuse today.jsonl --out new-pairs.jsonl --keep index/",
        "zcat posts.jsonl.gz | tawatur reuse - --out - | jq -c '[.a, .b, .words]'",
    )
)
def reuse(
    posts: Annotated[
        str,
        typer.Argument(
            metavar="CASE|POSTS.jsonl",
            help="A case; or one post a line: id, text; outlet, lang, date where known.",
        ),
    ],
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="PAIRS.jsonl", help="File for the shared passages, one a line."),
    ] = None,
    post: Annotated[
        str | None,
        typer.Option("--post", metavar="POST", help="Case: only pairs of this post, by number or id."),
    ] = None,
    outlet: OutletOption = None,
    changes: Annotated[
        bool, typer.Option("--changes", help="Case: show what was changed inside the passages.")
    ] = False,
    figures: Annotated[
        bool, typer.Option("--figures", help="Case: only pairs in which a figure was changed; show it.")
    ] = False,
    limit: Annotated[
        int, typer.Option("--limit", min=0, metavar="N", help="Case: list at most N pairs; 0: all.")
    ] = 100,
    again: Annotated[
        bool, typer.Option("--again", help="Case: compare all posts again, not only the new ones.")
    ] = False,
    keep: Annotated[
        Path | None,
        typer.Option(
            "--keep",
            metavar="DIR",
            help="POSTS: keep what was read here, and compare with what was kept before.",
        ),
    ] = None,
    memory_mb: Annotated[
        int | None, typer.Option("--memory-mb", min=500, metavar="N", help="Stay below N MB, over files.")
    ] = None,
    pack: PackOption = None,
    as_json: JsonOption = False,
) -> None:
    """Find the passages that posts share, copied or edited.

    Of a case, new posts are compared with all others first (`tawatur read` has done that already, as a rule); then the
    pairs are listed, most words first, with who has the words from whom, and why. With --out the passages go to a file,
    as `reuse.jsonl` of an export has them. Who is who among outlets and agencies is language data: with --pack, yours is
    used for what is new, with --again for all posts.

    Posts that are posts already, from whatever source, may come as JSON Lines; - is standard input or output. Each line of
    the result names two posts and a span in each, in code points of its text, the similarity of the words, and what was
    changed between them; changed figures are marked. Spelling is folded as in search.
    """
    if not _is_case(posts):
        if out is None:
            raise UsageError(f"{posts}: name a file for the passages with --out, or a case in its place.")
        _reuse_of_file(posts, out, ReuseOptions(folder=keep, memory_mb=memory_mb), as_json=as_json)
        return
    from tawatur.cli.reuse_views import show_pairs

    compare_posts(Path(posts), again=again, memory_mb=memory_mb, packs=pack or (), quiet=as_json)
    with tawatur.open(posts) as case:
        if out is not None:
            count = case.write_reuse(out)
            (say if out == "-" else show_line)(f"{some(count, 'shared passage')} written.")
            return
        pairs = _chosen(case, post, outlet, figures=figures)
        if as_json:
            show_json_lines(pair.as_dict() for pair in pairs)
        else:
            show_pairs(results(), list(pairs), limit or None, changes=changes or figures, figures=figures)


def _is_case(name: str) -> bool:
    path = Path(name)
    if name == "-" or not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(_CASE_BEGINS)) == _CASE_BEGINS


def _chosen(case: Case, post: str | None, outlet: str | None, *, figures: bool) -> Iterator[CaseReuse]:
    """The pairs that the options let through."""
    from tawatur.text.fold import fold_text

    wanted = fold_text(outlet or "")
    for pair in case.reuse if post is None else case.reuse_of(post):
        if wanted and not any(wanted in fold_text(side.outlet or "") for side in (pair.a, pair.b)):
            continue
        if figures and not pair.figure_changes:
            continue
        yield pair


def _reuse_of_file(posts: str, out: str, options: ReuseOptions, *, as_json: bool) -> None:
    """From one file to another."""
    summary = reuse_file(posts, out, options)
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
