"""What a page always does, learnt from its own surest posts.

A page keeps to its habits: the same rule before every title, the same gap after it, the same capitals. The first
labelling finds most posts; what they have in common then speaks for or against every line as a title.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

import numpy as np
from numpy.typing import NDArray

from tawatur.split.labels import TITLE
from tawatur.split.seen import Seen
from tawatur.text.lines import Line

_TRAITS = ("before", "gap before", "gap after", "capitals", "meta next", "marker")
HABIT_COLUMNS: tuple[str, ...] = (
    *(f"habit {trait}: kept" for trait in _TRAITS),
    *(f"habit {trait}: broken" for trait in _TRAITS),
    "a headline's shape after the usual line",
    "a headline's shape after a furniture line, between titles",
    "one title found",
    "two or three titles found",
    "more titles found",
)
# Habits of fewer titles than this are no habits.
FEWEST = 3


def habits(lines: Sequence[Line], seen: Sequence[Seen], path: NDArray[np.int64]) -> NDArray[np.float32]:
    """How far each line keeps the habits of the titles in `path`.

    Returns: float32, shape (n, len(HABIT_COLUMNS)): per trait the share of titles that agree with the line (kept), and
    the share of the commonest trait where the line lacks it (broken).
    """
    n = len(lines)
    out = np.zeros((n, len(HABIT_COLUMNS)), dtype=np.float32)
    titles = np.flatnonzero(path == TITLE)
    out[:, -3 + min(2, 0 if len(titles) < 2 else 1 if len(titles) < 4 else 2)] = 1.0
    if len(titles) < FEWEST:
        return out
    traits = [_traits(lines, seen, i) for i in range(n)]
    # The first title of a page has the page's top before it, not what parts posts.
    for t in range(len(_TRAITS)):
        voters = titles[1:] if t < 2 else titles
        votes = Counter(traits[i][t] for i in voters)
        top, top_votes = votes.most_common(1)[0]
        for i in range(n):
            mine = votes.get(traits[i][t], 0)
            out[i, t] = mine / len(voters)
            out[i, len(_TRAITS) + t] = top_votes / len(voters) if traits[i][t] != top else 0.0
    masks = Counter(s.mask for s in seen)
    for i in range(int(titles[0]) + 1, n):
        if masks[seen[i].mask] == 1 and _headline(seen[i]):
            out[i, 2 * len(_TRAITS)] = out[i, 0]
            parted = seen[i - 1].furniture or seen[i - 1].rule or masks[seen[i - 1].mask] > 2
            out[i, 2 * len(_TRAITS) + 1] = float(parted and i < titles[-1])
    return out


def _headline(s: Seen) -> bool:
    """Four words or more on a line of their own, none that ends a sentence, and no sign of another part."""
    other = s.furniture or s.rule or s.byline or s.credit or s.mail or s.dated > 0.3 or s.name > 0.6 or s.outlet > 0.6
    return 4 <= s.words <= 25 and s.chars < 170 and not (s.stop or s.colon or other)


def _traits(lines: Sequence[Line], seen: Sequence[Seen], i: int) -> tuple[Hashable, ...]:
    before = seen[i - 1] if i else None
    after = seen[i + 1] if i + 1 < len(seen) else None
    text = seen[i].text
    recurring = before is not None and (before.furniture or before.rule)
    return (
        before.mask if before is not None and (recurring or before.chars < 40) else "prose",
        min(3, lines[i].blanks_before) if i else 9,
        min(3, lines[i + 1].blanks_before) if after is not None else 9,
        text.upper() == text and text.lower() != text,
        after is not None and (after.byline or after.dated > 0.4 or after.name > 0.6 or after.outlet > 0.6),
        text[0] if not text[0].isalnum() and text[0] not in "\"'“«‘([" else "digit" if text[0].isdigit() else "letter",
    )
