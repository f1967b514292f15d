"""Where a text names an outlet as the one it has something from: "The Courier reported", «نقلت وكالة كذا»."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tawatur.chains.parties import Parties
from tawatur.chains.quoted import merged
from tawatur.languages import Languages
from tawatur.model import Party, Span
from tawatur.text.fold import fold
from tawatur.text.outlets import find_outlets
from tawatur.text.words import Word, words_of

# What stands between a cue and the name: «ذكرت صحيفة», "the daily", an article.
_MOST_BETWEEN = 3
_AROUND = 70
_PROCLITICS = "وفبلك"
_MOST_LOOKS = 200
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Mention:
    """An outlet named in a text. `is_cited`: words beside it say that something comes from it."""

    party: Party
    span: Span
    is_cited: bool


def find_mentions(text: str, parties: Parties, languages: Languages | None = None) -> list[Mention]:
    """Outlets named in `text`, known ones and those of the posts at hand, in order. Linear in `text`.

    Read with care are only the surroundings of what looks like a name at first sight, of the first two hundred.
    """
    found: dict[Span, Mention] = {}
    for window in _windows(text, parties):
        words = window.of(text)
        for span, party in _named(words, parties, languages):
            moved = span.moved(window.start)
            found.setdefault(moved, Mention(party, moved, is_cited(words, span, parties)))
    return [found[span] for span in sorted(found)]


def _windows(text: str, parties: Parties) -> list[Span]:
    """Where names may stand, with what stands around them, from one blank to another."""
    if parties.spellings is None:
        return []
    text = _SURROGATES.sub("\ufffd", text)
    windows = []
    for _, start, end in parties.spellings.find_matches_as_indexes(text):
        if not _stands_alone(text, start, end):
            continue
        low, high = max(0, start - _AROUND), min(len(text), end + _AROUND)
        while low and start - low < 2 * _AROUND and not text[low - 1].isspace():
            low -= 1
        while high < len(text) and high - end < 2 * _AROUND and not text[high].isspace():
            high += 1
        windows.append(Span(low, high))
        if len(windows) == _MOST_LOOKS:
            break
    return merged(windows)


def _named(text: str, parties: Parties, languages: Languages | None) -> list[tuple[Span, Party]]:
    named = list(_own_names(text, parties))
    for mention in find_outlets(text, languages=languages):
        party = parties.one(mention.outlet.name)
        if party is not None and not _is_inflected(text, mention.span):
            named.append((mention.span, party))
    # Of names that share words the longer one is meant: "The Hill Lantern", not "The Hill".
    kept: list[tuple[Span, Party]] = []
    for span, party in sorted(named, key=lambda one: (-len(one[0]), one[0])):
        if not any(span.touches(other) for other, _ in kept):
            kept.append((span, party))
    return kept


def _is_inflected(text: str, span: Span) -> bool:
    """«صفاً»: the ending of an indefinite noun, which no name has."""
    return any("\u064b" <= sign <= "\u064d" for sign in text[span.start : span.end + 1])


def _own_names(text: str, parties: Parties) -> list[tuple[Span, Party]]:
    if parties.matcher is None:
        return []
    folded = fold(text)
    plain = folded.text
    hits = []
    for which, start, end in parties.matcher.find_matches_as_indexes(plain):
        name, party = parties.names[which]
        if _stands_alone(plain, start, end):
            span = folded.back(Span(start, end))
            words = span.of(text)
            if not words.islower():
                hits.append((span, party))
    return hits


def _stands_alone(text: str, start: int, end: int) -> bool:
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return False
    if start == 0 or not text[start - 1].isalnum():
        return True
    return text[start - 1] in _PROCLITICS and (start == 1 or not text[start - 2].isalnum())


def is_cited(text: str, span: Span, parties: Parties) -> bool:
    """True where a cue ("according to", «بحسب») stands before the name or one ("reported") behind it."""
    start = max(0, span.start - _AROUND)
    before = words_of(text[start : span.start])
    if before and span.start - start == _AROUND and start and text[start].isalnum() and text[start - 1].isalnum():
        before = before[1:]  # cut in two
    if _ends_in_cue(text[start : span.start], before, parties):
        return True
    after = words_of(text[span.end : span.end + _AROUND], 8)
    cues = parties.phrases("citing.after")
    return any(
        cues.at(after, begin) is not None
        for begin in range(min(_MOST_BETWEEN, len(after)))
        if _frames(after[:begin], parties)
    )


def _ends_in_cue(text: str, words: Sequence[Word], parties: Parties) -> bool:
    if words and _clitic_cue(text, words[-1]):
        return True
    cues = parties.phrases("citing.before")
    return any(
        cues.ending(words, end) is not None
        for end in range(len(words), max(0, len(words) - _MOST_BETWEEN) - 1, -1)
        if end and _frames(words[end:], parties)
    )


def _clitic_cue(text: str, last: Word) -> bool:
    """«لـ»: the Arabic "to", held apart from the name it belongs to."""
    return last.folded == "ل" and not text[last.end :].strip('ـ «“"')


def _frames(words: Sequence[Word], parties: Parties) -> bool:
    """True where `words` only say what the name is: «صحيفة», "the news agency"."""
    listed = [parties.phrases(name) for name in ("outlet_words.first", "outlet_words.last", "outlet_words.tails")]
    return all(
        any(word.folded in phrases or word.folded.removeprefix("ل") in phrases for phrases in listed)
        or word.folded in ("the", "an", "a", "s")
        for word in words
    )
