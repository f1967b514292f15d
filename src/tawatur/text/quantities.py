"""Numbers in running text: how many, of what, and how sure the text is of it; in words or digits.

Dates, clocks and years are left to `text/dates.py`: a number that is part of one is none here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from tawatur.languages import current_languages
from tawatur.model import Span
from tawatur.text.number_words import OUTCOMES, UNITS, Bound, NumberWords, Phrase, number_words
from tawatur.text.words import Word, words_of

Got = TypeVar("Got")

_DIGITS = re.compile(r"(\d+(?:[.,\u066b\u066c]\d+)*)(k|m|mn|bn)?\Z")
_THOUSANDS = re.compile(r"\d{1,3}(?:[,.\u066c]\d{3})+\Z")
# Where a sentence or a part of it ends, what stands behind counts something else.
_STOP = re.compile(r"[.!?؟;؛:\n]\s|[,،](?!\d)|\n")
# A word that says what a number counts stands no further from it than this many words.
_AFTER, _BEFORE = 7, 4
# The two parts of a bound stand around this many words, at the most.
_PARTED = 10
# Units whose word may stand before the number: "a magnitude of 6.3".
_LEADING = frozenset({"magnitude"})
_YEARS = range(1900, 2101)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as the text gives it. `low` and `high` are equal where it is exact; None: no bound on that side."""

    span: Span
    """The number with the words that say how exact it is, in the text given."""
    low: float | None
    high: float | None
    bound: Bound
    counts: str | None
    """What is counted, or the unit: dead, injured, people, percent, kilometres ...; None: the text does not say."""
    said: float
    """The number as said: 30 in "at least 30"."""


def find_quantities(text: str, apart: Sequence[Span] = ()) -> list[Quantity]:
    """The numbers of `text`, in order; those inside the spans of `apart` (dates) are left out. Time is linear."""
    words = words_of(text)
    tables = number_words(current_languages())
    blocked = _blocked(words, apart)
    numbers = _numbers(text, words, blocked, tables)
    found = []
    for place, number in enumerate(numbers):
        before = numbers[place - 1].last + 1 if place else 0
        after = numbers[place + 1].first if place + 1 < len(numbers) else len(words)
        counts = number.counts or _counts(text, words, number, before, after, tables)
        quantity = _quantity(text, words, number, counts, before, tables)
        if quantity is not None:
            found.append(quantity)
    return found


@dataclass(frozen=True, slots=True)
class _Number:
    first: int
    last: int
    value: float
    high: float
    bound: Bound
    digits: bool
    counts: str | None = None


def _blocked(words: Sequence[Word], apart: Sequence[Span]) -> list[bool]:
    blocked = [False] * len(words)
    spans = sorted(apart)
    at = 0
    for number, word in enumerate(words):
        while at < len(spans) and spans[at].end <= word.start:
            at += 1
        blocked[number] = at < len(spans) and spans[at].start < word.end or ":" in word.raw
    return blocked


def _numbers(text: str, words: Sequence[Word], blocked: Sequence[bool], tables: NumberWords) -> list[_Number]:
    found: list[_Number] = []
    at = 0
    while at < len(words):
        number = None if blocked[at] else _number_at(text, words, at, tables)
        if number is None:
            at += 1
            continue
        following = number.last + 1
        joined = _range(text, words, number, tables) if following < len(words) else None
        found.append(joined or number)
        at = found[-1].last + 1
    return found


def _number_at(text: str, words: Sequence[Word], at: int, tables: NumberWords) -> _Number | None:
    bound = _phrase(words, at, tables.bounds, tables.longest)
    if bound is not None and bound[0] > at:
        # "No more than 600" begins with no number.
        return None
    vague = _phrase(words, at, tables.vague, tables.longest)
    if vague is not None:
        last, (low, high) = vague
        return _Number(at, last, low, high, "vague", False)
    dual = tables.duals.get(words[at].folded) or tables.duals.get(_bare(words[at].folded, tables))
    if dual is not None:
        return _Number(at, at, 2, 2, "exact", False, dual)
    return _sum(text, words, at, tables)


def _sum(text: str, words: Sequence[Word], at: int, tables: NumberWords) -> _Number | None:
    """A number of one word or several: "two hundred and thirty-four thousand", «مئة وستة وثمانون»."""
    total = part = 0.0
    last = -1
    digits = False
    cursor = at
    while cursor < len(words):
        word = words[cursor]
        if last >= 0 and _STOP.search(text, words[last].end, word.start):
            break
        inside = last >= 0
        step = _step(words, cursor, inside, tables)
        if step is None:
            # "and" counts only where a number in words goes on behind it.
            if (
                inside
                and not digits
                and word.folded in tables.joins
                and part % 100 == 0
                and _goes_on(words, cursor, tables)
            ):
                cursor += 1
                continue
            break
        end, value, scale = step
        if words[cursor].is_number:
            if inside:
                break
            digits = True
        if scale:
            if value == 100:
                part = max(part, 1.0) * value
            else:
                total += max(part, 1.0) * value
                part = 0.0
        elif inside and (digits or not _adds(part, value)):
            break
        else:
            part += value
        last = end
        cursor = end + 1
    if last < 0:
        return None
    return _Number(at, last, total + part, total + part, "exact", digits)


