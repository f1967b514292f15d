"""What can be seen of each line of a page before anything is decided.

One column a clue, one row a line that holds something. The columns speak of shape, layout, recurrence, neighbours and
language data; none knows a word of any page. `COLUMNS` names them in order; the weights file carries the same names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tawatur.text.bylines import name_likeness, read_byline
from tawatur.text.captions import caption_likeness
from tawatur.text.credits import read_credits
from tawatur.text.dates import date_share
from tawatur.text.fold import fold_text
from tawatur.text.furniture import furniture
from tawatur.text.lines import Line
from tawatur.text.outlets import find_outlets, outlet_likeness

# Longer lines are prose: no recogniser of short forms needs to look at them.
LONGEST_SHORT = 160
# How far ahead an article is searched for the words of its title. An inverted pyramid repeats them early.
COHESION_WINDOW = 1500
CLOSERS = "\"'”’»)]›«"
_WORD = re.compile(r"[^\W\d_]{3,}")
_DIGITS = re.compile(r"\d+")
_MAIL = re.compile(r"\S+@\S+|\b\S+ (?:gmail|hotmail|yahoo|outlook)\.com\b|https?://|www\.", re.IGNORECASE)
_RULE = re.compile(r"[\W_]+\Z")
_ARABIC_PREFIX = re.compile("^(?:[وف]?(?:ال|بال|لل|كال)|[وفبل])(?=\\w{3})")


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
    head = text[:600]
    folded = fold_text(text if short else head)
    arabic, letters = _letters(head)
    bare = text.rstrip(CLOSERS + " ")
    words = text.count(" ") + 1 if not short else len(text.split())
    outlets = find_outlets(text) if short else []
    covered = sum(len(o.span) for o in outlets) / max(1, len(text))
    credits = [c for c in read_credits([text, following[:LONGEST_SHORT]]) if c.line == 0] if short else []
    return Seen(
        text=text,
        chars=len(text),
        words=words,
        furniture=short and furniture(text) is not None,
        dated=date_share(text) if short else 0.0,
        byline=short and read_byline(text) is not None,
        name=name_likeness(text) if short else 0.0,
        outlet=outlet_likeness(text) if short else 0.0,
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
    arabic = sum("\u0600" <= c <= "\u06ff" or "\ufb50" <= c <= "\ufeff" for c in text)
    latin = sum(c.isalpha() for c in text)
    return arabic, max(arabic, latin)


def _stem(word: str) -> str:
    return _ARABIC_PREFIX.sub("", word)[:5]


def clues(lines: Sequence[Line], seen: Sequence[Seen]) -> NDArray[np.float32]:
    """The clue matrix.

    Args:
        lines: the n lines of a page that hold something.
        seen: what `look` says of the same lines.
    Returns: float32, shape (n, len(COLUMNS)), values mostly in [0, 1].
    """
    context = _Context(lines, seen)
    return np.array([[column(context, i) for column in _COLUMNS.values()] for i in range(len(lines))], dtype=np.float32).reshape(
        len(lines), len(_COLUMNS)
    )


class _Context:
    """Counts over the whole page that single lines are judged against."""

    def __init__(self, lines: Sequence[Line], seen: Sequence[Seen]) -> None:
        self.lines, self.seen, self.n = lines, seen, len(lines)
        self.masks = Counter(s.mask for s in seen if s.mask)
        self.folds = Counter(s.folded for s in seen if s.folded)
        self.last_place = {s.folded: i for i, s in enumerate(seen) if s.folded}
        gaps = Counter(line.blanks_before for line in lines[1:])
        often = [g for g, k in gaps.items() if k >= max(2, 0.01 * len(lines))]
        self.low_gap = min(often, default=0)
        self.high_gap = max(often, default=0)
        self.token_lines = Counter(t for s in seen for t in set(s.tokens))
        self.meta = [self._is_meta(s) for s in seen]
        self.prose = [s.chars > 180 or (s.chars > 90 and s.stop) for s in seen]
        self.cohesion = [self._cohesion(i) for i in range(self.n)]

    def gap(self, i: int) -> int:
        """Blank lines before line i; past either end of the page it is wide."""
        return self.lines[i].blanks_before if 0 < i < self.n else 9

    @staticmethod
    def _is_meta(s: Seen) -> bool:
        return s.byline or s.dated > 0.5 or s.name > 0.6 or (s.outlet > 0.6 and s.words < 8) or s.known_outlet > 0.5

    def _cohesion(self, i: int) -> tuple[float, float, float]:
        """Weighted share of a short line's words that come back in the text after it and before it."""
        s = self.seen[i]
        wanted = set(s.tokens)
        if not wanted or s.chars > 250:
            return 0.0, 0.0, 0.0
        after, direct = self._window(i, 1)
        before, _ = self._window(i, -1)
        weight = {t: 1.0 / np.log2(2.0 + self.token_lines[t]) for t in wanted}
        total = sum(weight.values())
        share = [sum(w for t, w in weight.items() if t in words) / total for words in (after, before, direct)]
        return share[0], share[1], share[2]

    def _window(self, i: int, step: int) -> tuple[set[str], set[str]]:
        words: set[str] = set()
        first: set[str] = set()
        room, j = COHESION_WINDOW, i + step
        while 0 <= j < self.n and room > 0 and abs(j - i) < 40:
            if self.seen[j].folded != self.seen[i].folded:
                words.update(self.seen[j].tokens)
                if not first and self.prose[j]:
                    first = set(self.seen[j].tokens)
            room -= self.seen[j].chars
            j += step
        return words, first

    def near_twin(self, i: int, step: int) -> bool:
        """The same words stand again a few lines on (or back): a title and its repetition."""
        folded = self.seen[i].folded
        around = range(i + step, i + 4 * step, step)
        return bool(folded) and any(0 <= j < self.n and self.seen[j].folded == folded for j in around)

    def shared(self, i: int, j: int) -> float:
        """Share of a short line's words that stand in its neighbour too."""
        words = set(self.seen[i].tokens)
        if not (0 <= j < self.n) or not words or self.seen[i].chars > 250:
            return 0.0
        return len(words & set(self.seen[j].tokens)) / len(words)

    def parts(self, i: int) -> float:
        """Two headlines in a row of which only the second speaks of the text below: a title alone, and the next title."""
        if not 0 < i < self.n or _open(self, i) == 0 or _open(self, i - 1) == 0 or self.shared(i, i - 1) > 0.15:
            return 0.0
        return float(self.cohesion[i][0] > self.cohesion[i - 1][0] + 0.2)

    def any_ahead(self, i: int, flags: Sequence[bool], reach: int) -> bool:
        """One of the next `reach` lines has the flag."""
        return any(flags[i + 1 : i + 1 + reach])


