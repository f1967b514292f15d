"""Runs the application on an address until somebody ends it."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from tawatur.errors import UsageError
from tawatur.serve.app import LOOPBACK, make_app


def run(case: Path, *, host: str, port: int, token: str | None, told: Callable[[str], None]) -> None:
    """Serve `case` on `host` and `port`; `told` hears the address once it can be opened.

    Raises: UsageError where the address cannot be had.
    """
    listening = _listen(host, port)
    at = listening.getsockname()[1]
    shown = f"[{host}]" if ":" in host else host
    names = LOOPBACK if token is None else (*LOOPBACK, shown.casefold(), *_own_names())
    config = uvicorn.Config(
        make_app(case, hosts=names, token=token, warm=True), log_level="warning", access_log=False, server_header=False
    )
    told(f"Reading {case} at http://{shown}:{at}/{f'?token={token}' if token else ''} (Ctrl-C ends it)")
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, socket.SOCK_STREAM)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as cause:
        raise UsageError(
            f"{host}:{port}: the workbench cannot listen there ({cause.strerror or cause}). Choose another --port."
        ) from cause
    return listening


def _own_names() -> tuple[str, ...]:
    """What this machine is called by others."""
    name = socket.gethostname().casefold()
    return (name, name.partition(".")[0])
