"""`tawatur serve`: the workbench on a case."""

from __future__ import annotations

import secrets
from typing import Annotated

import typer

from tawatur.cli.app import app, examples
from tawatur.cli.options import CaseArgument
from tawatur.cli.output import say
from tawatur.errors import UsageError

_HERE = ("127.0.0.1", "localhost", "::1")


@app.command(epilog=examples("tawatur serve affair.tawatur", "tawatur serve affair.tawatur --port 9000"))
def serve(
    case: CaseArgument,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0: any that is free.")] = 8765,
    host: Annotated[
        str,
        typer.Option(
            "--host",
            metavar="NAME",
            help="Address to listen on; another than this machine's own needs the token that is printed.",
        ),
    ] = "127.0.0.1",
) -> None:
    """Open the workbench: the case as web pages on this machine, for reading and searching.

    Only this machine can reach it, unless --host names another address; then every browser needs the token once.
    Others may go on writing to the case meanwhile. Ctrl-C ends it.
    """
    from tawatur.serve.run import run

    token = None if host in _HERE else secrets.token_urlsafe(24)
    if not host.strip():
        raise UsageError("--host: name an address, such as 127.0.0.1.")
    run(case, host=host, port=port, token=token, told=say)
