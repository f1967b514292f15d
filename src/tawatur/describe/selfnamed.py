"""The outlet that a post names as the one people spoke to: papers name themselves so, again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tawatur.describe.finding import Finding, Rank
from tawatur.model import Span
from tawatur.text.fold import fold_text
from tawatur.text.outlets import find_outlets, outlet_likeness
from tawatur.text.stamps import stamps
from tawatur.text.words import Word, words_of

LEAST_TIMES = 2
_LONGEST_BODY = 60_000
_QUOTED_LISTENER = re.compile(r"(?<!\w)([لـ\u0640]{1,3})\s?[«\"“]([^«»\"“”\n]{2,40})[»\"”]")
_QUOTED_ISSUE = re.compile(r"[«\"“]([^«»\"“”\n]{2,40})[»\"”][^«»\n]{0,60}?\(([^()\n]{3,24})\)")
_BEFORE = 90
_SURE_OUTLET = 0.8


def self_named(body: str, start: int) -> Finding | None:
    """The one outlet that speakers of `body` told, at least twice, or that counts its own issues.

    Args:
        body: words of the body; only the first 60,000 characters are read.
        start: where the body begins in the page.
    """
    body = body[:_LONGEST_BODY]
    known = {mention.span: mention.outlet.id for mention in find_outlets(body)}
    told: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for span in _listeners(body, known):
        key = _key(body, span, known)
        told[key] += 1
        first.setdefault(key, span)
    if not told:
        return None
    (name, times), *others = told.most_common()
    if times < LEAST_TIMES or (others and others[0][1] * 2 > times):
        return None
    span = first[name].moved(start)
    return Finding(
        "outlet", first[name].of(body), span, f"named as the one that was told, {times} times", Rank.SELF_NAMED
    )


def _key(body: str, span: Span, known: dict[Span, str]) -> str:
    return next((outlet for place, outlet in known.items() if place.touches(span)), fold_text(span.of(body)))


def _listeners(body: str, known: dict[Span, str]) -> Iterator[Span]:
    """Each place where an outlet is told something, and each where it counts its own issue."""
    for found in _QUOTED_LISTENER.finditer(body):
        name = Span(*found.span(2))
        if _is_known(name, known) or (_is_outlet(found[2]) and _speech_before(body, found.start())):
            yield name
    for found in _QUOTED_ISSUE.finditer(body):
        words = words_of(found[2], 4)
        if len(words) >= 2 and (words[0].folded,) in stamps().issue and words[-1].is_number:
            yield Span(*found.span(1))
    for place in known:
        if _told_before(body, place.start):
            yield place


def _is_known(name: Span, known: dict[Span, str]) -> bool:
    return any(name.touches(place) for place in known)


def _is_outlet(name: str) -> bool:
    return outlet_likeness(name) >= _SURE_OUTLET


def _speech_before(body: str, at: int) -> bool:
    before = words_of(body[max(0, at - _BEFORE) : at])
    return any(_is_told(word) for word in before[-12:])


def _told_before(body: str, at: int) -> bool:
    """ "told Reuters", "told the Guardian"; in Arabic the quoted listener says it."""
    before = words_of(body[max(0, at - 24) : at])
    if before and before[-1].folded == "the":
        before.pop()
    return bool(before) and before[-1].raw.isascii() and _is_told(before[-1])


def _is_told(word: Word) -> bool:
    plain = word.folded
    told = stamps().told
    return (plain,) in told or (plain[:1] in "وف" and (plain[1:],) in told)