def _goes_on(words: Sequence[Word], at: int, tables: NumberWords) -> bool:
    return at + 1 < len(words) and not words[at + 1].is_number and _step(words, at + 1, True, tables) is not None


def _adds(part: float, value: float) -> bool:
    """True where `value` can stand behind `part` in one number: 20 and 3, 100 and 34, 6 and 80; not 20 and 20."""
    if part != int(part) or value != int(value):
        return part == 0
    have, more = str(int(part))[::-1], str(int(value))[::-1]
    return part == 0 or not any(a != "0" and b != "0" for a, b in zip(have, more, strict=False))


def _step(words: Sequence[Word], at: int, inside: bool, tables: NumberWords) -> tuple[int, float, bool] | None:
    """(last word, value, whether it multiplies) of the number word at `at`."""
    word = words[at]
    if word.is_number:
        value = _digits(word.folded)
        return (at, value, False) if value is not None else None
    tried = ((tables.values, False), (tables.scales, True))
    # «ألفا» is two thousand by itself, a thousand behind a number.
    for table, scale in reversed(tried) if inside else tried:
        hit = _phrase(words, at, table, 3)
        if hit is not None:
            if scale and not inside and word.folded in ("k", "m", "mn", "bn"):
                return None
            return hit[0], hit[1], scale
    bare = _bare(word.folded, tables)
    # «عشرون ألفاً وخمسمئة»: what is joined with "and" is added, never multiplied.
    value = tables.values.get((bare,)) or (tables.scales.get((bare,)) if inside else None)
    return (at, value, False) if bare != word.folded and value is not None else None


def _bare(folded: str, tables: NumberWords) -> str:
    """`folded` without the "and" glued to its front."""
    return next(
        (folded[len(join) :] for join in tables.joins if len(join) == 1 and join != "a" and folded.startswith(join)),
        folded,
    )


