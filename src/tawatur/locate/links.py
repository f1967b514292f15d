"""Places that are named together: "X, Y", "X in Y", «X السورية», and lists of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from tawatur.locate.candidates import Candidate
from tawatur.locate.laid import Laid
from tawatur.locate.lexicon import Lexicon
from tawatur.locate.mentions import Mention
from tawatur.locate.senses import holds

LinkKind = Literal["inside", "list"]
_APART = re.compile(r"[ \t\u00a0]*[,،(\-–—/][ \t\u00a0]*")
_CLOSE = re.compile(r"[ \t\u00a0]*")
_LISTED = re.compile(r"[ \t\u00a0]*[,،؛;/][ \t\u00a0]*")
# Words between two names that are named together: "X in the eastern province of Y".
_BETWEEN = 4


@dataclass(frozen=True, slots=True)
class Link:
    """Two mentions, by their places in a sequence. inside: `first` lies in `second`."""

    first: int
    second: int
    kind: LinkKind


def find_links(mentions: Sequence[Mention], laid: Laid, lex: Lexicon) -> Iterator[Link]:
    """The links between `mentions`, which are in the order of the post and may overlap."""
    by_begin: dict[int, list[int]] = {}
    for at, mention in enumerate(mentions):
        by_begin.setdefault(mention.begin, []).append(at)
    for at, mention in enumerate(mentions):
        for begin in range(mention.end, min(mention.end + _BETWEEN + 1, len(laid))):
            for other in by_begin.get(begin, ()):
                yield from _links(at, other, mentions, laid, lex)


def _links(at: int, other: int, mentions: Sequence[Mention], laid: Laid, lex: Lexicon) -> Iterator[Link]:
    first, second = mentions[at], mentions[other]
    gap = laid.text[laid.ends[first.end - 1] : laid.starts[second.begin]]
    if "\n" in gap or "." in gap.removeprefix("."):
        return
    between = laid.plain[first.end : second.begin]
    beside = not between and (_APART.fullmatch(gap) is not None or _is_of_it(first, second, gap))
    if beside or (between and _leads_on(between, gap, laid, lex)):
        if _may_hold(second.candidates, first.candidates):
            yield Link(at, other, "inside")
        elif (_demonym(first) or between) and _may_hold(first.candidates, second.candidates):
            yield Link(other, at, "inside")
    if (
        not between
        and (_LISTED.fullmatch(gap) or (second.cut and _CLOSE.fullmatch(gap)))
        or len(between) == 1
        and lex.has("joiners", (between[0],))
    ):
        yield Link(at, other, "list")


def _is_of_it(first: Mention, second: Mention, gap: str) -> bool:
    """«حلب السورية», "Syrian Aleppo", «الباب بريف»: no mark between."""
    return _CLOSE.fullmatch(gap) is not None and (_demonym(second) or _demonym(first) or bool(second.cut))


def _demonym(mention: Mention) -> bool:
    return any(candidate.known == "demonym" for candidate in mention.candidates)


def _leads_on(between: Sequence[str], gap: str, laid: Laid, lex: Lexicon) -> bool:
    """True where only words of place stand between: "in the province of"."""
    if any(mark in gap for mark in ';:؛!?؟«»"“”'):
        return False
    return all(_is_of_place(word, lex) for word in between)


def _is_of_place(word: str, lex: Lexicon) -> bool:
    phrase = (word,)
    if word in lex.known.names.small and not lex.has("joiners", phrase):
        return True
    if lex.has("directions before", phrase) or lex.has("directions after", phrase) or phrase in lex.kinds_before:
        return True
    if phrase in lex.kinds_after:
        return True
    for letters, _ in lex.proclitics:
        rest = word[len(letters) :]
        if word.startswith(letters) and ((rest,) in lex.kinds_before or lex.has("directions before", (rest,))):
            return True
    return False


def _may_hold(areas: Sequence[Candidate], parts: Sequence[Candidate]) -> bool:
    return any(
        holds(area, part)
        for area in areas[:8]
        if area.kind in ("country", "province", "region", "district", "island")
        for part in parts
    )
