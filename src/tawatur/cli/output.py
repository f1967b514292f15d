"""Where words go: results to standard output, messages to standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from rich.console import Console
from rich.text import Text

from tawatur.cli.terminal import as_json, harmless

# Wide enough that nothing is cut or wrapped when the output goes into a file or another program.
UNCUT = 1_000_000


def results() -> Console:
    """The console that results go to; as wide as the terminal, or without a limit where there is none."""
    width = None if sys.stdout.isatty() else UNCUT
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False, soft_wrap=True)


def text_width(console: Console) -> int:
    """Columns for running text: the terminal's, at most 100; without a limit where the output goes elsewhere."""
    return min(console.width, 100) if console.is_terminal else UNCUT


def show_line(text: str = "") -> None:
    """One line of a result, which must be harmless already."""
    sys.stdout.write(text + "\n")


def show_json(value: object) -> None:
    """One result as JSON, indented for people where it goes to a terminal."""
    show_line(as_json(value, indent=2 if sys.stdout.isatty() else None))


def show_json_lines(values: Iterable[object]) -> None:
    """A listing as JSON, one line each."""
    for value in values:
        show_line(as_json(value))


def say(text: str) -> None:
    """A message for the person at the keyboard."""
    sys.stderr.write(harmless(text) + "\n")


def complain(text: str) -> None:
    """An error, as one line."""
    console = Console(file=sys.stderr, highlight=False, markup=False, emoji=False, soft_wrap=True)
    console.print(Text("tawatur: ", style="bold red") + Text(" ".join(harmless(text).split())))


def some(number: int, noun: str) -> str:
    """`1 post`, `1,204 posts`."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
