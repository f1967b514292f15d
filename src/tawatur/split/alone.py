"""A title alone: a post of nothing but its title, right above the title of the next post.

The labelling can take the second title for the headline under which the first article ran. Two posts stand further
apart than a title and what belongs to it, and the second title speaks of the text below in other words than the first.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tawatur.split.clues import COLUMNS
from tawatur.split.labels import HEAD, TITLE
from tawatur.text.lines import Line

_COME_BACK = COLUMNS.index("words come back after")
_SHARED = COLUMNS.index("shares words with the line before")
_CAPTION = COLUMNS.index("caption")
_HEADLINE = COLUMNS.index("short and open, its words come back")
# A headline under the title tells the same news: at least one word in five comes again (on made pages, one in three).
MOST_SHARED = 0.2
LEAST_GAP = 2
LEAST_CAPTION = 0.5


def part_titles(lines: Sequence[Line], evidence: NDArray[np.float32], path: NDArray[np.int64]) -> NDArray[np.int64]:
    """`path` with every head line that is a title of its own made one."""
    parted = path.copy()
    for i in range(1, len(lines) - 1):
        if parted[i] == HEAD and parted[i - 1] == TITLE and _is_title(lines, evidence, i):
            parted[i] = TITLE
    return parted


def _is_title(lines: Sequence[Line], evidence: NDArray[np.float32], i: int) -> bool:
    gap = lines[i].blanks_before
    return bool(
        gap >= LEAST_GAP
        and gap > lines[i + 1].blanks_before
        and evidence[i, _SHARED] <= MOST_SHARED
        and evidence[i, _HEADLINE] > 0
        and evidence[i, _COME_BACK] > evidence[i - 1, _COME_BACK]
        and evidence[i, _CAPTION] < LEAST_CAPTION
    )
