"""Who carries whose text, as arcs beside a list of names: drawn without words, so that no script can upset it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log2

from markupsafe import Markup

ROW_PX = 34
_WIDTH_PX = 300
_MARGIN_PX = 10
_HEAD_PX = 7


@dataclass(frozen=True, slots=True)
class Arc:
    """Text that went from one row to another; `sure` False: nobody knows which way."""

    source: int
    to: int
    words: int
    sure: bool


def arcs_svg(rows: int, arcs: Sequence[Arc], *, title: str, ids: Mapping[str, str]) -> Markup:
    """An SVG as high as `rows` lines of the list beside it.

    Args:
        title: what it shows, for who cannot see it; the table after it says the rest.
        ids: element ids under "title".
    """
    height = rows * ROW_PX
    drawn = Markup("").join(_arc(arc, rows) for arc in sorted(arcs, key=lambda arc: (arc.sure, arc.words)))
    return Markup(
        '<svg class="arcs" role="img" aria-labelledby="{id}" viewBox="0 0 {width} {height}" width="{width}" '
        'height="{height}" focusable="false"><title id="{id}">{title}</title>{drawn}</svg>'
    ).format(id=ids["title"], width=_WIDTH_PX, height=height, title=title, drawn=drawn)


def _arc(arc: Arc, rows: int) -> Markup:
    """A curve that leaves the list, and comes back with a head at the row that carries the text."""
    y1, y2 = _middle(arc.source), _middle(arc.to)
    distance = abs(arc.to - arc.source)
    reach = _MARGIN_PX + (_WIDTH_PX - 2 * _MARGIN_PX) * distance / max(2, rows - 1)
    # Text that goes up the list swings wider, so that two that answer each other stay apart.
    reach = min(_WIDTH_PX - 4.0, reach * (1.0 if arc.to > arc.source else 0.82))
    nudge = 4 if arc.to > arc.source else -4
    y1, y2 = y1 + nudge, y2 - nudge
    thick = round(1.2 + min(4.5, 0.45 * log2(1 + arc.words / 8)), 1)
    end = _HEAD_PX if arc.sure else 0
    path = f"M0 {y1}C{reach:.0f} {y1} {reach:.0f} {y2} {end} {y2}"
    line = Markup('<path class="{}" d="{}" stroke-width="{}"/>').format("way" if arc.sure else "open", path, thick)
    if not arc.sure:
        return line
    size = _HEAD_PX * 0.75
    head = f"M0 {y2}L{_HEAD_PX + 3} {y2 - size}L{_HEAD_PX + 3} {y2 + size}Z"
    return line + Markup('<path class="head" d="{}"/>').format(head)


def _middle(row: int) -> float:
    return row * ROW_PX + ROW_PX / 2
