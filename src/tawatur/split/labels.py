"""The parts a line can play in a page, and which may follow which."""

from __future__ import annotations

import numpy as np

FURNITURE, TITLE, HEAD, BODY, INSIDE, TAIL = range(6)
LABELS = "FTHBMC"
"""One letter a label, as the training pages write them: F belongs to the page, T begins a post, H stands between title
and body, B is body, M is furniture in the middle of a body, C (credits) ends a post."""

# A page cannot return to a body once its credits have begun; a title belongs to what follows it.
_FOLLOWS = {"F": "FT", "T": "THBCF", "H": "HBCFT", "B": "BMCFT", "M": "MB", "C": "CFT"}
ALLOWED = np.array([[b in _FOLLOWS[a] for b in LABELS] for a in LABELS])
STARTS = np.array([label in "FT" for label in LABELS])
ENDS = np.array([label != "M" for label in LABELS])
GAPS = 4
"""Transitions are weighted apart by how many blank lines lie between the two lines: 0, 1, 2, 3 or more."""
