"""`tawatur read`: sources become a case."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

import tawatur
from tawatur.cli.app import DONE_WITH_FAILURES, INTERRUPTED, app, examples
from tawatur.cli.options import JsonOption, PackOption
from tawatur.cli.output import say, show_json, show_line, some
from tawatur.cli.terminal import inline
from tawatur.errors import UsageError

if TYPE_CHECKING:
    from tawatur.batch import RunSummary

MIB = 1 << 20
# In a larger case stories take minutes; `tawatur stories` finds them when they are asked for.
_MOST_TOLD = 2_000
_MOST_FAILURES_SAID = 5


@app.command(
    epilog=examples(
        "tawatur read clippings/ --case affair.tawatur",
        "tawatur read page.html feed.xml 'archive/*.warc.gz' --case affair.tawatur",
        "tawatur read https://example.org/news --case affair.tawatur",
        "pbpaste | tawatur read - --case affair.tawatur",
        "tawatur read feeds.opml --follow-opml --case affair.tawatur",
        "tawatur read --again --case affair.tawatur",
    )
)
def read(
    case: Annotated[Path, typer.Option("--case", metavar="CASE", help="The case to make or to add to: one file.")],
    sources: Annotated[
        list[str] | None,
        typer.Argument(metavar="SOURCE", help="Files, folders, patterns, web addresses, or - for standard input."),
    ] = None,
    again: Annotated[
        bool,
        typer.Option("--again", help="Work again on pages already in the case; without SOURCE on all of them."),
    ] = False,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from private and loopback addresses too.")
    ] = False,
    follow_opml: Annotated[
        bool, typer.Option("--follow-opml", help="Fetch the feeds that a subscription list (OPML) names.")
    ] = False,
    hidden: Annotated[bool, typer.Option("--hidden", help="Read hidden files of a folder too.")] = False,
    max_mib: Annotated[
        int,
        typer.Option("--max-mib", min=1, metavar="N", help="Refuse documents of more than N MiB, unpacked."),
    ] = 64,
    timeout: Annotated[
        float,
        typer.Option("--timeout", min=0.1, metavar="S", help="Give a silent server up after S seconds."),
    ] = 30.0,
    pack: PackOption = None,
    workers: Annotated[
        int | None,
        typer.Option(
            "--workers",
            "-j",
            min=0,
            metavar="N",
            help="Processes to use; 0: none beside this one. [default: one a core]",
        ),
    ] = None,
    no_reuse: Annotated[
        bool,
        typer.Option("--no-reuse", help="Do not compare the posts; `tawatur reuse CASE` does it later."),
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no list of failures.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read sources into a case: text, HTML, feeds, web archives.

    Plain text in any encoding, HTML, RSS, Atom, JSON Feed, OPML, WARC, WET and WACZ, packed or not. What a file is shows in its bytes, not in its name. Pages that the case has already are passed over, so a run that was
    stopped goes on where it stopped. What cannot be read is kept as a failure and never ends the run (exit code 1). A folder
    is read with all below it; a file .tawaturignore in it lists what to leave out, in the manner of .gitignore. At the
    end the new posts are compared with all others: who shares words with whom, and who has them from whom.
    """
    from tawatur.batch import RunOptions, reprocess, run_read
    from tawatur.batch.telling import tell_case_stories
    from tawatur.cli.comparing import compare_posts, link_speakers
    from tawatur.cli.progress import progress_on_terminal

    if not sources and not again:
        raise UsageError("nothing to read. Name files, folders or addresses; - is standard input.")
    options = RunOptions(
        read=tawatur.ReadOptions(
            allow_private=allow_private,
            follow_opml=follow_opml,
            hidden=hidden,
            max_bytes=max_mib * MIB,
            timeout_s=timeout,
        ),
        packs=tuple(pack or ()),
        workers=workers,
        again=again,
    )
    with progress_on_terminal(quiet=quiet or as_json) as progress:
        if sources:
            summary = run_read(case, sources, options, progress=progress)
        else:
            summary = reprocess(case, options, progress=progress)
    if not as_json:
        show_summary(summary)
    # Who opens a case wants to see who copied whom; for a few thousand posts that is a second beside minutes of reading.
    whole = None if no_reuse or summary.interrupted else compare_posts(case, quiet=quiet or as_json)
    if not summary.interrupted:
        link_speakers(case)
    if whole is not None:
        tell_case_stories(case, most=_MOST_TOLD)
    found = found_in(case)
    if as_json:
        show_json({**summary.to_json(), **found, "reuse": asdict(whole) if whole else None})
    else:
        show_found(inline(str(case)), found, whole.pairs if whole else 0)
    if summary.failed and not (quiet or as_json):
        say_failures(case, summary)
    if summary.interrupted:
        say("Stopped. What is counted above is kept; run the same command again to go on from there.")
        raise typer.Exit(INTERRUPTED)
    if summary.failed:
        raise typer.Exit(DONE_WITH_FAILURES)


def show_summary(summary: RunSummary) -> None:
    """What a run came to, in a line or two."""
    known = f"; {some(summary.skipped, 'page')} there already" if summary.skipped else ""
    failed = f"; {some(summary.failed, 'failure')}" if summary.failed else ""
    name = inline(summary.case)
    show_line(f"Read {some(summary.done, 'page')} with {some(summary.posts, 'post')}{known}{failed}.")
    show_line(f"{name} now holds {some(summary.pages_in_case, 'page')} with {some(summary.posts_in_case, 'post')}.")


def found_in(case: Path) -> dict[str, int]:
    """How many statements and mentions of places the case now holds."""
    with tawatur.open(case) as opened:
        counts = opened.counts
    return {"statements_in_case": counts.statements, "places_in_case": counts.places}


def show_found(name: str, found: dict[str, int], pairs: int) -> None:
    """What was found in the posts, and how to see it; a line each."""
    if found["statements_in_case"]:
        show_line(f"{some(found['statements_in_case'], 'statement')} in them: tawatur show {name} --statements")
    if found["places_in_case"]:
        show_line(f"{some(found['places_in_case'], 'mention')} of places: tawatur show {name} --places")
    if pairs:
        show_line(f"{some(pairs, 'pair')} of posts share words: tawatur reuse {name}")


def say_failures(case: Path, summary: RunSummary) -> None:
    """The first failures of a run, and how to see the rest."""
    with tawatur.open(case) as opened:
        failures = opened.failures_of(summary.run_id)
    for failure in failures[:_MOST_FAILURES_SAID]:
        say(f"- {failure.message}")
    if len(failures) > _MOST_FAILURES_SAID:
        say(f"... and {len(failures) - _MOST_FAILURES_SAID:,} more: tawatur show {case} --failures")
