"""What languages write glued to the front of a word, read from the `clitics.yaml` of each folder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from tawatur.errors import LanguageDataError
from tawatur.text.fold import fold_text

HOME = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Clitics:
    """Folded beginnings that may be taken off a word, longest first."""

    lang: str
    least: int
    """Letters that must be left."""
    article: tuple[str, ...]
    single: tuple[str, ...]


@lru_cache(maxsize=1)
def load_clitics(home: Path = HOME) -> tuple[Clitics, ...]:
    """The clitics of every language that has any. Raises: LanguageDataError naming the file and the next step."""
    return tuple(_read(path) for path in sorted(home.glob("*/clitics.yaml")))


def _read(path: Path) -> Clitics:
    try:
        data = yaml.safe_load(path.read_text("utf-8"))
        return Clitics(
            lang=path.parent.name,
            least=int(data["least"]),
            article=_longest_first(data["article"]),
            single=_longest_first(data["single"]),
        )
    except (yaml.YAMLError, KeyError, TypeError, ValueError) as error:
        raise LanguageDataError(
            f"{path}: this needs `least`, a number, and the lists `article` and `single` ({error}). "
            "Compare it with the file of another language."
        ) from error


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted({fold_text(word) for word in words}, key=lambda word: (-len(word), word)))
