"""Ways of working on a page that behave well or badly, for tests of what runs them. Worker processes import this."""

from __future__ import annotations

import os
import time

from made import reading_of
from tawatur.errors import BrokenRecord, LanguageDataError
from tawatur.model import Capture, Failure
from tawatur.pipeline import Processed, Recipe


def process(capture: Capture) -> Processed:
    """Do as the page says: die, hang, raise, eat memory, break a room; otherwise be read."""
    match capture.raw.split(b"\n")[0]:
        case b"die":
            os.kill(os.getpid(), 9)
        case b"hang":
            time.sleep(600)
        case b"slow":
            time.sleep(0.15)
        case b"raise":
            raise RuntimeError("a library did this")
        case b"eat":
            return Processed(reading=None, failures=(_failure(capture, len(bytearray(8 << 30))),))
        case b"data":
            raise LanguageDataError("pack.yaml, line 3: this is no list")
        case b"broken":
            return Processed(reading=None, failures=(_failure(capture, BrokenRecord.__name__),))
        case _:
            pass
    return Processed(reading=reading_of(capture))


def _failure(capture: Capture, what: object) -> Failure:
    return Failure(stage="read", source=capture.source, offset=None, kind="BrokenRecord", message=str(what))


GOOD = Recipe(made_by="read@1 split@1 describe@1", process=process)
NEWER = Recipe(made_by="read@1 split@2 describe@1", process=process)
