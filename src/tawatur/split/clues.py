"""What can be seen of each line of a page before anything is decided.

One column a clue, one row a line that holds something. The columns speak of shape, layout, recurrence, neighbours and
language data; none knows a word of any page. `COLUMNS` names them in order; the weights file carries the same names.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from tawatur.split.context import Context
from tawatur.split.labels import GAPS
from tawatur.split.seen import Seen
from tawatur.text.lines import Line

Column = Callable[[Context, int], float]
_COLUMNS: dict[str, Column] = {"bias": lambda c, i: 1.0}
_CHARS = ((0, 4), (4, 13), (13, 26), (26, 51), (51, 81), (81, 121), (121, 181), (181, 301), (301, 10**9))
_WORDS = ((1, 2), (2, 3), (3, 5), (5, 8), (8, 15), (15, 26), (26, 10**9))


def clues(lines: Sequence[Line], seen: Sequence[Seen]) -> NDArray[np.float32]:
    """The clue matrix.

    Args:
        lines: the n lines of a page that hold something.
        seen: what `look` says of the same lines.
    Returns: float32, shape (n, len(COLUMNS)), values mostly in [0, 1].
    """
    context = Context(lines, seen)
    return np.array(
        [[column(context, i) for column in _COLUMNS.values()] for i in range(len(lines))], dtype=np.float32
    ).reshape(len(lines), len(_COLUMNS))


def _range(measure: str, low: int, high: int) -> Column:
    return lambda c, i: float(low <= getattr(c.seen[i], measure) < high)


def _gap_is(step: int, size: int) -> Column:
    return lambda c, i: float(min(GAPS - 1, c.gap(i + step)) == size)


def _add(name: str, column: Column) -> None:
    _COLUMNS[name] = column


for _low, _high in _CHARS:
    _add(f"chars {_low}-{_high - 1}", _range("chars", _low, _high))
for _low, _high in _WORDS:
    _add(f"words {_low}-{_high - 1}", _range("words", _low, _high))
for _gap in range(GAPS):
    _add(f"gap before {_gap}", _gap_is(0, _gap))
    _add(f"gap after {_gap}", _gap_is(1, _gap))
_add("gap before is widest", lambda c, i: float(c.high_gap > c.low_gap and c.gap(i) >= c.high_gap))
_add("gap before is narrowest", lambda c, i: float(c.gap(i) <= c.low_gap))
_add("gap after is narrowest", lambda c, i: float(c.gap(i + 1) <= c.low_gap))
_add("gap before wider than after", lambda c, i: float(c.gap(i) > c.gap(i + 1)))
_add("gap after wider than before", lambda c, i: float(c.gap(i + 1) > c.gap(i)))
_add("set apart on both sides", lambda c, i: c.set_apart(i))
_add("set apart, short and open", lambda c, i: c.set_apart(i) * c.open(i))
_add("set apart, its words come back", lambda c, i: c.set_apart(i) * c.cohesion[i][0])
_add("opens a run of lines", lambda c, i: float(c.gap(i) > c.low_gap >= c.gap(i + 1)))
_add("short and open before prose", lambda c, i: c.open(i) * float(i + 1 < c.n and c.prose[i + 1]))
_add("short and open after prose", lambda c, i: c.open(i) * float(i > 0 and c.prose[i - 1]))
_add("short and open, its words come back", lambda c, i: c.open(i) * c.cohesion[i][0])
_add("first line", lambda c, i: float(i == 0))
_add("among first four lines", lambda c, i: float(i < 4))
_add("last line", lambda c, i: float(i == c.n - 1))
_add("among last four lines", lambda c, i: float(i >= c.n - 4))
_add("ends with a full stop", lambda c, i: float(c.seen[i].stop))
_add("ends with a question", lambda c, i: float(c.seen[i].question))
_add("ends with a colon or comma", lambda c, i: float(c.seen[i].colon))
_add("capitals", lambda c, i: c.case[i][0])
_add("title case", lambda c, i: c.case[i][1])
_add("starts small", lambda c, i: float(c.seen[i].text[0].islower()))
_add("starts with a digit", lambda c, i: float(c.seen[i].text[0].isdigit()))
_add("starts with a mark", lambda c, i: float(not c.seen[i].text[0].isalnum()))
_add("in brackets", lambda c, i: float(c.seen[i].text[0] in "([" and c.seen[i].text[-1] in ")]"))
_add("furniture", lambda c, i: float(c.seen[i].furniture))
_add("date", lambda c, i: c.seen[i].dated)
_add("all date", lambda c, i: float(c.seen[i].dated > 0.85))
_add("byline", lambda c, i: float(c.seen[i].byline))
_add("name", lambda c, i: c.seen[i].name)
_add("outlet", lambda c, i: c.seen[i].outlet)
_add("known outlet", lambda c, i: c.seen[i].known_outlet)
_add("credit", lambda c, i: float(c.seen[i].credit))
_add("caption", lambda c, i: c.seen[i].caption)
_add("address", lambda c, i: float(c.seen[i].mail))
_add("rule", lambda c, i: float(c.seen[i].rule))
_add("prose", lambda c, i: float(c.prose[i]))
_add("mask twice", lambda c, i: float(c.masks[c.seen[i].mask] == 2))
_add("mask 3-5 times", lambda c, i: float(3 <= c.masks[c.seen[i].mask] <= 5))
_add("mask over 5 times", lambda c, i: float(c.masks[c.seen[i].mask] > 5))
_add("twin ahead", lambda c, i: float(c.near_twin(i, 1)))
_add("twin behind", lambda c, i: float(c.near_twin(i, -1)))
_add(
    "comes back far below",
    lambda c, i: float(bool(c.seen[i].folded) and c.last_place[c.seen[i].folded] > i + 3),
)
_add("words come back after", lambda c, i: c.cohesion[i][0])
_add("words come back after, half", lambda c, i: float(c.cohesion[i][0] > 0.5))
_add("words come back before", lambda c, i: c.cohesion[i][1])
_add("words come back in next prose", lambda c, i: c.cohesion[i][2])
_add("words come back more after", lambda c, i: float(c.cohesion[i][0] > c.cohesion[i][1] + 0.1))
_add("shares words with the line before", lambda c, i: c.shared(i, i - 1))
_add(
    "shares no word with the short line before",
    lambda c, i: float(c.shared(i, i - 1) == 0 and c.short(i - 1)),
)
_add("shares words with the line after", lambda c, i: c.shared(i, i + 1))
_add(
    "shares no word with the short line after",
    lambda c, i: float(c.shared(i, i + 1) == 0 and c.short(i + 1)),
)
_add("a headline unlike the one before", lambda c, i: c.parts(i))
_add("a headline unlike the one after", lambda c, i: c.parts(i + 1))
_add("prose next", lambda c, i: float(i + 1 < c.n and c.prose[i + 1]))
_add("prose in next four", lambda c, i: float(c.any_ahead(i, c.prose, 4)))
_add("prose before", lambda c, i: float(i > 0 and c.prose[i - 1]))
_add("meta next", lambda c, i: float(c.any_ahead(i, c.meta, 1)))
_add("meta in next three", lambda c, i: float(c.any_ahead(i, c.meta, 3)))
_add("meta before", lambda c, i: float(i > 0 and c.meta[i - 1]))
_add("furniture next", lambda c, i: float(i + 1 < c.n and c.seen[i + 1].furniture))
_add("furniture before", lambda c, i: float(i > 0 and c.seen[i - 1].furniture))
_add("credit next", lambda c, i: float(i + 1 < c.n and c.seen[i + 1].credit))
_add("credit before", lambda c, i: float(i > 0 and c.seen[i - 1].credit))
_add("recurring before", lambda c, i: float(i > 0 and c.masks[c.seen[i - 1].mask] > 2))
_add("recurring next", lambda c, i: float(i + 1 < c.n and c.masks[c.seen[i + 1].mask] > 2))
_add("rule before", lambda c, i: float(i > 0 and c.seen[i - 1].rule))
_add("script unlike before", lambda c, i: c.unlike(i, i - 1))
_add("script unlike next", lambda c, i: c.unlike(i, i + 1))


COLUMNS: tuple[str, ...] = tuple(_COLUMNS)
