"""Strangers' words on a terminal: nothing in them may steer it, and lines of two directions stay in order.

A page can hold escape sequences that recolour, retitle or answer for the terminal, and bidirectional controls that
show words in another order than they have. Neither reaches the screen. What is left is set between isolates, so
that an Arabic title cannot pull the number or the date beside it to its other side.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len

FSI, RLI, LRI, PDI = "\u2068", "\u2067", "\u2066", "\u2069"
ELLIPSIS = "…"

# Overrides are the ones that can lie about the order of letters, so their place is shown; embeddings and isolates only
# group, and one that is left open would swallow our own, so they go.
_OVERRIDES = {0x202D: "‹LRO›", 0x202E: "‹RLO›"}
_GROUPING = dict.fromkeys([0x202A, 0x202B, 0x202C, 0x2066, 0x2067, 0x2068, 0x2069])
_INVISIBLE = dict.fromkeys([0xAD, 0xFEFF, 0x200B, 0x2060, *range(0xE0000, 0xE0080)])
_CONTROLS: dict[int, str | None] = {
    **{code: chr(0x2400 + code) for code in range(0x20)},  # the control pictures: ␛ for escape
    0x7F: "␡",
    **dict.fromkeys(range(0x80, 0xA0), "\ufffd"),
    0x2028: "\n",
    0x2029: "\n",
    0x0D: None,
    0x09: " ",
    0x0A: "\n",
}
_STEERING = _CONTROLS | _OVERRIDES | _GROUPING | _INVISIBLE
_SURROGATES = re.compile("[\ud800-\udfff]")
_STEERING_IN_JSON = re.compile("[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_FROM_THE_RIGHT = {"R", "AL", "AN"}
_GAPS = re.compile(r"\s+")


def harmless(text: str) -> str:
    """`text` with every character that could steer a terminal shown or left out; line ends stay."""
    return _SURROGATES.sub("\ufffd", text).translate(_STEERING)


def one_line(text: str) -> str:
    """`text` harmless and on one line, its gaps closed to single spaces."""
    return _GAPS.sub(" ", harmless(text)).strip()


def isolated(text: str) -> str:
    """`text`, which must be harmless already, between isolates that take its own direction.

    Text without a right-to-left letter or number cannot disturb a line of ours, and stays as it is: a path that is shown
    can be copied.
    """
    return f"{FSI}{text}{PDI}" if _has_right_to_left(text) else text


def inline(text: str | None) -> str:
    """Strangers' words ready to stand inside a line of ours; "" for None."""
    return isolated(one_line(text)) if text else ""


def _has_right_to_left(text: str) -> bool:
    """True where some character of `text` runs from the right, or is a number that does in such text."""
    return not text.isascii() and any(unicodedata.bidirectional(character) in _FROM_THE_RIGHT for character in text)


def reads_right_to_left(text: str) -> bool:
    """True where the first letter of `text` that has a direction runs from the right."""
    for character in text:
        direction = unicodedata.bidirectional(character)
        if direction in {"R", "AL"}:
            return True
        if direction == "L":
            return False
    return False


def fitted(text: str, cells: int) -> str:
    """`text` cut to at most `cells` columns of a terminal, with an ellipsis where something was cut."""
    if cell_len(text) <= cells:
        return text
    kept, width = [], 0
    for character in text:
        width += cell_len(character)
        if width > cells - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + ELLIPSIS


def wrapped(text: str, cells: int) -> Iterator[str]:
    """The lines of `text`, broken at spaces to at most `cells` columns, each in its paragraph's direction."""
    for paragraph in harmless(text).split("\n"):
        opening, closing = directed(paragraph)
        for line in broken(paragraph, cells):
            yield f"{opening}{line}{closing}" if line else ""


def directed(paragraph: str) -> tuple[str, str]:
    """What to put before and after each line of `paragraph`, so that it takes the direction of the whole."""
    if not _has_right_to_left(paragraph):
        return "", ""
    return (RLI if reads_right_to_left(paragraph) else LRI), PDI


def broken(paragraph: str, cells: int) -> Iterator[str]:
    """One paragraph as lines of at most `cells` columns; a word that is longer than a line is cut."""
    line, width = "", 0
    for word in paragraph.split(" "):
        size = cell_len(word)
        if line and width + 1 + size > cells:
            yield line
            line, width = "", 0
        while size > cells:
            head = fitted(word, cells).removesuffix(ELLIPSIS)
            head = head or word[0]
            yield head
            word = word[len(head) :]
            size = cell_len(word)
        line, width = (f"{line} {word}", width + 1 + size) if line else (word, size)
    yield line.rstrip()


def as_json(value: object, *, indent: int | None = None) -> str:
    """`value` as JSON in its own letters, save those that could steer a terminal, which are written as escapes."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _STEERING_IN_JSON.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
