"""Reads the places, demonyms and words about places of a language folder, or of a user's pack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

from tawatur.errors import LanguageDataError
from tawatur.languages.located import Text, read_rows, read_table
from tawatur.languages.tables import PLACE_KINDS, Demonym, Line, NamedPlace
from tawatur.model.place import PlaceKind

PLACE_COLUMNS = (
    "id", "kind", "name_en", "name_ar", "aliases", "lat", "lon", "radius_km", "country", "within", "geonames_id",
)  # fmt: skip
# Lists of `place_words.yaml` that belong to no kind of place.
WORD_LISTS = (
    "proclitics", "proclitics with article", "glued prepositions", "directions before", "directions after", "prepositions", "weak prepositions",
    "joiners", "common", "never", "names before", "names after", "holders after", "people too", "moves before",
)  # fmt: skip


def read_places(path: Path) -> Iterator[NamedPlace]:
    """The rows of one `places*.tsv`. Raises: LanguageDataError naming the line and the next step."""
    for cells, where in read_rows(path, PLACE_COLUMNS):
        yield _place(dict(zip(PLACE_COLUMNS, cells, strict=True)), _aliases(cells[4].split("|")), where)


def pack_place(entry: Mapping[str, tuple[Text, ...]]) -> NamedPlace:
    """One entry under `places:` of a pack, with the same fields as the columns of `places.tsv`."""
    where = entry[""][0].where
    for key in entry:
        if key and key not in PLACE_COLUMNS:
            raise LanguageDataError(f"{where}: a place has no {key!r}. Known are: {', '.join(PLACE_COLUMNS)}.")
    cells = {key: entry[key][0].text if key in entry else "" for key in PLACE_COLUMNS}
    cells["id"] = cells["id"] or cells["name_en"] or cells["name_ar"]
    aliases = _aliases(part for text in entry.get("aliases", ()) for part in text.text.split("|"))
    return _place(cells, aliases, where)


def _place(cells: Mapping[str, str], aliases: tuple[str, ...], where: str) -> NamedPlace:
    if not cells["name_en"] and not cells["name_ar"]:
        raise LanguageDataError(f"{where}: the place {cells['id']!r} has no name. Give name_en or name_ar.")
    if cells["kind"] not in PLACE_KINDS:
        raise LanguageDataError(
            f"{where}: unknown kind of place {cells['kind']!r}. Write one of {', '.join(PLACE_KINDS)}."
        )
    country = cells["country"]
    if country and not (len(country) == 2 and country.isupper()):
        raise LanguageDataError(
            f"{where}: {country!r} is no country code. Write two capital letters (ISO 3166: SY, LB), or leave it empty."
        )
    lat, lon = _number(cells, "lat", 90, where), _number(cells, "lon", 180, where)
    if (lat is None) != (lon is None):
        raise LanguageDataError(f"{where}: lat and lon go together. Give both, or leave both empty.")
    geonames_id = _number(cells, "geonames_id", 2**31, where)
    return NamedPlace(
        id=cells["id"],
        kind=cast(PlaceKind, cells["kind"]),
        name_en=cells["name_en"] or None,
        name_ar=cells["name_ar"] or None,
        aliases=aliases,
        lat=lat,
        lon=lon,
        radius_km=_number(cells, "radius_km", 20_000, where),
        country=country or None,
        within=cells["within"] or None,
        geonames_id=None if geonames_id is None else int(geonames_id),
        where=where,
    )


def _number(cells: Mapping[str, str], key: str, most: float, where: str) -> float | None:
    if not cells[key]:
        return None
    try:
        value = float(cells[key])
    except ValueError as cause:
        raise LanguageDataError(f"{where}: {key} is {cells[key]!r}, no number. Write it like 35.336.") from cause
    if not abs(value) <= most:
        raise LanguageDataError(f"{where}: {key} is {value:g}, beyond {most:g}. Check the number.")
    return value


def _aliases(parts: object) -> tuple[str, ...]:
    return tuple(alias for part in cast("list[str]", parts) if (alias := str(part).strip()))


def read_demonyms(path: Path, lang: str) -> tuple[list[Demonym], list[Line]]:
    """The words of one `demonyms.yaml` and the endings they may take."""
    table = read_table(path)
    demonyms: list[Demonym] = []
    endings: list[Line] = []
    for key, texts in table.lists.items():
        lines = [Line(part.strip(), lang, t.where) for t in texts for part in t.text.split(",") if part.strip()]
        if key == "endings":
            endings.extend(lines)
        else:
            demonyms.extend(Demonym(key, line) for line in lines)
    return demonyms, endings


def read_place_words(path: Path, lang: str) -> dict[str, list[Line]]:
    """The lists of one `place_words.yaml`, as `place_words.<list>`."""
    table = read_table(path)
    lists: dict[str, list[Line]] = {}
    for key, texts in table.lists.items():
        kind, _, side = key.rpartition(" ")
        if key not in WORD_LISTS and not (kind in PLACE_KINDS and side in ("before", "after")):
            where = texts[0].where if texts else table.where
            raise LanguageDataError(
                f"{where}: unknown list {key!r}. Write a kind of place with before or after (town before), "
                f"or one of {', '.join(WORD_LISTS)}."
            )
        lists[f"place_words.{key}"] = [
            Line(part.strip(), lang, t.where) for t in texts for part in t.text.split(",") if part.strip()
        ]
    return lists


def check_places(places: list[NamedPlace], demonyms: list[Demonym]) -> None:
    """Raises: LanguageDataError where two places share an id, or one is said to lie within, or a word to mean, none."""
    seen: dict[str, str] = {}
    for place in places:
        if place.id in seen:
            raise LanguageDataError(f"{place.where}: the id {place.id!r} is taken by {seen[place.id]}. Choose another.")
        seen[place.id] = place.where
    countries = {place.country for place in places if place.kind == "country"}
    for place in places:
        if place.within is not None and place.within not in seen:
            raise LanguageDataError(
                f"{place.where}: {place.id!r} lies within {place.within!r}, which is the id of no place. "
                "Write the id of another row, or leave the cell empty."
            )
    for demonym in demonyms:
        if demonym.of not in countries and demonym.of not in seen:
            raise LanguageDataError(
                f"{demonym.word.where}: {demonym.of!r} is neither the code of a country nor the id of a place. "
                "Add the place to places.tsv, or write a code (SY)."
            )
