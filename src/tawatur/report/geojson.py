"""GeoJSON for QGIS and web maps (RFC 7946): `places.geojson`, a point for each mention, and
`places_summary.geojson`, one for each place with its counts.

A place without a point (a long river, a region without an edge) stays in the files with an empty geometry.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from tawatur.model import Place, Reading, Span, Statement
from tawatur.report.files import export_to, whole_text
from tawatur.report.jsonl import LINE_ENDS
from tawatur.report.lines import PostLine, post_lines
from tawatur.report.place_index import PlaceEntry, PlaceIndex
from tawatur.report.place_lines import place_line

Feature = dict[str, Any]

# Code points of the post on each side of a mention that are shown with it.
_AROUND = 90
# Statements inside statements beyond so many are not looked through.
_DEEPEST = 8


def write_geojson(readings: Iterable[Reading], out: Path) -> list[Path]:
    """Write places.geojson and places_summary.geojson below the folder `out`; gives the paths.

    Raises: ExportError where that is not possible; a file that was there before is then as it was.
    """
    mentions, summary = out / "places.geojson", out / "places_summary.geojson"
    index = PlaceIndex()
    with export_to(out), ExitStack() as stack:
        files = [stack.enter_context(whole_text(path)) for path in (mentions, summary)]
        _write(files[0], _mentions(readings, index))
        _write(files[1], map(place_feature, index.entries()))
    return [mentions, summary]


def _mentions(readings: Iterable[Reading], index: PlaceIndex) -> Iterator[Feature]:
    """The features of all mentions; what has gone by is in `index`."""
    for reading in readings:
        index.add_all(reading)
        yield from mention_features(reading)


def mention_features(reading: Reading) -> Iterator[Feature]:
    """One feature for each mention of a place on a page, with what a map should show of its post."""
    posts = {line.id: line for line in post_lines(reading)}
    spoken = _by_post(reading.statements)
    for place in reading.places:
        said = _around(spoken.get(place.post_id, []), place.span)
        yield _feature(place.lat, place.lon, _of_mention(place, reading.page.text, posts[place.post_id], said))


def place_feature(entry: PlaceEntry) -> Feature:
    """One feature for a place with its counts. Lists are text, which every program shows."""
    known = asdict(entry)
    known["outlets"] = len(entry.outlets)
    known["outlet_names"] = "; ".join(name for name, _ in entry.outlets) or None
    known["words"] = "; ".join(name for name, _ in entry.words) or None
    return _feature(known.pop("lat"), known.pop("lon"), known)


def _of_mention(place: Place, text: str, post: PostLine, said: Statement | None) -> Feature:
    line = asdict(place_line(place, text))
    kept = (name for name in line if name not in ("lat", "lon", "reasons"))
    return {
        **{name: line[name] for name in kept},
        "why": "; ".join(place.reasons) or None,
        "context": " ".join(_context(place.span, text, Span(post.start, post.end)).split()),
        "said_by": said.speaker_name or (said.speaker.of(text) if said.speaker else None) if said else None,
        "said_by_class": said.speaker_class if said else None,
        "title": post.title,
        "outlet": post.outlet,
        "published": post.published,
        "lang": post.lang,
        "source": post.source,
    }


def _by_post(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for one in sorted(statements, key=lambda one: one.content.start):
        found.setdefault(one.post_id, []).append(one)
    return found


def _around(spoken: list[Statement], span: Span) -> Statement | None:
    """The statement, of those of a post in order, in whose words `span` stands; the innermost one."""
    after = bisect_right(spoken, span.start, key=lambda one: one.content.start)
    near = reversed(spoken[max(0, after - _DEEPEST) : after])
    return next((one for one in near if one.content.holds(span)), None)


def _context(span: Span, text: str, post: Span) -> str:
    """The words around a mention, whole ones, as far as its post goes."""
    start, end = max(post.start, span.start - _AROUND), min(post.end, span.end + _AROUND)
    before, words, after = text[start : span.start], span.of(text), text[span.end : end]
    if start > post.start:
        before = "…" + (before.partition(" ")[2] or before)
    if end < post.end:
        after = (after.rpartition(" ")[0] or after) + "…"
    return before + words + after


def _feature(lat: float | None, lon: float | None, properties: Feature) -> Feature:
    geometry = None if lat is None or lon is None else {"type": "Point", "coordinates": [lon, lat]}
    return {"type": "Feature", "geometry": geometry, "properties": properties}


def _write(file: IO[str], features: Iterable[Feature]) -> None:
    """A collection of features, one a line."""
    file.write('{"type": "FeatureCollection", "features": [')
    for number, feature in enumerate(features):
        file.write(",\n" if number else "\n")
        file.write(json.dumps(feature, ensure_ascii=False).translate(LINE_ENDS))
    file.write("\n]}\n")
