"""Makes a gazetteer of a full GeoNames dump, for who needs villages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tawatur.errors import LanguageDataError
from tawatur.locate.gazetteer.arrays import GazetteerRow
from tawatur.locate.gazetteer.naming import names_to_keep, town_kind
from tawatur.locate.gazetteer.written import write_gazetteer
from tawatur.model.place import PlaceKind

_CELLS = 19
_RANKS = {"PPLC": "capital", "PPLA": "first", "PPLA2": "second", "PPLA3": "third", "PPLA4": "fourth"}
# What GeoNames' feature codes are to us; a code of a class P that is not named here is a town by its size.
KIND_OF: dict[str, PlaceKind] = {
    "CONT": "continent", "PCLI": "country", "PCLD": "country", "PCLF": "country", "PCLS": "country", "PCL": "country",
    "TERR": "country", "ADM1": "province", "ADM2": "district", "ADM3": "district", "ADM4": "district", "RGN": "region",
    "PPLX": "neighbourhood", "CMPREF": "camp", "CMP": "camp", "PPLL": "village", "STM": "river", "STMI": "river",
    "WAD": "valley", "VAL": "valley", "LK": "lake", "LKS": "lake", "RSV": "lake", "SEA": "sea", "GULF": "sea",
    "BAY": "sea", "STRT": "strait", "MT": "mountain", "MTS": "mountain", "HLL": "mountain", "HLLS": "mountain",
    "PK": "mountain", "TEL": "mountain", "ISL": "island", "ISLS": "island", "DSRT": "desert", "DAM": "dam",
    "BDG": "bridge", "PRT": "port", "HBR": "port", "AIRP": "airport", "AIRF": "airport", "AIRB": "base",
    "MILB": "base", "INSM": "base", "NVB": "base", "OILF": "field", "GASF": "field", "OILR": "plant", "PS": "plant",
    "PSH": "plant", "PSN": "plant", "PSTB": "crossing", "CSTM": "crossing",
}  # fmt: skip


def import_geonames(file: Path, out: Path) -> int:
    """Make a gazetteer in the folder `out` from a dump of GeoNames (`SY.txt`, `allCountries.txt`); how many places it has.

    A pack takes it into use: `gazetteers:` with the folder as its entry.
    Raises: LanguageDataError naming the line, if the file is no such dump.
    """
    rows = {row.id: row for row in _rows(file)}
    if not rows:
        raise LanguageDataError(f"{file}: no place was found in it. Give a dump of GeoNames such as SY.txt, unzipped.")
    about = {"what": f"places of {file.name}", "credit": "GeoNames (geonames.org), CC BY 4.0"}
    write_gazetteer(rows.values(), out, about)
    return len(rows)


def _rows(file: Path) -> Iterator[GazetteerRow]:
    provinces: dict[str, int] = {}
    for number, cells in _lines(file):
        if cells[7] == "ADM1":
            provinces[f"{cells[8]}.{cells[10]}"] = number
    for number, cells in _lines(file):
        kind = _kind(cells)
        if kind is None:
            continue
        population = int(cells[14] or 0)
        names = names_to_keep(cells[1], cells[3].split(","), cells[8], population)
        yield GazetteerRow(
            id=number,
            name=cells[1],
            name_ar=names.arabic,
            others=names.others,
            lat=float(cells[4]),
            lon=float(cells[5]),
            population=population,
            kind=kind,
            rank=_RANKS.get(cells[7], "none"),
            country=cells[8],
            within=provinces.get(f"{cells[8]}.{cells[10]}") if cells[7] != "ADM1" else None,
        )


def _kind(cells: list[str]) -> PlaceKind | None:
    """What the place is to us; None for what news does not name (a well, a tree, an abandoned village)."""
    if cells[7] in KIND_OF:
        return KIND_OF[cells[7]]
    if cells[6] != "P" or cells[7] in ("PPLQ", "PPLW", "PPLH", "PPLCH"):
        return None
    return town_kind(int(cells[14] or 0), _RANKS.get(cells[7], "none"))


def _lines(file: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        with file.open(encoding="utf-8") as lines:
            for at, line in enumerate(lines, start=1):
                cells = line.rstrip("\n").split("\t")
                if len(cells) != _CELLS or not cells[0].isdecimal():
                    raise LanguageDataError(
                        f"{file}, line {at}: {len(cells)} columns where a dump of GeoNames has {_CELLS}. "
                        "Unzip the file first, and give it unchanged."
                    )
                yield int(cells[0]), cells
    except (OSError, UnicodeDecodeError) as cause:
        raise LanguageDataError(f"{file}: cannot be read ({cause}). Check the path; unzip the file first.") from cause
