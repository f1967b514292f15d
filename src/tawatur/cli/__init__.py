"""The command line: one module per command, and each does three things: open, call the library, show.

The commands reach the library through `tawatur` itself, whose names load when first used: help and usage errors come
at once, without waiting for what reads pages.
"""

from tawatur.cli import app as _app

main = _app.main

__all__ = ["main"]
