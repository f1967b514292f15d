"""Outlets in text: the known ones by their names, the unknown ones by the shape of a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages import Languages, Outlet
from tawatur.model import Span
from tawatur.text.fold import fold
from tawatur.text.matchers import Matchers, NameWords, matchers
from tawatur.text.names import likeness_of
from tawatur.text.words import Word, words_of

LONGEST_NAME = 90
MOST_WORDS = 8
_SITE = re.compile(r"(?:https?://)?(?:[\w-]{1,63}\.){1,4}[a-z]{2,12}(?:/\S{0,80})?", re.IGNORECASE)
_SURROGATES = re.compile("[\ud800-\udfff]")
_PROCLITICS = "وفبلك"
_OPENING = "«“\"„‹'‘(["
# Words of grammar that names of outlets hold ("News of the North").
_IN_NAMES = frozenset({"of", "the", "and", "for", "in", "on", "a", "our", "my", "we", "us", "it", "you", "now", "here"})
_JOINED = re.compile(r"[\s\u00a0\-–—'’.&«»\"“”„‹›()\u200b-\u200f\u202a-\u202e\u2066-\u2069]*")


@dataclass(frozen=True, slots=True)
class OutletMention:
    """A known outlet named in a text. `span` covers the words that name it."""

    span: Span
    outlet: Outlet


def find_outlets(text: str, *, languages: Languages | None = None) -> list[OutletMention]:
    """Known outlets and agencies named in `text`, by name, alias or domain, in order and not overlapping.

    Names that are ordinary words too («الأخبار», "Time") count only in quotation marks or beside a word that makes
    them an outlet (صحيفة, newspaper). Time is linear in `text`.
    """
    # Half a character, as broken JSON may hold, cannot be handed to the matcher; a sign of the same length can.
    text = _SURROGATES.sub("\ufffd", text)
    found = sorted(_mentions(text, matchers(languages)), key=lambda m: (-len(m.span), m.span.start))
    kept: list[OutletMention] = []
    taken: set[int] = set()
    for mention in found:
        places = range(mention.span.start, mention.span.end)
        if taken.isdisjoint((places[0], places[-1])):
            taken.update(places)
            kept.append(mention)
    return sorted(kept, key=lambda mention: mention.span)


def outlet_named(text: str, *, languages: Languages | None = None) -> Outlet | None:
    """The known outlet whose name `text` is as a whole, also behind «صحيفة» or before "website"; None if none is."""
    return named_outlet(text, matchers(languages))


def named_outlet(text: str, known: Matchers) -> Outlet | None:
    """`outlet_named`, for callers that hold the matchers."""
    return known.outlets.named(words_of(text, MOST_WORDS + 2)) if len(text) <= LONGEST_NAME else None


def outlet_likeness(line: str, *, languages: Languages | None = None) -> float:
    """How much the whole line looks like the name of an outlet, known or not: 0 (not at all) to 1 (a known one).

    From 0.8: known, a web address, or a name with a word that makes an outlet ("The Northern Courier", «وكالة
    الأفق»). From 0.3 to 0.5: a name of one to five words that could be one where a credit is expected.
    """
    return score_outlet(line, matchers(languages))


def score_outlet(line: str, known: Matchers) -> float:
    """`outlet_likeness`, for callers that hold the matchers."""
    return _score(line, known) if len(line) <= LONGEST_NAME else 0.0


@lru_cache(maxsize=1 << 12)
def _score(line: str, known: Matchers) -> float:
    words = words_of(line, MOST_WORDS + 1)
    if not words or len(words) > MOST_WORDS:
        return 0.0
    if known.outlets.named(words) is not None:
        return 1.0
    if _SITE.fullmatch(line.strip(' \t\u00a0.,:;()[]«»"“”')):
        return 0.9
    return _shape(line, words, known)


def _shape(line: str, words: list[Word], known: Matchers) -> float:
    if line[words[-1].end :].strip(' \u00a0"»”’)').startswith(("?", "!", "؟", "…", "..")):
        return 0.0
    if any(not _JOINED.fullmatch(line, a.end, b.start) for a, b in zip(words, words[1:], strict=False)):
        return 0.0
    names = known.names
    if words[0].raw[0].isupper() or words[0].raw[0].islower():
        return _latin_shape(words, known)
    if any(word.is_number or word.folded in names.verbs for word in words) or len(words) > 6:
        return 0.0
    head = known.phrases_of("outlet_words.first").at(words, 0)
    if head is not None and head < len(words):
        rest = words[head:]
        small = sum(word.folded in names.small for word in rest)
        acting = sum(_acts(word) or _adds_plain(word, names) for word in rest)
        return max(0.0, 0.92 - 0.4 * small - 0.5 * acting - 0.2 * max(0, len(rest) - 3))
    if (closed := _by_the_moment(words, known)) is not None:
        return closed
    if any(word.folded in names.small for word in words):
        return 0.0
    if len(words) <= 4 and known.phrases_of("outlet_words.last").ending(words, len(words)) not in (None, 0):
        return max(0.0, 0.85 - 0.2 * sum(word.folded in names.plain for word in words[:-1]) - 0.05 * _acts(words[0]))
    if any(_acts(word) for word in words):
        return 0.0
    inside = any(word.folded in known.phrases_of("outlet_words.inside") for word in words)
    likeness = 0.55 if inside else 0.4 if len(words) <= 2 else 0.25
    person = likeness_of(line, words, known)
    plain = sum(word.folded in names.plain for word in words)
    return max(0.0, min(likeness, 1.0 - person) - 0.12 * plain)


def _by_the_moment(words: list[Word], known: Matchers) -> float | None:
    """For a name that a word of time closes («أزمارا الآن», "Ozmara Now"): how sure; None where none closes it."""
    begin = known.phrases_of("outlet_words.moments").ending(words, len(words))
    if not begin or begin > 3:
        return None
    names = known.names
    rest = words[:begin]
    said = any(word.folded in names.small | names.plain | names.verbs or _adds_plain(word, names) for word in rest)
    if (
        said
        or not all(word.is_capital for word in words)
        or any(_acts(word) for word in rest if not word.raw.isascii())
    ):
        return 0.0
    return 0.85


def _adds_plain(word: Word, names: NameWords) -> bool:
    """«وأزمة»: "and" written on to an ordinary word, as headlines do and names do not."""
    rest = word.folded[1:].removeprefix("ال")
    return word.folded[0] == "و" and len(rest) >= 3 and rest in names.plain


def _acts(word: Word) -> bool:
    """An Arabic word in the form of a present verb: no list holds them all, and no outlet's name has one."""
    return len(word.folded) >= 4 and word.folded[0] in "يت" and not word.folded.endswith(("ه", "ات", "ا"))


