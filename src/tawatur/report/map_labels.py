"""Where the names on a map stand: beside their points, the most important first, none over another."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, upper, right and lower edge."""
# Mean advance of a letter as a share of the type size, wide enough for the fonts that readers have.
_ADVANCE_LATIN, _ADVANCE_OTHER, _ADVANCE_WIDE = 0.63, 0.55, 1.0


@dataclass(frozen=True, slots=True)
class Wanted:
    """A name that wants to stand beside a circle."""

    key: int
    text: str
    x: float
    y: float
    radius: float
    size: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A name with the point of its middle base line."""

    key: int
    text: str
    x: float
    y: float
    size: float

    @property
    def box(self) -> Box:
        """The room that it takes."""
        long = text_width(self.text, self.size)
        return self.x - long / 2, self.y - self.size * 0.85, self.x + long / 2, self.y + self.size * 0.3


def free_of(names: Iterable[Placed], taken: Sequence[Box], *, width: float, height: float) -> list[Placed]:
    """The names that may stay where they are: inside of the frame, on nothing that is taken, on none before them."""
    boxes, found = list(taken), list[Placed]()
    for one in names:
        if _within(one.box, width, height) and not any(_overlap(one.box, other) for other in boxes):
            boxes.append(one.box)
            found.append(one)
    return found


def placed(wanted: Iterable[Wanted], taken: Sequence[Box], *, width: float, height: float, most: int) -> list[Placed]:
    """The names that find room, the first asked first. `taken`: where none may stand."""
    boxes, found = list(taken), list[Placed]()
    for one in wanted:
        if len(found) >= most:
            break
        long = text_width(one.text, one.size)
        for x, y in _tries(one, long):
            name = Placed(one.key, one.text, x, y, one.size)
            if _within(name.box, width, height) and not any(_overlap(name.box, other) for other in boxes):
                boxes.append(name.box)
                found.append(name)
                break
    return found


def _tries(one: Wanted, long: float) -> list[tuple[float, float]]:
    """Where a name may stand, best first: right, left, above, below, and the corners."""
    side, up, near = one.radius + 4 + long / 2, one.radius + 5, one.size * 0.32
    diagonal = one.radius * 0.7 + 3
    return [
        (one.x + side, one.y + near),
        (one.x - side, one.y + near),
        (one.x, one.y - up),
        (one.x, one.y + up + one.size * 0.75),
        (one.x + diagonal + long / 2, one.y - diagonal),
        (one.x - diagonal - long / 2, one.y - diagonal),
        (one.x + diagonal + long / 2, one.y + diagonal + one.size * 0.7),
        (one.x - diagonal - long / 2, one.y + diagonal + one.size * 0.7),
    ]


def text_width(text: str, size: float) -> float:
    """About how wide a name is, in pixels."""
    return size * sum(map(_advance, text))


def _advance(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    if unicodedata.east_asian_width(letter) in "WF":
        return _ADVANCE_WIDE
    return _ADVANCE_LATIN if letter.isascii() else _ADVANCE_OTHER


def _within(box: Box, width: float, height: float) -> bool:
    return box[0] >= 3 and box[1] >= 3 and box[2] <= width - 3 and box[3] <= height - 3


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
