"""The application that the commands register with, and how it ends: exit codes and error lines."""

from __future__ import annotations

import sys
import traceback
from typing import Annotated, NoReturn

import typer

import tawatur
from tawatur.cli.output import complain
from tawatur.errors import TawaturError, UsageError

DONE, DONE_WITH_FAILURES, WRONG_USE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="tawatur",
    no_args_is_help=True,
    rich_markup_mode=None,  # plain help: quick to start, and it pipes and greps
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def examples(*lines: str) -> str:
    """The end of a command's help: its examples, one a line."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)


def show_version(wanted: bool) -> None:
    """Print the version and leave, where `wanted`."""
    if wanted:
        typer.echo(f"tawatur {tawatur.__version__}")
        raise typer.Exit


@app.callback(
    epilog=examples("tawatur demo", "tawatur read clippings/ --case affair.tawatur", "tawatur show affair.tawatur")
)
def tawatur_options(
    debug: Annotated[bool, typer.Option("--debug", help="On an error, show where in the program it arose.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=show_version, is_eager=True, help="Show the version and leave."),
    ] = False,
) -> None:
    """Take what a reporter has on a story, in Arabic and English, apart into articles that say where they come from.

    Results go to standard output, progress and messages to standard error. Exit code 0: done; 1: done, with
    failures; 2: wrong use.
    """


def main() -> NoReturn:
    """Run the command line, and leave with its exit code."""
    try:
        app(prog_name="tawatur")
    except TawaturError as error:
        if _debugging():
            traceback.print_exc()
        complain(str(error))
        sys.exit(WRONG_USE if isinstance(error, UsageError) else DONE_WITH_FAILURES)
    except KeyboardInterrupt:
        complain("stopped.")
        sys.exit(INTERRUPTED)
    except Exception as error:  # noqa: BLE001 - the outermost edge: a defect of ours ends as a line, not a screenful
        if _debugging():
            traceback.print_exc()
        complain(
            f"this should not have happened ({type(error).__name__}: {error}). "
            "Run the same command as `tawatur --debug ...` and report what it prints."
        )
        sys.exit(DONE_WITH_FAILURES)
    sys.exit(DONE)


def _debugging() -> bool:
    """True where `--debug` stands before the command."""
    before_command = next((place for place, word in enumerate(sys.argv[1:], 1) if not word.startswith("-")), None)
    return "--debug" in sys.argv[1:before_command]
