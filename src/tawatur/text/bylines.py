"""Bylines: lines that say who wrote."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tawatur.languages import Languages
from tawatur.model import Span
from tawatur.text.matchers import Matchers, matchers
from tawatur.text.names import NameRun, likeness_of, read_names
from tawatur.text.outlets import named_outlet, score_outlet
from tawatur.text.words import Word, words_of

LONGEST_LINE = 160
MOST_WORDS = 24
# A name without any mark must be at least this sure to be called a byline by itself: one given name we hold and a
# second word that is no ordinary word reach it; two unknown capitalised words do not.
SURE_NAME = 0.75
# Behind "By" the shape of a name is enough; behind «كتب» or "Report", ordinary words too, a known name is asked for.
MARKED_NAME = 0.3
WEAKLY_MARKED_NAME = 0.55
MOST_TAIL_WORDS = 9

_PARTING = re.compile(r"[ \t\u00a0\u200b-\u200f]*[|\-\u0640\u2013\u2014\u2015\u2500\u2501/,،(\[•·:;؛@<*~]+")
_ARTICLES = frozenset({"the", "of"})
_COLON = re.compile(r"[ \t\u00a0]*[:：]")
_ADDRESS = re.compile(r"\S*@\S+|https?://\S+|\(?\b\w+\.(?:com|org|net)\b\)?", re.IGNORECASE)
_OPENING = re.compile(r"[\s\u00a0\-\u2013\u2014\u2015*•·|«»\"“”(\[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]*")


@dataclass(frozen=True, slots=True)
class BylineMention:
    """Who wrote, as one line says it.

    `name` covers the name or names, without marker, titles kept. `marked` is True where words such as "By" or «بقلم»
    say so. `collective` is True for a desk or "agencies" in place of a person. `tail` is what follows the name (a
    place, a role, an outlet, a date), and `place` what stands before it («بيروت - »).
    """

    name: Span
    marked: bool
    score: float
    marker: Span | None = None
    collective: bool = False
    tail: Span | None = None
    place: Span | None = None


def name_likeness(line: str, *, languages: Languages | None = None) -> float:
    """How much the whole line looks like one or more personal names, 0 to 1.

    Near 1: a known given name and a known family name. From 0.75: a known given name with words that are no ordinary
    ones. About 0.5: two capitalised words that no list holds (0.3 in scripts without case).
    """
    if len(line) > LONGEST_LINE:
        return 0.0
    return _name_likeness(line, matchers(languages))


@lru_cache(maxsize=1 << 12)
def _name_likeness(line: str, known: Matchers) -> float:
    words = words_of(line, MOST_WORDS + 1)
    if not words or len(words) > MOST_WORDS or words[0].is_number:
        return 0.0
    if not _OPENING.fullmatch(line, 0, words[0].start) or _ends_like_prose(line, words):
        return 0.0
    return likeness_of(line, words, known)


def read_byline(line: str, *, languages: Languages | None = None) -> BylineMention | None:
    """Who wrote, if the whole line says so ("By X", «بقلم: X», "X, Beirut", "X and Y"); None for any other line."""
    if len(line) > LONGEST_LINE:
        return None
    return _read_byline(line, matchers(languages))


@lru_cache(maxsize=1 << 12)
def _read_byline(line: str, known: Matchers) -> BylineMention | None:
    words = words_of(line, MOST_WORDS + 1)
    if not words or len(words) > MOST_WORDS or not _OPENING.fullmatch(line, 0, words[0].start):
        return None
    if known.phrases_of("bylines.collective").whole(words):
        return BylineMention(_span(words, 0, len(words)), False, 0.8, collective=True)
    return _marked(line, words, known) or _unmarked(line, words, known)


def _marked(line: str, words: Sequence[Word], known: Matchers) -> BylineMention | None:
    """ "By X", with whatever may stand around: roles before the name, a place or an outlet after it."""
    strong = known.phrases_of("bylines.markers").at(words, 0)
    weak = known.phrases_of("bylines.weak_markers").at(words, 0)
    begin = max(strong or 0, weak or 0)
    if not begin or begin >= len(words):
        return None
    has_colon = _COLON.match(line, words[begin - 1].end) is not None
    is_strong = strong == begin
    marker = _span(words, 0, begin)
    begin = _past_roles(words, begin, known)
    rest = words[begin:]
    if known.phrases_of("bylines.collective").whole(rest):
        return BylineMention(_span(rest, 0, len(rest)), True, 0.9, marker, collective=True)
    if is_strong and rest and named_outlet(line[rest[0].start : rest[-1].end], known) is not None:
        return BylineMention(_span(rest, 0, len(rest)), True, 0.8, marker, collective=True)
    run = read_names(line, words, begin, known) or _lower_case_names(line, words, begin, known)
    if run is None:
        return None
    asked = MARKED_NAME if is_strong else WEAKLY_MARKED_NAME - (0.25 if has_colon else 0.0)
    # One word alone may sign (a pen name), if a marker with a colon says that it is a name.
    score = (
        max(run.score, 0.4)
        if run.people == 1 and has_colon and _may_sign(words[run.begin : run.end], known)
        else run.score
    )
    if score < asked or not _is_tail(line, words, run.end, known):
        return None
    return BylineMention(_span(words, run.begin, run.end), True, max(score, 0.6), marker, tail=_tail(words, run.end))


def _may_sign(words: Sequence[Word], known: Matchers) -> bool:
    names = known.names
    return len(words) <= 4 and not any(
        word.folded in names.plain or word.folded in names.verbs or word.folded in names.small for word in words
    )


def _lower_case_names(line: str, words: Sequence[Word], begin: int, known: Matchers) -> NameRun | None:
    """ "by nadia haddad": lower case is let pass where the words are known names."""
    rest = words[begin:]
    if not 2 <= len(rest) <= 4 or not all(word.raw.islower() for word in rest):
        return None
    held = known.names.given | known.names.family | known.names.particle
    if rest[0].folded not in known.names.given or not all(word.folded in held for word in rest):
        return None
    return NameRun(begin, len(words), 0.7, 1)


def _past_roles(words: Sequence[Word], begin: int, known: Matchers) -> int:
    """«بقلم الكاتب فلان», "By our correspondent X": the role is no part of the name."""
    at = begin
    roles = known.phrases_of("bylines.roles")
    while (after := roles.at(words, at)) is not None and after < len(words):
        at = after
    return at


def _unmarked(line: str, words: Sequence[Word], known: Matchers) -> BylineMention | None:
    """A line that is a name and no more, or a name with a place, role or outlet set off from it."""
    if _ends_like_prose(line, words):
        return None
    run = read_names(line, words, 0, known)
    if run is not None and run.score >= SURE_NAME:
        if run.end == len(words):
            return BylineMention(_span(words, 0, run.end), False, run.score)
        if run.score >= 0.85 and _linked(words[run.end :], known) and _names_known_place(words[run.end :], known):
            return BylineMention(_span(words, 0, run.end), False, run.score * 0.95, tail=_tail(words, run.end))
        if _is_signature(line, words, run.end, known):
            return BylineMention(_span(words, 0, run.end), False, run.score * 0.95, tail=_tail(words, run.end))
    return _after_place(line, words, known)


def _names_known_place(rest: Sequence[Word], known: Matchers) -> bool:
    """ "in Beirut": the small word is followed by a town that we hold."""
    return known.phrases_of("bylines.places").at(rest, 1) is not None


def _is_signature(line: str, words: Sequence[Word], at: int, known: Matchers) -> bool:
    """True where what follows a bare name says where, as what or for whom that person writes."""
    rest = words[at:]
    if known.phrases_of("bylines.verbs_after").whole(rest):
        return True
    parting = _PARTING.match(line, words[at - 1].end)
    if parting is None or len(rest) > MOST_TAIL_WORDS or ":" in parting.group():
        return False
    return _names_a_place_role_or_outlet(line, rest, known)


def _names_a_place_role_or_outlet(line: str, rest: Sequence[Word], known: Matchers) -> bool:
    parts = _parts(line, rest)
    return all(_is_place_role_or_outlet(line, part, known) for part in parts)


def _parts(line: str, words: Sequence[Word]) -> list[list[Word]]:
    """`words` cut where punctuation parts them."""
    parts: list[list[Word]] = [[words[0]]]
    for before, here in zip(words, words[1:], strict=False):
        gap = line[before.end : here.start]
        if _PARTING.match(gap) and gap.strip() not in ("-", "@") or (gap.strip() == "-" and gap != "-"):
            parts.append([here])
        else:
            parts[-1].append(here)
    return parts


def _is_place_role_or_outlet(line: str, part: Sequence[Word], known: Matchers) -> bool:
    text = line[part[0].start : part[-1].end]
    roles = known.phrases_of("bylines.roles")
    at = roles.at(part, 0)
    return (
        known.phrases_of("bylines.places").whole(part)
        or at == len(part)
        or (at is not None and len(part) - at <= 5)
        or known.phrases_of("bylines.collective").whole(part)
        or known.phrases_of("bylines.special").whole(part)
        or _is_special_to(line, part, known)
        or roles.ending(part, len(part)) is not None
        or score_outlet(text, known) >= 0.6
        or _ADDRESS.search(line, max(0, part[0].start - 30), part[-1].end) is not None
        or _is_date(part)
    )


def _is_special_to(line: str, part: Sequence[Word], known: Matchers) -> bool:
    """ "Special to Harbour Post", «خاص صحيفة الضفة»."""
    after = known.phrases_of("bylines.special").at(part, 0)
    if after is None or after >= len(part):
        return False
    if part[after].folded in known.phrases_of("bylines.links") and after + 1 < len(part):
        after += 1
    return score_outlet(line[part[after].start : part[-1].end], known) >= 0.6


def _is_date(part: Sequence[Word]) -> bool:
    """A few words with a number among them: "12 May 2020", "20/9/2017"."""
    numbers = [word for word in part if word.is_number]
    # A lone number is an age as soon as a date: "Nadia Haddad, 62".
    return len(part) <= 5 and bool(numbers) and (len(part) > 1 or len(numbers[0].raw) >= 4)


def _after_place(line: str, words: Sequence[Word], known: Matchers) -> BylineMention | None:
    """«بيروت - فلان», «خاص | فلان», "Beirut / X", «صحيفة كذا: فلان»."""
    parts = _parts(line, words)
    if not 2 <= len(parts) <= 3:
        return None
    for place, part in enumerate(parts[1:], start=1):
        before = parts[:place]
        if not all(_is_place_role_or_outlet(line, one, known) and not _is_date(one) for one in before):
            return None
        run = read_names(line, part, 0, known)
        if run is not None and run.end == len(part) and run.score >= SURE_NAME:
            after = [word for one in parts[place + 1 :] for word in one]
            if after and not _names_a_place_role_or_outlet(line, after, known):
                return None
            return BylineMention(
                _span(part, 0, len(part)),
                False,
                run.score * 0.9,
                place=Span(words[0].start, before[-1][-1].end),
                tail=_span(after, 0, len(after)) if after else None,
            )
    return None


def _is_tail(line: str, words: Sequence[Word], at: int, known: Matchers) -> bool:
    """True where nothing, or nothing but a set-off place, role, outlet or date, follows a marked name."""
    rest = words[at:]
    if not rest:
        return not _ends_like_prose(line, words)
    if len(rest) > MOST_TAIL_WORDS:
        return False
    parting = _PARTING.match(line, words[at - 1].end)
    if parting is not None and rest[0].folded in known.phrases_of("bylines.links") and _linked(rest, known):
        return True
    roles = known.phrases_of("bylines.roles")
    if roles.at(rest, 0) is not None or known.phrases_of("bylines.verbs_after").whole(rest):
        return True
    if parting is None:
        return _linked(rest, known)
    if _names_a_place_role_or_outlet(line, rest, known):
        return True
    # Set off and short, names of unknown places and papers: capitals, and no word that makes a sentence.
    names = known.names
    return len(rest) <= 5 and all(
        word.is_capital and word.folded not in names.verbs and word.folded not in names.small for word in rest
    )


def _linked(rest: Sequence[Word], known: Matchers) -> bool:
    """ "in Beirut", "for The Northern Courier", «في بيروت», "on 3 May": a small word, then capitals or a date."""
    links = known.phrases_of("bylines.links")
    if not rest or rest[0].is_number:
        return bool(rest) and _is_date(rest)
    if rest[0].folded not in links or len(rest) < 2:
        return False
    if _is_date(rest[1:]):
        return True
    if rest[1].raw[0].isupper():
        joiners = known.phrases_of("bylines.joiners")
        return all(
            word.is_capital
            or word.folded in known.names.particle | _ARTICLES
            or word.folded in links
            or word.folded in joiners
            for word in rest[1:]
        )
    if len(rest) <= 3 and not rest[1].raw[0].islower():
        return True
    # "in harbourpost.net": an address is written small.
    return len(rest) <= 4 and all(word.raw.isascii() for word in rest) and rest[-1].start - rest[-2].end == 1


def _ends_like_prose(line: str, words: Sequence[Word]) -> bool:
    """A question, exclamation or dots at the end, or a full stop that belongs to no initial, make a sentence."""
    ending = line[words[-1].end :].strip(" \t\u00a0)]»”\"'\u200e\u200f")
    return ending[:1] in ("?", "!", "؟", "…") or ending.startswith("..") or (ending == "." and len(words) > 4)


def _span(words: Sequence[Word], begin: int, end: int) -> Span:
    return Span(words[begin].start, words[end - 1].end)


def _tail(words: Sequence[Word], at: int) -> Span | None:
    return _span(words, at, len(words)) if at < len(words) else None
