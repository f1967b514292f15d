"""Conversations in print: paragraphs that begin with a name and a colon, and are what that person says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from tawatur.attribute.found import Found
from tawatur.attribute.lexicon import Lexicon
from tawatur.model import Span
from tawatur.text.words import folded_words, words_of

# "Olung:", "PO:", "Dr Selma Kovash:", «المذيع:»: a few words, then a colon and a blank.
_NAMED = re.compile(r"[ \t\u200f]*(?P<name>[^\W\d_][^\n:،,.;!?()«»“”\"]{0,40}?)[ \t]?:[ \t\xa0]+(?=\S)")
_MOST_WORDS = 4
_FEWEST_LINES = 2
_QUOTES = '"“”«»„'


def talking(text: str, paragraphs: Sequence[Span], spoken: Sequence[Lexicon | None]) -> dict[int, tuple[Span, Span]]:
    """Number of each paragraph of a conversation -> (name, what is said). Empty where the post is none."""
    named: dict[int, tuple[Span, Span]] = {}
    for number, (paragraph, lex) in enumerate(zip(paragraphs, spoken, strict=True)):
        found = _NAMED.match(text, paragraph.start, paragraph.end) if lex is not None else None
        if found is not None and lex is not None and _is_name(found["name"], lex):
            said = text[found.end() : paragraph.end].rstrip()
            named[number] = (Span(*found.span("name")), Span(found.end(), found.end() + len(said)))
    if len(named) < _FEWEST_LINES:
        return {}
    times = Counter(name.of(text) for name, _ in named.values())
    prose = Counter(words_in_prose(text, paragraphs, named))
    sure = {
        number: turn
        for number, turn in named.items()
        if (name := turn[0].of(text)) and _is_somebody(name, times[name], prose)
    }
    return sure if len(sure) >= _FEWEST_LINES else {}


def words_in_prose(text: str, paragraphs: Sequence[Span], named: dict[int, tuple[Span, Span]]) -> Iterator[str]:
    """All words of the post as printed, names before colons left out."""
    for number, paragraph in enumerate(paragraphs):
        begin = named[number][1].start if number in named else paragraph.start
        yield from (word.raw for word in words_of(text[begin : paragraph.end]))


def _is_somebody(name: str, times: int, prose: Counter[str]) -> bool:
    """A name that comes back, before colons or in the prose, and never as an ordinary word in small letters."""
    last = name.split()[-1]
    small = last.lower()
    if small != last and prose[small]:
        return False
    return times >= _FEWEST_LINES or prose[last] > 0


def said_in_turn(name: Span, said: Span, text: str, lang: str) -> Found:
    """The statement that one turn of a conversation is."""
    inner = said
    if text[said.start] in _QUOTES and text[said.end - 1] in _QUOTES and len(said) > 2:
        inner = Span(said.start + 1, said.end - 1)
    return Found(
        kind="direct",
        content=inner,
        quoted=(inner,) if inner != said else (),
        cue=None,
        verb_class="says",
        speaker_span=name,
        sentence=Span(name.start, said.end),
        lang=lang,
        reasons=("a turn of a conversation: the name before the colon",),
    )


def _is_name(name: str, lex: Lexicon) -> bool:
    words = folded_words(name)
    if not 0 < len(words) <= _MOST_WORDS or " ".join(words) in lex["labels"] or words[0] in lex["labels"]:
        return False
    if any(word in lex["finite"] or word in lex["prepositions"] for word in words):
        return False
    cased = [part for part in name.split() if part[0].isalpha() and part[0].lower() != part[0].upper()]
    return all(part[0].isupper() for part in cased)
