"""Run the commands that the README and the tutorial show, and keep the output they print there true.

    python docs/run_examples.py            write what the commands print into the pages
    python docs/run_examples.py --check    say which page shows something else, and fail

A block that starts with ```console holds commands after `$ ` and what each printed. All blocks of a page run in one
empty folder, one after another, on a terminal of 88 columns.
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGES = (ROOT / "README.md", ROOT / "README.ar.md", ROOT / "docs" / "tutorial" / "README.md")
BLOCK = re.compile(r"(?<=```console\n).*?(?=^```)", re.DOTALL | re.MULTILINE)
COLUMNS = 88


class ExampleFailed(Exception):
    """A command on a page ended with an exit code that a reader would not expect."""


def refreshed(page: Path) -> str:
    """The text of `page` with what its commands print now. Raises: ExampleFailed where one of them fails."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "Makefile").symlink_to(ROOT / "Makefile")
        return BLOCK.sub(lambda block: _run_block(block.group(), Path(folder)), page.read_text(encoding="utf-8"))


def _run_block(block: str, folder: Path) -> str:
    commands = [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{printed(command, folder)}" for command in commands)


def printed(command: str, folder: Path) -> str:
    """What `command` prints on a plain terminal, run in `folder`. Raises: ExampleFailed unless it ends with 0."""
    ours, theirs = pty.openpty()
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = {**os.environ, "PATH": path, "COLUMNS": str(COLUMNS), "TERM": "dumb", "PYTHONUTF8": "1"}
    process = subprocess.Popen(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    pieces = []
    while piece := _read(ours):
        pieces.append(piece)
    os.close(ours)
    output = b"".join(pieces).decode("utf-8").replace("\r\n", "\n")
    if process.wait():
        raise ExampleFailed(f"`{command}` ended with {process.returncode}:\n{output}")
    return "".join(f"{line.rstrip()}\n" for line in output.splitlines())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1 << 16)
    except OSError:  # Linux says so where the other side has closed
        return b""


def main() -> int:
    """Write or check every page; the number of stale pages in check mode."""
    stale = 0
    for page in PAGES:
        text = refreshed(page)
        if "--check" not in sys.argv:
            page.write_text(text, encoding="utf-8")
        elif text != page.read_text(encoding="utf-8"):
            sys.stderr.write(f"{page.relative_to(ROOT)} shows other output than its commands print. Run `make docs`.\n")
            stale += 1
    return stale


if __name__ == "__main__":
    sys.exit(main())
