"""The words that search knows a text by, and the further forms of a word under which it is found too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from tawatur.languages.clitics import load_clitics
from tawatur.model import Span
from tawatur.text.fold import fold_text

# Scripts written without spaces: each character is a word, and a word of several is looked for as a phrase.
_ALONE = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
# Vowel signs of Indic scripts are marks, which Python's \w leaves out.
_SIGNS = "\u0900-\u0963\u0966-\u096f\u0971-\u0dff"
_WORD = re.compile(rf"[{_ALONE}]|(?:[^\W_{_ALONE}]|[{_SIGNS}])+")
# A longer run of letters is no word: packed data, or a page without spaces.
_LONGEST = 128


def words_of(folded: str) -> list[str]:
    """The words of a folded text, in order."""
    return [word[:_LONGEST] for word in _WORD.findall(folded)]


def word_spans(folded: str) -> Iterator[tuple[str, Span]]:
    """The words of a folded text in order, and where each stands in it."""
    for hit in _WORD.finditer(folded):
        yield hit[0][:_LONGEST], Span(hit.start(), hit.end())


@lru_cache(maxsize=1 << 17)
def forms_in_text(word: str) -> tuple[str, ...]:
    """Further forms under which a word of a text is found: «بالفرات» also as «فرات», and as «الفرات»."""
    if word.isascii():
        return ()
    found = {
        rest
        for clitics in load_clitics()
        for lead in (*clitics.article, *clitics.single)
        if word.startswith(lead) and len(rest := word[len(lead) :]) >= clitics.least
    }
    return tuple(sorted(found))


@lru_cache(maxsize=1 << 12)
def forms_in_query(word: str) -> tuple[str, ...]:
    """The forms that a word of a query asks for: itself, and without its article."""
    if word.isascii():
        return (word,)
    bare = {
        rest
        for clitics in load_clitics()
        for lead in clitics.article
        if word.startswith(lead) and len(rest := word[len(lead) :]) >= clitics.least
    }
    return (word, *sorted(bare))


def index_row(title: str | None, text: str) -> tuple[str, str, str]:
    """The three columns of the search index for one post: words of its title, its words, further forms."""
    words = words_of(fold_text(text))
    further = {form for word in set(words) for form in forms_in_text(word)}
    return " ".join(words_of(fold_text(title or ""))), " ".join(words), " ".join(sorted(further))
