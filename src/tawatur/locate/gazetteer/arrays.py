"""How a gazetteer lies on disk: a record for every place, and the numbers of all names in order."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tawatur.model.place import PlaceKind

FORMAT = 1
"""Raised whenever an older program could not read what a newer one writes."""
KINDS: tuple[PlaceKind, ...] = PlaceKind.__args__  # type: ignore[attr-defined]
SCHEMES = ("gn", "us")
"""Whose number `id` is: GeoNames; the county codes of the United States Census."""
RANKS = ("none", "fourth", "third", "second", "first", "capital")
"""Of what a town is the seat: of a fourth-order division and so on up to a country."""

COLUMNS = np.dtype(
    [
        ("id", "<u4"),
        ("name_at", "<u4"),  # byte of `names.bin` where its names begin
        ("lat", "<f4"),  # degrees north
        ("lon", "<f4"),  # degrees east
        ("population", "<u4"),  # people; 0: not known
        ("within", "<u4"),  # 1 + record of the province it lies in; 0: not known
        ("country", "S2"),  # ISO 3166
        ("kind", "u1"),  # index into KINDS
        ("rank", "u1"),  # index into RANKS
        ("scheme", "u1"),  # index into SCHEMES
    ]
)
# Of the 32 bits beside a name's number, the lower ones are a record and the upper ones say this of the name:
ARTICLE = 1 << 31
"""It is written with the Arabic article, which its number leaves out."""
OTHER = 1 << 30
"""It is not the name that the gazetteer puts first, nor the first one in Arabic letters."""
ROW = (1 << 30) - 1

PLACES, NUMBERS, ROWS, SEEN, NAMES, ABOUT = (
    "places.npy",
    "numbers.npy",
    "rows.npy",
    "seen.npy",
    "names.bin",
    "about.json",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerRow:
    """One place to be written."""

    id: int
    scheme: str = "gn"
    name: str
    name_ar: str | None
    others: tuple[str, ...] = ()
    """Its further names, in any script."""
    lat: float
    lon: float
    population: int = 0
    kind: PlaceKind
    rank: str = "none"
    country: str = ""
    within: int | None = None
    """Number (GeoNames) of the province it lies in."""
