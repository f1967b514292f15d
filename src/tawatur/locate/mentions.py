"""Where a post may name a place: every run of its words that is a name of one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawatur.locate.candidates import Candidate
from tawatur.locate.laid import Laid, Runs, runs_of
from tawatur.locate.lexicon import Lexicon, candidates_of
from tawatur.locate.sound import LONGEST, sound_number
from tawatur.text.fold import fold_text
from tawatur.text.words import fold_word


@dataclass(frozen=True, slots=True, eq=False)
class Mention:
    """Words that are a name of one place or more. `begin` and `end` are words of the post, `end` exclusive."""

    begin: int
    end: int
    cut: int
    """Folded letters written on to the front of the first word that are no part of the name."""
    article: bool
    number: int
    """Of the name: mentions that share it share their sense."""
    candidates: tuple[Candidate, ...]
    by_sound: bool = False
    """Spelt otherwise than any list has it: it sounds like the name of one of them."""


def find_mentions(laid: Laid, lex: Lexicon) -> list[Mention]:
    """Every run of words that is a name, overlapping ones too, by first word and then the longest first."""
    if not len(laid):
        return []
    runs = runs_of(laid, lex.proclitics)
    found: list[Mention] = []
    for at, spans in _looked_up(runs, lex):
        begin, length = int(runs.begin[at]), int(runs.length[at])
        if not _is_cased(laid, begin, begin + length):
            continue
        number, article = int(runs.numbers[at]), bool(runs.article[at])
        candidates = _as_printed(candidates_of(spans, number, article, lex), laid, begin, begin + length)
        if candidates:
            found.append(Mention(begin, begin + length, int(runs.cut[at]), article, number, candidates))
    found.extend(_by_sound(laid, lex, {(mention.begin, mention.end) for mention in found}))
    # Of two readings of the same words, the one that cuts less off goes first.
    return sorted(_without_openers(found, laid, lex), key=lambda m: (m.begin, -m.end, m.cut))


def _without_openers(found: list[Mention], laid: Laid, lex: Lexicon) -> list[Mention]:
    """`found` without "the Euphrates" and «مدينة حلب» where the name of the same place stands inside."""
    held = {(mention.begin, mention.end): mention for mention in found}
    return [
        mention
        for mention in found
        if not _opens_a_name(laid.plain[mention.begin][mention.cut :], lex)
        or (inner := held.get((mention.begin + 1, mention.end))) is None
        or {c.place_id for c in inner.candidates}.isdisjoint(c.place_id for c in mention.candidates[:3])
    ]


def _opens_a_name(word: str, lex: Lexicon) -> bool:
    return word in lex.known.names.small or (word,) in lex.kinds_before


def _by_sound(laid: Laid, lex: Lexicon, held: set[tuple[int, int]]) -> Iterator[Mention]:
    """Runs of capitals that are no name as they are spelt, and sound like one."""
    runs = [run for run in _capital_runs(laid, lex) if run not in held]
    numbers = [sound_number(laid.plain[begin:end]) for begin, end in runs]
    known = [(run, number) for run, number in zip(runs, numbers, strict=True) if number is not None]
    if not known:
        return
    asked = np.array([number for _, number in known], dtype=np.uint64)
    for at, spans in _found(asked, lex):
        (begin, end), number = known[at]
        candidates = candidates_of(spans, number, False, lex)
        if candidates:
            yield Mention(begin, end, 0, False, number, candidates, by_sound=True)


def _capital_runs(laid: Laid, lex: Lexicon) -> Iterator[tuple[int, int]]:
    """One to three words that begin with a capital (articles need none) and are no words of the language."""
    names = lex.known.names
    for begin, raw in enumerate(laid.raw):
        if not raw[0].isupper() or not raw.isascii() or laid.shouted[begin]:
            continue
        for end in range(begin + 1, min(begin + LONGEST, len(laid)) + 1):
            if end - begin > 1 and not laid.joined[end - 1]:
                break
            last = laid.plain[end - 1]
            if last in names.small or last in names.plain or last in names.verbs:
                break
            if laid.raw[end - 1][0].isupper() and (end - begin > 1 or last not in names.given):
                yield begin, end


def _looked_up(runs: Runs, lex: Lexicon) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    """Runs that are names, and for each gazetteer where its names lie."""
    yield from _found(runs.numbers, lex)


def _found(numbers: NDArray[np.uint64], lex: Lexicon) -> Iterator[tuple[int, tuple[tuple[int, int], ...]]]:
    hits: dict[int, list[tuple[int, int]]] = {}
    none = (0, 0)
    for which, gazetteer in enumerate(lex.gazetteers):
        found = gazetteer.find(numbers)
        for at, begin, end in zip(found.which.tolist(), found.begin.tolist(), found.end.tolist(), strict=True):
            hits.setdefault(at, [none] * len(lex.gazetteers))[which] = (begin, end)
    for at in lex.supplement.which(numbers):
        hits.setdefault(at, [none] * len(lex.gazetteers))
    for at, spans in hits.items():
        yield at, tuple(spans)


def _is_cased(laid: Laid, begin: int, end: int) -> bool:
    """True where the first and last word have capitals, or their script or line has no use for them."""
    if laid.shouted[begin]:
        return True
    first, last = laid.raw[begin][0], laid.raw[end - 1][0]
    return not last.islower() and (not first.islower() or end - begin > 1)


def _as_printed(candidates: tuple[Candidate, ...], laid: Laid, begin: int, end: int) -> tuple[Candidate, ...]:
    """`candidates` without those whose name counts only in a case that these words do not have."""
    if all(candidate.exactly is None for candidate in candidates):
        return candidates
    printed = laid.surface(begin, end)
    follows = laid.text[laid.ends[end - 1] : laid.ends[end - 1] + 1]
    return tuple(c for c in candidates if c.exactly is None or c.exactly in (printed, printed + follows))


def span_of(mention: Mention, laid: Laid) -> tuple[int, int]:
    """(start, end) in the page of the toponym itself: without what is glued to its front, and a possessive's s."""
    start = laid.starts[mention.begin] + letters_behind(laid.raw[mention.begin], mention.cut)
    end = laid.ends[mention.end - 1]
    if fold_word(laid.raw[mention.end - 1]).endswith("'s"):
        end -= 2
    return start, end


def letters_behind(raw: str, cut: int) -> int:
    """How many code points of `raw` the first `cut` folded letters take up, with their marks."""
    if not cut:
        return 0
    for taken in range(cut, len(raw)):
        if len(fold_text(raw[:taken])) >= cut and fold_text(raw[taken]):
            return taken
    return 0
