"""Whether a post comments on a happening rather than reports it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tawatur.languages import Languages, current_languages
from tawatur.model.span import Span
from tawatur.text.fold import fold_text
from tawatur.text.words import folded_words, words_of

# What parts the name of a section from the title behind it: "Opinion | ...", «رأي: ...».
_PARTED = re.compile(r"\s*[|:•·/]\s*|\s+[-–—]\s+")
# One who writes in the first person, outside quotation marks, in this share of his words and as often as this, comments.
# A witness who tells his story does so too: both stand loosely beside the reports of a happening.
_SHARE, _TIMES = 0.012, 6


def is_comment(fields: Sequence[str | None], text: str, lang: str | None, said: Sequence[Span] = ()) -> bool:
    """True where a title, byline or section says so, or the writer speaks of himself.

    Args:
        fields: title, byline, section and the like, as printed.
        said: what somebody else says in `text`; the first person there is not the writer's.
    """
    marks = _marks(current_languages())
    for field in fields:
        if any(folded_words(part) in marks for part in _PARTED.split(field or "")[:2]):
            return True
    first = _first_person(current_languages()).get(lang or "", frozenset())
    words = words_of(text)
    spans = sorted(said)
    own = at = all_own = 0
    for word in words:
        while at < len(spans) and spans[at].end <= word.start:
            at += 1
        if at < len(spans) and spans[at].start <= word.start:
            continue
        all_own += 1
        own += word.folded in first
    return own >= _TIMES and own >= all_own * _SHARE


@lru_cache(maxsize=4)
def _marks(languages: Languages) -> frozenset[tuple[str, ...]]:
    return frozenset(folded_words(text) for text in languages.texts("claims.opinion"))


@lru_cache(maxsize=4)
def _first_person(languages: Languages) -> dict[str, frozenset[str]]:
    lines = languages.lines("claims.first_person")
    return {
        lang: frozenset(fold_text(line.text) for line in lines if line.lang == lang)
        for lang in {line.lang for line in lines}
    }
