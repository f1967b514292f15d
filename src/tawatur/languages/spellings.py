"""Given names in Arabic and Latin letters, read from `common/name_spellings.tsv`."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from tawatur.languages.located import read_rows

FILE = Path(__file__).parent / "common" / "name_spellings.tsv"


@lru_cache(maxsize=1)
def load_spellings(path: Path = FILE) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each name in Arabic with its Latin spellings. Raises: LanguageDataError naming file and line."""
    return tuple(
        (arabic, tuple(spelling.strip() for spelling in latin.split(",") if spelling.strip()))
        for (arabic, latin), _ in read_rows(path, ("arabic", "latin"))
    )
