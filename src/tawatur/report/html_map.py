"""The map of a case: its places on coasts, borders and rivers, drawn here, so that no reader's machine asks for tiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from tawatur.report.html_places import PlaceView
from tawatur.report.html_text import plain
from tawatur.report.html_words import Words
from tawatur.report.map_base import CountryName, base_layers, has_land
from tawatur.report.map_extent import Extent, Point, close_up, extent_of
from tawatur.report.map_grid import graticule, scale_bar
from tawatur.report.map_labels import Box, Placed, Wanted, free_of, placed

WIDTH = 860.0
# A place without one point has no circle; of wide ones (a country, a sea) the point is only their middle.
WIDE = frozenset({"continent", "region", "country", "province", "sea", "desert", "river", "valley"})
# From so many places with a point of their own on, wide areas have no say in where the frame lies.
_ENOUGH_SPOTS = 3
_LEAST_RADIUS, _MOST_RADIUS = 4.0, 19.0
_MOST_LABELS = 46
_LABEL, _COUNTRY = 13.0, 12.5
# An uncertainty wider than this share of the frame is said in words only: a disc over everything shows nothing.
_WIDEST_DISC = 0.22


@dataclass(frozen=True, slots=True)
class MapView:
    """The drawing, and what it could not hold."""

    svg: Markup
    close: Markup | None
    """A second drawing of the part where most of it crowds; None: nothing crowds."""
    shown: frozenset[int]
    """Numbers of the places that it shows."""
    elsewhere: tuple[PlaceView, ...]
    """Places far outside of the frame."""
    without_point: int
    credits: bool
    """True where the base map is drawn, whose makers are to be named."""


@dataclass(frozen=True, slots=True)
class _Circle:
    place: PlaceView
    x: float
    y: float
    radius: float
    reach: float
    """Radius of the uncertainty in pixels; 0: none is drawn."""


def map_of(places: Sequence[PlaceView], words: Words) -> MapView | None:
    """The map of all places that are named and have a point; None where there is none."""
    named = [one for one in places if not one.only_demonym]
    pinned = [one for one in named if one.entry.lat is not None and one.entry.lon is not None]
    if not pinned:
        return None
    points = _points(pinned)
    frame = extent_of(points, width=WIDTH)
    near = close_up(points, frame)
    inside = _inside(pinned, frame)
    shown = frozenset(one.number for one in inside)
    return MapView(
        svg=_svg(inside, frame, words, near=near),
        close=_svg(_inside(pinned, near), near, words, is_close=True) if near else None,
        shown=shown,
        elsewhere=tuple(one for one in pinned if one.number not in shown),
        without_point=len(named) - len(pinned),
        credits=has_land(frame),
    )


def _inside(places: Sequence[PlaceView], frame: Extent) -> list[PlaceView]:
    return [one for one in places if frame.holds(one.entry.lat or 0.0, one.entry.lon or 0.0)]


def _svg(
    places: Sequence[PlaceView], frame: Extent, words: Words, *, near: Extent | None = None, is_close: bool = False
) -> Markup:
    """The drawing of one frame; `near`: the part of it that a second drawing shows."""
    circles = [_circle(one, frame, most=max(one.entry.posts for one in places)) for one in places]
    base = base_layers(frame, words.language)
    labels = _labels(circles, frame)
    parts = [
        *base.areas,
        graticule(frame),
        _outline(near, frame) if near else "",
        _countries(base.names, circles, labels, frame),
        *_drawn(circles, words, named="" if is_close else "map-"),
        _names(labels),
        scale_bar(frame, words),
    ]
    title = words.say("map_close" if is_close else "map_title", n=len(places))
    return Markup(
        '<svg class="map" viewBox="0 0 {w:.0f} {h:.0f}" role="group" aria-labelledby="{id}" '
        'xmlns="http://www.w3.org/2000/svg"><title id="{id}">{title}</title>{drawn}</svg>'
    ).format(
        w=frame.width,
        h=frame.height,
        id="map-close-title" if is_close else "map-title",
        title=title,
        drawn=Markup("").join(parts),
    )


def _outline(near: Extent, frame: Extent) -> Markup:
    """Where the second drawing lies in the first."""
    x, y = frame.x(near.west), frame.y(near.north)
    return Markup('<rect class="near" x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}"/>').format(
        x, y, frame.x(near.east) - x, frame.y(near.south) - y
    )


def _points(places: Sequence[PlaceView]) -> list[Point]:
    """Places for choosing the frame: the middle of a country says little about where the case plays."""
    has_spots = sum(one.entry.kind not in WIDE for one in places) >= _ENOUGH_SPOTS
    return [
        Point(
            one.entry.lat or 0.0,
            one.entry.lon or 0.0,
            0.0 if has_spots and one.entry.kind in WIDE else float(one.entry.mentions),
        )
        for one in places
    ]


def _circle(place: PlaceView, frame: Extent, *, most: int) -> _Circle:
    """Areas of the circles are as the numbers of posts."""
    share = (place.entry.posts / most) ** 0.5
    radius = max(_LEAST_RADIUS, min(_MOST_RADIUS, 9.0 + most**0.5) * share)
    reach = (place.entry.radius_km or 0.0) * frame.px_per_km
    if reach <= radius + 1.5 or reach > _WIDEST_DISC * frame.width or place.entry.kind in WIDE:
        reach = 0.0
    return _Circle(place, frame.x(place.entry.lon or 0.0), frame.y(place.entry.lat or 0.0), radius, reach)


def _drawn(circles: Sequence[_Circle], words: Words, *, named: str) -> Iterator[Markup]:
    """Discs below, circles over them, the smallest on top so that each can be reached. `named`: how their ids begin."""
    yield Markup('<g class="reach" aria-hidden="true">')
    for one in circles:
        if one.reach:
            yield Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(one.x, one.y, one.reach)
    yield Markup('</g><g class="spots">')
    for one in sorted(circles, key=lambda one: -one.radius):
        yield _link(one, words, named)
    yield Markup("</g>")


def _link(one: _Circle, words: Words, named: str) -> Markup:
    said = words.say("map_place", name=_isolated(one.place.name.text), n=one.place.entry.posts)
    shape = Markup('<circle cx="{:.1f}" cy="{:.1f}" r="{:.1f}"/>').format(one.x, one.y, one.radius)
    # A small circle is hard to hit: what may be hit is at least as large as a fingertip's middle.
    reach = Markup('<circle class="hit" cx="{:.1f}" cy="{:.1f}" r="12"/>').format(one.x, one.y)
    return Markup('<a class="{}"{id} href="#place-{n}" aria-label="{said}">{}{}<title>{said}</title></a>').format(
        "wide" if one.place.entry.kind in WIDE else "spot",
        reach if one.radius < 12 else "",
        shape,
        n=one.place.number,
        id=Markup(' id="{}{}"').format(named, one.place.number) if named else "",
        said=_plain_isolated(said),
    )


def _labels(circles: Sequence[_Circle], frame: Extent) -> list[Placed]:
    """The names that find room, those in most posts first."""
    ordered = sorted(circles, key=lambda one: (-one.place.entry.posts, -one.place.times))
    wanted = [
        Wanted(one.place.number, _short(one.place.name.text), one.x, one.y, one.radius, _LABEL) for one in ordered
    ]
    taken = [*_boxes(circles), _bar(frame)]
    return placed(wanted, taken, width=frame.width, height=frame.height, most=_MOST_LABELS)


def _bar(frame: Extent) -> Box:
    """Where the scale bar stands."""
    return (0.0, frame.height - 34, 160.0, frame.height)


def _boxes(circles: Iterable[_Circle]) -> list[Box]:
    return [(one.x - one.radius, one.y - one.radius, one.x + one.radius, one.y + one.radius) for one in circles]


def _countries(
    names: Sequence[CountryName], circles: Sequence[_Circle], labels: Sequence[Placed], frame: Extent
) -> Markup:
    """The names of countries where no place and no name of a place stands."""
    said = {label.text for label in labels}
    wanted = [Placed(0, name.text, name.x, name.y, _COUNTRY) for name in names if name.text not in said]
    free = free_of(
        wanted,
        [*_boxes(circles), *(label.box for label in labels), _bar(frame)],
        width=frame.width,
        height=frame.height,
    )
    texts = (Markup('<text x="{:.1f}" y="{:.1f}">{}</text>').format(one.x, one.y, plain(one.text)) for one in free)
    return Markup('<g class="countries" aria-hidden="true">{}</g>').format(Markup("").join(texts))


def _names(labels: Sequence[Placed]) -> Markup:
    texts = (Markup('<text x="{:.1f}" y="{:.1f}">{}</text>').format(one.x, one.y, plain(one.text)) for one in labels)
    return Markup('<g class="names" aria-hidden="true">{}</g>').format(Markup("").join(texts))


def _short(name: str) -> str:
    return name if len(name) <= 26 else name[:25].rstrip() + "…"


def _isolated(name: str) -> str:
    return f"\u2068{name}\u2069"


def _plain_isolated(said: str) -> Markup:
    """A sentence of ours with a name set apart in it, for an attribute: the name's own controls are made visible."""
    before, _, rest = said.partition("\u2068")
    name, _, after = rest.rpartition("\u2069")
    return Markup("{}\u2068{}\u2069{}").format(plain(before), plain(name), plain(after))
