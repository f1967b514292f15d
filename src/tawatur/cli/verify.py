"""`tawatur verify`: is every byte of the evidence as it was taken in?"""

from __future__ import annotations

from dataclasses import asdict

import typer

import tawatur
from tawatur.cli.app import DONE_WITH_FAILURES, app, examples
from tawatur.cli.options import CaseArgument, JsonOption
from tawatur.cli.output import show_json, show_line
from tawatur.cli.terminal import inline


@app.command(epilog=examples("tawatur verify affair.tawatur", "tawatur verify affair.tawatur --json"))
def verify(case: CaseArgument, as_json: JsonOption = False) -> None:
    """Check every byte that a case keeps, and name what changed.

    Exit code 0: all of it is as it was; 1: something was changed.
    """
    with tawatur.open(case) as opened:
        findings, counts, seal = opened.verify(), opened.counts, opened.seal
    if as_json:
        show_json(
            {
                "case": str(case),
                "captures": counts.captures,
                "seal": seal,
                "findings": [asdict(f) for f in findings],
            }
        )
    else:
        for finding in findings:
            show_line(inline(finding.message))
        if not findings:
            show_line(
                f"{inline(str(case))}: all {counts.captures:,} captures are as they were taken in. Seal {seal[:16]}"
            )
    if findings:
        raise typer.Exit(DONE_WITH_FAILURES)
