"""What the recognisers say of each line, worked out once."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from tawatur.languages.clitics import load_clitics
from tawatur.text.bylines import name_likeness, read_byline
from tawatur.text.captions import caption_likeness
from tawatur.text.credits import read_credits
from tawatur.text.dates import date_share
from tawatur.text.fold import fold_text
from tawatur.text.furniture import furniture
from tawatur.text.lines import Line
from tawatur.text.outlets import find_outlets, outlet_likeness

# Longer lines are prose: no recogniser of short forms needs to look at them. A name, an outlet or a credit is shorter still.
LONGEST_SHORT = 160
LONGEST_CREDIT = 120
LONGEST_NAME = 80
# Words are compared by their first letters, so that endings do not count.
STEM = 5
CLOSERS = "\"'”’»)]›«"
_WORD = re.compile(r"[^\W\d_]{3,}")
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\ufb50-\ufdff\ufe70-\ufefc]")
_OTHER = re.compile("[^\\W\\d_\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_DIGITS = re.compile(r"\d+")
_MAIL = re.compile(
    r"\S+@\S+|(?<!\S)@\w{3,}|\w{3,}@(?!\S)|\b\S+ (?:gmail|hotmail|yahoo|outlook)\.com\b|https?://|www\.", re.IGNORECASE
)
_RULE = re.compile(r"[\W_]+\Z")


@dataclass(frozen=True, slots=True)
class Seen:
    """What the recognisers say of one line, worked out once."""

    text: str
    chars: int
    words: int
    furniture: bool
    dated: float
    byline: bool
    name: float
    outlet: float
    known_outlet: float
    credit: bool
    caption: float
    mail: bool
    rule: bool
    stop: bool
    question: bool
    colon: bool
    arabic: float
    mask: str
    folded: str
    tokens: tuple[str, ...]


def look(lines: Sequence[Line]) -> list[Seen]:
    """Run the recognisers over `lines`, in time linear in their length."""
    seen: list[Seen] = []
    for i, line in enumerate(lines):
        following = lines[i + 1].text if i + 1 < len(lines) else ""
        seen.append(_seen(line.text, following))
    return seen


def _seen(text: str, following: str) -> Seen:
    short = len(text) <= LONGEST_SHORT
    brief = len(text) <= LONGEST_NAME
    head = text[:600]
    folded = fold_text(text if short else head)
    arabic, letters = _letters(head)
    bare = text.rstrip(CLOSERS + " ")
    words = text.count(" ") + 1 if not short else len(text.split())
    outlets = find_outlets(text) if brief else []
    covered = sum(len(o.span) for o in outlets) / max(1, len(text))
    pair = [text, following] if len(following) <= LONGEST_NAME else [text]
    credits = [c for c in read_credits(pair) if c.line == 0] if len(text) <= LONGEST_CREDIT else []
    return Seen(
        text=text,
        chars=len(text),
        words=words,
        furniture=short and furniture(text) is not None,
        dated=date_share(text) if short else 0.0,
        byline=short and read_byline(text) is not None,
        name=name_likeness(text) if brief else 0.0,
        outlet=outlet_likeness(text) if brief else 0.0,
        known_outlet=min(1.0, covered),
        credit=bool(credits),
        caption=caption_likeness(text) if short else 0.0,
        mail=short and _MAIL.search(text) is not None,
        rule=short and _RULE.match(text) is not None,
        stop=bare.endswith((".", "…", "۔")),
        question=bare.endswith(("?", "؟", "!")),
        colon=bare.endswith((":", "،", ",", ";", "؛")),
        arabic=arabic / letters if letters else -1.0,
        mask=_DIGITS.sub("0", folded) if short else "",
        folded=folded if short else "",
        tokens=tuple(_stem(w) for w in _WORD.findall(folded)[:120]),
    )


def _letters(text: str) -> tuple[int, int]:
    arabic = len(_ARABIC.findall(text, 0, 200))
    return arabic, arabic + len(_OTHER.findall(text, 0, 200))


def _stem(word: str) -> str:
    """The first letters of a word without what its language writes glued to the front."""
    return _prefix().sub("", word)[:STEM]


@cache
def _prefix() -> re.Pattern[str]:
    kinds = load_clitics()
    parts = [f"(?:{'|'.join((*c.article, *c.single))})(?=\\w{{{c.least}}})" for c in kinds]
    return re.compile(f"^(?:{'|'.join(parts)})" if parts else "(?!)")
