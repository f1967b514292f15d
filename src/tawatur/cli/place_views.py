"""What the terminal shows of places: each mention, and the index of all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.text import Text

from tawatur.case import CasePlace
from tawatur.cli.listing import UNKNOWN, counted
from tawatur.cli.output import some
from tawatur.cli.terminal import fitted, inline, isolated, one_line
from tawatur.model import Place
from tawatur.report.place_index import PlaceEntry

_OUTLET_CELLS = 20
_INDENT = 7
_MOST = 6


def show_places(console: Console, places: Iterable[CasePlace], limit: int | None) -> int:
    """Each mention: its words, the place, its point, and why it is that one; gives how many there are in all."""
    seen = 0
    for one in places:
        seen += 1
        if limit is None or seen <= limit:
            console.print(_mention(one))
            if one.reasons:
                console.print(Text(f"{'':{_INDENT}}{isolated('; '.join(map(one_line, one.reasons)))}", style="dim"))
    if limit is not None and seen > limit:
        console.print(Text(f"... and {seen - limit:,} more: --limit 0 lists all", style="dim"))
    return seen


def _mention(one: CasePlace) -> Text:
    line = Text(f"{one.post.number:>5}  ", style="dim")
    line.append(isolated(fitted(one_line(one.post.outlet), _OUTLET_CELLS)) if one.post.outlet else UNKNOWN, "not dim")
    line.append("  ").append(inline(one.words), style="not dim bold")
    line.append(f"  {inline(one.name)} ({_sort(one.place)})", style="not dim cyan")
    return line.append(f"  {_point(one.place)}", style="dim")


def _sort(place: Place | PlaceEntry) -> str:
    return ", ".join(filter(None, (place.kind, place.country)))


def _point(place: Place | PlaceEntry) -> str:
    if place.lat is None or place.lon is None:
        return "no one point"
    around = f" ± {place.radius_km:g} km" if place.radius_km else ""
    return f"{place.lat:.3f}, {place.lon:.3f}{around}"


def show_place_index(console: Console, entries: Sequence[PlaceEntry], limit: int | None) -> None:
    """Each place: in how many posts, how often, where it is, in which words and outlets."""
    times = sum(one.mentions + one.demonyms for one in entries)
    console.print(f"{some(len(entries), 'place')}, named {some(times, 'time')}.")
    for one in entries[:limit]:
        line = Text(f"{one.posts:>5}  ", style="dim")
        line.append(inline(one.name), style="not dim bold")
        if one.name_ar and one.name_ar != one.name:
            line.append(f"  {inline(one.name_ar)}", style="not dim")
        line.append(f"  ({_sort(one)})  {_point(one)}  {_times(one)}", style="dim")
        console.print(line)
        for label, counts in (("as", one.words), ("in", one.outlets)):
            if counts:
                console.print(Text(f"{'':{_INDENT}}{label} {', '.join(counted(counts, _MOST))}"))
    if limit is not None and len(entries) > limit:
        console.print(Text(f"... and {len(entries) - limit:,} more: --limit 0 lists all", style="dim"))


def _times(one: PlaceEntry) -> str:
    named = some(one.mentions, "mention")
    return f"{named}, {some(one.demonyms, 'demonym')}" if one.demonyms else named
