"""Quotations of a text, paragraph by paragraph: every habit of marks, nested and unbalanced ones; linear in the text.

Only the outermost quotation is kept. One that its paragraph leaves open ends with the paragraph; if the next paragraph
opens with a mark of the same kind, or closes one that it never opened, it goes on there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from tawatur.model import Span

_MARK = re.compile(r"''|``|´´|[«»“”„‟\"‹›‘’‚'「」『』＂]")
# What may close a quotation that each mark opens.
_CLOSES = {
    "«": "»",
    "“": "”",
    "„": "“”",
    "‟": "”",
    "‹": "›",
    "‘": "’'",
    "‚": "‘’",
    "「": "」",
    "『": "』",
    "``": "''",
    "'": "'’",
}
_OPENERS = frozenset(_CLOSES) - {"'"}
# The same marks turned round: as some languages set them, or as a slip of the hand.
_TURNED = {"»": "«»", "›": "‹›"}
_SAME = {"''", '"', "＂", "´´"}
_ONLY_CLOSE = {"»", "”", "›", "」", "』", '"', "''"}
_SINGLE = {"'", "’", "‘", "‚"}
_BLANK = " \t\xa0\u2009\u202f\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BEFORE_OPENING = _BLANK + "([{-–—/:،,\n"
# Behind an apostrophe at the front of a word that has lost its start, or of a decade.
_ELIDED = re.compile(r"(?:\d\ds?|em|til|tis|twas|cause|round|cos|n|bout)\b", re.IGNORECASE)


class Quote(NamedTuple):
    """One quotation. `start`, `end` with the marks; `inner` without them and without blanks."""

    start: int
    end: int
    inner: Span
    closed: bool
    goes_on: bool
    """It takes up the quotation that the paragraph before left open."""


@dataclass(slots=True)
class _Open:
    mark: str
    at: int
    end: int
    inside: list[tuple[int, int, int, int]] = field(default_factory=list)


def quotes_of(text: str, paragraphs: list[Span]) -> Iterator[list[Quote]]:
    """The outermost quotations of each of the `paragraphs` of `text`, in order."""
    left_open: str | None = None
    for paragraph in paragraphs:
        found, left_open = _scan(text, paragraph, left_open)
        yield found


def _scan(text: str, paragraph: Span, carried: str | None) -> tuple[list[Quote], str | None]:
    """The quotations of one paragraph, and the mark it leaves open. `carried`: what the one before left open."""
    stack: list[_Open] = []
    top: list[tuple[int, int, int, int]] = []
    marks = list(_MARK.finditer(text, paragraph.start, paragraph.end))
    last_single = max((m.start() for m in marks if m[0] in "'’" and _may_close(text, m)), default=-1)
    depth: dict[str, int] = {}
    goes_on_at = -1
    for match in marks:
        mark, start, end = match[0], match.start(), match.end()
        if mark in _SINGLE and not _is_single_quote(text, match, stack, last_single):
            continue
        closing = (
            _closed_by(mark, stack, depth)
            or _closed_by_other(text, match, stack)
            or _closed_by_turned(text, match, stack)
        )
        if closing is not None and not (mark in _SAME and _only_opens(text, match) and len(stack) == 1):
            _close(stack, closing, depth, top, start, end)
        elif (
            mark in _OPENERS
            or (mark in _TURNED and not stack and _turned_open(text, match))
            or (mark in _SAME or mark in "'’”")
            and _may_open(text, match)
        ):
            if mark in _SAME and closing is not None:
                top.extend(stack.pop().inside)
                depth[mark] = 0
            if not stack and not text[paragraph.start : start].strip() and carried is not None and _kin(mark, carried):
                goes_on_at = start
            stack.append(_Open(mark, start, end))
            depth[mark] = depth.get(mark, 0) + 1
        elif not stack and not top and (carried is None or _ends(mark, carried)) and _only_closes(text, match):
            # Nothing opened it: the words from the start of the paragraph on are quoted, by this paragraph or the last.
            top.append((paragraph.start, paragraph.start, start, end))
            goes_on_at = paragraph.start if carried is not None else -1
            carried = None
    left = stack[-1] if stack else None
    for entry in stack:
        top.extend(entry.inside)
    if left is not None and (len(stack) == 1 and not left.inside or left is not stack[0]) and left.mark not in _SINGLE:
        top.append((left.at, left.end, paragraph.end, paragraph.end))
    quotes = [_quote(text, *one, closed=one[3] > one[2], goes_on=one[0] == goes_on_at) for one in _apart(top)]
    return [quote for quote in quotes if len(quote.inner)], left.mark if left is not None and not left.inside else None


def _apart(found: list[tuple[int, int, int, int]]) -> Iterator[tuple[int, int, int, int]]:
    """Those of `found` that lie in no other, in order."""
    at = -1
    for one in sorted(found, key=lambda one: (one[0], -one[3])):
        if one[0] >= at:
            yield one
            at = one[3]


def _close(
    stack: list[_Open], mark: str, depth: dict[str, int], top: list[tuple[int, int, int, int]], start: int, end: int
) -> None:
    """Take the stack down to the nearest opening of `mark`; what was opened above it and never closed is dropped."""
    while True:
        entry = stack.pop()
        depth[entry.mark] -= 1
        if entry.mark == mark:
            break
    (stack[-1].inside if stack else top).append((entry.at, entry.end, start, end))


def _closed_by(mark: str, stack: list[_Open], depth: dict[str, int]) -> str | None:
    """The kind of opening that `mark` closes here; None if it closes nothing."""
    if mark in _SAME:
        if depth.get(mark, 0):
            return mark
        return "``" if mark == "''" and depth.get("``", 0) else None
    if stack and mark in _CLOSES.get(stack[-1].mark, "") or stack and stack[-1].mark == mark == "”":
        return stack[-1].mark
    for opener, closers in _CLOSES.items():
        if len(mark) == 1 and mark in closers and mark != "“" and depth.get(opener, 0):
            return opener
    return None


def _closed_by_other(text: str, match: re.Match[str], stack: list[_Open]) -> str | None:
    """Marks of two habits make one pair, where the second can only close: “We are ready," """
    if not stack or match[0] not in '"”' or stack[-1].mark not in '"“' or not _may_close(text, match):
        return None
    return stack[-1].mark


