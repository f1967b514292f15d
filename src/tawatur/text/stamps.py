"""Small words around dates and listeners, from `languages/*/stamps.yaml`: "Published:", «آخر تحديث», "told"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Literal

import yaml

from tawatur.errors import LanguageDataError
from tawatur.text.words import folded_words

StampKind = Literal["published", "updated"]
_SECTIONS = ("published", "updated", "told", "listener", "issue", "sections")


@dataclass(frozen=True, slots=True)
class Stamps:
    """Phrases as tuples of folded words, all languages together."""

    published: frozenset[tuple[str, ...]]
    updated: frozenset[tuple[str, ...]]
    told: frozenset[tuple[str, ...]]
    listener: frozenset[tuple[str, ...]]
    issue: frozenset[tuple[str, ...]]
    sections: frozenset[tuple[str, ...]]


@lru_cache(maxsize=1)
def stamps() -> Stamps:
    """The tables, read once.

    Raises: LanguageDataError, naming file and section, where one breaks its rules.
    """
    found: dict[str, set[tuple[str, ...]]] = {name: set() for name in _SECTIONS}
    for folder in sorted(resources.files("tawatur.languages").iterdir(), key=lambda entry: entry.name):
        file = folder.joinpath("stamps.yaml")
        if file.is_file():
            table = _checked(f"languages/{folder.name}/stamps.yaml", yaml.safe_load(file.read_text("utf-8")))
            for section, phrases in table.items():
                found[section].update(map(folded_words, phrases))
    return Stamps(**{name: frozenset(phrases) for name, phrases in found.items()})


def stamp_kind(words: str) -> StampKind | None:
    """What a date behind `words` is of: "Published on" -> published; None for words that say nothing of the kind."""
    key = folded_words(words)
    if key in stamps().published:
        return "published"
    return "updated" if key in stamps().updated else None


def is_section(words: str) -> bool:
    """True for the name of a rubric ("Opinion", «تقارير»): neither outlet nor person."""
    return folded_words(words) in stamps().sections


def _checked(name: str, table: Any) -> Mapping[str, list[str]]:
    for section, phrases in table.items():
        if section not in _SECTIONS:
            raise LanguageDataError(f"{name}: no such section: {section}. Known: {', '.join(_SECTIONS)}.")
        wrong = [phrase for phrase in phrases if not isinstance(phrase, str)]
        if wrong:
            raise LanguageDataError(
                f"{name}: {section}: expected words, found {wrong}; quote what YAML reads as yes or no."
            )
    return dict(table)
