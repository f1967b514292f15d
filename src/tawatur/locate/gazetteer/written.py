"""Writes places as the arrays of a gazetteer. The same places give the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tawatur.locate.gazetteer.arrays import (
    ABOUT,
    ARTICLE,
    COLUMNS,
    FORMAT,
    KINDS,
    NAMES,
    NUMBERS,
    OTHER,
    PLACES,
    RANKS,
    ROWS,
    SCHEMES,
    SEEN,
    GazetteerRow,
)
from tawatur.locate.gazetteer.naming import ARAB_COUNTRIES
from tawatur.locate.keys import key_of
from tawatur.locate.sound import sound_number
from tawatur.text.words import folded_words

_MOST_PEOPLE = (1 << 32) - 1
_BITS_A_NAME = 8


def write_gazetteer(rows: Iterable[GazetteerRow], out: Path, about: Mapping[str, object]) -> int:
    """Write `rows` into the folder `out`; how many names they have. `about` says what they are and whose."""
    places = sorted(rows, key=lambda row: (row.scheme, row.id))
    out.mkdir(parents=True, exist_ok=True)
    records, blob = _records(places)
    numbers, owners = _names(places)
    np.save(out / PLACES, records)
    np.save(out / NUMBERS, numbers)
    np.save(out / ROWS, owners)
    np.save(out / SEEN, seen_bits(numbers))
    (out / NAMES).write_bytes(blob)
    counted = {"format": FORMAT, "places": len(places), "names": len(numbers)}
    (out / ABOUT).write_text(json.dumps({**about, **counted}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return len(numbers)


def _records(places: list[GazetteerRow]) -> tuple[NDArray[np.void], bytes]:
    row_of = {place.id: row for row, place in enumerate(places) if place.scheme == "gn"}
    records = np.zeros(len(places), dtype=COLUMNS)
    blob = bytearray()
    for row, place in enumerate(places):
        records[row] = (
            place.id,
            len(blob),
            place.lat,
            place.lon,
            min(place.population, _MOST_PEOPLE),
            1 + row_of[place.within] if place.within in row_of else 0,
            place.country.encode("ascii"),
            KINDS.index(place.kind),
            RANKS.index(place.rank),
            SCHEMES.index(place.scheme),
        )
        blob += f"{place.name}\t{place.name_ar or ''}\n".encode()
    return records, bytes(blob)


def _names(places: list[GazetteerRow]) -> tuple[NDArray[np.uint64], NDArray[np.uint32]]:
    pairs = sorted(pair for row, place in enumerate(places) for pair in _keyed(row, place))
    numbers = np.fromiter((number for number, _ in pairs), dtype=np.uint64, count=len(pairs))
    owners = np.fromiter((owner for _, owner in pairs), dtype=np.uint32, count=len(pairs))
    return numbers, owners


def _keyed(row: int, place: GazetteerRow) -> Iterator[tuple[int, int]]:
    """(number of a name, record with what is said of the name), each name once."""
    held: set[tuple[int, bool]] = set()
    first = (place.name, *((place.name_ar,) if place.name_ar else ()))
    for place_in_order, name in enumerate((*first, *place.others)):
        key = key_of(name)
        if key is None or (key.number, key.article) in held:
            continue
        held.add((key.number, key.article))
        flags = (ARTICLE if key.article else 0) | (OTHER if place_in_order >= len(first) else 0)
        yield key.number, row | flags
    if place.country in ARAB_COUNTRIES:
        for number in {sound_number(folded_words(name)) for name in (*first, *place.others)} - {None}:
            yield int(number or 0), row | OTHER


def seen_bits(numbers: NDArray[np.uint64]) -> NDArray[np.uint8]:
    """One bit for each of the leading digits that a name's number has: what lacks it is no name."""
    size = max(10, int(len(numbers) * _BITS_A_NAME - 1).bit_length())
    bits = np.zeros(1 << size, dtype=bool)
    bits[numbers >> np.uint64(64 - size)] = True
    return np.packbits(bits, bitorder="little")
