"""The main content of a page that carries one article, found by trafilatura and laid back onto the page's own lines."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from htmldate import find_date
from lxml import etree
from trafilatura import bare_extraction
from trafilatura.metadata import extract_author
from trafilatura.settings import Document, set_date_params

from tawatur.model.page import BlockKind
from tawatur.read.html_model import Flat, Line
from tawatur.read.html_signals import is_date, is_furniture
from tawatur.text.bylines import read_byline

# Past these, extraction libraries grow faster than the page does; such a page is read by its lines alone.
MAX_EXTRACT_CHARS = 4_000_000
MAX_EXTRACT_TEXT = 1_000_000
MAX_EXTRACT_LINES = 20_000
MAX_EXTRACT_NODES = 40_000
MAX_EXTRACT_ELEMENTS = 60_000


def is_extractable(tree: Any, flat: Flat, size: int) -> bool:
    """True for a page that the library reads in a few seconds; `size` is its markup in code points."""
    if size > MAX_EXTRACT_CHARS or tree.xpath("count(.//*)") > MAX_EXTRACT_ELEMENTS:
        return False
    if len(flat.nodes) > MAX_EXTRACT_NODES or len(flat.lines) > MAX_EXTRACT_LINES:
        return False
    return sum(len(line.text) for line in flat.lines) <= MAX_EXTRACT_TEXT


_SHORT = 25
MOST_REPEATS = 50
# Code points of body searched for the page's lines, in all: some 5,000 lines in a body of 100,000.
MOST_SEARCHED = 500_000_000
MAX_HEAD = 30
MOST_TOLD = 3
LONGEST_TOLD = 100
_NOT_WORD = re.compile(r"\W+")
_SPACES = re.compile(r"\s+")


# Whatever a library of many rules may raise on a page its authors never saw. Each use falls back, and says so.
BREAKAGES = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
    etree.LxmlError,
)


def extract_body(tree: Any, url: str | None) -> list[str]:
    """The lines of the page's main content as trafilatura finds it; `tree` is left as it is.

    Comments are left out, tables kept. Raises one of BREAKAGES where the library breaks.
    """
    found = bare_extraction(tree, url=url, include_comments=False, include_tables=True, with_metadata=False)
    text = (found.text or "") if isinstance(found, Document) else ""
    return [line for line in (part.strip() for part in text.split("\n")) if line]


def extract_day(tree: Any, url: str | None) -> str | None:
    """The day of publication as htmldate finds it, ISO 8601; None where it finds none or breaks."""
    try:
        found = find_date(tree, url=url, **set_date_params(True))
    except BREAKAGES:
        return None
    return found if isinstance(found, str) else None


def extract_signature(tree: Any) -> str | None:
    """Authors as trafilatura finds them in the markup of the body, "A; B"; None where it finds none or breaks."""
    try:
        found = extract_author(tree)
    except BREAKAGES:
        return None
    return found if isinstance(found, str) else None


@dataclass(slots=True)
class Article:
    """The lines of a page put in the order: what stands before, the article's head, its body, the rest."""

    lines: list[Line]
    head: int
    """Number of the first line of the article."""
    body: int
    """Number of the first line of its body."""
    end: int
    """One past its last line."""
    title: int | None
    """Number of the line that is its title, where it is shown."""


@dataclass(slots=True)
class Laid:
    """The library's body lines, and the lines of the page that they are."""

    wanted: list[Line]
    used: set[int]
    made: list[Line]

    @property
    def first(self) -> int:
        """Number of the first line of the page that is in the body; past all lines where none is."""
        return min(self.used, default=1 << 30)


def lay_body(flat: Flat, body: Sequence[str]) -> Laid:
    """Pair the library's body lines with the page's own, which lend them kind, level and links."""
    wanted = [line for line in map(_body_line, body) if line.text]
    used, made = _take(flat.lines, wanted)
    return Laid(wanted, used, made)


def arrange(flat: Flat, laid: Laid, title: str | None) -> Article:
    """Put the page's lines around the body.

    The lines between title and body stay before the body, as the article's head; all other lines keep their order
    around it. A title that the library took into the body is the title, and the body begins after it.
    """
    inside = _title_inside(laid.wanted, title)
    inside += _told_inside(laid.wanted[inside:])
    used, made = _take(flat.lines, laid.wanted[inside:]) if inside else (laid.used, laid.made)
    first = min(used, default=len(flat.lines))
    title_at = _title_line(flat, title, first, max(used, default=-1))
    if inside and (title_at is None or title_at >= first):
        used, made = laid.used, laid.made
        first, title_at = min(used, default=len(flat.lines)), None
    start = first if title_at is None else min(title_at, first)
    head = [i for i in range(start, first) if i == title_at or _may_head(flat, i)][:MAX_HEAD]
    placed = {*range(start), *head, *used}
    if title_at is not None and title_at >= first:
        head, placed = [title_at], placed | {title_at}
    rest = [i for i in range(len(flat.lines)) if i not in placed]
    lines = list(flat.lines[:start])
    head_from = len(lines)
    lines += _opened([flat.lines[i] for i in head], 1)
    body_from = len(lines)
    lines += _opened(made, 1 if not head else 0)
    end = len(lines)
    lines += _opened([flat.lines[i] for i in rest], 2)
    return Article(lines, head_from, body_from, end, head_from + head.index(title_at) if title_at is not None else None)


