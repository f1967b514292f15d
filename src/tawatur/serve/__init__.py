"""The workbench: a case as web pages on one's own machine.

`make_app` gives the application; `tawatur serve` runs it on the loopback address. Pages are made on the server from the
case's file, which may be written to meanwhile; every view has an address that holds its whole state. Nothing of a page
that was read is ever sent as HTML, no script runs but our own, and nothing is asked of any network.
"""

from tawatur.serve.app import make_app

__all__ = ["make_app"]
