"""The outlet of a page that states none: its name beside the headline in the title of the window, where more speaks for it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tawatur.read.html_model import Flat
from tawatur.read.html_signals import is_date
from tawatur.read.html_subject import squash
from tawatur.text.furniture import furniture
from tawatur.text.outlets import outlet_likeness

_CUT = re.compile(r"\s+[|–—\-•·*»«:/~]+\s+|\s*[|｜»«]\s*")
SURE_OUTLET = 0.5
LEAST_LETTERS = 4
LONGEST = 60
MOST_RIGHTS = 40
"""Lines at the end of the page that may say whose the rights are."""


def outlet_in_title(window: str | None, title: str | None, flat: Flat, url: str | None) -> str | None:
    """The part of the title of the window at its very end, or its beginning, that names the site.

    It is believed where it is the name of an outlet by its words, stands in the site's address, or is who holds the
    rights of the page. None where no part does, or where the title of the window does not hold the headline.
    """
    if not window or not title:
        return None
    at = window.casefold().find(title.casefold())
    if at < 0:
        return None
    before, after = window[:at], window[at + len(title) :]
    parts = [p for p in (*_CUT.split(after)[::-1][:1], *_CUT.split(before)[:1]) if p.strip()]
    return next((p.strip() for p in parts if _names_outlet(p.strip(), flat, url)), None)


def _names_outlet(part: str, flat: Flat, url: str | None) -> bool:
    key = squash(part)
    if len(key) < LEAST_LETTERS or len(part) > LONGEST or is_date(part):
        return False
    if outlet_likeness(part) >= SURE_OUTLET or key in squash(urlsplit(url or "").hostname or ""):
        return True
    return any(key in squash(line.text) and _holds_rights(line.text) for line in flat.lines[-MOST_RIGHTS:])


def _holds_rights(text: str) -> bool:
    found = furniture(text)
    return "©" in text or (found is not None and found.kind == "rights")
