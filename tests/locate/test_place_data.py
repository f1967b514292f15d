"""The shipped lists of places and demonyms: each line is checked, whoever adds to them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

import pytest

from tawatur.languages import Languages, load_languages
from tawatur.languages.tables import PLACE_KINDS, NamedPlace

ARABIC_NAME = re.compile(r"[\u0621-\u064a0-9 .\-–()]+(?:[A-Z]\d?[A-Z]?)?\??")
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
OUTSIZE = {"continent", "sea", "region", "river", "desert", "mountain", "country", "province"}
SMALL_KM = {"bridge": 15, "facility": 12, "crossing": 15, "neighbourhood": 15, "camp": 30, "airport": 15, "dam": 12}
# Rows are given as (south, west, north, east), half a degree wider than the country, for those that most rows lie in.
BOXES = {
    "SY": (31.8, 35.2, 37.9, 42.9), "IQ": (28.5, 38.3, 37.9, 49.2), "LB": (32.5, 34.6, 35.2, 37.1),
    "JO": (28.7, 34.4, 33.9, 39.8), "PS": (30.7, 33.7, 33.1, 36.1), "IL": (29.0, 33.7, 33.9, 36.4),
    "EG": (21.5, 24.2, 32.9, 37.4), "SA": (15.8, 34.0, 32.7, 56.2), "YE": (11.6, 41.8, 19.5, 55.1),
    "LY": (19.0, 8.8, 34.4, 25.7), "SD": (8.2, 21.3, 23.7, 39.1), "TR": (35.3, 25.1, 42.6, 45.3),
    "IR": (24.5, 43.5, 40.3, 63.8), "TN": (29.7, 7.0, 37.9, 12.1), "DZ": (18.4, -9.2, 37.6, 12.5),
    "MA": (27.1, -13.7, 36.4, -0.5), "OM": (16.1, 51.4, 27.0, 60.4), "AE": (22.1, 51.0, 26.6, 57.0),
    "KW": (28.0, 46.0, 30.6, 49.5), "QA": (24.0, 50.2, 26.7, 52.8), "BH": (25.0, 49.9, 26.8, 51.2),
    "UA": (43.8, 21.6, 52.9, 40.8), "GB": (49.3, -9.2, 61.4, 2.4), "DE": (46.7, 5.3, 55.6, 15.6),
    "IN": (6.2, 67.5, 36.1, 98.0), "PK": (23.1, 60.3, 37.6, 77.9), "AF": (28.8, 60.0, 39.0, 75.5),
}  # fmt: skip


@pytest.fixture(scope="module")
def languages() -> Languages:
    return load_languages()


@pytest.fixture(scope="module")
def places(languages: Languages) -> tuple[NamedPlace, ...]:
    return languages.places


def wrong(rows: list[str]) -> str:
    return "\n".join(rows[:20])


def test_the_list_is_broad(places: tuple[NamedPlace, ...]) -> None:
    kinds: Counter[str] = Counter(place.kind for place in places)
    assert len(places) >= 4000
    assert all(kinds[kind] >= 5 for kind in PLACE_KINDS if kind not in ("other", "road"))
    assert kinds["country"] >= 195


def test_every_id_is_used_once(places: tuple[NamedPlace, ...]) -> None:
    assert [ident for ident, times in Counter(place.id for place in places).items() if times > 1] == []


def test_every_place_has_a_name_a_known_kind_and_coordinates_on_the_globe(places: tuple[NamedPlace, ...]) -> None:
    bad = [
        place.where
        for place in places
        if not (place.name_en or place.name_ar)
        or place.kind not in PLACE_KINDS
        or (
            place.lat is not None
            and place.lon is not None
            and not (-90 <= place.lat <= 90 and -180 <= place.lon <= 180)
        )
    ]
    assert bad == [], wrong(bad)


def test_every_place_with_a_point_says_how_far_it_reaches(places: tuple[NamedPlace, ...]) -> None:
    bad = [place.where for place in places if place.lat is not None and not (place.radius_km or 0) > 0]
    assert bad == [], wrong(bad)


def test_a_small_kind_of_place_has_a_small_radius(places: tuple[NamedPlace, ...]) -> None:
    bad = [f"{p.where}: {p.radius_km}" for p in places if (p.radius_km or 0) > SMALL_KM.get(p.kind, 10_000)]
    assert bad == [], wrong(bad)


def test_arabic_names_are_written_in_arabic_and_english_ones_in_latin_letters(places: tuple[NamedPlace, ...]) -> None:
    bad = [p.where for p in places if p.name_ar and not ARABIC_NAME.fullmatch(p.name_ar)]
    bad += [p.where for p in places if p.name_en and not LATIN.search(p.name_en)]
    assert bad == [], wrong(bad)


def test_a_place_lies_in_its_country(places: tuple[NamedPlace, ...]) -> None:
    bad = []
    for place in places:
        box = BOXES.get(place.country or "")
        if box is None or place.lat is None or place.lon is None:
            continue
        south, west, north, east = box
        if not (south <= place.lat <= north and west <= place.lon <= east):
            bad.append(f"{place.where}: {place.id} at {place.lat}, {place.lon} is not in {place.country}")
    assert bad == [], wrong(bad)


def test_a_place_lies_in_the_country_of_what_it_is_part_of(places: tuple[NamedPlace, ...]) -> None:
    by_id = {place.id: place for place in places}
    bad = [p.where for p in places if p.within and p.country and by_id[p.within].country not in (p.country, None)]
    assert bad == [], wrong(bad)


def test_no_geonames_id_stands_for_two_places(places: tuple[NamedPlace, ...]) -> None:
    users = defaultdict(set)
    for place in places:
        if place.geonames_id is not None and place.lat is not None:
            users[place.geonames_id].add((place.lat, place.lon))
    assert {number: points for number, points in users.items() if len(points) > 1} == {}


def test_no_name_of_one_letter_and_no_alias_twice(places: tuple[NamedPlace, ...]) -> None:
    bad = [
        place.where
        for place in places
        if len(set(place.aliases)) != len(place.aliases) or any(len(a.strip("?=")) < 2 for a in place.aliases)
    ]
    assert bad == [], wrong(bad)


def test_every_country_of_the_lists_is_a_row_of_its_own(places: tuple[NamedPlace, ...]) -> None:
    countries = {place.country for place in places if place.kind == "country"}
    assert {place.country for place in places if place.country} - countries <= {"SJ"}


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("سورية", "SY"), ("سوريا", "SY"), ("السعودية", "SA"), ("أميركا", "US"), ("أمريكا", "US"), ("الولايات المتحدة", "US"),
        ("بريطانيا", "GB"), ("المملكة المتحدة", "GB"), ("الإمارات", "AE"), ("=UAE", "AE"), ("=US", "US"), ("=UK", "GB"),
        ("Britain", "GB"), ("روسيا", "RU"), ("كوريا الشمالية", "KP"), ("North Korea", "KP"), ("Türkiye", "TR"),
    ],
)  # fmt: skip
def test_countries_are_known_by_the_names_papers_use(places: tuple[NamedPlace, ...], name: str, country: str) -> None:
    found = {p.country for p in places if p.kind == "country" and name in (p.name_en, p.name_ar, *p.aliases)}
    assert found == {country}


def test_nearly_every_country_has_a_demonym_in_both_languages(languages: Languages) -> None:
    sovereign = {p.country for p in languages.places if p.kind == "country"}
    for lang, share in (("en", 0.85), ("ar", 0.7)):
        told = {demonym.of for demonym in languages.demonyms if demonym.word.lang == lang}
        assert len(told & sovereign) >= share * len(sovereign)


def test_demonyms_are_written_in_the_letters_of_their_language(languages: Languages) -> None:
    bad = [
        demonym.word.where
        for demonym in languages.demonyms
        if (demonym.word.lang == "ar") == bool(re.search(r"[A-Za-z]", demonym.word.text))
    ]
    assert bad == [], wrong(bad)
