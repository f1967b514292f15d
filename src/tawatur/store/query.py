"""What a reader types into a search box, made into a question that the index always understands.

All words must occur. "Quoted words" stand together in that order, exactly as spelt but for folding; word* finds what
begins so; -word and NOT word leave out; OR (or |) between two words asks for either. Nothing else has a meaning, and
nothing is an error: a quotation mark without its partner runs to the end.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tawatur.errors import UsageError
from tawatur.store.tokens import forms_in_query, words_of
from tawatur.text.fold import fold_text

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»＂", '"'))
_PIECE = re.compile(r'(?P<minus>-(?=[^\s-]))?(?:"(?P<quoted>[^"]*)"?(?P<star>\*?)|(?P<plain>[^\s"]+))')
_MOST_TERMS = 64


@dataclass(frozen=True, slots=True)
class Term:
    """One thing to look for. `exact`: its words as they stand, without further forms."""

    words: tuple[str, ...]
    exact: bool
    prefix: bool

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of a single plain word that count as a hit; for a phrase or a prefix just its words."""
        return forms_in_query(self.words[0]) if not self.exact and not self.prefix else self.words

    def to_fts(self) -> str:
        """This term in the language of FTS5; folded words hold no character with a meaning there."""
        star = " *" if self.prefix else ""
        if self.exact:
            return f'{{title words}} : "{" ".join(self.words)}"{star}'
        if self.prefix:
            return f'"{self.words[0]}"{star}'
        return " OR ".join(f'"{form}"' for form in self.forms)


@dataclass(frozen=True, slots=True)
class Query:
    """`every`: of each group at least one term must occur. `none`: no term of these may."""

    every: tuple[tuple[Term, ...], ...]
    none: tuple[Term, ...]

    @property
    def wanted(self) -> tuple[Term, ...]:
        """All terms that a hit shows."""
        return tuple(term for group in self.every for term in group)

    def to_fts(self) -> str:
        """The whole query in the language of FTS5."""
        groups = ["(" + " OR ".join(f"({term.to_fts()})" for term in group) + ")" for group in self.every]
        wanted = "(" + " AND ".join(groups) + ")"
        return wanted + "".join(f" NOT ({term.to_fts()})" for term in self.none)


def parse_query(text: str) -> Query:
    """The query that `text` asks. Raises: UsageError where it holds no word to look for."""
    every: list[list[Term]] = []
    none: list[Term] = []
    either = excluded = False
    for piece in list(_PIECE.finditer(text.translate(_QUOTES)))[:_MOST_TERMS]:
        plain = piece["plain"]
        if plain in ("OR", "|"):
            either = bool(every)
            continue
        if plain in ("AND", "NOT"):
            excluded = plain == "NOT"
            continue
        term = _term(piece)
        if term is None:
            continue
        if piece["minus"] or excluded:
            none.append(term)
        elif either:
            every[-1].append(term)
        else:
            every.append([term])
        either = excluded = False
    if not every:
        raise UsageError(f"there is no word to look for in {text!r}. Give at least one word that posts should have.")
    return Query(tuple(map(tuple, every)), tuple(none))


def _term(piece: re.Match[str]) -> Term | None:
    plain = piece["plain"]
    quoted = plain is None
    words = tuple(words_of(fold_text(piece["quoted"] if quoted else plain)))
    if not words:
        return None
    prefix = bool(piece["star"]) if quoted else plain.endswith("*")
    # Pieces of one written word («al-Furat», 3.5) must stand together.
    return Term(words, exact=quoted or len(words) > 1, prefix=prefix)