def _opened(lines: list[Line], gap: int) -> list[Line]:
    if lines and lines[0].gap < gap:
        lines[0] = replace(lines[0], gap=gap)
    return lines


def squash(text: str) -> str:
    """`text` without white space and punctuation and in one case, for comparing two renderings of the same words."""
    return _NOT_WORD.sub("", text).casefold()


def _body_line(text: str) -> Line:
    kind: BlockKind = "paragraph"
    if text.startswith("- "):
        kind, text = "item", text[2:].strip()
    elif text.startswith("|") and text.endswith("|"):
        cells = [c.strip() for c in text.strip("|").split("|")]
        kind, text = "cell", " | ".join(c for c in cells if c)
    text = _SPACES.sub(" ", text).strip()
    return Line(text, kind, None, 0, -1, False, 0, "", [])


def _title_inside(wanted: Sequence[Line], title: str | None) -> int:
    """How many of the body's first lines lead up to the title and show it; 0 where the body begins after it."""
    key = squash(title or "")
    return next((i + 1 for i, line in enumerate(wanted[:3]) if key and squash(line.text) == key), 0)


def _told_inside(wanted: Sequence[Line]) -> int:
    """How many of the body's first lines only say who posted it and when."""
    told = next((i for i, line in enumerate(wanted[:MOST_TOLD]) if not _only_tells(line.text)), MOST_TOLD)
    return told if told < len(wanted) else 0


def _only_tells(text: str) -> bool:
    if len(text) > LONGEST_TOLD:
        return False
    byline = read_byline(text)
    return is_date(text) or is_furniture(text) or (byline is not None and byline.marked)


def _may_head(flat: Flat, number: int) -> bool:
    return flat.nodes[flat.lines[number].node].zone is None


def _take(lines: Sequence[Line], wanted: Sequence[Line]) -> tuple[set[int], list[Line]]:
    """Pair the body's lines with the page's: numbers of the page lines used, and the body with their kinds and links."""
    keys = [squash(line.text) or line.text for line in lines]
    places: dict[str, deque[int]] = {}
    for i, key in enumerate(keys):
        if key:
            places.setdefault(key, deque()).append(i)
    used: set[int] = set()
    made: list[Line] = []
    body: list[str] = []
    at = -1
    for line in wanted:
        key = squash(line.text) or line.text
        body.append(key)
        left = places.get(key)
        if not left:
            made.append(line)
            continue
        # The next place after the last line taken; the words before it were passed over as furniture.
        for _ in range(len(left) if len(left) < MOST_REPEATS else 0):
            if left[0] > at:
                break
            left.rotate(-1)
        at = left.popleft()
        used.add(at)
        made.append(_dressed(lines[at]))
    _take_parts(keys, "".join(body), used)
    return used, made


def _take_parts(keys: Sequence[str], body: str, used: set[int]) -> None:
    """Lines of the page that the library joined into longer ones: their words are in the body already."""
    left = MOST_SEARCHED
    for i, key in enumerate(keys):
        if i in used or len(key) < 3:
            continue
        if len(key) >= _SHORT or (i - 1 in used and i + 1 < len(keys)):
            left -= len(body)
            if left < 0:
                return
            if key in body:
                used.add(i)


def _dressed(own: Line) -> Line:
    """A body line as the page itself shows it."""
    return replace(own, gap=min(own.gap, 1))


def _title_line(flat: Flat, title: str | None, first: int, last: int) -> int | None:
    """Number of the line that shows the title: a heading before the body if there is one, else any equal line."""
    if not title:
        return None
    key = squash(title)
    if len(key) < 2:
        return None
    best: tuple[int, int] | None = None
    for i, line in enumerate(flat.lines[: max(last, first, 0) + 1]):
        own = squash(line.text) if len(line.text) < 3 * len(title) + 20 else ""
        if not own or not (own == key or (line.kind == "heading" and len(own) > 8 and (own in key or key in own))):
            continue
        rank = (
            (own == key) * 2
            + (line.kind == "heading") * 3
            + (line.level == 1) * 2
            + (i <= first)
            - (flat.nodes[line.node].zone is not None)
        )
        if best is None or rank > best[0] or (rank == best[0] and i <= first):
            best = (rank, i)
    return best[1] if best else None
