"""The command line: one module per command, and each does three things: open, call the library, show.

What reads pages takes most of a second to load (compiled matchers, table formats). Help and wrong use should not wait
for that, so the commands reach the library through `tawatur` itself, whose names load when first used, and import their
views inside the command: the one place in the tree where an import may stand in a function.
"""

# The order in which help lists them: the way a case goes.
from tawatur.cli import read, show, speakers, places, search, reuse, chain, told, report, serve, export, verify, demo  # noqa: I001
from tawatur.cli.app import app, main

__all__ = [
    "app",
    "chain",
    "demo",
    "export",
    "main",
    "places",
    "read",
    "report",
    "reuse",
    "search",
    "serve",
    "show",
    "speakers",
    "told",
    "verify",
]