def _latin_shape(words: list[Word], known: Matchers) -> float:
    names = known.names
    if any(not word.raw[0].isupper() and word.folded not in names.small | names.particle for word in words):
        return 0.0
    if any(word.folded in names.small and word.folded not in _IN_NAMES for word in words):
        return 0.0
    core = words[1:] if words[0].folded == "the" and len(words) > 1 else words
    if (closed := _by_the_moment(core, known)) is not None:
        return closed
    if words[-1].folded in names.small or not any(word.raw[0].isupper() for word in words):
        return 0.0
    last = known.phrases_of("outlet_words.last")
    acting = sum(word.folded in names.verbs for word in core)
    if last.ending(core, len(core)) not in (None, 0) or (core is not words and core[-1].folded in last):
        plain = sum(word.folded in names.plain for word in core[:-1])
        if all(word.folded in names.small for word in core[:-1]):
            return 0.3
        return max(0.0, 0.92 - 0.15 * max(0, plain - 1) - 0.3 * acting - 0.05 * max(0, len(core) - 3))
    if known.phrases_of("outlet_words.first").at(core, 0) is not None and len(core) > 1:
        return max(0.0, 0.85 - 0.12 * max(0, len(core) - 4) - 0.3 * acting)
    if any(word.folded in known.phrases_of("outlet_words.inside") for word in core) and len(core) <= 4:
        return max(0.0, 0.7 - 0.3 * acting)
    person = likeness_of("", words, known)
    plain = sum(word.folded in names.plain for word in core)
    likeness = 0.45 if len(core) <= 3 else 0.3 if len(core) <= 5 else 0.0
    return max(0.0, min(likeness, 1.0 - person) - 0.1 * plain - 0.3 * acting)


def _mentions(text: str, known: Matchers) -> Iterator[OutletMention]:
    index = known.outlets
    if index.exact is not None:
        for which, start, end in index.exact.find_matches_as_indexes(text, overlapping=True):
            outlet, is_word = index.exact_owner[which]
            if _stands_alone(text, start, end) and (not is_word or _is_marked(text, start, known)):
                yield OutletMention(Span(start, end), outlet)
    if index.folded is None:
        return
    folded = fold(text)
    plain = folded.text
    for which, start, end in index.folded.find_matches_as_indexes(plain, overlapping=True):
        outlet, is_word = index.folded_owner[which]
        if _stands_alone(plain, start, end) and (not is_word or _is_marked(plain, start, known)):
            span = folded.back(Span(start, end))
            if _cased_like_a_name(span.of(text)):
                yield OutletMention(span, outlet)


def _cased_like_a_name(words: str) -> bool:
    """True unless a name of letters with case stands all in lower case: "guardian", "the nation" (domains may)."""
    return "." in words or not words.islower()


def _stands_alone(text: str, start: int, end: int) -> bool:
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return False
    if start == 0 or not (text[start - 1].isalnum() or text[start - 1] == "_"):
        return True
    # «لرويترز», «ورويترز»: one-letter words are written on to the name.
    return text[start - 1] in _PROCLITICS and (start == 1 or not text[start - 2].isalnum())


def _is_marked(text: str, start: int, known: Matchers) -> bool:
    before = text[max(0, start - 40) : start].rstrip(" \u00a0")
    if before.endswith(tuple('«“"„‹')):
        return True
    words = words_of(before)
    return bool(words) and known.phrases_of("outlet_words.first").ending(words, len(words)) is not None