def _closed_by_turned(text: str, match: re.Match[str], stack: list[_Open]) -> str | None:
    """The turned mark that this one closes: »so« and »so»."""
    if not stack or match[0] not in _TURNED.get(stack[-1].mark, "") or not _may_close(text, match):
        return None
    return stack[-1].mark


def _turned_open(text: str, match: re.Match[str]) -> bool:
    """A closing mark where only an opening one can stand: behind a blank or a letter written on, before a word."""
    before = text[match.start() - 1 : match.start()] if match.start() else " "
    after = text[match.end() : match.end() + 1]
    return after.isalnum() and (before in _BLANK + "\n" or _is_written_on(text, match.start() - 1))


def _may_open(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    after = text[match.end() : match.end() + 1]
    free = not before or before in _BEFORE_OPENING or not before.isalnum() or _is_written_on(text, match.start() - 1)
    return free and bool(after) and after not in " \t\n.,;:!?)"


def _is_written_on(text: str, at: int) -> bool:
    """A tatweel, or one Arabic letter alone: what is written on to the word in marks (ل"الرياض")."""
    if text[at] == "ـ":
        return True
    return "\u0620" <= text[at] <= "\u064a" and not text[at - 1 : at].isalnum() if at else False


def _only_opens(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()] if match.start() else " "
    after = text[match.end() : match.end() + 1]
    return before in _BLANK + "\n" and (after.isalnum() or after in "([$£€")


def _only_closes(text: str, match: re.Match[str]) -> bool:
    """A mark that closes what nothing opened; behind a number it may be a sign for inches or seconds."""
    before = text[match.start() - 1 : match.start()]
    return match[0] in _ONLY_CLOSE and _may_close(text, match) and not before.isdigit()


def _may_close(text: str, match: re.Match[str]) -> bool:
    before = text[match.start() - 1 : match.start()] if match.start() else ""
    after = text[match.end() : match.end() + 1]
    return bool(before.strip()) and not after.isalnum()


def _is_single_quote(text: str, match: re.Match[str], stack: list[_Open], last_single: int) -> bool:
    """Whether a single mark quotes here; inside other marks it does not matter, and elsewhere it may be an apostrophe."""
    if stack and stack[-1].mark not in _SINGLE:
        return False
    if stack:
        return _may_close(text, match)
    if match[0] in "‘‚":
        return match.start() < last_single
    opens = match[0] == "'" and _may_open(text, match) and _ELIDED.match(text, match.end()) is None
    return opens and match.start() < last_single


def _kin(mark: str, other: str) -> bool:
    return mark == other or mark in _CLOSES.get(other, "")


def _ends(mark: str, opener: str) -> bool:
    return mark in _CLOSES.get(opener, opener)


def _quote(text: str, start: int, inner_start: int, inner_end: int, end: int, *, closed: bool, goes_on: bool) -> Quote:
    inner = text[inner_start:inner_end]
    kept = inner.strip(_BLANK + "\n\r")
    lead = len(inner) - len(inner.lstrip(_BLANK + "\n\r")) if kept else 0
    span = Span(inner_start + lead, inner_start + lead + len(kept))
    return Quote(start, end, span, closed, goes_on)
