"""The statements of a post in the order of their words, each once; a headline that its article repeats is no second one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tawatur.attribute.found import Found
from tawatur.text.words import words_of

# Letters of a word that its forms have in common, and how much of a headline must come back in one statement.
_STEM = 4
_REPEATED = 0.5


def settled(text: str, found: Sequence[Found]) -> list[Found]:
    """`found` in the order of `content`, no content twice, numbers in it put right."""
    kept: dict[tuple[int, int], int] = {}
    repeated = _repeated_titles(text, found)
    for number, one in enumerate(found):
        words = (one.content.start, one.content.end)
        if words[0] < words[1] and words not in kept and number not in repeated:
            kept[words] = number
    order = sorted(kept.values(), key=lambda number: (found[number].content.start, found[number].content.end))
    place = {number: at for at, number in enumerate(order)}
    # One that stood twice is found again under the number of the one that was kept.
    new = {
        number: place[kept[(one.content.start, one.content.end)]]
        for number, one in enumerate(found)
        if (one.content.start, one.content.end) in kept
    }
    return [
        replace(one, same_as=_moved(one.same_as, new), part_of=_moved(one.part_of, new))
        for one in (found[number] for number in order)
    ]


def _moved(number: int | None, new: dict[int, int]) -> int | None:
    return new.get(number) if number is not None else None


def _repeated_titles(text: str, found: Sequence[Found]) -> set[int]:
    """Statements of the title whose words come back in a statement of the body."""
    titles = [number for number, one in enumerate(found) if one.in_title]
    if not titles:
        return set()
    bodies = [_stems(text, one) for one in found if not one.in_title]
    repeated = set()
    for number in titles:
        stems = _stems(text, found[number])
        if stems and any(len(stems & body) >= _REPEATED * len(stems) for body in bodies):
            repeated.add(number)
    return repeated


def _stems(text: str, one: Found) -> frozenset[str]:
    words = words_of(text[one.content.start : min(one.content.end, one.content.start + 2000)])
    return frozenset(word.folded[:_STEM] for word in words if len(word.folded) >= _STEM)