def _between(value: float, low: float, high: float) -> float:
    return float(low <= value < high)


def _set_apart(c: _Context, i: int) -> float:
    """Wider gaps than the page's narrowest stand on both sides."""
    return float(c.gap(i) > c.low_gap and c.gap(i + 1) > c.low_gap)


def _short(c: _Context, i: int) -> bool:
    return 0 <= i < c.n and len(c.seen[i].tokens) >= 2 and not c.prose[i]


def _open(c: _Context, i: int) -> float:
    """A headline's shape: some words, none that end a sentence, none of a date, a name or furniture."""
    s = c.seen[i]
    return float(12 < s.chars < 170 and not s.stop and not s.colon and not s.furniture and not c.meta[i] and not s.rule)


def _case(text: str) -> tuple[float, float, float]:
    """Shares of Latin words in capitals and with a capital first, and whether the line has case at all."""
    words = [w for w in text.split()[:40] if any(unicodedata.category(c) in ("Lu", "Ll") for c in w)]
    if not words:
        return 0.0, 0.0, 0.0
    upper = sum(w.upper() == w for w in words) / len(words)
    long = [w for w in words if len(w) > 3] or words
    return float(upper > 0.8), sum(w[:1].isupper() for w in long) / len(long), 1.0


Column = Callable[[_Context, int], float]
_COLUMNS: dict[str, Column] = {"bias": lambda c, i: 1.0}


