"""What words mean in a date, in every language at once: the tables of `languages/*/dates.yaml`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from tawatur.errors import LanguageDataError
from tawatur.text.date_tokens import phrase_of
from tawatur.text.fold import fold_text

Meaning = Mapping[str, int]
"""Roles a word can play and what each says: {"month": 9}, {"meridiem": 12, "year_mark": 1}."""

GREGORIAN, HIJRI, PERSIAN = 1, 2, 3
UNIT_NUMBERS = {"minute": 1, "hour": 2, "day": 3, "week": 4, "month": 5, "year": 6}
_CALENDARS = {"gregorian": GREGORIAN, "hijri": HIJRI, "persian": PERSIAN}

# Sections of number -> spellings, and the role each gives.
_VALUED = {
    "months": "month",
    "hijri_months": "hijri_month",
    "persian_months": "persian_month",
    "weekdays": "weekday",
    "weekdays_short": "weekday_short",
    "relative_days": "relative_day",
    "numbers": "number",
    "ordinals": "ordinal",
    "zones": "zone",
}
# Sections that are plain lists of spellings: role and the value it carries.
_LISTED = {
    "ordinal_suffixes": ("ordinal_suffix", 1),
    "ago_before": ("ago_before", 1),
    "ago_after": ("ago_after", 1),
    "ago_not_before": ("ago_not_before", 1),
    "day_month_glue": ("day_month_glue", 1),
    "month_year_glue": ("month_year_glue", 1),
    "range_words": ("range_word", 1),
    "weekday_cues": ("cue", 1),
    "time_cues": ("time_cue", 1),
    "year_cues": ("year_cue", 1),
    "past_before": ("shift_before", -1),
    "future_before": ("shift_before", 1),
    "past_after": ("shift_after", -1),
    "future_after": ("shift_after", 1),
    "am": ("meridiem", 0),
    "pm": ("meridiem", 12),
    "hour_marks": ("hour_mark", 1),
    "zones_unknown": ("zone_unknown", 1),
}
_NAMED = {
    "units": ("unit", UNIT_NUMBERS),
    "two_units": ("two_units", UNIT_NUMBERS),
    "year_marks": ("year_mark", _CALENDARS),
}
_OTHER = {"prefixes", "not_words", "only_capitalised", "time_units"}
# Roles that a word keeps when a letter is written onto it («وأمس», «بأيلول»).
_PREFIXED = {"month", "hijri_month", "weekday", "relative_day", "ordinal", "ago_before"}


@dataclass(frozen=True, slots=True)
class DateWords:
    """All tables of all languages, keyed by folded spelling."""

    words: Mapping[str, Meaning]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Meaning], ...]]
    """First token of a phrase -> (all its tokens, meaning), longest first."""
    only_capitalised: frozenset[str]
    not_words: frozenset[str]
    """Spellings, unfolded but for vowels, that look like a date word once folded and are not."""


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """The tables of every language folder that has a `dates.yaml`, read once.

    Raises: LanguageDataError, naming file and section, where a table breaks its own rules.
    """
    words: dict[str, dict[str, int]] = {}
    phrases: dict[tuple[str, ...], dict[str, int]] = {}
    capitalised: set[str] = set()
    not_words: set[str] = set()
    for name, table in _tables():
        prefixes = [fold_text(letter) for letter in table.get("prefixes", [])]
        for spelling, role, value in _entries(name, table):
            tokens = phrase_of(spelling)
            for key in _with_prefixes(tokens, prefixes if role in _PREFIXED else []):
                target = words.setdefault(key[0], {}) if len(key) == 1 else phrases.setdefault(key, {})
                target.setdefault(role, value)
        capitalised.update(fold_text(word) for word in table.get("only_capitalised", []))
        not_words.update(table.get("not_words", []))
    return DateWords(words, _by_first_token(phrases), frozenset(capitalised), frozenset(not_words))


def _tables() -> Iterator[tuple[str, dict[str, Any]]]:
    for folder in sorted(resources.files("tawatur.languages").iterdir(), key=lambda entry: entry.name):
        file = folder.joinpath("dates.yaml")
        if file.is_file():
            name = f"languages/{folder.name}/dates.yaml"
            yield name, read_table(name, file.read_text("utf-8"))


def read_table(name: str, written: str) -> dict[str, Any]:
    """One language's table, checked: only known sections, and every spelling a word.

    Raises: LanguageDataError, naming file and section.
    """
    table = yaml.safe_load(written)
    if not isinstance(table, dict):
        raise LanguageDataError(f"{name}: expected sections such as `months:`; found {type(table).__name__}.")
    unknown = set(table) - {*_VALUED, *_LISTED, *_NAMED, *_OTHER}
    if unknown:
        raise LanguageDataError(f"{name}: no such section: {', '.join(sorted(map(str, unknown)))}. Check its spelling.")
    for _ in _entries(name, table):
        pass
    return table


def _entries(name: str, table: Mapping[str, Any]) -> Iterator[tuple[str, str, int]]:
    """Every spelling of a table with the role it plays and the value it says."""
    for section, content in table.items():
        if section in _VALUED:
            for value, spellings in content.items():
                yield from ((word, _VALUED[section], int(value)) for word in _spellings(name, section, spellings))
        elif section in _LISTED:
            role, value = _LISTED[section]
            yield from ((word, role, value) for word in _spellings(name, section, content))
        elif section in _NAMED:
            role, numbers = _NAMED[section]
            for key, spellings in content.items():
                if key not in numbers:
                    raise LanguageDataError(f"{name}: {section}: `{key}` is none of {', '.join(numbers)}.")
                yield from ((word, role, numbers[key]) for word in _spellings(name, section, spellings))


def _spellings(name: str, section: str, spellings: Any) -> Iterable[str]:
    if not isinstance(spellings, list) or not all(isinstance(word, str) and phrase_of(word) for word in spellings):
        raise LanguageDataError(
            f'{name}: {section}: expected a list of words in [brackets], found {spellings!r}. Quote words such as "on".'
        )
    return spellings


def _with_prefixes(tokens: tuple[str, ...], prefixes: list[str]) -> Iterator[tuple[str, ...]]:
    yield tokens
    for letter in prefixes:
        yield (letter + tokens[0], *tokens[1:])
        if letter == "ل" and tokens[0].startswith("ال"):
            yield ("لل" + tokens[0][2:], *tokens[1:])


def _by_first_token(
    phrases: Mapping[tuple[str, ...], dict[str, int]],
) -> dict[str, tuple[tuple[tuple[str, ...], Meaning], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Meaning]]] = {}
    for tokens, meaning in phrases.items():
        found.setdefault(tokens[0], []).append((tokens, meaning))
    return {first: tuple(sorted(rest, key=lambda entry: -len(entry[0]))) for first, rest in found.items()}
