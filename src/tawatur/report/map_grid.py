"""Lines of latitude and longitude, and the bar that says how far things are."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil

from markupsafe import Markup

from tawatur.report.html_words import Words
from tawatur.report.map_extent import Extent

_STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 30.0, 45.0)
_BARS_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_LONGEST_BAR_PX = 130.0


def graticule(frame: Extent) -> Markup:
    """Four to ten lines each way, their degrees at the edges."""
    span = max(frame.north - frame.south, (frame.east - frame.west) / 1.4)
    step = next((step for step in _STEPS if span / step <= 8), _STEPS[-1])
    path, names = [], []
    for lon in _every(frame.west, frame.east, step):
        x = frame.x(lon)
        path.append(f"M{x:.1f} 0V{frame.height:.0f}")
        if 24 < x < frame.width - 24:
            names.append(Markup('<text x="{:.1f}" y="11">{}</text>').format(x, _degrees(lon, "E", "W", step)))
    for lat in _every(frame.south, frame.north, step):
        y = frame.y(lat)
        path.append(f"M0 {y:.1f}H{frame.width:.0f}")
        if 22 < y < frame.height - 40:
            names.append(
                Markup('<text class="lat" x="4" y="{:.1f}">{}</text>').format(y - 3, _degrees(lat, "N", "S", step))
            )
    return Markup('<g class="grid" aria-hidden="true"><path d="{}"/>{}</g>').format(
        "".join(path), Markup("").join(names)
    )


def _every(low: float, high: float, step: float) -> Iterator[float]:
    for n in range(ceil(low / step), int(high // step) + 1):
        yield round(n * step, 4)


def _degrees(value: float, plus: str, minus: str, step: float) -> str:
    figure = f"{abs(value):.1f}" if step < 1 else f"{abs(value):.0f}"
    return f"{figure}°" + (plus if value > 0 else minus if value < 0 else "")


def scale_bar(frame: Extent, words: Words) -> Markup:
    """A bar of a round number of kilometres, true at the middle of the map."""
    length = max(km for km in (_BARS_KM[0], *_BARS_KM) if km == 1 or km * frame.px_per_km <= _LONGEST_BAR_PX)
    long, y = length * frame.px_per_km, frame.height - 12
    path = f"M12 {y - 5:.0f}V{y:.0f}H{12 + long:.1f}V{y - 5:.0f}"
    return Markup('<g class="bar"><path d="{}"/><text x="{:.1f}" y="{:.0f}">{}</text></g>').format(
        path, 12 + long / 2, y - 7, words.say("km", n=length)
    )
