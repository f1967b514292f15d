"""From pairs of posts to who carries whose text: names, and the text that went between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from markupsafe import Markup

from tawatur.model import DirectedReuse, Party, Reuse
from tawatur.report.html_told import Phrase, phrase
from tawatur.report.html_words import Words
from tawatur.report.reuse_picture import Arc, arcs_svg
from tawatur.text.fold import fold_text

# More names than this make no picture; the table has all of them, up to a screenful.
MOST_NAMES = 28
MOST_ROWS = 120


class Named(Protocol):
    """What is needed of a post."""

    @property
    def number(self) -> int: ...
    @property
    def outlet(self) -> Phrase | None: ...


@dataclass(frozen=True, slots=True)
class FlowRow:
    """Text of one name that another carries."""

    source: Phrase
    to: Phrase
    pairs: int
    words: int
    figures: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Flow:
    """Who carries whose text."""

    names: tuple[Phrase, ...]
    svg: Markup | None
    rows: tuple[FlowRow, ...]
    more_rows: int
    inside: int
    """Pairs of posts of one and the same outlet, which are no flow."""


@dataclass(slots=True)
class _Sum:
    pairs: int = 0
    words: int = 0
    figures: int = 0


def flow_of(
    pairs: Sequence[tuple[Reuse, DirectedReuse | None]],
    posts: Mapping[str, Named],
    parties: Mapping[str, Party],
    words: Words,
) -> Flow | None:
    """The flow of text between the outlets of all pairs; None where there is none."""
    names: dict[str, Phrase] = {}
    sums: dict[tuple[str, str, bool], _Sum] = {}
    inside = 0

    def key_of(id_: str) -> str:
        if id_ in posts:
            outlet = posts[id_].outlet
            name = outlet or phrase(words.say("post_n", n=posts[id_].number), words.language)
        else:
            told = parties[id_].name if id_ in parties else id_.partition(":")[2] or id_
            name = phrase(told, None)
        key = fold_text(name.text)
        names.setdefault(key, name)
        return key

    for pair, way in pairs:
        for source, to, sure in _ways(pair, way):
            one, other = key_of(source), key_of(to)
            if one == other:
                inside += 1
                continue
            if not sure and other < one:
                one, other = other, one
            held = sums.setdefault((one, other, sure), _Sum())
            held.pairs += 1
            held.words += sum(passage.words for passage in pair.passages)
            held.figures += sum(change.number for passage in pair.passages for change in passage.differences)
    if not sums:
        return None
    order = _ordered(sums)
    ranked = sorted(sums.items(), key=lambda item: (-item[1].words, item[0]))
    place = {key: row for row, key in enumerate(order)}
    arcs = [Arc(place[one], place[other], held.words, sure) for (one, other, sure), held in ranked]
    return Flow(
        names=tuple(names[key] for key in order),
        svg=arcs_svg(len(order), arcs, title=words["picture_title"], ids={"title": "flow-title"})
        if len(order) <= MOST_NAMES
        else None,
        rows=tuple(
            FlowRow(names[one], names[other], held.pairs, held.words, held.figures, sure)
            for (one, other, sure), held in ranked[:MOST_ROWS]
        ),
        more_rows=max(0, len(ranked) - MOST_ROWS),
        inside=inside,
    )


def _ways(pair: Reuse, way: DirectedReuse | None) -> list[tuple[str, str, bool]]:
    """(whose text, who carries it, whether that is known) for one pair."""
    if way is not None and way.direction != "unknown":
        return [(pair.a, pair.b, True) if way.direction == "a->b" else (pair.b, pair.a, True)]
    if way is not None and way.siblings_of is not None:
        return [(way.siblings_of, id_, True) for id_ in (pair.a, pair.b) if id_ != way.siblings_of]
    return [(pair.a, pair.b, False)]


def _ordered(sums: Mapping[tuple[str, str, bool], _Sum]) -> list[str]:
    """Names so that most text runs down the list: who gives most and takes least comes first."""
    gives: dict[str, int] = {}
    for (one, other, sure), held in sums.items():
        gives[one] = gives.get(one, 0) + (held.words if sure else 0)
        gives[other] = gives.get(other, 0) - (held.words if sure else 0)
    return sorted(gives, key=lambda key: (-gives[key], key))
