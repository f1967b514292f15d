"""Which of the names that GeoNames holds for a place are worth keeping, and what a town of its size is called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tawatur.model.place import PlaceKind

CITY, TOWN = 100_000, 5_000
"""People from which a place is called a city, a town."""
# Two letters of Arabic are a name only of a place that everybody knows («قم»); shorter ones are chance.
_KNOWN = 50_000
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_OTHER = re.compile("[\u0370-\u058f\u0590-\u05ff\u0700-\u1dff\u2c00-\ud7ff]")
_ARTICLE = re.compile(r"\b(?i:al|el|ad|an|ar|as|ash|at|ath|az|ed|en|er|es|esh|et|ez)[ -](?=\S{4})")
# Letters of Persian, Kurdish and Urdu spelling.
_NOT_ARABIC = re.compile(
    "[\u067e\u0686\u0698\u06a9\u06af\u06cc\u06be\u06d5\u06c6\u06ce\u06d2\u06a4\u0695\u06b5\u0679\u0688\u06ba\u06c1]"
)
_MADINAT = re.compile(r"(?:Madīnat|Madinat|Medinat|مدينة|شهر)\s+")
ARAB_COUNTRIES = frozenset("AE BH DJ DZ EG EH IQ JO KM KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE IL ER IR".split())
"""Where a Latin spelling may carry the Arabic article."""
_MOST = 60


@dataclass(frozen=True, slots=True)
class Kept:
    """The names to keep beside the first one."""

    arabic: str | None
    others: tuple[str, ...]


def names_to_keep(name: str, alternates: Iterable[str], country: str, population: int) -> Kept:
    """Names in Latin and Arabic letters, without codes, transcripts of other scripts, and fragments."""
    arabic: list[str] = []
    latin: list[str] = []
    for other in alternates:
        if len(other) > _MOST or _OTHER.search(other) or any(char.isdigit() for char in other):
            continue
        if _ARABIC.search(other):
            if not _LATIN.search(other) and len(other) >= (2 if population >= _KNOWN else 3):
                arabic.append(other)
        elif _is_name(other):
            latin.append(other)
    first = _first_in_arabic(name, arabic)
    others = dict.fromkeys([*latin, *arabic, *_shorter([name, *latin, *arabic], country)])
    return Kept(first, tuple(other for other in others if other not in (name, first)))


def _is_name(other: str) -> bool:
    """True for what is written like a name: «a lei po» is a transcript, ALP the code of an airport."""
    if len(other) < 3 or not other[0].isupper() and not other.startswith(("al-", "el-", "'", "‘", "ʿ", "`")):
        return False
    return not (other.isupper() and len(other) <= 4)


def _first_in_arabic(name: str, arabic: list[str]) -> str | None:
    """The name in Arabic rather than Persian or Kurdish spelling, of as many words as the Latin one, the shortest."""
    words = len(_ARTICLE.sub("", re.sub("[-\u2010]", " ", name)).split())
    plain = [other for other in arabic if not _NOT_ARABIC.search(other) and not _MADINAT.match(other)]
    return min(plain, key=lambda other: (abs(len(other.split()) - words), len(other), other), default=None)


def _shorter(names: list[str], country: str) -> Iterator[str]:
    """Names without the word for city, and Latin ones without the Arabic article, where one may be."""
    for name in names:
        bare = _MADINAT.sub("", name, count=1)
        if bare != name:
            yield bare
        if country in ARAB_COUNTRIES and (hit := _ARTICLE.match(bare)) is not None:
            yield bare[hit.end() :]


def town_kind(population: int, rank: str) -> PlaceKind:
    """city, town or village, by its people and by what it is the seat of."""
    if population >= CITY or rank in ("capital", "first"):
        return "city"
    return "town" if population >= TOWN or rank in ("second", "third") else "village"