def _digits(folded: str) -> float | None:
    match = _DIGITS.match(folded)
    if match is None:
        return None
    figure = match[1]
    if _THOUSANDS.match(figure):
        value = float(re.sub(r"[.,\u066c]", "", figure))
    else:
        try:
            value = float(figure.replace(",", ".").replace("\u066b", "."))
        except ValueError:
            return None
    return value * {None: 1, "k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}[match[2]]


def _phrase(words: Sequence[Word], at: int, table: Mapping[Phrase, Got], longest: int) -> tuple[int, Got] | None:
    """(last word, what the table has) for the longest phrase of `table` that begins at word `at`."""
    for length in range(min(longest, len(words) - at), 0, -1):
        key = tuple(words[at + n].folded for n in range(length))
        if key in table:
            return at + length - 1, table[key]
    return None


def _range(text: str, words: Sequence[Word], low: _Number, tables: NumberWords) -> _Number | None:
    """ "30 to 40", "between 30 and 40", "30-40", «بين 30 و40»."""
    opened = low.first > 0 and words[low.first - 1].folded in tables.between
    gap = text[words[low.last].end : words[low.last + 1].start]
    at = low.last + 1
    if gap.strip() in ("-", "–", "—"):
        pass
    elif words[at].folded in tables.to and at + 1 < len(words) and (opened or words[at].folded not in tables.joins):
        at += 1
    elif not (opened and words[at].folded[:1] in tables.joins):
        return None
    high = _sum(text, words, at, tables) or _glued(words, at, tables)
    if high is None or high.value <= low.value or low.bound != "exact":
        return None
    return _Number(low.first - opened, high.last, low.value, high.value, "range", low.digits)


def _glued(words: Sequence[Word], at: int, tables: NumberWords) -> _Number | None:
    """«و40»: a number with the "and" glued to it."""
    bare = _bare(words[at].folded, tables)
    value = _digits(bare) if bare != words[at].folded else None
    return _Number(at, at, value, value, "exact", True) if value is not None else None


def _counts(
    text: str, words: Sequence[Word], number: _Number, before: int, after: int, tables: NumberWords
) -> str | None:
    """What the number counts: the unit beside it, else the nearest word for what happened, else for what they are."""
    beside = text[words[number.last].end : words[number.last].end + 2].strip()[:1]
    ahead = text[max(words[number.first].start - 1, 0) : words[number.first].start]
    for symbol in (beside, ahead):
        if symbol in tables.symbols:
            return tables.symbols[symbol]
    near = [
        *_counted(
            text, words, number.last + 1, min(number.last + 1 + _AFTER, after), tables, words[number.last].end, 1
        ),
        *_counted(
            text,
            words,
            number.first - 1,
            max(number.first - 1 - _BEFORE, before - 1),
            tables,
            words[number.first].start,
            -1,
        ),
    ]
    units = [
        (abs(distance), name)
        for distance, name in near
        if name in UNITS and (0 < distance <= 2 or (name in _LEADING and -_BEFORE <= distance < 0))
    ]
    if units:
        return min(units)[1]
    for wanted in (OUTCOMES, None):
        named = [
            (abs(distance), distance < 0, name)
            for distance, name in near
            if name not in UNITS and (wanted is None or name in wanted)
        ]
        if named:
            return min(named)[2]
    return None


def _counted(
    text: str, words: Sequence[Word], start: int, stop: int, tables: NumberWords, edge: int, way: int
) -> list[tuple[int, str]]:
    """(distance in words, what is counted) for the words from `start` on, in the direction `way`."""
    found = []
    for steps, at in enumerate(range(start, stop, way), start=1):
        gap = (edge, words[at].start) if way > 0 else (words[at].end, edge)
        if _STOP.search(text, *gap):
            break
        hit = _phrase(words, at, tables.counted, tables.longest)
        name = hit[1] if hit is not None else _without_front(words[at].folded, tables)
        if name is not None:
            found.append((steps * way, name))
    return found


def _without_front(folded: str, tables: NumberWords) -> str | None:
    """What a word counts once its article, or what else is glued to its front, is off."""
    for front in tables.fronts:
        if folded.startswith(front) and (folded[len(front) :],) in tables.counted:
            return tables.counted[(folded[len(front) :],)]
    return None


def _quantity(
    text: str, words: Sequence[Word], number: _Number, counts: str | None, before: int, tables: NumberWords
) -> Quantity | None:
    if counts is None and (number.bound != "exact" or not number.digits and number.value < 10):
        return None
    if number.digits and number.value in _YEARS and not _beside(words, number.last + 1, tables):
        return None
    if not number.digits and number.value <= 1 and counts is None:
        return None
    start, bound = words[number.first].start, number.bound
    low: float | None = number.value
    high: float | None = number.high
    end = words[number.last].end
    if bound == "exact":
        hit = _bound_before(words, number.first, before, tables) or _bound_after(words, number.last, tables)
        if hit is not None:
            at, kind = hit
            start, end = min(start, words[at].start), max(end, words[at].end)
            bound = kind
            if kind == "at_least":
                high = None
            elif kind == "at_most":
                low = None
    return Quantity(Span(start, end), low, high, bound, counts, number.value)


def _beside(words: Sequence[Word], at: int, tables: NumberWords) -> bool:
    return at < len(words) and (
        _phrase(words, at, tables.counted, tables.longest) is not None
        or _without_front(words[at].folded, tables) is not None
    )


def _bound_before(words: Sequence[Word], first: int, before: int, tables: NumberWords) -> tuple[int, Bound] | None:
    for length in range(min(tables.longest, first - before), 0, -1):
        key = tuple(words[first - length + n].folded for n in range(length))
        kind = tables.bounds.get(key) or tables.bounds.get((_bare(key[0], tables), *key[1:]))
        if kind is not None:
            return first - length, kind
    return _parted_bound(words, first, before, tables)


def _parted_bound(words: Sequence[Word], first: int, before: int, tables: NumberWords) -> tuple[int, Bound] | None:
    """«لا يقل عدد القتلى عن 30»: the bound stands in two parts around what is counted."""
    for (opening, closing), kind in tables.parted.items():
        ends = first - len(closing)
        if tuple(word.folded for word in words[max(ends, 0) : first]) != closing:
            continue
        for at in range(ends - 1, max(before, ends - _PARTED - len(opening)) - 1, -1):
            if tuple(word.folded for word in words[at : at + len(opening)]) == opening:
                return at, kind
    return None


def _bound_after(words: Sequence[Word], last: int, tables: NumberWords) -> tuple[int, Bound] | None:
    """ "30 or more", «30 شخصاً على الأقل»: right behind the number, or behind the one word it counts."""
    for at in (last + 1, last + 2):
        hit = _phrase(words, at, tables.bounds, tables.longest) if at < len(words) else None
        if hit is not None and hit[0] > at:
            return hit[0], hit[1]
    return None