def _add(name: str, column: Column) -> None:
    _COLUMNS[name] = column


for _low, _high in ((0, 4), (4, 13), (13, 26), (26, 51), (51, 81), (81, 121), (121, 181), (181, 301), (301, 10**9)):
    _add(f"chars {_low}-{_high - 1}", lambda c, i, a=_low, b=_high: _between(c.seen[i].chars, a, b))
for _low, _high in ((1, 2), (2, 3), (3, 5), (5, 8), (8, 15), (15, 26), (26, 10**9)):
    _add(f"words {_low}-{_high - 1}", lambda c, i, a=_low, b=_high: _between(c.seen[i].words, a, b))
for _gap in (0, 1, 2, 3):
    _add(f"gap before {_gap}", lambda c, i, g=_gap: float(min(3, c.gap(i)) == g))
    _add(f"gap after {_gap}", lambda c, i, g=_gap: float(min(3, c.gap(i + 1)) == g))
_add("gap before is widest", lambda c, i: float(c.high_gap > c.low_gap and c.gap(i) >= c.high_gap))
_add("gap before is narrowest", lambda c, i: float(c.gap(i) <= c.low_gap))
_add("gap after is narrowest", lambda c, i: float(c.gap(i + 1) <= c.low_gap))
_add("gap before wider than after", lambda c, i: float(c.gap(i) > c.gap(i + 1)))
_add("gap after wider than before", lambda c, i: float(c.gap(i + 1) > c.gap(i)))
_add("set apart on both sides", lambda c, i: _set_apart(c, i))
_add("set apart, short and open", lambda c, i: _set_apart(c, i) * _open(c, i))
_add("set apart, its words come back", lambda c, i: _set_apart(c, i) * c.cohesion[i][0])
_add("opens a run of lines", lambda c, i: float(c.gap(i) > c.low_gap >= c.gap(i + 1)))
_add("short and open before prose", lambda c, i: _open(c, i) * float(i + 1 < c.n and c.prose[i + 1]))
_add("short and open after prose", lambda c, i: _open(c, i) * float(i > 0 and c.prose[i - 1]))
_add("short and open, its words come back", lambda c, i: _open(c, i) * c.cohesion[i][0])
_add("first line", lambda c, i: float(i == 0))
_add("among first four lines", lambda c, i: float(i < 4))
_add("last line", lambda c, i: float(i == c.n - 1))
_add("among last four lines", lambda c, i: float(i >= c.n - 4))
_add("ends with a full stop", lambda c, i: float(c.seen[i].stop))
_add("ends with a question", lambda c, i: float(c.seen[i].question))
_add("ends with a colon or comma", lambda c, i: float(c.seen[i].colon))
_add("capitals", lambda c, i: _case(c.seen[i].text)[0] if c.seen[i].chars < 250 else 0.0)
_add("title case", lambda c, i: _case(c.seen[i].text)[1] if c.seen[i].chars < 250 else 0.0)
_add("starts small", lambda c, i: float(c.seen[i].text[0].islower()))
_add("starts with a digit", lambda c, i: float(c.seen[i].text[0].isdigit()))
_add("starts with a mark", lambda c, i: float(not c.seen[i].text[0].isalnum()))
_add("in brackets", lambda c, i: float(c.seen[i].text[0] in "([" and c.seen[i].text[-1] in ")]"))
_add("furniture", lambda c, i: float(c.seen[i].furniture))
_add("date", lambda c, i: c.seen[i].dated)
_add("all date", lambda c, i: float(c.seen[i].dated > 0.85))
_add("byline", lambda c, i: float(c.seen[i].byline))
_add("name", lambda c, i: c.seen[i].name)
_add("outlet", lambda c, i: c.seen[i].outlet)
_add("known outlet", lambda c, i: c.seen[i].known_outlet)
_add("credit", lambda c, i: float(c.seen[i].credit))
_add("caption", lambda c, i: c.seen[i].caption)
_add("address", lambda c, i: float(c.seen[i].mail))
_add("rule", lambda c, i: float(c.seen[i].rule))
_add("prose", lambda c, i: float(c.prose[i]))
_add("mask twice", lambda c, i: float(c.masks[c.seen[i].mask] == 2))
_add("mask 3-5 times", lambda c, i: float(3 <= c.masks[c.seen[i].mask] <= 5))
_add("mask over 5 times", lambda c, i: float(c.masks[c.seen[i].mask] > 5))
_add("twin ahead", lambda c, i: float(c.near_twin(i, 1)))
_add("twin behind", lambda c, i: float(c.near_twin(i, -1)))
_add("comes back far below", lambda c, i: float(bool(c.seen[i].folded) and c.last_place[c.seen[i].folded] > i + 3))
_add("words come back after", lambda c, i: c.cohesion[i][0])
_add("words come back after, half", lambda c, i: float(c.cohesion[i][0] > 0.5))
_add("words come back before", lambda c, i: c.cohesion[i][1])
_add("words come back in next prose", lambda c, i: c.cohesion[i][2])
_add("words come back more after", lambda c, i: float(c.cohesion[i][0] > c.cohesion[i][1] + 0.1))
_add("shares words with the line before", lambda c, i: c.shared(i, i - 1))
_add("shares no word with the short line before", lambda c, i: float(c.shared(i, i - 1) == 0 and _short(c, i - 1)))
_add("shares words with the line after", lambda c, i: c.shared(i, i + 1))
_add("shares no word with the short line after", lambda c, i: float(c.shared(i, i + 1) == 0 and _short(c, i + 1)))
_add("a headline unlike the one before", lambda c, i: c.parts(i))
_add("a headline unlike the one after", lambda c, i: c.parts(i + 1))
_add("prose next", lambda c, i: float(i + 1 < c.n and c.prose[i + 1]))
_add("prose in next four", lambda c, i: float(c.any_ahead(i, c.prose, 4)))
_add("prose before", lambda c, i: float(i > 0 and c.prose[i - 1]))
_add("meta next", lambda c, i: float(c.any_ahead(i, c.meta, 1)))
_add("meta in next three", lambda c, i: float(c.any_ahead(i, c.meta, 3)))
_add("meta before", lambda c, i: float(i > 0 and c.meta[i - 1]))
_add("furniture next", lambda c, i: float(i + 1 < c.n and c.seen[i + 1].furniture))
_add("furniture before", lambda c, i: float(i > 0 and c.seen[i - 1].furniture))
_add("credit next", lambda c, i: float(i + 1 < c.n and c.seen[i + 1].credit))
_add("credit before", lambda c, i: float(i > 0 and c.seen[i - 1].credit))
_add("recurring before", lambda c, i: float(i > 0 and c.masks[c.seen[i - 1].mask] > 2))
_add("recurring next", lambda c, i: float(i + 1 < c.n and c.masks[c.seen[i + 1].mask] > 2))
_add("rule before", lambda c, i: float(i > 0 and c.seen[i - 1].rule))
_add("script unlike before", lambda c, i: _unlike(c, i, i - 1))
_add("script unlike next", lambda c, i: _unlike(c, i, i + 1))


def _unlike(c: _Context, i: int, j: int) -> float:
    if not 0 <= j < c.n or c.seen[i].arabic < 0 or c.seen[j].arabic < 0:
        return 0.0
    return float(abs(c.seen[i].arabic - c.seen[j].arabic) > 0.6)


COLUMNS: tuple[str, ...] = tuple(_COLUMNS)
