"""The language of a post, by vote of its lines, and the sentences that are in another one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tawatur.describe.zones import Zones, span_within
from tawatur.model import Evidence, SentenceLanguage
from tawatur.text.langid import language_of, speaks
from tawatur.text.lines import Line
from tawatur.text.scripts import languages_of_script, letters_by_script
from tawatur.text.sentences import sentences
from tawatur.text.words import words_of

_LEAST_WORDS = 4
# Of very long bodies the first lines are enough to vote, and only so many are searched for foreign sentences.
_MOST_LINES = 400
_MOST_LETTERS = 20_000
_FOREIGN_LETTERS = 15
_SHORTEST_VOTER = 40


@dataclass(frozen=True, slots=True)
class Spoken:
    """The language of a post, why, and the sentences that differ."""

    lang: str | None
    evidence: tuple[Evidence, ...]
    sentences: tuple[SentenceLanguage, ...]


UNTOLD = Spoken(None, (), ())


def read_languages(zones: Zones, stated: str | None) -> Spoken:
    """The language of most letters of the body; without a body, of the title and the lines around it.

    `stated` is what the form of the page says, for a post whose own words do not tell.
    """
    by_line = list(_by_line(zones.body[:_MOST_LINES]))
    lang = _vote((line.text, lang) for line, lang in by_line) or language_of(
        "\n".join(line.text for line, _ in by_line)
    )
    why = "most of its body"
    if lang is None:
        around = [zones.title or "", *(line.text for line in (*zones.head, *zones.tail))]
        lang = _vote((words, language_of(words)) for words in around)
        why = "its title and the lines around it"
    if lang is None and stated is not None:
        lang, why = stated.split("-")[0].lower() or None, "the form of the page"
    if lang is None:
        return UNTOLD
    foreign = tuple(found for line, of_line in by_line for found in _foreign(line, of_line, lang))
    return Spoken(lang, (Evidence(field="lang", span=None, why=why),), foreign)


def as_neighbours(zones: Zones, others: Iterable[str | None]) -> Spoken:
    """The language of a post too short to tell: that of most posts of the page in the same script, if any."""
    letters = letters_by_script(zones.title or "")
    script = max(letters, key=lambda name: letters[name], default=None)
    same = Counter(lang for lang in others if lang and script and lang in languages_of_script(script))
    if not same:
        return UNTOLD
    why = "too short to tell by itself: as the posts beside it in the same letters"
    return Spoken(same.most_common(1)[0][0], (Evidence(field="lang", span=None, why=why),), ())


def _by_line(lines: Iterable[Line]) -> Iterator[tuple[Line, str | None]]:
    """Each line with its language; short lines do not vote: a name or a credit is often in other letters than the post.

    A line that plainly goes on in the language of the one before it is not put to the model again.
    """
    last: str | None = None
    for line in lines:
        if len(line.text) < _SHORTEST_VOTER:
            yield line, None
            continue
        found = last if last is not None and speaks(line.text, last) else language_of(line.text)
        last = found or last
        yield line, found


def _vote(ballots: Iterable[tuple[str, str | None]]) -> str | None:
    count: Counter[str] = Counter()
    for words, lang in ballots:
        if lang is not None:
            count[lang] += len(words)
    return max(count, key=lambda lang: count[lang]) if count else None


def _foreign(line: Line, of_line: str | None, lang: str) -> Iterator[SentenceLanguage]:
    """The sentences of a line in another language; searched only where the line as a whole hints at one."""
    if len(line.text) > _MOST_LETTERS or (of_line in (lang, None) and not _is_mixed(line.text)):
        return
    for span in sentences(line.text, lang):
        words = span.of(line.text)
        if len(words_of(words, _LEAST_WORDS)) < _LEAST_WORDS:
            continue
        found = language_of(words)
        if found is not None and found != lang:
            yield SentenceLanguage(span=span_within(line, span), lang=found)


def _is_mixed(text: str) -> bool:
    counts = sorted(letters_by_script(text).values())
    return len(counts) > 1 and counts[-2] >= _FOREIGN_LETTERS
