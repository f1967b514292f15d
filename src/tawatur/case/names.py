"""Is this the name that was asked for? In any spelling, and by its sounds in the other script."""

from __future__ import annotations

from functools import lru_cache

from tawatur.store.tokens import forms_in_query, forms_in_text, words_of
from tawatur.text.fold import fold_text
from tawatur.text.transliteration import likeness

# Of two words in two scripts, 0 to 100. Spellings of one surname reach 91 and more, other names rarely 80.
_SAME_WORD = 90.0
# A speaker's phrase may be long; his name stands near its ends, and nobody waits for a paragraph.
_MOST_WORDS = 40


class NameQuery:
    """A name as somebody types it: all its words must stand in a name that it is held against; word* begins so."""

    def __init__(self, query: str) -> None:
        self.query = query
        self._parts = words_of(fold_text(query)) if "*" not in query else []
        self._seen: dict[str, bool] = {}
        self._wanted = [
            (forms_in_query(word), starred) for part in query.split() for word, starred in _words_asked(part)
        ]

    def matches(self, *names: str | None) -> bool:
        """True where one of `names` has all words of the query."""
        return bool(self._wanted) and any(self._is_in(name) for name in names if name)

    def _is_in(self, name: str) -> bool:
        if name not in self._seen:
            self._seen[name] = self._has_words(name) or self._sounds_like(name)
        return self._seen[name]

    def _sounds_like(self, name: str) -> bool:
        """True where `name` is in the other script and has a word for each of the query."""
        if not self._parts or self.query.isascii() == name.isascii():
            return False
        words = name.split()[:_MOST_WORDS]
        return all(any(likeness(part, word) >= _SAME_WORD for word in words) for part in self._parts)

    def _has_words(self, name: str) -> bool:
        forms = _forms_of(name)
        return all(
            any(form.startswith(words) if starred else form in words for form in forms)
            for words, starred in self._wanted
        )


def _words_asked(part: str) -> list[tuple[str, bool]]:
    """The words of one part of a query, and whether the last may be only a beginning."""
    words = words_of(fold_text(part))
    return [(word, part.endswith("*") and number == len(words)) for number, word in enumerate(words, 1)]


@lru_cache(maxsize=1 << 14)
def _forms_of(name: str) -> frozenset[str]:
    """The words of a name, each also without what is written onto it."""
    words = words_of(fold_text(name))
    return frozenset(form for word in words for form in (word, *forms_in_text(word)))
