"""What we know of each language, as data that a reporter can read and extend.

One folder a language with the same file names in each (`furniture.yaml`, `bylines.yaml`, `names.tsv`, ...), and
`common/` for what belongs to none (`outlets.tsv`). The header of every file says how to add to it. A user's own
additions come as packs: one YAML file with outlets, names, furniture lines and credit cues.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tawatur.languages.load import read_folders
from tawatur.languages.tables import CreditCue, Demonym, FurnitureLine, Languages, Line, NamedPlace, Names, Outlet

__all__ = [
    "CreditCue",
    "Demonym",
    "FurnitureLine",
    "Languages",
    "Line",
    "NamedPlace",
    "Names",
    "Outlet",
    "current_languages",
    "load_languages",
    "use_packs",
]

_chosen: tuple[Path, ...] = ()


@lru_cache(maxsize=8)
def load_languages(packs: tuple[Path, ...] = ()) -> Languages:
    """All tables of all languages together, and what `packs` add. Read once and kept.

    Raises: LanguageDataError naming the file, the line and the next step.
    """
    return read_folders(packs=packs)


def use_packs(packs: tuple[Path, ...]) -> Languages:
    """From now on, let this process's recognisers also know what `packs` say; a worker process does this at its start.

    Raises: LanguageDataError, before anything changes, if a pack breaks its rules.
    """
    global _chosen
    languages = load_languages(packs)
    _chosen = packs
    return languages


def current_languages() -> Languages:
    """The tables that recognisers use where none are handed to them."""
    return load_languages(_chosen)
