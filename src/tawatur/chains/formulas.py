"""Words that two texts may share without either having them from anywhere: names with their titles, set phrases."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tawatur.languages import Languages
from tawatur.languages.clitics import Clitics, load_clitics
from tawatur.text.matchers import Matchers
from tawatur.text.words import Word, words_of

# Sorts of words for those who speak that are parts of titles; the people among them are words like any other.
_TITLES = ("offices", "bodies", "qualities", "states", "peoples")
_LISTS = ("titles.before", "titles.after", "citing.release", "formulas.honours", "formulas.fields")
_LEAST = 2


class Formulas:
    """Knows the words of titles, names and set phrases, from the language data."""

    def __init__(self, languages: Languages, known: Matchers) -> None:
        written = [entry.text for entry in languages.speakers if entry.sort in _TITLES]
        written += [text for name in _LISTS for text in languages.texts(name)]
        self._titles = frozenset(word.folded for text in written for word in words_of(text))
        names = known.names
        self._given = names.given | names.prefix
        self._names = self._given | names.family | names.particle
        self._small = names.small
        self._no_names = names.plain | names.verbs
        self._phrases = known.phrases_of("formulas.phrases")
        self._clitics: tuple[Clitics, ...] = load_clitics()

    def counted(self, text: str) -> tuple[int, int]:
        """How many words of `text` are of titles, names and set phrases, and how many there are, small ones left out."""
        words = words_of(text)
        in_phrase = self._in_phrases(words)
        ours = total = 0
        after_name = False
        for at, word in enumerate(words):
            if word.folded in self._small and not in_phrase[at]:
                continue
            total += 1
            forms = tuple(self._forms(word.folded))
            is_name = any(form in self._names for form in forms)
            is_ours = in_phrase[at] or is_name or self._is_capital(word) or any(form in self._titles for form in forms)
            # A word behind a first name is the family's, known or not.
            ours += is_ours or (after_name and not word.is_number)
            after_name = is_name
        return ours, total

    def _in_phrases(self, words: Sequence[Word]) -> list[bool]:
        held = [False] * len(words)
        for begin in range(len(words)):
            end = self._phrases.at(words, begin)
            if end is not None:
                held[begin:end] = [True] * (end - begin)
        return held

    def _forms(self, word: str) -> Iterator[str]:
        """The word, and what may be left of it when article and small words glued to its front come off."""
        yield word
        for clitics in self._clitics:
            for front in (*clitics.article, *clitics.single):
                if word.startswith(front) and len(word) - len(front) >= _LEAST:
                    yield word[len(front) :]
                    yield clitics.article[-1] + word[len(front) :]

    def _is_capital(self, word: Word) -> bool:
        """ "Ruth", "Harbour": in scripts that have capitals, a word of a name, unless it is one of every headline."""
        return word.raw[0].isupper() and word.folded not in self._no_names
