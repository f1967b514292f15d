"""Why a post begins where it does, in words for people."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from tawatur.split.clues import COLUMNS
from tawatur.split.habits import HABIT_COLUMNS

# The clues a reader can check with their own eyes, in the order they are worth telling.
_TOLD = {
    "twin ahead": "the same words stand again right below it",
    "furniture before": "it follows a furniture line of the page",
    "rule before": "it follows a rule",
    "recurring before": "it follows a line that recurs on the page",
    "credit before": "it follows the credits of the post above",
    "words come back after, half": "most of its words come back in the text below",
    "meta next": "a byline, date or outlet stands right below it",
    "meta in next three": "a byline, date or outlet stands just below it",
    "script unlike before": "the script changes here",
    "gap before is widest": "the widest gap of the page stands above it",
    "capitals": "it stands in capitals",
    "habit before: kept": "the same line stands above other titles of the page",
    "habit gap after: kept": "it is set like other titles of the page",
}
_AT = {name: i for i, name in enumerate((*COLUMNS, *HABIT_COLUMNS))}
_SURE = 0.5
MOST = 4


def reasons(clues_of_line: NDArray[np.float32], title_weights: NDArray[np.float32]) -> tuple[str, ...]:
    """The clues that spoke for this line as a title, at most four, those that weighed most first."""
    speaking: Sequence[tuple[float, str]] = sorted(
        (
            (float(clues_of_line[_AT[name]] * title_weights[_AT[name]]), told)
            for name, told in _TOLD.items()
            if clues_of_line[_AT[name]] >= _SURE and title_weights[_AT[name]] > 0
        ),
        reverse=True,
    )
    return tuple(told for _, told in speaking[:MOST])
