"""The table of places: one row for each mention, with the place it stands for."""

from __future__ import annotations

import json

import pyarrow as pa

from tawatur.model import Place, Span
from tawatur.model.columns import TEXT, WHOLE, column, span_columns
from tawatur.store.table import Row, Table, ends, packed, storable

PLACES = Table(
    "places",
    pa.schema(
        [
            column("post_id", TEXT, "id of a post"),
            column("order", WHOLE, "place among the mentions of the post, from 0"),
            *span_columns(),
            column("form", TEXT, "name, demonym or nickname"),
            column("name", TEXT, "name, as the gazetteer has it"),
            column("name_ar", TEXT, "name in Arabic letters, as the gazetteer has it", null=True),
            column("place_id", TEXT, "id of a place: gn: and a GeoNames id, tw: and a word, or as a pack has it"),
            column("geonames_id", WHOLE, "id, GeoNames", null=True),
            column("kind", TEXT, "city, province, river, dam ..."),
            column("lat", pa.float64(), "degrees north, WGS 84", null=True),
            column("lon", pa.float64(), "degrees east, WGS 84", null=True),
            column("radius_km", pa.float64(), "kilometres", null=True),
            column("country", TEXT, "country, ISO 3166-1 alpha-2", null=True),
            column("others", WHOLE, "other places of the gazetteer with this name"),
            column("reasons", TEXT, "JSON: sentences for people"),
            column("made_by", TEXT, "room and version"),
        ]
    ),
)


def place_row(place: Place) -> Row:
    """`place` as a row of `PLACES`."""
    return storable(
        (
            place.post_id,
            place.order,
            *ends(place.span),
            place.form,
            place.name,
            place.name_ar,
            place.place_id,
            place.geonames_id,
            place.kind,
            # The column would turn 35 into 35.0, and the digest of the page would not be that of its rows.
            *(None if number is None else float(number) for number in (place.lat, place.lon, place.radius_km)),
            place.country,
            place.others,
            packed(place.reasons),
            place.made_by,
        )
    )


def place_from(row: Row) -> Place:
    """The place that a row of `PLACES` holds."""
    post_id, order, start, end, *fields, reasons, made_by = row
    form, name, name_ar, place_id, geonames_id, kind, lat, lon, radius_km, country, others = fields
    return Place(
        post_id=post_id,
        order=order,
        span=Span(start, end),
        form=form,
        name=name,
        name_ar=name_ar,
        place_id=place_id,
        geonames_id=geonames_id,
        kind=kind,
        lat=lat,
        lon=lon,
        radius_km=radius_km,
        country=country,
        others=others,
        reasons=tuple(json.loads(reasons)),
        made_by=made_by,
    )
